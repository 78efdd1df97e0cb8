"""``stagekans compare``."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from api.cli.compared import tell_comparison
from api.cli.exit_codes import DONE
from api.cli.reader import answer, language, said
from api.cli.taught import TaughtCommand, option
from api.services.match_files.checking import FileBroken, FolderIncomplete, FormUnknown, read_made

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matching.comparison import Comparison

FOLDER = click.Path(path_type=Path)


@click.command("compare", cls=TaughtCommand, help="cli-compare-help")
@click.argument("first", type=FOLDER)
@click.argument("second", type=FOLDER)
@option("--out", type=click.Path(path_type=Path), metavar="FILE", help="cli-compare-option-out")
def command(first: Path, second: Path, out: Path | None) -> int:
    """Lay two results side by side."""
    from api.services.match_files.differences import compare_made

    with readable(first):
        left = read_made(first)
    with readable(second):
        right = read_made(second)
    comparison = compare_made(left, right)
    answer(said("cli-compare-sides", left=str(first), right=str(second)))
    tell_comparison(comparison, left.report, right.report)
    write_changes(comparison, out)
    return DONE


@contextmanager
def readable(folder: Path) -> Iterator[None]:
    """A folder that is not a result, in the reader's words."""
    try:
        yield
    except FolderIncomplete as error:
        message = said("cli-verify-missing", folder=str(folder), file=error.file_name)
        raise click.ClickException(message) from error
    except FileBroken as error:
        message = said("cli-verify-unreadable", file=str(folder / error.file_name), detail=error.detail)
        raise click.ClickException(message) from error
    except FormUnknown as error:
        where = str(folder / error.file_name)
        message = said(
            "cli-verify-other-form" if error.stated is not None else "cli-verify-no-form",
            file=where,
            form=str(error.stated),
        )
        raise click.ClickException(message) from error


def write_changes(comparison: Comparison, out: Path | None) -> None:
    """The students for whom something changes, as CSV; or how to get them."""
    from api.services.match_files.differences import changes_csv

    if out is None:
        if comparison.changes:
            answer(said("cli-compare-use-out"))
        return
    try:
        out.write_bytes(changes_csv(comparison, language()))
    except OSError as error:
        message = said("cli-compare-not-made", file=str(out), detail=error.strerror or str(error))
        raise click.ClickException(message) from error
    answer(said("cli-compare-written", count=len(comparison.changes), file=str(out)))
