"""``stagekans trade-off``: what more changes of a re-match would buy."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from api.cli.compare import readable
from api.cli.exit_codes import DONE
from api.cli.match import Unusable, stopped_like_ctrl_c
from api.cli.reader import answer, said
from api.cli.taught import TaughtCommand, option
from api.services.match_files.checking import read_made

if TYPE_CHECKING:
    from matching.rematch import CurvePoint


@click.command("trade-off", cls=TaughtCommand, help="cli-trade-off-help")
@click.argument("folder", type=click.Path(path_type=Path))
@option("--out", type=click.Path(path_type=Path), metavar="FILE", required=True, help="cli-trade-off-option-out")
@option("--changes", "limits", type=click.IntRange(0), multiple=True, help="cli-trade-off-option-changes")
def command(folder: Path, out: Path, limits: tuple[int, ...]) -> int:
    """Match a re-match again for each limit to its changes, and write what each reached."""
    from api.services.match_files.sweeping import trade_off_csv
    from matching.rematch import trade_off

    with stopped_like_ctrl_c():
        with readable(folder):
            made = read_made(folder)
        if made.policy.rematch is None:
            raise Unusable(said("cli-trade-off-no-rematch"))
        policy = msgspec.structs.replace(made.policy, seed=made.report.seed)
        points = trade_off(made.instance, policy, clock=time.monotonic, at=limits)
    for point in points:
        answer(_line(point))
    try:
        out.write_bytes(trade_off_csv(points))
    except OSError as error:
        raise Unusable(said("cli-compare-not-made", file=str(out), detail=error.strerror or str(error))) from error
    answer(said("cli-sweep-written", file=str(out)))
    return DONE


def _line(point: CurvePoint) -> str:
    from api.services.match_files.sweeping import told

    values = {goal.name: goal.value for goal in point.goals}
    proven = point.forced_proven and all(goal.proven for goal in point.goals)
    return said(
        "cli-trade-off-line",
        most=point.max_changes,
        enough=point.enough,
        values=", ".join(f"{said(f'goal-{name}'.replace('_', '-'))} {told(value)}" for name, value in values.items()),
        proof=said("compare-proven" if proven else "cli-sweep-open"),
    )
