"""What a run is asked to do: the goals in order, the weights of the utility formula, the seed of the lottery."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

import msgspec

from matching.faults import GoalNotAvailable, PolicyUnreadable

GoalName = Literal["placed", "group_gap", "worst_off", "satisfaction"]

#: Goals of the design that later versions bring; a policy that names one is refused.
GOALS_TO_COME: tuple[str, ...] = ()


class UtilityWeights(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Points that each part of the utility can give at most; together 1000."""

    preference: int = 600
    travel: int = 250
    learning_wishes: int = 150

    def __post_init__(self) -> None:
        parts = (self.preference, self.travel, self.learning_wishes)
        if min(parts) < 0 or sum(parts) != 1000:
            raise ValueError("the utility weights must be 0 or more and add up to 1000")


class WorstOff(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a class is for the goal *worst off first*: a rank, or a band of 100 points of utility."""

    classes: Literal["rank", "utility"] = "rank"


class GroupGap(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The goal *group gap*: the largest difference in placement rate between groups of a grouping.

    ``groupings`` are names of :mod:`matching.groupings`. Gaps up to ``tolerance`` count as equal. Up to ``price``
    placements may be given up. Groups of fewer than ``min_group_size`` students are shown, not constrained.
    """

    groupings: tuple[str, ...] = ()
    tolerance: float = 0.0
    price: int = 0
    min_group_size: int = 10

    def __post_init__(self) -> None:
        if len(set(self.groupings)) != len(self.groupings) or "" in self.groupings or "gap" in self.groupings:
            raise ValueError("name each grouping once; 'gap' is no name for one")
        if not 0 <= self.tolerance <= 1:
            raise ValueError("the tolerance must be between 0 and 1")
        if not 0 <= self.price <= 1_000_000_000:
            raise ValueError("the price is a number of placements, 0 or more")
        if not 1 <= self.min_group_size <= 1_000_000_000:
            raise ValueError("the smallest group size must be 1 or more")

    @property
    def accepted_gap(self) -> Fraction:
        """The tolerance as it was written: 0.02 is 1/50, not the nearest binary number."""
        return Fraction(repr(self.tolerance))


class Rematch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Stay near what people were told: at most ``max_changes`` students lose or change the place that was published.

    ``published`` is the file that the published places were read from; the places are in the instance.
    """

    max_changes: int
    published: str = ""

    def __post_init__(self) -> None:
        if self.max_changes < 0:
            raise ValueError("the number of changes must be 0 or more")


class Policy(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Goals in order, each proven before the next. The lottery always closes the list.

    ``seed`` empty: the hash of the input is the seed. ``budget_seconds``: when they are over, the run ends with the
    best that it has, and says how far from the optimum that can be; None = a budget of our own (docs/matching.md).
    """

    goals: tuple[GoalName, ...] = ("placed", "satisfaction")
    seed: str = ""
    utility: UtilityWeights = UtilityWeights()
    worst_off: WorstOff = WorstOff()
    group_gap: GroupGap = GroupGap()
    rematch: Rematch | None = None
    budget_seconds: float | None = None

    def __post_init__(self) -> None:
        if len(set(self.goals)) != len(self.goals) or not self.goals:
            raise ValueError("name each goal once, and at least one")
        if "group_gap" in self.goals and not self.group_gap.groupings:
            raise ValueError("the goal group_gap needs at least one grouping")
        if self.group_gap.price and "placed, group_gap" not in ", ".join(self.goals):
            raise ValueError("a price can be paid only where group_gap comes right after placed")
        if self.budget_seconds is not None and not 0 <= self.budget_seconds <= 86_400:
            raise ValueError("the budget must be between 0 and 86400 seconds")


def read_policy(toml: bytes) -> Policy:
    """Read a policy file.

    Raises
    ------
    GoalNotAvailable
        The policy names a goal of ``GOALS_TO_COME``, or a table that belongs to one.
    PolicyUnreadable
        The file is not TOML, or a key or value is not known.
    """
    try:
        raw = msgspec.toml.decode(toml)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise PolicyUnreadable(detail=str(error)) from error
    goals = raw.get("goals", [])
    named = [goal for goal in GOALS_TO_COME if goal in raw or (isinstance(goals, list) and goal in goals)]
    if named:
        raise GoalNotAvailable(goal=", ".join(named))
    try:
        return msgspec.convert(raw, Policy)
    except msgspec.ValidationError as error:
        raise PolicyUnreadable(detail=str(error)) from error
