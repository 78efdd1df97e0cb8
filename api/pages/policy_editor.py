"""From what stands in the form to what the editor shows: cards, faults, warnings, the policy in short."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

import msgspec

from api.catalogue import Language, text
from api.messages.policies import FaultTold, GroupingView
from api.pages.contexts.policies import GoalCard, GroupingChoice, PolicyEditor
from api.pages.policy_form import FIELDS, Typed, field_of, raw_of
from api.services.policies import faults_of
from api.services.policy_words import grouping_name, summary, tell, warnings, weight_examples
from matching.policy import GoalName, GroupGap, Policy
from matching.policy_faults import PolicyFault

_WEIGHTS = ("utility_preference", "utility_travel", "utility_learning_wishes")


def editor_of(
    language: Language,
    typed: Typed,
    groupings: Sequence[GroupingView],
    *,
    places_known: bool = False,
    told: str = "",
) -> PolicyEditor:
    """The editor for what was typed. ``places_known``: a run could change places that people were told of."""
    offered: tuple[str, ...] = get_args(GoalName)
    chosen = [goal for goal in typed.goals if goal in offered]
    raw, unread = raw_of(typed)
    faults = _by_field(language, unread, faults_of(raw))
    policy = None if faults else msgspec.convert(raw, Policy)
    weights = None if any(name in unread for name in _WEIGHTS) else [raw["utility"][name] for name in _PARTS]
    gap = _gap(raw, faults)
    return PolicyEditor(
        goals=tuple(
            GoalCard(name=goal, place=place, first=place == 1, last=place == len(chosen))
            for place, goal in enumerate(chosen, 1)
        ),
        more=tuple(goal for goal in offered if goal not in chosen),
        values=typed.values,
        groupings=_choices(language, typed, groupings),
        faults=faults,
        policy=policy,
        sentences=summary(language, policy) if policy else (),
        warnings=warnings(language, chosen, gap, groupings),
        weights=sum(weights) if weights else None,
        examples=weight_examples(language, *weights) if weights and min(weights) >= 0 and sum(weights) == 1000 else (),
        rematch=places_known,
        told=told,
    )


_PARTS = ("preference", "travel", "learning_wishes")


def moved(language: Language, typed: Typed, action: str) -> tuple[Typed, str]:
    """The form after a button on a goal (``up:placed``), and what a screen reader says of it."""
    what, _, goal = action.partition(":")
    goals = list(typed.goals)
    if goal not in get_args(GoalName):
        return typed, ""
    called = text(language, f"goal-{goal}".replace("_", "-"))
    if what == "add" and goal not in goals:
        goals.append(goal)
        said = text(language, "policy-told-added", goal=called, place=len(goals), count=len(goals))
    elif what == "out" and goal in goals:
        goals.remove(goal)
        said = text(language, "policy-told-out", goal=called)
    elif what in ("up", "down") and goal in goals:
        place = goals.index(goal)
        goals.remove(goal)
        after = min(max(place + (1 if what == "down" else -1), 0), len(goals))
        goals.insert(after, goal)
        if after == place:
            said = text(language, "policy-told-first" if what == "up" else "policy-told-last", goal=called)
        else:
            said = text(language, "policy-told-moved", goal=called, place=after + 1, count=len(goals))
    else:
        return typed, ""
    return msgspec.structs.replace(typed, goals=tuple(goals)), said


def _by_field(language: Language, unread: dict[str, PolicyFault], found: Sequence[PolicyFault]) -> dict[str, FaultTold]:
    """One fault a field: what cannot be read goes first, and a sum over it says nothing."""
    told = {name: tell(language, fault) for name, fault in unread.items()}
    for fault in found:
        if fault.code == "weights_sum" and any(name in unread for name in _WEIGHTS):
            continue
        told.setdefault(field_of(fault.key), tell(language, fault))
    return dict(sorted(told.items(), key=lambda one: _place(one[0])))


def _place(field: str) -> int:
    """Where a field stands on the page: the list of faults has the same order."""
    order = ("goals", "group_gap_groupings", *FIELDS)
    return (
        order.index("utility_learning_wishes" if field == "utility" else field) if field in (*order, "utility") else 0
    )


def _gap(raw: dict[str, object], faults: dict[str, FaultTold]) -> GroupGap | None:
    """The group gap where its own fields are right, whatever else is wrong."""
    if any(name.startswith("group_gap") and name != "group_gap_price" for name in faults):
        return None
    table = raw.get("group_gap")
    return msgspec.convert(table, GroupGap) if table and "group_gap_price" not in faults else None


def _choices(language: Language, typed: Typed, groupings: Sequence[GroupingView]) -> tuple[GroupingChoice, ...]:
    """Those of the round, and those that are ticked though nobody of the round has a group there."""
    found = {one.name: one for one in groupings}
    return tuple(
        GroupingChoice(
            name=name,
            called=grouping_name(language, name),
            chosen=name in typed.groupings,
            grouping=found.get(name),
        )
        for name in (*found, *(name for name in typed.groupings if name not in found))
    )
