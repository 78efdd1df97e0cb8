"""Is an argument possible? Each check gives the value back in the type the mathematics wants, or says what is wrong."""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from testing_lab.faults import ImpossibleInput

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Beyond 2⁵³ a machine number no longer counts one by one.
LARGEST_COUNT: Final = 2**53


def count(argument: str, value: float) -> int:
    """A whole number from 0 up. ``3.0`` is one; ``True`` and ``2.5`` are not."""
    if isinstance(value, bool | np.bool_) or not isinstance(value, int | float | np.integer | np.floating):
        raise ImpossibleInput(argument, "is not a whole number", value=str(value))
    if isinstance(value, float | np.floating) and (not math.isfinite(value) or value != int(value)):
        raise ImpossibleInput(argument, "is not a whole number", value=str(value))
    if value < 0:
        raise ImpossibleInput(argument, "is below 0", value=int(value))
    if value > LARGEST_COUNT:
        raise ImpossibleInput(argument, "is too large", largest=LARGEST_COUNT)
    return int(value)


def number(argument: str, value: float) -> float:
    """A finite number."""
    if isinstance(value, bool | np.bool_) or not isinstance(value, int | float | np.integer | np.floating):
        raise ImpossibleInput(argument, "is not a number", value=str(value))
    if isinstance(value, int) and abs(value) > sys.float_info.max:
        raise ImpossibleInput(argument, "is too large", largest=sys.float_info.max)
    if not math.isfinite(value):
        raise ImpossibleInput(argument, "is not a finite number", value=str(value))
    return float(value)


def open_share(argument: str, value: float) -> float:
    """A number strictly between 0 and 1: a confidence, an alpha, a power."""
    if not 0 < number(argument, value) < 1:
        raise ImpossibleInput(argument, "must lie between 0 and 1, without the ends", value=float(value))
    return float(value)


def share(argument: str, value: float) -> float:
    """A number from 0 to 1: a probability."""
    if not 0 <= number(argument, value) <= 1:
        raise ImpossibleInput(argument, "must lie from 0 to 1", value=float(value))
    return float(value)


def numbers(argument: str, values: Sequence[float] | NDArray[np.float64]) -> NDArray[np.float64]:
    """A list of finite numbers, at least one."""
    if len(values) == 0:
        raise ImpossibleInput(argument, "is empty")
    return np.array([number(f"{argument}[{place}]", value) for place, value in enumerate(values)], dtype=np.float64)


def same_length(**lists: Sequence[object] | NDArray[np.float64]) -> int:
    """How long all of them are."""
    lengths = {name: len(values) for name, values in lists.items()}
    if len(set(lengths.values())) > 1:
        raise ImpossibleInput(" and ".join(lengths), "are not equally long", **lengths)
    return next(iter(lengths.values()))
