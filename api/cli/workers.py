"""The option ``--workers``: over how many processes a run is divided."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from api.cli.reader import report, said
from api.cli.taught import option
from api.services.solve_processes import solve_processes
from api.settings import MOST_SOLVE_WORKERS, solve_workers_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from api.services.solve_processes import SolveProcesses


class _Workers(click.ParamType[int]):
    name = "workers"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            return solve_workers_in(str(value))
        except ValueError:
            self.fail(said("cli-workers-wrong", value=str(value), most=MOST_SOLVE_WORKERS), param, ctx)


def workers_option() -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """``--workers N``; this process alone unless somebody asks."""
    return option("--workers", type=_Workers(), default=1, metavar="N", help="cli-option-workers")


@contextmanager
def workers_for(count: int) -> Iterator[SolveProcesses | None]:
    """The processes; that one was killed and the rest was solved here is told at the end."""
    with solve_processes(count) as processes:
        yield processes
    if processes is not None and processes.lost:
        report(said("cli-workers-lost"), style="yellow")
