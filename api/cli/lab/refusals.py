"""What a service of the lab refuses, in the reader's words at the terminal: every finding, with its place."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from api.cli.faults import list_fault
from api.cli.reader import language, report, said
from api.cli.refusals import in_readers_words, lines_of
from api.messages.faults import FileRefused, NotFound
from api.messages.lab.faults import FindingsRefused, StudyRefused
from api.services.lab.words import finding_text, refusal_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from api.messages.faults import Refused
    from testing_lab.findings import Finding

_LEVELS = {"error": "cli-study-finding-error", "warning": "cli-study-finding-warning"}


@contextmanager
def in_labs_words(file_name: str = "") -> Iterator[None]:
    """Turn a refusal of the lab into a message and exit code 2. ``file_name``: what a fault of a file is about."""
    with in_readers_words():
        try:
            yield
        except FileRefused as refusal:
            for fault in refusal.report.faults:
                list_fault(file_name, fault, style="red")
            raise click.ClickException(said("study-frame-file-refused")) from refusal
        except (FindingsRefused, StudyRefused, NotFound) as refusal:
            raise click.ClickException("\n".join(lab_lines(refusal))) from refusal


def lab_lines(refusal: Refused) -> list[str]:
    """What is refused, why, and what to do."""
    if isinstance(refusal, StudyRefused):
        facts = {name: value for name, value in refusal.facts.items() if name != "reason"}
        return [said("refused-study-refused"), refusal_text(language(), refusal.reason, facts)]
    if isinstance(refusal, FindingsRefused):
        return [*lines_of(refusal), *finding_lines(refusal.findings)]
    return lines_of(refusal)


def finding_lines(findings: Iterable[Finding]) -> list[str]:
    """Every finding with its place; errors first."""
    ordered = sorted(findings, key=lambda one: one.level != "error")
    return [said(_LEVELS[one.level], place=one.path or "–", what=finding_text(language(), one)) for one in ordered]


def report_findings(findings: Iterable[Finding]) -> None:
    """The same on standard error."""
    for one in finding_lines(findings):
        report(one)
