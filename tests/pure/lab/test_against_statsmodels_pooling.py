"""Pooling against statsmodels: another program, on random studies."""

from __future__ import annotations

import numpy as np
import pytest
import statsmodels.api as sm
from statsmodels.stats.meta_analysis import combine_effects, effectsize_2proportions

from testing_lab.pooling import egger, log_callback_ratio_unpaired, pooled_effect


@pytest.mark.parametrize("seed", range(8))
def test_der_simonian_laird_and_paule_mandel(seed: int) -> None:
    rng = np.random.default_rng(seed)
    vi = rng.uniform(0.01, 0.1, size=12)
    yi = 0.3 + rng.normal(size=12) * np.sqrt(vi + 0.2)
    # Theirs stops at 1e-5 in Q; with a tighter stop rounding makes it answer 0.
    for name, theirs, near in (("DL", "chi2", 1e-10), ("PM", "iterated", 1e-5)):
        found = pooled_effect(yi=yi.tolist(), vi=vi.tolist(), estimator=name)  # type: ignore[arg-type]  # a literal above
        wanted = combine_effects(yi, vi, method_re=theirs)
        assert found.tau2 == pytest.approx(wanted.tau2, rel=near)
        assert found.mu == pytest.approx(wanted.mean_effect_re, rel=near)
        assert found.se == pytest.approx(wanted.sd_eff_w_re, rel=near)
        assert found.hk_se == pytest.approx(wanted.sd_eff_w_re_hksj, rel=near)
        assert found.q == pytest.approx(wanted.q, rel=1e-10)


def test_the_classic_egger_line_is_weighted_least_squares() -> None:
    rng = np.random.default_rng(3)
    vi = rng.uniform(0.01, 0.3, size=15)
    yi = 0.2 + 0.8 * np.sqrt(vi) + rng.normal(size=15) * np.sqrt(vi)
    wanted = sm.WLS(yi, sm.add_constant(np.sqrt(vi)), weights=1 / vi).fit()
    found = egger(yi=yi.tolist(), vi=vi.tolist()).classic
    assert found is not None
    assert (found.limit, found.slope) == pytest.approx(tuple(wanted.params), rel=1e-10)
    assert (found.t, found.p) == pytest.approx((wanted.tvalues[1], wanted.pvalues[1]), rel=1e-10)


def test_the_log_callback_ratio_of_two_groups() -> None:
    wanted, variance = effectsize_2proportions(
        np.array([235]), np.array([2435]), np.array([157]), np.array([2435]), statistic="risk-ratio"
    )
    found = log_callback_ratio_unpaired(
        positive_majority=235, sent_majority=2435, positive_minority=157, sent_minority=2435
    )
    assert (found.yi, found.vi) == pytest.approx((wanted[0], variance[0]), rel=1e-12)
