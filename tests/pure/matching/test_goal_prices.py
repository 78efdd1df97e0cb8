"""What a goal costs the later ones: by hand, by the runs themselves, and in the words of the report."""

from __future__ import annotations

import msgspec
import pytest

from api.services.goal_values import lost_text
from bench.school import school
from matching.fair_run import fair_run
from matching.goal_prices import left_out, lost, priced, without, without_each_goal
from matching.instance import Instance
from matching.policy import GoalName, GroupGap, Policy
from matching.result import GoalOutcome, Report
from matching.run import run
from matching.verify import verify
from tests.pure.matching.rounds import offer, pair, student

#: Both want O1 (A far more); only A can also go to O2, which he does not like.
TWO = Instance(
    students=(student("A"), student("B")),
    offers=(offer("O1"), offer("O2")),
    pairs=(pair("A", "O1", 900, rank=1), pair("A", "O2", 100), pair("B", "O1", 300, rank=1)),
)


def prices_of(instance: Instance, policy: Policy) -> tuple[Report, list[dict[str, int | str] | None]]:
    result = run(instance, policy, clock=lambda: 0.0)
    report = priced(policy, result.report, without_each_goal(instance, policy, clock=lambda: 0.0))
    return report, [goal.price for goal in report.goals]


def test_placing_both_costs_points() -> None:
    _, prices = prices_of(TWO, Policy(goals=("placed", "satisfaction")))
    assert prices == [{"satisfaction": 500}, {}]  # 900 for A alone, against 100 + 300


def test_points_first_costs_a_place_and_placed_first_costs_nobody_his_class() -> None:
    _, prices = prices_of(TWO, Policy(goals=("satisfaction", "placed", "worst_off")))
    assert prices[0] == {"placed": 1, "worst_off": "+1 -1 0"}
    _, prices = prices_of(TWO, Policy(goals=("placed", "worst_off", "satisfaction")))
    assert prices == [{"worst_off": "0 0 0", "satisfaction": 0}, {"satisfaction": 0}, {}]


@pytest.mark.parametrize(
    "goals",
    [("placed", "satisfaction"), ("satisfaction", "worst_off", "placed"), ("placed", "worst_off", "satisfaction")],
)
def test_a_price_is_the_difference_of_two_runs_and_verify_takes_it(goals: tuple[GoalName, ...]) -> None:
    instance, policy = school(2, 300), Policy(goals=goals, seed="x")
    instance = msgspec.structs.replace(instance, offers=instance.offers[::2])
    made = fair_run(instance, policy, clock=lambda: 0.0, with_prices=True)
    values = {goal.name: goal.value for goal in made.result.report.goals}
    for number, goal in enumerate(made.result.report.goals[:-1]):
        rest = tuple(name for name in goals if name != goal.name)
        other = run(instance, msgspec.structs.replace(policy, goals=rest), clock=lambda: 0.0).report
        free = {one.name: one.value for one in other.goals}
        assert goal.price is not None
        assert list(goal.price) == list(goals[number + 1 :])
        for later, told in goal.price.items():
            mine, theirs = values[later], free[later]
            if isinstance(mine, tuple) and isinstance(theirs, tuple):
                difference = [0 if change == "0" else int(change) for change in str(told).split()]
                assert difference == [a - b for a, b in zip(mine, theirs, strict=True)]
            else:
                assert told == int(theirs) - int(mine)  # type: ignore[arg-type]  # whole numbers both
        # The first goal of the rest can only have been better off.
        first = goal.price.get(rest[0], 0)
        assert not isinstance(first, int) or first >= 0
    result = made.result
    checks = verify(instance, policy, result.placements, result.certificate, result.report, result.explanations)
    assert {check.status for check in checks} == {"proven"}
    plain = fair_run(instance, policy, clock=lambda: 0.0, with_prices=False).result
    assert plain.placements == result.placements
    assert [goal.price for goal in plain.report.goals] == [None] * len(goals)


