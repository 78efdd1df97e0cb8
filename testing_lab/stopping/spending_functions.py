"""How much of alpha may be spent by which share of the information? The usual functions by their usual names."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from scipy import special

from testing_lab.faults import ImpossibleInput

if TYPE_CHECKING:
    from collections.abc import Callable

#: What can be asked for; the last two with a number of one's own.
KNOWN: Final = (
    "Lan-DeMets O'Brien-Fleming",
    "Lan-DeMets Pocock",
    "Hwang-Shih-DeCani gamma=-4",
    "Kim-DeMets rho=3",
)

_PARAMETER: Final = re.compile(r"^(Hwang-Shih-DeCani gamma|Kim-DeMets rho)=([-+]?(?:\d+\.?\d*|\.\d+))$")


def spending_function(name: str) -> Callable[[float, float], float]:
    """Cumulative alpha by (information fraction from 0 to 1, one-sided alpha).

    Raises
    ------
    ImpossibleInput
        An unknown name, or a rho not above 0.
    """
    if name == "Lan-DeMets O'Brien-Fleming":
        return lambda t, alpha: 2 * float(special.ndtr(special.ndtri(alpha / 2) / math.sqrt(t)))
    if name == "Lan-DeMets Pocock":
        return lambda t, alpha: alpha * math.log1p((math.e - 1) * t)
    found = _PARAMETER.match(name)
    if found is None:
        raise ImpossibleInput(
            "spending", "is no spending function that is known here", value=name, known="; ".join(KNOWN)
        )
    parameter = float(found[2])
    if found[1].startswith("Hwang"):
        if abs(parameter) > 300:
            raise ImpossibleInput("spending", "has a gamma beyond 300", value=parameter)
        if parameter == 0:
            return lambda t, alpha: alpha * t
        return lambda t, alpha: alpha * math.expm1(-parameter * t) / math.expm1(-parameter)
    if parameter <= 0:
        raise ImpossibleInput("spending", "has a rho that is not above 0", value=parameter)
    return lambda t, alpha: alpha * t**parameter
