"""Placement rates of groups in two runs, with small numbers kept back.

DESIGN.md §5.5: "Small numbers are hidden: k = 10 by default with secondary suppression; percentages capped to 5–95 %
where the group is small". A group is hidden where it has fewer than ten students in either run, or fewer than twenty of
whom all or none have a place (that says something about each of them). Where that leaves one hidden group in a
grouping, which the total would give away, the smallest of the others is hidden too.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from matching.comparison import GroupLine
from matching.groupings import group_of, groupings_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from matching.instance import Student

SMALLEST_SHOWN: Final = 10
#: Below this, "everybody" and "nobody" are no shares but facts about each.
SMALL: Final = 20

Side = tuple["Sequence[Student]", "set[str]"]


def compare_groups(left: Side, right: Side, *, smallest: int = SMALLEST_SHOWN) -> tuple[GroupLine, ...]:
    """Every group of every grouping with at least two groups. A side: its students, and the numbers of the placed."""
    names = sorted({*groupings_of(left[0]), *groupings_of(right[0])})
    return tuple(line for name in names for line in _grouping(name, left, right, smallest))


def _grouping(name: str, left: Side, right: Side, smallest: int) -> Iterator[GroupLine]:
    sides = [_counts(name, *side) for side in (left, right)]
    groups = sorted({*sides[0][0], *sides[1][0]})
    if len(groups) < 2:
        return
    hidden = _hidden(groups, sides, smallest)
    for group in groups:
        if group in hidden:
            numbers: Iterable[int | None] = (None, None, None, None)
        else:
            numbers = (count[group] for side in sides for count in side)
        left_students, left_placed, right_students, right_placed = numbers
        yield GroupLine(
            grouping=name,
            group=group,
            left_students=left_students,
            left_placed=left_placed,
            right_students=right_students,
            right_placed=right_placed,
        )


def _counts(name: str, students: Sequence[Student], placed: set[str]) -> tuple[Counter[str], Counter[str]]:
    """Students, and placed students, by group."""
    everybody: Counter[str] = Counter()
    with_place: Counter[str] = Counter()
    for student in students:
        group = group_of(student, name)
        if group is not None:
            everybody[group] += 1
            with_place[group] += student.student_number in placed
    return everybody, with_place


def _hidden(groups: list[str], sides: list[tuple[Counter[str], Counter[str]]], smallest: int) -> set[str]:
    hidden = {group for group in groups if any(_tells_too_much(group, *side, smallest) for side in sides)}
    if len(hidden) == 1:
        others = [group for group in groups if group not in hidden]
        hidden.add(min(others, key=lambda group: (min(students[group] for students, _ in sides), group)))
    return hidden


def _tells_too_much(group: str, students: Counter[str], placed: Counter[str], smallest: int) -> bool:
    size = students[group]
    return 0 < size < smallest or (0 < size < SMALL and placed[group] in (0, size))
