"""A set of (student, offer) pairs that arrays of any shape can be looked up in."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class PairSet:
    """Pairs as sorted keys: student x number of offers + offer."""

    keys: npt.NDArray[np.int64]
    offer_count: int

    @classmethod
    def of(cls, student: npt.NDArray[np.int64], offer: npt.NDArray[np.int64], offer_count: int) -> PairSet:
        """The set of these pairs; a pair that comes twice counts once."""
        return cls(np.unique(student * offer_count + offer), offer_count)

    def has(self, s: npt.NDArray[np.int64], o: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
        """Whether each pair of the broadcast of ``s`` and ``o`` is in the set."""
        return self.place(s, o) >= 0

    def place(self, s: npt.NDArray[np.int64], o: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """The position of each pair in ``keys``, or -1."""
        wanted = s * self.offer_count + o
        if not self.keys.size:
            return np.full(wanted.shape, -1, np.int64)
        at = np.minimum(np.searchsorted(self.keys, wanted), self.keys.size - 1)
        return np.where(self.keys[at] == wanted, at, -1)
