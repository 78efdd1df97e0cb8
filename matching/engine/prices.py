"""Least prices: the certificate that a matching is the best on its face."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matching.engine.moves import expand

if TYPE_CHECKING:
    import numpy.typing as npt

    from matching.engine.face import Face
    from matching.engine.moves import Moves


class NotBest(RuntimeError):
    """The solver called a matching best that is not: no prices prove it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Prices:
    """Dual prices: what a student gains, what a place costs. ``value`` = best value of the level."""

    student: npt.NDArray[np.int64]  # (students,)
    offer: npt.NDArray[np.int64]  # (offers,)
    value: int


def least_prices(face: Face, moves: Moves, weight: npt.NDArray[np.int64]) -> Prices:
    """The smallest offer prices that prove the matching on ``face`` to be of greatest ``weight``.

    A place costs at least what the student who has it would gain elsewhere: for student s placed with o and a pair
    (s, o'), p(o') >= p(o) + w(s, o') - w(s, o); for an unplaced student p(o') >= w(s, o'); and p >= 0 for an offer
    that need not be full. The smallest solution is the longest path from "unplaced" to each offer, found in rounds
    that only follow the prices that rose. It is the least element of the lattice of best prices, so it does
    not depend on which of several best matchings the solver found: certificates are equal byte for byte.

    Every offer that must be full is reached by such a path. It became so because its price was positive, so a tight
    path led to it from an unplaced student or from an offer that need not be full; those pairs are on the next face,
    and their start is still free there. Whether an offer is reached is the same for all matchings on a face: the
    students with a pair into a set of offers that no path enters all have their places in it, in every one of them.

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

    unreached = -(int(np.abs(weight).max(initial=0)) + 1) * 2 * (offers + 1)
    price = np.where(face.must_offer, unreached, 0)
    np.maximum.at(price, heads[moves.first[offers] :], steps[moves.first[offers] :])
    degree = np.diff(moves.first[: offers + 1])
    rising = np.flatnonzero((price > unreached) & (degree > 0))
    for _ in range(offers + 2):
        if not rising.size:
            break
        arc = expand(moves.first[rising], degree[rising])
        reached = np.repeat(price[rising], degree[rising]) + steps[arc]
        higher = reached > price[heads[arc]]
        head = heads[arc[higher]]
        np.maximum.at(price, head, reached[higher])
        rises = np.zeros(offers, np.bool_)
        rises[head] = True
        rising = np.flatnonzero(rises & (degree > 0))
    else:
        raise NotBest

    placed = np.flatnonzero(matched >= 0)
    value = gain
    value[placed] -= price[matched[placed]]
    used = np.bincount(face.offer[face.taken], minlength=offers)
    proven = (
        (value[~face.must_student] >= 0).all()
        and (matched[face.must_student] >= 0).all()
        and (price[used < face.places] == 0).all()
        and (price > unreached).all()
    )
    if not proven:
        raise NotBest
    total = sum(value.tolist()) + sum(
        places * p for places, p in zip(face.places.tolist(), price.tolist(), strict=True)
    )
    return Prices(student=value, offer=price, value=total)
