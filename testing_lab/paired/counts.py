"""The four counts of a paired test: two applicants who differ in one trait answer the same offers."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from testing_lab.arguments import count, same_length
from testing_lab.faults import ImpossibleInput


class PairedCounts(msgspec.Struct, frozen=True, kw_only=True):
    """Pairs by who had a positive answer: both, only the majority applicant, only the minority one, neither."""

    both: int
    only_majority: int
    only_minority: int
    neither: int

    @property
    def pairs(self) -> int:
        """All pairs, at least 1."""
        return self.both + self.only_majority + self.only_minority + self.neither

    @property
    def discordant(self) -> int:
        """Pairs in which exactly one had a positive answer."""
        return self.only_majority + self.only_minority

    @property
    def positive_majority(self) -> int:
        """Pairs in which the majority applicant had a positive answer."""
        return self.both + self.only_majority

    @property
    def positive_minority(self) -> int:
        """Pairs in which the minority applicant had a positive answer."""
        return self.both + self.only_minority

    @property
    def positive(self) -> int:
        """Pairs in which at least one had a positive answer."""
        return self.both + self.only_majority + self.only_minority

    @property
    def swapped(self) -> PairedCounts:
        """The same pairs, majority and minority in each other's place."""
        return PairedCounts(
            both=self.both, only_majority=self.only_minority, only_minority=self.only_majority, neither=self.neither
        )


def paired_counts(*, both: int, only_majority: int, only_minority: int, neither: int) -> PairedCounts:
    """The four counts, checked.

    Raises
    ------
    ImpossibleInput
        A count is not a whole number from 0 up, or there is no pair at all.
    """
    counts = PairedCounts(
        both=count("both", both),
        only_majority=count("only_majority", only_majority),
        only_minority=count("only_minority", only_minority),
        neither=count("neither", neither),
    )
    if counts.pairs == 0:
        raise ImpossibleInput("both, only_majority, only_minority, neither", "there is no pair at all")
    return counts


def paired_counts_of_outcomes(*, majority: Sequence[bool], minority: Sequence[bool]) -> PairedCounts:
    """The four counts from raw outcomes: one truth value a pair for each applicant, in the same order of pairs."""
    same_length(majority=majority, minority=minority)
    for name, outcomes in (("majority", majority), ("minority", minority)):
        for place, outcome in enumerate(outcomes):
            if outcome not in (True, False):
                raise ImpossibleInput(f"{name}[{place}]", "is neither true nor false", value=str(outcome))
    pairs = [(bool(first), bool(second)) for first, second in zip(majority, minority, strict=True)]
    return paired_counts(
        both=pairs.count((True, True)),
        only_majority=pairs.count((True, False)),
        only_minority=pairs.count((False, True)),
        neither=pairs.count((False, False)),
    )
