"""How often an interval holds the truth: by counting all tables of a small study, not by simulation.

The tolerances say what a method is: score and hybrid intervals stay within a few points of 95 %, Wald's do not.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from scipy import special, stats

from testing_lab import paired

_PAIRS = 20
_TABLES = np.array(
    [
        (a, b, c, _PAIRS - a - b - c)
        for a in range(_PAIRS + 1)
        for b in range(_PAIRS + 1 - a)
        for c in range(_PAIRS + 1 - a - b)
    ]
)
_WAYS = special.gammaln(_PAIRS + 1) - special.gammaln(_TABLES + 1).sum(axis=1)
_TRUTHS = [
    (both, majority, minority, 1 - both - majority - minority)
    for both, majority, minority in itertools.product((0.05, 0.2, 0.4), (0.05, 0.1, 0.2, 0.3), (0.05, 0.1, 0.2))
    if both + majority + minority <= 0.95
]


def _coverages(ask: Callable[..., Any], truth_of: Callable[[float, float, float], float]) -> list[float]:
    found = [
        ask(both=a, only_majority=b, only_minority=c, neither=d) for a, b, c, d in (row.tolist() for row in _TABLES)
    ]
    lower, upper = np.array([one.lower for one in found]), np.array([one.upper for one in found])
    coverages = []
    for chances in _TRUTHS:
        truth = truth_of(*chances[:3])
        held = (lower <= truth + 1e-12) & (truth <= upper + 1e-12)
        coverages.append(float(np.exp(_WAYS + special.xlogy(_TABLES, np.array(chances)).sum(axis=1))[held].sum()))
    return coverages


@pytest.mark.parametrize(
    ("ask", "least", "mean"),
    [
        (paired.rd_tango_score, 0.945, (0.955, 0.970)),
        (paired.rd_newcombe_square_and_add, 0.940, (0.955, 0.970)),
        (paired.rd_bonett_price, 0.940, (0.955, 0.980)),
        (paired.rd_laud_scas_paired, 0.945, (0.955, 0.975)),
    ],
    ids=lambda one: getattr(one, "__name__", None),
)
def test_intervals_of_the_difference_hold_the_truth(
    ask: Callable[..., Any], least: float, mean: tuple[float, float]
) -> None:
    coverages = _coverages(ask, lambda _, majority, minority: majority - minority)
    assert min(coverages) >= least
    assert mean[0] <= np.mean(coverages) <= mean[1]


@pytest.mark.parametrize(
    ("ask", "least", "mean"),
    [
        (paired.rr_tang_score, 0.940, (0.955, 0.970)),
        (paired.rr_bonett_price_hybrid_wilson, 0.945, (0.955, 0.975)),
        (paired.rr_mover_wilson_newcombe_psi, 0.940, (0.955, 0.970)),
        (paired.rr_laud_scas_paired, 0.945, (0.955, 0.975)),
    ],
    ids=lambda one: getattr(one, "__name__", None),
)
def test_intervals_of_the_ratio_hold_the_truth(
    ask: Callable[..., Any], least: float, mean: tuple[float, float]
) -> None:
    coverages = _coverages(ask, lambda both, majority, minority: (both + majority) / (both + minority))
    assert min(coverages) >= least
    assert mean[0] <= np.mean(coverages) <= mean[1]


def test_wald_intervals_are_too_short_with_few_pairs() -> None:
    """Why they are for comparison only."""
    assert min(_coverages(paired.rd_wald, lambda _, majority, minority: majority - minority)) < 0.87
    ratios = _coverages(paired.rr_wald_log, lambda both, majority, minority: (both + majority) / (both + minority))
    assert min(ratios) < 0.91


@pytest.mark.parametrize(
    ("ask", "least", "mean"),
    [
        (paired.or_conditional_clopper_pearson, 0.95, (0.960, 0.985)),
        (paired.or_conditional_midp, 0.92, (0.950, 0.968)),
        (paired.or_conditional_scas, 0.92, (0.950, 0.972)),
        (paired.or_conditional_wilson, 0.895, (0.945, 0.960)),
    ],
    ids=lambda one: getattr(one, "__name__", None),
)
@pytest.mark.parametrize("discordant", [10, 30, 60])
def test_intervals_of_the_odds_ratio_hold_the_truth(
    ask: Callable[..., Any], least: float, mean: tuple[float, float], discordant: int
) -> None:
    found = [ask(both=1, only_majority=b, only_minority=discordant - b, neither=1) for b in range(discordant + 1)]
    lower, upper = np.array([one.lower for one in found]), np.array([one.upper for one in found])
    coverages = []
    for share in np.linspace(0.05, 0.95, 181):
        truth = share / (1 - share)
        held = (lower <= truth) & (truth <= upper)
        coverages.append(float(stats.binom.pmf(np.arange(discordant + 1), discordant, share)[held].sum()))
    assert min(coverages) >= least
    assert mean[0] <= np.mean(coverages) <= mean[1]
