"""A simulated design finds what is computed to be true."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from testing_lab.faults import ImpossibleInput
from testing_lab.methods import answer
from testing_lab.power import mcnemar_power, simulate_design
from testing_lab.power.simulate_design import simulate_analyses
from testing_lab.power.study_design import DesignStratum, StudyDesign, simulated_counts, truth
from testing_lab.result import Interval

_CARE = DesignStratum(name="care", pairs=120, p_majority=0.4, p_minority=0.3)
_SPORT = DesignStratum(name="sport", pairs=80, p_majority=0.2, p_minority=0.15)
_RICH = StudyDesign(
    strata=(_CARE, _SPORT), employer_sd=1.5, effect_sd=0.8, template_effects=(0.0, 0.4, -0.3), order_effect=0.5
)


def _wald(*, both: int, only_majority: int, only_minority: int, neither: int, confidence: float = 0.95) -> Interval:
    """A plain interval of the difference, for these tests."""
    n = both + only_majority + only_minority + neither
    gap = (only_majority - only_minority) / n
    reach = 1.959963984540054 * math.sqrt(only_majority + only_minority - n * gap**2) / n * (confidence / 0.95)
    return Interval(estimate=gap, lower=gap - reach, upper=gap + reach)


def test_the_truth_is_the_mean_of_endless_studies() -> None:
    true, generator = truth(_RICH), np.random.default_rng(1)
    total = np.sum([simulated_counts(_RICH, generator=generator) for _ in range(2000)], axis=0) / 400_000
    wanted = (true.p_both, true.p_only_majority, true.p_only_minority)
    for seen, one in zip(total, wanted, strict=False):
        assert seen == pytest.approx(one, abs=4 * math.sqrt(one * (1 - one) / 400_000))


def test_the_mid_p_test_has_its_computed_power() -> None:
    found = simulate_design(strata=[_CARE], employer_sd=1.0, runs=4000, seed=2)
    true = found.truth
    wanted = mcnemar_power(
        p_only_majority=true.p_only_majority, p_only_minority=true.p_only_minority, n_pairs=120
    ).power_midp
    [test] = found.analyses
    assert test.rejected == pytest.approx(wanted, abs=4 * test.rejected_se)


def test_an_interval_is_unbiased_and_covers() -> None:
    [found] = simulate_analyses(_RICH, {"rd_wald": _wald}, runs=3000, seed=3).analyses
    assert found.bias_se is not None
    assert found.covered_se is not None
    assert found.bias == pytest.approx(0, abs=4 * found.bias_se)
    assert found.covered == pytest.approx(0.95, abs=4 * found.covered_se + 0.006)
    assert found.quantity == "difference"


def test_replies_that_go_missing_on_one_side_are_bias() -> None:
    design = StudyDesign(strata=(_CARE,), missing_minority=0.3)
    [found] = simulate_analyses(design, {"rd_wald": _wald}, runs=1000, seed=4).analyses
    assert found.bias == pytest.approx(0.3 * 0.3, abs=0.01)
    dropped = StudyDesign(strata=(_CARE,), missing_minority=0.3, missing_counts_as="dropped")
    [found] = simulate_analyses(dropped, {"rd_wald": _wald}, runs=1000, seed=4).analyses
    assert found.bias == pytest.approx(0, abs=0.01)


def test_pairs_that_share_an_employer_break_the_interval() -> None:
    design = StudyDesign(strata=(_CARE,), effect_sd=3.0, pairs_per_employer=40)
    [found] = simulate_analyses(design, {"rd_wald": _wald}, runs=500, seed=5).analyses
    assert found.covered is not None
    assert found.covered < 0.6


def test_the_same_seed_gives_the_same_answer_also_from_json() -> None:
    inputs: dict[str, Any] = {
        "strata": [{"name": "care", "pairs": 30, "p_majority": 0.4, "p_minority": 0.3}],
        "runs": 50,
        "seed": 9,
    }
    assert answer("simulate_design", inputs) == answer("simulate_design", inputs)
    assert answer("simulate_design", inputs) != answer("simulate_design", inputs | {"seed": 10})


def test_every_pair_dropped() -> None:
    design = StudyDesign(strata=(_CARE,), missing_majority=1.0, missing_counts_as="dropped")
    [found] = simulate_analyses(design, {"rd_wald": _wald}, runs=3, seed=1).analyses
    assert (found.rejected, found.mean_estimate, found.covered) == (0, None, None)
    assert (found.without_estimate, found.without_interval) == (3, 3)


@pytest.mark.parametrize(
    "changed",
    [
        {"strata": []},
        {"strata": [DesignStratum(name="a", pairs=0, p_majority=0.5, p_minority=0.5)]},
        {"strata": [DesignStratum(name="a", pairs=1, p_majority=1, p_minority=0.5)]},
        {"employer_sd": -1},
        {"pairs_per_employer": 0},
        {"template_effects": [0.1]},
        {"analyses": ["no_such_test"]},
        {"analyses": []},
        {"runs": 0},
        {"seed": -1},
        {"missing_majority": 2},
    ],
)
def test_designs_that_cannot_be(changed: dict[str, Any]) -> None:
    with pytest.raises(ImpossibleInput):
        simulate_design(**({"strata": [_CARE], "seed": 1, "runs": 1} | changed))
