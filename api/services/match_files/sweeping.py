"""A sweep over a result folder: its frozen round under each variant, and the curve as CSV."""

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
    from matching.result import Result
    from matching.sweep import SweepPoint, Variant

COLUMNS = (
    "variant", "proven", "students", "placed", "gap", "gap_percent_points", "satisfaction", "first_choice", "not_named",
    "unplaced", "refused",
)  # fmt: skip


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
