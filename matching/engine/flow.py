"""The best matching on a face, by OR-Tools network flow on the part of it that is still open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from matching.engine.face import Face
    from matching.engine.loose import Loose


class FlowFailed(RuntimeError):
    """The flow solver refused a network that has a solution."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Network:
    """The open part of a face with its own numbering: students first, then offers, then the sink."""

    position: npt.NDArray[np.int64]  # (pairs,) where the pair stands on the face
    tail: npt.NDArray[np.int64]  # (pairs,) student node
    head: npt.NDArray[np.int64]  # (pairs,) offer node
    bypass: npt.NDArray[np.int64]  # student nodes that may stay unplaced
    students: int
    places: npt.NDArray[np.int64]  # (offers,) what the fixed students leave
    must_offer: npt.NDArray[np.bool_]  # (offers,)

    @property
    def sink(self) -> int:
        return self.students + len(self.places)


def best_matching(face: Face, loose: Loose, weight: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """A matching on the face of greatest total weight, as a mask over its pairs.

    ``loose`` belongs to the face and its present matching: students outside it keep what they have.
    """
    network = _network(face, loose)
    if not network.position.size:
        return face.taken
    weights = weight[network.position]
    everybody_may_stay = len(network.bypass) == network.students
    if everybody_may_stay and not network.must_offer.any() and weights[0] > 0 and (weights == weights[0]).all():
        flow = _largest(network)
    else:
        flow = _heaviest(network, weights)
    taken = face.taken & ~loose.student[face.student]
    taken[network.position[flow]] = True
    return taken


def _network(face: Face, loose: Loose) -> _Network:
    open_pair = loose.pair | (face.taken & loose.student[face.student])
    fixed = np.bincount(face.offer[face.taken & ~open_pair], minlength=len(face.places))
    position = np.flatnonzero(open_pair)
    student, offer = face.student[position], face.offer[position]
    student_node = np.cumsum(loose.student) - 1
    touched = np.zeros(len(face.places), np.bool_)
    touched[offer] = True
    students = int(loose.student.sum())
    offer_node = np.cumsum(touched) - 1 + students
    stays = loose.student & ~face.must_student & (loose.may_lose | (face.offer_of_student() < 0))
    return _Network(
        position=position,
        tail=student_node[student],
        head=offer_node[offer],
        bypass=student_node[stays],
        students=students,
        places=(face.places - fixed)[touched],
        must_offer=face.must_offer[touched],
    )


def _largest(network: _Network) -> npt.NDArray[np.bool_]:
    """Most pairs: every student and every offer is free to stay out."""
    from ortools.graph.python.max_flow import SimpleMaxFlow  # imported late: it costs a second or two

    solver: Any = SimpleMaxFlow()  # its type stubs ask for scalars where arrays go
    source, sink = network.sink + 1, network.sink
    student = np.arange(network.students)
    offer = network.students + np.arange(len(network.places))
    tails = np.concatenate([network.tail, np.full(len(student), source), offer])
    heads = np.concatenate([network.head, student, np.full(len(offer), sink)])
    capacities = np.concatenate([np.ones(len(network.tail) + len(student), np.int64), network.places])
    arcs = solver.add_arcs_with_capacity(tails.astype(np.int32), heads.astype(np.int32), capacities)
    if solver.solve(source, sink) != solver.OPTIMAL:
        raise FlowFailed
    return np.asarray(solver.flows(arcs[: len(network.tail)])) > 0


def _heaviest(network: _Network, weights: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Greatest weight: each student sends one unit, the sink takes what offers that must be full do not keep.

    Obligations are supplies, not big weights: who must be placed has no arc past the offers, an offer that must be full
    keeps exactly its places.
    """
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow  # imported late: it costs a second or two

    solver: Any = SimpleMinCostFlow()  # its type stubs ask for scalars where arrays go
    spare = np.flatnonzero(~network.must_offer)
    tails = np.concatenate([network.tail, network.bypass, network.students + spare])
    heads = np.concatenate([network.head, np.full(len(network.bypass) + len(spare), network.sink)])
    capacities = np.concatenate([np.ones(len(network.tail) + len(network.bypass), np.int64), network.places[spare]])
    costs = np.concatenate([-weights, np.zeros(len(network.bypass) + len(spare), np.int64)])
    arcs = solver.add_arcs_with_capacity_and_unit_cost(
        tails.astype(np.int32), heads.astype(np.int32), capacities, costs
    )
    kept = np.where(network.must_offer, network.places, 0)
    supplies = np.concatenate([np.ones(network.students, np.int64), -kept, [kept.sum() - network.students]])
    solver.set_nodes_supplies(np.arange(len(supplies), dtype=np.int32), supplies)
    if solver.solve() != solver.OPTIMAL:
        raise FlowFailed
    return np.asarray(solver.flows(arcs[: len(network.tail)])) > 0
