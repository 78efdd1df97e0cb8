"""Prove that nothing is better than a value: prices at the root, or a tree of branches with prices in its leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from matching.staged.near import near
from matching.staged.relaxation import Relaxations, contradicts, is_whole, leaf_of
from matching.staged_proof import StagedNode

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from matching.staged.matrix import Ints, Matrix
    from matching.staged.relaxation import Leaf

#: A tree has no more nodes than this, and fewer where the model is large.
_MOST_NODES = 4_000
_MOST_WORK = 100_000
_LEAST_NODES = 20


class Proof:
    """The nodes, and the bounds of the variables in every solution that has exactly the value."""

    def __init__(self, low: Ints, high: Ints, value: int) -> None:
        self.nodes: list[StagedNode] = []
        self.low, self.high, self.value = high.copy(), low.copy(), value
        self.tight: Ints | None = None  # with one leaf that leaves no room: the rows that every such solution meets

    def add(self, leaf: Leaf, low: Ints, high: Ints) -> None:
        """A leaf under these bounds; what its prices rule out leaves the bounds."""
        self.nodes.append(node_of(leaf))
        room = leaf.most - leaf.scale * self.value
        if room < 0 or leaf.scale == 0:
            return  # no solution of this value is here
        if room == 0 and len(self.nodes) == 1:
            self.tight = np.flatnonzero(leaf.prices)
        left = near(leaf, low, high, self.value)
        self.low, self.high = np.minimum(self.low, left.low), np.maximum(self.high, left.high)


def node_of(leaf: Leaf) -> StagedNode:
    """The leaf as it stands in the certificate."""
    used = np.flatnonzero(leaf.prices)
    return StagedNode(scale=leaf.scale, rows=tuple(zip(used.tolist(), leaf.prices[used].tolist(), strict=True)))


def prove(
    matrix: Matrix,
    low: Ints,
    high: Ints,
    objective: Ints,
    value: int,
    beyond: int,
    seconds_left: Callable[[], float | None] = lambda: None,
    relaxations: Relaxations | None = None,
) -> Proof | None:
    """A proof that no solution has an objective of ``beyond`` or more.

    None where the tree would grow too large, or time is up.
    """
    relaxations = relaxations or Relaxations()
    proof = Proof(low, high, value)
    work = _MOST_WORK // max(1, int(np.count_nonzero(low < high)))
    most = max(1, min(_MOST_NODES, max(_LEAST_NODES, work)))
    waiting: list[tuple[int, str, Ints, Ints]] = [(-1, "", low, high)]
    while waiting:
        above, side, own_low, own_high = waiting.pop()
        left = seconds_left()
        if len(proof.nodes) >= most or (left is not None and left <= 0):
            return None
        here = len(proof.nodes)
        if above >= 0:
            proof.nodes[above] = _with_child(proof.nodes[above], side, here)
        relaxed = relaxations.solve(matrix, own_low, own_high, objective, seconds_left)
        leaf = leaf_of(
            matrix,
            own_low,
            own_high,
            objective,
            relaxed.prices,
            scaled=relaxed.values is not None,
            beyond=beyond,
        )
        if leaf is not None and contradicts(leaf, beyond):
            proof.add(leaf, own_low, own_high)
            continue
        if relaxed.late or relaxed.values is None or is_whole(relaxed.values):
            return None  # floats and whole numbers disagree: leave it unproven
        variable = _most_open(relaxed.values)
        at_most = int(np.floor(relaxed.values[variable]))
        proof.nodes.append(StagedNode(variable=variable, at_most=at_most))
        fewer, more = own_high.copy(), own_low.copy()
        fewer[variable], more[variable] = at_most, at_most + 1
        waiting.append((here, "fewer", own_low, fewer))
        waiting.append((here, "more", more, own_high))
    return proof


def _with_child(node: StagedNode, side: str, child: int) -> StagedNode:
    return StagedNode(
        variable=node.variable,
        at_most=node.at_most,
        fewer=child if side == "fewer" else node.fewer,
        more=child if side == "more" else node.more,
    )


def _most_open(values: npt.NDArray[np.float64]) -> int:
    """The variable that is farthest from whole; of equals one that others hang on (they have higher numbers)."""
    away = np.abs(values - np.rint(values))
    return int(np.flatnonzero(away > away.max() - 1e-9)[-1])
