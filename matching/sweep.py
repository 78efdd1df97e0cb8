"""One round under several policies: what each goal would reach, so that the price of a choice can be seen as a curve.

A *variant* is a policy with a name; any list of them will do. ``tolerance_variants`` makes those of one question: how
much gap between groups is accepted, and what does a smaller one cost? ``change_variants`` those of another: how many
people may be told something new, and what would that buy?
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

import msgspec

from matching.faults import MatchingFault
from matching.groupings import groups_of
from matching.policy import Policy, Rematch
from matching.result import GoalOutcome

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from matching.instance import Instance
    from matching.result import Result

TOLERANCES: Final = (0.0, 0.01, 0.02, 0.05, 0.1)
#: Limits to the changes of a re-match.
CHANGES: Final = (0, 5, 10, 20, 50)


class Variant(msgspec.Struct, frozen=True, kw_only=True):
    """A policy to try. ``name`` is what its point in the curve is called, such as "0.02"."""

    name: str
    policy: Policy


class SweepPoint(msgspec.Struct, frozen=True, kw_only=True):
    """What one variant reached. ``gap``: the largest over the groupings of its policy, as "p/q"; None without any.

    ``satisfaction`` is the sum of the points, whatever the goals were. ``refused``: the code of the fault where the
    variant cannot be run; the numbers are 0 then.
    """

    name: str
    proven: bool = False
    students: int = 0
    placed: int = 0
    satisfaction: int = 0
    gap: str | None = None
    profile: dict[str, int] = {}
    goals: tuple[GoalOutcome, ...] = ()
    refused: str = ""


def tolerance_variants(policy: Policy, seed: str, tolerances: Sequence[float] = TOLERANCES) -> tuple[Variant, ...]:
    """The policy with each tolerance, in order. All have one seed, so that the lottery is the same.

    ``group_gap`` comes after ``placed`` (or first), unless the policy has it already.
    """
    goals = policy.goals
    if "group_gap" not in goals:
        at = goals.index("placed") + 1 if "placed" in goals else 0
        goals = (*goals[:at], "group_gap", *goals[at:])
    return tuple(
        Variant(
            name=f"{tolerance:g}",
            policy=msgspec.structs.replace(
                policy,
                goals=goals,
                seed=policy.seed or seed,
                group_gap=msgspec.structs.replace(policy.group_gap, tolerance=tolerance),
            ),
        )
        for tolerance in sorted(set(tolerances))
    )


def change_variants(policy: Policy, seed: str, limits: Sequence[int] = CHANGES) -> tuple[Variant, ...]:
    """The policy as a re-match with each limit to the changes, in order. All have one seed."""
    return tuple(
        Variant(
            name=str(most),
            policy=msgspec.structs.replace(
                policy,
                seed=policy.seed or seed,
                rematch=msgspec.structs.replace(policy.rematch or Rematch(max_changes=most), max_changes=most),
            ),
        )
        for most in sorted(set(limits))
    )


def sweep(
    instance: Instance,
    variants: Sequence[Variant],
    match: Callable[[Policy], Result],
    *,
    progress: Callable[[int], None] = lambda _done: None,
) -> tuple[SweepPoint, ...]:
    """Match the round once a variant, and note what each reached. ``match`` runs the instance with a policy.

    A variant that cannot be run is a point without numbers; the others go on.
    """
    points = []
    for number, variant in enumerate(variants, 1):
        try:
            result = match(variant.policy)
        except MatchingFault as fault:
            points.append(SweepPoint(name=variant.name, refused=fault.code))
        else:
            points.append(_point(instance, variant, result))
        progress(number)
    return tuple(points)


def _point(instance: Instance, variant: Variant, result: Result) -> SweepPoint:
    return SweepPoint(
        name=variant.name,
        proven=all(goal.proven for goal in result.report.goals),
        students=result.report.students,
        placed=result.report.placed,
        satisfaction=sum(placement.utility for placement in result.placements),
        gap=gap_of(instance, result, variant.policy),
        profile=result.report.profile,
        goals=result.report.goals,
    )


def gap_of(instance: Instance, result: Result, policy: Policy) -> str | None:
    """The largest difference in placement rate over the groupings of the policy, as an exact fraction.

    Groups of fewer than ``min_group_size`` students do not count; a grouping with fewer than two that count has gap 0.
    """
    if not policy.group_gap.groupings:
        return None
    placed = {placement.student_number for placement in result.placements}
    worst = Fraction(0)
    for grouping in policy.group_gap.groupings:
        counts: dict[str, tuple[int, int]] = {}
        for student, group in zip(instance.students, groups_of(instance.students, grouping), strict=True):
            if group is not None:
                everybody, with_place = counts.get(group, (0, 0))
                counts[group] = (everybody + 1, with_place + (student.student_number in placed))
        rates = [Fraction(p, n) for n, p in counts.values() if n >= policy.group_gap.min_group_size]
        if len(rates) > 1:
            worst = max(worst, max(rates) - min(rates))
    return str(worst)
