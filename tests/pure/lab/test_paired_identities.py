"""What must be true of any paired table: swapping, inverting, nesting, moving a pair."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from testing_lab import paired
from testing_lab.distributions import two_sided_z
from testing_lab.paired.counts import paired_counts, paired_counts_of_outcomes
from testing_lab.paired.laud_scas import _of_difference, _of_log_ratio
from testing_lab.paired.mcnemar_exact_unconditional import mcnemar_exact_unconditional

_TESTS = [one for one in paired.METHODS if one.__name__.startswith("mcnemar")]
_DIFFERENCES = [one for one in paired.METHODS if one.__name__.startswith("rd_")]
_RATIOS = [one for one in paired.METHODS if one.__name__.startswith(("rr_", "or_"))]

_cell = st.one_of(st.integers(0, 40), st.integers(0, 3000))
_tables = st.fixed_dictionaries(
    {"both": _cell, "only_majority": _cell, "only_minority": _cell, "neither": _cell}
).filter(lambda table: sum(table.values()) > 0)
_small = st.fixed_dictionaries(
    {name: st.integers(0, 12) for name in ("both", "only_majority", "only_minority", "neither")}
).filter(lambda table: sum(table.values()) > 0)
_confidences = st.floats(0.5, 0.999)
_named = {"ids": lambda one: one.__name__}


def _swapped(table: dict[str, int]) -> dict[str, int]:
    return {**table, "only_majority": table["only_minority"], "only_minority": table["only_majority"]}


def _near(a: float, b: float) -> bool:
    return a == b or math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-12)


@pytest.mark.parametrize("ask", _TESTS, **_named)
@given(table=_small)
def test_swapping_the_two_changes_no_two_sided_p(ask: Callable[..., Any], table: dict[str, int]) -> None:
    one, other = ask(**table), ask(**_swapped(table))
    assert _near(one.p_value, other.p_value)
    assert 0 <= one.p_value <= 1
    if hasattr(one, "p_greater"):
        assert _near(one.p_greater, other.p_less)


@pytest.mark.parametrize("ask", _DIFFERENCES, **_named)
@given(table=_tables, confidence=_confidences)
def test_swapping_the_two_turns_a_difference_around(
    ask: Callable[..., Any], table: dict[str, int], confidence: float
) -> None:
    one, other = ask(**table, confidence=confidence), ask(**_swapped(table), confidence=confidence)
    assert _near(one.lower, -other.upper)
    assert _near(one.upper, -other.lower)
    assert -1 <= one.lower <= one.upper <= 1


@pytest.mark.parametrize("ask", _RATIOS, **_named)
@given(table=_tables, confidence=_confidences)
def test_swapping_the_two_turns_a_ratio_over(ask: Callable[..., Any], table: dict[str, int], confidence: float) -> None:
    one, other = ask(**table, confidence=confidence), ask(**_swapped(table), confidence=confidence)
    assert _near(one.lower, 1 / other.upper if other.upper else math.inf)
    assert _near(one.upper, 1 / other.lower if other.lower else math.inf)
    assert 0 <= one.lower <= one.upper


@pytest.mark.parametrize("ask", _DIFFERENCES + _RATIOS, **_named)
@given(table=_tables, confidences=st.tuples(_confidences, _confidences))
def test_more_confidence_is_a_wider_interval(
    ask: Callable[..., Any], table: dict[str, int], confidences: tuple[float, float]
) -> None:
    narrow, wide = (ask(**table, confidence=one) for one in sorted(confidences))
    assert wide.lower <= narrow.lower or _near(wide.lower, narrow.lower)
    assert wide.upper >= narrow.upper or _near(wide.upper, narrow.upper)


@pytest.mark.parametrize(
    ("interval", "test", "nothing"),
    [
        (paired.rd_tango_score, paired.mcnemar_asymptotic, 0.0),
        (paired.rr_tang_score, paired.mcnemar_asymptotic, 1.0),
        (paired.or_conditional_wilson, paired.mcnemar_asymptotic, 1.0),
        (paired.or_conditional_midp, paired.mcnemar_midp, 1.0),
        (paired.or_conditional_clopper_pearson, paired.mcnemar_exact, 1.0),
    ],
    ids=lambda one: getattr(one, "__name__", None),
)
@given(table=_tables, confidence=_confidences)
def test_an_interval_holds_no_effect_exactly_when_its_test_does_not_reject(
    interval: Callable[..., Any], test: Callable[..., Any], nothing: float, table: dict[str, int], confidence: float
) -> None:
    p_value, found = test(**table).p_value, interval(**table, confidence=confidence)
    assume(abs(p_value - (1 - confidence)) > 1e-9)
    assert (found.lower <= nothing <= found.upper) == (p_value > 1 - confidence)


@pytest.mark.parametrize(
    ("interval", "test"),
    [
        (paired.or_conditional_midp, paired.mcnemar_midp),
        (paired.or_conditional_clopper_pearson, paired.mcnemar_exact),
    ],
    ids=lambda one: one.__name__,
)
@given(table=_tables)
def test_at_the_confidence_of_one_minus_p_a_bound_touches_no_effect(
    interval: Callable[..., Any], test: Callable[..., Any], table: dict[str, int]
) -> None:
    p_value = test(**table).p_value
    assume(1e-6 < p_value < 0.999)
    found = interval(**table, confidence=1 - p_value)
    touching = found.lower if table["only_majority"] > table["only_minority"] else found.upper
    assert math.isclose(touching, 1, rel_tol=1e-7)


@given(table=_tables, confidence=_confidences)
def test_laud_bounds_are_where_the_corrected_score_is_z(table: dict[str, int], confidence: float) -> None:
    assume(all(table.values()))
    z, counts = two_sided_z(confidence), paired_counts(**table)
    difference = paired.rd_laud_scas_paired(**table, confidence=confidence)
    ratio = paired.rr_laud_scas_paired(**table, confidence=confidence)
    for bound, wanted in ((difference.lower, z), (difference.est, 0), (difference.upper, -z)):
        assert math.isclose(_of_difference(counts, bound or 0.0), wanted, rel_tol=1e-7, abs_tol=1e-7)
    for bound, wanted in ((ratio.lower, z), (ratio.est, 0), (ratio.upper, -z)):
        assert math.isclose(_of_log_ratio(counts, math.log(bound or 1.0)), wanted, rel_tol=1e-7, abs_tol=1e-7)


@given(table=_small)
def test_no_chance_that_a_pair_differs_gives_more_than_the_unconditional_p(table: dict[str, int]) -> None:
    """Against a plain sum over all tables, on a grid and at the place where the supremum is said to lie."""
    found = mcnemar_exact_unconditional(**table)
    place, p_value, bound = found.discordance_at_supremum, found.p_value, found.p_value_bound
    assert place is not None
    assert p_value is not None
    assert bound is not None
    for share in (*(step / 50 for step in range(51)), place):
        plain = _chance_of_as_far_a_table(table, share)
        assert plain <= bound * (1 + 1e-12)
        if share == place:
            assert math.isclose(plain, p_value, rel_tol=1e-9)


def _chance_of_as_far_a_table(table: dict[str, int], share: float) -> float:
    b, c, n = table["only_majority"], table["only_minority"], sum(table.values())
    return sum(
        math.comb(n, m) * share**m * (1 - share) ** (n - m) * math.comb(m, k) / 2**m
        for m in range(0 if b == c else 1, n + 1)
        for k in range(m + 1)
        if (2 * k - m) ** 2 * (b + c) >= (b - c) ** 2 * m
    )


@pytest.mark.parametrize(
    # Wald's logarithms know nothing beside a zero, and say 0 to infinity there.
    "ask",
    [one for one in _DIFFERENCES + _RATIOS if one.__name__ not in ("rr_wald_log", "or_conditional_wald")],
    **_named,
)
@given(table=_small)
def test_a_pair_that_turns_against_the_minority_lowers_no_bound(ask: Callable[..., Any], table: dict[str, int]) -> None:
    assume(table["only_minority"] > 0)
    before = ask(**table)
    turned = {**table, "only_majority": table["only_majority"] + 1, "only_minority": table["only_minority"] - 1}
    after = ask(**turned)
    assert after.lower >= before.lower - 1e-12
    assert after.upper >= before.upper - 1e-12


@settings(max_examples=30)
@given(outcomes=st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=60))
def test_raw_outcomes_and_their_counts_are_the_same_question(outcomes: list[tuple[bool, bool]]) -> None:
    counts = paired_counts_of_outcomes(
        majority=[first for first, _ in outcomes], minority=[second for _, second in outcomes]
    )
    assert counts.pairs == len(outcomes)
    assert counts.positive_majority == sum(first for first, _ in outcomes)
    assert counts.positive_minority == sum(second for _, second in outcomes)
    assert counts.discordant == sum(first != second for first, second in outcomes)


@given(table=_tables, times=st.integers(2, 50))
def test_rates_do_not_depend_on_how_often_the_study_is_copied(table: dict[str, int], times: int) -> None:
    one = paired.discrimination_rates(**table)
    many = paired.discrimination_rates(**{name: number * times for name, number in table.items()})
    for name, denominator in one.denominators.items():
        assert many.denominators[name].number == times * denominator.number
        assert (getattr(one, name) is None) == (name in one.undefined)
        if getattr(one, name) is not None:
            assert _near(getattr(one, name), getattr(many, name))
