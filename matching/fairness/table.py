"""Every student in the groups of every grouping, as arrays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

from matching.groupings import groupings_of, groups_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from matching.instance import Student

    Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupTable:
    """Groups are numbered from 0 through all groupings, in the order of their names within each."""

    groupings: tuple[str, ...]
    names: tuple[str, ...]  # of each group
    grouping: Ints  # (groups,) number of its grouping
    group: Ints  # (groupings, students) number of the group, -1 for none
    sizes: Ints  # (groups,)
    students: int

    def count(self, chosen: npt.NDArray[np.bool_]) -> Ints:
        """How many students of each group are chosen."""
        found = self.group[:, chosen].ravel()
        return np.bincount(found[found >= 0], minlength=len(self.names))

    def of(self, grouping: int) -> list[int]:
        """The groups of a grouping."""
        return np.flatnonzero(self.grouping == grouping).tolist()

    def together(self) -> npt.NDArray[np.float64]:
        """(groups + 1, groups + 1) students that two groups have in common; the last one is everybody."""
        students = np.tile(np.arange(self.students), len(self.groupings) + 1)
        everybody = np.full((1, self.students), len(self.names), np.int64)
        rows = np.concatenate([self.group, everybody]).ravel()
        member = rows >= 0
        shape = (len(self.names) + 1, max(self.students, 1))
        incidence = csr_array((np.ones(int(member.sum())), (rows[member], students[member])), shape=shape)
        common: npt.NDArray[np.float64] = (incidence @ incidence.T).toarray()
        return common


def table_of(students: Sequence[Student]) -> GroupTable:
    """The table of the students, in their order."""
    groupings = groupings_of(students)
    names: list[str] = []
    grouping: list[int] = []
    group = np.full((len(groupings), len(students)), -1, np.int64)
    for number, name in enumerate(groupings):
        found = groups_of(students, name)
        index = {value: len(names) + place for place, value in enumerate(sorted({v for v in found if v is not None}))}
        names += index
        grouping += [number] * len(index)
        group[number] = [-1 if value is None else index[value] for value in found]
    return GroupTable(
        groupings=groupings,
        names=tuple(names),
        grouping=np.array(grouping, np.int64),
        group=group,
        sizes=np.bincount(group[group >= 0], minlength=len(names)),
        students=len(students),
    )
