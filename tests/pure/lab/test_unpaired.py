"""Unpaired groups: identities, coverage by enumeration, size of the exact tests, zeros and huge counts."""

from __future__ import annotations

import itertools
import math

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from testing_lab import unpaired
from testing_lab.faults import ImpossibleInput

Four = tuple[int, int, int, int]
_RATIOS = (unpaired.rr_katz_log, unpaired.rr_koopman_score, unpaired.rr_miettinen_nurminen_score)
_DIFFERENCES = (
    unpaired.rd_wald,
    unpaired.rd_newcombe_hybrid,
    unpaired.rd_agresti_caffo,
    unpaired.rd_mee_score,
    unpaired.rd_miettinen_nurminen_score,
)


def _named(four: Four) -> dict[str, int]:
    names = ("callbacks_majority", "n_majority", "callbacks_minority", "n_minority")
    return dict(zip(names, four, strict=True))


def _swapped(four: Four) -> dict[str, int]:
    return _named((four[2], four[3], four[0], four[1]))


@st.composite
def fours(draw: st.DrawFn, most: int = 200) -> Four:
    n1, n2 = draw(st.integers(1, most)), draw(st.integers(1, most))
    return draw(st.integers(0, n1)), n1, draw(st.integers(0, n2)), n2


@given(fours())
def test_swapping_the_groups_turns_every_interval_around(four: Four) -> None:
    for method in _DIFFERENCES:
        one, other = method(**_named(four)), method(**_swapped(four))
        assert one.lower == pytest.approx(-other.upper, abs=1e-10)
        assert one.upper == pytest.approx(-other.lower, abs=1e-10)
    for method in _RATIOS:
        one, other = method(**_named(four)), method(**_swapped(four))
        assert one.lower == pytest.approx(0 if other.upper == math.inf else 1 / other.upper, rel=1e-10)
        assert other.lower == pytest.approx(0 if one.upper == math.inf else 1 / one.upper, rel=1e-10)


@given(fours(60))
@settings(max_examples=40)
def test_swapping_the_groups_changes_no_test_and_boschloo_never_exceeds_fisher(four: Four) -> None:
    for method in (unpaired.pearson_chi2, unpaired.pearson_chi2_yates):
        assert method(**_named(four)) == method(**_swapped(four))
    for method in (unpaired.fisher_exact, unpaired.boschloo_exact):
        one, other = method(**_named(four)), method(**_swapped(four))
        assert one.p_value == pytest.approx(other.p_value, rel=1e-7)
        assert one.p_greater == pytest.approx(other.p_less, rel=1e-7)
    fisher, boschloo = unpaired.fisher_exact(**_named(four)), unpaired.boschloo_exact(**_named(four))
    assert boschloo.p_greater <= fisher.p_greater * (1 + 1e-9)
    assert boschloo.p_less <= fisher.p_less * (1 + 1e-9)


@given(fours(), st.floats(0.5, 0.99), st.floats(0.001, 0.009))
def test_more_confidence_holds_less_confidence(four: Four, confidence: float, more: float) -> None:
    for method in (*_RATIOS, *_DIFFERENCES):
        narrow = method(**_named(four), confidence=confidence)
        wide = method(**_named(four), confidence=confidence + more)
        assert wide.lower <= narrow.lower + 1e-12
        assert narrow.upper == math.inf or wide.upper >= narrow.upper * (1 - 1e-12) - 1e-12
        assert narrow.upper < math.inf or wide.upper == math.inf


@given(fours())
def test_a_score_interval_without_inflation_inverts_pearson(four: Four) -> None:
    """Equal shares lie in Mee's and Koopman's interval when and only when Pearson's p-value is above 5 %."""
    p_value = unpaired.pearson_chi2(**_named(four)).p_value
    if abs(p_value - 0.05) < 1e-9:
        return
    difference = unpaired.rd_mee_score(**_named(four))
    assert (difference.lower <= 1e-12 and difference.upper >= -1e-12) == (p_value > 0.05)
    ratio = unpaired.rr_koopman_score(**_named(four))
    assert (ratio.lower <= 1 + 1e-12 and ratio.upper >= 1 - 1e-12) == (p_value > 0.05)


@given(fours(40))
@settings(max_examples=40)
def test_fisher_agrees_with_scipy(four: Four) -> None:
    a, n1, c, n2 = four
    table = [[a, n1 - a], [c, n2 - c]]
    ours = unpaired.fisher_exact(**_named(four))
    assert ours.p_value == pytest.approx(stats.fisher_exact(table).pvalue, rel=1e-10)
    assert ours.p_greater == pytest.approx(stats.fisher_exact(table, alternative="greater").pvalue, rel=1e-10)
    assert ours.p_less == pytest.approx(stats.fisher_exact(table, alternative="less").pvalue, rel=1e-10)


@pytest.mark.parametrize("four", [(7, 20, 2, 18), (1, 5, 4, 9), (0, 12, 5, 11), (20, 31, 11, 29), (3, 3, 0, 30)])
def test_boschloo_agrees_with_scipy_and_no_share_gives_more(four: Four) -> None:
    a, n1, c, n2 = four
    table = [[a, c], [n1 - a, n2 - c]]
    ours = unpaired.boschloo_exact(**_named(four))
    assert ours.p_greater == pytest.approx(stats.boschloo_exact(table, alternative="greater").pvalue, rel=1e-6)
    assert ours.p_less == pytest.approx(stats.boschloo_exact(table, alternative="less").pvalue, rel=1e-6)
    rejected = [
        (x, y)
        for x, y in itertools.product(range(n1 + 1), range(n2 + 1))
        if unpaired.fisher_exact(**_named((x, n1, y, n2))).p_greater
        <= unpaired.fisher_exact(**_named(four)).p_greater * (1 + 1e-7)
    ]
    shares = np.linspace(0, 1, 5001)
    chances = sum(stats.binom.pmf(x, n1, shares) * stats.binom.pmf(y, n2, shares) for x, y in rejected)
    assert chances.max() <= ours.p_greater * (1 + 1e-8) + 1e-15
    at = ours.share_greater
    there = sum(stats.binom.pmf(x, n1, at) * stats.binom.pmf(y, n2, at) for x, y in rejected)
    assert there == pytest.approx(ours.p_greater, rel=1e-9)


