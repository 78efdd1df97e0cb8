"""Independent parts of a round: students and offers that neither a pair nor a side constraint ties to the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from matching.engine.components import weak_components

if TYPE_CHECKING:
    from matching.engine.problem import Problem
    from matching.staged.model import Ints
    from matching.staged.side import Side


class Parts(NamedTuple):
    """The pairs of each part that has side constraints, and those of everybody else. Offers without places: none."""

    tied: tuple[Ints, ...]
    plain: Ints


def parts_of(problem: Problem, side: Side, *, whole: bool) -> Parts:
    """Split the round, in the order of the first student of each part; ``whole``: something ties all of it together."""
    pairs = np.flatnonzero(problem.places[problem.offer] > 0)
    if whole:
        return Parts((pairs,), np.zeros(0, np.int64))
    students, offers = len(problem.student_keys), len(problem.offer_keys)
    tied = _ties(side, students)
    tails = np.concatenate([problem.student[pairs].astype(np.int64), tied[:, 0]])
    heads = np.concatenate([problem.offer[pairs].astype(np.int64) + students, tied[:, 1]])
    order = np.argsort(tails, kind="stable")
    first = np.searchsorted(tails[order], np.arange(students + offers + 1))
    component = weak_components(heads[order], first)
    marked = np.zeros(students + offers, np.bool_)
    for limit in (*side.shares, *side.reserves):
        marked[students + limit.offer] = True
    marked[[students + o for o in side.minimum]] = True
    marked[tied.reshape(-1)] = True
    special = np.zeros(component.max(initial=-1) + 1, np.bool_)
    special[component[marked]] = True
    of_pair = component[problem.student[pairs]]
    chosen = special[of_pair]
    found: dict[int, list[int]] = {}
    for pair, number in zip(pairs[chosen].tolist(), of_pair[chosen].tolist(), strict=True):
        found.setdefault(number, []).append(pair)
    return Parts(tuple([np.array(part, np.int64) for part in found.values()]), pairs[~chosen])


def _ties(side: Side, students: int) -> Ints:
    """Nodes that a side constraint ties together; students first, then offers."""
    ties = [(a, b) for a, b in (*side.musts, *side.wishes)]
    for offers, _ in side.shared:
        ties += [(students + offers[0], students + o) for o in offers]
    return np.array(ties, np.int64).reshape(-1, 2)
