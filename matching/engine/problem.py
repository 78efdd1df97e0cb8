"""The arrays that the engine works on: eligible pairs, places and locks, nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """Eligible pairs of students and offers.

    Students and offers are numbered from 0 in the order of their sorted keys. Pairs are sorted by (student, offer),
    each pair once. A locked student has one pair only, and must have it; locks never exceed the places of an offer.
    """

    student_keys: tuple[str, ...]
    offer_keys: tuple[str, ...]
    places: npt.NDArray[np.int64]  # (offers,)
    student: npt.NDArray[np.int32]  # (pairs,)
    offer: npt.NDArray[np.int32]  # (pairs,)
    utility: npt.NDArray[np.int64]  # (pairs,) 0..1000
    locked_student: npt.NDArray[np.bool_]  # (students,)
