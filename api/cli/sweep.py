"""``stagekans sweep``: what each accepted gap between groups would cost."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from api.cli.compare import readable
from api.cli.exit_codes import DONE
from api.cli.match import Unusable, stopped_like_ctrl_c
from api.cli.progress import progress_bar
from api.cli.reader import answer, said
from api.cli.taught import TaughtCommand, option
from api.cli.workers import workers_for, workers_option
from api.services.match_files.checking import read_made
from matching.groupings import groupings_of
from matching.sweep import TOLERANCES, tolerance_variants

if TYPE_CHECKING:
    from api.services.match_files.checking import Made
    from matching.policy import Policy
    from matching.sweep import SweepPoint


@click.command("sweep", cls=TaughtCommand, help="cli-sweep-help")
@click.argument("folder", type=click.Path(path_type=Path))
@option("--out", type=click.Path(path_type=Path), metavar="FILE", required=True, help="cli-sweep-option-out")
@option("--grouping", "groupings", multiple=True, metavar="NAME", help="cli-sweep-option-grouping")
@option("--tolerance", "tolerances", type=click.FloatRange(0, 1), multiple=True, help="cli-sweep-option-tolerance")
@workers_option()
def command(folder: Path, out: Path, groupings: tuple[str, ...], tolerances: tuple[float, ...], workers: int) -> int:
    """Match a result again for each accepted gap, and write what each reached."""
    from api.services.match_files.sweeping import sweep_csv, sweep_made

    with stopped_like_ctrl_c(), progress_bar() as progress:
        with readable(folder):
            made = read_made(folder)
        variants = tolerance_variants(_policy(made, groupings), made.report.seed, tolerances or TOLERANCES)
        with workers_for(workers) as executor:
            points = sweep_made(made, variants, lambda done: progress("placed", done / len(variants)), executor)
    for point in points:
        answer(_line(point))
    try:
        out.write_bytes(sweep_csv(points))
    except OSError as error:
        raise Unusable(said("cli-compare-not-made", file=str(out), detail=error.strerror or str(error))) from error
    answer(said("cli-sweep-written", file=str(out)))
    return DONE


def _policy(made: Made, groupings: tuple[str, ...]) -> Policy:
    """The policy of the result with these groupings; they must be in the round."""
    known = groupings_of(made.instance.students)
    chosen = tuple(dict.fromkeys(groupings)) or made.policy.group_gap.groupings
    for name in chosen:
        if name not in known:
            raise Unusable(said("cli-sweep-no-grouping", name=name, known=", ".join(known)))
    if not chosen:
        raise Unusable(said("cli-sweep-which-grouping", known=", ".join(known)))
    gap = msgspec.structs.replace(made.policy.group_gap, groupings=chosen)
    return msgspec.structs.replace(made.policy, group_gap=gap)


def _line(point: SweepPoint) -> str:
    if point.refused:
        return said("cli-sweep-refused", name=point.name, code=point.refused)
    return said(
        "cli-sweep-line",
        name=point.name,
        placed=point.placed,
        points=round(float(100 * Fraction(point.gap or "0")), 2),
        satisfaction=point.satisfaction,
        proof=said("compare-proven" if point.proven else "cli-sweep-open"),
    )
