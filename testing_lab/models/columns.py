"""Columns as a caller has them, one value a row, and the design matrix that the models work with.

A design is kept in two coordinates: as it was given, with the intercept in front, and orthonormal. The fits use the
orthonormal one, so that units ("years", "years²/100", euros) cost no digits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

import msgspec
import numpy as np

from testing_lab.arguments import number
from testing_lab.faults import ImpossibleInput

if TYPE_CHECKING:
    from numpy.typing import NDArray

INTERCEPT: Final = "Intercept"

#: A column of length 1 less what the columns before it explain: below this length it counts as nothing.
_DEPENDENT: Final = 1e-9


class Design(msgspec.Struct, frozen=True, kw_only=True):
    """The same columns twice: ``x`` as given and ``orthonormal``, with ``x @ back == orthonormal``."""

    names: list[str]
    x: NDArray[np.float64]
    orthonormal: NDArray[np.float64]
    back: NDArray[np.float64]


def column(argument: str, values: Sequence[float]) -> NDArray[np.float64]:
    """A column of finite numbers; true and false count as 1 and 0.

    Raises
    ------
    ImpossibleInput
        It is empty, or a row has no value or no finite number.
    """
    if len(values) == 0:
        raise ImpossibleInput(argument, "is empty")
    quick = np.asarray(values)
    if quick.ndim == 1 and quick.dtype.kind in "biuf":
        numbers = quick.astype(np.float64)
        if np.isfinite(numbers).all():
            return numbers
    return np.array([_one(f"{argument}[{row}]", value) for row, value in enumerate(values)], dtype=np.float64)


def _one(place: str, value: float | None) -> float:
    if value is None or value != value:
        raise ImpossibleInput(place, "has no value: leave incomplete rows out before you ask")
    return float(value) if isinstance(value, bool | np.bool_) else number(place, value)


def two_valued(argument: str, values: Sequence[float]) -> NDArray[np.float64]:
    """A column of zeros and ones."""
    numbers = column(argument, values)
    other = np.flatnonzero((numbers != 0) & (numbers != 1))
    if len(other):
        raise ImpossibleInput(f"{argument}[{other[0]}]", "is neither 0 nor 1", value=float(numbers[other[0]]))
    return numbers


def labels(argument: str, values: Sequence[str | int]) -> tuple[NDArray[np.intp], int]:
    """Which group each row belongs to, numbered from 0 in order of appearance, and how many groups there are."""
    if len(values) == 0:
        raise ImpossibleInput(argument, "is empty")
    seen: dict[object, int] = {}
    codes = [seen.setdefault(label, len(seen)) for label in values]
    for label, code in seen.items():
        if label is None or label != label:
            raise ImpossibleInput(f"{argument}[{codes.index(code)}]", "has no value: every row needs a label")
    return np.array(codes, dtype=np.intp), len(seen)


def equally_long(rows: int, **others: int) -> None:
    """Every column has as many rows as the outcome."""
    for name, length in others.items():
        if length != rows:
            raise ImpossibleInput(name, "is not as long as the outcome", rows=length, outcome=rows)


def covariate_matrix(covariates: Mapping[str, Sequence[float]], *, rows: int) -> NDArray[np.float64]:
    """The columns side by side, in their order, without an intercept."""
    if INTERCEPT in covariates:
        raise ImpossibleInput("covariates", "may not contain a column with this name", name=INTERCEPT)
    columns = [column(f"covariates.{name}", values) for name, values in covariates.items()]
    for name, one in zip(covariates, columns, strict=True):
        equally_long(rows, **{f"covariates.{name}": len(one)})
    return np.column_stack(columns) if columns else np.empty((rows, 0))


def design(covariates: Mapping[str, Sequence[float]], *, rows: int) -> Design:
    """The design matrix with its intercept.

    Raises
    ------
    ImpossibleInput
        A column is of another length, is constant, or follows from the columns before it; or there are not more rows
        than coefficients.
    """
    given = covariate_matrix(covariates, rows=rows)
    names = [INTERCEPT, *covariates]
    if rows <= len(names):
        raise ImpossibleInput("covariates", "need more rows than coefficients", rows=rows, coefficients=len(names))
    orthonormal, back = orthonormalised(given, list(covariates), centred=True)
    return Design(
        names=names,
        x=np.column_stack([np.ones(rows), given]),
        orthonormal=np.column_stack([np.full(rows, rows**-0.5), orthonormal]),
        back=_with_intercept(back, given.mean(axis=0), rows),
    )


def orthonormalised(
    given: NDArray[np.float64], names: list[str], *, centred: bool, size: NDArray[np.float64] | None = None
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Orthonormal columns Q of the given ones, and B with (given - means) @ B = Q; no means if not ``centred``.

    ``size`` is how large the values of a column are, if what is given are differences of them: 1e-16 is then nothing.
    """
    if given.shape[1] == 0:
        return given, np.empty((0, 0))
    size = np.abs(given).max(axis=0) if size is None else size
    size = np.where(size > 0, size, 1)
    scaled = given / size
    if centred:
        scaled = scaled - scaled.mean(axis=0)
        scaled = scaled - scaled.mean(axis=0)
    length = np.sqrt((scaled**2).sum(axis=0))
    still = np.flatnonzero(length <= _DEPENDENT * np.sqrt(len(given)))
    if len(still):
        if centred:
            raise ImpossibleInput("covariates", "a column does not vary", column=names[still[0]])
        raise ImpossibleInput("covariates", "a column does not vary within a stratum", column=names[still[0]])
    q, r = np.linalg.qr(scaled / length)
    follows = np.flatnonzero(np.abs(np.diag(r)) <= _DEPENDENT)
    if len(follows):
        raise ImpossibleInput("covariates", "a column follows from those before it", column=names[follows[0]])
    return q, np.linalg.inv(r) / (length * size)[:, None]


def _with_intercept(back: NDArray[np.float64], means: NDArray[np.float64], rows: int) -> NDArray[np.float64]:
    whole = np.zeros((len(back) + 1, len(back) + 1))
    whole[0, 0] = rows**-0.5
    whole[1:, 1:] = back
    whole[0, 1:] = -means @ back
    return whole
