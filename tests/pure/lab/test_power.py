"""Power against plain enumeration, the smallest number against trying every one, and edges named by their zeros."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from testing_lab.faults import ImpossibleInput
from testing_lab.paired.mcnemar_midp import mcnemar_midp
from testing_lab.power import (
    detectable_difference,
    mcnemar_conditional_power,
    mcnemar_power,
    mcnemar_unconditional_power,
    paired_or_unpaired,
    power_curve,
    power_of_cells,
    power_of_splits,
    unpaired_power,
)
from testing_lab.power.critical import TestName, critical_counts
from testing_lab.power.discordance import Discordance, two_sided_power, window
from testing_lab.power.smallest import smallest_pairs

_CHANCES = st.tuples(st.floats(0.01, 0.6), st.floats(0.0, 0.35)).filter(lambda p: abs(p[0] - p[1]) > 0.03)


def test_critical_counts_are_those_of_exact_fractions() -> None:
    for alpha in (Fraction(1, 100), Fraction(1, 20), Fraction(1, 4), Fraction(15, 16)):
        found = {
            test: critical_counts(test, discordant=np.arange(61), alpha=float(alpha)) for test in ("exact", "midp")
        }
        for m in range(61):
            tails = [Fraction(sum(math.comb(m, i) for i in range(k + 1)), 2**m) for k in range(m // 2 + 1)]
            for test, counts in found.items():
                p = [
                    1 if 2 * k == m else min(1, 2 * tail - (Fraction(math.comb(m, k), 2**m) if test == "midp" else 0))
                    for k, tail in enumerate(tails)
                ]
                assert counts[m] == max((k for k, one in enumerate(p) if one <= alpha), default=-1)


def test_power_is_the_sum_over_all_tables() -> None:
    n, more, less = 12, 0.4, 0.15
    total = 0.0
    for b in range(n + 1):
        for c in range(n + 1 - b):
            p = mcnemar_midp(both=n - b - c, only_majority=b, only_minority=c, neither=0).p_value
            if p <= 0.05:
                total += float(stats.multinomial.pmf([b, c, n - b - c], n, [more, less, 1 - more - less]))
    answer = mcnemar_power(p_only_majority=more, p_only_minority=less, n_pairs=n)
    assert answer.power_midp == pytest.approx(total, rel=1e-11)


@settings(max_examples=25, deadline=None)
@given(
    p=_CHANCES,
    test=st.sampled_from(["exact", "midp", "asymptotic"]),
    alpha=st.sampled_from([0.01, 0.05, 0.2]),
    everyone=st.booleans(),
)
def test_the_smallest_number_is_what_trying_every_number_finds(
    p: tuple[float, float], test: TestName, alpha: float, *, everyone: bool
) -> None:
    more, less = p
    if everyone:  # every pair discordant: the worst saw-teeth
        more, less = more / (more + less), less / (more + less)
    chances = Discordance(only_majority=more, only_minority=less)
    found = smallest_pairs(test, chances=chances, alpha=alpha, target=0.8, expected=20)
    assert found.first_crossing is not None
    assert found.stable_over_next_40 is not None
    powers = [0.0] + [
        two_sided_power(test, pairs=n, chances=chances, alpha=alpha) for n in range(1, found.stable_over_next_40 + 41)
    ]
    enough = [one >= 0.8 for one in powers]
    assert enough.index(True) == found.first_crossing
    stable = next(n for n in range(len(enough)) if all(enough[n : n + 41]))
    assert stable == found.stable_over_next_40


def test_a_saw_tooth_separates_first_and_stable() -> None:
    answer = mcnemar_power(p_only_majority=0.7, p_only_minority=0.3, n_pairs=49)
    assert answer.min_n_exact.first_crossing == 49
    assert answer.min_n_exact.stable_over_next_40 == 54
    assert mcnemar_power(p_only_majority=0.7, p_only_minority=0.3, n_pairs=53).power_exact < 0.8


@given(_CHANCES, st.integers(1, 300))
@settings(max_examples=30, deadline=None)
def test_swapping_the_applicants_changes_no_power(p: tuple[float, float], n: int) -> None:
    one = mcnemar_power(p_only_majority=p[0], p_only_minority=p[1], n_pairs=n)
    other = mcnemar_power(p_only_majority=p[1], p_only_minority=p[0], n_pairs=n)
    assert one.power_midp == pytest.approx(other.power_midp, abs=1e-12)
    assert one.power_exact_right_direction == pytest.approx(other.power_exact_right_direction, abs=1e-12)
    assert one.min_n_midp == other.min_n_midp
    assert one.power_cc <= one.power_exact + 1e-12 <= one.power_midp + 2e-12


@given(st.floats(0.05, 1), st.integers(1, 400))
@settings(max_examples=40, deadline=None)
def test_exact_and_corrected_tests_keep_their_level(discordant: float, n: int) -> None:
    answer = mcnemar_power(p_only_majority=discordant / 2, p_only_minority=discordant / 2, n_pairs=n)
    assert answer.power_exact <= 0.05 + 1e-12
    assert answer.power_cc <= 0.05 + 1e-12
    assert answer.power_exact_right_direction is None
    assert answer.undefined["min_n_midp"] == "no_difference"


def test_power_grows_with_the_difference() -> None:
    curve = power_curve(discordant_share=0.3, differences=[0.0, 0.05, 0.1, 0.2, 0.3], n_pairs=[1, 40, 200])
    for column in range(3):
        values = [row[column] for row in curve.power]
        assert values == sorted(values)


def test_a_detectable_difference_has_the_target_power() -> None:
    for test in ("midp", "exact", "cc"):
        found = detectable_difference(discordant_share=0.25, n_pairs=288, target_power=0.9, test=test)
        assert found.difference is not None
        row = power_curve(discordant_share=0.25, differences=[found.difference], n_pairs=[288], test=test)
        assert row.power[0][0] == pytest.approx(0.9, abs=1e-10)
    few = detectable_difference(discordant_share=0.25, n_pairs=3)
    assert few.difference is None
    assert few.undefined["difference"] == "too_few_pairs"


def test_the_window_is_the_binomial_law_also_at_a_thousand_million() -> None:
    first, weights = window(pairs=300, discordant=0.18)
    wanted = stats.binom.pmf(np.arange(first, first + len(weights)), 300, 0.18)
    assert np.allclose(weights, wanted, rtol=1e-10, atol=1e-300)
    first, weights = window(pairs=10**9, discordant=0.2)
    mean = float(weights @ np.arange(first, first + len(weights)))
    assert mean == pytest.approx(2e8, rel=1e-12)
    deviation = float(weights @ (np.arange(first, first + len(weights)) - mean) ** 2)
    assert deviation == pytest.approx(1.6e8, rel=1e-7)


def test_huge_counts() -> None:
    answer = mcnemar_power(p_only_majority=0.1, p_only_minority=0.0999, n_pairs=10**9)
    assert answer.power_midp == pytest.approx(answer.approx_power, abs=1e-4)
    assert answer.min_n_midp.first_crossing is None
    assert answer.undefined["min_n_midp"] == "beyond_the_search"


def test_zeros() -> None:
    none = mcnemar_power(p_only_majority=0, p_only_minority=0, n_pairs=5)
    assert none.power_midp == 0
    assert none.undefined["min_n_exact"] == "no_discordant_pairs"
    assert none.formulas.connor_1987_lachin_1992_unconditional == math.inf
    all_one_way = mcnemar_power(p_only_majority=1, p_only_minority=0, n_pairs=6)
    assert (all_one_way.power_exact, all_one_way.power_midp) == (1, 1)
    assert all_one_way.min_n_exact.first_crossing == 6
    assert all_one_way.min_n_midp.first_crossing == 5
    assert mcnemar_power(p_only_majority=0, p_only_minority=0.3, n_pairs=1).power_exact_right_direction == 0
    nothing = mcnemar_conditional_power(discordant_pairs=0, share_majority=0.7)
    assert nothing.power["midp"] == 0
    assert nothing.critical_count["midp"] is None
    assert mcnemar_conditional_power(discordant_pairs=9, share_majority=0.5).undefined == {
        "min_discordant": "no_difference"
    }


@pytest.mark.parametrize(
    ("changed", "argument"),
    [
        ({"p_only_majority": 1.2}, "p_only_majority"),
        ({"p_only_majority": 0.7, "p_only_minority": 0.4}, "p_only_majority, p_only_minority"),
        ({"p_only_minority": math.nan}, "p_only_minority"),
        ({"n_pairs": 0}, "n_pairs"),
        ({"n_pairs": 2.5}, "n_pairs"),
        ({"alpha_two_sided": 0}, "alpha_two_sided"),
        ({"target_power": 1}, "target_power"),
        ({"target_power": 0.04}, "target_power"),
    ],
)
def test_what_cannot_be_asked(changed: dict[str, float], argument: str) -> None:
    possible = {"p_only_majority": 0.12, "p_only_minority": 0.05, "n_pairs": 288}
    with pytest.raises(ImpossibleInput) as raised:
        mcnemar_power(**(possible | changed))  # type: ignore[arg-type]  # wrong on purpose
    assert raised.value.argument == argument


def test_splits_are_warned_of_loudly() -> None:
    """METHODS.md §3.12: 288 pairs 0.836, 72 pairs 0.283, 24 pairs 0.060."""
    answer = power_of_splits(p_only_majority=0.12, p_only_minority=0.05, n_pairs=288, sectors=4, grounds=3)
    found = {one.division: (one.pairs_per_cell, round(one.power, 3)) for one in answer.divisions}
    assert found["whole"] == (288, 0.836)
    assert found["sector"] == (72, 0.283)
    assert found["sector_and_ground"] == (24, 0.060)
    assert answer.may_claim == ("whole",)
    assert [one.severity for one in answer.warnings] == ["hopeless"] * 3
    assert answer.warnings[0].pairs_needed_in_all == 12 * 263


def test_splits_at_their_edges() -> None:
    whole = power_of_splits(p_only_majority=0.12, p_only_minority=0.05, n_pairs=288)
    assert [one.division for one in whole.divisions] == ["whole"]
    assert not whole.warnings
    same = power_of_splits(p_only_majority=0.1, p_only_minority=0.1, n_pairs=9, sectors=3)
    assert same.undefined == {"pairs_needed_per_cell": "no_difference"}
    assert not same.may_claim
    with pytest.raises(ImpossibleInput):
        power_of_splits(p_only_majority=0.12, p_only_minority=0.05, n_pairs=5, sectors=3, grounds=2)
    with pytest.raises(ImpossibleInput):
        power_of_cells(p_only_majority=0.12, p_only_minority=0.05, pairs_by_cell={})
    empty = power_of_cells(p_only_majority=0.12, p_only_minority=0.05, pairs_by_cell={"care": 300, "sport": 0})
    assert [one.division for one in empty.warnings] == ["sport"]
    assert empty.divisions[2].wrong_direction is None


@pytest.mark.parametrize("n", [6, 21, 60])
def test_the_unconditional_test_is_as_large_as_its_level_allows(n: int) -> None:
    answer = mcnemar_unconditional_power(p_only_majority=0.3, p_only_minority=0.1, n_pairs=n)
    assert answer.critical_statistic is not None
    tables = [(b, c) for b in range(n + 1) for c in range(n + 1 - b)]

    def size(critical: float) -> float:
        rejected = [(b, c) for b, c in tables if b + c and (b - c) ** 2 / (b + c) >= critical * (1 - 1e-12)]
        b, c = np.array(rejected).T
        return max(
            float(np.sum(stats.binom.pmf(b + c, n, q) * stats.binom.pmf(b, b + c, 0.5))) for q in np.linspace(0, 1, 401)
        )

    assert answer.size == pytest.approx(size(answer.critical_statistic), abs=1e-4)
    assert answer.size <= 0.05
    smaller = max(
        (b - c) ** 2 / (b + c) for b, c in tables if b + c and (b - c) ** 2 / (b + c) < answer.critical_statistic - 1e-9
    )
    assert size(smaller) > 0.05


def test_the_unconditional_test_is_the_one_of_contingencytables() -> None:
    """Its p-value for (43, 43, 27, 197) is 0.06071796: at that alpha it just rejects, below it does not."""
    chances = {"p_only_majority": 0.139, "p_only_minority": 0.087, "n_pairs": 310}
    at = mcnemar_unconditional_power(**chances, alpha_two_sided=0.06071797)
    below = mcnemar_unconditional_power(**chances, alpha_two_sided=0.06071795)
    assert at.critical_statistic is not None
    assert below.critical_statistic is not None
    assert at.critical_statistic <= 16**2 / 70 < below.critical_statistic


def test_unpaired_power_is_the_sum_over_all_tables() -> None:
    answer = unpaired_power(p_majority=0.4, p_minority=0.2, n_majority=11, n_minority=9)
    fisher = pearson = 0.0
    for a in range(12):
        for c in range(10):
            table, weight = [[a, 11 - a], [c, 9 - c]], stats.binom.pmf(a, 11, 0.4) * stats.binom.pmf(c, 9, 0.2)
            fisher += weight * (stats.fisher_exact(table).pvalue <= 0.05)
            if 0 < a + c < 20:
                pearson += weight * (stats.chi2_contingency(table, correction=False).pvalue <= 0.05)
    assert answer.power_fisher == pytest.approx(fisher, rel=1e-10)
    assert answer.power_pearson == pytest.approx(pearson, rel=1e-10)


def test_pairs_gain_with_correlation() -> None:
    alike = paired_or_unpaired(p_both=0.2, p_only_majority=0.1, p_only_minority=0.04, n_pairs=200)
    apart = paired_or_unpaired(p_both=0.072, p_only_majority=0.228, p_only_minority=0.168, n_pairs=200)
    assert alike.correlation is not None
    assert apart.correlation == pytest.approx(0, abs=1e-12)
    assert alike.power_unpaired_pearson == pytest.approx(apart.power_unpaired_pearson)
    assert alike.power_paired_midp > apart.power_paired_midp
    assert paired_or_unpaired(p_both=1, p_only_majority=0, p_only_minority=0, n_pairs=1).correlation is None
