"""Stopping: what holds at every look, proven by following every path, and edges named by their zeros."""

from __future__ import annotations

import itertools
import math

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import special, stats

from testing_lab.faults import ImpossibleInput
from testing_lab.stopping import (
    alpha_spending,
    beta_mixture_confidence_sequence,
    beta_mixture_evalue_mcnemar,
    classical_obrien_fleming,
    classical_pocock,
    conditional_power_mcnemar,
    e_benjamini_hochberg,
    evalue_over_strata,
    group_sequential_mcnemar,
    look_of_discordant_pairs,
    merged_evalue,
    one_sided_beta_mixture_evalue_mcnemar,
    peeking_mcnemar,
    wald_sprt,
)
from testing_lab.stopping.beta_mixture import log_mixture, log_share_above
from testing_lab.stopping.crossing import crossings
from testing_lab.stopping.e_process import EProcess, e_process

_SEQUENCES = st.text("01", max_size=60)
_SPENDING = ("Lan-DeMets O'Brien-Fleming", "Lan-DeMets Pocock", "Hwang-Shih-DeCani gamma=-4", "Kim-DeMets rho=3")


def test_peeking_with_mid_p_finds_what_is_not_there() -> None:
    """METHODS.md finding 8: 37 % of true nulls are rejected by 200 pairs; the e-process keeps 5 % without end."""
    assert peeking_mcnemar(rule="midp", discordant_pairs=200).p_reject == pytest.approx(0.372034, abs=1e-6)
    assert peeking_mcnemar(rule="exact", discordant_pairs=200).p_reject > 0.28
    for rule in ("e_process", "one_sided_e_process"):
        assert peeking_mcnemar(rule=rule, discordant_pairs=1000).p_reject < 0.05


def test_one_sided_e_process_keeps_its_level_for_the_whole_null() -> None:
    for share in (0.3, 0.45, 0.5):
        found = peeking_mcnemar(rule="one_sided_e_process", discordant_pairs=500, share_majority=share)
        assert found.p_reject < 0.05


def test_median_stops() -> None:
    """At 0.70 the 48 of METHODS.md. At 0.75 exactly 49.54 % have stopped by its 29 pairs: the median itself is 32."""
    at_70 = peeking_mcnemar(rule="e_process", discordant_pairs=1000, share_majority=0.70)
    assert at_70.median_pairs == 48
    at_75 = peeking_mcnemar(rule="e_process", discordant_pairs=1000, share_majority=0.75)
    assert at_75.p_reject_by_look[28] == pytest.approx(0.4954, abs=5e-5)
    assert at_75.median_pairs == 32


@pytest.mark.parametrize("rule", ["midp", "e_process", "one_sided_e_process", "cc"])
def test_peeking_is_what_following_every_path_gives(rule: str) -> None:
    length, share, alpha = 12, 0.6, 0.2
    total = 0.0
    for path in itertools.product("01", repeat=length):
        word = "".join(path)
        weight = share ** word.count("1") * (1 - share) ** word.count("0")
        for n in range(1, length + 1):
            b, m = word[:n].count("1"), n
            if rule == "midp":
                k = min(b, m - b)
                p = min(1.0, 2 * stats.binom.cdf(k, m, 0.5) - stats.binom.pmf(b, m, 0.5)) if 2 * k < m else 1.0
                stop = p <= alpha
            elif rule == "cc":
                stop = stats.chi2.sf(max(abs(2 * b - m) - 1, 0) ** 2 / m, 1) <= alpha
            else:
                log_e = m * math.log(2) + special.betaln(0.5 + b, 0.5 + m - b) - special.betaln(0.5, 0.5)
                if rule == "one_sided_e_process":
                    log_e += math.log(2 * special.betaincc(0.5 + b, 0.5 + m - b, 0.5))
                stop = log_e >= math.log(1 / alpha)
            if stop:
                total += weight
                break
    found = peeking_mcnemar(rule=rule, share_majority=share, discordant_pairs=length, alpha=alpha)
    assert found.p_reject == pytest.approx(total, rel=1e-10)


