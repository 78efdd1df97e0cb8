"""Groupings: what a group of students may be. Programme and school facts only, never a protected trait.

Our own are derived here; the others are the school's, from the column ``groups`` (an import refuses those that name a
protected trait). A student without a value is in no group of that grouping.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matching.instance import Student

#: Bands of earlier failed applications, the application burden: (smallest number, name).
BURDEN: Final = ((6, "6+"), (3, "3-5"), (1, "1-2"), (0, "0"))

#: Groupings that every round has; ``team`` and ``location`` come with the groups of the student.
DERIVED: Final = ("programme", "level", "learning_path", "study_year", "failed_applications", "support")


def group_of(student: Student, grouping: str) -> str | None:
    """The group of a student within a grouping; None where he has none."""
    for name, value in student.groups:
        if name == grouping:
            return value
    return _derived(student, grouping)


def groups_of(students: Sequence[Student], grouping: str) -> list[str | None]:
    """The group of each student within a grouping."""
    found: list[str | None] = []
    for student in students:  # as ``group_of``, without a call for each: a round has a hundred thousand students
        for name, value in student.groups:
            if name == grouping:
                found.append(value)
                break
        else:
            found.append(_derived(student, grouping))
    return found


def groupings_of(students: Iterable[Student]) -> tuple[str, ...]:
    """Every grouping in which some student has a group, sorted."""
    found: set[str] = set()
    derived = list(DERIVED)
    for student in students:
        for name, _ in student.groups:
            found.add(name)
        if derived:
            found.update(name for name in derived if _derived(student, name) is not None)
            derived = [name for name in derived if name not in found]
    return tuple(sorted(found))


def _derived(student: Student, grouping: str) -> str | None:
    if grouping == "programme":
        return student.crebo
    if grouping == "level":
        return None if student.level is None else str(student.level)
    if grouping == "learning_path":
        return student.learning_path
    if grouping == "study_year":
        return None if student.study_year is None else str(student.study_year)
    if grouping == "failed_applications":
        return next(name for least, name in BURDEN if student.failed_applications >= least)
    if grouping == "support":
        return "yes" if student.support_needs else "no"
    return None
