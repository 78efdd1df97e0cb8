"""While the study runs its own rule decides what is seen; without a difference it errs no more often than it says."""

from __future__ import annotations

import datetime as dt
import math
import random

import numpy as np
import pytest

from testing_lab.faults import ImpossibleInput
from testing_lab.fieldwork.monitor import (
    DecidedPair,
    EProcessRule,
    FixedRule,
    LooksRule,
    MonitorView,
    StoppingRule,
    discordant_in_order,
    monitor,
)
from testing_lab.fieldwork.registered_rule import registered_rule
from testing_lab.protocol.analysis_plan import Analysis, Sampling, Stopping
from testing_lab.protocol.document import Protocol
from testing_lab.stopping.alpha_spending import alpha_spending
from testing_lab.stopping.beta_mixture_evalue import beta_mixture_evalue_mcnemar
from testing_lab.stopping.exact_looks import exact_looks
from testing_lab.stopping.peeking import peeking_mcnemar

T = dt.datetime(2026, 12, 1, 9, 0, tzinfo=dt.UTC)
OBRIEN_FLEMING, POCOCK = "Lan-DeMets O'Brien-Fleming", "Lan-DeMets Pocock"


def decided(outcomes: str) -> list[DecidedPair]:
    """``1`` only the majority, ``0`` only the minority, ``+`` both, ``-`` neither, ``?`` not usable."""
    meaning = {"1": (True, False), "0": (False, True), "+": (True, True), "-": (False, False), "?": (None, True)}
    return [
        DecidedPair(
            pair=f"p{at:04}", decided=T + dt.timedelta(minutes=at), majority=meaning[one][0], minority=meaning[one][1]
        )
        for at, one in enumerate(outcomes)
    ]


def view(outcomes: str, rule: StoppingRule, *, ended: bool = False) -> MonitorView:
    return monitor(decided(outcomes), rule=rule, ended=ended)


def test_a_fixed_number_shows_progress_and_nothing_else() -> None:
    for outcomes in ("1" * 20, "0" * 20, "+" * 20):
        assert view(outcomes, FixedRule(pairs=21)) == MonitorView(rule="fixed", decided=20, decision="go_on")
    assert view("1" * 21, FixedRule(pairs=21)).decision == "end"
    assert view("1", FixedRule(pairs=21), ended=True).decision == "end"


LOOKS = LooksRule(discordant_planned=40, looks=(0.5, 1))


def test_between_looks_nothing_more_is_seen() -> None:
    before = [view("+-?" + tail, LOOKS) for tail in ("1" * 19, "0" * 19, "10" * 9 + "0")]
    assert before[0] == before[1] == before[2]
    assert (before[0].looks, before[0].next_look_at, before[0].decision) == ((), 20, "go_on")
    at_look = view("10" * 10, LOOKS)
    assert [(one.discordant, one.only_majority, one.only_minority, one.crossed) for one in at_look.looks] == [
        (20, 10, 10, False)
    ]
    for tail in ("1" * 19, "0" * 19):
        later = view("10" * 10 + tail, LOOKS)
        assert (later.looks, later.next_look_at, later.discordant) == (at_look.looks, 40, None)


def test_a_look_that_crosses_stops_whatever_comes_after() -> None:
    stopped = view("1" * 20, LOOKS)
    assert (stopped.decision, stopped.next_look_at) == ("stop_majority_favoured", None)
    assert view("1" * 20 + "0" * 20, LOOKS).looks == stopped.looks
    assert view("0" * 20, LOOKS).decision == "stop_minority_favoured"
    assert view("10" * 20, LOOKS).decision == "end"
    one_sided = LooksRule(discordant_planned=40, looks=(0.5, 1), sided=1)
    assert view("0" * 40, one_sided).decision == "end"
    assert view("1" * 40, one_sided).decision == "stop_majority_favoured"


def test_a_study_that_ends_early_spends_what_is_left() -> None:
    going_on, ended = view("1" * 9, LOOKS), view("1" * 9, LOOKS, ended=True)
    assert (going_on.decision, going_on.looks) == ("go_on", ())
    assert (ended.decision, ended.looks[0].lead_needed) == ("stop_majority_favoured", 7)
    assert view("", LOOKS, ended=True).decision == "end"
    assert view("10" * 10, LOOKS, ended=True).decision == "end"


