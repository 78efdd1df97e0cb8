"""The price curve of a sweep: finished what-ifs that differ from their run in the accepted gap, as points and lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

import msgspec

from api.messages.runs import RunView
from matching.changes import Changes
from matching.policy import GroupGap

#: The drawing: user units of the SVG, with room for the words at the axes.
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 360, 200, 70, 16, 16, 34


class CurvePoint(msgspec.Struct, frozen=True, kw_only=True):
    """What one accepted gap reached. ``tolerance`` and ``gap`` in percentage points."""

    run: RunView
    tolerance: float
    placed: int
    gap: float | None
    points: int | None
    proven: bool


class Drawing(msgspec.Struct, frozen=True, kw_only=True):
    """A line through dots. ``ticks``: (place, value) along each axis."""

    name: str
    dots: tuple[tuple[float, float], ...]
    across: tuple[tuple[float, float], ...]
    up: tuple[tuple[float, float], ...]

    @property
    def line(self) -> str:
        """The ``points`` of a polyline."""
        return " ".join(f"{x:g},{y:g}" for x, y in self.dots)


class Curve(msgspec.Struct, frozen=True, kw_only=True):
    """The points of one choice of groupings, by tolerance, with their drawings."""

    groupings: tuple[str, ...]
    points: tuple[CurvePoint, ...]
    drawings: tuple[Drawing, ...]


def is_of_a_sweep(run: RunView) -> bool:
    """Whether a what-if asks for another accepted gap, and for nothing else."""
    return _gap(run) is not None


def curves_of(runs: Iterable[RunView]) -> tuple[Curve, ...]:
    """One curve for each choice of groupings; of two what-ifs with one tolerance, the newest."""
    found: dict[tuple[str, ...], dict[float, CurvePoint]] = {}
    for run in sorted(runs, key=lambda run: run.number):
        gap = _gap(run)
        if gap is not None and run.report is not None:
            found.setdefault(gap.groupings, {})[gap.tolerance] = _point(run, gap)
    return tuple(_curve(groupings, [points[key] for key in sorted(points)]) for groupings, points in found.items())


def _gap(run: RunView) -> GroupGap | None:
    policy = run.changes.policy if run.changes else None
    if policy is None or not isinstance(policy.group_gap, GroupGap) or run.changes != Changes(policy=policy):
        return None
    return policy.group_gap


def _point(run: RunView, gap: GroupGap) -> CurvePoint:
    goals = {goal.name: goal.value for goal in run.report.goals} if run.report else {}
    reached, points = goals.get("group_gap"), goals.get("satisfaction")
    return CurvePoint(
        run=run,
        tolerance=round(100 * gap.tolerance, 2),
        placed=run.report.placed if run.report else 0,
        gap=float(100 * Fraction(reached)) if isinstance(reached, str) else None,
        points=points if isinstance(points, int) else None,
        proven=run.report is not None and run.report.status == "finished",
    )


def _curve(groupings: tuple[str, ...], points: Sequence[CurvePoint]) -> Curve:
    lines: list[Drawing] = []
    for name in ("points", "placed", "gap"):
        values = [(point.tolerance, getattr(point, name)) for point in points if getattr(point, name) is not None]
        if len(values) > 1 and len({value for _, value in values}) > 1:
            lines.append(_drawn(name, values))
    return Curve(groupings=groupings, points=tuple(points), drawings=tuple(lines))


def _drawn(name: str, values: Sequence[tuple[float, float]]) -> Drawing:
    xs, ys = [x for x, _ in values], [y for _, y in values]
    across, up = (min(xs), max(xs)), (min(ys), max(ys))
    x_of = {x: round(LEFT + (WIDTH - LEFT - RIGHT) * (x - across[0]) / (across[1] - across[0]), 1) for x in xs}
    y_of = {y: round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (y - up[0]) / (up[1] - up[0]), 1) for y in ys}
    return Drawing(
        name=name,
        dots=tuple((x_of[x], y_of[y]) for x, y in values),
        across=tuple((x_of[x], x) for x in across),
        up=tuple((y_of[y], y) for y in up),
    )
