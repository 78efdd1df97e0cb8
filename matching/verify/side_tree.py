"""Check the tree of a stage: sums of whole numbers that anybody can repeat (docs/matching.md, "Proof in stages").

For multipliers y of the rows and a scale s, both of which may be any whole numbers that are not negative (y of an
"equal" row may be negative), every solution within the bounds has

    s x objective <= most = sum of y x at_most + sum over variables of left x (high where left > 0, else low)

where left = s x weight - sum of y x factor. A leaf contradicts "objective >= beyond" when s x beyond > most.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matching.staged_proof import StagedNode
    from matching.verify.side_model import Row


class Narrowed(NamedTuple):
    """The bounds of the variables in all solutions of exactly the value; ``tight``: the rows that all of them meet.

    ``tight`` is None unless one leaf proves the value and leaves no room.
    """

    low: list[int]
    high: list[int]
    tight: list[int] | None


def check_tree(
    tree: Sequence[StagedNode],
    rows: Sequence[Row],
    bounds: tuple[list[int], list[int]],
    objective: dict[int, int],
    beyond: int,
    value: int,
) -> Narrowed | str:
    """Whether every leaf contradicts "objective >= ``beyond``"; what is left for ``value``, or what is wrong."""
    low, high = bounds
    new_low, new_high = list(high), list(low)
    waiting = [(0, low, high)]
    visited = 0
    tight: list[int] | None = None
    while waiting:
        at, own_low, own_high = waiting.pop()
        visited += 1
        if not 0 <= at < len(tree) or visited > len(tree):
            return "tree_broken"
        node = tree[at]
        if node.variable >= 0:
            if node.variable >= len(low):
                return "tree_broken"
            fewer, more = list(own_high), list(own_low)
            fewer[node.variable] = min(fewer[node.variable], node.at_most)
            more[node.variable] = max(more[node.variable], node.at_most + 1)
            waiting += [(node.fewer, own_low, fewer), (node.more, more, own_high)]
            continue
        if any(a > b for a, b in zip(own_low, own_high, strict=True)):
            continue  # nothing is here
        left, most = _sum(node, rows, own_low, own_high, objective)
        if left is None:
            return "price_negative"
        if node.scale * beyond <= most:
            return "leaf_leaves_room"
        room = most - node.scale * value
        _widen(new_low, new_high, own_low, own_high, left, room, node.scale)
        if len(tree) == 1 and room == 0 and node.scale:
            tight = [number for number, price in node.rows if price]
    return Narrowed(new_low, new_high, tight)


def _sum(
    node: StagedNode, rows: Sequence[Row], low: list[int], high: list[int], objective: dict[int, int]
) -> tuple[dict[int, int] | None, int]:
    if node.scale < 0:
        return None, 0
    left = {n: node.scale * weight for n, weight in objective.items()}
    most = 0
    for number, price in node.rows:
        if not 0 <= number < len(rows) or (price < 0 and not rows[number].equal):
            return None, 0
        row = rows[number]
        most += price * row.at_most
        for n, factor in row.factors.items():
            left[n] = left.get(n, 0) - price * factor
    return left, most + sum(over * (high[n] if over > 0 else low[n]) for n, over in left.items())


def _widen(
    new_low: list[int],
    new_high: list[int],
    low: list[int],
    high: list[int],
    left: dict[int, int],
    room: int,
    scale: int,
) -> None:
    """Take in what this leaf leaves: a variable may leave its better bound as far as the room pays for."""
    if room < 0 or scale == 0:
        return
    for n in range(len(low)):
        over = left.get(n, 0)
        least = max(low[n], high[n] - room // over) if over > 0 else low[n]
        most = min(high[n], low[n] + room // -over) if over < 0 else high[n]
        new_low[n], new_high[n] = min(new_low[n], least), max(new_high[n], most)
