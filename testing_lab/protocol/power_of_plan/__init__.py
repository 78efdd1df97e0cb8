"""The power of the registered test as a function of the number of pairs, by the exact methods of the power room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testing_lab.protocol.power_of_plan.fixed import MCNEMAR, mcnemar_powers, unconditional_powers
from testing_lab.protocol.power_of_plan.powers import Powers
from testing_lab.protocol.power_of_plan.sequential import E_PROCESSES, anytime_powers, look_powers
from testing_lab.protocol.power_of_plan.unpaired import unpaired_powers

if TYPE_CHECKING:
    from testing_lab.power.discordance import Discordance
    from testing_lab.protocol.document import Protocol


def powers_of(protocol: Protocol, chances: Discordance) -> Powers:
    """The powers of the primary test, which must be one that fits the design.

    Raises
    ------
    ImpossibleInput
        A number of the plan that cannot be.
    """
    test = protocol.analysis.primary_test
    if test in MCNEMAR:
        return mcnemar_powers(protocol, chances)
    if test == "mcnemar_exact_unconditional":
        return unconditional_powers(protocol, chances)
    if test in E_PROCESSES:
        return anytime_powers(protocol, chances)
    if test == "exact_looks":
        return look_powers(protocol, chances)
    return unpaired_powers(protocol)
