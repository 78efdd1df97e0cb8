"""The four numbers of an unpaired test: each vacancy gets one applicant, of the majority or of the minority."""

from __future__ import annotations

import msgspec

from testing_lab.arguments import count
from testing_lab.faults import ImpossibleInput


class UnpairedCounts(msgspec.Struct, frozen=True, kw_only=True):
    """Callbacks and applications of the two groups; each group has at least one application."""

    callbacks_majority: int
    n_majority: int
    callbacks_minority: int
    n_minority: int

    @property
    def refused_majority(self) -> int:
        """Applications of the majority without a callback."""
        return self.n_majority - self.callbacks_majority

    @property
    def refused_minority(self) -> int:
        """Applications of the minority without a callback."""
        return self.n_minority - self.callbacks_minority

    @property
    def applications(self) -> int:
        """All applications."""
        return self.n_majority + self.n_minority

    @property
    def callbacks(self) -> int:
        """All callbacks."""
        return self.callbacks_majority + self.callbacks_minority

    @property
    def excess(self) -> int:
        """The cross product difference, ``a d - b c``: above 0 when the majority has the larger share."""
        return self.callbacks_majority * self.n_minority - self.callbacks_minority * self.n_majority

    @property
    def difference(self) -> float:
        """Share of callbacks of the majority minus that of the minority."""
        return self.excess / (self.n_majority * self.n_minority)


def unpaired_counts(
    *, callbacks_majority: int, n_majority: int, callbacks_minority: int, n_minority: int
) -> UnpairedCounts:
    """The four numbers, checked.

    Raises
    ------
    ImpossibleInput
        A number is not a whole number from 0 up, a group has no application, or more callbacks than applications.
    """
    counts = UnpairedCounts(
        callbacks_majority=count("callbacks_majority", callbacks_majority),
        n_majority=count("n_majority", n_majority),
        callbacks_minority=count("callbacks_minority", callbacks_minority),
        n_minority=count("n_minority", n_minority),
    )
    for group, applications, refused in (
        ("majority", counts.n_majority, counts.refused_majority),
        ("minority", counts.n_minority, counts.refused_minority),
    ):
        if applications == 0:
            raise ImpossibleInput(f"n_{group}", "is 0: nobody applied")
        if refused < 0:
            raise ImpossibleInput(
                f"callbacks_{group}", "is more than there were applications", applications=applications
            )
    return counts
