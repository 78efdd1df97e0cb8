"""Order, several applicants, nominal answers, sites and strata: identities, brute force, zeros."""

from __future__ import annotations

import itertools
import math

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testing_lab import strata, unpaired
from testing_lab.faults import ImpossibleInput
from testing_lab.strata import exact_homogeneity as exact
from testing_lab.strata.mainland_gart import OrderTable

small = st.integers(0, 6)
sites = st.lists(st.tuples(small, small), min_size=1, max_size=5)


def _brute_force(first: list[int], second: list[int]) -> float:
    sizes, drawn = [a + b for a, b in zip(first, second, strict=True)], sum(first)
    ways = [
        math.prod(map(math.comb, sizes, table))
        for table in itertools.product(*(range(n + 1) for n in sizes))
        if sum(table) == drawn
    ]
    observed = math.prod(map(math.comb, sizes, first))
    return sum(one for one in ways if one <= observed) / sum(ways)


@given(sites)
@settings(max_examples=60)
def test_the_exact_test_of_sites_is_the_list_of_all_tables(found: list[tuple[int, int]]) -> None:
    first, second = [a for a, _ in found], [b for _, b in found]
    assert exact.exact_homogeneity(first=first, second=second) == pytest.approx(_brute_force(first, second), rel=1e-10)


@given(st.lists(st.tuples(small, small), min_size=2, max_size=5))
def test_sites_have_no_order_and_no_side(found: list[tuple[int, int]]) -> None:
    first, second = [a for a, _ in found], [b for _, b in found]
    one = strata.homogeneity_of_discordance(only_majority=first, only_minority=second)
    turned = strata.homogeneity_of_discordance(only_majority=second[::-1], only_minority=first[::-1])
    assert one.df == turned.df
    assert one.p_value == pytest.approx(turned.p_value, rel=1e-10)
    assert one.fisher_exact_p == pytest.approx(turned.fisher_exact_p, rel=1e-10)


def test_two_sites_are_fishers_test() -> None:
    for a, b, c, d in [(12, 5, 30, 41), (0, 7, 9, 2), (300, 200, 280, 240)]:
        ours = strata.homogeneity_of_discordance(only_majority=[a, c], only_minority=[b, d])
        counts = {"callbacks_majority": a, "n_majority": a + b, "callbacks_minority": c, "n_minority": c + d}
        assert ours.fisher_exact_p == pytest.approx(unpaired.fisher_exact(**counts).p_value, rel=1e-10)
        assert ours.chi2 == pytest.approx(unpaired.pearson_chi2(**counts).statistic, rel=1e-12)


def test_sites_that_cannot_be_compared() -> None:
    none = strata.homogeneity_of_discordance(only_majority=[0, 0], only_minority=[0, 0])
    assert (none.chi2, none.p_value, none.fisher_exact_p, none.pooled_conditional_or) == (None, 1.0, 1.0, None)
    one_sided = strata.homogeneity_of_discordance(only_majority=[3, 4], only_minority=[0, 0])
    assert one_sided.undefined == {"chi2": "one_sided_discordance"}
    assert one_sided.pooled_conditional_or == math.inf
    many = strata.homogeneity_of_discordance(
        only_majority=[61 + 7 * k for k in range(14)], only_minority=[40 + 3 * k for k in range(14)]
    )
    assert many.undefined == {"fisher_exact_p": "too_many_tables"} or many.fisher_exact_p is not None
    with pytest.raises(ImpossibleInput, match="not equally long"):
        strata.homogeneity_of_discordance(only_majority=[1], only_minority=[1, 2])
    with pytest.raises(ImpossibleInput):
        strata.homogeneity_of_discordance(only_majority=[], only_minority=[])


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=40))
def test_two_applicants_give_mcnemar(rows: list[tuple[bool, bool]]) -> None:
    b, c = rows.count((True, False)), rows.count((False, True))
    q = strata.cochran_q(outcomes=rows)
    pairs = [[rows.count((i, j)) for j in (True, False)] for i in (True, False)]
    maxwell = strata.stuart_maxwell(pairs=pairs)
    if b + c == 0:
        assert (q.q, q.p_value, maxwell.statistic, maxwell.p_value) == (None, 1.0, None, 1.0)
    else:
        assert q.q == pytest.approx((b - c) ** 2 / (b + c))
        assert maxwell.statistic == pytest.approx((b - c) ** 2 / (b + c))


def _matrices(kinds: int) -> st.SearchStrategy[list[list[int]]]:
    row = st.lists(st.integers(0, 30), min_size=kinds, max_size=kinds)
    return st.lists(row, min_size=kinds, max_size=kinds).filter(lambda rows: any(map(any, rows)))


@given(_matrices(4), st.permutations(range(4)))
def test_kinds_of_answer_have_no_order_and_bhapkar_is_larger(pairs: list[list[int]], order: list[int]) -> None:
    moved = [[pairs[j][i] for j in order] for i in order]  # turned around as well
    for method in (strata.stuart_maxwell, strata.bhapkar):
        one, other = method(pairs=pairs), method(pairs=moved)
        assert one.df == other.df
        assert one.statistic == (
            None if other.statistic is None else pytest.approx(other.statistic, rel=1e-8, abs=1e-9)
        )
    larger, smaller = strata.bhapkar(pairs=pairs).statistic, strata.stuart_maxwell(pairs=pairs).statistic
    assert larger is None or smaller is None or larger >= smaller


