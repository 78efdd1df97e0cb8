"""Tables with every count rounded to a multiple, so that they still add up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from testing_lab.arguments import count
from testing_lab.disclosure.attack import Told, table_attack
from testing_lab.disclosure.publication import publication
from testing_lab.faults import ImpossibleInput, NotConverged
from testing_lab.result import Result


class RoundedPlace(msgspec.Struct, frozen=True, kw_only=True):
    """A place in the tables with its rounded count."""

    where: dict[str, str]
    value: int


class RoundedTables(Result, frozen=True, kw_only=True):
    """Rounded counts that add up; ``largest_change`` is told with them, so it is what an attacker may use."""

    places: list[RoundedPlace]
    largest_change: int
    narrowest: float
    verdict: str


def rounded_tables(
    *,
    dimensions: Sequence[str],
    categories: Sequence[Sequence[str]],
    counts: Sequence[int],
    tables: Sequence[Sequence[str]],
    groups: Mapping[str, Mapping[str, Sequence[str]]] | None = None,
    to: int = 5,
    seed: int,
) -> RoundedTables:
    r"""Controlled random rounding: every place to a multiple of ``to``, all sums kept.

    Parameters
    ----------
    dimensions, categories, counts, tables, groups
        See :func:`testing_lab.disclosure.publication.publication`.
    to : int
        The multiple, at least 2. Default 5.
    seed : int
        From 0 up; the same seed gives the same tables.

    Returns
    -------
    RoundedTables
        Each place changes by at most ``largest_change``: less than ``to`` where that can be (always in tables of one
        or two dimensions), else the least that lets everything add up. ``narrowest``: the smallest width of what can be
        worked out of any place; ``verdict`` is "not recoverable" where it is above 0.

    Raises
    ------
    ImpossibleInput
        Arguments that cannot be.
    NotConverged
        The solver gave up.

    Notes
    -----
    Every smallest cell goes to the multiple below or above it, chosen such that all published sums change little;
    the seed decides among those, the nearer multiple likelier. Random, not exactly unbiased: sums that must fit pull
    (24 and 41 with the total 65 become 25 and 40 more than four times in five). Multiples stay.

    References
    ----------
    Cox (1987), JASA 82:520-524. Salazar, Lowthian, Young, Merola, Bond & Brown (2004), LNCS 3050:54-64.

    Examples
    --------
    >>> found = rounded_tables(
    ...     dimensions=["sector"], categories=[["care"], ["trade"]], counts=[5, 13], tables=[["sector"]], seed=1
    ... )
    >>> found.places[0].value, found.places[1].value - found.places[2].value
    (5, -5)
    """
    if count("to", to) < 2:
        raise ImpossibleInput("to", "must be at least 2", value=to)
    draw = np.random.default_rng(count("seed", seed))
    told = publication(dimensions=dimensions, categories=categories, counts=counts, tables=tables, groups=groups)
    exact = np.array([count("counts", one) for one in counts], dtype=np.int64)
    below, rest = exact - exact % to, exact % to
    n = told.smallest
    member = np.zeros((len(told.sums), n))
    for place, one in enumerate(told.sums):
        member[place, list(one.cells)] = 1
    # Unknowns: up or not for each smallest cell, and the largest change of a sum beyond to - 1.
    gap = member @ rest
    cost = np.append((draw.random(n) - rest / to) / (2 * n), 1.0)
    beyond = np.ones((len(told.sums), 1))
    found = milp(
        cost,
        constraints=[
            LinearConstraint(np.hstack([to * member, -beyond]), -np.inf, gap + to - 1),
            LinearConstraint(np.hstack([to * member, beyond]), gap - (to - 1), np.inf),
        ],
        bounds=Bounds(0, np.append((rest > 0).astype(float), np.inf)),
        integrality=np.ones(n + 1, dtype=np.int64),
        options={"mip_rel_gap": 0.0},
    )
    if found.status != 0:
        raise NotConverged("the solver gave up", status=int(found.status), detail=str(found.message))
    rounded = below + to * np.round(found.x[:n]).astype(np.int64)
    places = [RoundedPlace(where=one.where, value=int(rounded[list(one.cells)].sum())) for one in told.sums]
    largest = max(abs(place.value - one.value) for place, one in zip(places, told.sums, strict=True))
    known = max(largest, to - 1)
    attack = table_attack(
        smallest=n,
        told=[
            Told(cells=one.cells, lower=max(0, place.value - known), upper=place.value + known)
            for place, one in zip(places, told.sums, strict=True)
        ],
    )
    return RoundedTables(
        places=places,
        largest_change=largest,
        narrowest=0.0 if attack.narrowest is None else attack.narrowest,
        verdict=attack.verdict,
    )
