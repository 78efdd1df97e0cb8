"""The policy editor's form: fields to a policy, and a policy to fields.

A field has the name of its key in a policy file, with an underscore for the dot (``utility_travel``). Numbers may be
typed as people do (``2,5``); the tolerance is in percentage points. What cannot be read stays as it was typed, and is
told with the code that a policy file would get.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, Final

import msgspec

from matching.policy import Policy
from matching.policy_faults import PolicyFault

#: Field to the key of a policy file, in the order of the page.
FIELDS: Final = {
    "worst_off_classes": "worst_off.classes",
    "group_gap_tolerance": "group_gap.tolerance",
    "group_gap_price": "group_gap.price",
    "group_gap_min_group_size": "group_gap.min_group_size",
    "utility_preference": "utility.preference",
    "utility_travel": "utility.travel",
    "utility_learning_wishes": "utility.learning_wishes",
    "rematch_max_changes": "rematch.max_changes",
    "seed": "seed",
    "budget_seconds": "budget_seconds",
}
#: Fields that say something only while their goal takes part.
OF_GOAL: Final = {"worst_off": "worst_off_", "group_gap": "group_gap_"}
_TEXTS: Final = ("seed", "worst_off_classes")
_MAY_BE_EMPTY: Final = ("rematch_max_changes", "budget_seconds")
LONGEST_NUMBER: Final = 400


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the form. ``groupings`` are those that are ticked."""

    goals: tuple[str, ...]
    groupings: tuple[str, ...] = ()
    values: dict[str, str] = {}


def typed_of(policy: Policy) -> Typed:
    """A policy as it stands in the form."""
    gap, parts = policy.group_gap, policy.utility
    values = {
        "worst_off_classes": policy.worst_off.classes,
        "group_gap_tolerance": _decimal(Decimal(gap.accepted_gap.numerator) / gap.accepted_gap.denominator * 100),
        "group_gap_price": str(gap.price),
        "group_gap_min_group_size": str(gap.min_group_size),
        "utility_preference": str(parts.preference),
        "utility_travel": str(parts.travel),
        "utility_learning_wishes": str(parts.learning_wishes),
        "rematch_max_changes": "" if policy.rematch is None else str(policy.rematch.max_changes),
        "seed": policy.seed,
        "budget_seconds": "" if policy.budget_seconds is None else _decimal(Decimal(repr(policy.budget_seconds))),
    }
    return Typed(goals=policy.goals, groupings=gap.groupings, values=values)


def read_typed(fields: Mapping[str, object], ticked: Sequence[str]) -> Typed:
    """What a posted form holds; a field that is not there has its usual value."""
    usual = typed_of(Policy())
    given = {name: value.strip() for name, value in fields.items() if isinstance(value, str)}
    goals = [goal for goal in given["goals"].split(",") if goal] if "goals" in given else list(usual.goals)
    values = {name: given.get(name, usual.values[name]) for name in FIELDS}
    return Typed(goals=tuple(goals[:20]), groupings=tuple(dict.fromkeys(ticked)), values=values)


def raw_of(typed: Typed) -> tuple[dict[str, Any], dict[str, PolicyFault]]:
    """The policy as a policy file would say it, and what cannot be read, by field."""
    raw: dict[str, Any] = {"goals": list(typed.goals)}
    faults: dict[str, PolicyFault] = {}
    idle = tuple(prefix for goal, prefix in OF_GOAL.items() if goal not in typed.goals)
    for name, key in FIELDS.items():
        value = typed.values[name]
        if name.startswith(idle) or (name in _MAY_BE_EMPTY and not value):
            continue
        found = value if name in _TEXTS else _number(name, key, value)
        if isinstance(found, PolicyFault):
            faults[name] = found
            continue
        *table, last = key.split(".")
        place = raw.setdefault(table[0], {}) if table else raw
        place[last] = found
    if "group_gap" in typed.goals:
        raw.setdefault("group_gap", {})["groupings"] = list(typed.groupings)
    return raw, faults


def field_of(key: str) -> str:
    """The field that a key of a policy file is typed in."""
    return key.replace(".", "_")


def _number(name: str, key: str, value: str) -> float | int | PolicyFault:
    whole = name not in ("group_gap_tolerance", "budget_seconds")
    if not value:
        return PolicyFault(code="missing", key=key)
    try:
        number = (
            Decimal(value.replace(",", ".")) if len(value) <= LONGEST_NUMBER and value.isascii() else Decimal("nan")
        )
    except InvalidOperation:
        number = Decimal("nan")
    if not number.is_finite() or "e" in value.lower() or "_" in value:
        return PolicyFault(code="not_whole" if whole else "not_number", key=key)
    if whole:
        return int(number) if number == number.to_integral_value() else PolicyFault(code="not_whole", key=key)
    if name != "group_gap_tolerance":
        return float(number)
    if not 0 <= number <= 100:
        return PolicyFault(code="out_of_range", key=key, facts={"least": 0, "most": 100})
    return float(number / 100)


def _decimal(number: Decimal) -> str:
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")
