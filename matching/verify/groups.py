"""Groups of students, derived once more; atoms, and the gap that counts of placed students leave (docs/matching.md).

:mod:`matching.groupings` is not asked, so that a fault in it cannot hide itself.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matching.instance import Student
    from matching.policy import GroupGap


class Group(NamedTuple):
    """A group that counts: the number of its students, and the atoms that they are in."""

    size: int
    atoms: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Atoms:
    """Students with the same groups. ``of``: the atom of each student; ``groupings``: those that count, by name."""

    of: list[int]
    sizes: list[int]
    labels: list[str]
    groupings: list[list[Group]]

    @property
    def coupled(self) -> bool:
        """Whether there is anything to compare."""
        return any(len(groups) > 1 for groups in self.groupings)

    def counts(self, placed: Sequence[int]) -> list[int]:
        """How many students of each atom have a place; ``placed`` holds the offer of each student, -1 = none."""
        found = [0] * len(self.sizes)
        for atom, o in zip(self.of, placed, strict=True):
            found[atom] += o >= 0
        return found

    def gap(self, counts: Sequence[int]) -> Fraction:
        """The largest difference in rate within a grouping."""
        largest = Fraction(0)
        for groups in self.groupings:
            rates = [Fraction(sum(counts[a] for a in group.atoms), group.size) for group in groups]
            if len(rates) > 1:
                largest = max(largest, max(rates) - min(rates))
        return largest


def atoms_of(students: Sequence[Student], wanted: GroupGap) -> Atoms:
    """The atoms of students who stand in key order."""
    columns = [[group_of(student, grouping) for student in students] for grouping in wanted.groupings]
    counting = []
    for column in columns:
        sizes = Counter(column)
        counting.append({group: n for group, n in sorted(sizes.items()) if group and n >= wanted.min_group_size})
    keys = [
        tuple([group if group in groups else "" for group, groups in zip(row, counting, strict=True)])
        for row in zip(*columns, strict=True)
    ]
    number = {key: atom for atom, key in enumerate(sorted(set(keys)))}
    of = [number[key] for key in keys]
    inside = Counter(of)
    return Atoms(
        of=of,
        sizes=[inside[atom] for atom in range(len(number))],
        labels=[
            "|".join(f"{name}={group}" for name, group in zip(wanted.groupings, key, strict=True)) for key in number
        ],
        groupings=[
            [Group(size, tuple([atom for key, atom in number.items() if key[g] == name])) for name, size in own.items()]
            for g, own in enumerate(counting)
        ],
    )


def group_of(student: Student, grouping: str) -> str:
    """The group of a student within a grouping; "" where he has none."""
    for name, value in student.groups:
        if name == grouping:
            return value
    if grouping == "programme":
        return student.crebo
    if grouping == "level":
        return "" if student.level is None else str(student.level)
    if grouping == "learning_path":
        return student.learning_path or ""
    if grouping == "study_year":
        return "" if student.study_year is None else str(student.study_year)
    if grouping == "support":
        return "yes" if student.support_needs else "no"
    if grouping == "failed_applications":
        failed = student.failed_applications
        return "0" if failed < 1 else "1-2" if failed < 3 else "3-5" if failed < 6 else "6+"
    return ""


def share(value: Fraction) -> str:
    """A fraction as it is written: "p/q" in lowest terms, also where q is 1."""
    return f"{value.numerator}/{value.denominator}"


def whole_of(text: str) -> int | None:
    """A whole number in its one spelling; None where it is none, or longer than any value can be."""
    digits = text.removeprefix("-")
    plain = digits.isascii() and digits.isdigit() and len(digits) < 1000
    return int(text) if plain and str(int(text)) == text else None


def share_of(text: str) -> Fraction | None:
    """A fraction in its one spelling."""
    above, slash, below = text.partition("/")
    whole, part = whole_of(above), whole_of(below)
    if not slash or whole is None or part is None or part < 1:
        return None
    found = Fraction(whole, part)
    return found if share(found) == text else None
