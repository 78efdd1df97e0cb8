"""Intervals against the tables of the papers, and identities."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.fairness.intervals import Z, newcombe, wilson

#: Newcombe (1998), Statistics in Medicine 17:857-872, table I, method 3.
WILSON = {(81, 263): (0.2553, 0.3662), (15, 148): (0.0624, 0.1605), (0, 20): (0, 0.1611), (1, 29): (0.0061, 0.1718)}
#: Newcombe (1998), Statistics in Medicine 17:873-890, table II, method 10.
NEWCOMBE = {
    (56, 70, 48, 80): (0.0524, 0.3339),
    (9, 10, 3, 10): (0.1705, 0.8090),
    (6, 7, 2, 7): (0.0582, 0.8062),
    (5, 56, 0, 29): (-0.0381, 0.1926),
    (0, 10, 0, 20): (-0.1611, 0.2775),
    (0, 10, 0, 10): (-0.2775, 0.2775),
    (10, 10, 0, 20): (0.6791, 1.0000),
    (10, 10, 0, 10): (0.6075, 1.0000),
}
COUNTS = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(("counts", "ends"), WILSON.items())
def test_a_rate_as_published(counts: tuple[int, int], ends: tuple[float, float]) -> None:
    assert wilson(*counts) == pytest.approx(ends, abs=5e-5)


@pytest.mark.parametrize(("counts", "ends"), NEWCOMBE.items())
def test_a_difference_as_published(counts: tuple[int, int, int, int], ends: tuple[float, float]) -> None:
    assert newcombe(*counts) == pytest.approx(ends, abs=5e-5)


@given(COUNTS)
def test_the_interval_inverts_the_score_test(counts: tuple[int, int]) -> None:
    count, n = counts
    for end in wilson(count, n):
        if 0 < end < 1:
            assert abs(count / n - end) / (end * (1 - end) / n) ** 0.5 == pytest.approx(Z, rel=1e-6)


@given(COUNTS, COUNTS)
def test_exchanging_the_groups_turns_the_interval_round(one: tuple[int, int], other: tuple[int, int]) -> None:
    low, high = newcombe(*one, *other)
    assert newcombe(*other, *one) == pytest.approx((-high, -low), abs=1e-12)
    assert low - 1e-12 <= Fraction(*one) - Fraction(*other) <= high + 1e-12
    assert -1 - 1e-12 <= low <= high <= 1 + 1e-12


@pytest.mark.parametrize("counts", [(1, 0), (0, 0), (-1, 5), (6, 5)])
def test_impossible_counts_are_refused(counts: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="a rate needs"):
        wilson(*counts)
