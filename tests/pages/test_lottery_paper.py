"""The record on paper: the facts of the page, tagged, and nothing that people typed is read as markup."""

from __future__ import annotations

import msgspec
import pytest

from api.catalogue import Language
from api.pages.contexts.lottery import LotteryRecordPage
from api.pages.lottery_paper import facts_on_paper, record_as_pdf
from tests.pages.samples import SAMPLES

RECORDS = {name: sample for name, sample in SAMPLES.items() if isinstance(sample, LotteryRecordPage)}
LANGUAGES: tuple[Language, ...] = ("nl", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", RECORDS)
def test_every_record_becomes_a_tagged_pdf(name: str, language: Language) -> None:
    page = RECORDS[name]
    file = record_as_pdf(page.record, language, page.public_address)
    assert file.name.endswith("-1.pdf")
    assert file.content.startswith(b"%PDF-1.7")
    assert b"/StructTreeRoot" in file.content, "a reader that speaks finds headings and tables"


@pytest.mark.parametrize("name", RECORDS)
def test_the_paper_says_what_the_page_says(name: str) -> None:
    page = RECORDS[name]
    lottery = page.record.lottery
    told = msgspec.json.encode(facts_on_paper(page.record, "nl", page.public_address)).decode()
    facts = [lottery.commitment_sha256, lottery.public_text, lottery.witness, lottery.source, lottery.frozen_sha256,
             lottery.salt, lottery.secret, lottery.seed, *(lot.student_number for lot in page.record.lots)]  # fmt: skip
    assert [fact for fact in facts if fact and fact not in told] == []
    assert ("Nog geheim" in told) == (lottery.opened_at is None)


def test_typed_markup_stays_text() -> None:
    page = RECORDS["lottery-record"]
    hostile = msgspec.structs.replace(
        page.record,
        round_name='#panic("x") = *b* $1/0$ @nowhere',
        lottery=msgspec.structs.replace(page.record.lottery, public_text='#read("/etc/passwd") \\ ] #}'),
    )
    assert record_as_pdf(hostile, "nl", "x").content.startswith(b"%PDF")


def test_the_same_record_gives_the_same_bytes() -> None:
    page = RECORDS["lottery-record"]
    first, second = (record_as_pdf(page.record, "nl", page.public_address).content for _ in range(2))
    assert first == second
