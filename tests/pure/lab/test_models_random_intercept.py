"""The logit with a random intercept: against plain integration, its edges, its recovery."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from scipy import integrate, special

from testing_lab.faults import ImpossibleInput
from testing_lab.models import glmm_random_intercept_AGQ25, logit_cluster_robust
from testing_lab.models.marginal_likelihood import evaluate, marginal


def _sample(seed: int, *, clusters: int, size: int, sd: float) -> dict[str, Any]:
    draw = np.random.default_rng(seed)
    employer = np.repeat(np.arange(clusters), size)
    minority, quality = np.tile([0.0, 1.0], clusters * size // 2), draw.normal(size=clusters * size)
    chance = special.expit(-0.5 - 0.7 * minority + 0.4 * quality + sd * draw.normal(size=clusters)[employer])
    y = (draw.random(len(chance)) < chance).astype(float)
    return {"outcome": y, "covariates": {"minority": minority, "quality": quality}, "cluster": employer}


def test_the_likelihood_is_the_integral() -> None:
    draw = np.random.default_rng(0)
    codes = np.repeat(np.arange(6), [1, 2, 3, 4, 5, 6])
    x, y = np.column_stack([np.ones(21), draw.normal(size=21)]), draw.integers(0, 2, 21).astype(float)
    at = np.array([-0.3, 0.8, 1.7])
    total = 0.0
    for code in range(6):
        linear, q = x[codes == code] @ at[:2], 2 * y[codes == code] - 1

        def density(u: float, linear: np.ndarray = linear, q: np.ndarray = q) -> float:
            return float(np.exp(special.log_expit(q * (linear + 1.7 * u)).sum() - u * u / 2) / math.sqrt(2 * math.pi))

        total += math.log(integrate.quad(density, -12, 12, epsabs=1e-14, epsrel=1e-13)[0])
    assert math.isclose(evaluate(marginal(x, y, codes), at, points=100).value, total, rel_tol=1e-10)
    assert math.isclose(evaluate(marginal(x, y, codes), at, points=25).value, total, rel_tol=1e-6)


@pytest.mark.parametrize("points", [1, 4, 25])
@pytest.mark.parametrize("kinds", ["few", "many"])
def test_the_gradient_is_that_of_the_approximation(points: int, kinds: str) -> None:
    draw = np.random.default_rng(2)
    codes = np.repeat(np.arange(40), 3)
    x = np.column_stack([np.ones(120), draw.integers(0, 2, 120) if kinds == "few" else draw.normal(size=120)])
    rows = marginal(x.astype(float), draw.integers(0, 2, 120).astype(float), codes)
    assert (len(rows.times) < 40) == (kinds == "few")
    at = np.array([-0.3, 0.8, 1.2])
    here = evaluate(rows, at, points=points)
    for place, step in enumerate(np.eye(3) * 1e-5):
        up, down = (evaluate(rows, at + side * step, points=points).value for side in (1, -1))
        assert math.isclose(here.gradient[place], (up - down) / 2e-5, rel_tol=1e-6, abs_tol=1e-7)


def test_equal_clusters_put_together_give_the_same() -> None:
    draw = np.random.default_rng(5)
    codes, minority = np.repeat(np.arange(60), 2), np.tile([0.0, 1.0], 60)
    y = (draw.random(120) < special.expit(np.repeat(2 * draw.normal(size=60), 2))).astype(float)
    few = glmm_random_intercept_AGQ25(outcome=y, covariates={"m": minority}, cluster=codes)
    # A covariate with a tiny, meaningless spread makes every row another kind.
    order = draw.permutation(120)
    mixed = glmm_random_intercept_AGQ25(
        outcome=y[order], covariates={"m": minority[order]}, cluster=[f"c{one}" for one in codes[order]]
    )
    assert np.allclose(few.coef, mixed.coef, rtol=1e-8)
    assert math.isclose(few.sd or 0, mixed.sd or 1, rel_tol=1e-8)


def test_more_nodes_change_nothing_where_25_are_enough() -> None:
    rows = _sample(1, clusters=120, size=6, sd=1.0)
    found = [glmm_random_intercept_AGQ25(**rows, nAGQ=nodes) for nodes in (25, 60)]
    assert np.allclose(found[0].coef, found[1].coef, rtol=1e-7)
    assert np.allclose(found[0].se, found[1].se, rtol=1e-6)
    assert math.isclose(found[0].sd or 0, found[1].sd or 1, rel_tol=1e-7)
    assert (found[0].quadrature_error or 0) < 1e-7


def test_a_spread_of_zero_is_the_plain_logit() -> None:
    outcome = [1, 0] * 6 + [0, 1] * 6 + [0, 0] * 4
    rows = {"outcome": outcome, "covariates": {"m": [0, 1] * 16}, "cluster": np.repeat(np.arange(16), 2)}
    found, plain = glmm_random_intercept_AGQ25(**rows), logit_cluster_robust(**rows)
    assert (found.singular, found.sd, found.sd_se) == (True, 0.0, None)
    assert found.undefined == {"sd_se": "sd_is_zero"}
    assert np.allclose(found.coef, plain.coef, atol=1e-9)
    assert np.allclose(found.se, plain.se_iid, rtol=1e-8)
    assert (found.lr_sd_zero, found.lr_p_value) == (0.0, 1.0)


def test_edges_are_named() -> None:
    pairs = {"covariates": {"m": [0, 1] * 12}, "cluster": np.repeat(np.arange(12), 2)}
    alike = glmm_random_intercept_AGQ25(outcome=[1, 1] * 5 + [0, 0] * 7, **pairs)
    assert alike.sd is alike.loglik is None
    assert alike.undefined["coef"] == "no_cluster_with_both_outcomes"
    nobody = glmm_random_intercept_AGQ25(outcome=[0] * 24, **pairs)
    assert nobody.coef == [-math.inf, None]
    assert nobody.undefined["sd"] == "separation"


def test_what_separation_leaves_is_estimated() -> None:
    rows = _sample(3, clusters=200, size=4, sd=1.5)
    never = (np.random.default_rng(9).random(800) < 0.06).astype(float)
    rows["outcome"] = rows["outcome"] * (1 - never)
    found = glmm_random_intercept_AGQ25(**{**rows, "covariates": {**rows["covariates"], "never": never}})
    rest = never == 0
    limit = glmm_random_intercept_AGQ25(
        outcome=rows["outcome"][rest],
        covariates={name: column[rest] for name, column in rows["covariates"].items()},
        cluster=rows["cluster"][rest],
    )
    assert (found.coef[3], found.se[3]) == (-math.inf, None)
    assert np.allclose(found.coef[:3], limit.coef, rtol=1e-7)
    assert np.allclose(found.se[:3], limit.se, rtol=1e-6)
    assert math.isclose(found.sd or 0, limit.sd or 1, rel_tol=1e-7)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"cluster": [1, 2, 3, 4, 5, 6]}, "cluster"),
        ({"cluster": [1] * 6}, "cluster"),
        ({"nAGQ": 0}, "nAGQ"),
        ({"nAGQ": 101}, "nAGQ"),
        ({"nAGQ": 2.5}, "nAGQ"),
        ({"outcome": [0, 1, 0, 1, 0, None]}, "outcome[5]"),
        ({"covariates": {"a": [1] * 6}}, "does not vary"),
    ],
)
def test_what_cannot_be_is_told(changed: dict[str, Any], told: str) -> None:
    usual = {"outcome": [0, 1, 0, 0, 1, 1], "covariates": {"a": [1, 2, 3, 4, 5, 7]}, "cluster": [1, 1, 2, 2, 3, 3]}
    with pytest.raises(ImpossibleInput) as fault:
        glmm_random_intercept_AGQ25(**{**usual, **changed})
    assert told in str(fault.value)


def test_it_finds_its_coefficients_and_its_spread_again() -> None:
    found = glmm_random_intercept_AGQ25(**_sample(8, clusters=1500, size=4, sd=1.5), nAGQ=15)
    assert np.abs((np.array(found.coef) - [-0.5, -0.7, 0.4]) / np.array(found.se)).max() < 3
    assert abs((found.sd or 0) - 1.5) < 3 * (found.sd_se or 0) < 0.4
    assert (found.lr_p_value or 1) < 1e-20
