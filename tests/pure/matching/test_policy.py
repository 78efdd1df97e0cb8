"""Policies from TOML: what is understood, and what is refused by name."""

from __future__ import annotations

import pytest

from matching.faults import PolicyUnreadable
from matching.policy import Policy, WorstOff, read_policy


def test_worst_off_by_rank_unless_the_policy_says_otherwise() -> None:
    assert read_policy(b'goals = ["worst_off"]') == Policy(goals=("worst_off",))
    assert read_policy(b'[worst_off]\nclasses = "rank"') == Policy()
    by_utility = read_policy(b'goals = ["placed", "worst_off"]\n[worst_off]\nclasses = "utility"')
    assert by_utility == Policy(goals=("placed", "worst_off"), worst_off=WorstOff(classes="utility"))


@pytest.mark.parametrize(
    "toml",
    [
        b'[worst_off]\nclasses = "ranks"',
        b"[worst_off]\nbands = 3",
        b'worst_off = "rank"',
        b'goals = ["worst_off", "worst_off"]',
        b"goals = []",
        b"goals = [",
        b"\xff",
    ],
)
def test_what_cannot_be_read_is_refused(toml: bytes) -> None:
    with pytest.raises(PolicyUnreadable):
        read_policy(toml)


def test_tables_of_goals_can_be_read() -> None:
    read = read_policy(b'goals = ["group_gap"]\n[group_gap]\ngroupings = ["level"]\n[rematch]\nmax_changes = 3\n')
    assert read.group_gap.groupings == ("level",)
    assert read.rematch is not None
    assert read.rematch.max_changes == 3
