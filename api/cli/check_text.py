"""``stagekans check-text FILE``: possible faults in a vacancy text, without a website and without a database.

Exit codes: 0 nothing found; 1 something to look at; 2 the text cannot be used.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click
import msgspec

from api.cli.exit_codes import DONE, FOUND_A_FAULT
from api.cli.reader import answer, language, said
from api.cli.taught import TaughtCommand, option


@click.command("check-text", cls=TaughtCommand, help="cli-check-text-help")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@option("--job", is_flag=True, help="cli-check-text-option-job")
@option("--tone", is_flag=True, help="cli-check-text-option-tone")
@option("--json", "as_json", is_flag=True, help="cli-check-text-option-json")
def command(file: Path, job: bool, tone: bool, as_json: bool) -> int:  # noqa: FBT001  # click calls by keyword
    """Check it."""
    from api.catalogue import text as words
    from api.services.text_words import rule_words
    from api.services.vacancy_text.check import LONGEST_TEXT, check_text

    text = _text_of(file)
    if not text.strip():
        raise click.ClickException(said("cli-check-text-empty", file=str(file)))
    if len(text) > LONGEST_TEXT:
        raise click.ClickException(said("cli-check-text-long", file=str(file), most=LONGEST_TEXT))
    checked = check_text(text, "job" if job else "internship", tone=tone)
    if as_json:
        answer(msgspec.json.format(msgspec.json.encode(checked), indent=2).decode())
        return FOUND_A_FAULT if checked.hits else DONE
    if not checked.hits:
        answer(said("cli-check-text-none", version=checked.rules_version))
        return DONE
    for hit in checked.hits:
        before = text[: hit.start]
        told = rule_words(language(), hit.rule)
        ground, level = hit.ground.replace("_", "-"), hit.level
        place = said(
            "cli-check-text-hit",
            line=before.count("\n") + 1,
            column=hit.start - (before.rfind("\n") + 1) + 1,
            words=" ".join(text[hit.start : hit.end].split()),
        )
        answer(place, style="bold")
        kind = f"{words(language(), f'text-level-{level}')} · {words(language(), f'text-ground-{ground}')}"
        answer(f"  {told.name} ({kind})")
        answer(f"  {told.why} {told.suggestion}\n")
    answer(said("cli-check-text-found", count=len(checked.hits), version=checked.rules_version))
    return FOUND_A_FAULT


def _text_of(file: Path) -> str:
    try:
        content = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except OSError as error:
        detail = error.strerror or str(error)
        raise click.ClickException(said("cli-check-text-unreadable", file=str(file), detail=detail)) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.ClickException(said("cli-check-text-not-text", file=str(file))) from error
