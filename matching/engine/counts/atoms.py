"""Atoms: students with the same groups in every grouping of the policy. Counts are placed students per atom."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from matching.groupings import groups_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from matching.instance import Student
    from matching.policy import GroupGap

    Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, slots=True)
class Grouping:
    """The groups of a grouping that count: ``member[g, a]`` is 1 where atom ``a`` is in group ``g``."""

    name: str
    number: int  # its place in the policy
    groups: tuple[str, ...]
    member: Ints  # (groups, atoms)
    size: Ints  # (groups,) students

    def gap(self, counts: Ints) -> Fraction:
        """The largest rate less the smallest."""
        rates = [
            Fraction(placed, size)
            for placed, size in zip((self.member @ counts).tolist(), self.size.tolist(), strict=True)
        ]
        return max(rates) - min(rates)


@dataclass(frozen=True, kw_only=True, slots=True)
class Atoms:
    """The atoms of a round. ``groupings`` are those of the policy, in its order, with two groups or more that count."""

    of_student: Ints  # (students,)
    size: Ints  # (atoms,) students
    labels: tuple[str, ...]
    groupings: tuple[Grouping, ...]

    @property
    def coupled(self) -> bool:
        """Whether any grouping can have a gap."""
        return bool(self.groupings)

    def counts(self, placed: npt.NDArray[np.bool_]) -> Ints:
        """Placed students per atom; ``placed`` says it of each student."""
        return np.bincount(self.of_student[placed], minlength=len(self.size))

    def gap(self, counts: Ints) -> Fraction:
        """The value of the goal: the largest gap over the groupings."""
        return max((grouping.gap(counts) for grouping in self.groupings), default=Fraction(0))


def atoms_of(students: Sequence[Student], policy: GroupGap) -> Atoms:
    """Divide the students, who are sorted by number."""
    columns: list[list[str]] = []
    counting: list[list[str]] = []
    for name in policy.groupings:
        column = [group or "" for group in groups_of(students, name)]
        big = {group for group, count in Counter(column).items() if group and count >= policy.min_group_size}
        columns.append([group if group in big else "" for group in column])
        counting.append(sorted(big))
    rows = list(zip(*columns, strict=True)) if columns else [()] * len(students)
    kinds = sorted(set(rows))
    number = {kind: index for index, kind in enumerate(kinds)}
    of_student = np.array([number[row] for row in rows], np.int64)
    size = np.bincount(of_student, minlength=len(kinds)).astype(np.int64)
    groupings = []
    for place, (name, groups) in enumerate(zip(policy.groupings, counting, strict=True)):
        if len(groups) < 2:
            continue
        member = np.array([[kind[place] == group for kind in kinds] for group in groups], np.int64)
        groupings.append(Grouping(name=name, number=place, groups=tuple(groups), member=member, size=member @ size))
    return Atoms(
        of_student=of_student,
        size=size,
        labels=tuple(
            "|".join(f"{name}={group}" for name, group in zip(policy.groupings, kind, strict=True)) for kind in kinds
        ),
        groupings=tuple(groupings),
    )
