"""The files of a result: outcomes with pseudonyms, their codebook, the scripts that recount, and the report as PDF.

No company is in any of them: there is nothing in a stored result that names one.
"""

from __future__ import annotations

import asyncio
import io
import uuid
import zipfile
from pathlib import Path
from typing import Final, Literal

import msgspec

from api.catalogue import Language, text
from api.messages.accounts import Actor
from api.messages.files import FileOut
from api.messages.lab.frame import pseudonym
from api.messages.lab.results import AnalysisDocument, ExploratoryDocument
from api.services import events
from api.services.files.writing import csv_bytes
from api.services.lab.protocol_paper import Paper, PaperFooter, PaperSection, paper_pdf
from api.services.lab.result_tellers import teller_of
from api.services.lab.result_words import ResultWords
from api.services.lab.results import stored_document
from api.services.pool import Pool
from db.lab import results
from db.pool import transaction
from testing_lab.protocol.canonical import canonical_json, sha256_of
from testing_lab.registered.coded import rows_of
from testing_lab.registered.small_cells import K

ResultFile = Literal["report", "outcomes", "codebook", "recount"]
SCRIPTS: Final = Path(__file__).parent / "recount"
COLUMNS: Final = ("pair", "place", "applicant", "code", "positive", "sector", "company_size", "region", "employer")
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


async def result_file(pool: Pool, actor: Actor, study_id: uuid.UUID, kind: ResultFile, language: Language) -> FileOut:
    """One file of the stored result. That somebody took it along is recorded."""
    async with transaction(pool) as connection:
        document = await stored_document(connection, actor, study_id)
        rows = await results.of_study(connection, study_id, "exploratory")
        await events.record(connection, actor, "results_exported", f"study:{study_id}", file=kind, language=language)
    explored = tuple(msgspec.convert(one.document, ExploratoryDocument) for one in rows)
    if kind == "report":
        content = await asyncio.to_thread(report_pdf, document, explored, language)
        return FileOut(name=_name(language, "report", "pdf"), media_type="application/pdf", content=content)
    if kind == "outcomes":
        return FileOut(name="outcomes.csv", media_type="text/csv; charset=utf-8", content=outcomes_csv(document))
    if kind == "codebook":
        content = codebook(document, language).encode()
        return FileOut(name="codebook.md", media_type="text/markdown; charset=utf-8", content=content)
    name = _name(language, "recount", "zip")
    return FileOut(name=name, media_type="application/zip", content=recount_zip(document))


def outcomes_csv(document: AnalysisDocument) -> bytes:
    """A row for each application or call, in the order of the pseudonyms."""
    rows = []
    calls = document.calls is not None
    for one, counted in zip(document.applications, rows_of(document.applications, document.protocol), strict=True):
        rows.append(
            (
                pseudonym(int(one.pair)), *(() if calls else (one.place, one.applicant)), one.code,
                {None: "", True: "true", False: "false"}[counted.positive],
                one.strata.get("sector"), one.strata.get("company_size"), one.strata.get("region"),
                None if one.employer is None else pseudonym(int(one.employer)),
            )
        )  # fmt: skip
    return csv_bytes(columns_of(document), rows, delimiter=",")


def columns_of(document: AnalysisDocument) -> tuple[str, ...]:
    """The columns of the outcomes: in a mystery call nobody is first, and all are asked the same."""
    return tuple(one for one in COLUMNS if document.calls is None or one not in ("place", "applicant"))


