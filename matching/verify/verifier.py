"""The verifier: is the solution the best one, goal after goal, and is it the one that the lottery leaves?

Theory of operation. Nothing of the run is trusted but the instance and the policy. Eligible pairs and utilities are
derived once more; the placements are audited; then the levels of the certificate are gone through. The prices of a
level prove its value (``levels``), and say which face the next level stands on (``face``), so that each goal is
proven *given the goals above it*. The lottery is proven when its levels are, its lots and draws are those of the seed,
and one matching is left. Then what students are told is worked out again and compared (``told``). No solver, no engine
and no arrays are imported here; an import contract holds that.

With *group gap* there are three parts: the goals above it on that face; it and the goals below it, which counts of
placed students tie together (``coupled``); and, with the counts fixed (``fixed``), those goals and the lottery on a
face once more. A goal of the second part may be honest without being proven: its status is then ``bound``, and the
goals below it are checked given its value as it is.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from matching.result import CERTIFICATE_SCHEMA
from matching.verify.audit import audit_with
from matching.verify.classes import MOST_CLASSES, Classes, classes_of, next_class_level, profile
from matching.verify.coupled_goals import coupled_goals
from matching.verify.eligible import Eligible, eligible_pairs
from matching.verify.face import Face
from matching.verify.goal_check import Found, GoalCheck, fact, gap_found
from matching.verify.groups import atoms_of
from matching.verify.levels import check_level
from matching.verify.lots import DRAW_ROUNDS, draw_of, lots_of
from matching.verify.side import has_side
from matching.verify.side_told import told_with_side
from matching.verify.sound import contradictions
from matching.verify.staged import StagedCheck
from matching.verify.summary import misstatements
from matching.verify.tables import Tables
from matching.verify.told import explanations_of, untruths

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matching.instance import Instance
    from matching.policy import GoalName, Policy
    from matching.result import Certificate, Explanation, GoalOutcome, LevelDuals, Placement, Report, SettledBy


def verify(
    instance: Instance,
    policy: Policy,
    placements: Sequence[Placement],
    certificate: Certificate,
    report: Report,
    explanations: Sequence[Explanation] | None = None,
) -> tuple[GoalCheck, ...]:
    """Check everything that a run claims; one entry for each goal of the policy and one for the lottery.

    ``explanations`` are checked where they are given and no goal failed: without that there is nothing to compare them
    with.
    """
    input_sha256 = instance.sha256()
    seed = policy.seed or input_sha256
    if certificate.schema != CERTIFICATE_SCHEMA:
        return _allfailed("certificate", "other_schema", policy, {"schema": certificate.schema})
    if {certificate.input_sha256, report.input_sha256} != {input_sha256}:
        return _allfailed("input", "other_input", policy, {"input_sha256": input_sha256})
    contradicting = next(contradictions(instance), None)
    if contradicting is not None:
        return _allfailed("input", "input_contradicts", policy, {"what": contradicting})
    tables = Tables(instance)
    violations = audit_with(tables, policy, placements, seed)
    if violations:
        first = violations[0]
        facts: dict[str, str | int | None] = {"count": len(violations), "first": first.code, "subject": first.subject}
        return _allfailed("rules", "rules_broken", policy, facts)
    eligible = eligible_pairs(tables, policy)
    if has_side(tables, policy) or certificate.parts:
        drawn, checks = _in_stages(tables, policy, eligible, placements, certificate, seed, report)
        # In stages it is told whether a lot decided, not which goal did, nor where.
        decided_by_lot = None if drawn is None else {s: set[int]() for s in drawn}
        settled_by: list[GoalName | None] = [None] * len(tables.students)
    else:
        levels = Levels(tables, eligible, placements, certificate, seed)
        checks = list(levels.check(policy, report))
        decided_by_lot = levels.decided_by_lot
        settled_by = [policy.goals[goal] if 0 <= goal < len(policy.goals) else None for goal in levels.settled_by]
    checks += [
        GoalCheck(goal="report", status="failed", detail="report_misstated", facts={"what": what})
        for what in misstatements(tables, policy, placements, sum(map(len, eligible)), seed, report)
    ]
    if explanations is not None and decided_by_lot is not None:
        told_by: list[SettledBy | None] = [
            "lottery" if s in decided_by_lot else goal for s, goal in enumerate(settled_by)
        ]
        true = explanations_of(tables, policy, eligible, placements, decided_by_lot, told_by, seed)
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
    whole = Levels(tables, eligible, placements, certificate, seed)
    staged = StagedCheck(tables, policy, eligible, whole.face.placed, certificate, seed)
    plain, inside = staged.plain_pairs(), staged.plain_students
    own = [one for one in placements if tables.student_index[one.student_number] in inside]
    levels = Levels(tables, plain, own, certificate, seed)
    levels.face.must_student = [must and s in inside for s, must in enumerate(levels.face.must_student)]
    checks = list(staged.check(report, levels))
    return staged.decided_by_lot, checks


def _untold(found: list[tuple[str, str]]) -> Iterator[GoalCheck]:
    if found:
        subject, what = found[0]
        facts: dict[str, str | int | None] = {"count": len(found), "subject": subject, "what": what}
        yield GoalCheck(goal="explanations", status="failed", detail="explanation_untrue", facts=facts)


def _allfailed(goal: str, detail: str, policy: Policy, facts: dict[str, str | int | None]) -> tuple[GoalCheck, ...]:
    return tuple(
        GoalCheck(goal=name, status="failed", detail=detail, facts=facts if name == goal else {})
        for name in (goal, *policy.goals, "lottery")
    )


class Levels:
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
        self.proof = certificate.counts
        self.offers = len(tables.offers)  # what is numbered after these is a stand-in
        # Known when no goal failed: for each student for whom a lot decides, the offers that he can get, -1 = none.
        self.decided_by_lot: dict[int, set[int]] | None = None
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
        # The goal that leaves a student one outcome; -1 = he never had more: locked, or only full or no offers.
        locks = Counter(placed[s] for s, must in enumerate(self.face.must_student) if must)
        self.settled_by = [
            -1 if must or all(locks[o] >= self.face.places[o] for o in row) else 0
            for row, must in zip(self.face.offers_of, self.face.must_student, strict=True)
        ]

    def check(self, policy: Policy, report: Report) -> Iterator[GoalCheck]:
        """Every goal of the policy, and the lottery."""
        outcomes: dict[str, GoalOutcome] = {outcome.name: outcome for outcome in report.goals}
        atoms = atoms_of(self.tables.students, policy.group_gap) if "group_gap" in policy.goals else None
        coupled = atoms is not None and atoms.coupled
        found_goals = self._plain(policy)
        if atoms is not None and coupled:
            found_goals = coupled_goals(self, policy, atoms, self.proof)
        ended = False
        for done, goal in enumerate(policy.goals):
            if ended:
                yield GoalCheck(goal=goal, status="failed", detail="above_not_proven")
                continue
            found = next(found_goals)
            check = found.told(outcomes.get(goal))
            ended = found.ends or check.status == "failed"
            if not ended and done + 1 < len(policy.goals):
                for s in self.face.open_students():
                    self.settled_by[s] = done + 1
            yield check
        if ended:
            yield GoalCheck(goal="lottery", status="failed", detail="above_not_proven")
        elif self.proof is not None and not coupled:
            yield GoalCheck(goal="lottery", status="failed", detail="level_unexpected")
        else:
            yield self._lottery()

    def _plain(self, policy: Policy) -> Iterator[Found]:
        """Every goal on a face; where no two groups can be compared the gap is 0."""
        settled = False
        for goal in policy.goals:
            if goal == "group_gap":
                yield gap_found("proven", "proven", "0/1", "0/1")
            else:
                yield self.network(goal, policy, placed_settled=settled)
            settled = settled or goal == "placed"

    def network(self, goal: str, policy: Policy, *, placed_settled: bool) -> Found:
        """A goal on the face as it is now."""
        if goal == "worst_off":
            check, profile_now = self._worst_off(policy, placed_settled=placed_settled)
            return Found(check=check, value=profile_now, bound=profile_now, ends=check.status != "proven")
        check = self._step(goal, goal, 0, self.goal_weights(goal))
        value = check.facts.get("value")
        return Found(check=check, value=value, bound=value, ends=check.status != "proven")

    def too_many(self, classes: Classes) -> bool:
        """Whether no run has such classes."""
        return self.tables.instance.pairs is not None and classes.count > MOST_CLASSES + 2

    def _worst_off(self, policy: Policy, *, placed_settled: bool) -> tuple[GoalCheck, tuple[int, ...]]:
        """The levels of the classes; the number of students in each, counted here."""
        classes = classes_of(self.tables, self.eligible, policy)
        if self.too_many(classes):
            return GoalCheck(goal="worst_off", status="failed", detail="rank_too_high"), ()
        for own, row in zip(classes.of, self.face.offers_of, strict=True):
            own.update({o: 0 for o in row if o >= self.offers})
        counts = profile(self.face, classes)
        settled = 0 if placed_settled else -1
        while (step := next_class_level(self.face, classes, settled)) is not None:
            check = self._step("worst_off", "worst_off", step.first, step.weights)
            if check.status != "proven":
                return msgspec.structs.replace(check, facts={**check.facts, "class": step.first}), counts
            settled = step.last
        value = fact(counts)
        facts: dict[str, str | int | None] = {"value": value, "bound": value}
        return GoalCheck(goal="worst_off", status="proven", detail="proven", facts=facts), counts

    def _lottery(self) -> GoalCheck:
        self.decided_by_lot = {
            s: {o if o < self.offers else -1 for o in outcomes} for s, outcomes in self.face.open_outcomes().items()
        }
        undecided = set(self.decided_by_lot)
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

    def goal_weights(self, goal: str) -> list[list[int]]:
        """What the pairs of the face weigh; a stand-in weighs nothing."""
        if goal == "placed":
            return [[int(o < self.offers) for o in row] for row in self.face.offers_of]
        return [[self.eligible[s].get(o, 0) for o in row] for s, row in enumerate(self.face.offers_of)]

    def _lottery_weights(self, level_round: int, first: int) -> list[list[int]]:
        """Who, by lots (round 0); where, by draws; and after the last round of draws in key order."""
        students, offers = self.tables.students, self.tables.offers
        rows = [[o for o in row if o < self.offers] for row in self.face.offers_of]
        if level_round == 0:
            lots = lots_of(students, self.seed)
            weights = [[len(lots) + 1 - lots[s]] * len(row) for s, row in enumerate(rows)]
        elif level_round > DRAW_ROUNDS:
            weights = [list(range(len(row), 0, -1)) if s == first else [0] * len(row) for s, row in enumerate(rows)]
        else:
            weights = [
                [draw_of(self.seed, level_round, students[s].student_number, offers[o].offer_id) for o in row]
                for s, row in enumerate(rows)
            ]
        for own, row in zip(weights, self.face.offers_of, strict=True):
            own.extend([0] * (len(row) - len(own)))  # a stand-in comes last
        return weights
