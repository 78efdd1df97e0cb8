"""``stagekans serve``."""

from __future__ import annotations

import os
from pathlib import Path

import click

from api.cli.database import database, unusable
from api.cli.reader import report, said
from api.cli.taught import TaughtCommand, option
from api.settings import URL, Half, Settings


@click.command("serve", cls=TaughtCommand, help="cli-serve-help")
@option("--host", default="127.0.0.1", show_default=True, help="cli-serve-option-host")
@option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="cli-serve-option-port")
@option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="cli-serve-option-workers")
@option("--data", type=click.Path(file_okay=False, path_type=Path), help="cli-option-data")
def command(host: str, port: int, workers: int, data: Path | None) -> None:
    """Start the website and the JSON API."""
    with database(data) as url:
        serve_half("placing", url, host, port, workers)


def serve_half(half: Half, url: str, host: str, port: int, workers: int) -> None:
    """Serve the website of a half on its database, until told to stop."""
    # The web server takes a second to import: other commands do not pay for it.
    from api.serve import serve

    try:
        settings = Settings.from_environment({**os.environ, URL[half]: url}, half)
    except ValueError as error:
        raise unusable("cli-error-settings", error) from error
    report(said("cli-serve-ready", host=host, port=str(port)))
    serve(settings, host, port, workers)
