"""Files that a command of the lab reads and writes."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from api.cli.exit_codes import UNUSABLE
from api.cli.faults import list_unreadable
from api.cli.reader import report, said

if TYPE_CHECKING:
    from api.messages.files import FileFormat, FileOut

FILE = click.Path(path_type=Path)


def content_of(source: Path) -> bytes:
    """The bytes of a file; the command ends with exit code 2 where it cannot be read, and says why."""
    try:
        return source.read_bytes()
    except OSError as error:
        list_unreadable(source, error)
        raise click.exceptions.Exit(UNUSABLE) from error


def format_of(out: Path) -> FileFormat:
    """XLSX where the name says so, else CSV."""
    return "xlsx" if out.suffix.lower() == ".xlsx" else "csv"


def keep(content: bytes, out: Path) -> None:
    """Write a file whole, or not at all, and say where it is.

    Raises
    ------
    click.ClickException
        It cannot be written.
    """
    _write(content, out)
    report(said("cli-study-file-written", file=str(out)))


def keep_all(files: dict[str, bytes], folder: Path) -> None:
    """Write files, by their path in the folder; the folder is made.

    Raises
    ------
    click.ClickException
        One cannot be written.
    """
    for name, content in files.items():
        _write(content, folder / name)
    report(said("cli-study-files-written", count=len(files), folder=str(folder)))


def keep_in(file: FileOut, folder: Path) -> None:
    """Write what a service hands out, under its own name."""
    keep(file.content, folder / file.name)


def _write(content: bytes, out: Path) -> None:
    # Beside its place first: who reads the file never sees half of it. Only its owner may read it: names are in some.
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name[:40]}.")
        try:
            with os.fdopen(handle, "wb") as written:
                written.write(content)
            Path(beside).replace(out)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
    except OSError as error:
        detail = error.strerror or str(error)
        raise click.ClickException(said("cli-study-file-not-made", file=str(out), detail=detail)) from error
