"""The moves of a matching: pairs that are not used, grouped by where their student is now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from matching.engine.face import Face

    Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, slots=True)
class Moves:
    """Row ``o`` lists the unused pairs of the students who have offer ``o``; the last row those of the unplaced.

    Row ``o`` is ``position[first[o] : first[o + 1]]``; there are offers + 1 rows.
    """

    position: Ints  # (unused pairs,) where the pair stands on the face
    first: Ints  # (offers + 2,)


def moves_of(face: Face) -> Moves:
    """Group the unused pairs. Pairs are sorted by student, so only students have to be sorted."""
    offers = len(face.places)
    matched = face.offer_of_student()
    here = np.where(matched < 0, offers, matched)
    begin = np.searchsorted(face.student, np.arange(len(matched) + 1))
    student_order = np.argsort(here, kind="stable")
    position = expand(begin[student_order], np.diff(begin)[student_order])
    position = position[~face.taken[position]]
    counts = np.bincount(here[face.student[position]], minlength=offers + 1)
    return Moves(position=position, first=np.concatenate([[0], np.cumsum(counts)]))


def expand(first: Ints, count: Ints) -> Ints:
    """The runs ``first[i], first[i] + 1, ...`` of length ``count[i]``, one after another."""
    total = np.cumsum(count)
    return np.repeat(first - total + count, count) + np.arange(total[-1] if len(total) else 0)
