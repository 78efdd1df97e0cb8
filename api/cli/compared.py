"""A comparison at the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.cli.reader import answer, language, said
from api.services.comparing_words import group_word, grouping_word, why_lines
from api.services.goal_values import outcome_texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matching.comparison import Comparison, GroupLine
    from matching.result import GoalOutcome, Report


def tell_comparison(comparison: Comparison, left: Report, right: Report) -> None:
    """What differed, then goals, preferences, groups and students."""
    _section("cli-compare-why", why_lines(language(), comparison.why))
    _section(
        "cli-compare-goals",
        [
            said(
                "cli-compare-goal",
                goal=said(f"cli-goal-{pair.name}".replace("_", "-")),
                left=_value(pair.left, left),
                right=_value(pair.right, right),
            )
            for pair in comparison.goals
        ],
    )
    _section(
        "cli-compare-profile",
        [
            said("cli-compare-profile-line", rank=_rank(line.rank), left=line.left, right=line.right)
            for line in comparison.profile
        ],
    )
    if comparison.groups:
        _section("cli-compare-groups", [_group(line) for line in comparison.groups])
    counts = [
        said("cli-compare-count", effect=said(f"compare-effect-{effect}".replace("_", "-")), count=count)
        for effect, count in comparison.counts.items()
        if count
    ]
    _section("cli-compare-students", [*counts, said("cli-compare-unchanged", count=comparison.unchanged)])


def _section(title: str, lines: Iterable[str]) -> None:
    answer(said(title), style="bold")
    for line in lines:
        answer(f"  {line}")


def _value(goal: GoalOutcome | None, report: Report) -> str:
    if goal is None:
        return said("cli-compare-not-asked")
    value, bound = outcome_texts(language(), goal, report)
    return said("cli-compare-value-proven" if goal.proven else "cli-compare-value-open", value=value, bound=bound)


def _rank(rank: str) -> str:
    if rank.isdigit():
        return said("rank-number", rank=int(rank))
    return said(f"rank-{rank}".replace("_", "-"))


def _group(line: GroupLine) -> str:
    facts = {
        "grouping": grouping_word(language(), line.grouping),
        "group": group_word(language(), line.grouping, line.group),
    }
    if line.hidden:
        return said("cli-compare-group-hidden", **facts)
    left = share(line.left_placed, line.left_students)
    return said("cli-compare-group-line", **facts, left=left, right=share(line.right_placed, line.right_students))


def share(placed: int | None, students: int | None) -> str:
    """``14 van 20 (70 %)``."""
    if not students:
        return said("compare-nobody")
    return said("compare-share", placed=placed or 0, students=students, percent=round(100 * (placed or 0) / students))
