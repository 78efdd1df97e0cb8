"""What came of a letter without anybody reading: the rules that the protocol fixed, and what is left to read.

1. detected        the company knew that it was a test, whatever it answered
2. undeliverable   the letter did not arrive
3. no answer       nothing came within the days of the protocol; what came later is kept and does not count
4. nobody knows    the applicant withdrew, without an answer, before those days were over
5. to be read      something came in time: coders read all of it, what came later too
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from testing_lab.fieldwork.dispatch_states import DispatchState
from testing_lab.fieldwork.moments import in_utc

Status = Literal["by_rule", "unknown", "days_running", "to_read"]


class SentLetter(msgspec.Struct, frozen=True, kw_only=True):
    """A letter that was sent; moments with a time zone. ``bounced``: when the report came that it did not arrive."""

    state: DispatchState
    sent: dt.datetime
    first_reply: dt.datetime | None = None
    bounced: dt.datetime | None = None
    withdrawn: dt.datetime | None = None


class Fate(msgspec.Struct, frozen=True, kw_only=True):
    """How it stands with a letter. ``outcome`` belongs to ``by_rule``; ``at`` to that and to ``unknown``."""

    status: Status
    outcome: Literal["detected", "undeliverable", "no_answer"] | None = None
    at: dt.datetime | None = None


def fate_of(letter: SentLetter, *, no_answer_days: int | None, now: dt.datetime) -> Fate:
    """The first rule that speaks. Days are whole days of real time since sending.

    Without ``no_answer_days`` (mystery calls) a letter with nothing to read has no outcome.

    Raises
    ------
    ImpossibleInput
        A moment without a time zone.
    """
    sent = in_utc("sent", letter.sent)
    last = letter.bounced or letter.first_reply or letter.sent
    if letter.state in ("detected", "undeliverable"):
        outcome: Literal["detected", "undeliverable"] = "detected" if letter.state == "detected" else "undeliverable"
        return Fate(status="by_rule", outcome=outcome, at=in_utc("last", last))
    if no_answer_days is None:
        return Fate(status="unknown", at=sent) if letter.first_reply is None else Fate(status="to_read")
    days_over = sent + dt.timedelta(days=no_answer_days)
    if letter.first_reply is not None and in_utc("first_reply", letter.first_reply) <= days_over:
        return Fate(status="to_read")
    if letter.withdrawn is not None and in_utc("withdrawn", letter.withdrawn) < days_over:
        return Fate(status="unknown", at=in_utc("withdrawn", letter.withdrawn))
    if in_utc("now", now) < days_over:
        return Fate(status="days_running")
    return Fate(status="by_rule", outcome="no_answer", at=days_over)
