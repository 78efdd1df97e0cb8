"""Check the proof of a coupled level: a tree of cases, each of which contradicts itself (docs/matching.md).

A leaf gives the rows at hand whole multipliers; their sum is one inequality, and the least and the most of each atom
that can have a place at all must make it impossible. All of it is whole-number arithmetic: rates are brought under one
denominator.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import ceil, floor, lcm
from typing import TYPE_CHECKING, NamedTuple

from matching.verify.groups import share_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matching.result import CountNode
    from matching.verify.groups import Group


class Row(NamedTuple):
    """Sum of atoms[a] x z(a) <= at_most."""

    atoms: Sequence[int]
    at_most: int


class Branch(NamedTuple):
    """One side of an inner node: ``sign`` x (sum of z(a) over ``atoms``) <= ``at_most``."""

    sign: int
    atoms: tuple[int, ...]
    at_most: int


class Rate(NamedTuple):
    """One side of an inner node over rates: the lowest rate of the grouping is below ``rate``, or it is not."""

    grouping: int
    rate: Fraction
    below: bool


@dataclass(frozen=True, kw_only=True)
class Rows:
    """What the leaves of a tree may use. ``low`` <= z <= ``high`` for each atom.

    ``gap`` is T, or, with ``strict``, what the gap is assumed to be less than.
    """

    low: Sequence[int]
    high: Sequence[int]
    groupings: Sequence[Sequence[Group]]
    gap: Fraction
    strict: bool
    cuts: dict[int, Row]
    total: Row | None = None

    @cached_property
    def unit(self) -> int:
        """The denominator of everything."""
        return lcm(self.gap.denominator, *(group.size for groups in self.groupings for group in groups))


def broken_tree(tree: Sequence[CountNode], rows: Rows) -> tuple[int, str] | None:
    """The first node that proves nothing, and why: ``tree_misshapen``, ``multiplier_not_allowed``, ``leaf_open``."""
    seen: set[int] = set()
    to_do: list[tuple[int, tuple[Branch | Rate, ...]]] = [(0, ())]
    while to_do:
        number, way = to_do.pop()
        if not 0 <= number < len(tree) or number in seen:
            return number, "tree_misshapen"
        seen.add(number)
        node = tree[number]
        if node.grouping != -1 or node.rate:
            rate = _rate_of(node, rows)
            if rate is None:
                return number, "tree_misshapen"
            to_do.append((node.more, (*way, Rate(node.grouping, rate, below=False))))
            to_do.append((node.fewer, (*way, Rate(node.grouping, rate, below=True))))
        elif not node.atoms:
            wrong = _open_leaf(node, way, rows)
            if wrong is not None:
                return number, wrong
        elif _is_inner(node, len(rows.low)):
            to_do.append((node.more, (*way, Branch(-1, node.atoms, -node.at_most - 1))))
            to_do.append((node.fewer, (*way, Branch(1, node.atoms, node.at_most))))
        else:
            return number, "tree_misshapen"
    return None if len(seen) == len(tree) else (len(seen), "tree_misshapen")


def _rate_of(node: CountNode, rows: Rows) -> Fraction | None:
    """The rate of an inner node over rates, None where it is not one."""
    rate = share_of(node.rate)
    of_others = (
        node.atoms or node.at_most != -1 or node.cuts or node.gaps or node.branches or node.total or node.windows
    )
    if of_others or rate is None or not 0 <= node.grouping < len(rows.groupings) or not rows.groupings[node.grouping]:
        return None
    return rate if 0 < rate <= 1 else None


def _is_inner(node: CountNode, atoms: int) -> bool:
    ascending = all(one < other for one, other in zip(node.atoms, node.atoms[1:], strict=False))
    of_leaf = node.cuts or node.gaps or node.branches or node.total or node.windows
    return ascending and node.atoms[0] >= 0 and node.atoms[-1] < atoms and not of_leaf


def _open_leaf(leaf: CountNode, every: Sequence[Branch | Rate], rows: Rows) -> str | None:
    """None where the leaf contradicts itself."""
    way = [branch for branch in every if isinstance(branch, Branch)]
    if (leaf.at_most, leaf.fewer, leaf.more) != (-1, -1, -1) or len(leaf.branches) != len(way):
        return "tree_misshapen"
    used: list[tuple[int, Row]] = []
    for number, times in leaf.cuts:
        if number not in rows.cuts:
            return "multiplier_not_allowed"
        used.append((times, rows.cuts[number]))
    if rows.total is not None:
        used.append((leaf.total, rows.total))
    elif leaf.total:
        return "multiplier_not_allowed"
    if any(times < 0 for times, _ in used) or any(times < 0 for times in leaf.branches):
        return "multiplier_not_allowed"
    windows = _windows(leaf, [branch for branch in every if isinstance(branch, Rate)], rows)
    sums = _gap_sums(leaf, rows)
    if sums is None or windows is None:
        return "multiplier_not_allowed"
    used += windows
    sum_of, both = sums
    unit = rows.unit
    right = unit * sum(times * row.at_most for times, row in used)
    right += unit * sum(times * branch.at_most for times, branch in zip(leaf.branches, way, strict=True))
    right += unit // rows.gap.denominator * rows.gap.numerator * both
    for times, row in used:
        if times:
            for a, own in enumerate(row.atoms):
                sum_of[a] += unit * times * own
    for times, branch in zip(leaf.branches, way, strict=True):
        for a in branch.atoms:
            sum_of[a] += unit * times * branch.sign
    least = sum(own * (low if own > 0 else high) for own, low, high in zip(sum_of, rows.low, rows.high, strict=True))
    impossible = least >= right if rows.strict and both else least > right
    return None if impossible else "leaf_open"


def _windows(leaf: CountNode, way: Sequence[Rate], rows: Rows) -> list[tuple[int, Row]] | None:
    """The rows that rates on the way give to groups, with their multipliers; None where those may not be."""
    found = []
    highest: dict[int, Fraction] = {}  # the lowest rate of a grouping is no higher; once for all its groups
    for grouping, group, most, least in leaf.windows:
        if not 0 <= grouping < len(rows.groupings) or not 0 <= group < len(rows.groupings[grouping]):
            return None
        groups = rows.groupings[grouping]
        below = [rate.rate for rate in way if rate.grouping == grouping and rate.below]
        above = [rate.rate for rate in way if rate.grouping == grouping and not rate.below]
        if most < 0 or least < 0 or (most and not below) or (least and not above):
            return None
        size, atoms = groups[group]
        member = [0] * len(rows.low)
        for a in atoms:
            member[a] = 1
        if most:
            if grouping not in highest:
                # The lowest rate is that of a group: the highest one below the number that any group can have.
                highest[grouping] = max(Fraction(ceil(min(below) * own.size) - 1, own.size) for own in groups)
            limit = (highest[grouping] + rows.gap) * size
            found.append((most, Row(member, ceil(limit) - 1 if rows.strict else floor(limit))))
        if least:
            found.append((least, Row([-own for own in member], -ceil(max(above) * size))))
    return found


def _gap_sums(leaf: CountNode, rows: Rows) -> tuple[list[int], int] | None:
    """What the rates give each atom, times the unit, and the sum of the multipliers; None where those may not be."""
    sum_of = [0] * len(rows.low)
    uppers, lowers = Counter[int](), Counter[int]()
    for grouping, group, upper, lower in leaf.gaps:
        if not 0 <= grouping < len(rows.groupings) or not 0 <= group < len(rows.groupings[grouping]):
            return None
        if upper < 0 or lower < 0:
            return None
        uppers[grouping] += upper
        lowers[grouping] += lower
        size, atoms = rows.groupings[grouping][group]
        for a in atoms:
            sum_of[a] += (upper - lower) * (rows.unit // size)
    return (sum_of, uppers.total()) if uppers == lowers else None
