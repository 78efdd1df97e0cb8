"""``stagekans lab study results``: the result in words, and its files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from api.cli.lab.acting import Acting, lab_command
from api.cli.lab.files import FILE, keep_all
from api.cli.lab.telling import answer_json, coded, json_option, moment, table
from api.cli.reader import answer, language, report, said
from api.cli.taught import option
from api.services.lab import result_files, results
from api.services.lab.protocol_paper import PaperTable
from api.services.lab.result_tellers import teller_of

if TYPE_CHECKING:
    from api.messages.lab.results import ResultsView


@lab_command("results", teaches="cli-study-results-help")
@option("--out", type=FILE, metavar="FOLDER", help="cli-study-results-option-out")
@json_option()
async def command(one: Acting, *, out: Path | None, as_json: bool) -> None:
    """The stored result; report (Dutch and English), outcomes, codebook and recount to a folder."""
    view = await results.get_results(*one.whose)
    if as_json:
        answer_json(view)
    elif view.document is None:
        report(said("results-not-yet-lead", state=coded("lab-study-state", view.study.state)))
    else:
        tell(view, whole=True)
    if out is not None and view.document is not None:
        made = [await result_files.result_file(*one.whose, "report", spoken) for spoken in ("nl", "en")]
        made += [
            await result_files.result_file(*one.whose, kind, language()) for kind in ("outcomes", "codebook", "recount")
        ]
        keep_all({file.name: file.content for file in made}, out)


def tell(view: ResultsView, *, whole: bool) -> None:
    """The answer in a few sentences; ``whole``: every section too."""
    if view.document is None:
        return
    teller = teller_of(view.document, language())
    for sentence in teller.headline():
        answer(sentence)
    if not whole:
        return
    for section in teller.sections():
        answer(f"\n{section.title}")
        for part in section.parts:
            if isinstance(part, str):
                answer(part)
            elif isinstance(part, PaperTable):
                table(part.head, part.rows)
    if view.explorations:
        answer("")
        tell_explorations(view)


def tell_explorations(view: ResultsView) -> None:
    """What was asked outside the plan, each with its stamp."""
    if view.document is None:
        return
    teller = teller_of(view.document, language())
    for one in view.explorations:
        answer(f"{teller.t('stamp')}: {one.document.title} ({one.by}, {moment(one.at)})")
        for line in result_files.exploration_lines(teller, one.document):
            answer(f"  {line}")
