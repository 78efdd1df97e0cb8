"""The base face, how far levels have narrowed it, and the cuts that are known about it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from matching.engine.counts.rows import KnownCut
from matching.engine.exact import whole_product, whole_sum
from matching.engine.face import next_face
from matching.engine.flow import best_matching
from matching.engine.loose import loose_part
from matching.engine.moves import moves_of
from matching.engine.prices import Prices, least_prices
from matching.result import CountCut

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from matching.engine.counts.atoms import Atoms
    from matching.engine.counts.fixed import Impossible
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


@dataclass(frozen=True, slots=True)
class Step:
    """A solved level: its number, its face before it was narrowed, and the prices there."""

    level: int
    face: Face
    prices: Prices


@dataclass(kw_only=True, slots=True)
class Base:
    """The matchings that the goals above *group gap* leave, their atoms, and what is known about their counts.

    ``bottom`` is the base face; ``face`` is what is left of it after ``narrowed``: levels whose best value needs no
    regard for counts, so that complementary slackness applies. ``pair`` of both is the place on the base face. ``low``
    and ``high`` hold for the counts of every matching. ``most_gap`` is known after *group gap*, ``least_placed``
    where placements may be given up. ``levels`` with ``values`` are the linear levels so far.
    """

    bottom: Face
    face: Face
    loose: Loose
    atoms: Atoms
    low: Ints  # (atoms,)
    high: Ints  # (atoms,)
    most_gap: Fraction | None = None
    least_placed: int | None = None
    levels: list[LinearLevel] = field(default_factory=list)
    values: list[int] = field(default_factory=list)
    narrowed: list[Step] = field(default_factory=list)
    cuts: list[KnownCut] = field(default_factory=list)

    @property
    def pair_atom(self) -> Ints:
        """The atom of each pair on ``face``."""
        return self.atoms.of_student[self.face.student]

    @property
    def tied(self) -> list[int]:
        """The numbers of the settled levels that ``face`` does not keep by itself."""
        free = {step.level for step in self.narrowed}
        return [level for level in range(len(self.values)) if level not in free]

    def weight(self, level: int, face: Face) -> Ints:
        """The weight of a linear level on a face; stand-ins (``pair`` -1) weigh nothing."""
        return np.append(self.levels[level].weight, 0)[face.pair]

    def obeys(self, counts: Ints) -> bool:
        """Whether counts keep the gap and the number of placements that are settled."""
        if self.most_gap is not None and self.atoms.gap(counts) > self.most_gap:
            return False
        return self.least_placed is None or int(counts.sum()) >= self.least_placed

    def plain(self, level: int) -> tuple[CountCut, Step]:
        """The cut of a level without regard for counts, and the step that it would be."""
        face = self.face
        own = self.weight(level, face)
        matched = face.with_taken(best_matching(face, self.loose, own))
        prices = least_prices(matched, moves_of(matched), own)
        factors = [0] * level + [1]
        return self._lifted(factors, np.zeros(len(self.low), np.int64), prices), Step(level, matched, prices)

    def narrower(self, step: Step) -> Base:
        """The same with the matchings alone that are best for a level; what is known is shared."""
        face = next_face(step.face, self.weight(step.level, step.face), step.prices)
        return replace(self, face=face, loose=loose_part(face), narrowed=[*self.narrowed, step])

    def narrow(self, to: Base) -> None:
        """Go to what ``narrower`` gave."""
        self.face, self.loose, self.narrowed = to.face, to.loose, to.narrowed

    def cut(self, factors: Sequence[int], atoms: Ints) -> CountCut:
        """The tightest cut with a factor >= 0 for each linear level and these multipliers of the counts.

        Raises
        ------
        TooLarge
            The multipliers are too large for exact arithmetic on arrays.
        """
        weight = self._worth(factors, atoms, self.face)
        face = self.face.with_taken(best_matching(self.face, self.loose, weight))
        return self._lifted(list(factors), atoms, least_prices(face, moves_of(face), weight))

    def cut_off(self, why: Impossible) -> CountCut:
        """The tightest cut that says that counts are impossible.

        The flow that found out mostly gives its prices too; where it does not, another flow does.
        """
        factors, cut = [0] * len(self.levels), why.least_cut
        if cut is not None:
            face, offer = self.face, cut.offer
            worth = why.atoms[self.pair_atom]
            student = np.where(face.must_student, -2, 0)
            np.maximum.at(student, face.student, worth - offer[face.offer])
            if whole_sum(student) + whole_product(face.places, offer) == cut.most:
                return self._lifted(factors, -why.atoms, Prices(student=student, offer=offer, value=cut.most))
        return self.cut(factors, -why.atoms)

    def _worth(self, factors: Sequence[int], atoms: Ints, face: Face) -> Ints:
        worth = -atoms[self.atoms.of_student[face.student]]
        size = int(np.abs(atoms).max(initial=0))
        for level, factor in enumerate(factors):
            if factor:
                size += abs(factor) * int(np.abs(self.levels[level].weight).max(initial=0))
                if size * 4 * (len(face.places) + len(face.must_student) + 2) > MOST:
                    raise TooLarge
                worth = worth + factor * self.weight(level, face)
        return worth

    def _lifted(self, factors: list[int], atoms: Ints, prices: Prices) -> CountCut:
        """The cut for the base face, out of prices on what is left of it: see ``lift``."""
        student, offer = prices.student, prices.offer
        for step in reversed(self.narrowed):
            factor = lift_factor(
                step, self._worth(factors, atoms, step.face), self.weight(step.level, step.face), student, offer
            )
            student, offer = added(student, factor, step.prices.student), added(offer, factor, step.prices.offer)
            factors[step.level] += factor
        priced = np.flatnonzero(offer)
        level = max((j for j, factor in enumerate(factors) if factor), default=-1)
        found = CountCut(
            level=level,
            scale=factors[level] if level >= 0 else 0,
            above=tuple(factors[: max(level, 0)]),
            atoms=tuple(atoms.tolist()),
            offers=tuple(zip(priced.tolist(), offer[priced].tolist(), strict=True)),
            constant=_constant(self.bottom, self._worth(factors, atoms, self.bottom), offer),
        )
        self.cuts.append(KnownCut(found))
        return found


def lift_factor(step: Step, worth: Ints, own: Ints, student: Ints, offer: Ints) -> int:
    """How much of an earlier level makes prices of a later face hold on the earlier face too.

    ``worth`` is what the prices have to cover there, ``own`` the weight of the earlier level. A pair that the earlier
    level dropped has slack under its prices, at least 1, so a large enough multiple makes up for what it lacks;
    and likewise for the prices of offers that it obliged.
    """
    face, prices = step.face, step.prices
    lack = worth - student[face.student] - offer[face.offer]
    slack = prices.student[face.student] + prices.offer[face.offer] - own
    short = (lack > 0) & (slack > 0)
    below = (offer < 0) & (prices.offer > 0) & ~face.must_offer
    under = (student < 0) & (prices.student > 0) & ~face.must_student
    return max(
        int((-(-lack[short] // slack[short])).max(initial=0)),
        int((-(offer[below] // prices.offer[below])).max(initial=0)),
        int((-(student[under] // prices.student[under])).max(initial=0)),
    )


def added(prices: Ints, factor: int, more: Ints) -> Ints:
    """Prices with a multiple of others.

    Raises
    ------
    TooLarge
        The sum grows past 64 bits.
    """
    if int(np.abs(prices).max(initial=0)) + factor * int(np.abs(more).max(initial=0)) > MOST:
        raise TooLarge
    return prices + factor * more


def _constant(face: Face, worth: Ints, offer: Ints) -> int:
    """What the prices of the offers prove that no matching exceeds."""
    least = np.where(face.must_student, -MOST * 2, 0)
    np.maximum.at(least, face.student, worth - offer[face.offer])
    return whole_sum(least) + whole_product(face.places, offer)


def base_of(face: Face, atoms: Atoms) -> Base:
    """Start the coupled part on a face."""
    has_pair = np.zeros(len(face.must_student), np.bool_)
    has_pair[face.student] = True
    bottom = replace(face, pair=np.arange(len(face.pair)))
    return Base(
        bottom=bottom,
        face=bottom,
        loose=loose_part(bottom),
        atoms=atoms,
        low=atoms.counts(face.must_student),
        high=atoms.counts(has_pair),
    )
