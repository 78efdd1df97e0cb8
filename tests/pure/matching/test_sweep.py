"""A sweep: one point a variant, exact gaps, and a variant that cannot be run is a point without numbers."""

from __future__ import annotations

from fractions import Fraction

import msgspec

from matching.instance import Instance
from matching.policy import GroupGap, Policy
from matching.result import Result
from matching.run import run
from matching.sweep import Variant, sweep, tolerance_variants
from tests.pure.matching.rounds import offer, student

GAP = GroupGap(groupings=("team",), min_group_size=2)
ROUND = Instance(
    students=tuple(
        student(f"S{number}", groups=(("team", "A" if number < 3 else "B"),), preferences=((f"O{number % 2}",),))
        for number in range(6)
    ),
    offers=(offer("O0", places=1), offer("O1", places=3)),
)


def match(policy: Policy) -> Result:
    return run(ROUND, policy, clock=lambda: 0.0)


def test_one_point_a_variant_in_order_with_what_it_reached() -> None:
    orders = [("placed", "satisfaction"), ("satisfaction", "placed"), ("placed", "worst_off")]
    variants = [Variant(name=goals[0], policy=Policy(goals=goals, seed="a", group_gap=GAP)) for goals in orders]  # type: ignore[arg-type]  # names of goals
    done: list[int] = []
    points = sweep(ROUND, variants, match, progress=done.append)
    assert done == [1, 2, 3]
    assert [point.name for point in points] == [variant.name for variant in variants]
    for point, variant in zip(points, variants, strict=True):
        result = match(variant.policy)
        placed = {one.student_number for one in result.placements}
        rates = [Fraction(len(placed & {f"S{n}" for n in team}), 3) for team in ((0, 1, 2), (3, 4, 5))]
        assert (point.placed, point.students, point.proven) == (result.report.placed, 6, True)
        assert point.satisfaction == sum(one.utility for one in result.placements)
        assert Fraction(point.gap or "-1") == max(rates) - min(rates)
        assert point.profile == result.report.profile


def test_small_groups_and_no_groupings() -> None:
    small = Policy(seed="a", group_gap=GroupGap(groupings=("team",), min_group_size=4))
    none = Policy(seed="a")
    points = sweep(ROUND, [Variant(name="s", policy=small), Variant(name="n", policy=none)], match)
    assert [point.gap for point in points] == ["0", None]


def test_a_variant_that_cannot_be_run_is_a_point_without_numbers() -> None:
    broken = Variant(name="x", policy=msgspec.structs.replace(Policy(seed="a"), budget_seconds=1.0))

    def refuse(policy: Policy) -> Result:
        from matching.faults import TooManyPairs

        if policy.budget_seconds:
            raise TooManyPairs(pairs=2, most=1)
        return match(policy)

    first, second = sweep(ROUND, [broken, Variant(name="y", policy=Policy(seed="a"))], refuse)
    assert (first.refused, first.placed, first.proven) == ("too_many_pairs", 0, False)
    assert (second.refused, second.placed) == ("", 4)


def test_the_tolerances_are_variants_of_one_policy_with_one_lottery() -> None:
    variants = tolerance_variants(Policy(group_gap=GAP), "seed", (0.05, 0, 0.05, 0.1))
    assert [variant.name for variant in variants] == ["0", "0.05", "0.1"]
    assert [variant.policy.group_gap.tolerance for variant in variants] == [0, 0.05, 0.1]
    assert {variant.policy.goals for variant in variants} == {("placed", "group_gap", "satisfaction")}
    assert {variant.policy.seed for variant in variants} == {"seed"}
    own = Policy(goals=("satisfaction", "group_gap"), seed="mine", group_gap=GAP)
    assert {(v.policy.goals, v.policy.seed) for v in tolerance_variants(own, "s")} == {(own.goals, "mine")}
