"""What is measured: a chain of goals on a drawn round."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import msgspec

from bench.grouped import GROUPINGS, grouped_school
from bench.school import school
from matching.policy import GroupGap, Policy

if TYPE_CHECKING:
    from matching.instance import Instance

Chain = Literal["A", "B"]
Groupings = Literal["flat", "nested"]

#: The goals of each chain. The lottery closes both.
GOALS: Final[dict[Chain, tuple[Literal["placed", "group_gap", "worst_off", "satisfaction"], ...]]] = {
    "A": ("placed", "satisfaction"),
    "B": ("placed", "group_gap", "worst_off", "satisfaction"),
}
#: What counts as an equal rate in chain B: nothing, and two percentage points.
TOLERANCES: Final = (0.0, 0.02)


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One measurement. ``derived``: pairs come from the rules and the formula; places are then as they are drawn."""

    chain: Chain
    students: int
    seed: int
    places: float = 1.0  # a student
    tolerance: float = 0.0
    groupings: Groupings = "flat"
    derived: bool = False

    def drawn(self) -> Instance:
        """The round."""
        if self.derived:
            return school(self.seed, self.students)
        return grouped_school(self.seed, self.students, self.places, self.groupings)

    def policy(self) -> Policy:
        """The goals of the chain, with the four groupings where they have a part in it."""
        gap = GroupGap(groupings=GROUPINGS, tolerance=self.tolerance) if self.chain == "B" else GroupGap()
        return Policy(seed="bench", goals=GOALS[self.chain], group_gap=gap)
