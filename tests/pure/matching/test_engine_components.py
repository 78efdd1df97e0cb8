"""Components, on the graph that SciPy got wrong and on random ones against the plain Tarjan of the verifier."""

from __future__ import annotations

import random

import numpy as np

from matching.engine.components import strong_components, weak_components
from matching.verify.cycles import components


def same_partition(one: list[int], other: list[int]) -> bool:
    return len(set(zip(one, other, strict=True))) == len(set(one)) == len(set(other))


def test_an_arc_that_comes_twice_counts_once() -> None:
    heads, first = np.array([4, 4, 3, 1, 2, 3, 3, 3]), np.array([0, 0, 1, 2, 2, 8])
    assert same_partition(strong_components(heads, first).tolist(), [0, 1, 1, 2, 1])


def test_random_graphs_agree_with_tarjan_and_with_their_reachability() -> None:
    dice = random.Random(1)
    for _ in range(200):
        nodes = dice.randint(1, 8)
        arcs = [[dice.randrange(nodes) for _ in range(dice.randint(0, 3))] for _ in range(nodes)]
        heads = np.array([head for row in arcs for head in row], np.int64)
        first = np.cumsum([0, *map(len, arcs)])
        reach = np.eye(nodes, dtype=bool)
        for tail, row in enumerate(arcs):
            reach[tail, row] = True
        for _ in range(nodes):
            reach = reach @ reach
        both = reach & reach.T
        expected = [int(np.argmax(both[node])) for node in range(nodes)]
        assert same_partition(strong_components(heads, first).tolist(), expected)
        assert same_partition(components(arcs), expected)
        either = np.linalg.matrix_power((reach | reach.T).astype(float), nodes) > 0
        expected = [int(np.argmax(either[node])) for node in range(nodes)]
        assert same_partition(weak_components(heads, first).tolist(), expected)
