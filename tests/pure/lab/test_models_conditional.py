"""The conditional logit: against enumeration, its closed form, its limits, its recovery."""

from __future__ import annotations

import itertools
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special

from testing_lab.faults import ImpossibleInput
from testing_lab.models import clogit_exact, clogit_pairs_closed_form
from testing_lab.models.conditional_likelihood import alike, likelihood
from testing_lab.models.sandwich import clusters

_COUNTS = st.fixed_dictionaries(
    {name: st.integers(0, 40) for name in ("both", "only_majority", "only_minority", "neither")}
).filter(lambda counts: sum(counts.values()) > 0)


def _pairs(*, both: int, only_majority: int, only_minority: int, neither: int) -> dict[str, Any]:
    pairs = [(1, 1)] * both + [(1, 0)] * only_majority + [(0, 1)] * only_minority + [(0, 0)] * neither
    return {
        "outcome": [one for pair in pairs for one in pair],
        "covariates": {"minority": [0, 1] * len(pairs)},
        "strata": [number for number in range(len(pairs)) for _ in range(2)],
    }


@given(_COUNTS)
def test_on_pairs_it_is_the_closed_form(counts: dict[str, int]) -> None:
    found, closed = clogit_exact(**_pairs(**counts)), clogit_pairs_closed_form(**counts)
    pairs = [
        (found.coef[0], closed.coef),
        (found.se[0], closed.se),
        (found.odds_ratio, closed.odds_ratio),
        (found.loglik, closed.loglik),
        (found.loglik_null, closed.loglik_null),
        (found.inference.p_value[0], closed.p_value),
        (found.inference.lower[0], closed.lower),
    ]
    for one, other in pairs:
        assert (one is None) == (other is None)
        assert one is None or other is None or math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-11)
    assert found.informative_strata == counts["only_majority"] + counts["only_minority"]
    assert found.uninformative_strata == counts["both"] + counts["neither"]


@given(_COUNTS)
def test_when_the_applicants_change_places_the_coefficient_changes_its_sign(counts: dict[str, int]) -> None:
    here = clogit_pairs_closed_form(**counts)
    there = clogit_pairs_closed_form(
        **{**counts, "only_majority": counts["only_minority"], "only_minority": counts["only_majority"]}
    )
    assert (here.coef is None) == (there.coef is None)
    assert here.coef is None or there.coef is None or math.isclose(here.coef, -there.coef, abs_tol=1e-12)
    assert here.se == there.se


def _enumerated(x: np.ndarray, y: np.ndarray, codes: np.ndarray, coef: np.ndarray) -> float:
    total = 0.0
    for code in np.unique(codes):
        mine = codes == code
        linear, k = x[mine] @ coef, int(y[mine].sum())
        ways = [sum(linear[list(chosen)]) for chosen in itertools.combinations(range(mine.sum()), k)]
        total += linear[y[mine] == 1].sum() - special.logsumexp(ways)
    return total


@pytest.mark.parametrize("seed", range(5))
def test_likelihood_gradient_and_information_are_those_of_every_subset(seed: int) -> None:
    draw = np.random.default_rng(seed)
    sizes = draw.integers(1, 9, 12)
    codes = np.repeat(np.arange(12), sizes)
    x, y = draw.normal(size=(len(codes), 2)) * 3, draw.integers(0, 2, len(codes)).astype(float)
    coef = draw.normal(size=2)
    value, gradient, information = likelihood(alike(x, y, clusters(codes, 12)), coef)
    assert math.isclose(value, _enumerated(x, y, codes, coef), rel_tol=1e-12)
    for place, step in enumerate(np.eye(2) * 1e-5):
        up, down = (likelihood(alike(x, y, clusters(codes, 12)), coef + side * step) for side in (1, -1))
        assert math.isclose(gradient[place], (up[0] - down[0]) / 2e-5, rel_tol=1e-6, abs_tol=1e-7)
        assert np.allclose(-information[place], (up[1] - down[1]) / 2e-5, rtol=1e-6, atol=1e-7)


