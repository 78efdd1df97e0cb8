"""Least prices: the certificate that a matching is the best on its face."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matching.engine.exact import whole_product, whole_sum
from matching.engine.moves import expand

if TYPE_CHECKING:
    import numpy.typing as npt

    from matching.engine.face import Face
    from matching.engine.moves import Moves

    Ints = npt.NDArray[np.int64]


class NotBest(RuntimeError):
    """The solver called a matching best that is not: no prices prove it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Prices:
    """Dual prices: what a student gains, what a place costs. ``value`` = best value of the level."""

    student: npt.NDArray[np.int64]  # (students,)
    offer: npt.NDArray[np.int64]  # (offers,)
    value: int


@dataclass(frozen=True, slots=True)
class _Arcs:
    """The moves between offers: those of offer ``o`` are ``first[o] : first[o + 1]``."""

    first: Ints
    heads: Ints
    steps: Ints

    def propagate(self, price: Ints, among: npt.NDArray[np.bool_]) -> None:
        """Raise the prices of ``among``, in place, until every move between them costs at least its step.

        Raises
        ------
        NotBest
            They rise for ever: a cycle of moves gains.
        """
        degree = np.diff(self.first)
        rising = np.flatnonzero(among & (degree > 0))
        for _ in range(len(price) + 2):
            if not rising.size:
                return
            arc = expand(self.first[rising], degree[rising])
            reached = np.repeat(price[rising], degree[rising]) + self.steps[arc]
            higher = reached > price[self.heads[arc]]
            head = self.heads[arc[higher]]
            np.maximum.at(price, head, reached[higher])
            rises = np.zeros(len(price), np.bool_)
            rises[head] = True
            rising = np.flatnonzero(rises & (degree > 0))
        raise NotBest


def _price_apart(arcs: _Arcs, price: Ints, apart: npt.NDArray[np.bool_]) -> None:
    """Price the offers that nothing outside can move into: the least prices >= 0 among them, less what moves out ask.

    One number is taken off all of them, the least one >= 0 with which every move to another offer costs its step.
    """
    tail = np.repeat(np.arange(len(price)), np.diff(arcs.first))
    own = apart[tail]
    inside = own & apart[arcs.heads[: len(tail)]]
    within = np.flatnonzero(inside)
    first = np.concatenate([[0], np.cumsum(np.bincount(tail[within], minlength=len(price)))])
    price[apart] = 0
    _Arcs(first, arcs.heads[within], arcs.steps[within]).propagate(price, apart)
    out = np.flatnonzero(own & ~inside)
    asked = price[tail[out]] + arcs.steps[out] - price[arcs.heads[out]]
    price[apart] -= max(0, int(asked.max(initial=0)))


def least_prices(face: Face, moves: Moves, weight: npt.NDArray[np.int64]) -> Prices:
    """The smallest offer prices that prove the matching on ``face`` to be of greatest ``weight``.

    A place costs at least what the student who has it would gain elsewhere: for student s placed with o and a pair
    (s, o'), p(o') >= p(o) + w(s, o') - w(s, o); for an unplaced student p(o') >= w(s, o'); and p >= 0 for an offer
    that need not be full. The smallest solution is the longest path from "unplaced" to each offer, found in rounds
    that only follow the prices that rose. It is the least element of the lattice of best prices, so it does
    not depend on which of several best matchings the solver found: certificates are equal byte for byte.

    On a face that levels have left every offer that must be full is reached by such a path. It became so because its
    price was positive, so a tight path led to it from an unplaced student or from an offer that need not be full; those
    pairs are on the next face, and their start is still free there. With fixed counts (stand-ins that must be full)
    there may be offers that no path enters: only differences between their prices matter, see ``_price_apart``. Whether
    an offer is reached is the same for all matchings on a face: the students with a pair into a set of offers that no
    path enters all have their places in it, in every one of them.

    Raises
    ------
    NotBest
        A better matching exists: the solver is wrong.
    """
    offers = len(face.places)
    matched = face.offer_of_student()
    gain = np.zeros(len(matched), np.int64)
    gain[face.student[face.taken]] = weight[face.taken]
    heads = face.offer[moves.position]
    steps = weight[moves.position] - gain[face.student[moves.position]]

    arcs = _Arcs(moves.first[: offers + 1], heads, steps)
    unreached = -(int(np.abs(weight).max(initial=0)) + 1) * 2 * (offers + 1)
    price = np.where(face.must_offer, unreached, 0)
    np.maximum.at(price, heads[moves.first[offers] :], steps[moves.first[offers] :])
    arcs.propagate(price, price > unreached)
    apart = price == unreached
    if apart.any():
        _price_apart(arcs, price, apart)

    placed = np.flatnonzero(matched >= 0)
    value = gain
    value[placed] -= price[matched[placed]]
    used = np.bincount(face.offer[face.taken], minlength=offers)
    proven = (
        (value[~face.must_student] >= 0).all()
        and (matched[face.must_student] >= 0).all()
        and (price[used < face.places] == 0).all()
    )
    if not proven:
        raise NotBest
    return Prices(student=value, offer=price, value=whole_sum(value) + whole_product(face.places, price))
