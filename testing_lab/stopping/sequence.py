"""The discordant pairs in the order in which they were decided: ``1`` only majority positive, ``0`` only minority."""

from __future__ import annotations

from testing_lab.faults import ImpossibleInput


def discordant_sequence(argument: str, sequence: str) -> list[bool]:
    """True for each pair with only the majority applicant positive. Concordant pairs are left out before."""
    for place, sign in enumerate(sequence):
        if sign not in "01":
            raise ImpossibleInput(argument, "has a sign other than 0 and 1", place=place, value=sign)
    return [sign == "1" for sign in sequence]
