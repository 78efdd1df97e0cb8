"""``stagekans what-if``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click
import msgspec

from api import catalogue
from api.cli.compare import readable
from api.cli.compared import tell_comparison
from api.cli.exit_codes import DONE
from api.cli.faults import list_unreadable
from api.cli.match import Unusable, stopped_like_ctrl_c, told, write_result
from api.cli.progress import progress_bar
from api.cli.reader import answer, language, report, said
from api.cli.taught import TaughtCommand, option
from api.cli.workers import workers_for, workers_option
from api.services import places
from api.services.comparing_words import change_lines
from api.services.match_files.checking import Made, read_made
from api.services.match_files.folder import refuse_if_taken
from api.services.match_files.reading import FileUnreadable, content_of
from matching.changes import Changes
from matching.faults import ChangesUnusable, InstanceUnusable, TooManyPairs

if TYPE_CHECKING:
    from collections.abc import Callable

    from api.services.solve_processes import SolveProcesses
    from matching.fair_run import FairRun
    from matching.faults import RowFault
    from matching.instance import Instance
    from matching.policy import Policy
    from matching.result import Result


@click.command("what-if", cls=TaughtCommand, help="cli-what-if-help")
@click.argument("folder", type=click.Path(path_type=Path))
@option("--changes", "changes_file", type=click.Path(path_type=Path), metavar="FILE", required=True,
        help="cli-what-if-option-changes")  # fmt: skip
@option("--out", type=click.Path(path_type=Path), required=True, help="cli-what-if-option-out")
@workers_option()
def command(folder: Path, changes_file: Path, out: Path, workers: int) -> int:
    """Match a result again with changes, and lay the two side by side."""
    from matching.what_if import what_if

    with stopped_like_ctrl_c(), progress_bar() as progress:
        if os.path.realpath(out) == os.path.realpath(folder):
            raise Unusable(said("cli-what-if-same-folder"))
        with told(out):
            refuse_if_taken(out)
        with readable(folder):
            before = read_made(folder)
        changes = _read(changes_file)
        try:
            instance, policy = what_if(before.instance, before.policy, changes, before.report.seed, spot=places.spot)
        except ChangesUnusable as refused:
            _refuse(changes_file.name, refused.rows)
        with workers_for(workers) as executor:
            made = _matched(instance, policy, progress, executor)
        result = made.result
        progress("writing", 1.0)
        write_result(out, instance, policy, made)
    answer(said("cli-what-if-asked"), style="bold")
    for line in change_lines(language(), changes):
        answer(f"  {line}")
    _compare(before, instance, policy, result)
    answer(said("cli-match-done", placed=result.report.placed, students=result.report.students, folder=str(out)))
    return DONE


def _read(path: Path) -> Changes:
    try:
        return msgspec.toml.decode(content_of(path), type=Changes)
    except FileUnreadable as error:
        list_unreadable(error.path, error.error)
        raise Unusable(said("cli-what-if-refused", count=1)) from error
    except (msgspec.MsgspecError, UnicodeDecodeError, ValueError) as error:
        report(said("cli-what-if-unreadable", file=path.name, detail=str(error)), style="red")
        report("    " + said("cli-fault-remedy", remedy=said("cli-what-if-remedy")))
        raise Unusable(said("cli-what-if-refused", count=1)) from error


def _refuse(file_name: str, rows: tuple[RowFault, ...]) -> NoReturn:
    for fault in rows:
        facts = {"file": file_name, "row": fault.row_key, "what": _said(fault)}
        message = "cli-what-if-fault-column" if fault.column else "cli-what-if-fault"
        report(said(message, **facts, **({"column": fault.column} if fault.column else {})), style="red")
    raise Unusable(said("cli-what-if-refused", count=len(rows)))


def _said(fault: RowFault) -> str:
    message = f"cli-row-{fault.code}".replace("_", "-")
    if not catalogue.has(language(), message):
        return said("cli-row-other", code=fault.code)
    facts = {name.replace("_", "-"): value for name, value in fault.facts.items()}
    rule = f"rule-{facts.get('rule', '')}".replace("_", "-")
    return said(message, **facts | ({"rule": said(rule)} if catalogue.has(language(), rule) else {}))


def _matched(
    instance: Instance, policy: Policy, progress: Callable[[str, float], None], executor: SolveProcesses | None
) -> FairRun:
    from api.services.match_files.running import match

    try:
        return match(instance, policy, progress=progress, with_prices=False, executor=executor)
    except InstanceUnusable as error:
        for fault in error.rows:
            report(f"{fault.row_key}: {_said(fault)}", style="red")
        raise Unusable(said("cli-what-if-refused", count=len(error.rows))) from error
    except TooManyPairs as error:
        raise Unusable(said("cli-match-too-many-pairs", **error.facts)) from error


def _compare(before: Made, instance: Instance, policy: Policy, result: Result) -> None:
    from api.services.match_files.differences import compare_made

    after = Made(instance=instance, policy=policy, report=result.report, explanations=result.explanations)
    tell_comparison(compare_made(before, after), before.report, after.report)
