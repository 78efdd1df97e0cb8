"""The verifier: is the solution the best one, goal after goal, and is it the one that the lottery leaves?

Theory of operation. Nothing of the run is trusted but the instance and the policy. Eligible pairs and utilities are
derived once more; the placements are audited; then the levels of the certificate are gone through. The prices of a
level prove its value (``levels``), and say which face the next level stands on (``face``), so that each goal is
proven *given the goals above it*. The lottery is proven when its levels are, its lots and draws are those of the seed,
and one matching is left. Then what students are told is worked out again and compared (``told``). No solver, no engine
and no arrays are imported here; an import contract holds that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from matching.verify.audit import audit_with
from matching.verify.classes import MOST_CLASSES, classes_of, next_class_level, profile
from matching.verify.eligible import Eligible, eligible_pairs
from matching.verify.face import Face
from matching.verify.levels import check_level
from matching.verify.lots import DRAW_ROUNDS, draw_of, lots_of
from matching.verify.side import has_side
from matching.verify.side_told import told_with_side
from matching.verify.sound import contradictions
from matching.verify.summary import misstatements
from matching.verify.tables import Tables
from matching.verify.told import explanations_of, untruths

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matching.instance import Instance
    from matching.policy import Policy
    from matching.result import Certificate, Explanation, GoalOutcome, LevelDuals, Placement, Report


class GoalCheck(msgspec.Struct, frozen=True, kw_only=True):
    """What is known about a goal, ``lottery`` included.

    ``input``, ``rules``, ``report`` and ``explanations`` appear where they fail.

    Details of a failure: ``other_input``, ``input_contradicts``, ``rules_broken``, ``report_misstated``,
    ``explanation_untrue``, ``level_missing``, ``level_unexpected``,
    ``above_not_proven``, and those of :class:`matching.verify.levels.LevelCheck`.
    """

    goal: str
    status: Literal["proven", "bound", "failed"]
    detail: str
    facts: dict[str, str | int | None] = {}


def verify(
    instance: Instance,
    policy: Policy,
    placements: Sequence[Placement],
    certificate: Certificate,
    report: Report,
    explanations: Sequence[Explanation] | None = None,
) -> tuple[GoalCheck, ...]:
    """Check everything that a run claims; one entry for each goal of the policy and one for the lottery.

    ``explanations`` are checked where they are given and every goal is proven: without that there is nothing to
    compare them with.
    """
    input_sha256 = instance.sha256()
    seed = policy.seed or input_sha256
    if {certificate.input_sha256, report.input_sha256} != {input_sha256}:
        return _all_failed("input", "other_input", policy, {"input_sha256": input_sha256})
    contradicting = next(contradictions(instance), None)
    if contradicting is not None:
        return _all_failed("input", "input_contradicts", policy, {"what": contradicting})
    tables = Tables(instance)
    violations = audit_with(tables, policy, placements, seed)
    if violations:
        first = violations[0]
        facts: dict[str, str | int | None] = {"count": len(violations), "first": first.code, "subject": first.subject}
        return _all_failed("rules", "rules_broken", policy, facts)
    eligible = eligible_pairs(tables, policy)
    if has_side(tables, policy) or certificate.parts:
        decided_by_lot, checks = _in_stages(tables, policy, eligible, placements, certificate, seed, report)
    else:
        levels = _Levels(tables, eligible, placements, certificate, seed)
        checks = list(levels.check(policy, report))
        decided_by_lot = levels.decided_by_lot
    checks += [
        GoalCheck(goal="report", status="failed", detail="report_misstated", facts={"what": what})
        for what in misstatements(tables, policy, placements, sum(map(len, eligible)), seed, report)
    ]
    if explanations is not None and decided_by_lot is not None:
        true = explanations_of(tables, policy, eligible, placements, decided_by_lot, seed)
        if has_side(tables, policy):
            true = told_with_side(tables, placements, true)
        checks += _untold(list(untruths(explanations, true)))
    return tuple(checks)


def _in_stages(
    tables: Tables,
    policy: Policy,
    eligible: Eligible,
    placements: Sequence[Placement],
    certificate: Certificate,
    seed: str,
    report: Report,
) -> tuple[set[int] | None, list[GoalCheck]]:
    """A round with side constraints: its parts, and the plain network of everybody else (``staged``)."""
    from matching.verify.staged import StagedCheck  # it speaks in GoalChecks, so it comes after them

    whole = _Levels(tables, eligible, placements, certificate, seed)
    staged = StagedCheck(tables, policy, eligible, whole.face.placed, certificate, seed)
    plain, inside = staged.plain_pairs(), staged.plain_students
    own = [one for one in placements if tables.student_index[one.student_number] in inside]
    levels = _Levels(tables, plain, own, certificate, seed)
    levels.face.must_student = [must and s in inside for s, must in enumerate(levels.face.must_student)]
    checks = list(staged.check(report, levels))
    return staged.decided_by_lot, checks


def _untold(found: list[tuple[str, str]]) -> Iterator[GoalCheck]:
    if found:
        subject, what = found[0]
        facts: dict[str, str | int | None] = {"count": len(found), "subject": subject, "what": what}
        yield GoalCheck(goal="explanations", status="failed", detail="explanation_untrue", facts=facts)


def _all_failed(goal: str, detail: str, policy: Policy, facts: dict[str, str | int | None]) -> tuple[GoalCheck, ...]:
    return tuple(
        GoalCheck(goal=name, status="failed", detail=detail, facts=facts if name == goal else {})
        for name in (goal, *policy.goals, "lottery")
    )


class _Levels:
    """The way through the levels: one face, which shrinks."""

    def __init__(
        self,
        tables: Tables,
        eligible: Eligible,
        placements: Sequence[Placement],
        certificate: Certificate,
        seed: str,
    ) -> None:
        self.tables = tables
        self.eligible = eligible
        self.seed = seed
        self.left = list(certificate.levels)
        self.decided_by_lot: set[int] | None = None  # known when every goal is proven
        placed = [-1] * len(tables.students)
        for placement in placements:
            placed[tables.student_index[placement.student_number]] = tables.offer_index[placement.offer_id]
        self.face = Face(
            places=[offer.places for offer in tables.offers],
            offers_of=[sorted(o for o in row if tables.offers[o].places > 0) for row in eligible],
            must_student=[student.locked_offer is not None for student in tables.students],
            must_offer=[False] * len(tables.offers),
            placed=placed,
        )

    def check(self, policy: Policy, report: Report) -> Iterator[GoalCheck]:
        outcomes: dict[str, GoalOutcome] = {outcome.name: outcome for outcome in report.goals}
        proven = True
        for goal in policy.goals:
            if not proven:
                yield GoalCheck(goal=goal, status="failed", detail="above_not_proven")
                continue
            value: int | tuple[int, ...] | str | None
            if goal == "worst_off":
                check, value = self._worst_off(policy)
            else:
                check = self._step(goal, goal, 0, self._goal_weights(goal))
                value = check.facts.get("value")
            stated = outcomes.get(goal)
            if check.status == "proven" and (
                stated is None or not stated.proven or {stated.value, stated.bound} != {value}
            ):
                check = GoalCheck(goal=goal, status="failed", detail="report_misstated", facts=check.facts)
            proven = check.status == "proven"
            yield check
        if not proven:
            yield GoalCheck(goal="lottery", status="failed", detail="above_not_proven")
        else:
            yield self._lottery()

    def _worst_off(self, policy: Policy) -> tuple[GoalCheck, tuple[int, ...]]:
        """The levels of the classes; the number of students in each, counted here."""
        classes = classes_of(self.tables, self.eligible, policy)
        if self.tables.instance.pairs is not None and classes.count > MOST_CLASSES + 2:  # no run has such classes
            return GoalCheck(goal="worst_off", status="failed", detail="rank_too_high"), ()
        counts = profile(self.face, classes)
        settled = 0 if "placed" in policy.goals[: policy.goals.index("worst_off")] else -1
        while (step := next_class_level(self.face, classes, settled)) is not None:
            check = self._step("worst_off", "worst_off", step.first, step.weights)
            if check.status != "proven":
                return msgspec.structs.replace(check, facts={**check.facts, "class": step.first}), counts
            settled = step.last
        value = "-".join(map(str, counts))
        facts: dict[str, str | int | None] = {"value": value, "bound": value}
        return GoalCheck(goal="worst_off", status="proven", detail="proven", facts=facts), counts

    def _lottery(self) -> GoalCheck:
        undecided = self.decided_by_lot = self.face.open_students()
        facts: dict[str, str | int | None] = {"decided_by_lot": len(undecided)}
        level_round = 0
        while undecided:
            name = "where" if level_round else "who"
            check = self._step("lottery", name, level_round, self._lottery_weights(level_round, min(undecided)))
            if check.status != "proven":  # a lot that may be another one is no lot: a bound is of no use here
                return msgspec.structs.replace(check, status="failed")
            undecided = self.face.open_students()
            level_round += 1
        if self.left:
            return GoalCheck(goal="lottery", status="failed", detail="level_unexpected")
        return GoalCheck(goal="lottery", status="proven", detail="proven", facts=facts)

    def _step(self, goal: str, name: str, level_round: int, weights: list[list[int]]) -> GoalCheck:
        """Check the next level, and go to the face that it leaves."""
        level: LevelDuals | None = self.left.pop(0) if self.left else None
        if level is None or (level.goal, level.round) != (name, level_round):
            return GoalCheck(goal=goal, status="failed", detail="level_missing", facts={"level": name})
        found = check_level(self.face, weights, level)
        if found.status == "proven":
            self.face.narrow(weights, level.student, level.offer)
        return GoalCheck(
            goal=goal, status=found.status, detail=found.detail, facts={"value": found.value, "bound": found.bound}
        )

    def _goal_weights(self, goal: str) -> list[list[int]]:
        if goal == "placed":
            return [[1] * len(row) for row in self.face.offers_of]
        return [[self.eligible[s][o] for o in row] for s, row in enumerate(self.face.offers_of)]

    def _lottery_weights(self, level_round: int, first: int) -> list[list[int]]:
        """Who, by lots (round 0); where, by draws; and after the last round of draws in key order."""
        students, offers, rows = self.tables.students, self.tables.offers, self.face.offers_of
        if level_round == 0:
            lots = lots_of(students, self.seed)
            return [[len(lots) + 1 - lots[s]] * len(row) for s, row in enumerate(rows)]
        if level_round > DRAW_ROUNDS:
            return [list(range(len(row), 0, -1)) if s == first else [0] * len(row) for s, row in enumerate(rows)]
        return [
            [draw_of(self.seed, level_round, students[s].student_number, offers[o].offer_id) for o in row]
            for s, row in enumerate(rows)
        ]
