"""Letters and CVs of made-up applicants: read back, the same bytes again, and nothing that tells who made them."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from typing import Any, Final

import docx
import msgspec
import pypdf
import pytest

from api.services.lab.letters import (
    PRINTABLE,
    CvDocument,
    CvSection,
    LetterDocument,
    Look,
    cv_pages,
    cv_pdf,
    findings_of,
    letter_pages,
    letter_pdf,
)
from api.services.lab.letters_docx import cv_docx, letter_docx
from api.services.lab.words import finding_text

LOOKS: Final[tuple[Look, ...]] = ("A", "B")
LETTER = LetterDocument(
    sender_name="Gülşen Öztürk-İnan",
    sender_address_lines=("Voorbeeldstraat 1", "1234 AB Voorbeeldstad"),
    recipient_lines=("Bakkerij Test", "t.a.v. personeelszaken"),
    place_and_date="Utrecht, 1 juli 2026",
    subject="Sollicitatie stage #let x",
    paragraphs=("Geachte heer of mevrouw,", "Ik zoek *een* stage. $x$ [y] \\ //", "Groet,\n\nGülşen Öztürk-İnan"),
)
CV = CvDocument(
    name="Wójcik Łukasz",
    contact_lines=("Voorbeeldstad", "l@post.example.org"),
    sections=(
        CvSection(title="Opleiding", entries=(("2024 – nu", "Verkoopspecialist"), ("2020 – 2024", "Vmbo-tl"))),
        CvSection(title="Eigenschappen", entries=(("", "Op tijd, vriendelijk"),)),
    ),
)
#: What would tell a company that this is a test.
GIVES_AWAY = re.compile(
    rb"stagekans|typst|python|xmp-writer|generated|testing|discrimin|praktijktest|onderzoek", re.IGNORECASE
)


def _unpacked(content: bytes) -> bytes:
    """Every stream and every string of a PDF, so that nothing can hide in a compressed one."""
    reader = pypdf.PdfReader(io.BytesIO(content))
    found = [content]
    for number in range(1, reader.trailer["/Size"]):
        thing = pypdf.generic.IndirectObject(number, 0, reader).get_object()
        if isinstance(thing, pypdf.generic.StreamObject):
            found.append(thing.get_data())
    return b"\n".join(found)


def _text(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def _fonts(content: bytes) -> set[str]:
    reader = pypdf.PdfReader(io.BytesIO(content))
    return {
        str(font.get_object()["/BaseFont"]).partition("+")[2].removesuffix("-Identity-H")
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }


@pytest.mark.parametrize("look", LOOKS)
def test_a_letter_in_pdf(look: Look) -> None:
    content = letter_pdf(LETTER, look)
    text = _text(content)
    for part in ("Gülşen Öztürk-İnan", "1234 AB Voorbeeldstad", "Betreft: Sollicitatie stage #let x", "$x$ [y] \\ //"):
        assert part in text
    reader = pypdf.PdfReader(io.BytesIO(content))
    catalog: Any = reader.root_object
    assert catalog["/Lang"] == "nl"
    assert catalog["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in catalog
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    assert reader.metadata is not None
    assert {key: value for key, value in reader.metadata.items() if str(value).strip()} == {
        "/Title": "Sollicitatie stage #let x",
        "/Author": "Gülşen Öztürk-İnan",
    }


@pytest.mark.parametrize("look", LOOKS)
def test_a_cv_in_pdf(look: Look) -> None:
    content = cv_pdf(CV, look, "en")
    text = _text(content)
    for part in ("Wójcik Łukasz", "2024 – nu", "Verkoopspecialist", "Op tijd, vriendelijk"):
        assert part in text
    catalog: Any = pypdf.PdfReader(io.BytesIO(content)).root_object
    assert catalog["/Lang"] == "en"
    assert "/StructTreeRoot" in catalog


@pytest.mark.parametrize("look", LOOKS)
def test_nothing_gives_the_study_away(look: Look) -> None:
    for content in (letter_pdf(LETTER, look), cv_pdf(CV, look)):
        assert GIVES_AWAY.findall(_unpacked(content)) == []
        assert b"/CreationDate" not in content
    for content in (letter_docx(LETTER, look), cv_docx(CV, look)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                assert GIVES_AWAY.findall(archive.read(name)) == [], name
            assert "docProps/thumbnail.jpeg" not in archive.namelist()
            assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_document_is_the_same_file_in_another_process() -> None:
    code = (
        "import hashlib; from tests.mail.test_letters import *\n"
        "for make, what in ((letter_pdf, LETTER), (cv_pdf, CV), (letter_docx, LETTER), (cv_docx, CV)):\n"
        "    for look in LOOKS: print(hashlib.sha256(make(what, look)).hexdigest())"
    )
    runs = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    }
    (told,) = runs
    assert len(set(told.split())) == 8


def test_two_looks_differ_to_the_eye() -> None:
    assert _fonts(letter_pdf(LETTER, "A")) == {"LibertinusSerif-Regular"}
    assert _fonts(letter_pdf(LETTER, "B")) == {"HankenGrotesk-Regular", "HankenGrotesk-Bold"}
    for pages, document in ((letter_pages, LETTER), (cv_pages, CV)):
        first, second = (pages(document, look) for look in LOOKS)  # type: ignore[operator]  # each with its own document
        assert len(first) == len(second) == 1
        assert first[0].startswith(b"\x89PNG")
        assert first != second


@pytest.mark.parametrize("look", LOOKS)
def test_every_printable_sign_is_in_the_font_of_each_look(look: Look) -> None:
    signs = "".join(sorted(PRINTABLE))
    rows = tuple(f"a{signs[at : at + 40]}b" for at in range(0, len(signs), 40))
    letter_pdf(msgspec.structs.replace(LETTER, paragraphs=rows, sender_name="ŞşĞğİıŁłŻżŐőČč"), look)
    cv_pdf(CvDocument(name="ŞşĞğİı", sections=(CvSection(title="Łódź ŞşĞğİı", entries=(("x", signs),)),)), look)


def test_what_must_be_changed_first() -> None:
    assert findings_of(LETTER) == ()
    assert findings_of(CV) == ()
    empty = msgspec.structs.replace(LETTER, subject=" ", paragraphs=("", "\n"))
    assert [(finding.path, finding.code) for finding in findings_of(empty)] == [
        ("subject", "letter-part-empty"),
        ("paragraphs", "letter-part-empty"),
    ]
    nameless = CvDocument(name="", sections=(CvSection(title="", entries=(("2020", "x"),)),))
    assert [finding.path for finding in findings_of(nameless)] == ["name", "sections.1.title"]
    long = findings_of(msgspec.structs.replace(LETTER, paragraphs=("x" * 6001,), subject="y" * 201))
    assert [(finding.path, finding.facts["most"]) for finding in long] == [("subject", 200), ("", 6000)]
    odd = findings_of(msgspec.structs.replace(LETTER, sender_name="Ḥasan\x07"))
    assert [finding.facts["sign"] for finding in odd] == ["U+0007", "Ḥ (U+1E24)"]
    for finding in [*findings_of(empty), *long, *odd]:
        assert finding_text("nl", finding) != finding_text("en", finding)


@pytest.mark.parametrize("look", LOOKS)
def test_a_letter_in_word(look: Look) -> None:
    document = docx.Document(io.BytesIO(letter_docx(LETTER, look)))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for part in (*LETTER.sender_address_lines, LETTER.sender_name, "Betreft: Sollicitatie", "Ik zoek *een* stage"):
        assert part in text
    properties = document.core_properties
    assert (properties.author, properties.last_modified_by) == (LETTER.sender_name, LETTER.sender_name)
    assert (properties.comments, properties.created, properties.modified) == ("", None, None)
    cv = docx.Document(io.BytesIO(cv_docx(CV, look)))
    assert [one.text for one in cv.paragraphs if str(one.style.name if one.style else "").startswith("Heading")] == [
        "Wójcik Łukasz",
        "Opleiding",
        "Eigenschappen",
    ]
    assert any("Vmbo-tl" in one.text and "2020 – 2024" in one.text for one in cv.paragraphs)
