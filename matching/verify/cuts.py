"""Check cuts: inequalities about counts of placed students that hold for every matching on a face.

The prices of the offers prove one. A matching uses at most ``places`` of each offer, and for each student at most one
pair; so what its pairs are worth, less what they pay for their offers and with the prices of the offers added, is at
most the constant that is recomputed here.
"""

from __future__ import annotations

from operator import sub
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matching.result import CountCut
    from matching.verify.face import Face
    from matching.verify.groups import Atoms
    from matching.verify.linear import LinearLevel

#: Which levels a cut adds up, and how many times each.
_Mix = tuple[int, int, tuple[int, ...]]


def broken_cut(
    cuts: Sequence[CountCut], face: Face, atoms: Atoms, levels: Sequence[LinearLevel]
) -> tuple[int, str] | None:
    """The first cut that is not proven, and why: ``cut_misshapen``, ``cut_price``, ``cut_constant``."""
    mix: _Mix | None = None
    worth: list[list[int]] | None = None
    for number, cut in enumerate(cuts):
        wrong = _misshapen(cut, face, atoms, len(levels))
        if wrong is not None:
            return number, wrong
        if (cut.level, cut.scale, cut.above) != mix:  # cuts of one kind mostly follow each other
            mix = cut.level, cut.scale, cut.above
            worth = _mixed(cut, levels)
        if _constant(cut, face, atoms, worth) != cut.constant:
            return number, "cut_constant"
    return None


def _misshapen(cut: CountCut, face: Face, atoms: Atoms, levels: int) -> str | None:
    of_counts = cut.level == -1
    if not -1 <= cut.level < levels or len(cut.above) != max(cut.level, 0) or len(cut.atoms) != len(atoms.sizes):
        return "cut_misshapen"
    if cut.scale != 0 if of_counts else cut.scale < 1:
        return "cut_misshapen"
    before = -1
    for offer, price in cut.offers:
        if not before < offer < len(face.places) or price == 0:
            return "cut_misshapen"
        if price < 0 and not face.must_offer[offer]:
            return "cut_price"
        before = offer
    return None


def _mixed(cut: CountCut, levels: Sequence[LinearLevel]) -> list[list[int]] | None:
    """What each pair is worth, before its atom and its offer take their part; None = nothing."""
    parts = [(cut.scale, cut.level), *((times, j) for j, times in enumerate(cut.above))]
    parts = [(times, j) for times, j in parts if times]
    if not parts:
        return None
    if len(parts) == 1 and parts[0][0] == 1:
        return levels[parts[0][1]].weights
    rows = zip(*(levels[j].weights for _, j in parts), strict=True)
    times = [n for n, _ in parts]
    return [[sum(map(int.__mul__, times, weights)) for weights in zip(*of_student, strict=True)] for of_student in rows]


def _constant(cut: CountCut, face: Face, atoms: Atoms, worth: list[list[int]] | None) -> int:
    price = [0] * len(face.places)
    for offer, own in cut.offers:
        price[offer] = own
    constant = sum(face.places[offer] * own for offer, own in cut.offers)
    of = price.__getitem__
    for s, row in enumerate(face.offers_of):
        if row:
            best = -min(map(of, row)) if worth is None else max(map(sub, worth[s], map(of, row)))
            best -= cut.atoms[atoms.of[s]]
            constant += best if face.must_student[s] else max(best, 0)
    return constant
