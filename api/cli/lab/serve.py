"""``stagekans lab serve``."""

from __future__ import annotations

from pathlib import Path

import click

from api.cli.database import lab_database
from api.cli.serve import serve_half
from api.cli.taught import TaughtCommand, option


@click.command("serve", cls=TaughtCommand, help="cli-lab-serve-help")
@option("--host", default="127.0.0.1", show_default=True, help="cli-serve-option-host")
@option("--port", type=click.IntRange(1, 65535), default=8001, show_default=True, help="cli-serve-option-port")
@option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="cli-serve-option-workers")
@option("--data", type=click.Path(file_okay=False, path_type=Path), help="cli-option-data")
def command(host: str, port: int, workers: int, data: Path | None) -> None:
    """Start the website and the JSON API of the lab."""
    with lab_database(data) as url:
        serve_half("lab", url, host, port, workers)
