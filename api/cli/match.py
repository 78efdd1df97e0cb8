"""``stagekans match``."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from api.cli.exit_codes import DONE
from api.cli.faults import list_contradictions, list_faults, list_policy_faults, list_unreadable
from api.cli.progress import progress_bar
from api.cli.reader import answer, language, report, said
from api.cli.taught import TaughtCommand, option
from api.cli.workers import workers_for, workers_option
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
from matching.faults import InstanceUnusable, PolicyUnreadable, TooManyPairs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from api.services.match_files.reading import Inputs
    from api.services.solve_processes import SolveProcesses
    from matching.fair_run import FairRun
    from matching.instance import Instance
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
@option("--prices", type=click.Choice(["auto", "yes", "no"]), default="auto", help="cli-match-option-prices")
@workers_option()
def command(out: Path, prices: str, workers: int, **files: Path | None) -> int:
    """Work out a placement from files, and write the result as a folder."""
    sources = Sources(**files)  # type: ignore[arg-type]  # click gives the required ones always
    with stopped_like_ctrl_c(), progress_bar() as progress:
        progress("reading", 0.0)
        with told(out):
            refuse_if_taken(out)
        policy, inputs = _read(sources)
        with workers_for(workers) as executor:
            made = _matched(inputs, policy, sources, progress, {"yes": True, "no": False}.get(prices), executor)
        progress("writing", 1.0)
        write_result(out, inputs.instance, policy, made)
    if inputs.remarks:
        report(said("cli-match-look", count=len(inputs.remarks)), style="yellow")
        list_faults(inputs.remarks, style="yellow")
    _summarise(made.result, out)
    return DONE


@contextmanager
def stopped_like_ctrl_c() -> Iterator[None]:
    """A polite request to end (SIGTERM) stops the work as Ctrl-C does: nothing half-written, exit code 3."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def told(out: Path) -> Iterator[None]:
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
    except PolicyUnreadable as error:
        list_policy_faults(sources.name_of(sources.policy) if sources.policy else "policy", error.faults)
        count = len(error.faults)
    try:
        inputs = read_inputs(sources)
    except InputsRefused as refused:
        for one in refused.unreadable:
            list_unreadable(one.path, one.error)
        list_faults(refused.faults, style="red")
        count += len(refused.unreadable) + len(refused.faults)
        raise Unusable(said("cli-match-refused", count=count)) from refused
    if policy is None or count:
        raise Unusable(said("cli-match-refused", count=count))
    return policy, inputs


def _matched(
    inputs: Inputs,
    policy: Policy,
    sources: Sources,
    progress: Callable[[str, float], None],
    with_prices: bool | None,  # noqa: FBT001  # three answers, from one option
    executor: SolveProcesses | None,
) -> FairRun:
    # The solver takes seconds to import: faults in the files are told without it.
    from api.services.match_files.running import match

    try:
        return match(inputs.instance, policy, progress=progress, with_prices=with_prices, executor=executor)
    except InstanceUnusable as error:
        list_contradictions(error.rows, inputs, sources)
        raise Unusable(said("cli-match-refused", count=len(error.rows))) from error
    except TooManyPairs as error:
        raise Unusable(said("cli-match-too-many-pairs", **error.facts)) from error


def write_result(out: Path, instance: Instance, policy: Policy, made: FairRun) -> None:
    """Write the folder; what stands in the way is told."""
    from api.services.match_files.folder import contents, write

    try:
        with told(out):
            write(out, contents(instance, policy, made.result, made.fairness, language()))
    except OSError as error:
        raise Unusable(said("cli-match-out-not-made", folder=str(out), detail=error.strerror or str(error))) from error


def _summarise(result: Result, out: Path) -> None:
    for goal in result.report.goals:
        proofs = {
            "certificate": "cli-match-goal-proven",
            "solver": "cli-match-goal-solver",
            "none": "cli-match-goal-open",
        }
        message = proofs[goal.proof]
        value, bound = outcome_texts(language(), goal, result.report)
        answer(said(message, goal=said(f"cli-goal-{goal.name}".replace("_", "-")), value=value, bound=bound))
    if result.report.lottery is not msgspec.UNSET:
        answer(said(f"result-lottery-{result.report.lottery}"))
    report_facts = result.report
    if report_facts.rematch:
        told = report_facts.rematch
        facts = {"published": told.published, "forced": told.forced, "chosen": told.chosen, "most": told.max_changes}
        answer(said("cli-match-rematch", **facts))
        if told.proof is not msgspec.UNSET:
            answer(said(f"result-rematch-{told.proof}", forced=told.forced, least=told.least_forced or 0))
    answer(said("cli-match-done", placed=report_facts.placed, students=report_facts.students, folder=str(out)))
