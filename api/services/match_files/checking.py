"""Reads a folder back and has it verified: by the verifier of ``matching``, and file against file.

The verifier trusts the instance and the policy, and checks placements, report, certificate and explanations against
them. What it does not see are the files themselves: each must be, byte for byte, what a run writes for what was
verified.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, get_args

import msgspec

from api.messages.accounts import Language
from api.services.match_files.folder import (
    CERTIFICATE,
    EXPLANATIONS,
    FAIRNESS,
    FILES,
    INSTANCE,
    PLACEMENTS,
    POLICY,
    REPORT,
    UNPLACED,
    contents,
)
from api.services.match_files.tables import TableUnreadable, read_placements, read_reasons
from matching.fairness.report import change_of, fairness_of
from matching.fairness.words import SCHEMA as FAIRNESS_SCHEMA
from matching.fairness.words import FairnessReport
from matching.instance import SCHEMA as INSTANCE_SCHEMA
from matching.instance import Instance
from matching.policy import Policy
from matching.result import CERTIFICATE_SCHEMA, Certificate, Explanation, Report, Result
from matching.verify import GoalCheck, verify
from matching.verify.group_counts import untrue_counts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Value = TypeVar("Value")


class FolderIncomplete(Exception):
    """A file of the folder is missing."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.file_name = name


class FileBroken(Exception):
    """A file of the folder is not what a run writes."""

    def __init__(self, name: str, detail: str) -> None:
        super().__init__(f"{name}: {detail}")
        self.file_name, self.detail = name, detail


class FormUnknown(Exception):
    """A file of the folder has a form of another version: ``stated`` where it has a number, None where it has none."""

    def __init__(self, name: str, stated: int | None) -> None:
        super().__init__(f"{name}: schema {stated}")
        self.file_name, self.stated = name, stated


class _Form(msgspec.Struct, frozen=True, kw_only=True):
    """The number of the form, of a file that has one."""

    schema: int | None = None


#: Files that say which form they have, and the number that this version reads.
_FORMS = {INSTANCE: INSTANCE_SCHEMA, CERTIFICATE: CERTIFICATE_SCHEMA, FAIRNESS: FAIRNESS_SCHEMA}


class Disagreement(msgspec.Struct, frozen=True, kw_only=True):
    """A student about whom a file tells something else than the verified placements. ``what`` names the field."""

    file_name: str
    student_number: str
    what: str


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What was found: one entry a goal, every disagreement between files, and files that a run does not write so.

    ``untrue_groups``: groups of the fairness report with false numbers, as (grouping, group). ``unchecked``: what
    cannot be checked without solving once more: "prices" and "gap_without".
    """

    goals: tuple[GoalCheck, ...]
    disagreements: tuple[Disagreement, ...]
    rewritten: tuple[str, ...]
    untrue_groups: tuple[tuple[str, str], ...] = ()
    unchecked: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether anything is wrong; a bound that is told honestly is not wrong."""
        wrong = self.disagreements or self.rewritten or self.untrue_groups
        return bool(wrong) or any(goal.status == "failed" for goal in self.goals)


def check(folder: Path) -> Checked:
    """Verify a result.

    Raises
    ------
    FolderIncomplete, FileBroken, FormUnknown
        The folder cannot be read as a result.
    """
    instance = _decoded(folder, INSTANCE, Instance)
    policy = _decoded(folder, POLICY, Policy)
    names = [student.student_number for student in instance.students]
    names += [offer.offer_id for offer in instance.offers]
    try:
        placements = read_placements(_content(folder, PLACEMENTS), names)
    except TableUnreadable as error:
        raise FileBroken(PLACEMENTS, str(error)) from error
    try:
        reasons = read_reasons(_content(folder, UNPLACED), names)
    except TableUnreadable as error:
        raise FileBroken(UNPLACED, str(error)) from error
    result = Result(
        placements=placements,
        explanations=_explanations(folder),
        report=_decoded(folder, REPORT, Report),
        certificate=_decoded(folder, CERTIFICATE, Certificate),
    )
    stated = _decoded(folder, FAIRNESS, FairnessReport)
    goals = verify(instance, policy, placements, result.certificate, result.report, result.explanations)
    # What the figures are about must be true first; and a result that is not sound may not even have figures.
    sound = not any(goal.status == "failed" for goal in goals)
    fairness = _fairness(instance, policy, result, stated) if sound else stated
    unchecked = ["prices"] if any(goal.price for goal in result.report.goals) else []
    unchecked += ["gap_without"] if stated.gap_change is not None else []
    return Checked(
        goals=goals,
        disagreements=tuple(_about_unplaced(result.explanations, reasons)),
        rewritten=tuple(
            name
            for name in _rewritten(folder, instance, policy, result, fairness)
            if sound or name != FAIRNESS  # of figures about what is not sound nothing can be said
        ),
        untrue_groups=tuple(untrue_counts(instance.students, placements, stated)) if sound else (),
        unchecked=tuple(unchecked),
    )


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """What a folder says, unverified."""

    instance: Instance
    policy: Policy
    report: Report
    explanations: tuple[Explanation, ...]