def test_nominal_answers_at_their_edges() -> None:
    assert strata.bhapkar(pairs=[[0, 1], [0, 0]]).undefined == {"statistic": "no_variance", "p_value": "no_variance"}
    apart = strata.stuart_maxwell(pairs=[[5, 2, 0, 0], [4, 5, 0, 0], [0, 0, 5, 1], [0, 0, 6, 5]])
    assert apart.df == 2
    assert apart.statistic == pytest.approx(4 / 6 + 25 / 7)
    for wrong in ([[1]], [[1, 2], [3]], [[0, 0], [0, 0]], [[1, -1], [0, 2]]):
        with pytest.raises(ImpossibleInput):
            strata.stuart_maxwell(pairs=wrong)
    for wrong in ([], [[1]], [[1, 0], [1]], [[1, 2]]):
        with pytest.raises(ImpossibleInput):
            strata.cochran_q(outcomes=wrong)


@given(small, small, small, small)
def test_turning_the_applicants_around_turns_the_effects(a: int, b: int, c: int, d: int) -> None:
    one = strata.mainland_gart(table=OrderTable(first1_only1=a, first1_only2=b, first2_only1=c, first2_only2=d))
    turned = strata.mainland_gart(table=OrderTable(first1_only1=d, first1_only2=c, first2_only1=b, first2_only2=a))
    assert one.treatment_p == pytest.approx(turned.treatment_p)
    assert one.order_p == pytest.approx(turned.order_p)
    assert one.order_or == (None if turned.order_or is None else pytest.approx(turned.order_or))
    if one.treatment_or not in (None, 0, math.inf):
        assert turned.treatment_or == pytest.approx(1 / one.treatment_or)


@given(st.tuples(small, small, small, small))
def test_one_stratum_is_its_table(cells: tuple[int, int, int, int]) -> None:
    a, b, c, d = cells
    found = strata.mantel_haenszel(tables={"all": cells})
    if a + b and c + d:
        counts = {"callbacks_majority": a, "n_majority": a + b, "callbacks_minority": c, "n_minority": c + d}
        assert found.exact_conditional_p == pytest.approx(unpaired.fisher_exact(**counts).p_value, rel=1e-10)
        if a and c:
            katz = unpaired.rr_katz_log(**counts)
            assert (found.rr_mh_lower, found.rr_mh_upper) == pytest.approx((katz.lower, katz.upper))
    if a * b * c * d:
        half = 1.959963984540054 * math.sqrt(1 / a + 1 / b + 1 / c + 1 / d)
        assert found.or_upper_rbg == pytest.approx(a * d / (b * c) * math.exp(half))


@given(st.lists(st.tuples(small, small, small, small), min_size=1, max_size=4))
def test_swapping_the_groups_turns_every_ratio_around(tables: list[tuple[int, int, int, int]]) -> None:
    named = {str(place): cells for place, cells in enumerate(tables)}
    swapped = {name: (c, d, a, b) for name, (a, b, c, d) in named.items()}
    one, other = strata.mantel_haenszel(tables=named), strata.mantel_haenszel(tables=swapped)
    assert one.undefined == other.undefined
    for field in ("cmh_p", "cmh_p_cc", "exact_conditional_p", "breslow_day", "breslow_day_tarone"):
        first, second = getattr(one, field), getattr(other, field)
        assert (first is None) == (second is None)
        assert first is None or first == pytest.approx(second, rel=1e-7, abs=1e-9)
    for low, high in (
        ("or_lower_rbg", "or_upper_rbg"),
        ("rr_mh_lower", "rr_mh_upper"),
        ("exact_lower", "exact_upper"),
        ("or_mh", "or_mh"),
        ("exact_conditional_or", "exact_conditional_or"),
    ):
        first, second = getattr(one, low), getattr(other, high)
        if first is not None:
            assert second == (math.inf if first == 0 else pytest.approx(1 / first, rel=1e-8))
    for field, value in msgspec.to_builtins(one).items():
        assert not isinstance(value, float) or not math.isnan(value), field


def test_strata_at_their_edges() -> None:
    huge = strata.mantel_haenszel(tables={"a": [10**9, 10**9, 10**9, 10**9 - 5], "b": [10**9, 3, 10**8, 7]})
    assert huge.undefined["exact_conditional_p"] == "too_many_tables"
    assert huge.or_mh is not None
    assert huge.cmh_chi2 is not None
    for wrong in ({}, {"a": [1, 2, 3]}, {"a": [1, 2, 3, -4]}):
        with pytest.raises(ImpossibleInput):
            strata.mantel_haenszel(tables=wrong)
    nothing = strata.mantel_haenszel(tables={"a": [0, 5, 0, 5]})
    assert (nothing.or_mh, nothing.cmh_p, nothing.exact_conditional_p) == (None, 1.0, 1.0)