def test_the_exact_tests_keep_their_size_and_boschloo_rejects_more() -> None:
    n1, n2 = 14, 11
    tables = list(itertools.product(range(n1 + 1), range(n2 + 1)))
    size = {}
    for method in (unpaired.fisher_exact, unpaired.boschloo_exact):
        rejected = [(x, y) for x, y in tables if method(**_named((x, n1, y, n2))).p_value <= 0.05]
        shares = np.linspace(0.005, 0.995, 199)
        size[method.__name__] = sum(
            stats.binom.pmf(x, n1, shares) * stats.binom.pmf(y, n2, shares) for x, y in rejected
        )
    assert size["fisher_exact"].max() <= 0.05
    assert size["boschloo_exact"].max() <= 0.05
    assert size["boschloo_exact"].mean() > size["fisher_exact"].mean() * 1.1


def test_score_intervals_cover_what_they_say_on_average_and_wald_does_not() -> None:
    n1, n2 = 18, 15
    tables = list(itertools.product(range(n1 + 1), range(n2 + 1)))
    grid = [(p1, p2) for p1 in np.linspace(0.05, 0.95, 10) for p2 in np.linspace(0.05, 0.95, 10)]
    chances = {
        (x, y): np.array([stats.binom.pmf(x, n1, p1) * stats.binom.pmf(y, n2, p2) for p1, p2 in grid])
        for x, y in tables
    }
    covered = {}
    for method in (*_DIFFERENCES, *_RATIOS):
        wanted = np.array([p1 / p2 if method in _RATIOS else p1 - p2 for p1, p2 in grid])
        found = {table: method(**_named((table[0], n1, table[1], n2))) for table in tables}
        covered[method.__name__] = sum(
            chances[table] * ((one.lower <= wanted) & (wanted <= one.upper)) for table, one in found.items()
        )
    for name in ("rd_mee_score", "rd_miettinen_nurminen_score", "rd_newcombe_hybrid", "rd_agresti_caffo"):
        assert 0.945 < covered[name].mean() < 0.97, name
        assert covered[name].min() > 0.90, name
    for name in ("rr_koopman_score", "rr_miettinen_nurminen_score"):
        assert 0.945 < covered[name].mean() < 0.97, name
        assert covered[name].min() > 0.90, name
    assert covered["rd_wald"].min() < 0.90


@pytest.mark.parametrize(
    "four",
    [
        (0, 1, 0, 1),
        (1, 1, 1, 1),
        (1, 1, 0, 1),
        (0, 1, 1, 1),
        (0, 9, 0, 7),
        (9, 9, 7, 7),
        (0, 9, 3, 7),
        (5, 9, 0, 7),
        (9, 9, 0, 7),
        (10**9, 10**9, 10**9 - 1, 10**9),
        (5 * 10**8, 10**9, 499_900_000, 10**9),
        (0, 10**9, 10**9, 10**9),
        (1, 10**9, 0, 1),
    ],
    ids=str,
)
def test_zeros_and_huge_counts_have_a_defined_answer(four: Four) -> None:
    for method in unpaired.METHODS:
        if method is unpaired.boschloo_exact and four[1] + four[3] > 20_000:
            with pytest.raises(ImpossibleInput, match="too large"):
                method(**_named(four))
            continue
        result = msgspec.to_builtins(method(**_named(four)))
        undefined = result.pop("undefined", {})
        for field, value in result.items():
            assert (value is None) == (field in undefined), (method.__name__, field)
            assert value is None or not math.isnan(value), (method.__name__, field)
        if "lower" in result:
            estimate = result["estimate"]
            assert result["lower"] <= result["upper"]
            assert estimate is None or result["lower"] - 1e-15 <= estimate <= result["upper"] + 1e-15
        if "p_value" in result:
            assert 0 <= result["p_value"] <= 1


@pytest.mark.parametrize(
    ("four", "argument"),
    [
        ((1, 0, 0, 4), "n_majority"),
        ((5, 4, 0, 4), "callbacks_majority"),
        ((1, 4, 5, 4), "callbacks_minority"),
        ((-1, 4, 0, 4), "callbacks_majority"),
        ((1.5, 4, 0, 4), "callbacks_majority"),
        ((True, 4, 0, 4), "callbacks_majority"),
    ],
    ids=str,
)
def test_impossible_counts_are_named(four: Four, argument: str) -> None:
    for method in unpaired.METHODS:
        with pytest.raises(ImpossibleInput) as caught:
            method(**_named(four))
        assert caught.value.argument == argument


@pytest.mark.parametrize("confidence", [0, 1, -0.1, 1.2, math.nan])
def test_an_impossible_confidence_is_named(confidence: float) -> None:
    for method in (*_RATIOS, *_DIFFERENCES):
        with pytest.raises(ImpossibleInput, match="confidence"):
            method(**_named((1, 4, 2, 4)), confidence=confidence)
