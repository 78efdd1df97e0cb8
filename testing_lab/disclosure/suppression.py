"""Which places must be hidden so that no small count can be worked out, and no more than that?

The small counts are hidden first. What else must go is a smallest hitting set: whenever a choice is unsafe, linear
programming names published places whose sums give a small count away (the dual prices); of those at least one has to
go, in every safe choice. The cheapest choice that meets all such demands is tried next. The first one that is safe is
the cheapest of all. Safe is what :mod:`testing_lab.disclosure.attack` finds safe.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_array

from testing_lab.disclosure.attack import Attacker, Told
from testing_lab.disclosure.publication import Publication
from testing_lab.faults import ImpossibleInput, NotConverged

_ROUNDS: Final = 500
_NEARLY: Final = 1e-7


def told_of(tables: Publication, hidden: frozenset[int]) -> list[Told]:
    """What is published when the places ``hidden`` are not shown."""
    return [
        Told(cells=one.cells) if place in hidden else Told(cells=one.cells, lower=one.value, upper=one.value)
        for place, one in enumerate(tables.sums)
    ]


def safely_hidden(
    tables: Publication, small: frozenset[int], *, width: int, always: frozenset[int]
) -> tuple[frozenset[int], float, float]:
    """The cheapest safe choice, its cost, and a cost below which no choice is safe (equal when it is the cheapest).

    Safe: of each place in ``small`` the bounds are at least ``width`` apart. A place costs 1 and, to choose among
    equally many, a little more the more it counts. Places in ``always`` are never hidden.
    """
    greatest = 1 + max(one.value for one in tables.sums)
    cost = np.array([1 + one.value / greatest / (len(tables.sums) + 1) for one in tables.sums])
    demands: list[frozenset[int]] = []
    for _ in range(_ROUNDS):
        hidden = _cheapest(cost, small, demands)
        new = _demands(tables, hidden, small, width)
        if not new:
            spent = float(sum(cost[place] for place in hidden))
            return hidden, spent, spent
        for demand in new:
            if not demand - always:
                raise ImpossibleInput("always", "must be shown, and gives a small count away", places=len(always))
        demands.extend(demand - always for demand in new)
    least = float(sum(cost[place] for place in hidden))
    hidden = _enough(tables, hidden, small, width, always, cost)
    return hidden, float(sum(cost[place] for place in hidden)), least


def _cheapest(cost: np.ndarray, small: frozenset[int], demands: Sequence[frozenset[int]]) -> frozenset[int]:
    if not demands:
        return small
    lower = np.zeros(len(cost))
    lower[list(small)] = 1
    where = [row for row, demand in enumerate(demands) for _ in demand]
    places = [place for demand in demands for place in sorted(demand)]
    matrix = csr_array((np.ones(len(places)), (where, places)), shape=(len(demands), len(cost)))
    found = milp(
        cost,
        constraints=[LinearConstraint(matrix, 1, np.inf)],
        bounds=Bounds(lower, 1),
        integrality=np.ones(len(cost), dtype=np.int64),
        options={"mip_rel_gap": 0.0},
    )
    if found.status != 0:
        raise NotConverged("the solver gave up", status=int(found.status), detail=str(found.message))
    return frozenset(np.flatnonzero(found.x > 0.5).tolist())


def _demands(tables: Publication, hidden: frozenset[int], small: frozenset[int], width: int) -> list[frozenset[int]]:
    """For each small count that is given away, the shown places of which one must go."""
    shown = [place for place in range(len(tables.sums)) if place not in hidden]
    attacker = Attacker(smallest=tables.smallest, told=told_of(tables, hidden))
    new = []
    for place in sorted(small):
        bounds = attacker.bounds(tables.sums[place].cells)
        if bounds.upper - bounds.lower >= width:
            continue
        by_prices = _named_by_prices(tables, shown, place, width)
        new.append(by_prices or _named_by_trial(tables, hidden, place, width))
    return new


def _named_by_prices(tables: Publication, shown: Sequence[int], place: int, width: int) -> frozenset[int] | None:
    """The shown places that the bounds in fractions rest on, if those bounds are too narrow already."""
    where = [row for row, one in enumerate(shown) for _ in tables.sums[one].cells]
    cells = [cell for one in shown for cell in tables.sums[one].cells]
    matrix = np.zeros((len(shown), tables.smallest))
    matrix[where, cells] = 1.0
    values = [float(tables.sums[one].value) for one in shown]
    named: set[int] = set()
    ends = []
    for sign in (1.0, -1.0):
        row = np.zeros(tables.smallest)
        row[list(tables.sums[place].cells)] = sign
        found = linprog(row, A_eq=matrix, b_eq=values, bounds=(0, None), method="highs")
        if found.fun is None or found.status != 0:
            return None
        ends.append(sign * float(found.fun))
        named.update(shown[int(one)] for one in np.flatnonzero(np.abs(found.eqlin.marginals) > _NEARLY))
    least, most = math.ceil(ends[0] - _NEARLY * 10), math.floor(ends[1] + _NEARLY * 10)
    return frozenset(named) if most - least < width else None


def _named_by_trial(tables: Publication, hidden: frozenset[int], place: int, width: int) -> frozenset[int]:
    """All that is left to hide when as much as possible is hidden and the count is still given away."""
    still = set(range(len(tables.sums))) - hidden
    for one in sorted(still):
        tried = frozenset(range(len(tables.sums))) - (still - {one})
        bounds = Attacker(smallest=tables.smallest, told=told_of(tables, tried)).bounds(tables.sums[place].cells)
        if bounds.upper - bounds.lower < width:
            still.discard(one)
    return frozenset(still)


def _enough(
    tables: Publication,
    hidden: frozenset[int],
    small: frozenset[int],
    width: int,
    always: frozenset[int],
    cost: np.ndarray,
) -> frozenset[int]:
    """A safe choice from an unsafe one: meet demands as they come, then show again what need not be hidden."""
    while new := _demands(tables, hidden, small, width):
        for demand in new:
            if not demand & hidden:
                if not demand - always:
                    raise ImpossibleInput("always", "must be shown, and gives a small count away", places=len(always))
                hidden |= {min(demand - always, key=lambda one: (cost[one], one))}
    for one in sorted(hidden - small, key=lambda place: -cost[place]):
        if not _demands(tables, hidden - {one}, small, width):
            hidden -= {one}
    return hidden
