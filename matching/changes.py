"""What a what-if changes in a frozen round and its policy: the words. ``matching.what_if`` applies them."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Final, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from matching.instance import LearningPath, Weekday
from matching.policy import GoalName, GroupGap, Policy, Rematch, UtilityWeights, WorstOff

#: A demand that can be left out for a question. Who travels further: ``MoreTravel``.
RelaxableRule = Literal["level", "learning_path", "period", "days", "support", "not_named"]
RELAXABLE: Final[tuple[RelaxableRule, ...]] = RelaxableRule.__args__  # type: ignore[attr-defined]  # typing gives no public way

Key = Annotated[str, Meta(min_length=1, max_length=80)]
Places = Annotated[int, Meta(ge=1, le=100_000)]
Crebo = Annotated[str, Meta(pattern="^[0-9]{5}$")]
Words = Annotated[str, Meta(max_length=200)]


class MorePlaces(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``places`` more at an offer that is there."""

    offer_id: Key
    places: Places


class NewOffer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An offer that is not there yet, by what matters for a match. Empty means: any."""

    offer_id: Key
    places: Places
    crebos: Annotated[tuple[Crebo, ...], Meta(min_length=1, max_length=100)]
    levels: Annotated[tuple[Annotated[int, Meta(ge=1, le=4)], ...], Meta(max_length=4)] = ()
    learning_path: LearningPath | None = None
    start_date: dt.date | None = None
    end_date: dt.date | None = None
    days: tuple[Weekday, ...] = ()
    days_per_week: Annotated[int, Meta(ge=1, le=5)] | None = None
    postcode4: Annotated[str, Meta(pattern="^([1-9][0-9]{3})?$")] = ""
    place: Words = ""
    tags: Annotated[tuple[Words, ...], Meta(max_length=100)] = ()
    support_offered: Annotated[tuple[Words, ...], Meta(max_length=100)] = ()


class MoreTravel(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Students travel ``minutes`` longer than their maximum; those of programme ``crebo``, or all."""

    minutes: Annotated[int, Meta(ge=1, le=600)]
    crebo: Crebo | None = None


class RelaxedRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A demand of students that is left out; for programme ``crebo``, or all. ``not_named``: every offer may do."""

    rule: RelaxableRule
    crebo: Crebo | None = None


class PolicyChange(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Keys of the policy that are replaced whole; the others stay. The seed stays too, unless it is given."""

    goals: tuple[GoalName, ...] | UnsetType = UNSET
    seed: Annotated[str, Meta(max_length=100)] | UnsetType = UNSET
    utility: UtilityWeights | UnsetType = UNSET
    worst_off: WorstOff | UnsetType = UNSET
    group_gap: GroupGap | UnsetType = UNSET
    rematch: Rematch | UnsetType | None = UNSET
    budget_seconds: float | UnsetType | None = UNSET

    def applied(self, policy: Policy) -> Policy:
        """The policy with these keys; ValueError where the keys do not go together."""
        named = {name: value for name in self.__struct_fields__ if (value := getattr(self, name)) is not UNSET}
        return msgspec.structs.replace(policy, **named)

    def given(self) -> dict[str, object]:
        """The keys that are given, with their values as JSON has them."""
        found: dict[str, object] = msgspec.to_builtins(self)
        return found


class Changes(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Everything that a what-if changes, at least one thing. ``only_recognised``: offers whose recognition nobody
    checked take no part, but for those where somebody has his place already.
    """

    more_places: Annotated[tuple[MorePlaces, ...], Meta(max_length=1000)] = ()
    new_offers: Annotated[tuple[NewOffer, ...], Meta(max_length=1000)] = ()
    closed_offers: Annotated[tuple[Key, ...], Meta(max_length=10_000)] = ()
    more_travel: Annotated[tuple[MoreTravel, ...], Meta(max_length=100)] = ()
    relaxed_rules: Annotated[tuple[RelaxedRule, ...], Meta(max_length=100)] = ()
    only_recognised: bool = False
    policy: PolicyChange | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing is asked."""
        return self == Changes() or self == Changes(policy=PolicyChange())
