"""Solve the goals in order, then the lottery, until one matching is left.

Theory of operation. A level maximises an integer weight over the matchings on a face: ``flow`` finds a best matching,
``prices`` proves it with the least dual prices, ``face.next_face`` keeps exactly the best matchings for the next level.
The levels are the goals of the policy, then *who* (lot numbers: which students have a place), then *where* (draws for
pairs), round after round until ``loose`` finds that nothing is open. In the end there is one matching, so the
answer does not depend on row order, machine, solver or its version; and every level carries its own certificate.

*worst_off* is a level a class, or a few classes (:mod:`.worst_off`). *group_gap* will be further levels here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matching.engine.face import next_face, start_face
from matching.engine.flow import best_matching
from matching.engine.loose import loose_part
from matching.engine.lottery import DRAW_ROUNDS, key_order, lot_numbers, pair_draws
from matching.engine.moves import moves_of
from matching.engine.prices import least_prices
from matching.engine.worst_off import next_class_level, profile
from matching.faults import Cancelled
from matching.result import GoalOutcome, LevelDuals

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from matching.engine.face import Face
    from matching.engine.loose import Loose
    from matching.engine.problem import Problem
    from matching.engine.worst_off import Classes


@dataclass(frozen=True, kw_only=True, slots=True)
class Solved:
    """The one matching that is left, and why it is the one."""

    pair_of_student: npt.NDArray[np.int64]  # (students,) number of the pair, -1 for no place
    levels: tuple[LevelDuals, ...]
    lot_numbers: npt.NDArray[np.int64]  # (students,) 1..n, a permutation; 1 comes first
    lot_decided: npt.NDArray[np.bool_]  # (students,) the goals left this student more than one outcome
    outcomes: tuple[GoalOutcome, ...]  # the goals of the policy, in order
    settled_by: npt.NDArray[np.int64]  # (students,) goal that left one outcome; -1 = none had to, len(goals) = the lots
    lot_pairs: npt.NDArray[np.int64]  # numbers of the pairs, ascending, that students for whom a lot decided could get


def solve(
    problem: Problem,
    goals: tuple[str, ...],
    seed: str,
    *,
    classes: Classes | None = None,
    progress: Callable[[str, float], None] = lambda _stage, _fraction: None,
    stop: Callable[[], bool] = lambda: False,
    draw_rounds: int = DRAW_ROUNDS,
) -> Solved:
    """Match. The goal ``worst_off`` needs ``classes``.

    ``progress`` gets the name of the stage that begins and the fraction of stages done; ``stop`` is asked between
    stages.

    Raises
    ------
    Cancelled
        ``stop`` said yes.
    """
    stages = len(goals) + 2
    levels: list[LevelDuals] = []
    outcomes: list[GoalOutcome] = []

    def begin(stage: str, done: int) -> None:
        if stop():
            raise Cancelled
        progress(stage, done / stages)

    face = start_face(problem)
    loose = loose_part(face)
    settled_by = loose.student.astype(np.int64) - 1
    for done, goal in enumerate(goals):
        begin(goal, done)
        value: int | tuple[int, ...]
        if goal == "worst_off" and classes is not None:
            settled = 0 if "placed" in goals[:done] else -1
            while (step := next_class_level(face, loose, classes, settled)) is not None:
                begin(goal, done)
                face, loose, level = _level(face, loose, step.weight, goal, step.first)
                levels.append(level)
                settled = step.last
            value = profile(face, classes)
        else:
            face, loose, level = _level(face, loose, _goal_weight(problem, face, goal), goal, 0)
            levels.append(level)
            value = level.value
        outcomes.append(GoalOutcome(name=goal, value=value, bound=value, proven=True))
        settled_by[loose.student] = done + 1
    lot_decided = loose.student
    lot_pairs = face.pair[loose.pair | (face.taken & lot_decided[face.student])]

    begin("who", len(goals))
    lots = lot_numbers(problem.student_keys, seed)
    if loose.student.any():
        face, loose, level = _level(face, loose, (len(lots) + 1 - lots)[face.student], "who", 0)
        levels.append(level)

    draw_round = 0
    while loose.student.any():
        begin("where", len(goals) + 1)
        draw_round += 1
        drawn = draw_round <= draw_rounds
        weight = pair_draws(problem, face, seed, draw_round) if drawn else key_order(face, loose)
        face, loose, level = _level(face, loose, weight, "where", draw_round)
        levels.append(level)

    pair_of_student = np.full(len(problem.student_keys), -1, np.int64)
    pair_of_student[face.student[face.taken]] = face.pair[face.taken]
    return Solved(
        pair_of_student=pair_of_student,
        levels=tuple(levels),
        lot_numbers=lots,
        lot_decided=lot_decided,
        outcomes=tuple(outcomes),
        settled_by=settled_by,
        lot_pairs=lot_pairs,
    )


def _goal_weight(problem: Problem, face: Face, goal: str) -> npt.NDArray[np.int64]:
    if goal == "placed":
        return np.ones(len(face.pair), np.int64)
    if goal == "satisfaction":
        return problem.utility[face.pair]
    raise NotImplementedError(goal)


def _level(
    face: Face, loose: Loose, weight: npt.NDArray[np.int64], goal: str, level_round: int
) -> tuple[Face, Loose, LevelDuals]:
    face = face.with_taken(best_matching(face, loose, weight))
    prices = least_prices(face, moves_of(face), weight)
    duals = LevelDuals(
        goal=goal,
        round=level_round,
        value=prices.value,
        student=tuple(prices.student.tolist()),
        offer=tuple(prices.offer.tolist()),
    )
    face = next_face(face, weight, prices)
    return face, loose_part(face), duals
