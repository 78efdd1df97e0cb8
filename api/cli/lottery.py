"""``stagekans lottery commit | reveal | check | lots``: a lottery that anybody can check, without a website.

Exit codes: 0 done, or it fits; 1 ``check`` or ``reveal`` found that something does not fit; 2 unusable input.
"""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path

import click
import msgspec

from api.cli.exit_codes import DONE, FOUND_A_FAULT
from api.cli.faults import list_fault
from api.cli.reader import answer, report, said
from api.cli.taught import TaughtCommand, option
from matching.commitment import Opening, is_secret, is_sha256, one_line

FILE = click.Path(path_type=Path, dir_okay=False)


class SecretFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What ``commit`` keeps until the round is over."""

    schema: int = 1
    sha256: str
    salt: str
    secret: str


class Steps(TaughtCommand, click.Group):
    """The steps of a lottery, in their order."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """As somebody takes them."""
        _ = ctx
        return ["commit", "reveal", "check", "lots"]

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What follows ``stagekans lottery``."""
        return [*super().collect_usage_pieces(ctx), said("cli-usage-command")]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Steps first, then options."""
        with formatter.section(said("cli-commands")):
            formatter.write_dl([(name, said(f"cli-lottery-{name}-short")) for name in self.list_commands(ctx)])
        super().format_options(ctx, formatter)


@click.group("lottery", cls=Steps, help="cli-lottery-help", no_args_is_help=True)
def command() -> None:
    """Commit, reveal, check."""


@command.command("commit", cls=TaughtCommand, help="cli-lottery-commit-help")
@option("--out", type=FILE, metavar="FILE", required=True, help="cli-lottery-option-out")
@option("--typed", is_flag=True, help="cli-lottery-option-typed")
def commit(out: Path, typed: bool) -> int:  # noqa: FBT001  # click calls by keyword
    """Make a secret, and print its hash alone."""
    secret = sys.stdin.readline().rstrip("\r\n") if typed else secrets.token_hex(32)
    if not is_secret(secret):
        raise click.ClickException(said("cli-lottery-not-secret"))
    opening = Opening(salt=secrets.token_hex(32), secret=secret)
    kept = SecretFile(sha256=opening.commitment, salt=opening.salt, secret=opening.secret)
    try:
        with os.fdopen(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(kept), indent=2) + b"\n")
    except FileExistsError as error:
        raise click.ClickException(said("cli-lottery-file-exists", file=str(out))) from error
    except OSError as error:
        detail = error.strerror or str(error)
        raise click.ClickException(said("cli-lottery-file-not-made", file=str(out), detail=detail)) from error
    answer(opening.commitment)
    report(said("cli-lottery-committed", file=str(out)))
    return DONE


@command.command("reveal", cls=TaughtCommand, help="cli-lottery-reveal-help")
@click.argument("file", type=FILE)
@option("--public", default="", help="cli-lottery-option-public")
def reveal(file: Path, public: str) -> int:
    """Print what becomes public: salt, secret and seed."""
    try:
        kept = msgspec.json.decode(_content(file), type=SecretFile)
        opening = Opening(salt=kept.salt, secret=kept.secret)
    except (msgspec.DecodeError, ValueError) as error:
        raise click.ClickException(said("cli-lottery-file-not-ours", file=str(file))) from error
    if opening.commitment != kept.sha256:
        report(said("cli-lottery-file-changed", file=str(file)), style="red")
        return FOUND_A_FAULT
    _tell(opening, one_line(public))
    return DONE


@command.command("check", cls=TaughtCommand, help="cli-lottery-check-help")
@option("--sha256", required=True, help="cli-lottery-option-sha256")
@option("--salt", required=True, help="cli-lottery-option-salt")
@option("--secret", required=True, help="cli-lottery-option-secret")
@option("--public", default="", help="cli-lottery-option-public")
@option("--seed", default="", help="cli-lottery-option-seed-too")
def check(sha256: str, salt: str, secret: str, public: str, seed: str) -> int:
    """Whether a revealed secret is the one that was committed to."""
    for name, value in (("--sha256", sha256), ("--salt", salt), ("--seed", seed)):
        if not is_sha256(value) and (value or name != "--seed"):
            raise click.ClickException(said("cli-lottery-not-sha256", what=name))
    if not is_secret(secret):
        raise click.ClickException(said("cli-lottery-not-secret"))
    opening = Opening(salt=salt, secret=secret)
    if opening.commitment != sha256:
        answer(said("cli-lottery-does-not-fit"), style="red")
        return FOUND_A_FAULT
    answer(said("cli-lottery-fits"))
    expected = opening.seed(one_line(public))
    if seed and seed != expected:
        answer(said("cli-lottery-seed-does-not-fit", value=expected), style="red")
        return FOUND_A_FAULT
    answer(said("cli-lottery-seed-fits") if seed else said("cli-lottery-line-seed", value=expected))
    return DONE


@command.command("lots", cls=TaughtCommand, help="cli-lottery-lots-help")
@click.argument("file", type=FILE)
@option("--seed", required=True, help="cli-lottery-option-seed")
def lots(file: Path, seed: str) -> int:
    """The lot number of every student number in a file, first lot first."""
    from api.services.files.student_numbers import NoNumbers, NumberTwice, student_numbers
    from api.services.files.tables import TableUnreadable
    from api.services.files.writing import csv_bytes
    from matching.verify.lots import lots_of_numbers

    if not seed:
        raise click.ClickException(said("cli-lottery-empty-seed"))
    content = _content(file)
    try:
        numbers = student_numbers(content)
    except NoNumbers as error:
        raise click.ClickException(said("cli-lottery-no-numbers", file=file.name)) from error
    except NumberTwice as error:
        raise click.ClickException(said("cli-lottery-twice", number=error.number, file=file.name)) from error
    except TableUnreadable as error:
        list_fault(file.name, error.fault, style="red")
        raise click.ClickException(said("cli-lottery-no-numbers", file=file.name)) from error
    ordered = sorted(zip(lots_of_numbers(numbers, seed), numbers, strict=True))
    rows = [(number, lot) for lot, number in ordered]
    answer(csv_bytes(("student_number", "lot_number"), rows, delimiter=",", mark=False).decode().rstrip("\r\n"))
    return DONE


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        detail = error.strerror or str(error)
        raise click.ClickException(said("cli-lottery-file-unreadable", file=str(file), detail=detail)) from error


def _tell(opening: Opening, public_text: str) -> None:
    answer(said("cli-lottery-line-sha256", value=opening.commitment))
    answer(said("cli-lottery-line-salt", value=opening.salt))
    answer(said("cli-lottery-line-secret", value=opening.secret))
    if public_text:
        answer(said("cli-lottery-line-public", value=public_text))
    answer(said("cli-lottery-line-seed", value=opening.seed(public_text)))
