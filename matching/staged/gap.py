"""*Group gap* as a stage: rows that hold rates together, exact by cross-multiplying (docs/matching.md, "Group gap")."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations
from math import ceil, floor
from typing import TYPE_CHECKING

import numpy as np

from matching.engine.goal_outcomes import fraction_text
from matching.groupings import groups_of
from matching.staged.model import Row
from matching.staged.relaxation import LARGE, Relaxations
from matching.staged.rounding import rounded
from matching.staged.tree import prove
from matching.staged.whole import best_whole
from matching.staged_proof import StagedLevel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matching.instance import Student
    from matching.policy import GroupGap
    from matching.staged.model import Ints, Model
    from matching.staged.stage import Stages

#: The search looks for the smallest gap in steps of 1 / _STEPS; what is left is closed exactly.
_STEPS = 1_000_000


def groups_that_count(students: Sequence[Student], asked: GroupGap) -> dict[tuple[str, str], list[int]]:
    """The students of each group, by (grouping, group); of groupings with two groups or more that count."""
    found: dict[tuple[str, str], list[int]] = {}
    for grouping in asked.groupings:
        groups: dict[str, list[int]] = {}
        for index, group in enumerate(groups_of(students, grouping)):
            if group:
                groups.setdefault(group, []).append(index)
        large = {name: members for name, members in sorted(groups.items()) if len(members) >= asked.min_group_size}
        if len(large) > 1:
            found |= {(grouping, name): members for name, members in large.items()}
    return found


def gap_of(model: Model, values: Ints) -> Fraction:
    """The largest gap over the groupings."""
    rates: dict[str, list[Fraction]] = {}
    for (grouping, _), (variable, size) in model.groups.items():
        rates.setdefault(grouping, []).append(Fraction(int(values[variable]), size))
    return max([max(found) - min(found) for found in rates.values()], default=Fraction(0))


def gap_rows(model: Model, gap: Fraction, *, strict: bool) -> list[Row]:
    """Rows that keep every gap at most ``gap``, or below it."""
    found = []
    for (a, (x, n)), (b, (y, m)) in permutations(model.groups.items(), 2):
        if a[0] == b[0]:
            most = ceil(gap * n * m) - 1 if strict else floor(gap * n * m)
            found.append(Row(columns=np.array([x, y]), factors=np.array([m, -n]), at_most=most))
    return found


@dataclass(frozen=True, slots=True)
class GapReached:
    """The gap, whether it is proven, and whether plain arithmetic proves it."""

    gap: Fraction
    proven: bool
    certified: bool


def settle_gap(stages: Stages, accepted: Fraction) -> GapReached:
    """Find the smallest gap, or one that is accepted; the stages to come keep it."""
    model = stages.model
    nothing = np.zeros(stages.low.size, np.int64)
    stages.begin()
    start = stages.again_from_the_start(stages.matrix)
    if start is not None and (stages.values is None or gap_of(model, start) < gap_of(model, stages.values)):
        stages.values = start
    reached = GapReached(Fraction(0), proven=True, certified=True)
    tree = None
    while stages.values is not None:
        gap = gap_of(model, stages.values)
        reached = GapReached(gap, proven=True, certified=True)
        if gap <= accepted:
            break
        matrix = stages.with_rows(gap_rows(model, gap, strict=True))
        relaxations = Relaxations(stages.relaxations.known)
        tree = prove(matrix, stages.low, stages.high, nothing, 0, 0, stages.budget.seconds_left, relaxations)
        if tree is not None:
            break
        if stages.budget.over:
            reached = GapReached(gap, proven=False, certified=False)
            break
        better, proven = _smaller(stages, gap)
        if better is None:
            reached = GapReached(gap, proven=proven, certified=False)
            break
        stages.values = better
    value = fraction_text(reached.gap)
    stages.levels.append(
        StagedLevel(
            goal="group_gap",
            round=0,
            value=value,
            bound=value if reached.certified else "0/1",
            tree=() if tree is None else tuple(tree.nodes),
        )
    )
    for row in gap_rows(model, max(reached.gap, accepted), strict=False):
        stages.add(row)
    return reached


def _smaller(stages: Stages, gap: Fraction) -> tuple[Ints | None, bool]:
    """A solution with a smaller gap, as small as the steps can tell; None, and whether that is sure."""
    model, gauge = stages.model, stages.low.size
    rows = gap_rows(model, gap, strict=True)
    for (a, (x, n)), (b, (y, m)) in permutations(model.groups.items(), 2):
        if a[0] == b[0]:
            factors = np.array([m * _STEPS, -n * _STEPS, -n * m])
            rows.append(Row(columns=np.array([x, y, gauge]), factors=factors, at_most=0))
    low, high = np.append(stages.low, 0), np.append(stages.high, _STEPS)
    objective = np.zeros(gauge + 1, np.int64)
    objective[gauge] = -1
    matrix = stages.with_rows(rows, gauge + 1)
    found = None
    if np.count_nonzero(low < high) >= LARGE:  # first among the columns that matter for the relaxation
        relaxations = Relaxations(stages.relaxations.known)
        relaxed = relaxations.solve(matrix, low, high, objective, stages.budget.seconds_left)
        if relaxed.values is None:
            return None, not relaxed.late
        if relaxations.known is not None:
            some = np.where(relaxations.known, high, low)
            found, _ = rounded(matrix, low, some, objective, stages.budget.seconds_left())
            if found is None:
                found = best_whole(
                    matrix, low, some, objective, hint=None, at_most=0, seconds=stages.budget.seconds_left()
                ).values
        if found is None and stages.budget.over:
            return None, False
    if found is None:
        found, _ = rounded(matrix, low, high, objective, stages.budget.seconds_left())
    if found is not None:
        return found[:gauge], True
    answer = best_whole(matrix, low, high, objective, hint=None, at_most=0, seconds=stages.budget.seconds_left())
    return (None if answer.values is None else answer.values[:gauge]), answer.proven