def test_the_e_value_is_1_on_average() -> None:
    for n in (1, 5, 10):
        words = ["".join(path) for path in itertools.product("01", repeat=n)]
        both = [beta_mixture_evalue_mcnemar(sequence=word, prior_a=0.7, prior_b=2).e_final for word in words]
        one = [one_sided_beta_mixture_evalue_mcnemar(sequence=word, prior_a=0.7, prior_b=2).e_final for word in words]
        assert np.mean(both) == pytest.approx(1, rel=1e-12)
        assert np.mean(one) == pytest.approx(1, rel=1e-12)


@given(_SEQUENCES, st.floats(0.1, 5), st.floats(0.1, 5))
@settings(max_examples=60, deadline=None)
def test_one_pair_at_a_time_is_the_whole_sequence(sequence: str, a: float, b: float) -> None:
    whole = beta_mixture_evalue_mcnemar(sequence=sequence, prior_a=a, prior_b=b)
    state = e_process(prior_a=a, prior_b=b)
    for sign in sequence:
        stored = msgspec.json.encode(state.after(only_majority_positive=sign == "1"))
        state = msgspec.json.decode(stored, type=EProcess)
    assert state.log_e == pytest.approx(whole.log_e_final, abs=1e-11)
    assert (state.only_majority, state.only_minority, state.discordant) == (whole.b, whole.c, len(sequence))
    assert state.p_anytime == pytest.approx(whole.p_anytime, rel=1e-9)
    assert state.rejects() == (whole.first_n_e_ge_bound is not None)
    mirror = beta_mixture_evalue_mcnemar(sequence=sequence.translate({48: 49, 49: 48}), prior_a=b, prior_b=a)
    assert mirror.log_e_final == pytest.approx(whole.log_e_final, abs=1e-11)


def test_long_and_empty_sequences() -> None:
    long = beta_mixture_evalue_mcnemar(sequence="1" * 5000)
    assert long.e_final == math.inf
    assert long.p_anytime == 0
    assert long.log_e_final == pytest.approx(5000 * math.log(2) + special.betaln(5000.5, 0.5) - math.log(math.pi))
    against = one_sided_beta_mixture_evalue_mcnemar(sequence="0" * 3000)
    assert math.isfinite(against.log_e_final)
    assert against.e_final < 0.001
    none = beta_mixture_evalue_mcnemar(sequence="")
    assert (none.e_final, none.e_max, none.p_anytime, none.e_path_first10) == (1, 1, 1, ())
    assert none.undefined["first_n_e_ge_20"] == "never_reached"


def test_the_mixture_keeps_its_digits() -> None:
    small = special.betaln(0.5 + 43, 0.5 + 27) - special.betaln(0.5, 0.5) - 43 * math.log(0.6) - 27 * math.log(0.4)
    found = log_mixture(only_majority=43, only_minority=27, prior_a=0.5, prior_b=0.5, share=0.6)
    assert found == pytest.approx(small, abs=1e-12)
    # At a perfect balance of 2 m pairs E tends to B-mass: -log(pi m) / 2 + log of the prior density at 1/2 …
    m = 5 * 10**8
    huge = log_mixture(only_majority=m, only_minority=m, prior_a=1, prior_b=1, share=0.5)
    assert huge == pytest.approx(0.5 * math.log(math.pi * m) - math.log(2 * m + 1), abs=1e-9)


@pytest.mark.parametrize(("x", "y"), [(0.5, 3000.5), (10.0, 2000.0), (900.0, 4000.0), (0.5, 1100.5)])
def test_a_tail_below_what_a_float_holds(x: float, y: float) -> None:
    """Laplace's way: log of the integral over (1/2, 1) by fine quadrature, scaled by its value at 1/2."""
    step = np.linspace(0, 60 / (y - x), 200_001)
    logs = (x - 1) * np.log1p(2 * step) + (y - 1) * np.log1p(-2 * step)
    integral = np.trapezoid(np.exp(logs), step)
    wanted = -(x + y - 2) * math.log(2) + math.log(integral) - special.betaln(x, y)
    assert log_share_above(x=x, y=y, share=0.5) == pytest.approx(wanted, rel=1e-8)


