"""Mystery calls: what is said, what is written down of a call, and what waits for somebody."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from api.messages.lab.fieldwork import ComplaintView
from testing_lab.fieldwork.dispatch_states import DispatchState
from testing_lab.protocol.call_script import CallScript

Consent = Literal["not_asked", "given", "refused"]
Heard = Literal["live", "recording"]

#: ``to_make``: not made yet. ``wants_listener``: the second listener has not said what he heard. ``wants_reader``: a
#: coder reads the notes. ``coded``: two people have given a code, alike or not: each of the two may read this.
#: ``no_question``: the call did not come to the question.
CallStage = Literal["to_make", "stopped", "wants_listener", "wants_reader", "coded", "no_question"]


class NewCall(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A call that was made, as its caller writes it down at once.

    ``script_version``: of the script that he had before him. ``said``: its steps that were said, in their order.
    ``recording_place``: where the recording is kept; empty: the call was not recorded. ``notes``: what the agency
    answered, as literally as can be.
    """

    started_at: dt.datetime
    script_version: str
    said: tuple[str, ...]
    consent: Consent = "not_asked"
    recording_place: str = ""
    notes: str = ""
    outcome: str


class HeardCall(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the second listener heard, written down without having seen what the caller wrote."""

    heard: Heard
    notes: str
    outcome: str


class MadeCall(msgspec.Struct, frozen=True, kw_only=True):
    """A call that was made. ``listener``: who heard it too; empty: nobody has said so yet. ``recording_until``: the
    last day on which the recording may be kept; None: it was not recorded.
    """

    caller: str
    started_at: dt.datetime
    said: tuple[str, ...]
    consent: Consent
    recording_place: str
    recording_until: dt.date | None
    recording_gone_at: dt.datetime | None
    listener: str
    heard: Heard | None


class OwnPart(msgspec.Struct, frozen=True, kw_only=True):
    """What this person wrote of the call himself: nobody sees the part of another."""

    part: Literal["caller", "listener"]
    notes: str
    outcome: str


class CallView(msgspec.Struct, frozen=True, kw_only=True):
    """One call, for one person. ``may_hear``: this person may give the second code. ``caller_label``: who was drawn to
    call. ``outcomes``: the codes of the protocol.
    """

    dispatch_id: str
    number: int
    pseudonym: str
    state: DispatchState
    stage: CallStage
    due_at: dt.datetime
    caller_label: str
    company: str
    establishment: str
    town: str
    phone: str
    script: CallScript
    consent_text: str
    outcomes: tuple[str, ...]
    made: MadeCall | None
    own: OwnPart | None
    may_hear: bool
    complaints: tuple[ComplaintView, ...]
