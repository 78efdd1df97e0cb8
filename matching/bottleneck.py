"""Why students stay without a place: sets of students who have fewer places between them than they are.

From the unplaced students one can walk: student -> offer that is possible for him -> student who was placed there ->
offer that is possible for that one -> ... Every offer on such a walk is full when as many students as possible are
placed, or the walk would end in a place for one more. So the students of the region that can be walked to have no
other places than those of its offers, and those are fewer: a certificate that a child can count. The connected
components of the region are separate shortages. Offers with 0 places open no walk.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array
from scipy.sparse.csgraph import breadth_first_order, connected_components

from matching.result import Bottleneck

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matching.engine.problem import Problem
    from matching.rules.columns import Ints

#: Offers that are named in one bottleneck; more than a person reads.
MOST_OFFERS = 20


@dataclass(frozen=True, slots=True)
class Bottlenecks:
    """The separate shortages, and the one each unplaced student is in; -1 = placed, or no offer with a place."""

    found: tuple[Bottleneck, ...]
    of_student: Ints


def bottlenecks(problem: Problem, pair_of_student: Ints, crebos: Sequence[str]) -> Bottlenecks:
    """Find the shortages around the unplaced students; ``crebos`` gives the programme of each student."""
    students, offers = len(problem.student_keys), len(problem.offer_keys)
    useful = problem.places[problem.offer] > 0
    unplaced = (pair_of_student < 0) & (np.bincount(problem.student[useful], minlength=students) > 0)
    of_student = np.full(students, -1, np.int64)
    if not unplaced.any():
        return Bottlenecks((), of_student)
    student, offer = problem.student[useful].astype(np.int64), problem.offer[useful].astype(np.int64) + students
    placed = np.flatnonzero(pair_of_student >= 0)
    works_at = problem.offer[pair_of_student[placed]].astype(np.int64) + students
    source = np.full(np.count_nonzero(unplaced), students + offers)
    inside = _reached(
        np.concatenate([student, works_at, source]),
        np.concatenate([offer, placed, np.flatnonzero(unplaced)]),
        students + offers,
    )
    label = _components(student[inside[student]], offer[inside[student]], inside)
    members = _members(label[:students])
    works = _members(label[students:])
    found = tuple(
        Bottleneck(
            students=group.size,
            places=int(problem.places[works[number]].sum()),
            crebos=tuple(sorted({crebos[index] for index in group.tolist()})),
            offers=tuple([problem.offer_keys[index] for index in works[number][:MOST_OFFERS].tolist()]),
        )
        for number, group in members.items()
    )
    position = np.full(students + offers + 1, -1, np.int64)
    position[list(members)] = np.arange(len(members))
    of_student[unplaced] = position[label[:students][unplaced]]
    return Bottlenecks(found, of_student)


def _reached(tail: Ints, head: Ints, source: int) -> npt.NDArray[np.bool_]:
    """Which of the nodes before ``source`` can be walked to from it."""
    graph = coo_array((np.ones(tail.size, np.int8), (tail, head)), shape=(source + 1, source + 1)).tocsr()
    reached = np.zeros(source + 1, np.bool_)
    reached[breadth_first_order(graph, source, directed=True, return_predecessors=False)] = True
    return reached[:source]


def _components(tail: Ints, head: Ints, inside: npt.NDArray[np.bool_]) -> Ints:
    """The component of each node inside, as a number; -1 outside."""
    graph = coo_array((np.ones(tail.size, np.int8), (tail, head)), shape=(inside.size, inside.size)).tocsr()
    _, label = connected_components(graph, directed=False)
    return np.where(inside, label, -1)


def _members(label: Ints) -> dict[int, Ints]:
    """The indices of each component, ascending."""
    order = np.argsort(label, kind="stable")
    order = order[label[order] >= 0]
    if not order.size:
        return {}
    parts = np.split(order, np.flatnonzero(np.diff(label[order])) + 1)
    return {int(label[part[0]]): part for part in parts}
