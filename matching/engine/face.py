"""A face: the matchings that are still possible, as a shorter list of pairs and who must be used."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from matching.engine.prices import Prices
    from matching.engine.problem import Problem


@dataclass(frozen=True, kw_only=True, slots=True)
class Face:
    """Pairs that may be used, students that must be placed, offers that must be full; and one matching on it.

    A matching *on the face* uses only these pairs, each student at most once and each offer at most ``places`` times,
    places every ``must_student`` and fills every ``must_offer``. Arrays over pairs are sorted by (student, offer).
    """

    places: npt.NDArray[np.int64]  # (offers,)
    pair: npt.NDArray[np.int64]  # (pairs on the face,) number of the pair in the problem; past the last: a stand-in
    student: npt.NDArray[np.int64]  # (pairs on the face,)
    offer: npt.NDArray[np.int64]  # (pairs on the face,)
    must_student: npt.NDArray[np.bool_]  # (students,)
    must_offer: npt.NDArray[np.bool_]  # (offers,)
    taken: npt.NDArray[np.bool_]  # (pairs on the face,) one matching on the face

    def offer_of_student(self) -> npt.NDArray[np.int64]:
        """The offer that each student has in the matching, -1 for none."""
        matched = np.full(len(self.must_student), -1, np.int64)
        matched[self.student[self.taken]] = self.offer[self.taken]
        return matched

    def with_taken(self, taken: npt.NDArray[np.bool_]) -> Face:
        """The same face with another matching on it."""
        return replace(self, taken=taken)


def start_face(problem: Problem) -> Face:
    """Every matching that keeps the locks. Pairs with an offer that has no places are left out.

    The matching on it is the smallest one: the locks alone.
    """
    pair = np.flatnonzero(problem.places[problem.offer] > 0)
    student = problem.student[pair].astype(np.int64)
    return Face(
        places=problem.places,
        pair=pair,
        student=student,
        offer=problem.offer[pair].astype(np.int64),
        must_student=problem.locked_student.copy(),
        must_offer=np.zeros(len(problem.places), np.bool_),
        taken=problem.locked_student[student],
    )


def next_face(face: Face, weight: npt.NDArray[np.int64], prices: Prices) -> Face:
    """The face whose matchings are exactly the best ones of this level.

    Why: let (v, p) be best prices for ``weight`` on ``face``: v + p >= weight on every pair, v >= 0 except for students
    that must be placed, p >= 0 except for offers that must be full. For any matching on the face

        value(prices) - value(matching) = sum over used pairs of (v + p - weight)
                                        + sum over unplaced students of v + sum over unused places of p.

    A student that must be placed has no part in the second sum and an offer that must be full none in the third, so all
    terms are >= 0; a matching is best exactly when every term is 0: it uses tight pairs only, places every student
    with v > 0, and fills every offer with p > 0. That is a face again.
    """
    keep = prices.student[face.student] + prices.offer[face.offer] == weight
    return Face(
        places=face.places,
        pair=face.pair[keep],
        student=face.student[keep],
        offer=face.offer[keep],
        must_student=face.must_student | (prices.student > 0),
        must_offer=face.must_offer | (prices.offer > 0),
        taken=face.taken[keep],
    )
