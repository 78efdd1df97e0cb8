"""Where one more student could go: offers with a free place in reach, and offers where somebody can give way.

From an offer one can walk on: a student who is placed there, an offer that is possible for him, a student who is placed
there, and so on. Where a walk ends at a free place, everybody on it moves one step, and the first offer has room. Where
none does, somebody has to stay without a place; a locked student cannot.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import breadth_first_order

if TYPE_CHECKING:
    from matching.engine.problem import Problem
    from matching.rules.columns import Ints, Mask


@dataclass(frozen=True, kw_only=True, slots=True)
class Openings:
    """The placements as a graph of offers. ``tail`` -> ``head``: a student placed at the one could go to the other.

    ``useful``: pairs of the problem with an offer that has places. ``works_at``: -1 = unplaced.
    """

    works_at: Ints  # (students,)
    useful: Mask  # (pairs,)
    tail: Ints
    head: Ints
    roomy: Mask  # (offers,) a free place can be reached
    movable: Mask  # (offers,) has a place, and somebody there is not locked, or it is roomy


def openings(problem: Problem, pair_of_student: Ints) -> Openings:
    """Walk backwards from every free place."""
    offers = len(problem.offer_keys)
    placed = pair_of_student >= 0
    works_at = np.full(placed.size, -1, np.int64)
    works_at[placed] = problem.offer[pair_of_student[placed]]
    useful = problem.places[problem.offer] > 0
    tail = works_at[problem.student]
    moves = useful & (tail >= 0) & (tail != problem.offer)
    tail, head = tail[moves], problem.offer[moves].astype(np.int64)
    free = np.flatnonzero(np.bincount(works_at[placed], minlength=offers) < problem.places)
    roomy = np.zeros(offers, np.bool_)
    roomy[_reached(np.concatenate([head, np.full(free.size, offers)]), np.concatenate([tail, free]), offers)] = True
    movable = roomy.copy()
    movable[works_at[placed & ~problem.locked_student]] = True
    return Openings(works_at=works_at, useful=useful, tail=tail, head=head, roomy=roomy, movable=movable)


def _reached(tail: Ints, head: Ints, source: int) -> Ints:
    """The nodes before ``source`` that can be walked to from it."""
    graph = coo_array((np.ones(tail.size), (tail, head)), shape=(source + 1, source + 1)).tocsr()
    return breadth_first_order(graph, source, directed=True, return_predecessors=False)[1:].astype(np.int64)
