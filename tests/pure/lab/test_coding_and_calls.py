"""Agreement of coders and shares of calls: identities, coverage by enumeration, edges."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from testing_lab import calls, coding
from testing_lab.coding.double_coding import double_coded
from testing_lab.faults import ImpossibleInput


def _matrices(kinds: int) -> st.SearchStrategy[list[list[int]]]:
    row = st.lists(st.integers(0, 20), min_size=kinds, max_size=kinds)
    return st.lists(row, min_size=kinds, max_size=kinds).filter(lambda rows: any(map(any, rows)))


@given(_matrices(3), st.sampled_from(["none", "linear", "quadratic"]))
def test_the_coders_can_be_swapped_and_the_order_of_codes_turned(counts: list[list[int]], weights: str) -> None:
    one = coding.cohen_kappa(counts=counts, weights=weights)
    swapped = coding.cohen_kappa(counts=[list(column) for column in zip(*counts, strict=True)], weights=weights)
    turned = coding.cohen_kappa(counts=[row[::-1] for row in counts[::-1]], weights=weights)
    for other in (swapped, turned):
        assert one.undefined == other.undefined
        for field in ("estimate", "lower", "upper", "standard_error_chance", "highest"):
            first, second = getattr(one, field), getattr(other, field)
            assert (first is None) == (second is None)
            assert first is None or first == pytest.approx(second, abs=1e-7)
    if one.estimate is not None:
        assert one.estimate <= one.highest + 1e-9 <= 1 + 2e-9


@given(_matrices(2))
def test_weights_mean_nothing_with_two_codes(counts: list[list[int]]) -> None:
    plain = coding.cohen_kappa(counts=counts)
    for weights in ("linear", "quadratic"):
        weighted = coding.cohen_kappa(counts=counts, weights=weights).estimate
        assert weighted == (None if plain.estimate is None else pytest.approx(plain.estimate))


def test_agreement_at_its_edges() -> None:
    alike = coding.cohen_kappa(counts=[[7, 0], [0, 3]])
    assert (alike.estimate, alike.lower, alike.upper) == (1, 1, 1)
    one_code = coding.cohen_kappa(counts=[[7, 0], [0, 0]])
    assert one_code.estimate is None
    assert one_code.undefined["estimate"] == "only_one_code_used"
    assert one_code.agreement_by_code == (1, None)
    constant = coding.cohen_kappa(counts=[[5, 0], [2, 0]])
    assert constant.estimate == pytest.approx(0)
    assert constant.undefined["z"] == "no_variation"
    for wrong in ([[1]], [[1, 2], [3]], [[0, 0], [0, 0]], [[1, -1], [0, 1]]):
        with pytest.raises(ImpossibleInput):
            coding.cohen_kappa(counts=wrong)
    with pytest.raises(ImpossibleInput, match="weights"):
        coding.cohen_kappa(counts=[[1, 1], [1, 1]], weights="cubic")


def test_raw_codes_are_counted() -> None:
    counts = double_coded(first=["yes", "no", "yes"], second=["yes", "yes", "none"], codes=["yes", "none", "no"])
    assert counts == ((1, 1, 0), (0, 0, 0), (1, 0, 0))
    with pytest.raises(ImpossibleInput, match="not among"):
        double_coded(first=["yes"], second=["perhaps"], codes=["yes", "no"])
    with pytest.raises(ImpossibleInput, match="not equally long"):
        double_coded(first=["yes"], second=[], codes=["yes", "no"])


def test_fleiss_kappa_at_its_edges() -> None:
    assert coding.fleiss_kappa(codings=[[3, 0], [0, 3]]).estimate == 1
    assert coding.fleiss_kappa(codings=[[3, 0], [3, 0]]).undefined["estimate"] == "only_one_code_used"
    assert coding.fleiss_kappa(codings=[[2, 1]]).undefined == dict.fromkeys(
        ("lower", "upper", "standard_error"), "one_answer"
    )
    for wrong in ([], [[3]], [[1, 0]], [[2, 1], [2, 2]], [[2, 1], [3]]):
        with pytest.raises(ImpossibleInput):
            coding.fleiss_kappa(codings=wrong)


def test_the_interval_of_fleiss_kappa_covers() -> None:
    """Beta-binomial codes with an agreement of 0.4: 300 studies of 80 answers and 3 coders."""
    random = np.random.default_rng(20261125)
    inside = 0
    for _ in range(300):
        chances = random.beta(0.6 * 1.5, 0.4 * 1.5, size=80)  # intraclass correlation 1/(1 + 1.5) = 0.4
        yes = random.binomial(3, chances)
        found = coding.fleiss_kappa(codings=[[int(one), 3 - int(one)] for one in yes])
        inside += found.lower <= 0.4 <= found.upper
    assert 0.91 <= inside / 300 <= 0.985


def test_clopper_pearson_covers_always_and_the_others_on_average() -> None:
    n, shares = 23, np.linspace(0.02, 0.98, 97)
    found = [calls.binomial_ci(x=x, n=n) for x in range(n + 1)]
    cover = {
        name: sum(
            stats.binom.pmf(x, n, shares) * ((getattr(one, name)[0] <= shares) & (shares <= getattr(one, name)[1]))
            for x, one in enumerate(found)
        )
        for name in ("wilson", "clopper_pearson", "jeffreys")
    }
    assert cover["clopper_pearson"].min() >= 0.95
    assert 0.94 < cover["wilson"].mean() < 0.965
    assert 0.94 < cover["jeffreys"].mean() < 0.965


@pytest.mark.parametrize(("x", "n"), [(0, 1), (1, 1), (0, 10**9), (10**9, 10**9), (1, 10**9), (5 * 10**8, 10**9)])
def test_binomial_intervals_hold_the_share(x: int, n: int) -> None:
    found, turned = calls.binomial_ci(x=x, n=n), calls.binomial_ci(x=n - x, n=n)
    for name in ("wilson", "clopper_pearson", "jeffreys"):
        low, high = getattr(found, name)
        assert 0 <= low <= x / n <= high <= 1
        assert (low, high) == pytest.approx(tuple(1 - bound for bound in getattr(turned, name)[::-1]), abs=1e-15)


@given(st.lists(st.integers(0, 60), min_size=2, max_size=6).filter(any))
def test_simultaneous_intervals_hold_the_shares_and_more_confidence_is_wider(counts: list[int]) -> None:
    one, wide = (
        calls.multinomial_ci(counts=counts, confidence=0.9),
        calls.multinomial_ci(counts=counts, confidence=0.99),
    )
    for name in ("goodman", "quesenberry_hurst", "sison_glaz"):
        for share, (low, high), (lower, higher) in zip(
            one.estimates, getattr(one, name), getattr(wide, name), strict=True
        ):
            assert low - 1e-12 <= share <= high + 1e-12
            if name != "sison_glaz" or sum(counts) > 30:
                assert lower <= low + 1e-9
                assert higher >= high - 1e-9


def test_simultaneous_intervals_hold_at_once() -> None:
    random = np.random.default_rng(7)
    shares = np.array([0.45, 0.15, 0.3, 0.1])
    inside = dict.fromkeys(("goodman", "quesenberry_hurst", "sison_glaz"), 0)
    for counts in random.multinomial(78, shares, size=600):
        found = calls.multinomial_ci(counts=[int(one) for one in counts])
        for name in inside:
            inside[name] += all(low <= p <= high for p, (low, high) in zip(shares, getattr(found, name), strict=True))
    assert 0.93 < inside["goodman"] / 600 < 0.985
    assert inside["quesenberry_hurst"] / 600 > 0.95
    assert 0.92 < inside["sison_glaz"] / 600 < 0.985


def test_neutral_calls_are_never_compliance() -> None:
    found = calls.complier_shares(comply=37, left_to_client=11, neutral=2, refuse=20, refuse_explained=8, unusable=3)
    assert (found.valid_calls, found.unusable_calls) == (78, 3)
    assert (found.complier.calls, found.complier.of) == (37, 78)
    assert (found.accommodating.calls, found.accommodating.of) == (48, 78)
    assert (found.complier_of_decided.calls, found.complier_of_decided.of) == (37, 76)
    assert (found.complier_at_most.calls, found.complier_at_most.of) == (39, 78)
    assert math.isclose(sum(one.share for one in found.outcomes.values()), 1)
    silent = calls.complier_shares(comply=0, left_to_client=0, neutral=4, refuse=0, refuse_explained=0)
    assert silent.complier_of_decided is None
    assert silent.undefined == {"complier_of_decided": "no_decided_calls"}
    with pytest.raises(ImpossibleInput, match="no valid call"):
        calls.complier_shares(comply=0, left_to_client=0, neutral=0, refuse=0, refuse_explained=0, unusable=5)


@pytest.mark.parametrize("counts", [[], [3], [0, 0], [1, -1]])
def test_impossible_outcomes_are_told(counts: list[int]) -> None:
    with pytest.raises(ImpossibleInput):
        calls.multinomial_ci(counts=counts)
