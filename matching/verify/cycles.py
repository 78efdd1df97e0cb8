"""Strongly connected components, by Tarjan (1972), without recursion."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def components(arcs: Sequence[Iterable[int]]) -> list[int]:
    """The component of each node; two nodes share one exactly when each can be reached from the other."""
    count = len(arcs)
    order, low, component = [-1] * count, [0] * count, [-1] * count
    stack: list[int] = []
    visited = found = 0
    for root in range(count):
        if order[root] >= 0:
            continue
        order[root] = low[root] = visited
        visited += 1
        stack.append(root)
        path = [(root, iter(arcs[root]))]
        while path:
            node, following = path[-1]
            for after in following:
                if order[after] < 0:
                    order[after] = low[after] = visited
                    visited += 1
                    stack.append(after)
                    path.append((after, iter(arcs[after])))
                    break
                if component[after] < 0:
                    low[node] = min(low[node], order[after])
            else:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[node])
                if low[node] == order[node]:
                    while component[node] < 0:
                        component[stack.pop()] = found
                    found += 1
    return component
