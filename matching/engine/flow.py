"""The best matching on a face, by OR-Tools network flow on the part of it that is still open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from matching.engine.network import networks

if TYPE_CHECKING:
    import numpy.typing as npt

    from matching.engine.face import Face
    from matching.engine.loose import Loose
    from matching.engine.network import Network
    from matching.engine.spread import Spread


class FlowFailed(RuntimeError):
    """The flow solver refused a network that has a solution."""


def best_matching(
    face: Face, loose: Loose, weight: npt.NDArray[np.int64], spread: Spread | None = None
) -> npt.NDArray[np.bool_]:
    """A matching on the face of greatest total weight, as a mask over its pairs.

    ``loose`` belongs to the face and its present matching: students outside it keep what they have. ``spread`` lets
    other processes solve networks; the matching is the same with it.
    """
    taken = face.taken & ~loose.student[face.student]
    if spread is None:
        for network in networks(face, loose):
            taken[network.position[_best(network, weight[network.position])]] = True
        return taken
    jobs = [(network, weight[network.position]) for network in networks(face, loose)]
    flows = spread.each(_best, jobs, [len(network.position) for network, _ in jobs])
    for (network, _), flow in zip(jobs, flows, strict=True):
        taken[network.position[flow]] = True
    return taken


def _best(network: Network, weights: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """The pairs of a best matching of one network."""
    obliged = network.must_offer.any() or not network.bypass.all()
    if not obliged and weights[0] > 0 and (weights == weights[0]).all():
        return _largest(network)
    return _heaviest(network, weights)


def _largest(network: Network) -> npt.NDArray[np.bool_]:
    """Most pairs: every student and every offer is free to stay out."""
    from ortools.graph.python.max_flow import SimpleMaxFlow  # imported late: it costs a second or two

    solver: Any = SimpleMaxFlow()  # its type stubs ask for scalars where arrays go
    source, sink = network.sink + 1, network.sink
    student = np.arange(network.students)
    offer = np.arange(network.students, network.sink)
    tails = np.concatenate([network.tail, np.full(len(student), source), offer])
    heads = np.concatenate([network.head, student, np.full(len(offer), sink)])
    capacities = np.concatenate([np.ones(len(network.tail) + len(student), np.int64), network.places])
    arcs = solver.add_arcs_with_capacity(tails.astype(np.int32), heads.astype(np.int32), capacities)
    if solver.solve(source, sink) != solver.OPTIMAL:
        raise FlowFailed
    return np.asarray(solver.flows(arcs[: len(network.tail)])) > 0


def _heaviest(network: Network, weights: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Greatest weight: each student sends one unit, the sink takes what offers that must be full do not keep.

    Obligations are supplies, not big weights: who must be placed has no arc past the offers, an offer that must be full
    keeps exactly its places.
    """
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow  # imported late: it costs a second or two

    solver: Any = SimpleMinCostFlow()  # its type stubs ask for scalars where arrays go
    bypass = np.flatnonzero(network.bypass)
    spare = np.flatnonzero(~network.must_offer)
    tails = np.concatenate([network.tail, bypass, network.students + spare])
    heads = np.concatenate([network.head, np.full(len(bypass) + len(spare), network.sink)])
    capacities = np.concatenate([np.ones(len(network.tail) + len(bypass), np.int64), network.places[spare]])
    costs = np.concatenate([-weights, np.zeros(len(bypass) + len(spare), np.int64)])
    arcs = solver.add_arcs_with_capacity_and_unit_cost(
        tails.astype(np.int32), heads.astype(np.int32), capacities, costs
    )
    kept = np.where(network.must_offer, network.places, 0)
    supplies = np.concatenate([np.ones(network.students, np.int64), -kept, [kept.sum() - network.students]])
    solver.set_nodes_supplies(np.arange(len(supplies), dtype=np.int32), supplies)
    if solver.solve() != solver.OPTIMAL:
        raise FlowFailed
    return np.asarray(solver.flows(arcs[: len(network.tail)])) > 0