@pytest.mark.parametrize(
    "change",
    [
        lambda prices: [None, *prices[1:]],
        lambda prices: [{}, *prices[1:]],
        lambda prices: [{**prices[0], "satisfaction": "12"}, *prices[1:]],
        lambda prices: [{**prices[0], "worst_off": 3}, *prices[1:]],
        lambda prices: [{**prices[0], "worst_off": "3 of them"}, *prices[1:]],
        lambda prices: [*prices[:-1], {"placed": 0}],
        lambda prices: [dict(reversed(prices[0].items())), *prices[1:]],
    ],
)  # fmt: skip
def test_verify_refuses_prices_of_another_form(change: object) -> None:
    policy = Policy(goals=("placed", "worst_off", "satisfaction"))
    result = run(TWO, policy, clock=lambda: 0.0)
    report, prices = prices_of(TWO, policy)
    changed = change(prices)  # type: ignore[operator]  # one of the lambdas above
    goals = tuple(msgspec.structs.replace(goal, price=price) for goal, price in zip(report.goals, changed, strict=True))
    told = msgspec.structs.replace(report, goals=goals)
    checks = verify(TWO, policy, result.placements, result.certificate, told)
    assert ("report", "failed") in [(check.goal, check.status) for check in checks]


def test_without_a_goal_its_price_in_placements_goes_too() -> None:
    gap = GroupGap(groupings=("level",), price=3, tolerance=0.1)
    policy = Policy(goals=("placed", "group_gap", "satisfaction"), group_gap=gap)
    assert without(policy, "group_gap") == Policy(goals=("placed", "satisfaction"))
    assert without(policy, "satisfaction").group_gap == gap
    assert left_out(policy) == ("group_gap",), "without placed nobody has a place, and the gap is 0"
    last = Policy(goals=("placed", "satisfaction", "group_gap"), group_gap=GroupGap(groupings=("level",)))
    assert left_out(last) == ("satisfaction", "group_gap")
    assert left_out(Policy(goals=("placed",))) == ()


def test_beside_group_gap_placed_has_no_price_and_verify_agrees() -> None:
    gap = GroupGap(groupings=("programme",), min_group_size=1)
    policy = Policy(goals=("placed", "group_gap", "satisfaction"), group_gap=gap)
    result = run(TWO, policy, clock=lambda: 0.0)
    report, prices = prices_of(TWO, policy)
    assert [sorted(price) if price is not None else None for price in prices] == [None, ["satisfaction"], []]
    checks = verify(TWO, policy, result.placements, result.certificate, report)
    assert "failed" not in {check.status for check in checks}
    forged = tuple(
        msgspec.structs.replace(goal, price={"group_gap": "0/1", "satisfaction": 0}) if goal.name == "placed" else goal
        for goal in report.goals
    )
    told = msgspec.structs.replace(report, goals=forged)
    checks = verify(TWO, policy, result.placements, result.certificate, told)
    assert ("report", "failed") in [(check.goal, check.status) for check in checks]


def _outcome(name: str, value: int | str | tuple[int, ...]) -> GoalOutcome:
    return GoalOutcome(name=name, value=value, bound=value, proven=True)


def test_a_gap_is_lost_as_a_fraction_and_told_in_points() -> None:
    found = lost(_outcome("group_gap", "1/4"), _outcome("group_gap", "1/6"))
    assert found == "1/12"
    report = run(TWO, Policy(), clock=lambda: 0.0).report
    assert lost_text("en", "group_gap", found, report) == "8.33 percentage points more difference"
    assert lost_text("nl", "group_gap", "-1/4", report) == "25 procentpunt kleiner verschil"
    assert lost_text("nl", "satisfaction", 1234, report) == "1.234 punten minder"
    assert lost_text("nl", "placed", -1, report) == "1 plek meer"
    assert lost_text("en", "placed", 0, report) == "Nothing"
    assert lost_text("nl", "worst_off", "+1 -2 +1", report) == (
        "Geen plek: 1 meer · Niet gekozen, wel passend: 2 minder · 1e keuze: 1 meer"
    )


def test_a_value_of_two_kinds_is_a_fault_of_ours() -> None:
    with pytest.raises(TypeError):
        lost(_outcome("placed", 1), _outcome("placed", "1/2"))