@given(st.integers(0, 400), st.integers(0, 400), st.floats(0.2, 3), st.floats(0.001, 0.5))
@settings(max_examples=80, deadline=None)
def test_a_confidence_sequence_inverts_the_e_value(b: int, c: int, prior: float, alpha: float) -> None:
    found = beta_mixture_confidence_sequence(only_majority=b, only_minority=c, prior=prior, alpha=alpha)
    assert found.lower is not None
    assert found.upper is not None
    for bound, zeros in ((found.lower, b), (found.upper, c)):
        if zeros:
            log_e = log_mixture(only_majority=b, only_minority=c, prior_a=prior, prior_b=prior, share=bound)
            assert log_e == pytest.approx(-math.log(alpha), abs=1e-7)
    half = log_mixture(only_majority=b, only_minority=c, prior_a=prior, prior_b=prior, share=0.5)
    if abs(half + math.log(alpha)) > 1e-9:
        assert (found.lower < 0.5 < found.upper) == (half < -math.log(alpha))
    mirror = beta_mixture_confidence_sequence(only_majority=c, only_minority=b, prior=prior, alpha=alpha)
    assert mirror.lower == pytest.approx(1 - found.upper, abs=1e-12)
    wider = beta_mixture_confidence_sequence(only_majority=b, only_minority=c, prior=prior, alpha=alpha / 2)
    assert wider.lower is not None
    assert wider.lower <= found.lower + 1e-12


def test_confidence_sequences_at_their_zeros() -> None:
    none = beta_mixture_confidence_sequence(only_majority=0, only_minority=0)
    assert (none.lower, none.upper, none.estimate, none.odds_ratio_upper) == (0, 1, None, math.inf)
    assert none.undefined["estimate"] == "no_discordant_pairs"
    one_side = beta_mixture_confidence_sequence(only_majority=9, only_minority=0)
    assert one_side.upper == 1
    assert one_side.odds_ratio == math.inf
    huge = beta_mixture_confidence_sequence(only_majority=10**9, only_minority=10**9)
    assert huge.lower == pytest.approx(0.5 - (huge.upper or 0) + 0.5, abs=1e-12)
    assert beta_mixture_confidence_sequence(only_majority=10**9, only_minority=0).upper == 1


def test_the_sequence_covers_at_every_look() -> None:
    generator = np.random.default_rng(7)
    missed = 0
    for _ in range(400):
        favoured = np.cumsum(generator.random(300) < 0.65)
        n = np.arange(1, 301)
        log_e = special.betaln(0.5 + favoured, 0.5 + n - favoured) - special.betaln(0.5, 0.5)
        log_e -= favoured * math.log(0.65) + (n - favoured) * math.log(0.35)
        missed += bool((log_e >= math.log(20)).any())
    assert missed / 400 <= 0.05 + 3 * math.sqrt(0.05 * 0.95 / 400)


def test_merging() -> None:
    strata = evalue_over_strata(sequences=["1101", "", "0111011"])
    merged = merged_evalue(e_values=strata.e_by_stratum)
    assert strata.e_product == pytest.approx(merged.e_product, rel=1e-12)
    assert strata.e_mean == pytest.approx(merged.e_mean, rel=1e-12)
    zero = merged_evalue(e_values=[0.0, 5.0])
    assert (zero.e_product, zero.p_product, zero.log_e_product) == (0, 1, None)
    assert evalue_over_strata(sequences=["1" * 2000] * 3).e_product == math.inf
    with pytest.raises(ImpossibleInput):
        evalue_over_strata(sequences=[])
    with pytest.raises(ImpossibleInput):
        merged_evalue(e_values=[-1.0])


@given(st.lists(st.floats(0, 1000), min_size=1, max_size=30), st.floats(0.01, 0.5))
def test_e_bh_is_its_definition(values: list[float], alpha: float) -> None:
    found = e_benjamini_hochberg(e_values=values, alpha=alpha)
    n = len(values)
    k = max((k for k in range(1, n + 1) if sum(one >= n / (k * alpha) for one in values) >= k), default=0)
    assert found.number_rejected == k
    for value, rejected, adjusted in zip(values, found.rejected, found.e_adjusted, strict=True):
        if abs(adjusted - alpha) > 1e-9:
            assert rejected == (adjusted <= alpha)
        if rejected and found.threshold is not None:
            assert value >= found.threshold


