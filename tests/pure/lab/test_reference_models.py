"""The models against R (sandwich, clubSandwich, survival, lme4, glmx) on published experiments."""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np
import pytest

from testing_lab.methods import METHODS, answer
from testing_lab.models import (
    clogit_exact,
    glmm_random_intercept_AGQ25,
    heteroskedastic_probit,
    logit_cluster_robust,
    lpm_cluster_robust,
)
from tests.pure.lab.model_experiments import asked, bertrand_mullainathan
from tests.pure.lab.reference_cases import cases, differences

_CASES = cases("clustered_regression", "conditional_logit", "mixed_logit", "neumark_correction")


def test_every_method_of_these_families_can_be_asked() -> None:
    assert {case["method"] for case in _CASES} <= set(METHODS)


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["id"])
def test_agrees_with_an_independent_program(case: dict[str, Any]) -> None:
    outputs = dict(case["outputs"])
    if isinstance(outputs.get("loglik"), list):
        # R prints the two in one field: at coefficients of 0, and at the maximum.
        outputs["loglik_null"], outputs["loglik"] = outputs["loglik"]
    assert not differences({**case, "outputs": outputs}, answer(case["method"], asked(case)))


def test_bertrand_and_mullainathan_have_the_degrees_of_freedom_of_clubsandwich() -> None:
    columns, ads = bertrand_mullainathan()
    found = lpm_cluster_robust(outcome=columns["call"], covariates={"black": columns["black"]}, cluster=ads)
    assert found.inference_cr2.df is not None
    assert round(found.inference_cr2.df[1], 1) == 1271.6
    assert found.se_cr2[1] < found.se_iid[1]


def test_neumark_published_these_numbers() -> None:
    """Level, variance and total with clustered errors: -0.086 (0.038), 0.062 (0.042), -0.024 (0.007), recalled."""
    columns, ads = bertrand_mullainathan()
    controls = {name: column for name, column in columns.items() if name != "call"}
    found = heteroskedastic_probit(
        outcome=columns["call"], covariates=controls, scale_terms=["black"], cluster=ads, confidence=0.9
    )
    assert np.allclose(found.at_means.inference.se, [0.038, 0.042, 0.007], atol=5e-4)
    assert abs(found.lr_gamma_zero - 2.41511) < 1e-5
    assert found.overidentification_df == 11


def test_conditional_and_marginal_odds_ratios_differ_by_construction() -> None:
    columns, ads = bertrand_mullainathan()
    black = {"black": columns["black"]}
    marginal = logit_cluster_robust(outcome=columns["call"], covariates=black, cluster=ads)
    conditional = clogit_exact(outcome=columns["call"], covariates=black, strata=ads)
    assert conditional.odds_ratio is not None
    assert conditional.odds_ratio < marginal.odds_ratio[1] < 1
    assert conditional.informative_strata + conditional.uninformative_strata == 1323


def test_more_nodes_settle_what_25_leave_open() -> None:
    """lme4's 25 nodes are not the end: the likelihood still moves by 0.15. From 75 on it keeps still."""
    columns, ads = bertrand_mullainathan()
    found = [
        glmm_random_intercept_AGQ25(
            outcome=columns["call"], covariates={"black": columns["black"]}, cluster=ads, nAGQ=nodes
        )
        for nodes in (25, 75, 100)
    ]
    assert [one.sd and round(one.sd, 3) for one in found] == [3.162, 3.141, 3.141]
    assert found[0].quadrature_error > 0.1 > 1e-3 > found[1].quadrature_error > found[2].quadrature_error == 0
    assert msgspec.to_builtins(found[2])["nAGQ"] == 100
