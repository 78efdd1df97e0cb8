"""What a run is asked to do: the goals in order, the weights of the utility formula, the seed of the lottery."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, get_args

import msgspec

from matching.faults import PolicyUnreadable
from matching.policy_faults import PolicyFault, broken, faults_of, refuse

if TYPE_CHECKING:
    pass

GoalName = Literal["placed", "group_gap", "worst_off", "satisfaction"]


class UtilityWeights(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Points that each part of the utility can give at most; together 1000."""

    preference: int = 600
    travel: int = 250
    learning_wishes: int = 150

    def __post_init__(self) -> None:
        parts = {"preference": self.preference, "travel": self.travel, "learning_wishes": self.learning_wishes}
        total = sum(parts.values())
        refuse(
            *(broken(points < 0, "below", f"utility.{name}", least=0) for name, points in parts.items()),
            broken(
                total != 1000 and min(parts.values()) >= 0, "weights_sum", "utility", sum=total, missing=1000 - total
            ),
        )


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
        names = self.groupings
        most = 1_000_000_000
        refuse(
            broken(len(set(names)) != len(names), "grouping_twice", "group_gap.groupings"),
            broken("" in names or "gap" in names, "grouping_name", "group_gap.groupings"),
            broken(not 0 <= self.tolerance <= 1, "out_of_range", "group_gap.tolerance", least=0, most=1),
            broken(not 0 <= self.price <= most, "out_of_range", "group_gap.price", least=0, most=most),
            broken(
                not 1 <= self.min_group_size <= most, "out_of_range", "group_gap.min_group_size", least=1, most=most
            ),
        )

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
        refuse(broken(self.max_changes < 0, "below", "rematch.max_changes", least=0))


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
        asks_gap = "group_gap" in self.goals and not self.group_gap.groupings
        pays = bool(self.group_gap.price) and "placed, group_gap" not in ", ".join(self.goals)
        day = 86_400
        late = self.budget_seconds is not None and not 0 <= self.budget_seconds <= day
        refuse(
            broken(not self.goals, "goals_none", "goals"),
            broken(len(set(self.goals)) != len(self.goals), "goal_twice", "goals"),
            broken(asks_gap, "groupings_none", "group_gap.groupings"),
            broken(pays, "price_place", "group_gap.price"),
            broken(late, "out_of_range", "budget_seconds", least=0, most=day),
        )


def check_policy(raw: object) -> tuple[PolicyFault, ...]:
    """Every fault of a policy as decoded JSON or TOML; none: it can be converted."""
    if not isinstance(raw, dict):
        return (PolicyFault(code="not_table", key=""),)
    goals = raw.get("goals")
    names = [goal for goal in goals if isinstance(goal, str)] if isinstance(goals, list | tuple) else []
    strange = [name for name in names if name not in get_args(GoalName)]
    known = ", ".join(get_args(GoalName))
    faults = [PolicyFault(code="goal_unknown", key="goals", facts={"goal": name, "known": known}) for name in strange]
    rest = dict(raw)
    if strange:
        rest["goals"] = [name for name in names if name in get_args(GoalName)] or ["placed"]
    found = faults_of(rest, Policy)
    if strange:  # what a goal asks of the rest cannot be told while the goals are not known
        found = tuple(fault for fault in found if fault.code not in ("groupings_none", "price_place"))
    return (*faults, *found)


def read_policy(toml: bytes) -> Policy:
    """Read a policy file.

    Raises
    ------
    PolicyUnreadable
        The file is not TOML, or keys or values are not known. It carries every fault.
    """
    try:
        raw = msgspec.toml.decode(toml)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        line = re.search(r"line (\d+)", str(error))
        where: dict[str, str | int] = {"line": int(line[1]) if line else 0}
        raise PolicyUnreadable((PolicyFault(code="not_toml", key="", facts=where),)) from error
    faults = check_policy(raw)
    if faults:
        raise PolicyUnreadable(faults)
    return msgspec.convert(raw, Policy)
