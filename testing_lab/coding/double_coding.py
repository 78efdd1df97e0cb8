"""Codes of two coders, counted: a row for each code of the first, a column for each code of the second."""

from __future__ import annotations

from collections.abc import Sequence

from testing_lab.arguments import same_length
from testing_lab.faults import ImpossibleInput


def double_coded(*, first: Sequence[str], second: Sequence[str], codes: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """How often each pair of codes was given; ``codes`` names all of them, in the order that weights need.

    Raises
    ------
    ImpossibleInput
        The lists are not equally long, a code is named twice, or a coder used a code that is not named.
    """
    same_length(first=first, second=second)
    places = {code: place for place, code in enumerate(codes)}
    if len(places) != len(codes):
        raise ImpossibleInput("codes", "names a code twice")
    for name, coder in (("first", first), ("second", second)):
        for place, code in enumerate(coder):
            if code not in places:
                raise ImpossibleInput(f"{name}[{place}]", "is not among the codes", value=str(code))
    counts = [[0] * len(codes) for _ in codes]
    for one, other in zip(first, second, strict=True):
        counts[places[one]][places[other]] += 1
    return tuple(map(tuple, counts))
