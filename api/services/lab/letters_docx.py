"""The same letters and CVs as Word files, for companies that ask for one.

python-docx writes them from its own empty document; what that document says of itself (its maker, its dates, its
picture) is taken out, and the archive is packed again with one date for all, so the same document gives the same bytes.
The two looks have fonts that Word brings along; they are not inside the file.
"""

from __future__ import annotations

import io
import zipfile
from typing import Final

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from api.catalogue import Language, text
from api.services.lab.letters import CvDocument, LetterDocument, Look

_FONT: Final[dict[Look, tuple[str, float]]] = {"A": ("Calibri", 11), "B": ("Georgia", 10)}
_MARGIN: Final[dict[Look, float]] = {"A": 2.5, "B": 2.2}
_LOCALE: Final[dict[Language, str]] = {"nl": "nl-NL", "en": "en-GB"}
#: What Word itself writes on every part: the first day of the DOS calendar.
_DATE: Final = (1980, 1, 1, 0, 0, 0)


def letter_docx(letter: LetterDocument, look: Look, language: Language = "nl") -> bytes:
    """The letter as a Word file. Takes a tenth of a second: call it in a thread."""
    document = _empty(look, language, author=letter.sender_name, title=letter.subject)
    right = WD_ALIGN_PARAGRAPH.RIGHT if look == "B" else None
    _lines(document, (letter.sender_name, *letter.sender_address_lines), right)
    _lines(document, letter.recipient_lines)
    subject = f"{text(language, 'lab-letter-subject')} {letter.subject}"
    if look == "A":
        document.add_paragraph(letter.place_and_date)
        document.add_paragraph(subject)
    else:
        document.add_paragraph().add_run(subject).bold = True
        document.add_paragraph(letter.place_and_date)
    for paragraph in letter.paragraphs:
        _lines(document, tuple(paragraph.splitlines()))
    return _packed(document)


def cv_docx(cv: CvDocument, look: Look, language: Language = "nl") -> bytes:
    """The CV as a Word file."""
    document = _empty(look, language, author=cv.name, title=text(language, "lab-cv-title"))
    middle = WD_ALIGN_PARAGRAPH.CENTER if look == "A" else None
    name = document.add_heading(cv.name, level=1)
    if middle is not None:
        name.alignment = middle
    _lines(document, cv.contact_lines, middle)
    for section in cv.sections:
        document.add_heading(section.title, level=2)
        for when, what in section.entries:
            if look == "A":
                document.add_paragraph(f"{when}\t{what}" if when else what)
            else:
                document.add_paragraph(f"{what} ({when})" if when else what, style="List Bullet")
    return _packed(document)


def _empty(look: Look, language: Language, *, author: str, title: str) -> Document:
    document = docx.Document()
    name, size = _FONT[look]
    for style in ("Normal", "Heading 1", "Heading 2"):
        font = document.styles[style].font
        font.name = name
        # Headings have a font of the theme as well, which wins in Word.
        properties = document.styles[style].element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            properties.attrib.pop(qn(f"w:{theme}"), None)
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            properties.set(qn(f"w:{script}"), name)
    document.styles["Normal"].font.size = Pt(size)
    for spoken in document.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), _LOCALE[language])
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(_MARGIN[look])
    page.top_margin = page.bottom_margin = Cm(_MARGIN[look])
    properties = document.core_properties._element
    for child in list(properties):
        properties.remove(child)
    document.core_properties.author = document.core_properties.last_modified_by = author
    document.core_properties.title = title
    document.core_properties.language = _LOCALE[language]
    package = document.part.package
    for number, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[number]
    return document


def _lines(document: Document, lines: tuple[str, ...], alignment: WD_ALIGN_PARAGRAPH | None = None) -> None:
    """One paragraph with line breaks."""
    paragraph = document.add_paragraph()
    if alignment is not None:
        paragraph.alignment = alignment
    for place, line in enumerate(lines):
        run = paragraph.add_run(line)
        if place < len(lines) - 1:
            run.add_break()


def _packed(document: Document) -> bytes:
    written, packed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as before, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = zipfile.ZipInfo(name, _DATE)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = 0
            after.writestr(part, before.read(name))
    return packed.getvalue()
