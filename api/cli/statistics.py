"""``stagekans statistics``: questions to the testing lab, from a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from api.cli.exit_codes import DONE, UNUSABLE
from api.cli.faults import list_unreadable
from api.cli.reader import answer, language, report, said
from api.cli.taught import TaughtCommand, option

if TYPE_CHECKING:
    from collections.abc import Iterable

    from api.services.statistics.cases import CaseFault

FILE = click.Path(path_type=Path)


@click.command("statistics", cls=TaughtCommand, help="cli-statistics-help")
@option("--cases", type=FILE, metavar="FILE", help="cli-statistics-option-cases")
@option("--out", type=FILE, metavar="FILE", help="cli-statistics-option-out")
@option("--data", type=FILE, metavar="FOLDER", help="cli-statistics-option-data")
@option("--methods", is_flag=True, help="cli-statistics-option-methods")
def command(cases: Path | None, out: Path | None, data: Path | None, *, methods: bool) -> int:
    """Ask the lab every case of a file."""
    if methods:
        return _list_methods()
    if cases is None:
        raise click.UsageError(said("cli-error-missing", what="--cases"))
    from api.services.statistics.cases import CasesUnusable, answers, read_cases, written
    from api.services.statistics.data_inputs import DataFiles

    try:
        asked = read_cases(cases.read_bytes())
    except OSError as error:
        list_unreadable(cases, error)
        return UNUSABLE
    except CasesUnusable as error:
        _list(cases.name, error.faults)
        return UNUSABLE
    found = answers(asked, DataFiles(cases.parent, data), language())
    _write(written(found), out)
    if refused := sum("error" in one for one in found):
        report(said("cli-statistics-refused", refused=refused, cases=len(found)), style="yellow")
    return DONE


def _write(content: bytes, out: Path | None) -> None:
    if out is None:
        answer(content.decode().rstrip("\n"))
        return
    try:
        out.write_bytes(content)
    except OSError as error:
        detail = error.strerror or str(error)
        raise click.ClickException(said("cli-compare-not-made", file=str(out), detail=detail)) from error
    report(said("cli-statistics-written", file=str(out)))


def _list(name: str, faults: Iterable[CaseFault]) -> None:
    for fault in faults:
        what = said(f"cli-statistics-fault-{fault.code}".replace("_", "-"), detail=fault.detail)
        told = what if fault.case is None else said("cli-statistics-fault-case", case=fault.case, what=what)
        report(f"{name}: {told}", style="red")
    report("    " + said("cli-fault-remedy", remedy=said("cli-statistics-remedy")))


def _list_methods() -> int:
    import inspect

    from testing_lab.methods import METHODS

    for name, questions in METHODS.items():
        for question in questions:
            inputs = [
                one.name if one.default is one.empty else f"[{one.name}]"
                for one in inspect.signature(question).parameters.values()
            ]
            answer(f"{name}: {', '.join(inputs)}")
    return DONE
