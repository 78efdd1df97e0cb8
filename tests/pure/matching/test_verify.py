"""The verifier accepts what a run leaves, and nothing that was changed afterwards."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings

from bench.school import school
from matching.eligibility import build
from matching.engine.solve import solve
from matching.explain import explain
from matching.instance import Instance, Pair, Travel
from matching.policy import Policy
from matching.result import Placement
from matching.verify.audit import audit
from tests.pure.matching.changed_results import (
    BY_UTILITY,
    FAIR,
    FAIR_BY_UTILITY,
    MUTATIONS,
    POLICIES,
    POLICY,
    Mutation,
    accepted,
    change,
    check_mutations,
    checks,
    levels,
    profile_of,
    solved,
    true_placement,
    with_locks,
)
from tests.pure.matching.rounds import offer as an_offer
from tests.pure.matching.rounds import rounds
from tests.pure.matching.rounds import student as a_student


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(rounds())
def test_every_run_is_proven_in_every_order_of_goals(instance: Instance) -> None:
    """Rules, minutes, ranks and utilities of the run and of the verifier are two pieces of code: they must agree."""
    for policy in POLICIES:
        found = checks(instance, solved(instance, policy), policy)
        assert [(check.goal, check.status) for check in found] == [
            (goal, "proven") for goal in (*policy.goals, "lottery")
        ]


@pytest.mark.parametrize("with_pairs", [False, True])
@pytest.mark.parametrize("number", range(3))
def test_rounds_with_locks_are_proven(number: int, with_pairs: bool) -> None:
    instance = with_locks(school(number, 300, with_pairs=with_pairs), random.Random(number))
    assert sum(student.locked_offer is not None for student in instance.students) > 10
    for policy in (POLICY, FAIR, FAIR_BY_UTILITY):
        assert accepted(instance, solved(instance, policy), policy)


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_no_mutation_is_accepted(mutation: Mutation, number: int) -> None:
    check_mutations(mutation, number, times=20)


def test_another_lottery_is_not_accepted() -> None:
    """An honest proof for another seed, dressed up with the lot numbers and the report of the true one."""
    instance = school(4, 200, with_pairs=True)
    true, other = solved(instance), solved(instance, change(POLICY, seed="kinder to my friends"))
    lots = {explanation.student_number: explanation.lot_number for explanation in true.explanations}
    dressed = change(
        true,
        placements=tuple(change(p, lot_number=lots[p.student_number]) for p in other.placements),
        certificate=other.certificate,
    )
    assert audit(instance, POLICY, dressed.placements) == ()
    found = {check.goal: check.status for check in checks(instance, dressed)}
    assert (found["placed"], found["satisfaction"], found["lottery"]) == ("proven", "proven", "failed")


def test_goals_in_another_order_are_not_accepted() -> None:
    instance = school(4, 200)
    policy = change(POLICY, goals=("satisfaction", "placed"))
    other = solved(instance, policy)
    assert accepted(instance, other, policy)
    true = solved(instance)
    assert other.placements != true.placements
    assert not accepted(instance, change(true, placements=other.placements, certificate=other.certificate))


def test_a_changed_input_is_not_accepted() -> None:
    instance = school(2, 120)
    result = solved(instance)
    opened = change(instance, offers=(change(instance.offers[0], places=9), *instance.offers[1:]))
    found = checks(opened, result)
    assert {(check.goal, check.status) for check in found} == {
        (goal, "failed") for goal in ("input", "placed", "satisfaction", "lottery")
    }


@pytest.mark.parametrize("part", ["students", "offers", "travel", "pairs", "a stranger"])
def test_an_instance_that_no_run_takes_is_not_accepted(part: str) -> None:
    """Even with every hash made to fit."""
    instance = school(2, 120, with_pairs=True)
    result = solved(instance)
    trip = Travel(home_zone="1", work_zone="2", transport="bike", minutes=-5)
    stranger = Pair(student_number="nobody", offer_id=instance.offers[0].offer_id, utility=1)
    forged = {
        "students": lambda: change(instance, students=(*instance.students, instance.students[0])),
        "offers": lambda: change(instance, offers=(*instance.offers, change(instance.offers[0], places=0))),
        "travel": lambda: change(instance, travel=(trip,)),
        "pairs": lambda: change(instance, pairs=(*(instance.pairs or ()), (instance.pairs or ())[0])),
        "a stranger": lambda: change(instance, pairs=(*(instance.pairs or ()), stranger)),
    }[part]()
    hashed = change(
        result,
        report=change(result.report, input_sha256=forged.sha256()),
        certificate=change(result.certificate, input_sha256=forged.sha256()),
    )
    first = checks(forged, hashed)[0]
    assert (first.goal, first.status, first.detail) == ("input", "failed", "input_contradicts")


def test_a_report_from_before_a_table_of_the_policy_existed_is_accepted() -> None:
    instance = school(2, 120)
    result = solved(instance)
    old = {name: value for name, value in result.report.policy.items() if name != "worst_off"}
    assert len(old) == len(result.report.policy) - 1
    assert accepted(instance, change(result, report=change(result.report, policy=old)))
    odd = change(result, report=change(result.report, policy={**old, "worst_off": {"classes": "ranks"}}))
    assert not accepted(instance, odd)


def test_ranks_that_no_run_takes_as_classes_are_refused_before_they_are_counted() -> None:
    """A folder that somebody made up must not make the verifier write down a thousand million classes."""
    given = Pair(student_number="S1", offer_id="O1", utility=1, rank=1_000_000_000)
    instance = Instance(students=(a_student("S1"),), offers=(an_offer("O1"),), pairs=(given,))
    by_utility = Policy(goals=("worst_off",), worst_off=BY_UTILITY)
    found = checks(instance, solved(instance, by_utility), Policy(goals=("worst_off",)))
    assert (found[0].goal, found[0].status, found[0].detail) == ("worst_off", "failed", "rank_too_high")


def test_a_solution_that_is_not_the_best_has_a_bound() -> None:
    """Prices of the best solution still say how far a worse one is off."""
    instance = school(2, 120)
    result = solved(instance)
    fewer = change(result, placements=result.placements[1:])
    first = checks(instance, fewer)[0]
    assert (first.goal, first.status, first.detail) == ("placed", "bound", "gap")
    assert first.facts == {"value": len(result.placements) - 1, "bound": len(result.placements)}


def test_a_lottery_with_slack_prices_is_no_lottery() -> None:
    """Prices that hold but leave room prove nothing about lots: any set of students would pass with them."""
    instance = school(4, 200, with_pairs=True)
    result = solved(instance)
    changed = list(result.certificate.levels)
    at = next(number for number, level in enumerate(changed) if level.goal == "who")
    level = changed[at]
    changed[at] = change(level, student=(level.student[0] + 1, *level.student[1:]), value=level.value + 1)
    lottery = checks(instance, levels(result, changed))[2]
    assert (lottery.goal, lottery.status, lottery.detail) == ("lottery", "failed", "gap")


def test_the_last_resort_of_the_lottery_is_verified_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Key order, reached by allowing no round of draws on both sides."""
    instance = school(1, 300, with_pairs=True)
    problem = build(instance, POLICY).problem
    found = solve(problem, POLICY.goals, POLICY.seed, draw_rounds=0)
    by_draws = solved(instance)
    lots = {explanation.student_number: explanation.lot_number for explanation in by_draws.explanations}
    placements = tuple(
        true_placement(
            instance,
            Placement(
                student_number=number, offer_id="", rank=None, utility=0, travel_minutes=None, lot_number=lots[number]
            ),
            problem.offer_keys[problem.offer[pair]],
        )
        for number, pair in zip(problem.student_keys, found.pair_of_student.tolist(), strict=True)
        if pair >= 0
    )
    result = change(by_draws, placements=placements, certificate=change(by_draws.certificate, levels=found.levels))
    result = change(result, report=change(result.report, profile=profile_of(placements, len(instance.students))))
    assert sum(level.goal == "where" for level in found.levels) > 1
    result = change(result, explanations=explain(build(instance, POLICY), found, POLICY))
    assert not accepted(instance, result)
    monkeypatch.setattr("matching.verify.verifier.DRAW_ROUNDS", 0)
    assert accepted(instance, result)
    assert not accepted(instance, by_draws)
