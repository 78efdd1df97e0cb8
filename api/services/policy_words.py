"""A policy in words: what it says, what is wrong with it, what to look at. The same for pages, files and terminal."""

from __future__ import annotations

from collections.abc import Sequence

from api.catalogue import Language, has, text
from api.messages.policies import FaultTold, GroupingView
from matching.commitment import SEALED
from matching.policy import GoalName, GroupGap, Policy
from matching.policy_faults import PolicyFault

#: A list of this many choices is the example of what the weights mean.
CHOICES, MINUTES, MOST_MINUTES = 4, 30, 60


def summary(language: Language, policy: Policy) -> tuple[str, ...]:
    """Sentences in the order of the goals, the lottery last; then what else limits the run."""
    said: list[str] = []
    for number, goal in enumerate(policy.goals):
        turn = "first" if number == 0 else "then"
        said += _goal(language, policy, goal, turn)
    if policy.seed.startswith(SEALED):
        said.append(text(language, "policy-sum-lottery-committed"))
    elif policy.seed:
        said.append(text(language, "policy-sum-lottery-seed", seed=policy.seed))
    else:
        said.append(text(language, "policy-sum-lottery"))
    if policy.rematch is not None:
        said.append(text(language, "policy-sum-rematch", changes=policy.rematch.max_changes))
    if policy.budget_seconds is not None:
        said.append(text(language, "policy-sum-budget", seconds=policy.budget_seconds))
    return tuple(said)


def _goal(language: Language, policy: Policy, goal: GoalName, turn: str) -> list[str]:
    if goal == "placed":
        return [text(language, "policy-sum-placed", turn=turn)]
    if goal == "worst_off":
        return [text(language, f"policy-sum-worst-off-{policy.worst_off.classes}", turn=turn)]
    if goal == "satisfaction":
        parts = policy.utility
        return [
            text(
                language,
                "policy-sum-satisfaction",
                turn=turn,
                preference=parts.preference,
                travel=parts.travel,
                learning=parts.learning_wishes,
            )
        ]
    gap = policy.group_gap
    names = ", ".join(grouping_name(language, name) for name in gap.groupings)
    said = [text(language, "policy-sum-group-gap", turn=turn, groupings=names)]
    if gap.tolerance:
        said.append(text(language, "policy-sum-tolerance", points=float(100 * gap.accepted_gap)))
    if gap.price:
        said.append(text(language, "policy-sum-price", price=gap.price))
    if gap.min_group_size > 1:
        said.append(text(language, "policy-sum-group-size", least=gap.min_group_size))
    return said


def grouping_name(language: Language, name: str) -> str:
    """What people call a grouping; one of the school's own has the name that the school gave it."""
    message = f"policy-grouping-{name}".replace("_", "-")
    return text(language, message) if has(language, message) else name


def tell(language: Language, fault: PolicyFault) -> FaultTold:
    """What is wrong and what to do about it."""
    facts: dict[str, str | int] = dict(fault.facts)
    missing = facts.get("missing")
    if isinstance(missing, int):
        facts["missing"] = abs(missing)
    message = f"policy-fault-{fault.code}".replace("_", "-")
    less = isinstance(missing, int) and missing < 0
    return FaultTold(
        code=fault.code,
        key=fault.key,
        facts=fault.facts,
        wrong=text(language, message, **facts),
        remedy=text(language, f"{message}-remedy-less" if less else f"{message}-remedy", **facts),
    )


def warnings(
    language: Language, goals: Sequence[str], gap: GroupGap | None, groupings: Sequence[GroupingView]
) -> tuple[str, ...]:
    """What can be followed as it stands, and may surprise. ``gap`` None: its fields cannot be read yet."""
    said: list[str] = []
    if "placed" not in goals:
        said.append(text(language, "policy-warn-no-placed"))
    elif goals[0] != "placed":
        said.append(text(language, "policy-warn-placed-later"))
    if "group_gap" in goals and gap is not None:
        found = {one.name: one for one in groupings}
        for name in gap.groupings:
            called = grouping_name(language, name)
            grouping = found.get(name)
            if grouping is None:
                said.append(text(language, "policy-warn-nobody", grouping=called))
            elif len(grouping.groups) == 1:
                said.append(text(language, "policy-warn-one-group", grouping=called))
            elif grouping.counting(gap.min_group_size) < 2:
                counting = grouping.counting(gap.min_group_size)
                said.append(
                    text(language, "policy-warn-small", grouping=called, least=gap.min_group_size, counting=counting)
                )
    return tuple(said)


def weight_examples(language: Language, preference: int, travel: int, learning_wishes: int) -> tuple[str, ...]:
    """What the weights mean for a student, by the published formula (docs/matching.md, "Utility")."""
    first, second = preference, preference * (CHOICES - 1) // CHOICES
    said = [
        text(
            language,
            "policy-example-preference",
            choices=CHOICES,
            first=first,
            second=second,
            last=preference // CHOICES,
        ),
        text(
            language,
            "policy-example-travel",
            minutes=MINUTES,
            most=MOST_MINUTES,
            points=travel * (MOST_MINUTES - MINUTES) // MOST_MINUTES,
        ),
        text(language, "policy-example-learning", points=learning_wishes // 2, all=learning_wishes),
    ]
    step = first - second
    if travel and step:
        said.append(text(language, "policy-example-trade", step=step, minutes=round(step * MOST_MINUTES / travel)))
    return tuple(said)
