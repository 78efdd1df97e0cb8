"""Tables that can be published: no small count can be worked out from them, and a search has proved it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final, Literal

import msgspec

from testing_lab.arguments import count
from testing_lab.disclosure.attack import table_attack
from testing_lab.disclosure.publication import publication
from testing_lab.disclosure.suppression import safely_hidden, told_of
from testing_lab.faults import ImpossibleInput, NotConverged
from testing_lab.result import Result

RULE_VERSION: Final = "1"


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place in the tables; ``small``: the count is under the threshold; ``further``: it would give one away.

    ``lower`` and ``upper``: what can be worked out at best. Outside, both states must get one and the same mark: who
    knows which places are small knows more than the proof counts with.
    """

    where: dict[str, str]
    value: int | None
    state: Literal["shown", "small", "further"]
    lower: int
    upper: float


class SuppressedTables(Result, frozen=True, kw_only=True):
    """The tables as they can be published, and the proof.

    ``hidden_at_least`` equals ``hidden`` when no choice with fewer hidden places is safe.
    """

    places: list[Place]
    hidden: int
    hidden_at_least: int
    verdict: str
    k: int
    protection: int
    rule_version: str


def suppressed_tables(
    *,
    dimensions: Sequence[str],
    categories: Sequence[Sequence[str]],
    counts: Sequence[int],
    tables: Sequence[Sequence[str]],
    groups: Mapping[str, Mapping[str, Sequence[str]]] | None = None,
    k: int = 10,
    protection: int | None = None,
    hide_zeros: bool = True,
    always: Sequence[Mapping[str, str]] = (),
) -> SuppressedTables:
    """Tables with every count under ``k`` hidden, and as little else as keeps those unknown.

    Parameters
    ----------
    dimensions, categories, counts, tables, groups
        See :func:`testing_lab.disclosure.publication.publication`. Tables that are published together belong in one
        question; for tables that were published before there is
        :func:`~testing_lab.disclosure.differencing.differencing_attack`.
    k : int
        Counts below it are small, at least 1. Default 10.
    protection : int, optional
        How far apart the bounds of a small count must stay at least, from 1 up. Default ``k``: then no bounds within 0
        to k - 1 can be shown.
    hide_zeros : bool
        Whether a count of 0 is small. Default true.
    always : sequence of mapping
        Places that must be shown, as {dimension: category}; the total is ``{}``.

    Returns
    -------
    SuppressedTables
        ``verdict`` is "not recoverable": an independent search found at least two possible values for every hidden
        place and at least ``protection`` between the bounds of every small one.

    Raises
    ------
    ImpossibleInput
        Arguments that cannot be, or places in ``always`` that are small or give a small count away.
    NotConverged
        The solver gave up.

    Notes
    -----
    Exact cell suppression as a hitting set (:mod:`testing_lab.disclosure.suppression`); after 500 rounds a safe choice
    that is nearly the cheapest, with the bound in ``hidden_at_least``. R ``sdcTable::protectTable(method="OPT")`` is
    the nearest peer; it protects in fractions, this in whole numbers.

    References
    ----------
    Fischetti & Salazar (2001), Management Science 47:1008-1027. DESIGN.md, section 5.5 (k = 10).

    Examples
    --------
    >>> found = suppressed_tables(
    ...     dimensions=["sector"], categories=[["care"], ["building"], ["trade"]], counts=[4, 30, 21],
    ...     tables=[["sector"]],
    ... )
    >>> [(place.where.get("sector", "all"), place.value) for place in found.places]
    [('building', 30), ('care', None), ('trade', None), ('all', 55)]
    """
    if count("k", k) < 1:
        raise ImpossibleInput("k", "must be at least 1", value=k)
    width = k if protection is None else count("protection", protection)
    if width < 1:
        raise ImpossibleInput("protection", "must be at least 1", value=width)
    told = publication(dimensions=dimensions, categories=categories, counts=counts, tables=tables, groups=groups)
    small = frozenset(place for place, one in enumerate(told.sums) if one.value < k and (hide_zeros or one.value > 0))
    names = [one.where for one in told.sums]
    for one in always:
        if dict(one) not in names:
            raise ImpossibleInput("always", "is no place in the tables", value=str(dict(one)))
    shown = frozenset(place for place, where in enumerate(names) if where in [dict(one) for one in always])
    if shown & small:
        raise ImpossibleInput("always", "is a small count", value=str(names[min(shown & small)]))
    hidden, _, least = safely_hidden(told, small, width=width, always=shown)
    order = sorted(hidden)
    attack = table_attack(
        smallest=told.smallest, told=told_of(told, hidden), targets=[told.sums[place].cells for place in order]
    )
    bounds = dict(zip(order, zip(attack.lower, attack.upper, strict=True), strict=True))
    if attack.recovered or any(bounds[place][1] - bounds[place][0] < width for place in small):
        raise NotConverged("the tables are not safe", recovered=len(attack.recovered))
    return SuppressedTables(
        places=[
            Place(
                where=one.where,
                value=None if place in hidden else one.value,
                state="shown" if place not in hidden else "small" if place in small else "further",
                lower=bounds[place][0] if place in hidden else one.value,
                upper=bounds[place][1] if place in hidden else one.value,
            )
            for place, one in enumerate(told.sums)
        ],
        hidden=len(hidden),
        hidden_at_least=min(len(hidden), math.floor(least + 1e-6)),
        verdict=attack.verdict,
        k=k,
        protection=width,
        rule_version=RULE_VERSION,
    )
