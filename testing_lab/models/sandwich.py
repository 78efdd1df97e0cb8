r"""Variances that hold when rows of one cluster belong together: CR0, CR1, CR2, and Satterthwaite's degrees of freedom.

Everything is in the orthonormal coordinates of the design, :math:`Q` with :math:`Q'Q = I`. With cluster
:math:`j`'s rows :math:`Q_j` and :math:`S_j = Q_j'Q_j`, CR2's adjustment needs only p × p matrices, however large the
cluster: :math:`Q_j'(I - Q_jQ_j')^{-1/2} = (I - S_j)^{-1/2}Q_j'`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: An eigenvalue of I - S below this is 0: the cluster alone determines a direction (clubSandwich: 1e-12, too).
_NOTHING: Final = 1e-12


class Clusters(msgspec.Struct, frozen=True, kw_only=True):
    """Which rows belong together: the rows in order of their cluster, and where each cluster starts."""

    order: NDArray[np.intp]
    starts: NDArray[np.intp]

    @property
    def number(self) -> int:
        """How many clusters."""
        return len(self.starts)

    def sums(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """The sum of the rows of each cluster."""
        total: NDArray[np.float64] = np.add.reduceat(rows[self.order], self.starts, axis=0)
        return total


def clusters(codes: NDArray[np.intp], number: int) -> Clusters:
    """From a cluster number a row."""
    order = np.argsort(codes, kind="stable")
    return Clusters(order=order, starts=np.searchsorted(codes[order], np.arange(number)))


def grams(orthonormal: NDArray[np.float64], groups: Clusters) -> NDArray[np.float64]:
    """S of each cluster, p × p."""
    return groups.sums(orthonormal[:, :, None] * orthonormal[:, None, :])


def cr2_roots(gram: NDArray[np.float64]) -> NDArray[np.float64]:
    """(I - S)^(-1/2) of each cluster; a direction that the cluster alone determines gets 0, as in clubSandwich."""
    values, vectors = np.linalg.eigh(np.eye(gram.shape[1]) - gram)
    present = values > _NOTHING
    power = np.where(present, values, 1.0) ** -0.5 * present
    roots: NDArray[np.float64] = (vectors * power[:, None, :]) @ vectors.transpose(0, 2, 1)
    return roots


def satterthwaite(
    gram: NDArray[np.float64], roots: NDArray[np.float64] | None, contrast: NDArray[np.float64]
) -> float | None:
    r"""Degrees of freedom of the variance of ``contrast`` (in orthonormal coordinates); ``None`` if it is always 0.

    With independent, equally spread errors the variance is a quadratic form; two moments of it match a chi-square with
    :math:`(\sum_j \Omega_{jj})^2 / \sum_{jk} \Omega_{jk}^2` degrees of freedom, where
    :math:`\Omega_{jk} = \delta_{jk} a_j'a_j - h_j'h_k`, :math:`a_j = Q_jB_jw` and :math:`h_j = S_jB_jw`.
    """
    direction = np.broadcast_to(contrast, (len(gram), len(contrast))) if roots is None else roots @ contrast
    h = np.einsum("jab,jb->ja", gram, direction)
    a = np.einsum("ja,ja->j", direction, h)
    own = (h**2).sum(axis=1)
    diagonal = a - own
    everything = ((h.T @ h) ** 2).sum() - (own**2).sum() + (diagonal**2).sum()
    if not diagonal.sum() > _NOTHING * (contrast @ contrast):
        return None
    return float(diagonal.sum() ** 2 / everything)
