"""The whole chain: an instance and a policy in; a proven, audited and explained solution out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from matching.classes import classes_of
from matching.eligibility import build
from matching.engine.solve import solve
from matching.explain import explain
from matching.faults import AuditFailed, Cancelled, GoalNotAvailable
from matching.policy import GOALS_TO_COME
from matching.result import Certificate, Placement, Report, Result
from matching.rules_to_come import refuse_rules_to_come
from matching.verify.audit import audit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from matching.eligibility import Eligibility
    from matching.engine.solve import Solved
    from matching.instance import Instance
    from matching.policy import Policy

# How far the run is when a stage begins; the time within the engine is shared between its stages.
_ELIGIBILITY = 0.05
_ENGINE = (0.30, 0.80)
_EXPLAINING = 0.80
_AUDITING = 0.95

#: What the stages of the engine are called towards the outside.
_STAGES = {"who": "lottery", "where": "lottery"}


def run(
    instance: Instance,
    policy: Policy,
    *,
    clock: Callable[[], float],
    progress: Callable[[str, float], None] = lambda _stage, _fraction: None,
    stop: Callable[[], bool] = lambda: False,
    versions: Mapping[str, str] | None = None,
) -> Result:
    """Match a round.

    ``clock`` gives seconds; only differences count. ``progress`` gets the stage that begins (``reading``,
    ``eligibility``, the goals, ``lottery``, ``explaining``, ``auditing``) and the fraction of the run that is done;
    the fraction never falls, and 1.0 comes with the end of ``auditing``. ``versions`` are kept in the report.

    Raises
    ------
    InstanceUnusable
        Rows of the instance contradict each other.
    Cancelled
        ``stop`` said yes.
    AuditFailed
        The solution breaks its own rules: a fault of this program.
    """
    began = clock()
    to_come = [name for name in GOALS_TO_COME if name in policy.goals or (name == "rematch" and policy.rematch)]
    if to_come:
        raise GoalNotAvailable(goal=", ".join(to_come))
    refuse_rules_to_come(instance)

    def begin(stage: str, fraction: float) -> None:
        if stop():
            raise Cancelled
        progress(stage, fraction)

    def engine_progress(stage: str, fraction: float) -> None:
        first, last = _ENGINE
        progress(_STAGES.get(stage, stage), first + (last - first) * fraction)

    begin("reading", 0.0)
    input_sha256 = instance.sha256()
    seed = policy.seed or input_sha256
    begin("eligibility", _ELIGIBILITY)
    eligibility = build(instance, policy, stop=stop)
    classes = classes_of(instance, eligibility, policy) if "worst_off" in policy.goals else None
    solved = solve(eligibility.problem, policy.goals, seed, classes=classes, progress=engine_progress, stop=stop)
    begin("explaining", _EXPLAINING)
    placements = _placements(eligibility, solved)
    explanations = explain(eligibility, solved)
    begin("auditing", _AUDITING)
    violations = audit(instance, msgspec.structs.replace(policy, seed=seed), placements)
    if violations:
        raise AuditFailed(violations)
    result = Result(
        placements=placements,
        explanations=explanations,
        report=Report(
            status="finished" if all(goal.proven for goal in solved.outcomes) else "unproven",
            goals=solved.outcomes,
            students=len(eligibility.students),
            offers=len(eligibility.offers),
            places=sum(eligibility.problem.places.tolist()),
            placed=len(placements),
            eligible_pairs=eligibility.problem.student.size,
            profile=_profile(placements, len(eligibility.students)),
            seed=seed,
            input_sha256=input_sha256,
            policy=msgspec.to_builtins(policy),
            versions=dict(versions or {}),
            seconds=clock() - began,
        ),
        certificate=Certificate(input_sha256=input_sha256, levels=solved.levels),
    )
    progress("auditing", 1.0)
    return result


def _placements(eligibility: Eligibility, solved: Solved) -> tuple[Placement, ...]:
    problem = eligibility.problem
    placed = np.flatnonzero(solved.pair_of_student >= 0)
    pairs = solved.pair_of_student[placed]
    return tuple(
        [
            Placement(
                student_number=problem.student_keys[student],
                offer_id=problem.offer_keys[offer],
                rank=rank if rank > 0 else None,
                utility=utility,
                travel_minutes=minutes if minutes >= 0 else None,
                lot_number=lot,
            )
            for student, offer, rank, utility, minutes, lot in zip(
                placed.tolist(),
                problem.offer[pairs].tolist(),
                eligibility.rank[pairs].tolist(),
                problem.utility[pairs].tolist(),
                eligibility.travel_minutes[pairs].tolist(),
                solved.lot_numbers[placed].tolist(),
                strict=True,
            )
        ]
    )


def _profile(placements: tuple[Placement, ...], students: int) -> dict[str, int]:
    """Students by the rank they obtained; ranks that nobody obtained are left out."""
    ranks = Counter(placement.rank for placement in placements if placement.rank is not None)
    profile = {str(rank): ranks[rank] for rank in sorted(ranks)}
    return {**profile, "not_named": len(placements) - ranks.total(), "none": students - len(placements)}
