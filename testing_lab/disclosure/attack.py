"""What can somebody work out from what is published? Exact bounds, by search over whole numbers.

The attacker knows every published sum, exactly or as an interval, and that counts are whole numbers from 0 up. The
least and greatest value that a sum can have given all that is the optimum of a whole-number program. This file knows
nothing of how places were chosen to be hidden: it is the proof, not the method.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import msgspec
import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from testing_lab.arguments import count
from testing_lab.faults import ImpossibleInput, NotConverged
from testing_lab.result import Result

if TYPE_CHECKING:
    from numpy.typing import NDArray

_IMPOSSIBLE: Final = 2


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What is published of the sum over ``cells``: it lies from ``lower`` to ``upper``; ``None`` is endless.

    A shown count has ``lower == upper``; a hidden one 0 and ``None``; "50 or more" 50 and ``None``.
    """

    cells: tuple[int, ...]
    lower: int = 0
    upper: int | None = None


class Attacked(msgspec.Struct, frozen=True, kw_only=True):
    """What the attacker knows of one sum afterwards."""

    lower: int
    upper: float

    @property
    def recovered(self) -> bool:
        """Only one value is left."""
        return self.lower == self.upper


class Attack(Result, frozen=True, kw_only=True):
    """For each sum that was asked for its bounds. ``verdict`` is "not recoverable" or "recoverable"."""

    lower: list[int]
    upper: list[float]
    recovered: list[int]
    narrowest: float | None
    verdict: str


def table_attack(*, smallest: int, told: Sequence[Told], targets: Sequence[Sequence[int]] | None = None) -> Attack:
    """Exact bounds of every hidden sum given everything published.

    Parameters
    ----------
    smallest : int
        How many smallest cells there are, at least 1; they are numbered from 0.
    told : sequence of Told
        Everything published.
    targets : sequence of sequence of int, optional
        The sums that are attacked, each by its smallest cells. Without it: all that are not told exactly.

    Returns
    -------
    Attack
        Counts; ``upper`` is ``math.inf`` where nothing bounds it. ``recovered``: the places of the targets of which one
        value is left. ``narrowest``: the smallest width of the bounds.

    Raises
    ------
    ImpossibleInput
        No whole numbers fit what is told, or a cell that is not there.
    NotConverged
        The solver gave up.

    Notes
    -----
    Minimum and maximum of :math:`\\sum_{c \\in target} x_c` over whole :math:`x \\ge 0` within everything told.

    References
    ----------
    Hundepool et al. (2012), Statistical Disclosure Control, section 4.3 (the attacker's problem).

    Examples
    --------
    One row of three with its total: a single hidden cell is recovered, two are not.

    >>> shown = [Told(cells=(2,), lower=30, upper=30), Told(cells=(0, 1, 2), lower=40, upper=40)]
    >>> table_attack(smallest=3, told=[*shown, Told(cells=(0,)), Told(cells=(1,))]).verdict
    'not recoverable'
    >>> table_attack(smallest=3, told=[*shown, Told(cells=(0,)), Told(cells=(1,), lower=6, upper=6)]).lower
    [4]
    """
    if count("smallest", smallest) == 0:
        raise ImpossibleInput("smallest", "there is no cell")
    asked = [one.cells for one in told if one.lower != one.upper] if targets is None else [tuple(t) for t in targets]
    for one in (*(each.cells for each in told), *asked):
        if not one or min(one) < 0 or max(one) >= smallest:
            raise ImpossibleInput("cells", "must be numbers of smallest cells, at least one", smallest=smallest)
    found = Attacker(smallest=smallest, told=told)
    bounds = [found.bounds(one) for one in asked]
    recovered = [place for place, one in enumerate(bounds) if one.recovered]
    return Attack(
        lower=[one.lower for one in bounds],
        upper=[one.upper for one in bounds],
        recovered=recovered,
        narrowest=min((one.upper - one.lower for one in bounds), default=None),
        verdict="recoverable" if recovered else "not recoverable",
        undefined={} if bounds else {"narrowest": "nothing_is_hidden"},
    )


class Attacker:
    """Somebody who knows what is told, and is asked about one sum after the other."""

    def __init__(self, *, smallest: int, told: Sequence[Told]) -> None:
        self._smallest = smallest
        known = [one for one in told if one.lower > 0 or one.upper is not None]
        where = np.repeat(np.arange(len(known)), [len(one.cells) for one in known])
        cells = [cell for one in known for cell in one.cells]
        self._matrix = csr_array((np.ones(len(cells)), (where, cells)), shape=(len(known), smallest))
        self._least = np.array([float(one.lower) for one in known])
        #: Cells in a sum with an end: a cell in none can be as great as one likes.
        self._capped = np.zeros(smallest, dtype=np.bool_)
        self._capped[[cell for one in known if one.upper is not None for cell in one.cells]] = True
        self._most = np.array([math.inf if one.upper is None else float(one.upper) for one in known])

    def bounds(self, target: Sequence[int]) -> Attacked:
        """Least and greatest value of the sum over ``target``."""
        row = np.zeros(self._smallest)
        row[list(target)] = 1.0
        lower, upper = self._extreme(row), self._extreme(-row)
        return Attacked(lower=round(lower), upper=math.inf if math.isinf(upper) else -round(upper))

    def _extreme(self, row: NDArray[np.float64]) -> float:
        if np.any((row < 0) & ~self._capped):
            return -math.inf
        constraints = [LinearConstraint(self._matrix, self._least, self._most)] if len(self._least) else []
        found = milp(
            row,
            constraints=constraints,
            bounds=Bounds(0, np.inf),
            integrality=np.ones(self._smallest, dtype=np.int64),
            options={"mip_rel_gap": 0.0},
        )
        if found.status == _IMPOSSIBLE:
            raise ImpossibleInput("told", "no whole numbers fit what is told")
        if found.status != 0:
            raise NotConverged("the solver gave up", status=int(found.status), detail=str(found.message))
        return float(found.fun)
