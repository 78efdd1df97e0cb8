"""The numbers of the comparison page: bars and cards, from the counts."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from api.messages.runs import RunView
from matching.comparison import GAINS, LOSES, Effect


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """A card above the list: ``name`` is "gains", "loses", "moved" or "stays". ``effect`` is what its link filters."""

    name: str
    count: int
    effect: str = ""


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """A run in the chart of what-ifs. ``percent`` is of the most students that any of the runs placed, 0..100."""

    run: RunView
    lines: tuple[str, ...]
    placed: int
    points: int | None
    percent: int


def tallies(counts: Mapping[Effect, int], unchanged: int) -> tuple[Tally, ...]:
    """Better off, worse off, different, the same."""
    gains, loses = sum(counts[effect] for effect in GAINS), sum(counts[effect] for effect in LOSES)
    return (
        Tally(name="gains", count=gains, effect="gains"),
        Tally(name="loses", count=loses, effect="loses"),
        Tally(name="moved", count=sum(counts.values()) - gains - loses),
        Tally(name="stays", count=unchanged),
    )


def bars_of(runs: tuple[RunView, ...], lines: tuple[tuple[str, ...], ...]) -> tuple[Bar, ...]:
    """A bar for each finished run."""
    placed = [run.report.placed if run.report else 0 for run in runs]
    most = max(placed, default=0)
    return tuple(
        Bar(run=run, lines=said, placed=count, points=_points(run), percent=round(100 * count / most) if most else 0)
        for run, said, count in zip(runs, lines, placed, strict=True)
    )


def _points(run: RunView) -> int | None:
    """The sum of the points, where satisfaction was a goal."""
    goals = run.report.goals if run.report else ()
    return next((goal.value for goal in goals if goal.name == "satisfaction" and isinstance(goal.value, int)), None)
