"""What is known about a goal, and what the report must say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from matching.result import GoalOutcome


class GoalCheck(msgspec.Struct, frozen=True, kw_only=True):
    """What is known about a goal, ``lottery`` included.

    ``certificate``, ``input``, ``rules``, ``report`` and ``explanations`` appear where they fail.

    Details of a failure: ``other_schema``, ``other_input``, ``input_contradicts``, ``rules_broken``,
    ``report_misstated``, ``explanation_untrue``, ``level_missing``, ``level_unexpected``, ``rank_too_high``,
    ``above_not_proven``, and those
    of :class:`matching.verify.levels.LevelCheck`, :class:`matching.verify.coupled.CoupledFound` and
    :func:`matching.verify.coupled.unusable`.
    """

    goal: str
    status: Literal["proven", "bound", "failed"]
    detail: str
    facts: dict[str, str | int | None] = {}


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a goal, and what the report must say of it. ``ends``: the goals below cannot be checked."""

    check: GoalCheck
    value: int | str | tuple[int, ...] | None = None
    bound: int | str | tuple[int, ...] | None = None
    ends: bool = False

    def told(self, stated: GoalOutcome | None) -> GoalCheck:
        """The check, unless the report says otherwise. Of what is not proven on a face, nothing can be compared."""
        if self.ends:
            return self.check
        proven = self.check.status == "proven"
        true = (self.value, self.bound, proven, "certificate" if proven else "none")
        if stated is not None and (stated.value, stated.bound, stated.proven, stated.proof) == true:
            return self.check
        return GoalCheck(goal=self.check.goal, status="failed", detail="report_misstated", facts=self.check.facts)


def gap_found(status: Literal["proven", "bound"], detail: str, value: str, bound: str) -> Found:
    """Of *group gap*."""
    check = GoalCheck(goal="group_gap", status=status, detail=detail, facts={"value": value, "bound": bound})
    return Found(check=check, value=value, bound=bound)


def failed(goal: str, detail: str, facts: dict[str, str | int | None]) -> Found:
    """A goal that is not shown, and with it those below."""
    return Found(check=GoalCheck(goal=goal, status="failed", detail=detail, facts=facts), ends=True)


def fact(value: int | str | tuple[int, ...] | None) -> int | str | None:
    """A value in the facts of a check."""
    return "-".join(map(str, value)) if isinstance(value, tuple) else value
