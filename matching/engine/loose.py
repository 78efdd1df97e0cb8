"""What is still open on a face: which students can get another outcome than the one they have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

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
    from scipy.sparse import csr_array  # imported late: a command that does not match need not wait for it
    from scipy.sparse.csgraph import connected_components

    offers = len(face.places)
    free = offers
    matched = face.offer_of_student()
    here = np.where(matched < 0, free, matched)
    used = np.bincount(face.offer[face.taken], minlength=offers)
    unused_pair = np.flatnonzero(~face.taken)
    can_take = np.flatnonzero(used < face.places)
    can_give = np.flatnonzero((used > 0) & ~face.must_offer)
    droppable = (matched >= 0) & ~face.must_student
    leaving = np.unique(matched[droppable])

    tails = np.concatenate([here[face.student[unused_pair]], can_take, np.full(len(can_give), free, np.int64), leaving])
    heads = np.concatenate(
        [
            face.offer[unused_pair],
            np.full(len(can_take), free, np.int64),
            can_give,
            np.full(len(leaving), free, np.int64),
        ]
    )
    graph = csr_array((np.ones(len(tails), np.int32), (tails, heads)), shape=(offers + 1, offers + 1))
    _, component = connected_components(graph, directed=True, connection="strong")

    pair = ~face.taken & (component[here[face.student]] == component[face.offer])
    may_lose = droppable & (component[here] == component[free])
    student = may_lose.copy()
    student[face.student[pair]] = True
    return Loose(student=student, may_lose=may_lose, pair=pair)
