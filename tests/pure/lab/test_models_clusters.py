"""Linear probability and logit with clusters: identities, the slow way, edges, coverage."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special

from testing_lab.faults import ImpossibleInput
from testing_lab.models import logit_cluster_robust, lpm_cluster_robust

_COUNTS = st.tuples(*[st.integers(0, 12)] * 4).filter(lambda n: n[1] + n[2] > 0 and sum(n) > 2)


def _pairs(both: int, only_majority: int, only_minority: int, neither: int) -> dict[str, Any]:
    pairs = [(1, 1)] * both + [(1, 0)] * only_majority + [(0, 1)] * only_minority + [(0, 0)] * neither
    return {
        "outcome": [one for pair in pairs for one in pair],
        "covariates": {"minority": [0, 1] * len(pairs)},
        "cluster": [number for number in range(len(pairs)) for _ in range(2)],
    }


def _rows(seed: int, *, rows: int = 60, clusters: int = 9) -> dict[str, Any]:
    draw = np.random.default_rng(seed)
    return {
        "outcome": draw.integers(0, 2, rows).tolist(),
        "covariates": {"a": draw.normal(size=rows).tolist(), "b": draw.integers(0, 2, rows).tolist()},
        "cluster": [f"employer {one}" for one in draw.permutation(np.arange(rows) % clusters)],
    }


@given(_COUNTS)
def test_on_pairs_the_clustered_variance_is_the_paired_one(counts: tuple[int, int, int, int]) -> None:
    """CR0 is the paired Wald variance, CR1 that times G/(G-1)·(2G-1)/(2G-2), CR2 the paired t test."""
    _, b, c, _ = counts
    number = sum(counts)
    found = lpm_cluster_robust(**_pairs(*counts))
    wald = max(0.0, (b + c) / number**2 - (b - c) ** 2 / number**3)
    assert math.isclose(found.coef[1], (c - b) / number, abs_tol=1e-13)
    assert math.isclose(found.se_cl_hc0_noadj[1] ** 2, wald, rel_tol=1e-9, abs_tol=1e-18)
    factor = number / (number - 1) * (2 * number - 1) / (2 * number - 2)
    assert math.isclose(found.se_cl_stata[1] ** 2, factor * wald, rel_tol=1e-9, abs_tol=1e-18)
    assert math.isclose(found.se_cr2[1] ** 2, wald * number / (number - 1), rel_tol=1e-9, abs_tol=1e-18)
    assert found.inference_cr2.df is not None
    if wald > 1e-12:
        assert math.isclose(found.inference_cr2.df[1] or 0, number - 1, rel_tol=1e-9)


def _by_hand(given_rows: dict[str, Any]) -> tuple[np.ndarray, np.ndarray]:
    """CR2 and its degrees of freedom with the N × N matrices of the papers."""
    y = np.array(given_rows["outcome"], dtype=float)
    x = np.column_stack([np.ones(len(y)), *given_rows["covariates"].values()])
    bread = np.linalg.inv(x.T @ x)
    hat = np.eye(len(y)) - x @ bread @ x.T
    residuals = hat @ y
    variance, columns = np.zeros((x.shape[1], x.shape[1])), [[] for _ in x.T]
    for label in sorted(set(given_rows["cluster"])):
        mine = np.array([one == label for one in given_rows["cluster"]])
        values, vectors = np.linalg.eigh(hat[np.ix_(mine, mine)])
        root = vectors @ np.diag([v**-0.5 if v > 1e-10 else 0.0 for v in values]) @ vectors.T
        score = bread @ x[mine].T @ root @ residuals[mine]
        variance += np.outer(score, score)
        for place, column in enumerate(columns):
            column.append(hat[:, mine] @ root @ x[mine] @ bread[:, place])
    degrees = []
    for column in columns:
        omega = np.array(column) @ np.array(column).T
        degrees.append(np.trace(omega) ** 2 / (omega**2).sum())
    return np.sqrt(np.diag(variance)), np.array(degrees)


@pytest.mark.parametrize("seed", range(6))
def test_cr2_and_its_degrees_of_freedom_are_those_of_the_large_matrices(seed: int) -> None:
    rows = _rows(seed, rows=40 + seed, clusters=[4, 9, 15, 3, 40, 7][seed])
    found = lpm_cluster_robust(**rows)
    errors, degrees = _by_hand(rows)
    assert np.allclose(found.se_cr2, errors, rtol=1e-10)
    assert np.allclose(found.inference_cr2.df, degrees, rtol=1e-9)


@pytest.mark.parametrize("question", [lpm_cluster_robust, logit_cluster_robust])
def test_nothing_depends_on_the_order_of_rows_or_the_units(question: Any) -> None:
    rows = _rows(5)
    found = question(**rows)
    order = np.random.default_rng(1).permutation(60)
    other = question(
        outcome=np.array(rows["outcome"])[order],
        covariates={
            "b": np.array(rows["covariates"]["b"])[order],
            "a": 1e9 * np.array(rows["covariates"]["a"])[order] + 4e12,
        },
        cluster=[rows["cluster"][place] for place in order],
    )
    assert np.allclose([found.coef[1], found.coef[2]], [1e9 * other.coef[2], other.coef[1]], rtol=1e-9)
    assert np.allclose(
        [found.se_cl_stata[1], found.se_cl_stata[2]], [1e9 * other.se_cl_stata[2], other.se_cl_stata[1]], rtol=1e-9
    )


def test_one_row_a_cluster_is_unequal_spread() -> None:
    rows = {**_rows(2), "cluster": list(range(60))}
    found = lpm_cluster_robust(**rows)
    assert np.allclose(found.se_cl_hc0_noadj, found.se_hc0, rtol=1e-12)
    assert np.allclose(found.se_cl_stata, found.se_hc1, rtol=1e-12)


def test_the_interval_holds_zero_exactly_when_the_test_does_not_reject() -> None:
    for seed in range(8):
        answer = lpm_cluster_robust(**_rows(seed)).inference_cr2
        for p, low, high in zip(answer.p_value, answer.lower, answer.upper, strict=True):
            assert (p > 0.05) == (low < 0 < high)


def test_logit_of_one_trait_has_closed_form_errors() -> None:
    counts = (31, 69, 17, 83)
    y = [1] * 31 + [0] * 69 + [1] * 17 + [0] * 83
    found = logit_cluster_robust(outcome=y, covariates={"m": [0] * 100 + [1] * 100}, cluster=list(range(200)))
    assert math.isclose(found.coef[1] or 0, math.log(17 / 83) - math.log(31 / 69), rel_tol=1e-12)
    assert math.isclose(found.se_iid[1] or 0, math.sqrt(sum(1 / n for n in counts)), rel_tol=1e-12)
    # With the trait alone in the model the plain sandwich is the information.
    assert math.isclose(found.se_cl_hc0_noadj[1] or 0, found.se_iid[1] or 0, rel_tol=1e-11)


def test_separation_is_told_and_never_a_huge_coefficient() -> None:
    draw = np.random.default_rng(7)
    quality = draw.normal(size=300)
    never = (draw.random(300) < 0.1).astype(float)
    y = (quality + draw.logistic(size=300) > 0) * (1 - never)
    found = logit_cluster_robust(outcome=y, covariates={"q": quality, "never": never}, cluster=np.arange(300) // 2)
    rest = never == 0
    limit = logit_cluster_robust(outcome=y[rest], covariates={"q": quality[rest]}, cluster=(np.arange(300) // 2)[rest])
    assert found.separation == "quasi_complete"
    assert found.decided_rows == never.sum()
    assert found.coef[2] == -math.inf
    assert found.se[2] is found.inference_stata.p_value[2] is None
    assert found.undefined["se"] == "separation"
    assert np.allclose(found.coef[:2], limit.coef, rtol=1e-9)
    assert np.allclose(found.se_iid[:2], limit.se_iid, rtol=1e-9)
    assert math.isclose(found.loglik, limit.loglik, rel_tol=1e-12)


def test_complete_separation_and_a_constant_outcome() -> None:
    found = logit_cluster_robust(
        outcome=[0, 0, 0, 1, 1, 1], covariates={"a": [1, 2, 3, 4, 5, 6], "b": [1, 0, 0, 1, 1, 0]}, cluster=range(6)
    )
    assert (found.separation, found.coef[1], found.loglik) == ("complete", math.inf, 0.0)
    nobody = logit_cluster_robust(outcome=[0] * 6, covariates={"a": [1, 2, 3, 4, 5, 6]}, cluster=range(6))
    assert nobody.separation == "complete"
    assert nobody.odds_ratio[1] is None
    flat = lpm_cluster_robust(outcome=[0] * 6, covariates={"a": [1, 2, 3, 4, 5, 6]}, cluster=[1, 1, 2, 2, 3, 3])
    assert np.allclose(flat.coef, 0, atol=1e-15)
    assert flat.se_cr2 == [0.0, 0.0]
    assert flat.inference_cr2.p_value == [None, None]
    assert flat.inference_cr2.undefined["p_value"] == "no_variation_between_clusters"


def test_a_coefficient_that_lives_in_one_cluster_has_no_clustered_error() -> None:
    found = lpm_cluster_robust(
        outcome=[0, 1, 1, 0, 1, 1, 0, 0, 1],
        covariates={"only there": [1, 1, 1, 0, 0, 0, 0, 0, 0]},
        cluster=[1, 1, 1, 2, 2, 2, 3, 3, 3],
    )
    # The other two clusters differ, so the difference between the first and them has an error.
    assert found.inference_cr2.statistic[1] is not None
    alone = lpm_cluster_robust(
        outcome=[0, 1, 1, 0, 1, 1, 0, 0, 1],
        covariates={"a": [1, 1, 1, 0, 0, 0, 0, 0, 0], "b": [0, 0, 0, 1, 1, 1, 0, 0, 0]},
        cluster=[1, 1, 1, 2, 2, 2, 3, 3, 3],
    )
    assert alone.se_cr2 == [0.0, 0.0, 0.0]
    assert alone.inference_cr2.statistic == alone.inference_cr2.df == [None, None, None]


@pytest.mark.parametrize("question", [lpm_cluster_robust, logit_cluster_robust])
@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"outcome": [0, 1, 2, 0, 1, 0]}, "outcome[2]"),
        ({"outcome": [0, 1, None, 0, 1, 0]}, "outcome[2]"),
        ({"outcome": [0, 1, 0]}, "as long"),
        ({"outcome": []}, "empty"),
        ({"covariates": {"a": [1, 2, 3, math.nan, 5, 6]}}, "covariates.a[3]"),
        ({"covariates": {"a": [1, 2, 3, math.inf, 5, 6]}}, "covariates.a[3]"),
        ({"covariates": {"a": ["1", 2, 3, 4, 5, 6]}}, "covariates.a[0]"),
        ({"covariates": {"a": [1, 2, 3]}}, "covariates.a"),
        ({"covariates": {"a": [7] * 6}}, "does not vary"),
        ({"covariates": {"a": [1, 2, 3, 4, 5, 7], "b": [2, 4, 6, 8, 10, 14]}}, "follows from"),
        ({"covariates": {"Intercept": [1, 2, 3, 4, 5, 6]}}, "Intercept"),
        ({"covariates": {name: [int(r == i) for r in range(6)] for i, name in enumerate("abcde")}}, "more rows"),
        ({"cluster": [1] * 6}, "one cluster"),
        ({"cluster": [1, 2, 3]}, "as long"),
        ({"cluster": [1, 1, 2, 2, None, 3]}, "cluster[4]"),
        ({"cluster": [1, 1, 2, 2, math.nan, 3]}, "cluster[4]"),
        ({"confidence": 1}, "confidence"),
    ],
)
def test_what_cannot_be_is_told(question: Any, changed: dict[str, Any], told: str) -> None:
    usual = {"outcome": [0, 1, 0, 0, 1, 1], "covariates": {"a": [1, 2, 3, 4, 5, 7]}, "cluster": [1, 1, 2, 2, 3, 3]}
    question(**usual)
    with pytest.raises(ImpossibleInput) as fault:
        question(**{**usual, **changed})
    assert told in str(fault.value)


def _simulated(draw: np.random.Generator, *, clusters: int, size: int) -> dict[str, Any]:
    employer = np.repeat(np.arange(clusters), size)
    big = (np.arange(clusters) < 5).astype(float)[employer]
    chance = special.expit(-0.5 + np.repeat(draw.normal(size=clusters), size))
    return {
        "outcome": (draw.random(clusters * size) < chance).astype(float),
        "covariates": {"big": big},
        "cluster": employer,
    }


def test_few_clusters_cr2_keeps_its_size_where_the_usual_tests_do_not() -> None:
    """5 of 20 employers are big and nothing depends on it: 600 rounds, nominal 5 %; standard error of a share 0.9 %."""
    draw = np.random.default_rng(20261125)
    wrong = np.zeros(3)
    for _ in range(600):
        found = lpm_cluster_robust(**_simulated(draw, clusters=20, size=6))
        iid = abs(found.coef[1] / found.se_iid[1]) > 1.96
        normal = abs(found.coef[1] / found.se_cl_stata[1]) > 1.96
        wrong += [iid, normal, (found.inference_cr2.p_value[1] or 0) < 0.05]
    iid, normal, cr2 = wrong / 600
    assert iid > 0.1
    assert normal > 0.08
    assert cr2 < 0.07


def test_the_logit_finds_its_coefficients_again() -> None:
    draw = np.random.default_rng(3)
    rows = 40_000
    quality, minority = draw.normal(size=rows), np.arange(rows) % 2
    y = draw.random(rows) < special.expit(-1 + 0.7 * quality - 0.5 * minority)
    found = logit_cluster_robust(
        outcome=y, covariates={"q": quality, "minority": minority}, cluster=np.arange(rows) // 2
    )
    assert np.abs((np.array(found.coef) - [-1, 0.7, -0.5]) / np.array(found.se_cl_stata)).max() < 3
    assert max(one or 9 for one in found.se_cl_stata) < 0.03
