"""The whole chain: an instance and a policy in; a proven, audited and explained solution out."""

from __future__ import annotations

from collections import Counter
from itertools import compress
from typing import TYPE_CHECKING, Literal

import msgspec
import numpy as np

from matching.classes import classes_of
from matching.eligibility import build
from matching.engine.counts.atoms import atoms_of
from matching.engine.solve import GapTask, solve
from matching.engine.spread import LEAST_PAIRS, Spread
from matching.explain import explain
from matching.faults import AuditFailed, Cancelled, InstanceUnusable, RowFault
from matching.groupings import groupings_of, groups_of
from matching.result import CERTIFICATE_SCHEMA, Certificate, Placement, Report, Result
from matching.side_faults import side_faults
from matching.staged.asking import in_stages, rematch_outcome
from matching.staged.side import needs_stages
from matching.verify.audit import audit
from matching.verify.side_told import told_with_side
from matching.verify.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Executor

    from matching.eligibility import Eligibility
    from matching.engine.solve import Solved
    from matching.instance import Instance
    from matching.policy import Policy
    from matching.result import RematchOutcome
    from matching.staged_proof import StagedPart

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
    executor: Executor | None = None,
    executor_from: int = LEAST_PAIRS,
) -> Result:
    """Match a round.

    ``clock`` gives seconds; only differences count. ``progress`` gets the stage that begins (``reading``,
    ``eligibility``, the goals, ``lottery``, ``explaining``, ``auditing``) and the fraction of the run that is done;
    the fraction never falls, and 1.0 comes with the end of ``auditing``. ``versions`` are kept in the report.
    ``executor`` solves independent parts of goals that have ``executor_from`` open pairs or more: same result, sooner.

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

    def over() -> bool:
        if stop():
            raise Cancelled
        return policy.budget_seconds is not None and clock() - began >= policy.budget_seconds

    def begin(stage: str, fraction: float) -> None:
        if stop():
            raise Cancelled
        progress(stage, fraction)

    def engine_progress(stage: str, fraction: float) -> None:
        first, last = _ENGINE
        progress(_STAGES.get(stage, stage), first + (last - first) * fraction)

    if faults := side_faults(instance, policy):
        raise InstanceUnusable(faults)
    if "group_gap" in policy.goals:
        _refuse_unknown_groupings(instance, policy)
    begin("reading", 0.0)
    input_sha256 = instance.sha256()
    seed = policy.seed or input_sha256
    begin("eligibility", _ELIGIBILITY)
    eligibility = build(instance, policy, stop=stop)
    classes = classes_of(instance, eligibility, policy) if "worst_off" in policy.goals else None
    parts: tuple[StagedPart, ...] = ()
    rematch: RematchOutcome | msgspec.UnsetType = msgspec.UNSET
    lottery: Literal["solver", "none"] | msgspec.UnsetType = msgspec.UNSET
    if needs_stages(instance, policy):
        staged = in_stages(instance, policy, eligibility, classes, seed, clock, engine_progress, stop)
        lottery = msgspec.UNSET if staged.lottery == "certificate" else staged.lottery
        solved, parts, rematch = staged.solved, staged.parts, rematch_outcome(instance, policy, staged)
    else:
        solved = solve(
            eligibility.problem,
            policy.goals,
            seed,
            classes=classes,
            group_gap=_gap_task(eligibility, policy) if "group_gap" in policy.goals else None,
            progress=engine_progress,
            stop=stop,
            over=over,
            spread=None if executor is None else Spread(executor=executor, least_pairs=executor_from),
        )
    begin("explaining", _EXPLAINING)
    placements = _placements(eligibility, solved)
    explanations = explain(eligibility, solved, policy)
    if needs_stages(instance, policy):
        explanations = tuple(told_with_side(Tables(instance), placements, explanations))
    begin("auditing", _AUDITING)
    violations = audit(instance, msgspec.structs.replace(policy, seed=seed), placements)
    if violations:
        raise AuditFailed(violations)
    how_well = (lottery, rematch.proof if rematch else msgspec.UNSET)
    groupings, gap = _groupings(eligibility, solved, policy) if "group_gap" in policy.goals else ({}, None)
    result = Result(
        placements=placements,
        explanations=explanations,
        report=Report(
            status="unproven" if "none" in how_well or not all(goal.proven for goal in solved.outcomes) else "finished",
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
            rematch=rematch,
            lottery=lottery,
            groupings=groupings,
            gap=gap,
        ),
        certificate=Certificate(
            input_sha256=input_sha256,
            levels=solved.levels,
            counts=solved.counts,
            parts=parts,
            schema=CERTIFICATE_SCHEMA,
        ),
    )
    progress("auditing", 1.0)
    return result


def _refuse_unknown_groupings(instance: Instance, policy: Policy) -> None:
    """A grouping of the policy that no student of the round has."""
    known = groupings_of(instance.students)
    missing = [name for name in policy.group_gap.groupings if name not in known]
    if missing and instance.students:
        facts: dict[str, str | int] = {"known": ", ".join(known)}
        raise InstanceUnusable(
            tuple(
                RowFault(code="grouping_unknown", kind="policy", row_key=name, column="groupings", facts=facts)
                for name in missing
            )
        )


def _gap_task(eligibility: Eligibility, policy: Policy) -> GapTask:
    """The goal *group gap* as the engine takes it."""
    return GapTask(
        atoms=atoms_of(eligibility.students, policy.group_gap),
        tolerance=policy.group_gap.accepted_gap,
        price=policy.group_gap.price,
    )


def _groupings(eligibility: Eligibility, solved: Solved, policy: Policy) -> tuple[dict[str, object], str | None]:
    """Every group of the groupings of the policy with its rate, small ones too; and the largest gap."""
    placed = (solved.pair_of_student >= 0).tolist()
    found: dict[str, object] = {}
    for grouping in policy.group_gap.groupings:
        column = groups_of(eligibility.students, grouping)
        students, with_place = Counter(column), Counter(compress(column, placed))
        found[grouping] = {
            group: {"students": count, "placed": with_place[group], "rate": with_place[group] / count}
            for group, count in sorted((group, count) for group, count in students.items() if group)
        }
    gap = next(str(outcome.value) for outcome in solved.outcomes if outcome.name == "group_gap")
    return {**found, "gap": gap}, gap


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
