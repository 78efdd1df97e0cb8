"""Solve the goals in order, then the lottery, until one matching is left.

Theory of operation. A level maximises an integer weight over the matchings on a face: ``flow`` finds a best matching,
``prices`` proves it with the least dual prices, ``face.next_face`` keeps exactly the best matchings for the next level.
The levels are the goals of the policy, then *who* (lot numbers: which students have a place), then *where* (draws for
pairs), round after round until ``loose`` finds that nothing is open. In the end there is one matching, so the
answer does not depend on row order, machine, solver or its version; and every level carries its own certificate.

*worst_off* is a level a class, or a few classes (:mod:`.worst_off`). *group_gap* ties everything below it together by
the counts of placed students per atom: :mod:`.counts` settles these goals and fixes the counts; after that the
matchings are a face again, and the same goals are levels on it once more.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from matching.engine.counts.settle import Order, settle
from matching.engine.face import next_face, start_face
from matching.engine.flow import best_matching
from matching.engine.goal_outcomes import fraction_text, linear_outcome
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

    from matching.engine.counts.atoms import Atoms
    from matching.engine.counts.settle import Settled
    from matching.engine.problem import Problem
    from matching.engine.spread import Spread
    from matching.engine.worst_off import Classes
    from matching.result import CountsProof


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
    counts: CountsProof | None


@dataclass(frozen=True, kw_only=True, slots=True)
class GapTask:
    """What the goal *group gap* needs to know."""

    atoms: Atoms
    tolerance: Fraction = Fraction(0)
    price: int = 0


def solve(
    problem: Problem,
    goals: tuple[str, ...],
    seed: str,
    *,
    classes: Classes | None = None,
    group_gap: GapTask | None = None,
    progress: Callable[[str, float], None] = lambda _stage, _fraction: None,
    stop: Callable[[], bool] = lambda: False,
    over: Callable[[], bool] = lambda: False,
    draw_rounds: int = DRAW_ROUNDS,
    spread: Spread | None = None,
) -> Solved:
    """Match. The goal ``worst_off`` needs ``classes``, the goal ``group_gap`` its task.

    ``progress`` gets the name of the stage that begins and the fraction of stages done; ``stop`` is asked between
    stages; ``over`` says that the time for proofs is up. ``spread`` solves independent parts in other processes.

    Raises
    ------
    Cancelled
        ``stop`` said yes.
    """
    way = _Way(problem, goals, seed, classes, progress, stop, spread)
    if group_gap is not None and group_gap.price and group_gap.atoms.coupled:
        way.paid = "placed"
    for goal in goals:
        if goal == "group_gap" and group_gap is not None:
            way.gap(group_gap, over)
        else:
            way.goal(goal)
        if goal != way.paid:
            way.settled_by[way.loose.student] = goals.index(goal) + 1
    return way.lottery(draw_rounds)


class _Way:
    """From goal to goal: one face, which shrinks."""

    def __init__(
        self,
        problem: Problem,
        goals: tuple[str, ...],
        seed: str,
        classes: Classes | None,
        progress: Callable[[str, float], None],
        stop: Callable[[], bool],
        spread: Spread | None,
    ) -> None:
        self.problem, self.goals, self.seed, self.classes = problem, goals, seed, classes
        self.progress, self.stop, self.spread = progress, stop, spread
        self.levels: list[LevelDuals] = []
        self.outcomes: dict[str, GoalOutcome] = {}
        self.settled: Settled | None = None
        self.paid = ""  # the goal that may lose for the gap, and is settled after it
        self.face = start_face(problem)
        self.loose = loose_part(self.face)
        self.settled_by = self.loose.student.astype(np.int64) - 1
        self.before = self.face  # the face that the last goal began with

    def begin(self, stage: str) -> None:
        """Tell that a stage begins.

        Raises
        ------
        Cancelled
            Somebody asked to stop.
        """
        if self.stop():
            raise Cancelled
        stages = [*self.goals, "who", "where"]
        self.progress(stage, stages.index(stage) / len(stages) if stage in stages else 0.5)

    def goal(self, goal: str) -> None:
        """Solve a goal on the face at hand."""
        self.before = self.face
        if goal == "worst_off" and self.classes is not None:
            above = self.goals[: self.goals.index(goal)]
            settled = 0 if "placed" in above or self.settled is not None else -1
            while True:
                self.begin(goal)
                step = next_class_level(self.face, self.loose, self.classes, settled)
                if step is None:
                    break
                self.level(step.weight, goal, step.first)
                settled = step.last
            value: int | tuple[int, ...] = profile(self.face, self.classes)
        else:
            self.begin(goal)
            value = self.level(self._weight(goal), goal, 0)
        if self.settled is None:
            self.outcomes[goal] = GoalOutcome(name=goal, value=value, bound=value, proven=True)
        else:
            above_outcome = self.outcomes.get(goal)  # with a price, placed was solved before
            self.outcomes[goal] = linear_outcome(goal, value, self.settled.proof.levels, above_outcome)

    def _weight(self, goal: str) -> npt.NDArray[np.int64]:
        real = self.face.pair < len(self.problem.student)
        if goal == "placed":
            return real.astype(np.int64)
        if goal == "satisfaction":
            return np.append(self.problem.utility, 0)[self.face.pair]
        raise NotImplementedError(goal)

    def gap(self, task: GapTask, over: Callable[[], bool]) -> None:
        """Settle the counts, go to the face that has them, and through the goals below on it."""
        position = self.goals.index("group_gap")
        below = self.goals[position + 1 :]
        if not task.atoms.coupled:
            self.outcomes["group_gap"] = GoalOutcome(name="group_gap", value="0/1", bound="0/1", proven=True)
            return
        most = self.outcomes["placed"].value if task.price else 0
        self.settled = settle(
            self.problem,
            self.before.with_taken(self._taken_before()) if task.price else self.face,
            task.atoms,
            Order(
                tolerance=task.tolerance,
                price=task.price,
                most_placed=most if isinstance(most, int) else 0,
                placed_above="placed" in self.goals[:position],
                below=below,
                seed=self.seed,
            ),
            self.classes,
            begin=self.begin,
            over=over,
        )
        proven = self.settled.gap == self.settled.gap_bound
        self.outcomes["group_gap"] = GoalOutcome(
            name="group_gap",
            value=fraction_text(self.settled.gap),
            bound=fraction_text(self.settled.gap_bound),
            proven=proven,
            proof="certificate" if proven else "none",
        )
        self.face, self.loose = self.settled.face, loose_part(self.settled.face)
        if self.classes is not None:
            self.classes = replace(self.classes, of_pair=np.append(self.classes.of_pair, 0))
        if task.price:
            self.goal("placed")

    def _taken_before(self) -> npt.NDArray[np.bool_]:
        """The matching at hand, as a mask over the pairs of the face that the last goal began with."""
        return np.isin(self.before.pair, self.face.pair[self.face.taken])

    def level(self, weight: npt.NDArray[np.int64], goal: str, level_round: int) -> int:
        """Solve one level and go to the face that it leaves; its value."""
        face = self.face
        if not (self.settled is not None and self.settled.best and goal in self.goals):
            # Elsewhere the matching at hand is the best one for the goals already; prices prove it all the same.
            face = face.with_taken(best_matching(face, self.loose, weight, self.spread))
        prices = least_prices(face, moves_of(face), weight)
        self.levels.append(
            LevelDuals(
                goal=goal,
                round=level_round,
                value=prices.value,
                student=tuple(prices.student.tolist()),
                offer=tuple(prices.offer.tolist()),
            )
        )
        self.face = next_face(face, weight, prices)
        self.loose = loose_part(self.face)
        return prices.value

    def lottery(self, draw_rounds: int) -> Solved:
        """Draw until one matching is left."""
        lot_decided = self.loose.student
        could = self.face.pair[self.loose.pair | (self.face.taken & lot_decided[self.face.student])]
        self.begin("who")
        lots = lot_numbers(self.problem.student_keys, self.seed)
        pairs = len(self.problem.student)
        if self.loose.student.any():
            first = (len(lots) + 1 - lots)[self.face.student]
            self.level(np.where(self.face.pair < pairs, first, 0), "who", 0)
        draw_round = 0
        while self.loose.student.any():
            self.begin("where")
            draw_round += 1
            drawn = draw_round <= draw_rounds
            weight = (
                pair_draws(self.problem, self.face, self.seed, draw_round)
                if drawn
                else key_order(self.problem, self.face, self.loose)
            )
            self.level(weight, "where", draw_round)
        pair_of_student = np.full(len(self.problem.student_keys), -1, np.int64)
        chosen = self.face.taken & (self.face.pair < pairs)
        pair_of_student[self.face.student[chosen]] = self.face.pair[chosen]
        return Solved(
            pair_of_student=pair_of_student,
            levels=tuple(self.levels),
            lot_numbers=lots,
            lot_decided=lot_decided,
            outcomes=tuple(self.outcomes[goal] for goal in self.goals),
            settled_by=self.settled_by,
            lot_pairs=could[could < pairs],
            counts=None if self.settled is None else self.settled.proof,
        )