@pytest.mark.parametrize("spending", _SPENDING)
@pytest.mark.parametrize("sided", [1, 2])
def test_boundaries_spend_all_of_alpha(spending: str, sided: int) -> None:
    information = [0.1, 0.35, 0.4, 0.8, 1.0]
    found = alpha_spending(information=information, alpha=0.05, sided=sided, spending=spending)
    spent = np.cumsum(crossings(information=information, boundary=found.z, sided=sided))
    assert spent == pytest.approx(found.cumulative_alpha, abs=1e-11)
    assert found.cumulative_alpha[-1] == pytest.approx(0.05, abs=1e-12)
    so_far = alpha_spending(information=information[:3], alpha=0.05, sided=sided, spending=spending)
    assert so_far.z == pytest.approx(found.z[:3], rel=1e-11)


def test_crossings_against_the_bivariate_normal() -> None:
    """Two looks, one-sided: Z1 and Z2 have correlation sqrt(t1)."""
    first, second = crossings(information=[0.3, 1.0], boundary=[1.1, 1.7], sided=1)
    inside = stats.multivariate_normal([0, 0], [[1, 0.3**0.5], [0.3**0.5, 1]]).cdf(np.array([1.1, 1.7]))
    assert first == pytest.approx(stats.norm.sf(1.1), rel=1e-12)
    assert 1 - first - second == pytest.approx(inside, abs=1e-7)


def test_one_look_is_the_usual_test() -> None:
    for rule in (classical_pocock, classical_obrien_fleming, alpha_spending):
        assert rule(information=[1.0], alpha=0.05, sided=2).z[0] == pytest.approx(1.959963984540054, rel=1e-13)


def test_looks_with_nothing_to_spend_have_no_boundary() -> None:
    found = alpha_spending(information=[0.001, 1.0], alpha=0.05, sided=1)
    assert found.z[0] == math.inf
    assert found.nominal_p[0] == 0
    assert found.z[1] == pytest.approx(1.6448536269514722, rel=1e-12)


@pytest.mark.parametrize(
    "changed",
    [
        {"information": []},
        {"information": [0.5, 0.5]},
        {"information": [0.0, 1.0]},
        {"information": [0.5, 1.1]},
        {"information": [0.5, 0.5000001, 1.0]},
        {"alpha": 1.0},
        {"sided": 3},
        {"spending": "Haybittle"},
        {"spending": "Kim-DeMets rho=-1"},
        {"spending": "Hwang-Shih-DeCani gamma=999"},
    ],
)
def test_designs_of_looks_that_cannot_be(changed: dict[str, object]) -> None:
    with pytest.raises(ImpossibleInput):
        alpha_spending(**({"information": [0.5, 1.0], "alpha": 0.05, "sided": 2} | changed))  # type: ignore[arg-type]  # wrong on purpose


def test_looks() -> None:
    before = look_of_discordant_pairs(discordant_seen=0, discordant_planned=70, looks=[0.3, 1])
    assert (before.look, before.pairs_to_next_look, before.information) == (0, 21, 0)
    after = look_of_discordant_pairs(discordant_seen=75, discordant_planned=70, looks=[0.3, 1])
    assert (after.look, after.pairs_to_next_look, after.overrun) == (2, None, 5)
    with pytest.raises(ImpossibleInput):
        look_of_discordant_pairs(discordant_seen=0, discordant_planned=3, looks=[0.9, 1])
    with pytest.raises(ImpossibleInput):
        look_of_discordant_pairs(discordant_seen=0, discordant_planned=0, looks=[1])


