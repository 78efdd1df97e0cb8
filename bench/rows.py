"""The measurements of one row of a table, and their medians."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

import msgspec

from bench.apart import Measured
from bench.cases import Chain
from bench.targets import TARGETS, Target

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.measuring import Ran


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """Every seed and number of places of one chain, number of students and tolerance."""

    chain: Chain
    students: int
    tolerance: float
    measured: tuple[Measured, ...]

    @property
    def target(self) -> Target:
        """What is asked of it."""
        return TARGETS.get((self.chain, self.students), Target())

    def ran(self) -> list[Ran]:
        """The runs that ended."""
        return [one.ran for one in self.measured if one.ran is not None]

    def middle(self, of: Callable[[Ran], float]) -> float:
        """The median over the runs that ended."""
        return statistics.median(map(of, self.ran()))

    def proven(self) -> int:
        """How many runs have every goal proven."""
        return sum(not run.left for run in self.ran())

    def worst_left(self) -> dict[str, tuple[float, int]]:
        """For each goal that was not always proven: the largest relative bound left, and in how many runs."""
        found: dict[str, tuple[float, int]] = {}
        for run in self.ran():
            for goal, left in run.left.items():
                most, count = found.get(goal, (0.0, 0))
                found[goal] = (max(most, left), count + 1)
        return found

    def verifying(self) -> float | None:
        """Median seconds of the verifier; None where it never ended."""
        seconds = [one.checked.seconds for one in self.measured if one.checked is not None]
        return statistics.median(seconds) if seconds else None

    def troubles(self) -> list[str]:
        """What is missing, or refused by the verifier, and of which round."""
        told = []
        for one in self.measured:
            case = f"{self.students:,} students, {one.case.places:g} places a student, seed {one.case.seed}"
            if one.trouble:
                missing = "the run" if one.ran is None else "the verifier"
                told.append(f"{case}: {missing}: {one.trouble}")
            if one.checked is not None and one.checked.failed:
                told.append(f"{case}: THE VERIFIER REFUSES {', '.join(one.checked.failed)}")
        return told


def explaining_ratio(run: Ran) -> float:
    """Seconds of explanations for every student, to the bare flow."""
    return run.stages.get("explaining", 0.0) / run.bare


def greatest_left(run: Ran) -> float:
    """The largest relative bound left of any goal, 0 when all are proven."""
    return max(run.left.values(), default=0.0)
