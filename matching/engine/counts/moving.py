"""From the matching at hand to other counts: one maximum flow over what has to change, and not over everybody.

Theory of operation. Each open student has an offer or stays with the stand-in of his atom. Where an atom is to place
more students than now, its stand-in holds too many, and where fewer, too few; the pool of the offers that need not be
full likewise. What is too much flows through the residual graph of the matching to where there is too little. The flow
is as small as the counts are near, and its least cut is that of the whole network: what cannot leave its
stand-in, and whatever can be reached from there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from matching.engine.network import Network

    Ints = npt.NDArray[np.int64]
    Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """How far the matching could be moved. The masks over nodes say what is on the source side of the least cut."""

    missing: int  # what stayed where it is too much, in the unit of the counts; 0: the counts are met
    taken: Bools  # (pairs of the network,) the matching; it means something where the unit is 1 and nothing is missing
    student: Bools  # (students,)
    offer: Bools  # (offers,)
    atom: Bools  # (atoms,)
    pool: bool


def moved(network: Network, taken: Bools, atom: Ints, without: Ints, spare: int, unit: int) -> Moved:
    """Move ``taken``, a matching of the network, as a mask over its pairs.

    ``atom`` is that of each student, ``without`` how many of each atom stay, ``spare`` what the offers that need not be
    full take together; both in ``unit`` parts of a student. Where the unit is more than 1, students may be divided.
    """
    from ortools.graph.python.max_flow import SimpleMaxFlow  # imported late: it costs a second or two

    students, offers, atoms = network.students, len(network.places), len(without)
    first_atom = students + offers
    pool, source, sink = first_atom + atoms, first_atom + atoms + 1, first_atom + atoms + 2
    at = np.full(students, -1, np.int64)
    at[network.tail[taken]] = network.head[taken]
    placed, staying = np.flatnonzero(at >= 0), np.flatnonzero(at < 0)
    used = np.bincount(at[placed] - students, minlength=offers)
    free = np.flatnonzero(~network.must_offer)
    may_stay = placed[network.bypass[placed]]
    other = np.flatnonzero(~taken)
    over = np.append(unit * np.bincount(atom[staying], minlength=atoms) - without, unit * int(used[free].sum()) - spare)
    much, little = np.flatnonzero(over > 0), np.flatnonzero(over < 0)
    anything = unit * (students + 1)
    arcs = [
        (network.tail[other], network.head[other], np.full(len(other), anything)),
        (at[placed], placed, np.full(len(placed), unit)),
        (first_atom + atom[staying], staying, np.full(len(staying), unit)),
        (may_stay, first_atom + atom[may_stay], np.full(len(may_stay), anything)),
        (students + free, np.full(len(free), pool), unit * (network.places - used)[free]),
        (np.full(len(free), pool), students + free, unit * used[free]),
        (np.full(len(much), source), first_atom + much, over[much]),
        (first_atom + little, np.full(len(little), sink), -over[little]),
    ]
    tails, heads, room = (np.concatenate(column) for column in zip(*arcs, strict=True))
    solver: Any = SimpleMaxFlow()  # its type stubs ask for scalars where arrays go
    numbers = solver.add_arcs_with_capacity(tails.astype(np.int32), heads.astype(np.int32), room.astype(np.int64))
    if solver.solve(source, sink) != solver.OPTIMAL:
        raise ArithmeticError("the flow solver refused a network")
    gained = np.asarray(solver.flows(numbers[: len(other)])) > 0
    left = np.asarray(solver.flows(numbers[len(other) : len(other) + len(placed)])) > 0
    leaves = np.zeros(students, np.bool_)
    leaves[placed[left]] = True
    now = taken & ~leaves[network.tail]
    now[other[gained]] = True
    side = np.zeros(sink + 1, np.bool_)
    side[np.asarray(solver.get_source_side_min_cut(), np.int64)] = True
    return Moved(
        missing=int(over[much].sum()) - int(solver.optimal_flow()),
        taken=now,
        student=side[:students],
        offer=side[students:first_atom],
        atom=side[first_atom:pool],
        pool=bool(side[pool]),
    )