def read_made(folder: Path) -> Made:
    """Read a result without verifying it; its files must belong together.

    Raises
    ------
    FolderIncomplete, FileBroken, FormUnknown
        The folder cannot be read as a result.
    """
    made = Made(
        instance=_decoded(folder, INSTANCE, Instance),
        policy=_decoded(folder, POLICY, Policy),
        report=_decoded(folder, REPORT, Report),
        explanations=_explanations(folder),
    )
    if made.instance.sha256() != made.report.input_sha256:
        raise FileBroken(REPORT, "input_sha256")
    if {one.student_number for one in made.instance.students} != {one.student_number for one in made.explanations}:
        raise FileBroken(EXPLANATIONS, "student_number")
    return made


def _fairness(instance: Instance, policy: Policy, result: Result, stated: FairnessReport) -> FairnessReport:
    """The fairness report worked out again: by the code of the run, but without its solver.

    Taken over is only the run without the goal group_gap, where the goals have prices and group_gap is one of them.
    """
    change, report = None, result.report
    priced = any(goal.name == "group_gap" and goal.price is not None for goal in report.goals)
    if priced and len(report.goals) > 1 and stated.gap_change is not None:
        own = (result.placements, report)
        again = change_of(instance, policy, own, own)
        change = msgspec.structs.replace(again, without=stated.gap_change.without)
    return fairness_of(instance, policy, result.placements, report, gap_change=change)


def _rewritten(
    folder: Path, instance: Instance, policy: Policy, result: Result, fairness: FairnessReport
) -> Iterator[str]:
    """The files that read well but are not, byte for byte, what a run writes.

    A key that stands twice, a field that nobody reads, a number in an odd spelling: a person, or another program, may
    read something else there than was verified.
    """
    written = [contents(instance, policy, result, fairness, language) for language in get_args(Language)]
    for name in sorted(FILES):
        if _content(folder, name) not in [files[name] for files in written]:
            yield name


def _content(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FolderIncomplete(name) from error
    except OSError as error:
        raise FileBroken(name, error.strerror or str(error)) from error


def _decoded(folder: Path, name: str, kind: type[Value]) -> Value:
    content = _content(folder, name)
    try:
        if name in _FORMS and (form := msgspec.json.decode(content, type=_Form).schema) != _FORMS[name]:
            raise FormUnknown(name, form)
        return msgspec.json.decode(content, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise FileBroken(name, str(error)) from error


def _explanations(folder: Path) -> tuple[Explanation, ...]:
    decoder: msgspec.json.Decoder[Explanation] = msgspec.json.Decoder(Explanation)
    found = []
    for number, line in enumerate(_content(folder, EXPLANATIONS).splitlines(), start=1):
        try:
            found.append(decoder.decode(line))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise FileBroken(EXPLANATIONS, f"{number}: {error}") from error
    return tuple(found)


def _about_unplaced(explanations: Sequence[Explanation], reasons: dict[str, str]) -> Iterator[Disagreement]:
    expected = {row.student_number: row.reason_code for row in explanations if row.reason_code is not None}
    for number in sorted(expected.keys() | reasons.keys()):
        if expected.get(number) != reasons.get(number):
            yield Disagreement(file_name=UNPLACED, student_number=number, what="reason_code")
