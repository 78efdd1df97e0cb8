"""Minutes of travel, one way: the table where it knows, else an estimate by distance. Whole numbers throughout.

With d = floor(sqrt(east^2 + north^2)) metres: minutes = fixed + ceil(d x 13 x 60 / (10 x speed)). Because all of it is
monotone, "at most M minutes" is the same as "a squared distance below a bound that depends on the student only"
(:func:`farthest_squared`), so that the rule needs no root and no division per pair.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matching.instance import Transport, Travel

Ints = npt.NDArray[np.int64]

_TRANSPORTS: tuple[Transport, ...] = ("walk", "bike", "public_transport", "car")
_NUMBER: dict[Transport | None, int] = {None: -1, **{name: number for number, name in enumerate(_TRANSPORTS)}}

# The last entry stands for "unknown" (-1) and is masked by whoever asks.
_FIXED_MINUTES = np.array([0, 2, 12, 5, 0], np.int64)
_METRES_AN_HOUR = np.array([5_000, 15_000, 28_000, 45_000, 1], np.int64)
_DETOUR_MINUTES = 13 * 60  # over 10 x speed
_LONGEST = 1_000_000  # minutes; a maximum above this is no maximum on this planet, and keeps the squares in 64 bits


def code_of_transport(transports: Sequence[Transport | None]) -> Ints:
    """Each means of transport as a number; -1 = unknown."""
    return np.array([_NUMBER[transport] for transport in transports], np.int64)


def floor_sqrt(squares: Ints) -> Ints:
    """The whole part of the square root, exactly; ``squares`` from 0 to 2**62."""
    root = np.sqrt(squares.astype(np.float64)).astype(np.int64)
    root -= root * root > squares
    root += (root + 1) * (root + 1) <= squares
    return root


def estimated_minutes(squared_metres: Ints, transport: Ints) -> Ints:
    """Minutes for a squared distance; ``transport`` -1 gives a number without meaning."""
    distance = floor_sqrt(squared_metres)
    return _FIXED_MINUTES[transport] - (-distance * _DETOUR_MINUTES) // (10 * _METRES_AN_HOUR[transport])


def farthest_squared(max_minutes: Ints, transport: Ints) -> Ints:
    """The bound B with: estimated minutes <= ``max_minutes`` exactly where the squared distance < B."""
    riding = np.minimum(max_minutes, _LONGEST) - _FIXED_MINUTES[transport]
    farthest = riding * 10 * _METRES_AN_HOUR[transport] // _DETOUR_MINUTES
    return np.where(riding < 0, 0, (farthest + 1) ** 2)


@dataclass(frozen=True, slots=True)
class TravelTable:
    """Measured minutes by transport, home zone and work zone; -1 = not measured.

    The last row and the last column are all -1: zones that the table does not know.
    """

    minutes: npt.NDArray[np.int32]  # (transports, home zones + 1, work zones + 1)
    home_zone: dict[str, int]
    work_zone: dict[str, int]

    @property
    def empty(self) -> bool:
        """Whether nothing was measured."""
        return not self.home_zone

    def home_rows(self, zones: Sequence[str | None]) -> Ints:
        """The row of each home."""
        return np.array([self.home_zone.get(zone or "", len(self.home_zone)) for zone in zones], np.int64)

    def work_columns(self, zones: Sequence[str | None]) -> Ints:
        """The column of each place of work."""
        return np.array([self.work_zone.get(zone or "", len(self.work_zone)) for zone in zones], np.int64)


def travel_table(rows: Sequence[Travel]) -> TravelTable:
    """Lay the measured minutes out; every trip comes once."""
    homes = {zone: number for number, zone in enumerate(dict.fromkeys(row.home_zone for row in rows))}
    works = {zone: number for number, zone in enumerate(dict.fromkeys(row.work_zone for row in rows))}
    minutes = np.full((len(_TRANSPORTS) + 1, len(homes) + 1, len(works) + 1), -1, np.int32)
    if rows:
        at = (
            np.array([_NUMBER[row.transport] for row in rows]),
            np.array([homes[row.home_zone] for row in rows]),
            np.array([works[row.work_zone] for row in rows]),
        )
        minutes[at] = [row.minutes for row in rows]
    return TravelTable(minutes, homes, works)
