"""The record of a lottery as a PDF, by typst: for the archive, and for the witness to sign."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec
import typst

from api.catalogue import Language, text
from api.messages.files import FileOut
from api.messages.lottery import LotteryRecord, LotteryView
from api.pages.rendering import moment_text

_TEMPLATE: Final = (Path(__file__).parent / "templates" / "lottery_record.typ").read_bytes()


def record_as_pdf(record: LotteryRecord, language: Language, public_address: str) -> FileOut:
    """The same facts as the page of the record. It takes a second for thousands of lots: call it in a thread."""
    told = msgspec.json.encode(facts_on_paper(record, language, public_address)).decode()
    content = typst.compile(_TEMPLATE, sys_inputs={"told": told}, ignore_system_fonts=True)
    name = f"{text(language, 'lottery-record-file')}-{record.lottery.number}.pdf"
    return FileOut(name=name, content=bytes(content), media_type="application/pdf")


def facts_on_paper(record: LotteryRecord, language: Language, public_address: str) -> dict[str, object]:
    """All that stands in the PDF, as the template takes it."""

    def t(message: str, **facts: object) -> str:
        return text(language, message, **facts)

    parts: list[dict[str, object]] = [
        {"title": t("lottery-facts"), "facts": _facts(record.lottery, language), "text": ""}
    ]
    parts.append({"title": t("lottery-record-run"), **_run(record, language, public_address)})
    parts += [
        {"title": t("lottery-number", number=earlier.number), "facts": _facts(earlier, language), "text": ""}
        for earlier in record.replaced
    ]
    return {
        "language": language,
        "title": t("lottery-record"),
        "round": f"{record.round_name}, {t('lottery-number', number=record.lottery.number)}",
        "parts": parts,
        "lots_title": t("lottery-lots"),
        "lots_text": ""
        if record.run is None
        else t("lottery-lots-text", shown=len(record.lots), all=record.run.students),
        "head": [t("lot"), t("lottery-student-number")],
        "lots": [[str(lot.lot_number), lot.student_number] for lot in record.lots],
        "signatures": [t("lottery-signature-school"), t("lottery-signature-witness")],
    }


def _facts(shown: LotteryView, language: Language) -> list[list[str]]:
    """Term, value, and lines of small print."""

    def t(message: str, **facts: object) -> str:
        return text(language, message, **facts)

    committed = [t("lottery-drawn") if shown.drawn else t("lottery-made-up")]
    if shown.earlier_runs:
        committed.append(t("lottery-earlier-runs", count=shown.earlier_runs))
    rows = [
        [t("lottery-hash"), shown.commitment_sha256],
        [t("lottery-committed"), f"{moment_text(language, shown.committed_at)}, {shown.committed_by}", *committed],
    ]
    if shown.witness:
        rows += [
            [
                t("lottery-witnessed"),
                f"{moment_text(language, shown.witnessed_at)}, {shown.witness}",
                t("lottery-entered-by", name=shown.witnessed_by),
            ],
            [t("lottery-public-text"), shown.public_text or "", shown.source or ""],
            [
                t("lottery-frozen"),
                shown.frozen_sha256 or "",
                t("lottery-frozen-counts", students=shown.frozen_students, offers=shown.frozen_offers),
            ],
        ]
    else:
        rows.append([t("lottery-witnessed"), t("lottery-no-witness")])
    rows.append([t("lottery-used"), moment_text(language, shown.used_at) if shown.used_at else t("lottery-not-used")])
    if shown.opened_at is None:
        return [*rows, [t("lottery-seed"), t("lottery-still-secret")]]
    return [
        *rows,
        [
            t("lottery-replaced") if shown.reason else t("lottery-opened"),
            f"{moment_text(language, shown.opened_at)}, {shown.opened_by}",
            *([shown.reason] if shown.reason else []),
        ],
        [t("lottery-salt"), shown.salt or ""],
        [t("lottery-secret-shown"), shown.secret or ""],
        [t("lottery-seed"), shown.seed or t("lottery-not-used")],
    ]


def _run(record: LotteryRecord, language: Language, public_address: str) -> dict[str, object]:
    def t(message: str, **facts: object) -> str:
        return text(language, message, **facts)

    run = record.run
    if run is None:
        return {"facts": [], "text": t("lottery-record-no-run")}
    checked = {None: "lottery-checked-later", True: "lottery-checked-fits", False: "lottery-checked-fails"}
    seen = [] if run.as_witnessed is None else [t(_SEEN[run.as_witnessed])]
    return {
        "facts": [
            [
                t("lottery-run"),
                f"{t('run-name', number=run.number)}, {moment_text(language, run.finished_at)}",
                f"{t('tab-students')}: {run.students}",
            ],
            [t("lottery-input"), run.input_sha256, *seen],
            [t("lottery-checked"), t(checked[record.fits])],
            [t("lottery-share"), public_address],
        ],
        "text": "",
    }


_SEEN: Final = {True: "lottery-as-witnessed", False: "lottery-not-as-witnessed"}
