"""Faults of files at the terminal: file, row, column, what is wrong, what to do."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from api import catalogue
from api.cli.reader import language, report, said
from api.services.files.telling import tell
from api.services.policy_words import tell as tell_policy

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from api.messages.importing import Fault
    from api.services.match_files.reading import InputFault, Inputs, Sources
    from matching.faults import RowFault
    from matching.policy_faults import PolicyFault


def list_faults(faults: Iterable[InputFault], *, style: str | None) -> None:
    """Every fault with its remedy, as long as the list may be: nothing is left off."""
    for one in faults:
        list_fault(one.file_name, one.fault, style=style)


def list_fault(file_name: str, fault: Fault, *, style: str | None) -> None:
    """One fault with its remedy."""
    told = tell(language(), fault)
    report(_located(file_name, fault.row, fault.column, told.wrong), style=style)
    report("    " + said("cli-fault-remedy", remedy=told.remedy))


def list_policy_faults(file_name: str, faults: Iterable[PolicyFault]) -> None:
    """Every fault of a policy file: the key, what is wrong, what to do."""
    for fault in faults:
        told = tell_policy(language(), fault)
        message = "cli-policy-fault-key" if fault.key else "cli-policy-fault"
        report(said(message, file=file_name, key=fault.key, what=told.wrong), style="red")
        report("    " + said("cli-fault-remedy", remedy=told.remedy))


def list_unreadable(path: Path, error: OSError) -> None:
    """A file that cannot be opened."""
    reasons = {errno.ENOENT: "not-there", errno.EISDIR: "is-folder", errno.EACCES: "not-allowed"}
    reason = reasons.get(error.errno or 0, "unreadable")
    report(said(f"cli-file-{reason}", file=str(path), detail=error.strerror or str(error)), style="red")
    report("    " + said("cli-fault-remedy", remedy=said("cli-file-remedy")))


def _located(file_name: str, row: int | None, column: str | None, what: str) -> str:
    facts = {"file": file_name, "row": str(row), "column": column, "what": what}
    if row is None:
        return said("cli-fault-file" if column is None else "cli-fault-column", **facts)
    return said("cli-fault-row-only" if column is None else "cli-fault-row", **facts)


def list_contradictions(rows: Iterable[RowFault], inputs: Inputs, sources: Sources) -> None:
    """Rows that contradict each other, as the matcher found them, at their place in the files."""
    files = {name: getattr(sources, name) for name in sources.__struct_fields__}
    for fault in rows:
        path = files.get(fault.kind)
        name = fault.kind if path is None else sources.name_of(path)
        if fault.kind == "policy":
            key = f"group_gap.{fault.column}"
            report(
                said("cli-policy-fault-key", file=name, key=key, what=said("cli-grouping-unknown", name=fault.row_key)),
                style="red",
            )
            report("    " + said("cli-fault-remedy", remedy=said("cli-grouping-remedy", **fault.facts)))
            continue
        default = (name, None)
        file_name, number = inputs.row_of.get((fault.kind, fault.row_key), default)
        report(_located(file_name, number, fault.column, f"{fault.row_key}: {_contradiction(fault)}"), style="red")


def _contradiction(fault: RowFault) -> str:
    name = f"cli-row-{fault.code}".replace("_", "-")
    if not catalogue.has(language(), name):
        return said("cli-row-other", code=fault.code)
    facts = {key: str(value) for key, value in fault.facts.items()}
    rule = f"rule-{facts.get('rule', '')}".replace("_", "-")
    if catalogue.has(language(), rule):
        facts["rule"] = said(rule)
    return said(name, **{name_.replace("_", "-"): value for name_, value in facts.items()})
