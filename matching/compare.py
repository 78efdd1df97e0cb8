"""Two runs side by side: who changed, who gains, who loses, and what differs in what was asked.

Ranks are compared where the student's own preferences are the same in both runs: a named place is better than one
that he did not name. Points are compared where the weights are the same and nothing differs that points are made of,
for else the same place would have other points.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import msgspec

from matching.compare_groups import compare_groups
from matching.compare_inputs import why
from matching.comparison import (
    EFFECTS,
    Comparison,
    Effect,
    GoalPair,
    Outcome,
    ProfileLine,
    RowChange,
    StudentChange,
)
from matching.instance import Instance
from matching.policy import Policy
from matching.result import Report

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from matching.instance import Student
    from matching.result import Explanation


#: What the points of a pair are made of, besides the preferences and the weights.
_POINTS_OF_STUDENT: Final = {"preferences", "home", "transport", "max_travel_minutes", "learning_wishes"}
_POINTS_OF_OFFER: Final = {"work", "tags"}


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """A finished run, as far as it is compared. ``outcomes``: one for each student that may be told about."""

    instance: Instance
    policy: Policy
    report: Report
    outcomes: tuple[Outcome, ...]


def side_of(instance: Instance, policy: Policy, report: Report, explanations: Sequence[Explanation]) -> Side:
    """A run with all its students."""
    outcomes = tuple(
        Outcome(
            student_number=told.student_number,
            offer_id=told.offer_id,
            rank=told.rank,
            utility=told.utility,
            travel_minutes=told.travel_minutes,
            reason_code=told.reason_code,
        )
        for told in explanations
    )
    return Side(instance=instance, policy=policy, report=report, outcomes=outcomes)


def compare(left: Side, right: Side) -> Comparison:
    """Lay two runs side by side.

    Goals and profile are those of the reports. Everything else is about the students of ``outcomes`` alone, so that a
    reader who may see a part of the students gets a comparison of that part.
    """
    first, second = ({row.student_number: row for row in side.outcomes} for side in (left, right))
    told = first.keys() | second.keys()
    asked = why(left.instance, right.instance, (left.policy, right.policy), (left.report, right.report), set(told))
    comparer = _Comparer(
        asked.rows,
        same_weights=left.policy.utility == right.policy.utility,
        given={name for name in ("pairs", "travel") if name in asked.tables},
    )
    changes = tuple(
        change
        for number in sorted(told)
        if (change := comparer.change(number, first.get(number), second.get(number))) is not None
    )
    found = Counter(change.effect for change in changes)
    return Comparison(
        changes=changes,
        counts={effect: found[effect] for effect in EFFECTS},
        unchanged=len(told) - len(changes),
        goals=tuple(_goals(left.report, right.report)),
        profile=tuple(_profile(left.report.profile, right.report.profile)),
        groups=compare_groups(_grouped(left, first), _grouped(right, second)),
        why=asked,
    )


class _Comparer:
    """``given``: tables that differ and that points and ranks come from."""

    def __init__(self, rows: Collection[RowChange], *, same_weights: bool, given: Collection[str]) -> None:
        self.fields = {row.key: row.fields for row in rows if row.kind == "students"}
        offers = {row.key: set(row.fields) for row in rows if row.kind == "offers"}
        self.offers = frozenset(offers)
        self.offers_with_other_points = {key for key, fields in offers.items() if fields & _POINTS_OF_OFFER}
        self.points_of_policy = same_weights and not given
        self.ranks_given = "pairs" in given

    def change(self, number: str, left: Outcome | None, right: Outcome | None) -> StudentChange | None:
        """What is different for one student; None where his proposal is the same."""
        fields = self.fields.get(number, ())
        if left is None or right is None:
            effect: Effect = "gone" if right is None else "joined"
            return StudentChange(student_number=number, effect=effect, left=left, right=right, fields=fields)
        if left.offer_id == right.offer_id:
            return None
        ranks = None if "preferences" in fields or self.ranks_given else _ranks(left, right)
        points = self._points(left, right, fields)
        return StudentChange(
            student_number=number,
            effect=_effect(left, right, ranks, points),
            left=left,
            right=right,
            ranks=ranks,
            points=points,
            fields=fields,
            offer_changed=left.offer_id in self.offers,
        )

    def _points(self, left: Outcome, right: Outcome, fields: tuple[str, ...]) -> int | None:
        if left.utility is None or right.utility is None or not self.points_of_policy:
            return None
        if _POINTS_OF_STUDENT & set(fields) or {left.offer_id, right.offer_id} & self.offers_with_other_points:
            return None
        return _sign(right.utility - left.utility)


def _ranks(left: Outcome, right: Outcome) -> int | None:
    if left.offer_id is None or right.offer_id is None:
        return None
    if left.rank is None or right.rank is None:
        return _sign((right.rank is not None) - (left.rank is not None))
    return _sign(left.rank - right.rank)


def _effect(left: Outcome, right: Outcome, ranks: int | None, points: int | None) -> Effect:
    if left.offer_id is None:
        return "got_place"
    if right.offer_id is None:
        return "lost_place"
    known = {sign for sign in (ranks, points) if sign}
    if known == {1, -1}:
        return "mixed"
    return "better" if 1 in known else "worse" if -1 in known else "other"


def _sign(difference: int) -> int:
    return (difference > 0) - (difference < 0)


def _goals(left: Report, right: Report) -> Iterator[GoalPair]:
    first, second = ({goal.name: goal for goal in report.goals} for report in (left, right))
    for name in dict.fromkeys((*first, *second)):
        yield GoalPair(name=name, left=first.get(name), right=second.get(name))


def _profile(left: dict[str, int], right: dict[str, int]) -> Iterator[ProfileLine]:
    """First choice first; then not named, then no place."""
    ranks = sorted((rank for rank in left.keys() | right.keys() if rank.isdigit()), key=int)
    for rank in (*ranks, "not_named", "none"):
        yield ProfileLine(rank=rank, left=left.get(rank, 0), right=right.get(rank, 0))


def _grouped(side: Side, outcomes: dict[str, Outcome]) -> tuple[list[Student], set[str]]:
    students = [student for student in side.instance.students if student.student_number in outcomes]
    return students, {number for number, row in outcomes.items() if row.offer_id is not None}
