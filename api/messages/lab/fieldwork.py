"""The fieldwork of a study: what is to be sent, what came back, and what companies are owed."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Literal

import msgspec

from testing_lab.fieldwork.dispatch_states import DispatchState
from testing_lab.fieldwork.withdrawal import WithdrawalState

#: Stretches of the work list.
When = Literal["now", "today", "later", "sent", "stopped"]
ReplyKind = Literal["reply", "automatic", "bounce", "call", "letter"]


class Trouble(msgspec.Struct, frozen=True, kw_only=True):
    """How the last try to send came to nothing. ``perhaps_sent``: nobody knows; a person must find out.

    ``what``: the letter itself, or the withdrawal. Text: ``lab-mail-<code>``.
    """

    what: Literal["letter", "withdrawal"]
    code: str
    facts: dict[str, str | int] = {}
    perhaps_sent: bool = False
    at: dt.datetime


class WorkItem(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the work list. ``overdue``: it should have been sent two hours ago or longer.

    ``sender``: the mailbox or the caller that was drawn.
    """

    dispatch_id: str
    pseudonym: str
    place: int
    name: str
    company: str
    vacancy_title: str
    due_at: dt.datetime
    sent_at: dt.datetime | None
    state: DispatchState
    overdue: bool
    troubled: bool
    sender: str = ""


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """A day of the calendar: how many applications are due, and how many of them are still to be sent."""

    day: dt.date
    number: int
    still_open: int


class StepView(msgspec.Struct, frozen=True, kw_only=True):
    """The last step of the fieldwork: when and why."""

    kind: str
    at: dt.datetime
    reason: str


class UnheardCall(msgspec.Struct, frozen=True, kw_only=True):
    """A call of which a second listener has not said what he heard. ``own``: the reader of this list made it."""

    dispatch_id: str
    pseudonym: str
    caller: str
    started_at: dt.datetime
    own: bool


class KeptRecording(msgspec.Struct, frozen=True, kw_only=True):
    """A recording that is kept somewhere, and the last day on which it may be."""

    dispatch_id: str
    pseudonym: str
    until: dt.date
    late: bool


class CallsToDo(msgspec.Struct, frozen=True, kw_only=True):
    """What waits in a study with mystery calls beside the calls that are due."""

    unheard: tuple[UnheardCall, ...]
    recordings: tuple[KeptRecording, ...]


class FieldworkView(msgspec.Struct, frozen=True, kw_only=True):
    """Where the fieldwork stands. ``steps``: what may be done now; ``by_state``: dispatches by state.

    ``loose``: replies that belong nowhere yet; ``not_judged``: replies of which nobody said whether they are positive.
    ``passed``: dispatches that are not sent, while the moment of the plan has passed.
    ``calls``: of a study with mystery calls.
    """

    steps: tuple[str, ...]
    by_state: dict[DispatchState, int]
    unclear: int
    loose: int
    not_judged: int
    last_step: StepView | None
    passed: int = 0
    calls: CallsToDo | None = None


class ReplyView(msgspec.Struct, frozen=True, kw_only=True):
    """A reply as the fieldworker reads it. ``candidates``: dispatches that it might belong to."""

    reply_id: uuid.UUID
    dispatch_id: str | None
    kind: ReplyKind
    received_at: dt.datetime
    from_address: str
    subject: str
    text: str
    files: tuple[str, ...]
    positive: bool | None
    rules: tuple[str, ...]
    candidates: tuple[str, ...]
    set_aside: str


class ComplaintView(msgspec.Struct, frozen=True, kw_only=True):
    """A complaint of a company."""

    received_on: dt.date
    words: str


class DispatchView(msgspec.Struct, frozen=True, kw_only=True):
    """One application, with the company that it goes to. ``letter``, ``cv``: their text, line by line."""

    dispatch_id: str
    number: int
    pseudonym: str
    place: int
    state: DispatchState
    due_at: dt.datetime
    sent_at: dt.datetime | None
    sent_how: str
    withdrawn_at: dt.datetime | None
    name: str
    from_address: str
    reply_address: str
    subject: str
    letter: tuple[str, ...]
    cv: tuple[str, ...]
    company: str
    establishment: str
    town: str
    vacancy_title: str
    contact_email: str
    phone: str
    trouble: Trouble | None
    replies: tuple[ReplyView, ...]
    complaints: tuple[ComplaintView, ...]
    others: tuple[str, ...]
    """The other applications to the same vacancy."""


class Reason(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why a step is taken. No names of companies: it stands in the log of the study."""

    reason: str = ""


class AtMoment(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When something happened, with a time zone."""

    at: dt.datetime


class Resolved(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person found out about a letter that perhaps was sent."""

    arrived: bool


class NewReply(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A telephone call or a letter of a company, written down by a person."""

    kind: Literal["call", "letter", "reply"]
    at: dt.datetime
    text: str
    positive: bool | None = None


class Judgement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whether a reply is positive: for the withdrawal clock alone."""

    positive: bool


class Assigned(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a reply belongs; None with a reason: nowhere in this study."""

    dispatch_id: str | None = None
    reason: str = ""


class NewComplaint(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a company complains of, in its own words, and when it did."""

    received_on: dt.date
    words: str


class ImportFinding(msgspec.Struct, frozen=True, kw_only=True):
    """What was odd about a message or a mailbox."""

    path: str
    code: str
    facts: dict[str, str | int | float] = {}


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a mailbox. ``matched`` and ``loose`` are new; ``known`` had come in before.

    ``elsewhere``: messages to another study, left where they are. ``more``: there is more in the mailbox.
    """

    matched: int
    automatic: int
    bounces: int
    loose: int
    known: int
    elsewhere: int = 0
    more: bool = False
    findings: tuple[ImportFinding, ...] = ()


class Owed(msgspec.Struct, frozen=True, kw_only=True):
    """A withdrawal that a company is owed, or has had."""

    dispatch_id: str
    pseudonym: str
    name: str
    company: str
    state: WithdrawalState
    received_at: dt.datetime
    due_at: dt.datetime
    sent_at: dt.datetime | None
    minutes_left: int | None


class Withdrawals(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is owed, the most urgent first; and the one text, from the protocol."""

    tasks: tuple[Owed, ...]
    text: str
    hours: int


class Alarms(msgspec.Struct, frozen=True, kw_only=True):
    """What shouts on every page of a study: withdrawals that are late, and those that are still in time;
    recordings of calls that should be gone; gates that an amendment opened again.
    """

    overdue: int = 0
    open: int = 0
    recordings: int = 0
    gates: int = 0
