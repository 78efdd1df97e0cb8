"""The counts of the report, counted once more."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from matching.policy import Policy
from matching.verify.groups import atoms_of, group_of, share
from matching.verify.side import goals_of, has_side

#: What goals lose that is not a whole number: a fraction, and students more or fewer in each class.
_PRICE = {"group_gap": r"-?\d+/[1-9]\d*", "worst_off": r"(?:0|[+-][1-9]\d*)(?: (?:0|[+-][1-9]\d*))*"}

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matching.result import Placement, Report
    from matching.verify.tables import Tables


def misstatements(
    tables: Tables, policy: Policy, placements: Sequence[Placement], eligible_pairs: int, seed: str, report: Report
) -> Iterator[str]:
    """The names of the fields of the report that are not true."""
    ranks = Counter("not_named" if placement.rank is None else str(placement.rank) for placement in placements)
    ranks["none"] = len(tables.students) - len(placements)
    true: dict[str, object] = {
        "students": len(tables.students),
        "offers": len(tables.offers),
        "places": sum(offer.places for offer in tables.offers),
        "placed": len(placements),
        "eligible_pairs": eligible_pairs,
        "profile": {rank: count for rank, count in ranks.items() if count},
        "seed": seed,
        **_groups(tables, policy, placements),
        "status": "finished" if _nothing_open(report) else "unproven",
    }
    for name, value in true.items():
        stated = getattr(report, name)
        if name == "profile":
            stated = {rank: count for rank, count in stated.items() if count}
        if msgspec.json.encode(stated, order="sorted") != msgspec.json.encode(value, order="sorted"):
            yield name
    if not _says(report, policy):
        yield "policy"
    if [goal.name for goal in report.goals] != goals_of(tables, policy) or not _prices_well_formed(policy, report):
        yield "goals"
    if report.lottery is not msgspec.UNSET and not has_side(tables, policy):
        yield "lottery"
    if (report.rematch is msgspec.UNSET) is not (policy.rematch is None):
        yield "rematch"


def _nothing_open(report: Report) -> bool:
    """Whether the report says of everything that it is the best."""
    forced_open = report.rematch is not msgspec.UNSET and report.rematch.proof == "none"
    return all(goal.proven for goal in report.goals) and report.lottery != "none" and not forced_open


def _groups(tables: Tables, policy: Policy, placements: Sequence[Placement]) -> dict[str, object]:
    """The rate of every group, small ones too, and the gap between those that count."""
    if "group_gap" not in policy.goals:
        return {"groupings": {}, "gap": None}
    placed = {placement.student_number for placement in placements}
    groupings: dict[str, object] = {}
    for grouping in policy.group_gap.groupings:
        of = [(group_of(student, grouping), student.student_number in placed) for student in tables.students]
        sizes = Counter(group for group, _ in of if group)
        rated = Counter(group for group, has_place in of if has_place)
        groupings[grouping] = {
            group: {"students": size, "placed": rated[group], "rate": rated[group] / size}
            for group, size in sizes.items()
        }
    atoms = atoms_of(tables.students, policy.group_gap)
    counts = atoms.counts([0 if student.student_number in placed else -1 for student in tables.students])
    gap = share(atoms.gap(counts))
    return {"groupings": {**groupings, "gap": gap}, "gap": gap}


def _prices_well_formed(policy: Policy, report: Report) -> bool:
    """Every goal of the policy has a price, or none has; each names the later ones, in words of their kind.

    Whether the numbers are true cannot be seen without solving once more: the caller says so.
    """
    if any(goal.price is not None for goal in report.goals if goal.name not in policy.goals):
        return False
    goals = [goal for goal in report.goals if goal.name in policy.goals]
    prices = [goal.price for goal in goals]
    if not any(price is not None for price in prices):
        return True
    # Without placed no group has a place: beside group_gap that is no price worth knowing.
    unknown = "placed" if "group_gap" in policy.goals and goals[-1].name != "placed" else None
    for number, price in enumerate(prices):
        later = [goal.name for goal in goals[number + 1 :]]
        if goals[number].name == unknown:
            if price is not None:
                return False
            continue
        if price is None or list(price) != later:
            return False
        if not all(re.fullmatch(_PRICE.get(name, r"-?\d+"), str(lost)) for name, lost in price.items()):
            return False
        if any(isinstance(lost, str) is not (name in _PRICE) for name, lost in price.items()):
            return False
    return True


def _says(report: Report, policy: Policy) -> bool:
    """Whether the report tells this policy. What a report of an earlier version leaves out had its default."""
    try:
        return msgspec.convert(report.policy, Policy) == policy
    except msgspec.ValidationError:
        return False
