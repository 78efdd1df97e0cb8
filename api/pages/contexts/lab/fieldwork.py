"""The fieldwork of a study."""

from __future__ import annotations

from typing import ClassVar, Literal

import msgspec

from api.messages.lab.calls import CallView
from api.messages.lab.fieldwork import (
    Day,
    DispatchView,
    FieldworkView,
    Imported,
    ReplyView,
    When,
    Withdrawals,
    WorkItem,
)
from api.messages.paging import PageOf
from api.pages.contexts.lab.study import InStudy
from api.pages.listing import Listing
from testing_lab.findings import Finding

#: Steps that ask once more, with a reason.
AskedStep = Literal["stop", "resume", "close"]


class FieldworkPage(InStudy, frozen=True, kw_only=True):
    """Where the fieldwork stands, the work list and the calendar."""

    template: ClassVar[str] = "lab/fieldwork.html"

    fieldwork: FieldworkView
    when: When
    work: PageOf[WorkItem]
    listing: Listing
    days: tuple[Day, ...]


class SentByHandPage(InStudy, frozen=True, kw_only=True):
    """Several applications that somebody sent himself, to be written down at once.

    ``ticked``: those that the reader says were sent; ``moments``: when, as a field for a moment takes it; both by
    dispatch. ``written``: how many the last form wrote down; ``kept_back``: why others were not, in words.
    """

    template: ClassVar[str] = "lab/sent_by_hand.html"

    work: PageOf[WorkItem]
    listing: Listing
    may_send: bool
    ticked: frozenset[str] = frozenset()
    moments: dict[str, str] = msgspec.field(default_factory=dict)
    written: int = 0
    kept_back: dict[str, str] = msgspec.field(default_factory=dict)


class FieldworkStepPage(InStudy, frozen=True, kw_only=True):
    """The question before a step is taken. ``values``: what was typed."""

    template: ClassVar[str] = "lab/fieldwork_step.html"

    step: AskedStep
    values: dict[str, str] = msgspec.field(default_factory=dict)


class DispatchPage(InStudy, frozen=True, kw_only=True):
    """One application. ``mail``: letters can be sent from here. ``values``: what was typed in the form ``action``.

    ``now``: this minute, as a field for a moment takes it. ``withdrawal``: the text. ``may_send``, ``may_answer``: what
    its state and that of the study allow.
    """

    template: ClassVar[str] = "lab/dispatch.html"

    dispatch: DispatchView
    withdrawal: str
    mail: bool
    may_send: bool
    may_answer: bool
    now: str = ""
    action: str = ""
    values: dict[str, str] = msgspec.field(default_factory=dict)


class CallPage(InStudy, frozen=True, kw_only=True):
    """One mystery call. ``now``: this minute; ``said``: the steps that stand ticked; ``may_call``: it may be made now.

    ``values``: what was typed in the form ``action``; ``found``: in what it did not keep to script or rules.
    """

    template: ClassVar[str] = "lab/call.html"

    call: CallView
    may_call: bool
    now: str = ""
    action: str = ""
    said: tuple[str, ...] = ()
    values: dict[str, str] = msgspec.field(default_factory=dict)
    found: tuple[Finding, ...] = ()


class RepliesPage(InStudy, frozen=True, kw_only=True):
    """Replies that come in, and those that wait for a person. ``chosen``: the reply whose form came back."""

    template: ClassVar[str] = "lab/replies.html"

    not_judged: tuple[ReplyView, ...]
    loose: PageOf[ReplyView]
    listing: Listing
    aside: PageOf[ReplyView]
    mailbox: bool
    imported: Imported | None = None
    chosen: str = ""
    values: dict[str, str] = msgspec.field(default_factory=dict)


class WithdrawalsPage(InStudy, frozen=True, kw_only=True):
    """What companies are owed."""

    template: ClassVar[str] = "lab/withdrawals.html"

    owed: Withdrawals
