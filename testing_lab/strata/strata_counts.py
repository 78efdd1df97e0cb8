"""Unpaired groups in several strata: a 2×2 table for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from testing_lab.arguments import count
from testing_lab.faults import ImpossibleInput


class Stratum(msgspec.Struct, frozen=True, kw_only=True):
    """Callbacks (yes) and refusals (no) of the two groups in one stratum."""

    majority_yes: int
    majority_no: int
    minority_yes: int
    minority_no: int

    @property
    def majority(self) -> int:
        """Applications of the majority."""
        return self.majority_yes + self.majority_no

    @property
    def minority(self) -> int:
        """Applications of the minority."""
        return self.minority_yes + self.minority_no

    @property
    def yes(self) -> int:
        """All callbacks."""
        return self.majority_yes + self.minority_yes

    @property
    def no(self) -> int:
        """All refusals."""
        return self.majority_no + self.minority_no

    @property
    def total(self) -> int:
        """All applications."""
        return self.majority + self.minority


def strata_of(tables: Mapping[str, Sequence[int]]) -> tuple[Stratum, ...]:
    """The tables, checked: majority yes, majority no, minority yes, minority no.

    Raises
    ------
    ImpossibleInput
        No table, a table without four counts, or a count that cannot be.
    """
    if not tables:
        raise ImpossibleInput("tables", "is empty")
    strata = []
    for name, cells in tables.items():
        if len(cells) != 4:
            raise ImpossibleInput(f"tables[{name}]", "does not have four counts", counts=len(cells))
        a, b, c, d = (count(f"tables[{name}][{place}]", value) for place, value in enumerate(cells))
        strata.append(Stratum(majority_yes=a, majority_no=b, minority_yes=c, minority_no=d))
    return tuple(strata)
