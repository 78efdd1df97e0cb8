"""What the students of the synthetic school want: nearby offers of their own programme, some far more than others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.services.demo.region import Town, kilometres, towns

if TYPE_CHECKING:
    import random

    from api.services.demo.programmes import Programme

_HOW_MANY, _HOW_MANY_WEIGHTS = (0, 1, 2, 3, 4, 5, 6, 8), (8, 6, 10, 18, 20, 18, 12, 8)

#: How much less often an offer is named that is further than the student can travel.
_FAR_OFF = 0.04


class Wishes:
    """Draws lists of wishes. Every offer has an appeal of its own, so that popular offers are wanted by many."""

    def __init__(self, offers: list[dict[str, str]], chance: random.Random) -> None:
        self._town = {town.name: town for town in towns()}
        self._of_code: dict[str, list[dict[str, str]]] = {}
        self._appeal: dict[str, float] = {}
        for offer in offers:
            self._of_code.setdefault(offer["crebos"], []).append(offer)
            self._appeal[offer["offer_id"]] = chance.paretovariate(1.6)

    def draw(self, chance: random.Random, programme: Programme, home: Town, reach: float) -> str:
        """A cell of the column ``preferences``: none to eight offers, now and then two equally wanted.

        ``reach`` is how far the student can travel, in kilometres; few name an offer beyond it.
        """
        codes = (programme.crebo, programme.older_crebo or programme.crebo)
        offers = [offer for code in dict.fromkeys(codes) for offer in self._of_code.get(code, [])]
        distances = [kilometres(home, self._town[offer["place"]]) for offer in offers]
        weights = [
            self._appeal[offer["offer_id"]] / (3 + distance) * (1 if distance <= reach else _FAR_OFF)
            for offer, distance in zip(offers, distances, strict=True)
        ]
        wanted = chance.choices(_HOW_MANY, _HOW_MANY_WEIGHTS)[0]
        named: list[str] = []
        while len(named) < min(wanted, len(offers)):
            offer_id = chance.choices(offers, weights)[0]["offer_id"]
            if offer_id not in named:
                named.append(offer_id)
        cell = named[0] if named else ""
        for offer_id in named[1:]:
            cell += ("=" if chance.random() < 0.12 else "|") + offer_id
        return cell
