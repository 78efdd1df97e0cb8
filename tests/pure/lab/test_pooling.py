"""Pooling: identities, the peak of the likelihood against dense algebra, and edges by their zeros."""

from __future__ import annotations

import math
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import optimize, stats

from testing_lab.faults import ImpossibleInput, NotConverged
from testing_lab.methods import answer
from testing_lab.pooling import (
    cumulative_pooling,
    egger,
    leave_one_out,
    pooled_effect,
    q_profile,
    random_effects,
    three_level_REML_CR2,
)
from testing_lab.pooling.effects import effects
from testing_lab.pooling.nested import Nested
from testing_lab.pooling.three_level import cluster_robust

ESTIMATORS = ("FE", "DL", "REML", "PM", "EB", "HE", "SJ")
YI = [0.15, 0.10, 0.19, 0.15, 0.06, -0.01, -0.29, 0.40, 0.59]
VI = [0.0034, 0.0020, 0.0027, 0.0027, 0.0820, 0.0805, 0.0684, 0.0100, 0.0118]
STUDY = ["a", "a", "a", "a", "b", "b", "b", "c", "d"]

lists = st.lists(
    st.tuples(st.floats(-3, 3).map(lambda y: round(y, 4)), st.floats(0.001, 2).map(lambda v: round(v, 5))),
    min_size=1,
    max_size=12,
)


def no_nan(value: Any) -> bool:
    """Nothing in the answer is NaN, and every None has its reason."""
    if isinstance(value, dict):
        reasons = value.get("undefined", {})
        return all(no_nan(one) and (one is not None or name in reasons) for name, one in value.items())
    if isinstance(value, list | tuple):
        return all(no_nan(one) for one in value)
    return not (isinstance(value, float) and math.isnan(value))


