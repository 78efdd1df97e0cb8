"""The policy editor: what a template needs to show a policy that is being made."""

from __future__ import annotations

import uuid

import msgspec

from api.messages.policies import FaultTold, GroupingView, PolicyScope
from matching.policy import Policy


class GoalCard(msgspec.Struct, frozen=True, kw_only=True):
    """A chosen goal at its place, from 1."""

    name: str
    place: int
    first: bool
    last: bool


class GroupingChoice(msgspec.Struct, frozen=True, kw_only=True):
    """A grouping that can be chosen. ``grouping`` None: nobody of this round has a group in it."""

    name: str
    called: str
    chosen: bool
    grouping: GroupingView | None


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A saved policy in the list. ``removable``: this account may take it away."""

    policy_id: uuid.UUID
    name: str
    scope: PolicyScope
    is_default: bool
    removable: bool
    changed_by: str
    changed_at: object


class PolicyEditor(msgspec.Struct, frozen=True, kw_only=True):
    """A policy that is being made.

    ``values`` are what was typed, by field; a field is named after its key in a policy file. ``faults`` by field.
    ``policy`` and its ``sentences`` where there are none. ``told``: what the last button did, for a screen reader.
    ``offered`` are the goals that this version has; ``rematch``: whether places are known that a run could change.
    """

    goals: tuple[GoalCard, ...]
    more: tuple[str, ...]
    values: dict[str, str]
    groupings: tuple[GroupingChoice, ...]
    faults: dict[str, FaultTold]
    policy: Policy | None
    sentences: tuple[str, ...]
    warnings: tuple[str, ...]
    weights: int | None
    examples: tuple[str, ...]
    rematch: bool
    kept: tuple[Kept, ...] = ()
    chosen: str = ""
    may_save_for_school: bool = False
    told: str = ""
    read_faults: tuple[FaultTold, ...] = ()
    refused: bool = False

    def has(self, goal: str) -> bool:
        """Whether the goal takes part."""
        return any(card.name == goal for card in self.goals)
