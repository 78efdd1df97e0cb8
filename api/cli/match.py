"""``stagekans match``."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from api.catalogue.goal_values import outcome_texts
from api.cli.exit_codes import DONE
from api.cli.faults import list_contradictions, list_faults
from api.cli.progress import progress_bar
from api.cli.reader import answer, language, report, said
from api.cli.taught import TaughtCommand, option
from api.services.match_files.folder import FolderTaken, refuse_if_taken
from api.services.match_files.reading import FileUnreadable, InputsRefused, Sources, policy_of, read_inputs
from matching.faults import GoalNotAvailable, InstanceUnusable, PolicyUnreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from api.services.match_files.reading import Inputs
    from matching.policy import Policy
    from matching.result import Result

FILE = click.Path(dir_okay=False, path_type=Path)


class Unusable(click.ClickException):
    """The input cannot be used; every fault has been told already."""

    def format_message(self) -> str:
        """The closing line."""
        return self.message


@click.command("match", cls=TaughtCommand, help="cli-match-help")
@option("--students", type=FILE, required=True, help="cli-match-option-students")
@option("--offers", type=FILE, required=True, help="cli-match-option-offers")
@option("--pairs", type=FILE, help="cli-match-option-pairs")
@option("--equivalents", type=FILE, help="cli-match-option-equivalents")
@option("--travel", type=FILE, help="cli-match-option-travel")
@option("--policy", type=FILE, help="cli-match-option-policy")
@option("--out", type=click.Path(path_type=Path), required=True, help="cli-match-option-out")
def command(out: Path, **files: Path | None) -> int:
    """Work out a placement from files, and write the result as a folder."""
    sources = Sources(**files)  # type: ignore[arg-type]  # click gives the required ones always
    with _stopped_like_ctrl_c(), progress_bar() as progress:
        progress("reading", 0.0)
        with _told(out):
            refuse_if_taken(out)
            policy = policy_of(sources.policy)
            inputs = read_inputs(sources)
        result = _matched(inputs, policy, sources, progress)
        progress("writing", 1.0)
        _write(out, inputs, policy, result)
    if inputs.remarks:
        report(said("cli-match-look", count=len(inputs.remarks)), style="yellow")
        list_faults(inputs.remarks, style="yellow")
    _summarise(result, out)
    return DONE


@contextmanager
def _stopped_like_ctrl_c() -> Iterator[None]:
    """A polite request to end (SIGTERM) stops the work as Ctrl-C does: nothing half-written, exit code 3."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _told(out: Path) -> Iterator[None]:
    """Whatever is wrong with the files, in the reader's words."""
    try:
        yield
    except FileUnreadable as error:
        raise Unusable(said("cli-file-unreadable", file=str(error.path), detail=error.detail)) from error
    except GoalNotAvailable as error:
        raise Unusable(said("cli-policy-goal-not-available", file="policy", goal=error.facts["goal"])) from error
    except PolicyUnreadable as error:
        raise Unusable(said("cli-policy-unreadable", file="policy", detail=error.facts["detail"])) from error
    except InputsRefused as error:
        list_faults(error.faults, style="red")
        raise Unusable(said("cli-match-refused", count=len(error.faults))) from error
    except FolderTaken as error:
        raise Unusable(said("cli-match-out-taken", folder=str(out))) from error


def _matched(inputs: Inputs, policy: Policy, sources: Sources, progress: Callable[[str, float], None]) -> Result:
    # The solver takes seconds to import: faults in the files are told without it.
    from api.services.match_files.running import match

    try:
        return match(inputs.instance, policy, progress=progress)
    except InstanceUnusable as error:
        list_contradictions(error.rows, inputs, sources)
        raise Unusable(said("cli-match-refused", count=len(error.rows))) from error


def _write(out: Path, inputs: Inputs, policy: Policy, result: Result) -> None:
    from api.services.match_files.folder import contents, write

    try:
        with _told(out):
            write(out, contents(inputs.instance, policy, result, language()))
    except OSError as error:
        raise Unusable(said("cli-match-out-not-made", folder=str(out), detail=error.strerror or str(error))) from error


def _summarise(result: Result, out: Path) -> None:
    for goal in result.report.goals:
        message = "cli-match-goal-proven" if goal.proven else "cli-match-goal-open"
        value, bound = outcome_texts(language(), goal, result.report)
        answer(said(message, goal=said(f"cli-goal-{goal.name}".replace("_", "-")), value=value, bound=bound))
    report_facts = result.report
    answer(said("cli-match-done", placed=report_facts.placed, students=report_facts.students, folder=str(out)))
