"""The withdrawal clock: 24 real hours, one text, and nothing that is owed gets out of sight."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from testing_lab.faults import ImpossibleInput
from testing_lab.fieldwork.withdrawal import PositiveReply, SentWithdrawal, WithdrawalClock, withdrawal_clock

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
T = dt.datetime(2026, 12, 1, 9, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


def reply(dispatch: str, received: dt.datetime = T) -> PositiveReply:
    return PositiveReply(dispatch_id=dispatch, unit_id=dispatch[:1], received=received)


def withdrawal(dispatch: str, sent: dt.datetime, text: str = "t") -> SentWithdrawal:
    return SentWithdrawal(dispatch_id=dispatch, unit_id=dispatch[:1], sent=sent, text_sha256=text)


def states(clock: WithdrawalClock) -> list[tuple[str, str, int | None]]:
    return [(one.dispatch_id, one.state, one.minutes_left) for one in clock.tasks]


def test_what_is_late_comes_first() -> None:
    clock = withdrawal_clock(
        replies=[reply("a1"), reply("b1", T - 30 * HOUR), reply("c1", T - HOUR), reply("d1", T - 60 * HOUR)],
        withdrawals=[withdrawal("a1", T + HOUR), withdrawal("d1", T - 30 * HOUR)],
        now=T + 2 * HOUR,
    )
    assert states(clock) == [
        ("b1", "overdue", -480),
        ("c1", "open", 1260),
        ("d1", "done_late", None),
        ("a1", "done", None),
    ]
    assert [one.dispatch_id for one in clock.overdue] == ["b1"]
    assert clock.findings == ()


@pytest.mark.parametrize(("after", "state"), [(24 * HOUR, "open"), (24 * HOUR + dt.timedelta(seconds=1), "overdue")])
def test_a_day_is_a_day(after: dt.timedelta, state: str) -> None:
    (task,) = withdrawal_clock(replies=[reply("a1")], withdrawals=[], now=T + after).tasks
    assert task.state == state
    late = withdrawal_clock(replies=[reply("a1")], withdrawals=[withdrawal("a1", T + after)], now=T + 99 * HOUR)
    assert late.tasks[0].state == {"open": "done", "overdue": "done_late"}[state]


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (dt.datetime(2027, 3, 27, 12, tzinfo=AMSTERDAM), "2027-03-28T13:00:00+02:00"),
        (dt.datetime(2026, 10, 24, 12, tzinfo=AMSTERDAM), "2026-10-25T11:00:00+01:00"),
        (dt.datetime(2026, 10, 25, 2, 30, tzinfo=AMSTERDAM), "2026-10-26T01:30:00+01:00"),
        (dt.datetime(2026, 10, 25, 2, 30, tzinfo=AMSTERDAM, fold=1), "2026-10-26T02:30:00+01:00"),
    ],
)
def test_the_clock_counts_real_hours_when_the_wall_clock_changes(received: dt.datetime, due: str) -> None:
    (task,) = withdrawal_clock(replies=[reply("a1", received)], withdrawals=[], now=received).tasks
    assert task.due.astimezone(AMSTERDAM).isoformat() == due
    assert task.minutes_left == 24 * 60


def test_the_first_answer_starts_the_clock() -> None:
    clock = withdrawal_clock(replies=[reply("a1", T + 5 * HOUR), reply("a1", T)], withdrawals=[], now=T + 25 * HOUR)
    assert states(clock) == [("a1", "overdue", -60)]


def test_a_withdrawal_before_the_answer_does_not_count() -> None:
    clock = withdrawal_clock(replies=[reply("a1")], withdrawals=[withdrawal("a1", T - HOUR)], now=T)
    assert states(clock) == [("a1", "open", 1440)]
    assert [one.code for one in clock.findings] == ["withdrawal-before-reply"]


def test_both_applicants_get_one_text() -> None:
    both = [reply("a1"), reply("a2"), reply("b1")]
    sent = [withdrawal("a1", T + HOUR, "x"), withdrawal("a2", T + 2 * HOUR, "y"), withdrawal("b1", T + HOUR, "y")]
    found = withdrawal_clock(replies=both, withdrawals=sent, now=T + 3 * HOUR).findings
    assert [(one.path, one.code) for one in found] == [("dispatch a2", "withdrawal-text-differs")]
    registered = withdrawal_clock(replies=both, withdrawals=sent, now=T, registered_text_sha256="y").findings
    assert [(one.path, one.code) for one in registered] == [("dispatch a1", "withdrawal-text-differs")]


def test_a_withdrawal_that_nobody_asked_for_is_said() -> None:
    (found,) = withdrawal_clock(replies=[], withdrawals=[withdrawal("a1", T)], now=T).findings
    assert (found.code, found.level) == ("withdrawal-without-reply", "warning")


def test_a_moment_needs_a_time_zone() -> None:
    naive = dt.datetime(2026, 12, 1, 9)  # noqa: DTZ001  # what is tested
    with pytest.raises(ImpossibleInput, match="received: has no time zone"):
        withdrawal_clock(replies=[reply("a1", naive)], withdrawals=[], now=T)
    with pytest.raises(ImpossibleInput, match="now: has no time zone"):
        withdrawal_clock(replies=[], withdrawals=[], now=naive)
