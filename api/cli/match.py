"""``stagekans match``."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from api.cli.exit_codes import DONE
from api.cli.faults import list_contradictions, list_faults, list_unreadable
from api.cli.progress import progress_bar
from api.cli.reader import answer, language, report, said
from api.cli.taught import TaughtCommand, option
from api.services.goal_values import outcome_texts
from api.services.match_files.folder import FolderTaken, refuse_if_taken
from api.services.match_files.reading import (
    FileUnreadable,
    InputsRefused,
    Sources,
    policy_of,
    read_inputs,
    with_published,
)
from matching.faults import GoalNotAvailable, InstanceUnusable, PolicyUnreadable, TooManyPairs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from api.services.match_files.reading import Inputs
    from matching.policy import Policy
    from matching.result import Result

FILE = click.Path(path_type=Path)


class Unusable(click.ClickException):
    """The input cannot be used; every fault has been told already."""

    def format_message(self) -> str:
        """The closing line."""
        return self.message


@click.command("match", cls=TaughtCommand, help="cli-match-help")
@option("--students", type=FILE, metavar="FILE", required=True, help="cli-match-option-students")
@option("--offers", type=FILE, metavar="FILE", required=True, help="cli-match-option-offers")
@option("--pairs", type=FILE, metavar="FILE", help="cli-match-option-pairs")
@option("--equivalents", type=FILE, metavar="FILE", help="cli-match-option-equivalents")
@option("--travel", type=FILE, metavar="FILE", help="cli-match-option-travel")
@option("--policy", type=FILE, metavar="FILE", help="cli-match-option-policy")
@option("--out", type=click.Path(path_type=Path), required=True, help="cli-match-option-out")
def command(out: Path, **files: Path | None) -> int:
    """Work out a placement from files, and write the result as a folder."""
    sources = Sources(**files)  # type: ignore[arg-type]  # click gives the required ones always
    with _stopped_like_ctrl_c(), progress_bar() as progress:
        progress("reading", 0.0)
        with _told(out):
            refuse_if_taken(out)
        policy, inputs = _read(sources)
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
    """A folder that is taken, in the reader's words."""
    try:
        yield
    except FolderTaken as error:
        message = "cli-match-out-taken" if out.is_dir() else "cli-match-out-is-file"
        raise Unusable(said(message, folder=str(out))) from error


def _read(sources: Sources) -> tuple[Policy, Inputs]:
    """The policy and the files; what is wrong with any of them is told before it ends."""
    policy, count = None, 0
    try:
        policy = policy_of(sources.policy)
        sources = with_published(sources, policy)
    except FileUnreadable as error:
        list_unreadable(error.path, error.error)
        count = 1
    except (GoalNotAvailable, PolicyUnreadable) as error:
        _tell_policy(sources.name_of(sources.policy) if sources.policy else "policy", error)
        count = 1
    try:
        inputs = read_inputs(sources)
    except InputsRefused as refused:
        for one in refused.unreadable:
            list_unreadable(one.path, one.error)
        list_faults(refused.faults, style="red")
        count += len(refused.unreadable) + len(refused.faults)
        raise Unusable(said("cli-match-refused", count=count)) from refused
    if policy is None:
        raise Unusable(said("cli-match-refused", count=count))
    return policy, inputs


def _tell_policy(file_name: str, error: GoalNotAvailable | PolicyUnreadable) -> None:
    if isinstance(error, GoalNotAvailable):
        report(said("cli-policy-goal-not-available", file=file_name, goal=error.facts["goal"]), style="red")
    else:
        report(said("cli-policy-unreadable", file=file_name, detail=error.facts["detail"]), style="red")
    report("    " + said("cli-fault-remedy", remedy=said("cli-policy-remedy")))


def _matched(inputs: Inputs, policy: Policy, sources: Sources, progress: Callable[[str, float], None]) -> Result:
    # The solver takes seconds to import: faults in the files are told without it.
    from api.services.match_files.running import match

    try:
        return match(inputs.instance, policy, progress=progress)
    except InstanceUnusable as error:
        list_contradictions(error.rows, inputs, sources)
        raise Unusable(said("cli-match-refused", count=len(error.rows))) from error
    except TooManyPairs as error:
        raise Unusable(said("cli-match-too-many-pairs", **error.facts)) from error


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