def level(looks_at: list[int], leads: list[int | None], sided: int) -> float:
    """P(stop) under equal chances, by counting paths one by one in whole numbers."""
    ways, stopped = {0: 1}, 0.0
    for pairs in range(1, looks_at[-1] + 1):
        after: dict[int, int] = {}
        for lead, number in ways.items():
            for step in (-1, 1):
                after[lead + step] = after.get(lead + step, 0) + number
        ways = after
        if pairs in looks_at and (needed := leads[looks_at.index(pairs)]) is not None:
            out = [lead for lead in ways if (abs(lead) if sided == 2 else lead) >= needed]
            stopped += sum(ways.pop(lead) for lead in out) / 2**pairs
    return stopped


@pytest.mark.parametrize("spending", [OBRIEN_FLEMING, POCOCK, "Kim-DeMets rho=3", "Hwang-Shih-DeCani gamma=-4"])
@pytest.mark.parametrize("sided", [1, 2])
@pytest.mark.parametrize(
    "looks_at", [[1], [5], [20, 40], [25, 50], [10, 20, 30, 40], list(range(1, 61)), [50, 100, 150]]
)
def test_the_looks_never_err_more_often_than_alpha(looks_at: list[int], sided: int, spending: str) -> None:
    answer = exact_looks(looks_at=looks_at, sided=sided, spending=spending)
    real = level(looks_at, list(answer.lead), sided)
    assert real == pytest.approx(answer.cumulative_alpha[-1], abs=1e-12)
    assert real <= 0.05
    # One pair less at any look would be too much there: the boundary is the smallest that is allowed.
    for place, needed in enumerate(answer.lead):
        lower = (looks_at[place] + 2 if needed is None else needed) - 2
        if lower > 0 and place == len(looks_at) - 1:
            assert level(looks_at, [*answer.lead[:place], lower], sided) > 0.05


@pytest.mark.parametrize(("planned", "seen"), [(40, [20, 33]), (40, [9]), (70, [18, 35, 36])])
def test_a_study_that_ends_early_errs_no_more_often(planned: int, seen: list[int]) -> None:
    answer = exact_looks(looks_at=seen, planned=planned, ended=True)
    assert level(seen, list(answer.lead), 2) <= 0.05
    as_planned = exact_looks(looks_at=seen, planned=planned)
    assert answer.lead[:-1] == as_planned.lead[:-1]


def test_boundaries_of_normal_theory_do_err_more_often() -> None:
    """Why the monitor does not use them: 0.066 at two looks, 25 and 50 pairs."""
    z = alpha_spending(information=[0.5, 1], spending=OBRIEN_FLEMING).z
    leads: list[int | None] = [math.ceil(edge * math.sqrt(pairs)) for edge, pairs in zip(z, (25, 50), strict=True)]
    assert level([25, 50], leads, 2) == pytest.approx(0.0662, abs=5e-5)


def test_exact_boundaries_lie_near_those_of_normal_theory_where_pairs_are_many() -> None:
    at = [2000, 4000]
    z = alpha_spending(information=[0.5, 1]).z
    for edge, pairs, lead in zip(z, at, exact_looks(looks_at=at).lead, strict=True):
        assert lead is not None
        assert abs(lead - edge * math.sqrt(pairs)) <= 2


@pytest.mark.parametrize(
    "rule",
    [
        LooksRule(discordant_planned=12, looks=(0.5, 1)),
        LooksRule(discordant_planned=12, looks=(0.25, 0.5, 0.75, 1), spending=POCOCK),
        LooksRule(discordant_planned=12, looks=(0.5, 1), sided=1),
        EProcessRule(),
        EProcessRule(sided=1, prior_a=1, prior_b=1),
    ],
)
def test_monitored_at_every_pair_without_a_difference_a_study_errs_in_at_most_5_percent(rule: StoppingRule) -> None:
    """Exactly: every sequence of 12 discordant pairs, each monitored after every pair until it stops."""

    def wrong(outcomes: str) -> float:
        if outcomes and view(outcomes, rule).decision.startswith("stop"):
            return 1.0
        return 0.0 if len(outcomes) == 12 else (wrong(outcomes + "0") + wrong(outcomes + "1")) / 2

    assert 0 < wrong("") <= 0.05


