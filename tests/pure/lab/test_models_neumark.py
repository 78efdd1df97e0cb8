"""Neumark's correction: closed form, derivatives, what it undoes, edges."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from scipy import special

from testing_lab.faults import ImpossibleInput, LabFault
from testing_lab.models import heteroskedastic_probit
from testing_lab.models.heteroskedastic_probit import _effects
from testing_lab.models.probit import evaluate


def _audit(seed: int, *, rows: int, level: float, ratio: float, qualities: int = 2) -> dict[str, Any]:
    """Applications whose unseen part varies ``ratio`` times as much for the minority; the bar is 0.8 high."""
    draw = np.random.default_rng(seed)
    minority = np.arange(rows) % 2
    quality = draw.normal(size=(qualities, rows))
    spread = np.where(minority == 1, ratio, 1.0)
    latent = -0.8 + level * minority + 0.6 * quality.sum(axis=0) + spread * draw.normal(size=rows)
    columns = {"minority": minority, **{f"q{place}": one for place, one in enumerate(quality)}}
    return {"outcome": latent > 0, "covariates": columns, "scale_terms": ["minority"]}


def test_with_four_cells_it_is_a_ratio_of_gains() -> None:
    cells = {(0, 0): 20, (0, 1): 40, (1, 0): 20, (1, 1): 30}
    rows = [(z, q, int(n < calls)) for (z, q), calls in cells.items() for n in range(100)]
    found = heteroskedastic_probit(
        outcome=[y for _, _, y in rows],
        covariates={"q": [q for _, q, _ in rows], "z": [z for z, _, _ in rows]},
        scale_terms=["z"],
    )
    quantile = {cell: float(special.ndtri(calls / 100)) for cell, calls in cells.items()}
    ratio = (quantile[0, 1] - quantile[0, 0]) / (quantile[1, 1] - quantile[1, 0])
    assert math.isclose(found.sd_ratio, ratio, rel_tol=1e-10)
    assert math.isclose(found.coef["Intercept"], quantile[0, 0], rel_tol=1e-10)
    assert math.isclose(found.coef["z"], ratio * quantile[1, 0] - quantile[0, 0], rel_tol=1e-9)
    assert found.undefined["overidentification_lr"] == "one_quality_measure"
    # The variance of the quantiles gives that of log(ratio).
    variance = {
        cell: calls / 100 * (1 - calls / 100) / 100 / (math.exp(-(quantile[cell] ** 2)) / (2 * math.pi))
        for cell, calls in cells.items()
    }
    gains = [(variance[z, 0] + variance[z, 1]) / (quantile[z, 1] - quantile[z, 0]) ** 2 for z in (0, 1)]
    assert math.isclose(found.gamma_se, math.sqrt(sum(gains)), rel_tol=1e-8)


def test_derivatives_of_the_likelihood_and_of_the_decomposition() -> None:
    draw = np.random.default_rng(1)
    x = np.column_stack([np.ones(80), draw.normal(size=80), np.arange(80) % 2])
    y, at = draw.integers(0, 2, 80).astype(float), np.array([0.2, 0.7, -0.4, 0.3])
    here = evaluate(x, y, x[:, 2], at)
    values, slopes = _effects(x, 2, at)
    for place, step in enumerate(np.eye(4) * 1e-5):
        up, down = (evaluate(x, y, x[:, 2], at + side * step) for side in (1, -1))
        assert math.isclose(here.scores.sum(axis=0)[place], (up.loglik - down.loglik) / 2e-5, rel_tol=1e-6)
        moved = (up.scores.sum(axis=0) - down.scores.sum(axis=0)) / 2e-5
        assert np.allclose(-here.information[place], moved, rtol=1e-6, atol=1e-6)
        change = (_effects(x, 2, at + step)[0] - _effects(x, 2, at - step)[0]) / 2e-5
        assert np.allclose(slopes[:, place], change, rtol=1e-6, atol=1e-9)
    assert values.shape == (2,)


def test_it_undoes_what_unequal_variances_do_to_the_raw_gap() -> None:
    """No discrimination at all, but a wider spread of the unseen: a probit sees a gap in favour, this does not."""
    found = heteroskedastic_probit(**_audit(4, rows=40_000, level=0.0, ratio=1.6))
    assert found.probit_at_means > 0.05
    level = found.at_means.level / (found.at_means.inference.se[0] or 1)
    assert abs(level) < 3
    assert abs(found.at_means.level) < 0.03
    assert abs(found.sd_ratio - 1.6) < 0.12
    assert found.lr_p_value < 1e-10
    assert (found.overidentification_p_value or 0) > 0.001


def test_the_average_estimate_and_the_coverage_over_many_audits() -> None:
    """200 audits of 2,000 applications, level -0.3 and ratio 1.3; four standard errors of simulation."""
    gammas, covered = [], 0
    for seed in range(200):
        found = heteroskedastic_probit(**_audit(seed, rows=2000, level=-0.3, ratio=1.3))
        gammas.append(found.gamma)
        covered += found.sd_ratio_lower <= 1.3 <= found.sd_ratio_upper
    assert abs(np.mean(gammas) - math.log(1.3)) < 4 * np.std(gammas) / math.sqrt(200)
    assert abs(covered / 200 - 0.95) < 4 * math.sqrt(0.95 * 0.05 / 200)


def test_the_overidentification_test_sees_a_quality_that_counts_for_one_group_only() -> None:
    rows = _audit(2, rows=8000, level=-0.2, ratio=1.0, qualities=3)
    minority, q0, q1, q2 = rows["covariates"].values()
    both = -0.5 + 0.5 * (q1 + q2) + np.random.default_rng(1).normal(size=8000)
    rows["outcome"] = both + 0.9 * np.where(minority == 1, 0, q0) > 0
    found = heteroskedastic_probit(**rows)
    assert found.overidentification_df == 2
    assert (found.overidentification_p_value or 1) < 1e-6


def test_the_order_of_columns_and_one_row_a_cluster() -> None:
    rows = _audit(3, rows=600, level=-0.3, ratio=1.2)
    found = heteroskedastic_probit(**rows)
    turned = heteroskedastic_probit(
        **{**rows, "covariates": dict(reversed(rows["covariates"].items()))}, cluster=range(600)
    )
    assert math.isclose(found.gamma, turned.gamma, rel_tol=1e-8)
    assert math.isclose(found.at_means.total, found.at_means.level + found.at_means.variance, rel_tol=1e-12)
    assert math.isclose(found.at_means.level, turned.at_means.level, rel_tol=1e-8)
    assert turned.clusters == 600
    # Robust and by the information: the same up to chance where the model is right.
    assert abs(turned.gamma_se / found.gamma_se - 1) < 0.3


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"scale_terms": []}, "scale_terms"),
        ({"scale_terms": ["z", "q"]}, "scale_terms"),
        ({"scale_terms": ["elsewhere"]}, "none of the covariates"),
        ({"scale_terms": ["q"]}, "neither 0 nor 1"),
        ({"covariates": {"z": [0, 1] * 6}}, "quality"),
        ({"outcome": [1, 0] * 6}, "one group"),
        ({"outcome": [0] * 12}, "one group"),
        ({"outcome": [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]}, "separation"),
        ({"cluster": [1] * 12}, "one cluster"),
        ({"cluster": [1, 2]}, "as long"),
        ({"outcome": [0, 1]}, "as long"),
    ],
)
def test_what_cannot_be_is_told(changed: dict[str, Any], told: str) -> None:
    usual: dict[str, Any] = {
        "outcome": [0, 1, 0, 0, 1, 1, 0, 1, 0, 0, 1, 1],
        "covariates": {"z": [0, 1] * 6, "q": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]},
        "scale_terms": ["z"],
    }
    with pytest.raises(ImpossibleInput) as fault:
        heteroskedastic_probit(**{**usual, **changed})
    assert told in str(fault.value)


def test_small_and_wild_samples_end_in_an_answer_or_a_named_fault() -> None:
    draw = np.random.default_rng(6)
    ended = {"answer": 0, "fault": 0}
    for _ in range(60):
        rows = int(draw.integers(8, 30))
        try:
            found = heteroskedastic_probit(
                outcome=draw.integers(0, 2, rows),
                covariates={"z": np.arange(rows) % 2, "q": draw.normal(size=rows)},
                scale_terms=["z"],
            )
        except LabFault:
            ended["fault"] += 1
        else:
            ended["answer"] += 1
            assert all(math.isfinite(one) for one in (found.gamma, found.gamma_se, found.at_means.level))
    assert min(ended.values()) > 0
