"""What is hidden cannot be worked out: checked with exact elimination over what is shown."""

from __future__ import annotations

import random
from fractions import Fraction

import numpy as np
import pytest

from matching.fairness.rates import grouping_tables
from matching.fairness.small_numbers import RULE, hidden_groups, shown_rates
from matching.fairness.table import GroupTable, table_of
from matching.instance import Student


def people(*kinds: tuple[int, dict[str, str]]) -> tuple[Student, ...]:
    """So many students of each kind."""
    everybody = [groups for number, groups in kinds for _ in range(number)]
    return tuple(
        Student(student_number=f"{n:05d}", crebo="25998", groups=tuple(sorted(groups.items())))
        for n, groups in enumerate(everybody)
    )


def group(table: GroupTable, grouping: str, name: str) -> int:
    [found] = [g for g in table.of(table.groupings.index(grouping)) if table.names[g] == name]
    return found


def hidden(table: GroupTable) -> set[str]:
    return {
        f"{table.groupings[table.grouping[g]]}={table.names[g]}" for g in hidden_groups(table, table.together(), RULE)
    }


def test_a_small_group_takes_the_next_smallest_with_it() -> None:
    table = table_of(people((4, {"team": "A"}), (30, {"team": "B"}), (60, {"team": "C"})))
    assert hidden(table) == {"team=A", "team=B"}


def test_two_small_groups_that_are_small_together_take_a_third() -> None:
    table = table_of(people((4, {"team": "A"}), (5, {"team": "B"}), (60, {"team": "C"}), (70, {"team": "D"})))
    assert hidden(table) == {"team=A", "team=B", "team=C"}


def test_two_small_groups_that_are_large_enough_together_stand_alone() -> None:
    table = table_of(people((6, {"team": "A"}), (7, {"team": "B"}), (60, {"team": "C"}), (70, {"team": "D"})))
    assert hidden(table) == {"team=A", "team=B"}


def test_a_group_that_another_grouping_gives_away() -> None:
    # Level 2 is team A and team B; so level 2 less team B would be team A.
    table = table_of(
        people(
            (5, {"team": "A", "stage": "2"}),
            (90, {"team": "B", "stage": "2"}),
            (40, {"team": "C", "stage": "3"}),
            (50, {"team": "D", "stage": "3"}),
        )
    )
    gone = hidden(table)
    assert "team=A" in gone
    assert {"team=B", "stage=2"} & gone
    assert len(gone) < 6


def test_a_group_of_exactly_ten_is_shown_and_nine_is_not() -> None:
    table = table_of(people((10, {"team": "A"}), (60, {"team": "B"}), (60, {"team": "C"})))
    assert hidden(table) == set()
    table = table_of(people((9, {"team": "A"}), (60, {"team": "B"}), (60, {"team": "C"})))
    assert "team=A" in hidden(table)


@pytest.mark.parametrize(
    ("placed", "shown"), [(20, "exact"), (0, "capped"), (38, "exact"), (39, "capped"), (40, "capped"), (2, "exact")]
)
def test_the_rate_of_a_small_group_is_capped_beyond_5_and_95_percent(placed: int, shown: str) -> None:
    table = table_of(people((40, {"team": "A"}), (60, {"team": "B"}), (80, {"team": "C"})))
    has = np.arange(180) < placed
    has[40:60] = True
    found = shown_rates(table, table.together(), table.count(has), set())
    assert found[group(table, "team", "A")] == shown
    # What was capped is not what the round less the others gives: another rate goes too.
    assert found[group(table, "team", "B")] == ("exact" if shown == "exact" else "withheld")
    assert found[group(table, "team", "C")] == "exact"


def _in_span(rows: list[list[int]], target: list[int]) -> bool:
    """Whether the target is a combination of the rows: exact elimination."""
    reduced: list[tuple[int, list[Fraction]]] = []
    for row in [*rows, target]:
        left = [Fraction(value) for value in row]
        for pivot, other in reduced:
            if left[pivot]:
                left = [a - left[pivot] * b for a, b in zip(left, other, strict=True)]
        first = next((column for column, value in enumerate(left) if value), None)
        if row is target:
            return first is None
        if first is not None:
            reduced.append((first, [value / left[first] for value in left]))
    raise AssertionError


@pytest.mark.parametrize("number", range(40))
def test_no_hidden_group_and_no_capped_rate_is_a_sum_of_what_is_shown(number: int) -> None:
    dice = random.Random(number)
    kinds = [
        (
            dice.choice((2, 4, 8, 15, 30, 60)),
            {"team": dice.choice("ABCD"), "stage": dice.choice("12"), "class": dice.choice("pqrs")}
            | ({} if dice.random() < 0.7 else {"cohort": dice.choice("xy")}),
        )
        for _ in range(dice.randint(2, 9))
    ]
    students = people(*kinds)
    table = table_of(students)
    common = table.together()
    placed = np.array([dice.random() < dice.choice((0.5, 0.9, 1.0)) for _ in students])
    counts = table.count(placed)
    gone = hidden_groups(table, common)
    shown = shown_rates(table, common, counts, gone)

    atoms = sorted({tuple(column) for column in table.group.T.tolist()})
    member = [[int(atom[table.grouping[g]] == g) for atom in atoms] for g in range(len(table.names))]
    everybody = [1] * len(atoms)
    told = [member[g] for g in range(len(table.names)) if g not in gone]
    rates = [member[g] for g in range(len(table.names)) if shown[g] == "exact"]
    for g in range(len(table.names)):
        if table.sizes[g] < RULE.least:
            assert g in gone
        if member[g] == everybody:
            continue  # how many there are in all is no secret
        if table.sizes[g] < RULE.least:
            assert not _in_span([*told, everybody], member[g])
        if (shown[g] in ("hidden", "capped") and table.sizes[g] < RULE.least) or shown[g] == "capped":
            assert not _in_span([*rates, everybody], member[g])
    for grouping in range(len(table.groupings)):
        untold = [g for g in table.of(grouping) if g in gone]
        left = [g for g in table.of(grouping) if g not in gone]
        assert not untold or not left or table.sizes[untold].sum() >= RULE.least


def test_the_table_tells_nothing_of_what_is_hidden() -> None:
    students = people((4, {"team": "A"}), (30, {"team": "B"}), (60, {"team": "C"}))
    placed = np.ones(94, np.bool_)
    [team] = [
        table
        for table in grouping_tables(table_of(students), placed, np.ones(94, np.int64))
        if table.grouping == "team"
    ]
    for row in team.rows[:2]:
        assert (row.rate.shown, row.students, row.placed, row.median_offers, row.without_offers) == (
            "hidden", None, None, None, None,
        )  # fmt: skip
    assert team.gap is None
