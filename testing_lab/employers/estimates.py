"""Employers by their estimated gaps and the standard errors of those, checked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from testing_lab.arguments import numbers, same_length
from testing_lab.faults import ImpossibleInput

if TYPE_CHECKING:
    from numpy.typing import NDArray


def estimates_with_errors(
    estimates: Sequence[float], standard_errors: Sequence[float]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Both as arrays: at least two employers, every standard error above 0."""
    values, errors = numbers("estimates", estimates), numbers("standard_errors", standard_errors)
    if same_length(estimates=values, standard_errors=errors) < 2:
        raise ImpossibleInput("estimates", "needs at least two employers", employers=len(values))
    for place in np.flatnonzero(errors <= 0):
        raise ImpossibleInput(f"standard_errors[{place}]", "must be above 0", value=float(errors[place]))
    if not np.all(np.isfinite(values**2)) or not np.all(errors**2 > 0) or not np.all(np.isfinite(errors**2)):
        raise ImpossibleInput("estimates and standard_errors", "have a size that no number can hold when squared")
    return values, errors
