"""Employers and many comparisons: what must hold whatever the numbers."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testing_lab.comparisons import adjusted_p
from testing_lab.employers import (
    employer_gap_p_values,
    employer_heterogeneity,
    employer_mcnemar_p_values,
    kline_rose_walters_grades,
    kline_walters_moments,
    normal_normal_linear_shrinkage,
)
from testing_lab.employers.best_grading import best_grading, dominance, up_sets
from testing_lab.employers.grading_bound import grading_by_program
from testing_lab.employers.kline_rose_walters_grades import _chances
from testing_lab.faults import ImpossibleInput

_POSTERIORS = st.lists(st.tuples(st.integers(-6, 6), st.integers(1, 8)), min_size=2, max_size=6)


def _gain(gains: np.ndarray, grades: tuple[int, ...]) -> float:
    of = np.array(grades)
    return float(np.sum(gains[of[:, None] > of[None, :]]))


@given(_POSTERIORS, st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.8, 1.0]))
@settings(max_examples=60, deadline=None)
def test_no_grading_at_all_is_better(posteriors: list[tuple[int, int]], lam: float) -> None:
    means, deviations = (np.array(column, dtype=float) for column in zip(*posteriors, strict=True))
    chances = _chances(means / 4, deviations / 4)
    gains = (1 + lam) * chances - 1
    np.fill_diagonal(gains, 0)
    over = dominance(chances)
    sets = up_sets(over)
    assert sets is not None
    best = max(_gain(gains, grades) for grades in product(range(len(means)), repeat=len(means)))
    assert _gain(gains, tuple(best_grading(gains, sets))) == pytest.approx(best, abs=1e-9)
    assert _gain(gains, tuple(grading_by_program(gains, over))) == pytest.approx(best, abs=1e-9)


@pytest.mark.parametrize("seed", range(4))
def test_up_sets_and_whole_number_program_agree_on_unordered_employers(seed: int) -> None:
    draw = np.random.default_rng(seed)
    chances = _chances(draw.normal(size=16), np.exp(draw.normal(size=16)))
    gains = 1.3 * chances - 1
    np.fill_diagonal(gains, 0)
    over = dominance(chances)
    sets = up_sets(over)
    assert sets is not None
    one, other = (_gain(gains, tuple(g)) for g in (best_grading(gains, sets), grading_by_program(gains, over)))
    assert one == pytest.approx(other, abs=1e-9)


def test_too_many_up_sets_are_not_tried() -> None:
    assert up_sets(np.zeros((12, 12), dtype=bool), most=1000) is None


def test_two_employers_get_two_grades_only_above_the_threshold() -> None:
    """With λ = 0.25 one stands over the other only when that is right with a chance above 1 / 1.25 = 0.8."""
    for gap, grades in ((0.83, [1, 1]), (0.85, [2, 1])):  # Φ(0.8416) = 0.8
        chances = _chances(np.array([gap, 0.0]), np.array([0.6, 0.8]))
        gains = 1.25 * chances - 1
        np.fill_diagonal(gains, 0)
        sets = up_sets(dominance(chances))
        assert sets is not None
        assert best_grading(gains, sets) == grades


def test_nobody_is_graded_where_employers_cannot_be_told_apart() -> None:
    for estimates in ([0.1, 0.1, 0.1], [0.0, 0.1, 0.2], [0.0, 0.15, 0.35]):
        card = kline_rose_walters_grades(estimates=estimates, standard_errors=[0.1, 0.1, 0.1], lam=0.25, alpha=0.01)
        assert card.grades is None
        assert card.undefined["grades"] == "no_detectable_heterogeneity"
    assert kline_rose_walters_grades(estimates=[0.0, 0.9], standard_errors=[0.1, 0.1], lam=1).grades == [1, 2]


def test_a_variance_that_is_not_above_zero_has_no_root() -> None:
    found = normal_normal_linear_shrinkage(estimates=[0.1, 0.2], standard_errors=[0.5, 0.5])
    assert found.sd_bias_corrected is None
    assert found.posteriors is None
    assert found.variance_bias_corrected == pytest.approx(0.005 - 0.25)
    moments = kline_walters_moments(table=[[0, 4, 0], [4, 0, 0], [0, 0, 0]])
    assert (moments.corr, moments.sd_gap) == (None, None)


@given(st.lists(st.tuples(st.floats(-5, 5), st.floats(0.01, 3)), min_size=2, max_size=12))
def test_shrinkage_draws_towards_the_mean(employers: list[tuple[float, float]]) -> None:
    estimates, errors = ([*column] for column in zip(*employers, strict=True))
    found = normal_normal_linear_shrinkage(estimates=estimates, standard_errors=errors)
    for estimate, posterior in zip(estimates, found.posteriors or [], strict=False):
        assert abs(posterior - found.mean) <= abs(estimate - found.mean) + 1e-9
    test = employer_heterogeneity(estimates=estimates, standard_errors=errors)
    assert 0 <= test.p_value <= 1


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30), st.randoms(use_true_random=False))
def test_adjusted_p_values_keep_their_order(p: list[float], draw: object) -> None:
    found = adjusted_p(p=p)
    for place, value in enumerate(p):
        assert value <= found.bh[place] + 1e-12 <= found.by[place] + 1e-9
        assert found.hochberg[place] <= found.holm[place] + 1e-12 <= found.bonferroni[place] + 1e-9
        assert found.bh[place] <= found.hochberg[place] + 1e-12
    mixed = list(range(len(p)))
    draw.shuffle(mixed)  # type: ignore[attr-defined]  # Hypothesis' random.Random
    again = adjusted_p(p=[p[place] for place in mixed])
    assert again.holm == [found.holm[place] for place in mixed]
    assert (found.pi0_storey_lambda_0_5 is None) == all(value <= 0.5 for value in p)


def test_no_q_value_without_a_visible_null() -> None:
    found = adjusted_p(p=[0.01, 0.02])
    assert found.q_storey_lambda_0_5 is None
    assert found.undefined["q_storey_lambda_0_5"] == "no_p_value_above_lambda"
    assert "lambda05" not in found.n_q_le_05


def test_employers_p_values() -> None:
    found = employer_mcnemar_p_values(both=[0, 0], only_majority=[8, 0], only_minority=[0, 0], neither=[1, 5])
    assert found.p_values == [pytest.approx(0.5**9), 1.0]
    gaps = employer_gap_p_values(employer=[0, 0, 1, 1, 2], gap=[0.5, 0.5, 0.2, -0.2, 1.0])
    assert gaps.p_values == [None, 0.5, None]
    assert gaps.undefined["p_values[0]"] == "no_spread"
    assert gaps.undefined["p_values[2]"] == "too_few_jobs"


@pytest.mark.parametrize(
    ("question", "inputs"),
    [
        (adjusted_p, {"p": []}),
        (adjusted_p, {"p": [1.2]}),
        (kline_walters_moments, {"table": [[1, 2], [3, 4]]}),
        (kline_walters_moments, {"table": [[0] * 3] * 3}),
        (normal_normal_linear_shrinkage, {"estimates": [1.0], "standard_errors": [1.0]}),
        (normal_normal_linear_shrinkage, {"estimates": [1.0, 2.0], "standard_errors": [1.0, 0.0]}),
        (kline_rose_walters_grades, {"estimates": [1.0, 2.0], "standard_errors": [1.0, 1.0], "lam": 1.5}),
        (kline_rose_walters_grades, {"estimates": [0.0, 9.0], "standard_errors": [1, 1], "lam": 1, "rows": [0, 2]}),
        (employer_gap_p_values, {"employer": [0], "gap": []}),
    ],
)
def test_what_cannot_be_asked(question: object, inputs: dict[str, object]) -> None:
    with pytest.raises(ImpossibleInput):
        question(**inputs)  # type: ignore[operator]  # any of the questions above
