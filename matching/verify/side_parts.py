"""Which students a side constraint ties together, worked out once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matching.verify.side import Side

#: The offers of each student of a part.
RowsOf = dict[int, list[int]]


def parts_of(side: Side, rows: Sequence[list[int]], *, whole: bool) -> tuple[list[RowsOf], set[int]]:
    """The parts that have side constraints, by their first student, and the students of everything else.

    ``rows``: for each student the offers that have places, ascending; who has none is in no part.
    """
    hopeful = [s for s, own in enumerate(rows) if own]
    if whole:
        return [{s: rows[s] for s in hopeful}], set()
    students = len(rows)
    leader = list(range(students + len(side.tables.offers)))

    def find(node: int) -> int:
        while leader[node] != node:
            leader[node] = leader[leader[node]]
            node = leader[node]
        return node

    for s in hopeful:
        for o in rows[s]:
            leader[find(s)] = find(students + o)
    tied = [(a, b) for a, b in (*side.musts, *side.wishes)]
    for offers, _ in side.shared.values():
        tied += [(students + offers[0], students + o) for o in offers]
    for a, b in tied:
        leader[find(a)] = find(b)
    marked = {find(node) for pair in tied for node in pair}
    marked |= {find(students + limit.offer) for limit in (*side.shares, *side.reserves)}
    marked |= {find(students + o) for o in side.minimum}
    parts: dict[int, RowsOf] = {}
    plain = set()
    for s in hopeful:
        if find(s) in marked:
            parts.setdefault(find(s), {})[s] = rows[s]
        else:
            plain.add(s)
    return list(parts.values()), plain