@settings(max_examples=40, deadline=None)
@given(lists)
def test_every_answer_is_defined_or_says_why(studies: list[tuple[float, float]]) -> None:
    yi, vi = zip(*studies, strict=True)
    study = [str(place // 2) for place in range(len(yi))]
    for answered in (
        random_effects(yi=yi, vi=vi),
        random_effects(yi=yi, vi=vi, roots="metafor"),
        egger(yi=yi, vi=vi),
        leave_one_out(yi=yi, vi=vi),
        three_level_REML_CR2(yi=yi, vi=vi, study=study),
    ):
        assert no_nan(msgspec.to_builtins(answered))


@settings(max_examples=60, deadline=None)
@given(lists.filter(lambda studies: len(studies) > 1))
def test_swapping_majority_and_minority_turns_the_sign(studies: list[tuple[float, float]]) -> None:
    yi, vi = zip(*studies, strict=True)
    there, back = random_effects(yi=yi, vi=vi), random_effects(yi=[-y for y in yi], vi=vi)
    for name in ("fe", "dl", "reml", "pm", "eb", "he", "sj"):
        one, other = getattr(there, name), getattr(back, name)
        assert one.mu == pytest.approx(-other.mu, abs=1e-9)
        assert one.lower == pytest.approx(-other.upper, abs=1e-9)
        assert one.tau2 == pytest.approx(other.tau2, rel=1e-9, abs=1e-12)


@settings(max_examples=40, deadline=None)
@given(lists.filter(lambda studies: len(studies) > 1), st.floats(-2, 2), st.floats(0.1, 10))
def test_moving_and_stretching_effects_moves_and_stretches_the_answer(
    studies: list[tuple[float, float]], move: float, stretch: float
) -> None:
    yi, vi = (np.array(one) for one in zip(*studies, strict=True))
    for name in ESTIMATORS:
        plain = pooled_effect(yi=yi.tolist(), vi=vi.tolist(), estimator=name)
        moved = pooled_effect(yi=(move + stretch * yi).tolist(), vi=(stretch**2 * vi).tolist(), estimator=name)
        assert moved.mu == pytest.approx(move + stretch * plain.mu, rel=1e-6, abs=1e-6)
        assert moved.tau2 == pytest.approx(stretch**2 * plain.tau2, rel=1e-5, abs=1e-6)


def test_the_mean_of_equal_variances_is_the_plain_mean() -> None:
    for name in ESTIMATORS:
        found = pooled_effect(yi=[0.1, 0.4, 0.7, 1.2], vi=[0.05] * 4, estimator=name)
        assert found.mu == pytest.approx(0.6, rel=1e-14)
    # With equal variances every estimator of tau2 but SJ is the variance less the sampling variance.
    expected = float(np.var([0.1, 0.4, 0.7, 1.2], ddof=1)) - 0.05
    for name in ("DL", "REML", "PM", "EB", "HE"):
        found = pooled_effect(yi=[0.1, 0.4, 0.7, 1.2], vi=[0.05] * 4, estimator=name)
        assert found.tau2 == pytest.approx(expected, rel=1e-12)
        # and Hartung-Knapp is then Student's one-sample t
        student = stats.ttest_1samp([0.1, 0.4, 0.7, 1.2], 0)
        assert found.hk_p == pytest.approx(student.pvalue, rel=1e-10)


def test_the_q_profile_inverts_q() -> None:
    low, high = q_profile(yi=YI, vi=VI, confidence=0.9).tau2 or (math.nan, math.nan)
    for tau2, level in ((low, 0.95), (high, 0.05)):
        w = 1 / (np.array(VI) + tau2)
        mean = w @ np.array(YI) / w.sum()
        assert stats.chi2.cdf(w @ (np.array(YI) - mean) ** 2, len(YI) - 1) == pytest.approx(level, rel=1e-11)
    narrow, wide = (q_profile(yi=YI, vi=VI, confidence=share).tau2 for share in (0.5, 0.99))
    assert narrow is not None
    assert wide is not None
    assert wide[0] <= low <= narrow[0] <= narrow[1] <= high <= wide[1]


def test_the_three_prediction_intervals_differ_as_their_names_say() -> None:
    found = pooled_effect(yi=YI, vi=VI)
    assert found.se is not None
    assert found.tau2 is not None
    spread = math.sqrt(found.se**2 + found.tau2)
    assert found.pi_upper == pytest.approx(found.mu + stats.norm.ppf(0.975) * spread, rel=1e-12)
    assert found.pi_higgins_upper == pytest.approx(found.mu + stats.t.ppf(0.975, len(YI) - 2) * spread, rel=1e-12)
    assert found.hk_se is not None
    wide = math.sqrt(found.hk_se**2 + found.tau2)
    assert found.pi_hk_upper == pytest.approx(found.mu + stats.t.ppf(0.975, len(YI) - 1) * wide, rel=1e-12)


def test_ad_hoc_never_shortens() -> None:
    alike = {"yi": [0.30, 0.31, 0.29, 0.30], "vi": [0.04, 0.05, 0.03, 0.04]}
    plain, careful = pooled_effect(**alike), pooled_effect(**alike, hk_ad_hoc=True)
    assert plain.hk_se is not None
    assert plain.se is not None
    assert plain.hk_se < plain.se == careful.hk_se


def dense(variances: Any, yi: list[float], vi: list[float], study: list[str]) -> tuple[float, np.ndarray, float]:
    """Log-likelihood, covariance and mean by plain matrix algebra."""
    same = np.equal.outer(np.array(study), np.array(study))
    v = np.diag(np.array(vi) + variances[1]) + variances[0] * same
    inverse, ones, y = np.linalg.inv(v), np.ones(len(yi)), np.array(yi)
    weight = ones @ inverse @ ones
    mean = ones @ inverse @ y / weight
    residual = y - mean
    value = (
        -(len(yi) - 1) * math.log(2 * math.pi)
        + math.log(len(yi))
        - np.linalg.slogdet(v)[1]
        - math.log(weight)
        - residual @ inverse @ residual
    )
    return value / 2, v, mean


def test_three_levels_stand_at_the_peak_of_the_dense_likelihood() -> None:
    for yi in (YI, [0.9, 0.2, 0.5, -0.4, 1.3, 0.9, 1.5, -0.6, 0.1]):
        found = three_level_REML_CR2(yi=yi, vi=VI, study=STUDY)
        assert found.sigma2 is not None
        assert found.log_likelihood == pytest.approx(dense(found.sigma2, yi, VI, STUDY)[0], rel=1e-12)
        best = min(
            (
                optimize.minimize(
                    lambda at, yi=yi: -dense(np.abs(at), yi, VI, STUDY)[0],
                    start,
                    method="Nelder-Mead",
                    options={"xatol": 1e-10, "fatol": 1e-13, "maxiter": 5000},
                ).fun
                for start in ([0.05, 0.01], [0.01, 0.3], [0.2, 0.2])
            ),
        )
        assert found.log_likelihood >= -best - 1e-9


def test_cr2_is_unbiased_under_its_model() -> None:
    """Its expectation is the model's own variance; by simulation from the fitted model, 2,500 rounds, to 6 %."""
    between, within = 0.05, 0.02
    v = dense((between, within), YI, VI, STUDY)[1]
    rng = np.random.default_rng(20261125)
    study = np.array([0, 0, 0, 0, 1, 1, 1, 2, 3])
    draws = rng.multivariate_normal(np.zeros(len(YI)), v, size=2500)
    squares = []
    for draw in draws:
        nested = Nested(of=effects(yi=draw.tolist(), vi=VI), study=study, studies=4)
        squares.append((cluster_robust(nested, (between, within), 0.95).se or 0.0) ** 2)
    ones = np.ones(len(YI))
    assert np.mean(squares) == pytest.approx(1 / (ones @ np.linalg.inv(v) @ ones), rel=0.06)


def test_studies_of_one_effect_each_are_plain_random_effects() -> None:
    names = [str(place) for place in range(len(YI))]
    nested, plain = three_level_REML_CR2(yi=YI, vi=VI, study=names), pooled_effect(yi=YI, vi=VI)
    assert (nested.mu, nested.se) == pytest.approx((plain.mu, plain.se), rel=1e-12)
    assert nested.sigma2 is None
    assert nested.undefined["sigma2"] == "one_effect_per_study"
    assert nested.cr2.se is not None


def test_one_effect() -> None:
    found = random_effects(yi=[0.4], vi=[0.01])
    assert (found.fe.mu, found.fe.se, found.reml.mu, found.reml.se) == (0.4, 0.1, 0.4, None)
    assert found.reml.undefined["tau2"] == "one_effect"
    assert found.tau2_q_profile is None
    assert found.undefined["egger_rma"] == "fewer_than_three_effects"
    alone = three_level_REML_CR2(yi=[0.4], vi=[0.01], study=["a"])
    assert (alone.mu, alone.se, alone.cr2.undefined["SE"]) == (0.4, None, "one_study")
    assert leave_one_out(yi=[0.4], vi=[0.01]).undefined["left_out"] == "one_effect"


def test_two_effects_have_no_higgins_interval() -> None:
    found = pooled_effect(yi=[0.1, 0.9], vi=[0.01, 0.02])
    assert found.pi_higgins_lower is None
    assert found.undefined["pi_higgins_lower"] == "fewer_than_three_effects"
    assert found.hk_lower is not None


def test_effects_all_equal() -> None:
    found = pooled_effect(yi=[0.3, 0.3, 0.3], vi=[0.01, 0.02, 0.04])
    assert (found.tau2, found.q, found.qp, found.i2) == (0, 0, 1, 0)
    assert found.mu == pytest.approx(0.3)
    assert found.undefined["hk_se"] == "effects_all_equal"
    assert q_profile(yi=[0.3] * 3, vi=[0.01, 0.02, 0.04]).undefined["tau2"] == "interval_is_empty"
    assert egger(yi=[0.3] * 3, vi=[0.01, 0.02, 0.04]).random is not None
    assert egger(yi=[0.1, 0.2, 0.3], vi=[0.01] * 3).undefined["random"] == "equal_variances"
    three = three_level_REML_CR2(yi=[0.3] * 4, vi=[0.01, 0.02, 0.04, 0.01], study=["a", "a", "b", "b"])
    assert three.sigma2 == (0, 0)


@pytest.mark.parametrize("giant", [1e-25, 1e-9])
def test_one_giant_weight(giant: float) -> None:
    found = random_effects(yi=[0.5, 0.1, 0.9, 0.2], vi=[giant, 0.1, 0.2, 0.3])
    assert found.fe.mu == pytest.approx(0.5, abs=1e-7)
    assert found.fe.h2 is not None
    assert 0 <= (found.dl.tau2 or 0) < 1
    assert no_nan(msgspec.to_builtins(found))
    try:
        three = three_level_REML_CR2(yi=[0.5, 0.1, 0.9], vi=[giant, 0.1, 0.2], study=["a", "a", "b"])
    except NotConverged:
        assert giant == 1e-25  # beyond the digits there are
    else:
        assert no_nan(msgspec.to_builtins(three))


@pytest.mark.parametrize(
    ("wrong", "argument"),
    [
        ({"yi": [0.1, 0.2], "vi": [0.1, 0]}, "vi[1]"),
        ({"yi": [0.1, 0.2], "vi": [0.1, -1]}, "vi[1]"),
        ({"yi": [0.1, 0.2], "vi": [0.1, 1e-40]}, "vi[1]"),
        ({"yi": [1e40, 0.2], "vi": [0.1, 0.1]}, "yi[0]"),
        ({"yi": [math.nan, 0.2], "vi": [0.1, 0.1]}, "yi[0]"),
        ({"yi": [0.1], "vi": [0.1, 0.1]}, "yi and vi"),
        ({"yi": [], "vi": []}, "yi"),
        ({"yi": [0.1], "vi": [0.1], "x1": [5]}, "n1 and x2 and n2"),
        ({"yi": [0.1], "vi": [0.1], "x1": [5], "n1": [10], "x2": [4], "n2": [10]}, "yi[0]"),
        ({"yi": [0.1], "vi": [0.1], "roots": "rough"}, "roots"),
        ({"yi": [0.1], "vi": [0.1], "confidence": 1}, "confidence"),
    ],
)
def test_what_cannot_be_asked(wrong: dict[str, Any], argument: str) -> None:
    with pytest.raises(ImpossibleInput) as fault:
        random_effects(**wrong)
    assert fault.value.argument == argument


def test_an_unknown_estimator_is_told() -> None:
    with pytest.raises(ImpossibleInput):
        answer("pooled_effect", {"yi": [0.1, 0.2], "vi": [0.1, 0.1], "estimator": "ML"})
    with pytest.raises(ImpossibleInput):
        pooled_effect(yi=[0.1, 0.2], vi=[0.1, 0.1], estimator="ML")  # type: ignore[arg-type]  # on purpose


def test_names_of_control_groups_go_before_counts() -> None:
    found = random_effects(yi=YI, vi=VI, control_group=[*"abcdefgh", "a"])
    assert [warning.groups for warning in found.warnings] == [((0, 8),)]
    assert random_effects(yi=YI, vi=VI, control_group=[*"abcdefghi"]).warnings == ()


def test_leaving_out_is_pooling_the_rest_and_the_last_step_is_all() -> None:
    found = leave_one_out(yi=YI, vi=VI, estimator="DL")
    for one in found.left_out:
        rest = [place for place in range(len(YI)) if place != one.place]
        again = pooled_effect(yi=[YI[place] for place in rest], vi=[VI[place] for place in rest], estimator="DL")
        assert one.pooled == again
    assert found.lowest == min(one.pooled.mu for one in found.left_out)
    steps = cumulative_pooling(yi=YI, vi=VI, order=range(len(YI), 0, -1)).steps
    assert [one.place for one in steps] == [*range(len(YI) - 1, -1, -1)]
    last, every = steps[-1].pooled, pooled_effect(yi=YI, vi=VI)
    assert (last.mu, last.tau2) == pytest.approx((every.mu, every.tau2), rel=1e-10)
