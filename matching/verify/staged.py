"""Verify a round with side constraints or a re-match: parts, stages, and the plain rest.

The parts are found, built and gone through once more (``side_parts``, ``side_model``, ``side_levels``); whoever no side
constraint touches is verified on the plain network, as in any other round. A goal is *proven* when the certificate
proves it in every part; *bound* when it proves less than the solver says.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

import msgspec

from matching.groupings import groups_of
from matching.result import GoalOutcome
from matching.verify.classes import MOST_CLASSES, classes_of
from matching.verify.goal_check import GoalCheck
from matching.verify.lots import lots_of
from matching.verify.side import Side, goals_in_stages
from matching.verify.side_levels import Found, PartLevels, Refused
from matching.verify.side_model import SideModel
from matching.verify.side_parts import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matching.policy import Policy
    from matching.result import Certificate, RematchOutcome, Report
    from matching.verify.classes import Classes
    from matching.verify.eligible import Eligible
    from matching.verify.tables import Tables


class PlainCheck(Protocol):
    """The check of the plain network on some of the students."""

    decided_by_lot: dict[int, set[int]] | None

    def check(self, policy: Policy, report: Report) -> Iterator[GoalCheck]:
        """One entry a goal, and one for the lottery."""


class StagedCheck:
    """The check of everything that the certificate says about parts."""

    def __init__(
        self, tables: Tables, policy: Policy, eligible: Eligible, placed: list[int], certificate: Certificate, seed: str
    ) -> None:
        self.tables, self.policy, self.eligible, self.placed = tables, policy, eligible, placed
        self.certificate, self.seed = certificate, seed
        self.side = Side(tables)
        gap = "group_gap" in policy.goals
        self.groups = self._groups() if gap else {}
        rows = [sorted(o for o in own if tables.offers[o].places > 0) for own in eligible]
        self.parts, self.plain_students = parts_of(self.side, rows, whole=gap or policy.rematch is not None)
        self.goals = goals_in_stages(policy, reserves=bool(self.side.reserves), together=bool(self.side.wishes))
        self.decided_by_lot: set[int] | None = None
        self.found: dict[str, list[Found]] = {goal: [] for goal in (*self.goals, "rematch")}
        self.by_class: dict[int, list[Found]] = {}
        self.gap_proven = True

    def plain_pairs(self) -> Eligible:
        """The pairs of the students whom no side constraint touches."""
        return [own if s in self.plain_students else {} for s, own in enumerate(self.eligible)]

    def check(self, report: Report, plain: PlainCheck) -> Iterator[GoalCheck]:
        """One entry a goal, one for the re-match where there is one, and one for the lottery."""
        stated = {goal.name: goal for goal in report.goals}
        classes = classes_of(self.tables, self.eligible, self.policy) if "worst_off" in self.policy.goals else None
        given = self.tables.instance.pairs is not None
        if classes is not None and given and classes.count > MOST_CLASSES + 2:  # no run has such classes
            yield from self._all_failed("rank_too_high", "worst_off")
            return
        of_plain = list(plain.check(self.policy, self._as_if_plain(report, classes))) if self.plain_students else []
        if not self.plain_students and self.certificate.levels:
            yield from self._all_failed("level_unexpected", "plain")
            return
        bad = next((check for check in of_plain if check.status != "proven"), None)
        if bad is not None:
            yield from self._all_failed(bad.detail, bad.goal)
            return
        if len(self.parts) != len(self.certificate.parts):
            yield from self._all_failed("level_missing", "parts")
            return
        try:
            sure, decided = self._walk(classes)
        except Refused as refused:
            yield from self._all_failed(refused.detail, refused.level)
            return
        self.decided_by_lot = decided | set(plain.decided_by_lot or ())
        if self.policy.rematch is not None:
            yield self._rematch(report)
        for goal in self.goals:
            yield self._goal(goal, stated.get(goal), classes)
        facts: dict[str, str | int | None] = {"decided_by_lot": len(self.decided_by_lot)}
        if sure is not (report.lottery is msgspec.UNSET):  # what is not proven must be told, and the other way round
            yield GoalCheck(goal="lottery", status="failed", detail="report_misstated", facts=facts)
        elif sure:
            yield GoalCheck(goal="lottery", status="proven", detail="proven", facts=facts)
        else:
            yield GoalCheck(goal="lottery", status="bound", detail="gap", facts=facts)

    def _walk(self, classes: Classes | None) -> tuple[bool, set[int]]:
        """Go through all parts; whether the lottery is proven, and for whom a lot decided."""
        sure, decided = True, set[int]()
        lots = lots_of(self.tables.students, self.seed)
        for rows, part in zip(self.parts, self.certificate.parts, strict=True):
            levels = PartLevels(SideModel(self.side, rows, self.groups), part, self.placed, self.policy)
            if self.policy.rematch is not None:
                self.found["rematch"].append(levels.kept())
            for goal in self.goals:
                self._part_goal(levels, goal, classes)
            sure &= levels.lottery(lots, self.seed)
            decided |= levels.decided_by_lot()
        return sure, decided

    def _part_goal(self, levels: PartLevels, goal: str, classes: Classes | None) -> None:
        if goal == "placed":
            self.found[goal].append(levels.placed_students())
        elif goal == "group_gap":
            if self.groups:
                levels.gap()
                self.gap_proven = levels.gap_proven
                if self.policy.group_gap.price:
                    first = self.found["placed"].pop()
                    again = levels.step("placed", 1, levels.every())
                    # Proven when both are; then the bound is what could be placed without the price.
                    self.found["placed"] += [again, Found(0, first.bound - first.value)]
                    self.priced = first.value
        elif goal == "worst_off" and classes is not None:
            above = "placed" in self.goals[: self.goals.index("worst_off")]
            for c, found in levels.worst_off(classes, placed_above=above):
                self.found[goal].append(found)
                self.by_class.setdefault(c, []).append(found)
        elif goal == "satisfaction":
            self.found[goal].append(levels.satisfaction(self.eligible))
        else:
            variables = levels.model.reserves if goal == "reserves" else levels.model.wishes
            self.found[goal].append(levels.step(goal, 0, dict.fromkeys(variables, 1)))

    def _goal(self, goal: str, stated: GoalOutcome | None, classes: Classes | None) -> GoalCheck:
        """Whether the report tells the value, and how well it is known."""
        proven = all(found.proven for found in self.found[goal])
        room = sum(found.bound - found.value for found in self.found[goal])
        value: int | str | tuple[int, ...]
        bound: int | str | tuple[int, ...]
        if goal == "worst_off" and classes is not None:
            counts = [0] * classes.count
            for s, o in enumerate(self.placed):
                counts[classes.of_outcome(s, o)] += 1
            value = tuple(counts)
            fewer = {c: sum(found.bound - found.value for found in all_) for c, all_ in self.by_class.items()}
            bound = tuple([max(0, count - fewer.get(c, 0)) for c, count in enumerate(counts)])
        elif goal == "group_gap":
            gap = self._gap()
            proven = self.gap_proven or gap <= self.policy.group_gap.accepted_gap
            value = f"{gap.numerator}/{gap.denominator}"
            bound = value if proven else "0/1"
        else:
            value = self._value(goal)
            bound = value + room
            if goal == "placed" and self.priced is not None:
                bound = self.priced + room
        best = self.priced if goal == "placed" and self.priced is not None else value
        said = _honest(stated, value, bound, best, proven=proven)
        facts: dict[str, str | int | None] = {"value": _told(value), "bound": _told(bound)}
        if not said:
            return GoalCheck(goal=goal, status="failed", detail="report_misstated", facts=facts)
        if proven:
            return GoalCheck(goal=goal, status="proven", detail="proven", facts=facts)
        return GoalCheck(goal=goal, status="bound", detail="gap", facts=facts)

    priced: int | None = None

    def _value(self, goal: str) -> int:
        if goal == "placed":
            return sum(o >= 0 for o in self.placed)
        if goal == "satisfaction":
            return sum(self.eligible[s][o] for s, o in enumerate(self.placed) if o >= 0)
        return self.side.reserved(self.placed) if goal == "reserves" else self.side.together(self.placed)

    def _rematch(self, report: Report) -> GoalCheck:
        """The changes against what was published: how many nobody could avoid, and how many were chosen."""
        known, kept = len(self.side.published), self.side.kept(self.placed)
        given = self.tables.instance.published
        gone = 0 if given is msgspec.UNSET else len(given) - known
        most = max(kept, sum(found.value for found in self.found["rematch"]))  # the one is a matching, and the other
        bound = sum(found.bound for found in self.found["rematch"])
        proven = most == bound
        facts: dict[str, str | int | None] = {"value": most - kept, "bound": most - kept, "forced": known - most + gone}
        stated = report.rematch
        true = {"published": known + gone, "forced": known - most + gone, "chosen": most - kept}
        true["max_changes"] = self.policy.rematch.max_changes if self.policy.rematch else 0
        if (
            stated is msgspec.UNSET
            or {name: getattr(stated, name) for name in true} != true
            or not _honest_about_forced(stated, known - bound + gone, proven=proven)
        ):
            return GoalCheck(goal="rematch", status="failed", detail="report_misstated", facts=facts)
        if not proven:
            return GoalCheck(goal="rematch", status="bound", detail="gap", facts=facts)
        return GoalCheck(goal="rematch", status="proven", detail="proven", facts=facts)

    def _gap(self) -> Fraction:
        rates: dict[str, list[Fraction]] = {}
        for (grouping, _), members in self.groups.items():
            placed = sum(self.placed[s] >= 0 for s in members)
            rates.setdefault(grouping, []).append(Fraction(placed, len(members)))
        return max([max(found) - min(found) for found in rates.values()], default=Fraction(0))

    def _groups(self) -> dict[tuple[str, str], list[int]]:
        asked = self.policy.group_gap
        found: dict[tuple[str, str], list[int]] = {}
        for grouping in asked.groupings:
            groups: dict[str, list[int]] = {}
            for s, group in enumerate(groups_of(self.tables.students, grouping)):
                if group:
                    groups.setdefault(group, []).append(s)
            counted = {
                name: students for name, students in sorted(groups.items()) if len(students) >= asked.min_group_size
            }
            if len(counted) >= 2:
                found |= {(grouping, name): students for name, students in counted.items()}
        return found

    def _as_if_plain(self, report: Report, classes: Classes | None) -> Report:
        """A report of the plain students alone, for the check of the plain network."""
        placed = [o if s in self.plain_students else -1 for s, o in enumerate(self.placed)]
        goals = []
        for goal in self.policy.goals:
            value: int | tuple[int, ...] = sum(o >= 0 for o in placed)
            if goal == "satisfaction":
                value = sum(self.eligible[s][o] for s, o in enumerate(placed) if o >= 0)
            elif goal == "worst_off" and classes is not None:
                counts = [0] * classes.count
                for s, o in enumerate(placed):
                    counts[classes.of_outcome(s, o)] += 1
                value = tuple(counts)
            goals.append(GoalOutcome(name=goal, value=value, bound=value, proven=True))
        return msgspec.structs.replace(report, goals=tuple(goals))

    def _all_failed(self, detail: str, where: str) -> Iterator[GoalCheck]:
        for name in (*self.goals, "lottery"):
            facts: dict[str, str | int | None] = {"level": where}
            yield GoalCheck(goal=name, status="failed", detail=detail, facts=facts)


def _honest(
    stated: GoalOutcome | None,
    value: int | str | tuple[int, ...],
    bound: int | str | tuple[int, ...],
    best: int | str | tuple[int, ...],
    *,
    proven: bool,
) -> bool:
    """Whether the report says what is known: proven by the certificate, by the solver's word, or not.

    ``best`` is the bound that stands there on the solver's word: the value, or what could be placed without a price.
    """
    if stated is None or stated.value != value or stated.proven is not (stated.proof != "none"):
        return False
    if stated.proof == "certificate":
        return proven and stated.bound == bound
    if proven:
        return False
    if stated.proof == "solver":
        return stated.bound == best
    if isinstance(value, int) and isinstance(bound, int):
        return isinstance(stated.bound, int) and value <= stated.bound <= bound
    if isinstance(value, tuple) and isinstance(bound, tuple):
        told = stated.bound
        return (
            isinstance(told, tuple)
            and len(told) == len(value)
            and all(least <= own <= most for least, own, most in zip(bound, told, value, strict=True))
        )
    return stated.bound == bound


def _honest_about_forced(stated: RematchOutcome, least: int, *, proven: bool) -> bool:
    """Whether it says how well ``forced`` is known; the certificate proves that so many are at ``least``."""
    told = stated.least_forced
    if stated.proof == "none":
        return not proven and told is not msgspec.UNSET and least <= told < stated.forced
    return told is msgspec.UNSET and proven is (stated.proof is msgspec.UNSET)


def _told(value: Sequence[int] | int | str) -> int | str:
    return value if isinstance(value, int | str) else "-".join(map(str, value))