def test_the_e_process_errs_in_at_most_5_percent_up_to_a_thousand_pairs() -> None:
    exact = peeking_mcnemar(rule="e_process", discordant_pairs=1000)
    assert exact.p_reject <= 0.05
    # The monitor stops where that exact calculation does: 300 studies of 60 pairs; 4 standard errors.
    generator = np.random.default_rng(5)
    stops = 0
    for _ in range(300):
        outcomes = "".join("01"[one] for one in generator.integers(0, 2, 60))
        stops += view(outcomes, EProcessRule()).decision.startswith("stop")
    expected = peeking_mcnemar(rule="e_process", discordant_pairs=60).p_reject
    assert abs(stops / 300 - expected) <= 4 * math.sqrt(expected * (1 - expected) / 300)


def test_the_e_process_shows_its_value_at_every_pair() -> None:
    shown = view("+1101-1?", EProcessRule())
    answer = beta_mixture_evalue_mcnemar(sequence="11011")
    assert (shown.e_value, shown.p_anytime, shown.discordant) == (answer.e_final, answer.p_anytime, 5)
    assert (shown.e_needed, shown.decision, shown.decided) == (20, "go_on", 8)
    crossed = view("1" * 9 + "0" * 9, EProcessRule())
    assert crossed.decision == "stop_majority_favoured"
    assert crossed.e_value is not None
    assert crossed.e_value < 20  # it has fallen since: what was reached stays reached
    assert view("0" * 9, EProcessRule()).decision == "stop_minority_favoured"
    assert view("0" * 30, EProcessRule(sided=1)).decision == "go_on"
    assert view("10", EProcessRule(), ended=True).decision == "end"


def test_pairs_count_in_the_order_of_their_decision() -> None:
    pairs = decided("1?0-01+1")
    mixed = list(pairs)
    random.Random(3).shuffle(mixed)
    assert discordant_in_order(mixed) == discordant_in_order(pairs) == "10011"


@pytest.mark.parametrize(
    ("rule", "wrong"),
    [
        (LooksRule(discordant_planned=0, looks=(1,)), "discordant_planned: is 0"),
        (LooksRule(discordant_planned=9, looks=(0.5, 0.5)), "does not come after"),
        (EProcessRule(alpha=0), "alpha"),
        (EProcessRule(prior_a=0), "prior_a"),
    ],
)
def test_a_rule_that_cannot_be_is_refused(rule: StoppingRule, wrong: str) -> None:
    with pytest.raises(ImpossibleInput, match=wrong):
        view("10", rule)


@pytest.mark.parametrize(
    "inputs",
    [{"looks_at": []}, {"looks_at": [2, 2]}, {"looks_at": [30_000]}, {"looks_at": [5], "planned": 4},
     {"looks_at": [5], "sided": 3}, {"looks_at": [5], "alpha": 1}, {"looks_at": [5], "spending": "all"}],
)  # fmt: skip
def test_looks_that_cannot_be_are_refused(inputs: dict[str, object]) -> None:
    with pytest.raises(ImpossibleInput):
        exact_looks(**inputs)


def test_a_look_with_too_few_pairs_has_no_boundary() -> None:
    answer = exact_looks(looks_at=[2, 40])
    assert (answer.lead[0], answer.undefined) == (None, {"lead": "too_little_alpha"})


SAMPLING = Sampling(pairs=300, p_only_majority=0.12, p_only_minority=0.05, alpha=0.04)


@pytest.mark.parametrize(
    ("test", "stopping", "rule"),
    [
        ("mcnemar_midp", Stopping(), FixedRule(pairs=300)),
        ("exact_looks", Stopping(rule="alpha_spending", looks=(0.5, 1), spending=POCOCK),
         LooksRule(discordant_planned=51, looks=(0.5, 1), alpha=0.04, spending=POCOCK)),
        ("beta_mixture_evalue_mcnemar", Stopping(rule="e_process"), EProcessRule(alpha=0.04)),
        ("one_sided_beta_mixture_evalue_mcnemar", Stopping(rule="e_process", prior_a=1, prior_b=2),
         EProcessRule(alpha=0.04, sided=1, prior_a=1, prior_b=2)),
    ],
)  # fmt: skip
def test_the_rule_is_that_of_the_protocol(test: str, stopping: Stopping, rule: StoppingRule) -> None:
    protocol = Protocol(analysis=Analysis(primary_test=test, stopping=stopping), sampling=SAMPLING)
    assert registered_rule(protocol) == rule
    assert view("10" * 26, rule).rule == stopping.rule


def test_looks_without_planned_pairs_are_refused() -> None:
    looks = Analysis(stopping=Stopping(rule="alpha_spending", looks=(1,), spending=POCOCK))
    with pytest.raises(ImpossibleInput, match="sampling: is missing"):
        registered_rule(Protocol(analysis=looks))
