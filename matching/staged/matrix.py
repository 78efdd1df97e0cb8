"""The rows of a model as one sparse matrix of whole numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matching.staged.model import Row

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Matrix:
    """``factors`` (rows x variables) with ``at_most`` and ``equal`` of each row."""

    factors: Any
    at_most: Ints
    equal: npt.NDArray[np.bool_]

    def met(self, values: Ints) -> bool:
        """Whether whole ``values`` obey every row."""
        sums = self.factors @ values
        return bool(((sums == self.at_most) | (~self.equal & (sums < self.at_most))).all())


def matrix_of(rows: Sequence[Row], variables: int) -> Matrix:
    """Lay the rows out."""
    from scipy.sparse import csr_array  # imported late: a command that does not match need not wait for it

    first = np.concatenate([[0], np.cumsum([row.columns.size for row in rows])]).astype(np.int64)
    columns = np.concatenate([np.zeros(0, np.int64), *[row.columns for row in rows]])
    factors = np.concatenate([np.zeros(0, np.int64), *[row.factors for row in rows]])
    return Matrix(
        csr_array((factors, columns, first), shape=(len(rows), variables)),
        np.array([row.at_most for row in rows], np.int64),
        np.array([row.equal for row in rows], np.bool_),
    )
