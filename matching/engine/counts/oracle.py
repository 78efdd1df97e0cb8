"""What the best matching with given counts is worth, and the cut that says so for other counts too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from matching.engine.counts.base_face import Step, added, lift_factor
from matching.engine.counts.fixed import Impossible, with_counts
from matching.engine.face import next_face
from matching.engine.flow import best_matching
from matching.engine.loose import loose_part
from matching.engine.moves import moves_of
from matching.engine.prices import least_prices

if TYPE_CHECKING:
    import numpy.typing as npt

    from matching.engine.counts.base_face import Base

    Ints = npt.NDArray[np.int64]


def ask(base: Base, counts: Ints, level: int) -> int | None:
    """The best value of a level with these counts; None where they fall short of what is settled, or are impossible.

    Whatever the answer, the cut that it proves is added to the base.

    Raises
    ------
    TooLarge
        The cut needs multipliers past 64 bits.
    """
    face = with_counts(base, counts)
    if isinstance(face, Impossible):
        base.cut_off(face)
        return None
    steps: list[Step] = []
    for number in [*(tied for tied in base.tied if tied < level), level]:
        weight = base.weight(number, face)
        face = face.with_taken(best_matching(face, loose_part(face), weight))
        prices = least_prices(face, moves_of(face), weight)
        steps.append(Step(number, face, prices))
        # The face of a level that was narrowed to has its value settled; only the pairs that are left count here.
        if number == level or prices.value != base.values[number]:
            base.cut(*_multipliers(base, steps))
            return prices.value if number == level else None
        face = next_face(face, weight, prices)
    raise AssertionError("the last level returns")


def _multipliers(base: Base, steps: list[Step]) -> tuple[list[int], Ints]:
    """Factors of the levels and multipliers of the counts for one cut, out of prices on shrinking faces."""
    student, offer = steps[-1].prices.student, steps[-1].prices.offer
    factors = [0] * len(base.levels)
    factors[steps[-1].level] = 1
    for step in reversed(steps[:-1]):
        worth = np.zeros(len(step.face.pair), np.int64)
        for number, factor in enumerate(factors):
            worth += factor * base.weight(number, step.face)
        factor = lift_factor(step, worth, base.weight(step.level, step.face), student, offer)
        student, offer = added(student, factor, step.prices.student), added(offer, factor, step.prices.offer)
        factors[step.level] = factor
    return factors, -offer[len(base.face.places) :]
