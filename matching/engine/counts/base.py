"""The base face, and the cuts that are known about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from matching.engine.flow import best_matching
from matching.engine.moves import moves_of
from matching.engine.prices import least_prices
from matching.result import CountCut

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from matching.engine.counts.atoms import Atoms
    from matching.engine.face import Face
    from matching.engine.loose import Loose

    Ints = npt.NDArray[np.int64]

#: Sums of weights stay below this, far enough from 2^63.
MOST = 1 << 61


class TooLarge(ArithmeticError):
    """Multipliers grew past what 64 bits hold; the level stays unproven."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LinearLevel:
    """A goal, or a part of one, as a weight for each pair of the base face."""

    goal: str
    round: int
    weight: Ints  # (pairs on the base face,)


@dataclass(kw_only=True, slots=True)
class Base:
    """The matchings that the goals above *group gap* leave, their atoms, and what is known about their counts.

    ``low`` and ``high`` hold for the counts of every matching on the face. ``most_gap`` is known after *group gap*,
    ``least_placed`` where placements may be given up. ``levels`` with ``values`` are the linear levels so far.
    """

    face: Face
    loose: Loose
    atoms: Atoms
    low: Ints  # (atoms,)
    high: Ints  # (atoms,)
    most_gap: Fraction | None = None
    least_placed: int | None = None
    levels: list[LinearLevel] = field(default_factory=list)
    values: list[int] = field(default_factory=list)
    cuts: list[CountCut] = field(default_factory=list)

    @property
    def pair_atom(self) -> Ints:
        """The atom of each pair on the face."""
        return self.atoms.of_student[self.face.student]

    def obeys(self, counts: Ints) -> bool:
        """Whether counts keep the gap and the number of placements that are settled."""
        if self.most_gap is not None and self.atoms.gap(counts) > self.most_gap:
            return False
        return self.least_placed is None or int(counts.sum()) >= self.least_placed

    def cut_of(self, factors: Sequence[int], atoms: Ints) -> None:
        """The tightest cut with a factor >= 0 for each linear level and these multipliers of the counts."""
        level = max((j for j, factor in enumerate(factors) if factor), default=-1)
        self.cut(level, factors[level] if level >= 0 else 0, factors[: max(level, 0)], atoms)

    def cut(self, level: int, scale: int, above: Sequence[int], atoms: Ints) -> tuple[CountCut, Ints]:
        """The tightest cut with these multipliers, remembered; and the counts of a matching that meets it.

        Raises
        ------
        TooLarge
            The multipliers are too large for exact arithmetic on arrays.
        """
        terms = [(scale, self.levels[level].weight)] if scale else []
        terms += [(factor, self.levels[j].weight) for j, factor in enumerate(above) if factor]
        weight = -atoms[self.pair_atom]
        size = int(np.abs(atoms).max(initial=0))
        for factor, objective in terms:
            size += abs(factor) * int(np.abs(objective).max(initial=0))
            if size * 4 * (len(self.face.places) + len(self.face.must_student) + 2) > MOST:
                raise TooLarge
            weight = weight + factor * objective
        face = self.face.with_taken(best_matching(self.face, self.loose, weight))
        prices = least_prices(face, moves_of(face), weight)
        priced = np.flatnonzero(prices.offer)
        found = CountCut(
            level=level,
            scale=scale,
            above=tuple(above),
            atoms=tuple(atoms.tolist()),
            offers=tuple(zip(priced.tolist(), prices.offer[priced].tolist(), strict=True)),
            constant=prices.value,
        )
        self.cuts.append(found)
        return found, self.atoms.counts(face.offer_of_student() >= 0)


def base_of(face: Face, loose: Loose, atoms: Atoms) -> Base:
    """Start the coupled part on a face."""
    has_pair = np.zeros(len(face.must_student), np.bool_)
    has_pair[face.student] = True
    return Base(face=face, loose=loose, atoms=atoms, low=atoms.counts(face.must_student), high=atoms.counts(has_pair))
