"""Check one level: integer arithmetic that anybody can repeat.

Prices prove a value when they cover every pair (student + offer >= weight), are not negative where nothing obliges,
and add up to what the placements weigh. No solver is asked: any prices that pass are a proof, wherever they come from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from matching.result import LevelDuals
    from matching.verify.face import Face


class LevelCheck(msgspec.Struct, frozen=True, kw_only=True):
    """``value`` is what the placements weigh, ``bound`` what the prices show that no matching can exceed.

    Details: ``proven``; ``gap`` (the prices hold, but leave room); ``wrong_length``, ``price_negative``,
    ``pair_not_covered``, ``value_misstated`` (the prices prove nothing).
    """

    status: Literal["proven", "bound", "failed"]
    detail: str
    value: int
    bound: int | None = None


def check_level(face: Face, weights: list[list[int]], level: LevelDuals) -> LevelCheck:
    """Whether the prices of ``level`` prove that the placements are best on ``face``. ``weights`` follow its pairs."""
    value = sum(
        weight
        for s, row in enumerate(face.offers_of)
        for o, weight in zip(row, weights[s], strict=True)
        if o == face.placed[s]
    )
    broken = _broken(face, weights, level)
    if broken:
        return LevelCheck(status="failed", detail=broken, value=value)
    bound = sum(level.student) + sum(places * price for places, price in zip(face.places, level.offer, strict=True))
    if bound != level.value:
        return LevelCheck(status="failed", detail="value_misstated", value=value, bound=bound)
    if bound != value:
        return LevelCheck(status="bound", detail="gap", value=value, bound=bound)
    return LevelCheck(status="proven", detail="proven", value=value, bound=bound)


def _broken(face: Face, weights: list[list[int]], level: LevelDuals) -> str | None:
    student, offer = level.student, level.offer
    if len(student) != len(face.offers_of) or len(offer) != len(face.places):
        return "wrong_length"
    if any(price < 0 and not must for price, must in zip(student, face.must_student, strict=True)):
        return "price_negative"
    if any(price < 0 and not must for price, must in zip(offer, face.must_offer, strict=True)):
        return "price_negative"
    for s, row in enumerate(face.offers_of):
        own = student[s]
        for o, weight in zip(row, weights[s], strict=True):
            if own + offer[o] < weight:
                return "pair_not_covered"
    return None
