"""Components of a graph given as rows of heads, by SciPy.

The arcs of node ``n`` go to ``heads[first[n] : first[n + 1]]``; one may come twice. Doubles are taken out first: with
them SciPy 1.17 answers nonsense for strong components (six components in a graph of five nodes).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]


def strong_components(heads: Ints, first: Ints) -> Ints:
    """A number for each node; two nodes share it exactly when each can be reached from the other."""
    return _components(heads, first, directed=True)


def weak_components(heads: Ints, first: Ints) -> Ints:
    """A number for each node; two nodes share it exactly when arcs, in whatever direction, connect them."""
    return _components(heads, first, directed=False)


def _components(heads: Ints, first: Ints, *, directed: bool) -> Ints:
    from scipy.sparse import csr_array  # imported late: a command that does not match need not wait for it
    from scipy.sparse.csgraph import connected_components

    nodes = len(first) - 1
    graph: Any = csr_array((np.ones(len(heads)), heads.astype(np.int32), first.astype(np.int32)), shape=(nodes, nodes))
    graph.sum_duplicates()
    _, component = connected_components(graph, directed=directed, connection="strong")
    return component.astype(np.int64)
