"""Nobody who knows every method works a small count out of what is told: all other tables are tried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec
import numpy as np
import pytest

from testing_lab.methods import answer
from testing_lab.paired.counts import PairedCounts
from testing_lab.paired.rd_tango_score import rd_tango_score
from testing_lab.registered.analysis import registered_analysis
from testing_lab.registered.coded import CodedApplication
from testing_lab.registered.document import StudyResult
from testing_lab.registered.small_cells import K, value_at
from testing_lab.registered.small_estimates import STEPS, Exactness, exactness, outward
from tests.pure.lab.protocol.examples import changed, example_protocol
from tests.pure.lab.test_registered_analysis import PLAIN, UNPAIRED, a_pair, alone

SECTORS = changed(example_protocol(), {"analysis.secondary": []})


def pairs_of(table: Sequence[int], sector: str = "ICT", first: int = 1) -> list[CodedApplication]:
    kinds = [kind for kind, number in enumerate(table) for _ in range(number)]
    return [
        one
        for number, kind in enumerate(kinds, first)
        for one in a_pair(number, kind in (0, 1), kind in (0, 2), sector)
    ]


def a_study(*tables: Sequence[int]) -> StudyResult:
    """A part of the sample for each table."""
    applications: list[CodedApplication] = []
    for number, table in enumerate(tables):
        applications += pairs_of(table, f"sector {number}", len(applications) // 2 + 1)
    result = registered_analysis(PLAIN if len(tables) == 1 else SECTORS, applications)
    assert isinstance(result, StudyResult)
    return result


@cache
def interval(b: int, c: int, n: int) -> tuple[float | None, float | None]:
    found = rd_tango_score(both=0, only_majority=b, only_minority=c, neither=n - b - c)
    return found.lower, found.upper


def told(b: int, c: int, n: int, exact: Exactness, *, positives: bool) -> tuple[object, ...]:
    """What is said of a table, besides the number of pairs; Tango's interval and the mid-p see b, c and n alone."""
    inputs = {"both": 0, "only_majority": b, "only_minority": c, "neither": n - b - c, "confidence": 0.95}
    verdict = answer("mcnemar_midp", inputs).p_value < 0.05
    if exact.step is None:
        return (b - c if positives else None, verdict)
    difference = b - c if positives else round((b - c) / n / exact.step)
    return difference, *outward(*interval(b, c, n), exact.step), verdict


def tables(n: int) -> Iterator[tuple[int, int]]:
    return ((b, c) for b in range(n + 1) for c in range(n + 1 - b))


@pytest.mark.parametrize(
    "table", [(13, 14, 9, 4), (12, 30, 2, 16), (20, 12, 0, 28), (3, 9, 9, 30), (0, 0, 0, 40), (11, 25, 12, 9)]
)
def test_no_small_count_of_the_whole_can_be_worked_out(table: tuple[int, int, int, int]) -> None:
    result = a_study(table)
    exact = exactness(result)
    assert not exact.whole
    a, b, c, d = table
    n = sum(table)
    positives = None not in (value_at(result.shown, majority="yes"), value_at(result.shown, minority="yes"))
    said = told(b, c, n, exact, positives=positives)
    same = [one for one in tables(n) if told(*one, n, exact, positives=positives) == said]
    if positives:  # then both with and without are known from b and c
        same = [(one, two) for one, two in same if a + b - one >= 0 and a + b - one + one + two <= n]
    counts = np.array([(a + b - one if positives else a, one, two, d) for one, two in same])
    for place, number in enumerate((a, b, c, d)):
        if number >= K:
            continue
        if place in (0, 3) and not positives:  # nothing that is told sees them: they share what b and c leave
            most = n - min(one + two for one, two in same)
            assert most >= min(K, n - b - c)
            continue
        known = counts[:, place] if place < 3 else n - counts[:, :3].sum(axis=1)
        assert known.max() - known.min() >= min(K, a + d), (place, known.min(), known.max())


def test_where_all_counts_are_large_everything_is_told_exactly() -> None:
    assert exactness(a_study((33, 34, 13, 80))) == Exactness(whole=True, step=0.0)


def test_small_counts_of_a_part_cost_the_exact_intervals_of_all_parts() -> None:
    large, small = (30, 40, 20, 60), (25, 16, 5, 40)
    exact = exactness(a_study(large, small))
    assert exact.whole, "the whole has none"
    assert 0.0 not in exact.parts.values(), "the small part is what the large ones leave over"
    assert exactness(a_study(large, large)).everything


@pytest.mark.parametrize("seed", range(6))
def test_parts_may_be_other_tables_with_the_same_words(seed: int) -> None:
    """For every small count of a part there are tables of all parts, K apart, of which the same is told."""
    random = np.random.default_rng(seed)
    shares = (0.2, 0.15, 0.06, 0.59)
    parts = [random.multinomial(int(random.integers(60, 160)), shares).tolist() for _ in range(3)]
    result = a_study(*parts)
    exact = exactness(result)
    split = next((one for one in result.splits if one.by == result.shown_by), None)
    assert split is not None
    assert any(exact.parts.values()), "an interval is told"

    def same(table: PairedCounts, t: int, step: float | None) -> bool:
        a, b, c, d = msgspec.structs.astuple(table)
        if min(a - t, b + t, c + t, d - t) < 0:
            return False
        if step is None:
            return True
        return outward(*interval(b + t, c + t, table.pairs), step) == outward(*interval(b, c, table.pairs), step)

    moves = [[t for t in range(-40, 41) if same(part.table, t, exact.parts[part.name])] for part in split.parts]
    for number, part in enumerate(split.parts):
        if min(msgspec.structs.astuple(part.table)) >= K:
            continue
        others = [one for place, one in enumerate(moves) if place != number]
        sums = {x + y for x in others[0] for y in others[1]}
        reached = [t for t in moves[number] if not exact.whole or -t in sums]
        a, b, c, d = msgspec.structs.astuple(part.table)
        assert max(reached) - min(reached) >= min(K, min(a, d) + min(b, c))


def test_of_groups_the_difference_is_rounded_too() -> None:
    applications = alone(pairs_of((4, 9, 3, 60)))
    result = registered_analysis(UNPAIRED, applications)
    assert isinstance(result, StudyResult)
    exact = exactness(result)
    assert not exact.whole
    assert exact.step in (*STEPS, None)


def test_rounding_is_outward() -> None:
    assert outward(0.051, 0.149, 0.05) == (0.05, pytest.approx(0.15))
    assert outward(-0.01, 0.05, 0.05) == (-0.05, pytest.approx(0.05))
    assert outward(None, "inf", 0.05) == (None, "inf")
