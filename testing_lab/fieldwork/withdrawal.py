"""The withdrawal clock: a company that answered positively hears within a day that the applicant withdraws.

A company that waits for an applicant who does not exist loses time, and perhaps another applicant. METHODS 4.5: "polite
withdrawal within 1-2 working days for both applicants with the same text"; this project keeps 24 hours of real time, at
night, in weekends and when the clock is changed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final, Literal

import msgspec

from testing_lab.fieldwork.moments import in_utc
from testing_lab.findings import Finding

WithdrawalState = Literal["open", "overdue", "done", "done_late"]

#: Hours after the first positive answer.
HOURS: Final = 24


class PositiveReply(msgspec.Struct, frozen=True, kw_only=True):
    """A positive answer to a dispatch."""

    dispatch_id: str
    unit_id: str
    received: dt.datetime


class SentWithdrawal(msgspec.Struct, frozen=True, kw_only=True):
    """A withdrawal that was sent: when, and a hash of its text without names."""

    dispatch_id: str
    unit_id: str
    sent: dt.datetime
    text_sha256: str


class WithdrawalTask(msgspec.Struct, frozen=True, kw_only=True):
    """What is owed for one dispatch; moments in UTC.

    ``open`` (still in time), ``overdue`` (not sent, too late), ``done``, ``done_late``. ``minutes_left`` is negative
    when overdue; ``None`` when done.
    """

    dispatch_id: str
    unit_id: str
    state: WithdrawalState
    received: dt.datetime
    due: dt.datetime
    sent: dt.datetime | None
    minutes_left: int | None


class WithdrawalClock(msgspec.Struct, frozen=True, kw_only=True):
    """Every dispatch with a positive answer, the most urgent first; and what is wrong with those that were sent."""

    tasks: tuple[WithdrawalTask, ...]
    findings: tuple[Finding, ...]

    @property
    def overdue(self) -> tuple[WithdrawalTask, ...]:
        """Those that should have been sent."""
        return tuple(one for one in self.tasks if one.state == "overdue")


def withdrawal_clock(
    *,
    replies: Sequence[PositiveReply],
    withdrawals: Sequence[SentWithdrawal],
    now: dt.datetime,
    registered_text_sha256: str | None = None,
) -> WithdrawalClock:
    """What is owed, what is late, what is done.

    Parameters
    ----------
    replies : sequence of PositiveReply
        In any order; of several to one dispatch the first starts the clock.
    withdrawals : sequence of SentWithdrawal
        In any order. One that was sent before the answer came does not count, and is a finding.
    now : datetime
        With a time zone, as all moments here.
    registered_text_sha256 : str, optional
        Hash of the text in the protocol; without it the two texts of a unit are held against each other.

    Raises
    ------
    ImpossibleInput
        A moment without a time zone.
    """
    moment = in_utc("now", now)
    first: dict[str, PositiveReply] = {}
    for reply in sorted(replies, key=lambda one: (in_utc("received", one.received), one.dispatch_id)):
        first.setdefault(reply.dispatch_id, reply)
    sent = sorted(withdrawals, key=lambda one: (in_utc("sent", one.sent), one.dispatch_id))
    tasks = [_task(reply, sent, moment) for reply in first.values()]
    order = {"overdue": 0, "open": 1, "done_late": 2, "done": 2}
    tasks.sort(key=lambda one: (order[one.state], one.due, one.dispatch_id))
    return WithdrawalClock(tasks=tuple(tasks), findings=tuple(_faults(first, sent, registered_text_sha256)))


def _task(reply: PositiveReply, sent: Sequence[SentWithdrawal], now: dt.datetime) -> WithdrawalTask:
    received = in_utc("received", reply.received)
    due = received + dt.timedelta(hours=HOURS)
    moments = [in_utc("sent", one.sent) for one in sent if one.dispatch_id == reply.dispatch_id]
    done = next((one for one in moments if one >= received), None)
    in_time = (now if done is None else done) <= due
    state: WithdrawalState = (
        ("open" if in_time else "overdue") if done is None else ("done" if in_time else "done_late")
    )
    return WithdrawalTask(
        dispatch_id=reply.dispatch_id,
        unit_id=reply.unit_id,
        state=state,
        received=received,
        due=due,
        sent=done,
        minutes_left=(due - now) // dt.timedelta(minutes=1) if done is None else None,
    )


def _faults(
    replies: dict[str, PositiveReply], sent: Sequence[SentWithdrawal], registered: str | None
) -> Iterator[Finding]:
    texts: dict[str, str] = {}
    for one in sent:
        path = f"dispatch {one.dispatch_id}"
        facts: dict[str, str | int | float] = {"dispatch": one.dispatch_id, "unit": one.unit_id}
        if one.dispatch_id not in replies:
            yield Finding(path=path, code="withdrawal-without-reply", level="warning", facts=facts)
        elif in_utc("sent", one.sent) < in_utc("received", replies[one.dispatch_id].received):
            yield Finding(path=path, code="withdrawal-before-reply", facts=facts)
        if one.text_sha256 != (registered or texts.setdefault(one.unit_id, one.text_sha256)):
            yield Finding(path=path, code="withdrawal-text-differs", facts=facts)
