"""A progress bar on standard error; nothing at all where that is not a terminal."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from api.cli.reader import said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def progress_bar() -> Iterator[Callable[[str, float], None]]:
    """Yields a function of the stage (``cli-stage-<stage>`` in the catalogue) and the fraction that is done."""
    if not sys.stderr.isatty():
        yield lambda _stage, _fraction: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=1.0)

        def show(stage: str, fraction: float) -> None:
            progress.update(task, description=said(f"cli-stage-{stage}".replace("_", "-")), completed=fraction)

        yield show
