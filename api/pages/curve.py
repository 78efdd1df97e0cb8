"""Curves of sweeps: finished what-ifs that differ from their run in one number, as points and lines.

The number is the accepted gap between groups, or the limit to the changes of a re-match.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

import msgspec

from api.messages.runs import RunView
from matching.changes import Changes, PolicyChange
from matching.policy import GroupGap, Rematch
from matching.result import RematchOutcome

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


class ChangesPoint(msgspec.Struct, frozen=True, kw_only=True):
    """What one limit to the changes reached. ``chosen`` changes were made; ``gap`` in percentage points.

    ``beaten``: where time was up, the number of a run that may change less and reached more.
    """

    run: RunView
    most: int
    chosen: int
    placed: int
    gap: float | None
    points: int | None
    proven: bool
    beaten: int | None = None


class TradeOff(msgspec.Struct, frozen=True, kw_only=True):
    """What more changes buy: the run itself and its what-ifs, by limit, with their drawings."""

    points: tuple[ChangesPoint, ...]
    drawings: tuple[Drawing, ...]


def is_of_a_sweep(run: RunView) -> bool:
    """Whether a what-if asks for another accepted gap or limit to the changes, and for nothing else."""
    return _gap(run) is not None or _limit(run) is not None


def trade_off_of(parent: RunView, what_ifs: Iterable[RunView]) -> TradeOff | None:
    """The curve of a re-match; of two with one limit, the newest. None where the run is no re-match."""
    if parent.policy.rematch is None:
        return None
    found: dict[int, ChangesPoint] = {}
    for run in (parent, *sorted(what_ifs, key=lambda run: run.number)):
        if (run is parent or _limit(run) is not None) and (point := _changes_point(run)) is not None:
            found[point.most] = point
    points, lines, best = list[ChangesPoint](), list[tuple[float, ChangesPoint]](), None
    for most in sorted(found):
        point = found[most]
        if best is not None and not point.proven and _worth(best.run) > _worth(point.run):
            point = msgspec.structs.replace(point, beaten=best.run.number)
        else:
            best = point
        points.append(point)
        lines.append((most, best))  # what is possible within this limit: the line never falls
    return TradeOff(points=tuple(points), drawings=_drawings(lines))


def _worth(run: RunView) -> list[tuple[Fraction, ...]]:
    """What a run reached, goal by goal, more is better; nothing where a price makes the first goal no goal."""
    if run.report is None or run.policy.group_gap.price:
        return []
    accepted = Fraction(str(run.policy.group_gap.tolerance))
    found: list[tuple[Fraction, ...]] = []
    for goal in run.report.goals:
        if isinstance(goal.value, str):
            found.append((-max(Fraction(goal.value), accepted),))
        elif isinstance(goal.value, tuple):
            found.append(tuple([Fraction(-count) for count in goal.value]))
        else:
            found.append((Fraction(goal.value),))
    return found


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


def _limit(run: RunView) -> Rematch | None:
    policy = run.changes.policy if run.changes else None
    if policy is None or not isinstance(policy.rematch, Rematch):
        return None
    return policy.rematch if run.changes == Changes(policy=PolicyChange(rematch=policy.rematch)) else None


def _reached(run: RunView) -> tuple[float | None, int | None]:
    goals = {goal.name: goal.value for goal in run.report.goals} if run.report else {}
    gap, points = goals.get("group_gap"), goals.get("satisfaction")
    return float(100 * Fraction(gap)) if isinstance(gap, str) else None, points if isinstance(points, int) else None


def _point(run: RunView, gap: GroupGap) -> CurvePoint:
    left, points = _reached(run)
    return CurvePoint(
        run=run,
        tolerance=round(100 * gap.tolerance, 2),
        placed=run.report.placed if run.report else 0,
        gap=left,
        points=points,
        proven=run.report is not None and run.report.status == "finished",
    )


def _changes_point(run: RunView) -> ChangesPoint | None:
    if run.report is None or not isinstance(run.report.rematch, RematchOutcome):
        return None
    left, points = _reached(run)
    return ChangesPoint(
        run=run,
        most=run.report.rematch.max_changes,
        chosen=run.report.rematch.chosen,
        placed=run.report.placed,
        gap=left,
        points=points,
        proven=run.report.status == "finished",
    )


def _curve(groupings: tuple[str, ...], points: Sequence[CurvePoint]) -> Curve:
    drawings = _drawings([(point.tolerance, point) for point in points])
    return Curve(groupings=groupings, points=tuple(points), drawings=drawings)


def _drawings(points: Sequence[tuple[float, CurvePoint | ChangesPoint]]) -> tuple[Drawing, ...]:
    lines: list[Drawing] = []
    for name in ("points", "placed", "gap"):
        values = [(across, getattr(point, name)) for across, point in points if getattr(point, name) is not None]
        if len(values) > 1 and len({value for _, value in values}) > 1:
            lines.append(_drawn(name, values))
    return tuple(lines)


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
