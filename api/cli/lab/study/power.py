"""``stagekans lab study power``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.cli.lab.acting import Acting, lab_command
from api.cli.lab.telling import answer_json, coded, json_option, share, table
from api.cli.reader import answer, report, said
from api.services.lab import protocols

if TYPE_CHECKING:
    from testing_lab.protocol.sample_size import SampleSize


@lab_command("power", teaches="cli-study-power-help")
@json_option()
async def command(one: Acting, *, as_json: bool) -> None:
    """Whether the number is enough, for the whole and for parts."""
    size = await protocols.get_size(*one.whose)
    if as_json:
        answer_json(size)
    elif size.power is not None:
        _tell(size, size.power)
    elif size.half_width is not None:
        answer(said("size-calls", planned=size.planned, half=f"{100 * size.half_width:.1f}"))
    else:
        report(said("size-not-yet"))


def _tell(size: SampleSize, power: float) -> None:
    facts = {"power": f"{100 * power:.1f}", "wanted": f"{100 * size.target_power:.1f}"}
    answer(said("size-power", planned=size.planned, test=size.test, **facts))
    if size.smallest is not None:
        answer(said("size-smallest", smallest=size.smallest))
    if size.expected_discordant is not None:
        answer(said("size-discordant", pairs=round(size.expected_discordant)))
    head = tuple(said(f"size-{name}") for name in ("part", "cells", "pairs", "chance", "needed"))
    table(head, [
        (
            coded("size-division", part.division), part.cells, part.pairs_per_cell, share(part.power),
            "–" if part.pairs_needed_per_cell is None else part.pairs_needed_per_cell,
        )
        for part in size.divisions
    ])  # fmt: skip
    if size.warnings:
        report(said("size-warning"), style="yellow")
