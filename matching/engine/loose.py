"""What is still open on a face: which students can get another outcome than the one they have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matching.engine.components import strong_components
from matching.engine.moves import moves_of

if TYPE_CHECKING:
    import numpy.typing as npt

    from matching.engine.face import Face


@dataclass(frozen=True, kw_only=True, slots=True)
class Loose:
    """The part of a face on which its matchings differ.

    ``student``: has more than one possible outcome. ``may_lose``: is placed, and unplaced in another matching on the
    face. ``pair``: not used by the matching at hand, but by another one.
    """

    student: npt.NDArray[np.bool_]  # (students,)
    may_lose: npt.NDArray[np.bool_]  # (students,)
    pair: npt.NDArray[np.bool_]  # (pairs on the face,)


def loose_part(face: Face) -> Loose:
    """Find every alternative to the matching on ``face``, exactly, in linear time.

    The matching is a flow student -> offer -> "free", with an arc student -> "free" for who need not be placed. Another
    matching differs from it by cycles of the residual graph, so an arc can change exactly when both its ends lie in
    one strongly connected component. Students have one way in, so they are contracted into the offer that they
    have (or into "free"). An offer with some places used and some not is tied to "free" in both directions; that is a
    real tie: one student more or fewer there needs nobody else to move.
    """
    offers = len(face.places)
    free = offers
    matched = face.offer_of_student()
    here = np.where(matched < 0, free, matched)
    used = np.bincount(face.offer[face.taken], minlength=offers)
    droppable = (matched >= 0) & ~face.must_student
    to_free = used < face.places
    to_free[matched[droppable]] = True
    from_free = np.flatnonzero((used > 0) & ~face.must_offer)

    moves = moves_of(face)
    heads = np.concatenate([face.offer[moves.position], from_free])  # the row of "free" is the last one
    heads = np.insert(heads, moves.first[np.flatnonzero(to_free)], free)
    first = moves.first + np.concatenate([[0], np.cumsum(to_free), [to_free.sum() + len(from_free)]])
    component = strong_components(heads, first)

    pair = ~face.taken & (component[here[face.student]] == component[face.offer])
    may_lose = droppable & (component[here] == component[free])
    student = may_lose.copy()
    student[face.student[pair]] = True
    return Loose(student=student, may_lose=may_lose, pair=pair)
