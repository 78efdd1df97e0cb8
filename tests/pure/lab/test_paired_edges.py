"""Edges of the paired questions, named by their zeros; what cannot be asked; huge counts."""

from __future__ import annotations

import itertools
import math
import time
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest

from testing_lab import paired
from testing_lab.faults import ImpossibleInput
from testing_lab.methods import answer
from testing_lab.paired.counts import paired_counts_of_outcomes
from testing_lab.paired.ilo import Stage
from testing_lab.paired.wrong_tests import exclusive_share_fisher_of_callback, unpaired_fisher_on_margins

_OF_COUNTS = [
    one for one in paired.METHODS if one.__name__.startswith(("mcnemar", "rd_", "rr_", "or_", "discrimination"))
]
_WRONG = [exclusive_share_fisher_of_callback, unpaired_fisher_on_margins]
_INTERVALS = [one for one in _OF_COUNTS if one.__name__.startswith(("rd_", "rr_", "or_"))]
_NAMES = ("both", "only_majority", "only_minority", "neither")
_named = {"ids": lambda one: one.__name__}


def _tables(*numbers: int) -> Iterator[dict[str, int]]:
    for counts in itertools.product(numbers, repeat=4):
        if sum(counts):
            yield dict(zip(_NAMES, counts, strict=True))


