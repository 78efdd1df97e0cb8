"""Draws: replayable for ever, even, weighted as asked, and independent of one another."""

from __future__ import annotations

import hashlib
from collections import Counter
from itertools import permutations

import pytest
from scipy import stats

from testing_lab.faults import ImpossibleInput
from testing_lab.profiles.seeded import shuffled, weighted, whole_number

MANY = 6000


def test_a_draw_never_changes() -> None:
    # As any other program computes it: printf '["stagekans draw 1","2026","letters","template","A"]' | sha256sum
    written = hashlib.sha256(b'["stagekans draw 1","2026","letters","template","A"]').hexdigest()
    assert whole_number(2026, "template", "A", below=1000) == int(written, 16) * 1000 >> 256 == 292
    assert whole_number("2026", "template", "A", below=1000) == 292
    assert shuffled(1, "x", items="abcde") == ("d", "e", "b", "c", "a")


def test_labels_do_not_run_together() -> None:
    assert whole_number(1, "ab", "c", below=2**64) != whole_number(1, "a", "bc", below=2**64)


def test_draws_are_even() -> None:
    found = Counter(whole_number(seed, "even", below=7) for seed in range(MANY))
    assert len(found) == 7
    assert stats.chisquare(list(found.values())).pvalue > 0.001


def test_weights_are_kept() -> None:
    found = Counter(weighted(seed, "w", weights=(1, 0, 3, 2)) for seed in range(MANY))
    assert set(found) == {0, 2, 3}
    assert stats.chisquare([found[0], found[2], found[3]], [MANY / 6, MANY / 2, MANY / 3]).pvalue > 0.001


def test_all_orders_are_equally_likely() -> None:
    found = Counter(shuffled(seed, "s", items=(1, 2, 3, 4)) for seed in range(MANY))
    assert set(found) == set(permutations((1, 2, 3, 4)))
    assert stats.chisquare(list(found.values())).pvalue > 0.001


def test_two_labels_are_independent() -> None:
    table = [[0] * 3 for _ in range(3)]
    for seed in range(MANY):
        table[whole_number(seed, "a", below=3)][whole_number(seed, "b", below=3)] += 1
    assert stats.chi2_contingency(table).pvalue > 0.001


def test_nothing_cannot_be_drawn() -> None:
    with pytest.raises(ImpossibleInput):
        whole_number(1, below=0)
    with pytest.raises(ImpossibleInput):
        weighted(1, weights=(0, 0))
    assert shuffled(1, items=()) == ()
