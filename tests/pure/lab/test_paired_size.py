"""How often a test rejects when both applicants have equal chances: by counting all tables, not by simulation."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import pytest
from scipy import stats

from testing_lab import paired
from testing_lab.paired.wrong_tests import exclusive_share_fisher_of_callback, unpaired_fisher_on_margins

_ALPHA = 0.05
#: The share of discordant pairs of inter1 (Petit et al. 2013), the example of METHODS.md §0.2.
_INTER1_PAIRS, _INTER1_DISCORDANCE = 310, 70 / 310


@cache
def _rejects_of_discordant(test: Callable[..., Any], m: int) -> float:
    """The chance to reject when m pairs are discordant. Every test here rejects more the further from a tie."""
    inside = [
        b for b in range(m // 2 + 1) if test(both=0, only_majority=b, only_minority=m - b, neither=1).p_value <= _ALPHA
    ]
    return 2 * float(stats.binom.cdf(max(inside), m, 0.5)) if inside else 0.0


def _size(test: Callable[..., Any], pairs: int, discordance: float) -> float:
    numbers = np.arange(pairs + 1)
    weights = stats.binom.pmf(numbers, pairs, discordance)
    return float(
        sum(w * _rejects_of_discordant(test, int(m)) for m, w in zip(numbers, weights, strict=True) if w > 1e-9)
    )


def test_callback_rejects_a_true_null_hypothesis_in_13_percent_and_ours_in_at_most_5() -> None:
    """METHODS.md §0.2 simulates 13.4 % and, for the exact test, 4.0 %; these are exact: 13.38, 3.80 and 4.90 %."""
    wrong = _size(exclusive_share_fisher_of_callback, _INTER1_PAIRS, _INTER1_DISCORDANCE)
    assert wrong == pytest.approx(0.1338, abs=0.0005)
    assert _size(paired.mcnemar_exact, _INTER1_PAIRS, _INTER1_DISCORDANCE) == pytest.approx(0.0380, abs=0.0005)
    assert _size(paired.mcnemar_midp, _INTER1_PAIRS, _INTER1_DISCORDANCE) == pytest.approx(0.0490, abs=0.0005)


def test_the_unpaired_test_hardly_ever_rejects_a_true_null_hypothesis() -> None:
    """METHODS.md §0.2 simulates 0.8 %: the same blindness that misses real discrimination."""
    chances = np.array([43, 35, 35, 197]) / 310
    tables = np.random.default_rng(20_261_125).multinomial(310, chances, size=3000).tolist()
    rejected = [
        unpaired_fisher_on_margins(both=a, only_majority=b, only_minority=c, neither=d).p_value <= _ALPHA
        for a, b, c, d in tables
    ]
    assert np.mean(rejected) == pytest.approx(0.008, abs=0.005)


def test_callback_counts_every_discordant_pair_twice() -> None:
    """Its uncorrected chi-squared is twice McNemar's, for every table."""
    for b, c in ((43, 27), (17, 2), (5, 9), (116, 33)):
        table = exclusive_share_fisher_of_callback(both=3, only_majority=b, only_minority=c, neither=4).table
        statistic = stats.chi2_contingency(np.array(table), correction=False).statistic
        right = paired.mcnemar_asymptotic(both=3, only_majority=b, only_minority=c, neither=4).statistic
        assert right is not None
        assert statistic == pytest.approx(2 * right)


@pytest.mark.parametrize("test", [exclusive_share_fisher_of_callback, unpaired_fisher_on_margins])
def test_fisher_of_equal_groups_is_fisher(test: Callable[..., Any]) -> None:
    random = np.random.default_rng(3)
    for _ in range(150):
        both, b, c, neither = (int(one) for one in random.integers(0, random.choice([4, 40, 400]), size=4))
        found = test(both=both, only_majority=b, only_minority=c, neither=neither + 1)
        assert found.p_value == pytest.approx(float(stats.fisher_exact(np.array(found.table)).pvalue), rel=1e-9)


_GRID = [(pairs, share) for pairs in (10, 25, 60, 120) for share in (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9, 1.0)]


def test_the_exact_test_never_rejects_more_than_5_percent() -> None:
    assert max(_size(paired.mcnemar_exact, *point) for point in _GRID) <= _ALPHA


def test_the_midp_test_rejects_about_5_percent() -> None:
    """Fagerland, Lydersen & Laake (2013): its size passes 5 % seldom and little."""
    sizes = {point: _size(paired.mcnemar_midp, *point) for point in _GRID}
    assert max(size for (_, share), size in sizes.items() if share <= 0.9) <= 0.055
    assert max(sizes.values()) <= 0.066
    assert np.mean([size > _ALPHA for size in sizes.values()]) <= 0.25


@pytest.mark.parametrize("pairs", [8, 20, 40])
def test_the_unconditional_test_never_rejects_more_than_5_percent_and_more_than_the_exact_one(pairs: int) -> None:
    def unconditional(*, both: int, only_majority: int, only_minority: int, neither: int) -> Any:
        m = only_majority + only_minority
        return paired.mcnemar_exact_unconditional(
            both=both, only_majority=only_majority, only_minority=only_minority, neither=pairs - m
        )

    def size(test: Callable[..., Any], share: float) -> float:
        weights = stats.binom.pmf(np.arange(pairs + 1), pairs, share)
        return float(sum(w * _rejects_of_discordant(test, m) for m, w in enumerate(weights)))

    shares = [step / 40 for step in range(41)]
    ours = [size(unconditional, share) for share in shares]
    exact = [size(paired.mcnemar_exact, share) for share in shares]
    assert max(ours) <= _ALPHA
    assert sum(ours) > sum(exact)
