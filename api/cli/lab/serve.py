"""``stagekans lab serve``."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from api.cli import children
from api.cli.database import lab_database
from api.cli.serve import serve_half
from api.cli.taught import TaughtCommand, option
from api.settings import URL

if TYPE_CHECKING:
    from collections.abc import Iterator


@click.command("serve", cls=TaughtCommand, help="cli-lab-serve-help")
@option("--host", default="127.0.0.1", show_default=True, help="cli-serve-option-host")
@option("--port", type=click.IntRange(1, 65535), default=8001, show_default=True, help="cli-serve-option-port")
@option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="cli-serve-option-workers")
@option("--without-jobs", is_flag=True, help="cli-lab-serve-option-without-jobs")
@option("--data", type=click.Path(file_okay=False, path_type=Path), help="cli-option-data")
def command(
    host: str, port: int, workers: int, without_jobs: bool, data: Path | None  # noqa: FBT001  # click calls by keyword
) -> None:  # fmt: skip
    """Start the website and the JSON API of the lab, and a worker for its long work."""
    with lab_database(data) as url:
        if without_jobs:
            serve_half("lab", url, host, port, workers)
            return
        with _worker_beside(url):
            serve_half("lab", url, host, port, workers)


@contextmanager
def _worker_beside(url: str) -> Iterator[None]:
    """A worker in a process of its own: what it computes holds up no page. It ends with us, however we end."""
    child = children.start(["lab", "worker"], environment={URL["lab"]: url}, log=None)
    try:
        yield
    finally:
        children.stop_all([child])
