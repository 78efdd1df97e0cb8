"""Reads a folder back and has it verified: by the verifier of ``matching``, and file against file.

The verifier trusts the instance and the policy and checks placements, report and certificate against them. What it
does not see are the files that only tell the result to people; they are compared here with what was verified.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from api.services.match_files.folder import (
    CERTIFICATE,
    EXPLANATIONS,
    INSTANCE,
    PLACEMENTS,
    POLICY,
    REPORT,
    UNPLACED,
)
from api.services.match_files.tables import TableUnreadable, read_placements, read_reasons
from matching.instance import Instance
from matching.policy import Policy
from matching.result import Certificate, Explanation, Placement, Report
from matching.verify import GoalCheck, verify
from matching.verify.lots import lots_of

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


class Disagreement(msgspec.Struct, frozen=True, kw_only=True):
    """A student about whom a file tells something else than the verified placements. ``what`` names the field."""

    file_name: str
    student_number: str
    what: str


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What was found: one entry a goal, and every disagreement between files."""

    goals: tuple[GoalCheck, ...]
    disagreements: tuple[Disagreement, ...]

    @property
    def failed(self) -> bool:
        """Whether anything is wrong; a bound that is told honestly is not wrong."""
        return bool(self.disagreements) or any(goal.status == "failed" for goal in self.goals)


def check(folder: Path) -> Checked:
    """Verify a result.

    Raises
    ------
    FolderIncomplete, FileBroken
        The folder cannot be read as a result.
    """
    instance = _decoded(folder, INSTANCE, Instance)
    policy = _decoded(folder, POLICY, Policy)
    certificate = _decoded(folder, CERTIFICATE, Certificate)
    report = _decoded(folder, REPORT, Report)
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
    explanations = _explanations(folder)
    return Checked(
        goals=verify(instance, policy, placements, certificate, report),
        disagreements=(
            *_about_explanations(instance, policy, placements, explanations),
            *_about_unplaced(explanations, reasons),
        ),
    )


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


def _about_explanations(
    instance: Instance, policy: Policy, placements: Sequence[Placement], explanations: Sequence[Explanation]
) -> Iterator[Disagreement]:
    placed = {placement.student_number: placement for placement in placements}
    told = {explanation.student_number: explanation for explanation in explanations}
    lots = lots_of(instance.students, policy.seed or instance.sha256())
    for student, lot in zip(instance.students, lots, strict=True):
        number = student.student_number
        explanation = told.pop(number, None)
        for what in ["student_number"] if explanation is None else _untrue(explanation, placed.get(number), lot):
            yield Disagreement(file_name=EXPLANATIONS, student_number=number, what=what)
    for number in told:
        yield Disagreement(file_name=EXPLANATIONS, student_number=number, what="student_number")


def _untrue(explanation: Explanation, placement: Placement | None, lot: int) -> Iterator[str]:
    """The fields of an explanation that the placements, or its own sums, contradict."""
    fields = ("offer_id", "rank", "utility", "travel_minutes")
    true: dict[str, Any] = {name: getattr(placement, name, None) for name in fields} | {"lot_number": lot}
    yield from (name for name, value in true.items() if getattr(explanation, name) != value)
    if explanation.offers != explanation.eligible + sum(explanation.removed.values()):
        yield "removed"
    if (explanation.reason_code is None) != (placement is not None):
        yield "reason_code"
    parts = explanation.parts
    if parts is not None and parts.preference + parts.travel + parts.learning_wishes != explanation.utility:
        yield "parts"


def _about_unplaced(explanations: Sequence[Explanation], reasons: dict[str, str]) -> Iterator[Disagreement]:
    expected = {row.student_number: row.reason_code for row in explanations if row.reason_code is not None}
    for number in sorted(expected.keys() | reasons.keys()):
        if expected.get(number) != reasons.get(number):
            yield Disagreement(file_name=UNPLACED, student_number=number, what="reason_code")
