"""What the best matching with given counts is worth, and the cut that says so for other counts too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matching.engine.counts.base import MOST, TooLarge
from matching.engine.counts.fixed import Impossible, with_counts
from matching.engine.face import next_face
from matching.engine.flow import best_matching
from matching.engine.loose import loose_part
from matching.engine.moves import moves_of
from matching.engine.prices import least_prices

if TYPE_CHECKING:
    import numpy.typing as npt

    from matching.engine.counts.base import Base
    from matching.engine.face import Face
    from matching.engine.prices import Prices

    Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """``values`` of the linear levels, one after another, as far as they reach what is settled; None: impossible."""

    values: tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class _Step:
    """A solved level: its face before it was narrowed, and the prices there."""

    face: Face
    prices: Prices


def ask(base: Base, counts: Ints, *, last: int) -> Answer:
    """Solve the levels 0..``last`` with these counts; adds the cuts that the answer proves to the base.

    Where a level falls short of its settled value the answer ends there, with a cut that says so.
    """
    found = with_counts(base, counts)
    if isinstance(found, Impossible):
        base.cut(-1, 0, (), -found.atoms)
        return Answer(values=None)
    face, steps, values = found, list[_Step](), list[int]()
    for level in range(last + 1):
        weight = _weight(base, level, face)
        face = face.with_taken(best_matching(face, loose_part(face), weight))
        prices = least_prices(face, moves_of(face), weight)
        steps.append(_Step(face, prices))
        values.append(prices.value)
        if level == last or prices.value < base.values[level]:
            base.cut(level, 1, *_multipliers(base, steps))
            break
        face = next_face(face, weight, prices)
    return Answer(values=tuple(values))


def _weight(base: Base, level: int, face: Face) -> Ints:
    """The weight of a linear level on a face with fixed counts; stand-ins weigh nothing."""
    own = base.levels[level].weight
    return np.where(face.pair >= 0, own[face.pair], 0) if own.size else np.zeros(len(face.pair), np.int64)


def _multipliers(base: Base, steps: list[_Step]) -> tuple[tuple[int, ...], Ints]:
    """Multipliers (of the levels above, of the counts) for one cut, out of the prices of levels on shrinking faces.

    The prices of a level hold on its own face. A pair that an earlier level dropped has slack there, at least 1, so a
    large enough multiple of the earlier level makes up for what it lacks here; and likewise for the prices of offers
    that the earlier level obliged.

    Raises
    ------
    TooLarge
        The multiples grow past 64 bits.
    """
    student, offer = steps[-1].prices.student, steps[-1].prices.offer
    factors = {len(steps) - 1: 1}
    for number in range(len(steps) - 2, -1, -1):
        face, prices = steps[number].face, steps[number].prices
        worth = sum((factor * _weight(base, level, face) for level, factor in factors.items()), np.int64(0))
        lack = worth - student[face.student] - offer[face.offer]
        slack = prices.student[face.student] + prices.offer[face.offer] - _weight(base, number, face)
        short = (lack > 0) & (slack > 0)
        below = (offer < 0) & (prices.offer > 0) & ~face.must_offer
        factor = max(
            int((-(-lack[short] // slack[short])).max(initial=0)),
            int((-(offer[below] // prices.offer[below])).max(initial=0)),
        )
        student, offer = _added(student, factor, prices.student), _added(offer, factor, prices.offer)
        factors[number] = factor
    above = tuple(factors[number] for number in range(len(steps) - 1))
    return above, -offer[len(base.face.places) :]


def _added(prices: Ints, factor: int, more: Ints) -> Ints:
    if int(np.abs(prices).max(initial=0)) + factor * int(np.abs(more).max(initial=0)) > MOST:
        raise TooLarge
    return prices + factor * more
