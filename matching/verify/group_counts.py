"""The plain counts of the fairness report, counted once more: who is in which group, and who has a place."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from matching.groupings import group_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matching.fairness.words import FairnessReport
    from matching.instance import Student
    from matching.result import Placement

#: DESIGN.md §5.5: "k = 10 by default". A report may not say of itself that a smaller number is enough.
LEAST = 10


def untrue_counts(
    students: Sequence[Student], placements: Sequence[Placement], report: FairnessReport
) -> Iterator[tuple[str, str]]:
    """The (grouping, group) pairs whose numbers are not true, or that are told though they are too small.

    A total is ("", name of the field). A group that is not told at all is named too.
    """
    placed = {placement.student_number for placement in placements}
    if report.students != len(students):
        yield "", "students"
    if report.placed != len(placed):
        yield "", "placed"
    for table in report.groupings:
        of = {student.student_number: group_of(student, table.grouping) for student in students}
        sizes = Counter(group for group in of.values() if group is not None)
        with_place = Counter(group for number, group in of.items() if group is not None and number in placed)
        for row in table.rows:
            size, count = sizes.pop(row.group, 0), with_place[row.group]
            if size < LEAST:
                true = (row.students, row.placed, row.rate.percent) == (None, None, None)
            else:
                true = row.students in (None, size) and row.placed in (None, count)
                if row.rate.shown == "exact":
                    true = true and row.rate.percent == round(100 * count / size, 1)
            if not true:
                yield table.grouping, row.group
        for group in sorted(sizes):
            yield table.grouping, group
