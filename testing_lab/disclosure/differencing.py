"""Does a second publication of grown data give away what came in between, or what the first one hid?"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from testing_lab.arguments import count
from testing_lab.disclosure.attack import Attacker, Told
from testing_lab.faults import ImpossibleInput
from testing_lab.result import Result


class Leak(msgspec.Struct, frozen=True, kw_only=True):
    """A sum that both publications together leave fewer than ``protection`` wide: its cells, and between what."""

    kind: str
    cells: tuple[int, ...]
    lower: int
    upper: int


class Differencing(Result, frozen=True, kw_only=True):
    """``verdict`` is "not recoverable" without leaks, else "recoverable"."""

    leaks: list[Leak]
    verdict: str


def differencing_attack(
    *, smallest: int, first: Sequence[Told], second: Sequence[Told], k: int = 10, protection: int | None = None
) -> Differencing:
    """What two publications of the same tables, of data that only grew, give away together.

    Parameters
    ----------
    smallest : int
        How many smallest cells there are.
    first, second : sequence of Told
        What was published earlier and later.
    k : int
        A count below it is small, at least 1. Default 10.
    protection : int, optional
        How far apart the bounds of what is hidden must stay. Default ``k``.

    Returns
    -------
    Differencing
        Leaks of three kinds: ``growth`` (how many came in between is known to be small, not 0, and is bounded more
        narrowly than ``protection``), ``first`` and ``second`` (a place that was not told exactly is so bounded and
        can only be small).

    Raises
    ------
    ImpossibleInput
        The two cannot both be true of data that only grew.

    Notes
    -----
    Unknowns are the earlier counts and the growth, both whole and at least 0, in every smallest cell.

    Examples
    --------
    Two cells and their total, nothing small in either publication, but 3 came in between:

    >>> earlier = [Told(cells=(0,), lower=20, upper=20), Told(cells=(1,), lower=40, upper=40)]
    >>> later = [Told(cells=(0,), lower=23, upper=23), Told(cells=(1,), lower=60, upper=60)]
    >>> found = differencing_attack(smallest=2, first=earlier, second=later)
    >>> [(leak.kind, leak.cells, leak.lower) for leak in found.leaks]
    [('growth', (0,), 3)]
    """
    if count("k", k) < 1 or count("smallest", smallest) < 1:
        raise ImpossibleInput("k and smallest", "must be at least 1")
    width = k if protection is None else count("protection", protection)
    for one in (*first, *second):
        if not one.cells or min(one.cells) < 0 or max(one.cells) >= smallest:
            raise ImpossibleInput("cells", "must be numbers of smallest cells, at least one", smallest=smallest)

    def grown(cells: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(cell + smallest for cell in cells)

    told = [*first, *(msgspec.structs.replace(one, cells=one.cells + grown(one.cells)) for one in second)]
    attacker = Attacker(smallest=2 * smallest, told=told)
    everything = {tuple(sorted(one.cells)): None for one in (*first, *second)}
    asked = [
        *(("growth", cells, grown(cells)) for cells in everything),
        *(("first", one.cells, one.cells) for one in first if one.lower != one.upper),
        *(("second", one.cells, one.cells + grown(one.cells)) for one in second if one.lower != one.upper),
    ]
    leaks = []
    for kind, cells, target in asked:
        bounds = attacker.bounds(target)
        surely_none = kind == "growth" and bounds.upper == 0
        if bounds.upper - bounds.lower < width and bounds.upper < k and not surely_none:
            leaks.append(Leak(kind=kind, cells=cells, lower=bounds.lower, upper=round(bounds.upper)))
    return Differencing(leaks=leaks, verdict="recoverable" if leaks else "not recoverable")
