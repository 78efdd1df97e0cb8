"""The value of a goal in words: a number, or the number of students in each class."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from api.catalogue import Language, text

if TYPE_CHECKING:
    from matching.result import GoalOutcome, Report


def value_text(language: Language, value: int | str | tuple[int, ...], report: Report) -> str:
    """``1.050``; or ``Geen plek: 3 · 2e keuze: 14 · 1e keuze: 17``, worst class first, without the empty ones."""
    if isinstance(value, int):
        return text(language, "goal-number", number=value)
    if isinstance(value, str):
        return text(language, "goal-gap", points=float(100 * Fraction(value)), fraction=value)
    by_utility = _classes(report) == "utility"
    return " · ".join(
        text(language, "class-count", name=_name(language, c, len(value), by_utility=by_utility), students=students)
        for c, students in enumerate(value)
        if students or c == 0
    )


def outcome_texts(language: Language, goal: GoalOutcome, report: Report) -> tuple[str, str]:
    """The value, and the best possible one; equal classes are not told twice."""
    value = value_text(language, goal.value, report)
    if isinstance(goal.value, tuple) and goal.bound == goal.value:
        return value, text(language, "goal-bound-equal")
    return value, value_text(language, goal.bound, report)


def lost_text(language: Language, later: str, lost: int | str, report: Report) -> str:
    """What a goal cost a later one: ``12 plekken minder``; or ``2e keuze: 3 minder · Geen plek: 3 meer``."""
    if later == "worst_off":
        changes = [int(change) for change in str(lost).split()]
        by_utility = _classes(report) == "utility"
        told = [
            text(
                language,
                "fairness-price-more" if change > 0 else "fairness-price-fewer",
                name=_name(language, c, len(changes), by_utility=by_utility),
                number=abs(change),
            )
            for c, change in enumerate(changes)
            if change
        ]
        return " · ".join(told) or text(language, "fairness-price-nothing")
    size = Fraction(lost)
    if not size:
        return text(language, "fairness-price-nothing")
    message = f"fairness-price-{later}".replace("_", "-") + ("" if size > 0 else "-gained")
    if later == "group_gap":
        return text(language, message, points=float(100 * abs(size)))
    return text(language, message, number=abs(int(size)))


def _classes(report: Report) -> object:
    table = report.policy.get("worst_off")
    return table.get("classes") if isinstance(table, dict) else None


def _name(language: Language, c: int, count: int, *, by_utility: bool) -> str:
    if c == 0:
        return text(language, "rank-none")
    if by_utility:
        return text(language, "class-band", least=100 * c - 100, most=1000 if c == count - 1 else 100 * c - 1)
    return text(language, "rank-not-named") if c == 1 else text(language, "rank-number", rank=count - c)
