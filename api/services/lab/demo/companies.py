"""Companies that do not exist, as a frame: names made of syllables, addresses in a domain that nobody can have."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from typing import Final

from api.services.files.writing import csv_bytes
from testing_lab.frame.reading import COLUMNS

#: Together four hundred words that are in no dictionary, and so in no page unless somebody put them there.
_STARTS: Final = (
    "Brinda", "Velqu", "Tarmi", "Osteva", "Krolu", "Zandori", "Felma", "Worqui", "Plensa", "Drumbo",
    "Glivo", "Hestra", "Jolqua", "Mirvo", "Noltra", "Quenda", "Rospi", "Slovi", "Truvel", "Yendra",
)  # fmt: skip
_ENDS: Final = (
    "lox", "mirq", "tanz", "vorp", "quist", "dalf", "rubo", "senk", "wyx", "zomp",
    "brev", "fyst", "gonk", "hulm", "jasq", "kelp", "nurf", "pilz", "styx", "tovk",
)  # fmt: skip
#: What stands before the name, by sector.
TRADES: Final = {
    "zorg": ("Zorgcentrum", "Thuiszorg", "Woongroep"),
    "ict": ("Computerservice", "Netwerkbeheer", "Softwarehuis"),
    "techniek": ("Metaalbedrijf", "Installatiebedrijf", "Machinebouw"),
    "handel": ("Bouwmarkt", "Tuincentrum", "Groothandel"),
}
_PLACES: Final = (("Utrecht", "3511"), ("Nieuwegein", "3431"), ("Zeist", "3701"), ("Houten", "3991"))
_SIZES: Final = ("klein", "klein", "middel", "groot")


def frame_file(sectors: Sequence[str], number: int, *, first: int, found_on: dt.date) -> bytes:
    """So many vacancies, one a company, over the sectors in turn, as a file for :func:`import_frame`.

    ``first``: the number of the first company; the same number is always the same company. At most 400 in all. The last
    row lacks its postcode: as in life, a frame has a row that is refused.
    """
    names = [start + end for start in _STARTS for end in _ENDS]
    random.Random("the companies of the demo").shuffle(names)  # noqa: S311  # a demo keeps no secret
    rows = []
    for place, name in enumerate(names[first : first + number + 1]):
        sector = sectors[place % len(sectors)]
        trade = TRADES[sector][place // len(sectors) % len(TRADES[sector])]
        town, postcode = _PLACES[place % 7 % len(_PLACES)]
        cells = {
            "entry_id": f"SB{5000 + first + place}",
            "company": f"{trade} {name}",
            "kvk": f"{90_000_000 + first + place}",
            "postcode4": postcode if place < number else "",
            "place": town,
            "sector": sector,
            "size_class": _SIZES[place % 5 % len(_SIZES)],
            "vacancy_title": f"Stage {sector}",
            "contact_email": f"stage@{name.lower()}.example",
            "source": "stagebank van de demo",
            "found_on": found_on.isoformat(),
        }
        rows.append([cells.get(column, "") for column in COLUMNS])
    return csv_bytes(COLUMNS, rows)
