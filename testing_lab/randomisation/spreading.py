"""Spread levels over units, evenly in every group at once.

Units stand in a row: groups in random order, inside them their subgroups in random order, inside those the units in
random order. Along the row the levels take turns, in a random order. Every group is an unbroken stretch of the row, so
that in each group, in each subgroup and in all, no level has more than one unit more than another; given those numbers,
every division of a group is equally likely. What a stratum with an odd number has left over is set off in the next
stratum, not in a new toss.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from testing_lab.draws import below, draw, shuffled

Level = TypeVar("Level")


def spread(groups: Mapping[str, Sequence[str]], turns: Sequence[Level], *, seed: str, factor: str) -> dict[str, Level]:
    """A level for each unit; ``turns`` are the levels in their (random) order of turns, a level may come twice.

    ``groups`` has for each unit its group, its subgroup in there, and so on; the order of the units has no part.
    """
    known: dict[tuple[str, ...], int] = {}

    def place(unit: str) -> tuple[int, ...]:
        path = tuple(groups[unit])
        for depth in range(1, len(path) + 1):
            if path[:depth] not in known:
                known[path[:depth]] = draw(seed, factor, "group", *path[:depth])
        return (*(known[path[:depth]] for depth in range(1, len(path) + 1)), draw(seed, factor, "unit", unit))

    row = sorted(groups, key=place)
    return {unit: turns[at % len(turns)] for at, unit in enumerate(row)}


def turns_of(levels: Sequence[str], *, seed: str, factor: str) -> list[str]:
    """Each level once, in random order."""
    return shuffled(levels, seed, factor, "turns")


def weighted_turns(weights: Mapping[str, int], *, seed: str, factor: str) -> list[str]:
    """Each level as often as its weight says, in random order."""
    slots = [f"{number} {level}" for level, weight in weights.items() for number in range(weight)]
    return [one.partition(" ")[2] for one in turns_of(slots, seed=seed, factor=factor)]


def turns_of_pairs(levels: Sequence[str], *, seed: str, factor: str) -> list[tuple[str, str]]:
    """Every ordered pair of different levels once; a single level makes one pair with itself.

    In a stretch of as many pairs as there are levels that all have the same distance, each level is once the first and
    once the second of a pair.
    """
    ring = turns_of(levels, seed=seed, factor=factor)
    size = len(ring)
    if size == 1:
        return [(ring[0], ring[0])]
    distances = shuffled(range(1, size), seed, factor, "distances")
    pairs = [(ring[at], ring[(at + distance) % size]) for distance in distances for at in range(size)]
    start = below(len(pairs), seed, factor, "start")
    return pairs[start:] + pairs[:start]
