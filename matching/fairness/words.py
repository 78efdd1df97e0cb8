"""What the fairness report says. Percentages and points have one decimal; None: not told, or not there."""

from __future__ import annotations

from typing import Literal

import msgspec

#: ``exact``; ``capped`` = only "5 % or less" or "95 % or more"; ``withheld`` = the rate is left out because another
#: one could be worked out from it; ``hidden`` = nothing but the name.
Shown = Literal["exact", "capped", "withheld", "hidden"]


class SmallNumberRule(msgspec.Struct, frozen=True, kw_only=True):
    """The rule of the tables. A group of fewer than ``least`` students is hidden; of fewer than ``small`` its
    percentages stay between ``lowest`` and ``highest``."""

    version: str
    least: int
    small: int
    lowest: int
    highest: int


class Rate(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A share of the students of a group. ``percent`` is the bound where it is ``capped``. ``low`` and ``high``: the
    95 % interval of Wilson."""

    shown: Shown
    percent: float | None = None
    low: float | None = None
    high: float | None = None


class GroupRow(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A group. ``placed`` and ``students`` are numbers of students. ``median_offers``: eligible offers a student."""

    group: str
    rate: Rate
    students: int | None = None
    placed: int | None = None
    median_offers: float | None = None
    without_offers: Rate | None = None


class ConditionalGap(msgspec.Struct, frozen=True, kw_only=True):
    """The gap between the same two groups among students with about as many eligible offers.

    The mean over ``bands`` of eligible offers in which both groups have enough students, weighed by those students;
    ``covered`` is the percentage of the two groups that stands in such a band.
    """

    points: float
    bands: int
    covered: float


class Gap(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The largest rate less the smallest, in percentage points. ``at_least``: a rate was capped, so it may be more.

    ``low`` and ``high``: the 95 % interval of Newcombe for these two groups.
    """

    highest: str
    lowest: str
    points: float
    at_least: bool = False
    low: float | None = None
    high: float | None = None
    conditional: ConditionalGap | None = None


class GroupingTable(msgspec.Struct, frozen=True, kw_only=True):
    """The groups of a grouping by name. ``gap`` is None where fewer than two groups can be compared.

    ``goal``: the policy has the goal group_gap for this grouping.
    """

    grouping: str
    goal: bool
    rows: tuple[GroupRow, ...]
    gap: Gap | None


class GapMoment(msgspec.Struct, frozen=True, kw_only=True):
    """The value of the goal group_gap, as "p/q" and in points, and the number of students placed."""

    fraction: str
    points: float
    placed: int


class GapChange(msgspec.Struct, frozen=True, kw_only=True):
    """The run without the goal group_gap, and the run as it is."""

    without: GapMoment
    with_goal: GapMoment


class GoalPrice(msgspec.Struct, frozen=True, kw_only=True):
    """What a goal cost each of the later ones (docs/fairness.md, "Price of a goal")."""

    goal: str
    lost: dict[str, int | str]


class ProfileRow(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Students who obtained rank ``first``..``last`` of their list. ``up_to``: percentage with this rank or better."""

    students: int
    percent: float
    up_to: float
    first: int
    last: int


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """How the wishes came out. Ranks stand together where a row would have fewer students than the rule allows."""

    rows: tuple[ProfileRow, ...]
    not_named: int
    without_place: int


class Envy(msgspec.Struct, frozen=True, kw_only=True):
    """Pairs of students of whom the first would rather have had the place of the second, and could have had it.

    ``by_lot``: the first also drew the better lot, and the place was no decision taken before. A number of students
    from 1 up to the least of the rule is None, and so are its pairs.
    """

    pairs: int | None
    students: int | None
    pairs_by_lot: int | None
    students_by_lot: int | None


class Opportunity(msgspec.Struct, frozen=True, kw_only=True):
    """Eligible offers a student over the whole round. A percentage is capped as in a table."""

    median_offers: float
    without_offers: Rate


class Spread(msgspec.Struct, frozen=True, kw_only=True):
    """A figure over several draws; with one draw all three are equal."""

    mean: float
    least: float
    most: float


class Way(msgspec.Struct, frozen=True, kw_only=True):
    """A way to divide the places. ``choices``: students with choice 1, choice 2, choice 3, a later one, a place that
    they did not name, no place; None where that would tell a small number. ``gap_points`` is None where there are no
    groups to compare."""

    name: Literal["run", "random_order", "student_number"]
    draws: int
    placed: Spread
    satisfaction: Spread
    gap_points: Spread | None
    choices: tuple[Spread | None, ...]


#: The form of :class:`FairnessReport`.
SCHEMA = 1


class FairnessReport(msgspec.Struct, frozen=True, kw_only=True):
    """The fairness report of a run. ``seeds`` are those of the random orders.

    ``prices`` is None where they were not worked out; then ``gap_change`` is None too, as it is without group_gap.
    """

    input_sha256: str
    rule: SmallNumberRule
    students: int
    placed: int
    min_group_size: int
    groupings: tuple[GroupingTable, ...]
    gap_change: GapChange | None
    prices: tuple[GoalPrice, ...] | None
    profile: Profile
    envy: Envy
    opportunity: Opportunity
    ways: tuple[Way, ...]
    seeds: tuple[str, ...]
    schema: int = SCHEMA