def codebook(document: AnalysisDocument, language: Language) -> str:
    """What each column means, and what each code counts as in this study."""
    teller = teller_of(document, language)
    lines = [
        f"# {teller.t('codebook-title', name=document.name)}",
        "",
        teller.t("codebook-lead-calls" if document.calls else "codebook-lead"),
        "",
    ]
    lines += [f"- `{column}`: {teller.t('column-' + column.replace('_', '-'))}" for column in columns_of(document)]
    lines += ["", f"## {teller.t('codebook-codes')}", ""]
    lines += [
        f"- `{one.code}`: {teller.t('code-positive' if one.positive else 'code-negative')}"
        for one in document.protocol.outcomes.codes
    ]
    lines += ["", f"## {teller.t('codebook-origin')}", "", *(f"- {name}: {value}" for name, value in facts(teller)), ""]
    return "\n".join(lines)


def recount_zip(document: AnalysisDocument) -> bytes:
    """Everything to recount the result; the same document gives the same bytes."""
    files = {
        "outcomes.csv": outcomes_csv(document),
        "plan.json": canonical_json(document.protocol),
        "results.json": msgspec.json.format(msgspec.json.encode(document.calls or document.result), indent=1),
        "codebook-nl.md": codebook(document, "nl").encode(),
        "codebook-en.md": codebook(document, "en").encode(),
        **{name: (SCRIPTS / name).read_bytes() for name in ("recount.py", "methods.py", "recount.R")},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content)
    return out.getvalue()


def report_pdf(document: AnalysisDocument, explored: tuple[ExploratoryDocument, ...], language: Language) -> bytes:
    """The report: the registered result first, everything else stamped. Takes a while: call it in a thread."""
    return paper_pdf(report(document, explored, language))


def report(document: AnalysisDocument, explored: tuple[ExploratoryDocument, ...], language: Language) -> Paper:
    """What stands in the report."""
    teller = teller_of(document, language)
    sections = [PaperSection(title=teller.t("title-headline"), parts=teller.headline())]
    sections += [PaperSection(title=one.title, parts=one.parts) for one in teller.sections()]
    if explored:
        sections.append(PaperSection(title=teller.t("title-exploratory"), parts=(teller.t("exploratory-stamp"),)))
        sections += [
            PaperSection(
                title=f"{teller.t('stamp')}: {one.title}",
                level=3,
                parts=exploration_lines(teller, one),
            )
            for one in explored
        ]
    return Paper(
        title=document.name,
        language=language,
        facts=facts(teller),
        sections=tuple(sections),
        footer=PaperFooter(sha256=sha256_of(document), version=document.program),
    )


def exploration_lines(teller: ResultWords, one: ExploratoryDocument) -> tuple[str, ...]:
    """A question outside the plan, in sentences; its stamp stands above it."""
    answer = one.answer
    told = [teller.t("explored", test=teller.method(one.test), subgroup=one.subgroup or teller.t("all"), n=one.pairs)]
    if not teller.may_tell(one.subgroup):
        if answer.p_value is not None:
            told.append(teller.t("explored-small", verdict=teller.under(answer.p_value)))
        return (*told, teller.t("explored-hidden", k=K))
    if answer.p_value is not None:
        told.append(teller.t("explored-p", p=teller.p_said(answer.p_value)))
    for value in (answer, one.difference):
        if value is not None and value.estimate is not None:
            said = teller.times if value.method.startswith(("rr_", "or_")) else teller.share
            told.append(
                teller.t("explored-value", method=teller.method(value.method), value=said(value.estimate),
                         lower=said(value.lower), upper=said(value.upper))
            )  # fmt: skip
    return tuple(told)


def facts(teller: ResultWords) -> tuple[tuple[str, str], ...]:
    """Where the result comes from."""
    document = teller.document
    told = [(teller.t("fact-origin"), teller.t(f"origin-{document.origin.replace('_', '-')}"))]
    if document.registration_hash:
        told.append((teller.t("fact-registration"), document.registration_hash))
        told.append((teller.t("fact-amendments"), str(document.amendments)))
    told.append((teller.t("fact-program"), f"Stagekans {document.program}"))
    return tuple(told)


def _name(language: Language, what: str, ending: str) -> str:
    return f"{text(language, f'lab-result-file-{what}')}.{ending}"
