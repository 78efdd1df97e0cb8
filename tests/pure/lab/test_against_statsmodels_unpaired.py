"""Nominal answers, coders, strata and outcomes against statsmodels."""

from __future__ import annotations

import numpy as np
import pytest

from testing_lab import calls, coding, strata

pytest.importorskip("statsmodels", reason="statsmodels is not installed: it is needed for comparison only")

from statsmodels.stats import contingency_tables, inter_rater, proportion

_RANDOM = np.random.default_rng(20261125)
_TABLES = [_RANDOM.integers(1, 30, (kinds, kinds)) for kinds in (2, 3, 4, 5, 6)]


@pytest.mark.parametrize("table", _TABLES, ids=len)
@pytest.mark.parametrize("method", ["stuart_maxwell", "bhapkar"])
def test_marginal_homogeneity(table: np.ndarray, method: str) -> None:
    theirs = contingency_tables.SquareTable(table, shift_zeros=False).homogeneity(method=method)
    ours = getattr(strata, method)(pairs=table.tolist())
    assert (ours.statistic, ours.df, ours.p_value) == pytest.approx((theirs.statistic, theirs.df, theirs.pvalue))


@pytest.mark.parametrize("table", _TABLES, ids=len)
@pytest.mark.parametrize("weights", ["none", "linear", "quadratic"])
def test_cohen_kappa(table: np.ndarray, weights: str) -> None:
    theirs = inter_rater.cohens_kappa(table, wt=None if weights == "none" else weights)
    ours = coding.cohen_kappa(counts=table.tolist(), weights=weights)
    assert ours.estimate == pytest.approx(theirs.kappa, rel=1e-10)
    assert ours.standard_error == pytest.approx(theirs.std_kappa, rel=1e-10)
    assert ours.standard_error_chance == pytest.approx(theirs.std_kappa0, rel=1e-10)


def test_fleiss_kappa() -> None:
    codings = _RANDOM.multinomial(6, [0.2, 0.3, 0.5], 25)
    assert coding.fleiss_kappa(codings=codings.tolist()).estimate == pytest.approx(inter_rater.fleiss_kappa(codings))


@pytest.mark.parametrize("counts", [[37, 11, 28, 2], [56, 72, 73, 59, 62, 87, 58], [100, 2, 30], [1, 1]], ids=str)
def test_simultaneous_intervals(counts: list[int]) -> None:
    ours = calls.multinomial_ci(counts=counts)
    for name, theirs in (("sison_glaz", "sison-glaz"), ("goodman", "goodman")):
        wanted = proportion.multinomial_proportions_confint(counts, method=theirs)
        assert np.array(getattr(ours, name)) == pytest.approx(wanted, abs=1e-10)


def test_strata() -> None:
    cells = {str(place): _RANDOM.integers(3, 60, 4).tolist() for place in range(5)}
    theirs = contingency_tables.StratifiedTable([np.array(one).reshape(2, 2) for one in cells.values()])
    ours = strata.mantel_haenszel(tables=cells)
    assert ours.or_mh == pytest.approx(theirs.oddsratio_pooled)
    assert (ours.or_lower_rbg, ours.or_upper_rbg) == pytest.approx(theirs.oddsratio_pooled_confint())
    assert ours.breslow_day == pytest.approx(theirs.test_equal_odds().statistic)
    assert ours.breslow_day_tarone == pytest.approx(theirs.test_equal_odds(adjust=True).statistic)
    assert ours.cmh_chi2 == pytest.approx(theirs.test_null_odds().statistic)
