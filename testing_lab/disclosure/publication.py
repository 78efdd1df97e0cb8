"""Tables that are published together, as sums over the same smallest cells.

A *smallest cell* is one combination of categories of all dimensions. Everything published is the sum over a set of
smallest cells: a cell of a table, its margins, a group of regions. So tables that share cells or margins, whatever
their number and hierarchy, are one thing: a list of sums.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import msgspec

from testing_lab.arguments import count, same_length
from testing_lab.faults import ImpossibleInput


class Sum(msgspec.Struct, frozen=True, kw_only=True):
    """One published place: the categories it stands for (a dimension that is left out is summed over)."""

    where: dict[str, str]
    cells: tuple[int, ...]
    value: int


class Publication(msgspec.Struct, frozen=True, kw_only=True):
    """All places of all tables, each once, and how many smallest cells there are."""

    smallest: int
    sums: tuple[Sum, ...]


def publication(
    *,
    dimensions: Sequence[str],
    categories: Sequence[Sequence[str]],
    counts: Sequence[int],
    tables: Sequence[Sequence[str]],
    groups: Mapping[str, Mapping[str, Sequence[str]]] | None = None,
) -> Publication:
    """The tables with all their margins, the total included.

    Parameters
    ----------
    dimensions : sequence of str
        What is counted by: "sector", "region".
    categories : sequence of sequence of str
        For each smallest cell its category in each dimension. A combination that can occur but did not is listed with
        count 0; one that is not listed is known to everybody to be impossible.
    counts : sequence of int
        For each smallest cell how many, from 0 up.
    tables : sequence of sequence of str
        The tables: each by which dimensions.
    groups : mapping, optional
        By dimension, named groups of categories that get a sum of their own: the provinces of a region.

    Raises
    ------
    ImpossibleInput
        A name that is unknown or used twice, a count that cannot be, or nothing at all.
    """
    _checked(dimensions, categories, counts, tables)
    numbers = [count(f"counts[{place}]", one) for place, one in enumerate(counts)]
    own = [sorted({row[place] for row in categories}) for place in range(len(dimensions))]
    choices = {
        name: [*((one, frozenset({one})) for one in own[place]), *_grouped(name, own[place], groups or {})]
        for place, name in enumerate(dimensions)
    }
    found: dict[tuple[tuple[str, str], ...], Sum] = {}
    for table in tables:
        for where, wanted in _places(table, choices):
            held = tuple(
                cell
                for cell, row in enumerate(categories)
                if all(row[place] in wanted[name] for place, name in enumerate(dimensions) if name in wanted)
            )
            if held:
                value = sum(numbers[cell] for cell in held)
                found.setdefault(tuple(sorted(where.items())), Sum(where=where, cells=held, value=value))
    return Publication(smallest=len(numbers), sums=tuple(found.values()))


def _places(
    table: Sequence[str], choices: Mapping[str, Sequence[tuple[str, frozenset[str]]]]
) -> Iterator[tuple[dict[str, str], dict[str, frozenset[str]]]]:
    for chosen in product(*([*choices[name], None] for name in table)):
        told = [(name, one) for name, one in zip(table, chosen, strict=True) if one is not None]
        yield {name: one[0] for name, one in told}, {name: one[1] for name, one in told}


def _grouped(
    name: str, own: Sequence[str], groups: Mapping[str, Mapping[str, Sequence[str]]]
) -> Iterator[tuple[str, frozenset[str]]]:
    for group, members in groups.get(name, {}).items():
        if group in own or not members or not set(members) <= set(own):
            raise ImpossibleInput(f"groups[{name}][{group}]", "must hold known categories, under a name of its own")
        yield group, frozenset(members)


def _checked(
    dimensions: Sequence[str],
    categories: Sequence[Sequence[str]],
    counts: Sequence[int],
    tables: Sequence[Sequence[str]],
) -> None:
    if same_length(categories=categories, counts=counts) == 0 or not tables:
        raise ImpossibleInput("counts and tables", "there is nothing to publish")
    if not dimensions or len(set(dimensions)) < len(dimensions):
        raise ImpossibleInput("dimensions", "must be different names, at least one")
    if any(len(row) != len(dimensions) for row in categories):
        raise ImpossibleInput("categories", "must have one category for each dimension")
    if len({tuple(row) for row in categories}) < len(categories):
        raise ImpossibleInput("categories", "hold one combination twice")
    for place, table in enumerate(tables):
        if not set(table) <= set(dimensions) or len(set(table)) < len(table):
            raise ImpossibleInput(f"tables[{place}]", "must be different dimensions that are there")
