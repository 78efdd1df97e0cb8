"""All parts of a round, goal after goal, then the lottery; and what became of it together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from matching.engine.goal_outcomes import fraction_text
from matching.engine.lottery import DRAW_ROUNDS, lot_numbers
from matching.engine.solve import Solved, solve
from matching.engine.worst_off import Classes
from matching.result import GoalOutcome, proof_of
from matching.staged.budget import NO_CLOCK
from matching.staged.gap import groups_that_count
from matching.staged.goals import PartSolver, gap_of_round, goals_in_stages
from matching.staged.model import build_model
from matching.staged.parts import parts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from matching.engine.problem import Problem
    from matching.instance import Student
    from matching.policy import Policy
    from matching.result import Proof
    from matching.staged.budget import Budget
    from matching.staged.goals import Totals
    from matching.staged.model import Ints
    from matching.staged.side import Side
    from matching.staged_proof import StagedPart


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """Everything that the engine needs to know."""

    problem: Problem
    side: Side
    students: Sequence[Student]
    policy: Policy
    classes: Classes | None
    seed: str
    draw_rounds: int = DRAW_ROUNDS


@dataclass(frozen=True, kw_only=True, slots=True)
class SolvedInStages:
    """What the plain engine gives, with the levels of the plain part only; the parts; and the re-match.

    ``forced``: published places of students of the round that nobody could keep all together. ``enough``: the fewest
    changes beyond those that reach the same values. ``lottery``: how well it is known that
    the lots decided exactly this. ``forced_proof``: how well it is known that no fewer places are ``forced``, and
    ``least_forced`` what is known of that.
    """

    solved: Solved
    parts: tuple[StagedPart, ...]
    forced: int
    kept: int
    enough: int = 0
    lottery: Proof = "certificate"
    least_forced: int = 0
    forced_proof: Proof = "certificate"


def solve_in_stages(
    asked: Asked,
    *,
    budget: Budget = NO_CLOCK,
    progress: Callable[[str, float], None] = lambda _stage, _fraction: None,
    stop: Callable[[], bool] = lambda: False,
    lottery: bool = True,
    start: Ints | None = None,
) -> SolvedInStages:
    """Match. Without ``lottery`` only the values have a meaning. ``start``: a matching, the pair of each student (or
    -1), that the goals begin with: whatever a clock cuts off, they do not come to less than it has.

    Raises
    ------
    Impossible
        Locks contradict the side constraints.
    Cancelled
        ``stop`` said yes.
    """
    problem, policy = asked.problem, asked.policy
    gap = "group_gap" in policy.goals
    groups = groups_that_count(asked.students, policy.group_gap) if gap else {}
    parts = parts_of(problem, asked.side, whole=gap or policy.rematch is not None)
    plain = _plain(asked, parts.plain, progress, stop)
    solvers = [
        PartSolver(asked, build_model(problem, asked.side, pairs, groups), budget, stop, start) for pairs in parts.tied
    ]
    goals = goals_in_stages(policy, reserves=bool(asked.side.reserves), together=bool(asked.side.wishes))
    for solver in solvers:
        solver.before()
    for done, goal in enumerate(goals):
        progress(goal, done / (len(goals) + 1))
        for solver in solvers:
            solver.goal(goal)
    held = sum(solver.fewest_changes() for solver in solvers)
    pair_of_student, lot_decided = plain.pair_of_student, plain.lot_decided
    if lottery:
        progress("lottery", len(goals) / (len(goals) + 1))
        for solver in solvers:
            solver.lottery(plain.lot_numbers)
    for solver in solvers:
        solver.settle()
        chosen = solver.chosen()
        pair_of_student[problem.student[chosen]] = chosen
        lot_decided[solver.decided_by_lot()] = True
    totals = [solver.totals for solver in solvers]
    outcomes = tuple([_outcome(asked, goal, plain, totals, pair_of_student) for goal in goals])
    published, most_kept = len(asked.side.published), sum(solver.kept.value for solver in solvers)
    offers = [int(problem.offer[pair]) if pair >= 0 else -1 for pair in pair_of_student.tolist()]
    return SolvedInStages(
        solved=replace(
            plain,
            outcomes=outcomes,
            # In stages it is known whether a lot decided, not which goal did, nor where.
            settled_by=np.where(lot_decided, len(policy.goals), -1),
            lot_pairs=np.zeros(0, np.int64),
        ),
        parts=tuple([solver.proof() for solver in solvers]),
        forced=published - most_kept,
        kept=sum(offers[s] == o for s, o in asked.side.published.items()),
        enough=most_kept - held,
        least_forced=published - sum(solver.kept.bound for solver in solvers),
        forced_proof=proof_of(
            proven=all(solver.kept.proven for solver in solvers),
            certified=all(solver.kept.certified for solver in solvers),
        ),
        lottery=proof_of(
            proven=all(solver.drawn.proven for solver in solvers),
            certified=all(solver.drawn.certified for solver in solvers),
        ),
    )


def _plain(asked: Asked, pairs: Ints, progress: Callable[[str, float], None], stop: Callable[[], bool]) -> Solved:
    """The plain engine on what no side constraint touches."""
    problem = asked.problem
    locked = np.zeros(len(problem.student_keys), np.bool_)
    locked[problem.student[pairs]] = problem.locked_student[problem.student[pairs]]
    if not pairs.size:
        return Solved(
            pair_of_student=np.full(locked.size, -1, np.int64),
            levels=(),
            lot_numbers=lot_numbers(problem.student_keys, asked.seed),
            lot_decided=np.zeros(locked.size, np.bool_),
            outcomes=(),
            settled_by=np.full(locked.size, -1, np.int64),
            lot_pairs=np.zeros(0, np.int64),
            counts=None,
        )
    solved = solve(
        replace(
            problem,
            student=problem.student[pairs],
            offer=problem.offer[pairs],
            utility=problem.utility[pairs],
            locked_student=locked,
        ),
        tuple([goal for goal in asked.policy.goals if goal != "group_gap"]),
        asked.seed,
        classes=None
        if asked.classes is None
        else Classes(of_pair=asked.classes.of_pair[pairs], count=asked.classes.count),
        progress=progress,
        stop=stop,
        draw_rounds=asked.draw_rounds,
    )
    pair = solved.pair_of_student
    return replace(
        solved,
        pair_of_student=np.where(pair < 0, -1, pairs[pair]),
        lot_decided=solved.lot_decided.copy(),
    )


def _outcome(
    asked: Asked, goal: str, plain: Solved, totals: Sequence[dict[str, Totals]], pair_of_student: Ints
) -> GoalOutcome:
    """The value of a goal over all parts, and how well it is known."""
    found = [total[goal] for total in totals if goal in total]
    certified = all(total.certified for total in found)
    proven = all(total.proven for total in found)
    value: int | str | tuple[int, ...]
    bound: int | str | tuple[int, ...]
    if goal == "worst_off" and asked.classes is not None:
        pairs = pair_of_student[pair_of_student >= 0]
        counts = np.bincount(asked.classes.of_pair[pairs], minlength=asked.classes.count)
        counts[0] = pair_of_student.size - pairs.size
        value = tuple(counts.tolist())
        fewer = {c: sum(total.better.get(c, 0) for total in found) for c in range(asked.classes.count)}
        bound = tuple([max(0, count - fewer[c]) for c, count in enumerate(value)])
    elif goal == "group_gap":
        gap = gap_of_round(asked, pair_of_student)
        accepted = gap <= asked.policy.group_gap.accepted_gap
        certified, proven = certified or accepted, proven or accepted
        value = fraction_text(gap)
        bound = value if proven else "0/1"
    else:
        own = next((outcome.value for outcome in plain.outcomes if outcome.name == goal), 0)
        start = own if isinstance(own, int) else 0
        value = start + sum(total.value for total in found)
        bound = start + sum(total.bound for total in found)
    return GoalOutcome(
        name=goal,
        value=value,
        bound=bound,
        proven=proven,
        proof=proof_of(proven=proven, certified=certified),
    )
