"""What a run is asked to do: the goals in order, the weights of the utility formula, the seed of the lottery."""

from __future__ import annotations

from typing import Literal

import msgspec

from matching.faults import GoalNotAvailable, PolicyUnreadable

GoalName = Literal["placed", "worst_off", "satisfaction"]

#: Goals of the design that later versions bring; a policy that names one is refused.
GOALS_TO_COME = ("group_gap",)


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


class Policy(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Goals in order, each proven before the next. The lottery always closes the list.

    ``seed`` empty: the hash of the input is the seed.
    """

    goals: tuple[GoalName, ...] = ("placed", "satisfaction")
    seed: str = ""
    utility: UtilityWeights = UtilityWeights()
    worst_off: WorstOff = WorstOff()

    def __post_init__(self) -> None:
        if len(set(self.goals)) != len(self.goals) or not self.goals:
            raise ValueError("name each goal once, and at least one")


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
    if "rematch" in raw:
        named.append("rematch")
    if named:
        raise GoalNotAvailable(goal=", ".join(named))
    try:
        return msgspec.convert(raw, Policy)
    except msgspec.ValidationError as error:
        raise PolicyUnreadable(detail=str(error)) from error
