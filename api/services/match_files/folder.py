"""The folder that a run leaves behind, written whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from api.services.match_files.tables import bottlenecks_csv, placements_csv, unplaced_csv

if TYPE_CHECKING:
    from collections.abc import Mapping

    from api.messages.accounts import Language
    from matching.fairness.words import FairnessReport
    from matching.instance import Instance
    from matching.policy import Policy
    from matching.result import Result

INSTANCE, POLICY = "instance.json", "policy.json"
PLACEMENTS, UNPLACED, EXPLANATIONS = "placements.csv", "unplaced.csv", "explanations.jsonl"
BOTTLENECKS = "bottlenecks.csv"
REPORT, CERTIFICATE, FAIRNESS = "report.json", "certificate.json", "fairness.json"
FILES = frozenset({INSTANCE, POLICY, PLACEMENTS, UNPLACED, BOTTLENECKS, EXPLANATIONS, REPORT, CERTIFICATE, FAIRNESS})


class FolderTaken(Exception):
    """The folder holds files that are not an earlier result."""


def refuse_if_taken(folder: Path) -> None:
    """Raise :class:`FolderTaken` unless ``folder`` is new, empty or an earlier result."""
    if not folder.exists():
        return
    if not folder.is_dir() or {path.name for path in folder.iterdir()} - FILES:
        raise FolderTaken(folder)


def contents(
    instance: Instance, policy: Policy, result: Result, fairness: FairnessReport, language: Language
) -> Mapping[str, bytes]:
    """Every file of the folder by name. Equal input gives equal bytes, but for ``seconds`` in the report."""
    explanations = sorted(result.explanations, key=lambda explanation: explanation.student_number)
    return {
        INSTANCE: instance.canonical(),
        POLICY: _indented(policy),
        PLACEMENTS: placements_csv(result.placements),
        UNPLACED: unplaced_csv(explanations, language),
        BOTTLENECKS: bottlenecks_csv(explanations, language),
        EXPLANATIONS: b"".join(msgspec.json.encode(explanation) + b"\n" for explanation in explanations),
        REPORT: _indented(result.report),
        CERTIFICATE: msgspec.json.encode(result.certificate) + b"\n",
        FAIRNESS: _indented(fairness),
    }


def _indented(value: msgspec.Struct) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put the files in ``folder``; an earlier result there is replaced.

    Raises
    ------
    FolderTaken
        The folder holds other files.
    OSError
        The folder cannot be made.
    """
    place = Path(os.path.realpath(folder))
    refuse_if_taken(place)
    place.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{place.name}.new-", dir=place.parent))
    try:
        for name, content in files.items():
            with (fresh / name).open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        fresh.chmod(0o777 & ~_umask())
        if place.is_dir() and any(place.iterdir()):
            # A folder with files cannot be replaced in one step: move it aside first.
            former = place.with_name(f".{place.name}.old-{os.getpid()}")
            place.rename(former)
            fresh.rename(place)
            shutil.rmtree(former)
        else:
            fresh.rename(place)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _umask() -> int:
    """The mask that new files get; reading it means setting it for a moment."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
