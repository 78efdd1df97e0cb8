"""A paper read back: its structure is there for who cannot see it, in both languages, on every page its hash."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec
import pypdf
import pytest
import vl_convert

from api.catalogue import Language
from api.services.lab.protocol_paper import (
    Paper,
    PaperChart,
    PaperFooter,
    PaperSection,
    PaperTable,
    paper_pages,
    paper_pdf,
)

HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
TABLE = PaperTable(
    caption="Paren per sector",
    head=("Sector", "Paren"),
    rows=tuple((f"Sector {number}", str(number)) for number in range(70)),
    numeric=frozenset({1}),
)
SVG = vl_convert.vegalite_to_svg(
    {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "data": {"values": [{"a": "eerste naam", "b": 28}, {"a": "tweede naam", "b": 55}]},
        "mark": "bar",
        "encoding": {"y": {"field": "a", "type": "nominal"}, "x": {"field": "b", "type": "quantitative"}},
    }
)
CHART = PaperChart(caption="Antwoorden", svg=SVG, alt="Eerste naam 28, tweede naam 55.")
PAPER = Paper(
    title="Protocol: staan stages open?",
    language="nl",
    facts=(("Vraag", "Krijgt iedereen antwoord?"), ("Toets", "mid-p, θ ≥ 0,5")),
    sections=(
        PaperSection(title="Opzet", parts=("Twee brieven. #geen [opmaak] $x$ *y*", TABLE)),
        PaperSection(title="Uitkomst", level=3, parts=(CHART,)),
        PaperSection(title="Einde"),
    ),
    footer=PaperFooter(sha256=HASH, version="3"),
)


def read(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content))


def tags(reader: pypdf.PdfReader) -> Iterator[Any]:
    """Every element of the structure tree."""
    root: Any = reader.root_object

    def walk(element: Any) -> Iterator[Any]:
        element = element.get_object()
        if isinstance(element, pypdf.generic.ArrayObject):
            for one in element:
                yield from walk(one)
        elif isinstance(element, pypdf.generic.DictionaryObject):
            if "/S" in element:
                yield element
            if "/K" in element:
                yield from walk(element["/K"])

    yield from walk(root["/StructTreeRoot"]["/K"])


def test_the_structure_is_there_for_who_cannot_see_it() -> None:
    reader = read(paper_pdf(PAPER))
    catalog: Any = reader.root_object
    assert (catalog["/Lang"], catalog["/MarkInfo"]["/Marked"]) == ("nl", True)
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == PAPER.title
    found = list(tags(reader))
    kinds = Counter(str(element["/S"]) for element in found)
    assert (kinds["/H1"], kinds["/H2"], kinds["/H3"]) == (1, 2, 1)
    assert kinds["/Table"] == 2
    assert kinds["/TH"] == 4
    assert kinds["/TD"] == 2 * 2 + 70 * 2
    assert kinds["/Caption"] == 2
    assert [element["/Alt"] for element in found if "/Alt" in element] == [CHART.alt]
    assert [item.title for item in reader.outline if not isinstance(item, list)] == [PAPER.title]


def test_it_says_that_it_follows_the_standard() -> None:
    assert b"<pdfuaid:part>1</pdfuaid:part>" in paper_pdf(PAPER)


def test_what_people_read() -> None:
    pages = [page.extract_text() for page in read(paper_pdf(PAPER)).pages]
    assert len(pages) == 2
    for number, page in enumerate(pages, start=1):
        assert f"Controlegetal (SHA-256): {HASH}" in page
        assert "versie 3" in page
        assert f"{number} / 2" in page
    whole = " ".join("\n".join(pages).split())
    for part in ("Twee brieven. #geen [opmaak] $x$ *y*", "mid-p, θ ≥ 0,5", "Tabel 1: Paren per sector", "Sector 69"):
        assert part in whole
    assert "Grafiek 1: Antwoorden" in whole
    # The words of the chart are words, and the head of the table comes back.
    assert "tweede naam" in whole
    assert "Sector Paren" in pages[1]


@pytest.mark.parametrize(("language", "word"), [("nl", "Onderdeel"), ("en", "Item")])
def test_both_languages(language: Language, word: str) -> None:
    reader = read(paper_pdf(msgspec.structs.replace(PAPER, language=language)))
    catalog: Any = reader.root_object
    assert catalog["/Lang"] == language
    assert word in reader.pages[0].extract_text()


def test_the_same_paper_is_the_same_file() -> None:
    assert paper_pdf(PAPER) == paper_pdf(msgspec.structs.replace(PAPER))
    other = msgspec.structs.replace(PAPER, footer=PaperFooter(sha256=HASH, version="4"))
    assert paper_pdf(PAPER) != paper_pdf(other)


def test_a_sign_without_a_font_costs_the_claim_and_not_the_paper() -> None:
    odd = msgspec.structs.replace(PAPER, sections=(PaperSection(title="Opzet", parts=("مرحبا 🙂 \x07 hallo",)),))
    content = paper_pdf(odd)
    assert "hallo" in read(content).pages[0].extract_text()
    assert b"pdfuaid" not in content
    catalog: Any = read(content).root_object
    assert "/StructTreeRoot" in catalog


def test_nearly_nothing_is_a_paper_too() -> None:
    small = Paper(title="Kort", language="en", footer=PaperFooter(sha256=HASH, version="1"))
    assert len(read(paper_pdf(small)).pages) == 1
    assert paper_pages(small)[0].startswith(b"\x89PNG")
    empty = msgspec.structs.replace(TABLE, rows=())
    assert paper_pdf(msgspec.structs.replace(small, sections=(PaperSection(title="x", parts=(empty,)),)))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"title": " "}, "needs a title"),
        ({"sections": (PaperSection(title="x", level=3),)}, "level 2"),
        ({"sections": (PaperSection(title="x", parts=(msgspec.structs.replace(CHART, alt=""),)),)}, "needs words"),
        (
            {"sections": (PaperSection(title="x", parts=(msgspec.structs.replace(TABLE, rows=(("een",),)),)),)},
            "as long as its head",
        ),
    ],
)
def test_faults_of_the_caller(changes: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        paper_pdf(msgspec.structs.replace(PAPER, **changes))