def test_planned_looks_of_a_study() -> None:
    going_on = group_sequential_mcnemar(only_majority=[12, 25], only_minority=[9, 17], discordant_planned=70)
    assert going_on.decision == "continue"
    other_way = group_sequential_mcnemar(only_majority=[2], only_minority=[30], discordant_planned=70)
    assert (other_way.decision, other_way.stopped_at) == ("stop_minority_favoured", 1)
    one_sided = group_sequential_mcnemar(only_majority=[2], only_minority=[30], discordant_planned=70, sided=1)
    assert one_sided.decision == "continue"
    ended = group_sequential_mcnemar(only_majority=[40], only_minority=[35], discordant_planned=70)
    assert ended.decision == "end_no_difference_shown"
    for more, less in (([5, 4], [1, 9]), ([5, 5], [1, 1]), ([40, 41], [35, 36]), ([], []), ([0], [0])):
        with pytest.raises(ImpossibleInput):
            group_sequential_mcnemar(only_majority=more, only_minority=less, discordant_planned=70)


def test_group_sequential_size_on_real_pairs() -> None:
    """Normal boundaries on discordant pairs: the exact size over every path at looks of 20, 40, 60, by enumeration."""
    bounds = alpha_spending(information=[20 / 60, 40 / 60, 1.0], alpha=0.05, sided=2, spending="Lan-DeMets Pocock").z
    alive, rejected = {0: 1.0}, 0.0
    for look in range(1, 4):
        ahead: dict[int, float] = {}
        for b, weight in alive.items():
            for more in range(21):
                ahead[b + more] = ahead.get(b + more, 0.0) + weight * float(stats.binom.pmf(more, 20, 0.5))
        stops = {b for b in ahead if abs(2 * b - 20 * look) / math.sqrt(20 * look) >= bounds[look - 1]}
        rejected += sum(ahead[b] for b in stops)
        alive = {b: weight for b, weight in ahead.items() if b not in stops}
    assert 0.03 < rejected < 0.055


def test_conditional_power_is_enumeration() -> None:
    found = conditional_power_mcnemar(
        only_majority=12, only_minority=5, discordant_planned=40, share_planned=0.7, test="exact"
    )
    rejected = [stats.binomtest(b, 40).pvalue <= 0.05 for b in range(41)]
    planned = sum(stats.binom.pmf(x, 23, 0.7) for x in range(24) if rejected[12 + x])
    predictive = sum(stats.betabinom.pmf(x, 23, 12.5, 5.5) for x in range(24) if rejected[12 + x])
    assert found.under_plan == pytest.approx(planned, rel=1e-10)
    assert found.predictive == pytest.approx(predictive, rel=1e-10)
    assert found.still_needed == 15
    at_end = conditional_power_mcnemar(only_majority=30, only_minority=10, discordant_planned=40, share_planned=0.7)
    assert (at_end.under_plan, at_end.without_difference, at_end.still_needed) == (1, 1, 0)
    lost = conditional_power_mcnemar(only_majority=0, only_minority=20, discordant_planned=30, share_planned=0.7)
    assert lost.undefined["still_needed"] == "out_of_reach"
    start = conditional_power_mcnemar(only_majority=0, only_minority=0, discordant_planned=3, share_planned=0.7)
    assert (start.under_plan, start.predictive, start.futile, start.under_current) == (0, 0, True, None)


def test_sprt_edges() -> None:
    nothing = wald_sprt(sequence="", theta1=0.7)
    assert (nothing.decision, nothing.n, nothing.llr) == ("continue", 0, 0)
    assert wald_sprt(sequence="0" * 20, theta1=0.3).decision == "reject_H0"
    for wrong in ({"theta1": 0.5}, {"theta1": 1.0}, {"theta1": 0.7, "alpha": 0.6, "beta": 0.5}):
        with pytest.raises(ImpossibleInput):
            wald_sprt(sequence="01", **wrong)


@pytest.mark.parametrize("sequence", ["2", "1 0", "ab", "１"])
def test_other_signs(sequence: str) -> None:
    with pytest.raises(ImpossibleInput):
        beta_mixture_evalue_mcnemar(sequence=sequence)


@pytest.mark.parametrize("changed", [{"rule": "t"}, {"discordant_pairs": 0}, {"every": 0}, {"prior_a": 0}])
def test_peeking_that_cannot_be(changed: dict[str, object]) -> None:
    with pytest.raises(ImpossibleInput):
        peeking_mcnemar(**({"rule": "midp", "discordant_pairs": 10} | changed))  # type: ignore[arg-type]  # wrong on purpose