def _numbers(value: object) -> Iterator[float]:
    if isinstance(value, float):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _numbers(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _numbers(one)


def _assert_defined(found: dict[str, Any]) -> None:
    assert not any(math.isnan(one) for one in _numbers(found))
    assert {name for name, value in found.items() if value is None} == set(found.get("undefined", {}))
    if "lower" in found:
        assert found["lower"] <= found["upper"] or math.isclose(found["lower"], found["upper"], rel_tol=1e-12)


@pytest.mark.parametrize("ask", [*_OF_COUNTS, *_WRONG], **_named)
def test_every_pattern_of_zeros_ones_and_a_thousand_million_has_a_defined_answer(ask: Callable[..., Any]) -> None:
    for table in _tables(0, 1, 3, 10**9):
        _assert_defined(msgspec.to_builtins(ask(**table)))


@pytest.mark.parametrize("ask", _INTERVALS, **_named)
@pytest.mark.parametrize("confidence", [1e-300, 1e-9, 0.5, 1 - 1e-9, 1 - 2**-53])
def test_any_confidence_has_a_defined_answer(ask: Callable[..., Any], confidence: float) -> None:
    for table in _tables(0, 1, 40):
        _assert_defined(msgspec.to_builtins(ask(**table, confidence=confidence)))


def test_no_discordant_pairs_is_no_evidence() -> None:
    for table in ({"both": 10, "neither": 20}, {"both": 0, "neither": 30}, {"both": 30, "neither": 0}):
        counts = {**table, "only_majority": 0, "only_minority": 0}
        for ask in _OF_COUNTS:
            if ask.__name__.startswith("mcnemar"):
                assert ask(**counts).p_value == 1
            elif ask.__name__.startswith("or_"):
                found: Any = ask(**counts)
                assert "no_discordant_pairs" in found.undefined.values()
        assert paired.rd_tango_score(**counts).estimate == 0


@pytest.mark.parametrize("ask", [one for one in _OF_COUNTS if one.__name__.startswith("mcnemar")], **_named)
def test_a_tie_has_p_1(ask: Callable[..., Any]) -> None:
    assert ask(both=4, only_majority=7, only_minority=7, neither=9).p_value == 1


def test_a_minority_that_never_had_a_positive_answer() -> None:
    counts = {"both": 0, "only_majority": 8, "only_minority": 0, "neither": 12}
    for ask in _INTERVALS:
        found: Any = ask(**counts)
        if ask.__name__ == "or_conditional_wald_laplace":
            assert 1 < found.upper < math.inf
        elif ask.__name__.startswith(("rr_", "or_")):
            assert found.upper == math.inf
            assert found.lower == 0 or found.lower > 1
    assert paired.rr_tang_score(**counts).estimate == math.inf
    rates = paired.discrimination_rates(**counts)
    assert rates.callback_ratio_majority_to_minority == math.inf
    assert rates.net_at_least_one_positive == 1


def test_nobody_had_a_positive_answer() -> None:
    counts = {"both": 0, "only_majority": 0, "only_minority": 0, "neither": 12}
    for ask in _INTERVALS:
        if ask.__name__.startswith("rr_"):
            found: Any = ask(**counts)
            assert "no_positive_answers" in found.undefined.values()
            assert (found.lower, found.upper) == (0, math.inf)
    assert paired.discrimination_rates(**counts).undefined == {
        "net_at_least_one_positive": "no_pairs_with_a_positive_answer",
        "net_discordant_only": "no_discordant_pairs",
        "share_discordant_majority": "no_discordant_pairs",
        "callback_ratio_majority_to_minority": "no_positive_answers",
    }


def test_all_pairs_differ_the_same_way() -> None:
    counts = {"both": 0, "only_majority": 9, "only_minority": 0, "neither": 0}
    found = paired.rd_tango_score(**counts)
    assert (found.estimate, found.upper) == (1, 1)
    assert found.lower == pytest.approx(1 - 2 * 1.959963984540054**2 / (9 + 1.959963984540054**2))
    assert paired.mcnemar_exact_unconditional(**counts).p_value == pytest.approx(2 * 0.5**9)


def test_one_pair() -> None:
    counts = {"both": 0, "only_majority": 1, "only_minority": 0, "neither": 0}
    for ask in (paired.rd_laud_scas_paired, paired.rr_laud_scas_paired, paired.or_conditional_scas):
        assert ask(**counts).undefined == {"est": "one_pair"}
    assert paired.mcnemar_exact(**counts).p_value == 1


def test_the_unconditional_test_says_when_there_are_too_many_pairs() -> None:
    found = paired.mcnemar_exact_unconditional(both=10_000, only_majority=40, only_minority=20, neither=10)
    assert found.p_value is None
    assert found.undefined["p_value"] == "too_many_pairs"


@pytest.mark.parametrize(("majority", "minority"), [(120, 80), (30, 12), (700, 640), (2, 0), (501, 500)])
def test_the_unconditional_test_of_2000_pairs_is_quick(majority: int, minority: int) -> None:
    began = time.perf_counter()
    found = paired.mcnemar_exact_unconditional(
        both=500, only_majority=majority, only_minority=minority, neither=1500 - majority - minority
    )
    assert time.perf_counter() - began < 3
    assert found.p_value is not None
    assert found.p_value_bound is not None
    assert found.p_value <= found.p_value_bound <= found.p_value * (1 + 1e-6)


def test_huge_counts_lose_no_digits() -> None:
    """At 10⁹ the score and Wald intervals are one and the same to first order."""
    counts = {"both": 10**9, "only_majority": 10**9 + 30_000, "only_minority": 10**9, "neither": 10**9}
    wald = paired.rd_wald(**counts)
    assert wald.lower is not None
    for ask in (paired.rd_tango_score, paired.rd_newcombe_square_and_add, paired.rd_laud_scas_paired):
        found: Any = ask(**counts)
        assert found.lower == pytest.approx(wald.lower, rel=1e-4)
    score: Any = paired.rr_tang_score(**counts)
    assert score.lower == pytest.approx(paired.rr_wald_log(**counts).lower, rel=1e-9)
    p_values = [ask(**counts).p_value for ask in (paired.mcnemar_midp, paired.mcnemar_exact, paired.mcnemar_asymptotic)]
    assert p_values == pytest.approx([p_values[2]] * 3, rel=1e-3)


@pytest.mark.parametrize("ask", [*_OF_COUNTS, *_WRONG], **_named)
@pytest.mark.parametrize(
    "wrong", [{"both": -1}, {"only_majority": 2.5}, {"neither": math.nan}, {"only_minority": math.inf}, {"both": True}]
)
def test_a_count_that_cannot_be(ask: Callable[..., Any], wrong: dict[str, Any]) -> None:
    with pytest.raises(ImpossibleInput) as caught:
        ask(**{"both": 3, "only_majority": 4, "only_minority": 2, "neither": 5, **wrong})
    assert caught.value.argument in wrong


@pytest.mark.parametrize("ask", [*_OF_COUNTS, *_WRONG], **_named)
def test_no_pair_at_all(ask: Callable[..., Any]) -> None:
    with pytest.raises(ImpossibleInput, match="no pair at all"):
        ask(both=0, only_majority=0, only_minority=0, neither=0)


@pytest.mark.parametrize("ask", _INTERVALS, **_named)
@pytest.mark.parametrize("confidence", [0, 1, -0.5, 95, math.nan])
def test_a_confidence_that_cannot_be(ask: Callable[..., Any], confidence: float) -> None:
    with pytest.raises(ImpossibleInput, match="confidence"):
        ask(both=3, only_majority=4, only_minority=2, neither=5, confidence=confidence)


def test_swapped_counts_cannot_happen_silently() -> None:
    for ask in (*paired.METHODS, *_WRONG):
        with pytest.raises(TypeError, match="positional"):
            ask(43, 43, 27, 197)  # type: ignore[call-arg,misc]  # that is the test


def test_the_wrong_tests_cannot_be_asked_by_name() -> None:
    for ask in _WRONG:
        with pytest.raises(ImpossibleInput, match="unknown"):
            answer(ask.__name__, dict.fromkeys(_NAMES, 1))


def test_outcomes_that_are_neither_true_nor_false_or_not_paired() -> None:
    with pytest.raises(ImpossibleInput, match=r"minority\[1\]"):
        paired_counts_of_outcomes(majority=[True, False], minority=[True, 2])  # type: ignore[list-item]  # that is the test
    with pytest.raises(ImpossibleInput, match="equally long"):
        paired_counts_of_outcomes(majority=[True, False], minority=[True])


def test_more_pairs_left_out_than_there_are() -> None:
    with pytest.raises(ImpossibleInput, match="not_usable"):
        paired.discrimination_rates(both=1, only_majority=2, only_minority=3, neither=4, not_usable=5)
    found = paired.discrimination_rates(both=0, only_majority=0, only_minority=0, neither=4, not_usable=4)
    assert found.undefined["net_ilo_final_stage_usable"] == "no_usable_tests"


def test_ilo_without_usable_tests_stages_or_room() -> None:
    empty = paired.cumulative_net_discrimination(
        usable_tests=0, stages=[Stage(stage="first", favour_majority=0, favour_minority=0)]
    )
    _assert_defined(msgspec.to_builtins(empty))
    assert set(empty.undefined.values()) == {"no_usable_tests"}
    with pytest.raises(ImpossibleInput, match="stages"):
        paired.cumulative_net_discrimination(usable_tests=5, stages=[])
    with pytest.raises(ImpossibleInput, match="usable_tests"):
        paired.cumulative_net_discrimination(
            usable_tests=5, stages=[Stage(stage="first", favour_majority=4, favour_minority=2)]
        )
    with pytest.raises(ImpossibleInput, match="valid_tests"):
        paired.ilo_usable_tests(valid_tests=3, both_refused_at_first_stage=2, not_pursued=2)
    nothing = paired.net_rate_final(favour_majority=0, favour_minority=0, both_accepted=0, both_refused_last_stage=0)
    _assert_defined(msgspec.to_builtins(nothing))
    one_way = paired.net_rate_final(favour_majority=3, favour_minority=0, both_accepted=0, both_refused_last_stage=0)
    assert one_way.ratio == math.inf


def test_stages_from_json() -> None:
    stages = [{"stage": "telephone", "favour_majority": 43, "favour_minority": 0}]
    found: Any = answer("cumulative_net_discrimination", {"usable_tests": 165, "stages": stages})
    assert found.stage_rates == (43 / 165,)
    with pytest.raises(ImpossibleInput, match="stages"):
        answer("cumulative_net_discrimination", {"usable_tests": 165, "stages": [{"stage": "telephone"}]})


def test_testers_that_are_one_pair_or_find_no_discrimination() -> None:
    one = paired.tester_homogeneity(favour_majority=[9], favour_minority=[2], usable=[20])
    assert one.undefined["p_value"] == "one_tester_pair"
    even = paired.tester_homogeneity(favour_majority=[2, 3], favour_minority=[3, 2], usable=[20, 20])
    assert even.undefined["statistic"] == "no_net_discrimination"
    alike = paired.tester_homogeneity(favour_majority=[9, 18], favour_minority=[2, 4], usable=[20, 40])
    assert alike.statistic == pytest.approx(0)
    assert alike.p_value == pytest.approx(1)
    for wrong in ({"usable": [0, 20]}, {"usable": [4, 20]}, {"usable": [20]}, {"favour_majority": [-1, 3]}):
        with pytest.raises(ImpossibleInput):
            paired.tester_homogeneity(
                **{"favour_majority": [9, 3], "favour_minority": [2, 2], "usable": [20, 20], **wrong}
            )
    with pytest.raises(ImpossibleInput, match="empty"):
        paired.tester_homogeneity(favour_majority=[], favour_minority=[], usable=[])


def test_testers_that_differ_pass_the_critical_value_of_four_pairs() -> None:
    """METHODS.md §3.5: 7.81 at 3 degrees of freedom."""
    found = paired.tester_homogeneity(
        favour_majority=[30, 20, 25, 5], favour_minority=[2, 5, 3, 4], usable=[40, 40, 40, 40]
    )
    assert found.df == 3
    assert found.statistic is not None
    assert found.p_value is not None
    assert (found.statistic > 7.814727903251179) == (found.p_value < 0.05)
    assert found.statistic > 7.81
