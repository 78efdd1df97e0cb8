"""A sweep or a trade-off over a result folder: its frozen round under each variant, and the curve as CSV."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from api.services.files.writing import csv_bytes
from api.services.match_files.running import match
from matching.sweep import sweep

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from api.services.match_files.checking import Made
    from api.services.solve_processes import SolveProcesses
    from matching.policy import Policy
    from matching.rematch import CurvePoint
    from matching.result import Result
    from matching.sweep import SweepPoint, Variant

COLUMNS = (
    "variant", "proven", "students", "placed", "gap", "gap_percent_points", "satisfaction", "first_choice", "not_named",
    "unplaced", "refused",
)  # fmt: skip
TRADE_OFF_COLUMNS = ("max_changes", "enough", "forced", "proven", "goal", "value", "forced_proven")


def sweep_made(
    made: Made,
    variants: Sequence[Variant],
    progress: Callable[[int], None],
    executor: SolveProcesses | None = None,
) -> tuple[SweepPoint, ...]:
    """Match the round of a result once a variant."""

    def matched(policy: Policy) -> Result:
        silent = match(
            made.instance, policy, progress=lambda _stage, _fraction: None, with_prices=False, executor=executor
        )
        return silent.result

    return sweep(made.instance, variants, matched, progress=progress)


def sweep_csv(points: Sequence[SweepPoint]) -> bytes:
    """One row a variant. ``gap`` is the exact fraction; its percentage points are rounded to two decimals."""
    rows = [
        (
            point.name,
            "yes" if point.proven else "no",
            point.students,
            point.placed,
            point.gap,
            None if point.gap is None else f"{float(100 * Fraction(point.gap)):.2f}",
            point.satisfaction,
            point.profile.get("1", 0),
            point.profile.get("not_named", 0),
            point.profile.get("none", 0),
            point.refused,
        )
        for point in points
    ]
    return csv_bytes(COLUMNS, rows, delimiter=",", mark=False)


def trade_off_csv(points: Sequence[CurvePoint]) -> bytes:
    """One row a goal of each limit. ``enough``: the fewest changes that reach the same."""
    rows = [
        (
            point.max_changes,
            point.enough,
            point.forced,
            "yes" if goal.proven else "no",
            goal.name,
            told(goal.value),
            "yes" if point.forced_proven else "no",
        )
        for point in points
        for goal in point.goals
    ]
    return csv_bytes(TRADE_OFF_COLUMNS, rows, delimiter=",", mark=False)


def told(value: object) -> str:
    """The value of a goal in a cell; the classes of *worst off first* with a dash between them."""
    return "-".join(map(str, value)) if isinstance(value, tuple | list) else str(value)