def test_a_stratum_of_thousands_does_not_overflow() -> None:
    """With all rows of a stratum alike but one trait: a 2 × 2 table with fixed margins, so a hypergeometric law."""
    n, k = 2000, 900
    x = np.repeat([0.0, 1.0], n // 2)[:, None]
    y = np.concatenate([np.arange(n // 2) < 500, np.arange(n // 2) < 400]).astype(float)
    value, gradient, information = likelihood(alike(x, y, clusters(np.zeros(n, dtype=np.intp), 1)), np.zeros(1))
    ways = special.gammaln(n + 1) - special.gammaln(k + 1) - special.gammaln(n - k + 1)
    assert math.isclose(value, -ways, rel_tol=1e-12)
    assert math.isclose(gradient[0], 400 - 450, rel_tol=1e-10)
    assert math.isclose(information[0, 0], k * (n - k) * (n // 2) ** 2 / (n**2 * (n - 1)), rel_tol=1e-9)


def test_what_a_stratum_has_in_common_drops_out() -> None:
    draw = np.random.default_rng(4)
    strata = np.repeat(np.arange(80), 5)
    quality, y = draw.normal(size=400), draw.integers(0, 2, 400)
    plain = clogit_exact(outcome=y, covariates={"q": quality}, strata=strata)
    moved = clogit_exact(
        outcome=y[::-1], covariates={"q": (quality + 1e6 * strata)[::-1]}, strata=[f"s{one}" for one in strata[::-1]]
    )
    assert np.allclose(plain.coef, moved.coef, rtol=1e-6)
    turned = clogit_exact(outcome=1 - y, covariates={"q": quality}, strata=strata)
    assert np.allclose(plain.coef, [-(one or 0) for one in turned.coef], rtol=1e-9)
    assert np.allclose(plain.se, turned.se, rtol=1e-9)


def test_a_coefficient_that_runs_away_is_infinite_and_the_others_are_limits() -> None:
    draw = np.random.default_rng(1)
    strata = np.repeat(np.arange(100), 4)
    quality, never = draw.normal(size=400), (draw.random(400) < 0.05).astype(float)
    y = (quality + draw.logistic(size=400) > 0) * (1 - never)
    found = clogit_exact(outcome=y, covariates={"q": quality, "never": never}, strata=strata)
    rest = never == 0
    limit = clogit_exact(outcome=y[rest], covariates={"q": quality[rest]}, strata=strata[rest])
    assert (found.separation, found.coef[1], found.se[1], found.odds_ratios[1]) == (True, -math.inf, None, 0.0)
    assert found.undefined == {"se": "separation"}
    assert math.isclose(found.coef[0] or 0, limit.coef[0] or 1, rel_tol=1e-9)
    assert math.isclose(found.se[0] or 0, limit.se[0] or 1, rel_tol=1e-8)
    assert math.isclose(found.loglik, limit.loglik, rel_tol=1e-10)


def test_ties_at_the_edge_of_separation_stay_in() -> None:
    """In each stratum the two best rows tie and one of them is positive: infinite quality, and a fair coin each."""
    found = clogit_exact(
        outcome=[1, 0, 0] * 6, covariates={"q": [5, 5, 1] * 6}, strata=[s for s in range(6) for _ in range(3)]
    )
    assert found.coef == [math.inf]
    assert math.isclose(found.loglik, 6 * math.log(0.5), rel_tol=1e-12)


def test_without_an_informative_stratum_there_is_no_coefficient() -> None:
    found = clogit_exact(outcome=[1, 1, 0, 0], covariates={"a": [0, 1, 0, 1]}, strata=["x", "x", "y", "y"])
    assert found.coef == [None]
    assert found.undefined["coef"] == found.undefined["odds_ratio"] == "no_informative_strata"
    assert (found.informative_strata, found.uninformative_strata) == (0, 2)
    alone = clogit_exact(outcome=[1, 0, 1], covariates={"a": [0, 1, 2]}, strata=[1, 2, 3])
    assert alone.undefined["coef"] == "no_informative_strata"


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"covariates": {}}, "empty"),
        ({"covariates": {"a": [0.1, 0.1, 0.7, 0.7]}}, "does not vary within"),
        ({"covariates": {"a": [0, 1, 0, 1], "b": [5, 7, 9, 11]}}, "follows from"),
        ({"outcome": [0, 3, 0, 1]}, "outcome[1]"),
        ({"strata": [1, 1]}, "as long"),
        ({"strata": [1, 1, None, 2]}, "strata[2]"),
        ({"covariates": {"a": [0, None, 0, 1]}}, "covariates.a[1]"),
    ],
)
def test_what_cannot_be_is_told(changed: dict[str, Any], told: str) -> None:
    usual = {"outcome": [1, 0, 0, 1], "covariates": {"a": [0, 1, 0, 1]}, "strata": [1, 1, 2, 2]}
    clogit_exact(**usual)
    with pytest.raises(ImpossibleInput) as fault:
        clogit_exact(**{**usual, **changed})
    assert told in str(fault.value)


def test_it_finds_its_coefficients_again_where_the_marginal_logit_would_not() -> None:
    """Employers differ much; 300 samples of 150 employers × 4; coverage of 95 % intervals within 4 standard errors."""
    draw = np.random.default_rng(11)
    covered, estimates = 0, []
    strata, minority = np.repeat(np.arange(150), 4), np.tile([0, 0, 1, 1], 150)
    for _ in range(300):
        chance = special.expit(np.repeat(2 * draw.normal(size=150), 4) - 0.8 * minority)
        found = clogit_exact(outcome=draw.random(600) < chance, covariates={"m": minority}, strata=strata)
        estimates.append(found.coef[0] or 0)
        covered += (found.inference.lower[0] or 9) <= -0.8 <= (found.inference.upper[0] or -9)
    assert abs(np.mean(estimates) + 0.8) < 0.05
    assert abs(covered / 300 - 0.95) < 0.05


def test_small_samples_of_any_kind_end_in_an_answer_or_impossible_input() -> None:
    """Traits that tie within strata, units from 1e-8 to 1e8: no search is left without an end."""
    draw = np.random.default_rng(0)
    infinite = 0
    for _ in range(400):
        rows = int(draw.integers(4, 25))
        covariates = {
            f"c{place}": draw.integers(0, 2, rows)
            if draw.random() < 0.5
            else draw.normal(size=rows) * 10.0 ** draw.integers(-8, 9)
            for place in range(draw.integers(1, 4))
        }
        outcome, strata = draw.integers(0, 2, rows), draw.integers(0, max(1, rows // 4), rows)
        try:
            found = clogit_exact(outcome=outcome, covariates=covariates, strata=strata)
        except ImpossibleInput:
            continue
        infinite += found.separation
        assert all(one is None or abs(one) == math.inf or abs(one) < 1e12 for one in found.coef)
    assert infinite > 20
