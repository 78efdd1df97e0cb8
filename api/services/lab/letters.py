"""The letter and the CV of one dispatch, as files that an applicant would send.

Theory of operation. What stands in them was decided before, by the design of the study; here it gets a look. There are
two looks, A and B, so that the two letters of a pair do not look alike; which look goes with which applicant is part of
the randomisation, never chosen here. The same document gives the same bytes, so that a file can be made again and
compared with its hash. Its properties name the made-up applicant and nothing else: no program, no study, no date.
"""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from api.catalogue import Language, text
from api.services.lab.typesetting import page_images, typeset
from testing_lab.findings import Finding

Look = Literal["A", "B"]
#: Characters of all of a letter: what fits on two pages. And of a name or a subject.
LONGEST_TEXT: Final = 6_000
LONGEST_LINE: Final = 200
#: What the fonts of both looks have: the letters of every European language in Latin script, Turkish and Polish among
#: them. A name with a letter from another font would look broken in one look only, and that would spoil the test.
PRINTABLE: Final = (
    frozenset(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x218, 0x21C)])) | frozenset("–—‘’‚“”„•…€™→")
) - frozenset("²³¹¼½¾ĳĿŀŉſ\u00ad")


class LetterDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A letter. A paragraph may have line breaks; the greeting, the closing and the name are paragraphs too."""

    sender_name: str
    sender_address_lines: tuple[str, ...] = ()
    recipient_lines: tuple[str, ...] = ()
    place_and_date: str
    subject: str
    paragraphs: tuple[str, ...]


class CvSection(msgspec.Struct, frozen=True, kw_only=True):
    """A heading, and under it what was done when. ``when`` may be empty."""

    title: str
    entries: tuple[tuple[str, str], ...]


class CvDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A CV."""

    name: str
    contact_lines: tuple[str, ...] = ()
    sections: tuple[CvSection, ...]


def findings_of(document: LetterDocument | CvDocument) -> tuple[Finding, ...]:
    """What must be changed before the document can be made."""
    if isinstance(document, LetterDocument):
        lines = {
            "sender_name": document.sender_name,
            "place_and_date": document.place_and_date,
            "subject": document.subject,
        }
        texts = [*document.sender_address_lines, *document.recipient_lines, *document.paragraphs]
        written = {"paragraphs": "".join(document.paragraphs)}
    else:
        lines = {"name": document.name}
        lines |= {f"sections.{at}.title": section.title for at, section in enumerate(document.sections, start=1)}
        entries = [one for section in document.sections for entry in section.entries for one in entry]
        texts = [*document.contact_lines, *entries]
        written = {"sections": "".join(entries)}
    found = [
        Finding(path=path, code="letter-part-empty")
        for path, value in {**lines, **written}.items()
        if not value.strip()
    ]
    for path, value in lines.items():
        if len(value) > LONGEST_LINE:
            facts: dict[str, str | int | float] = {"characters": len(value), "most": LONGEST_LINE}
            found.append(Finding(path=path, code="letter-too-long", facts=facts))
    length = sum(map(len, texts))
    if length > LONGEST_TEXT:
        found.append(Finding(path="", code="letter-too-long", facts={"characters": length, "most": LONGEST_TEXT}))
    odd = sorted(set("".join([*lines.values(), *texts])) - PRINTABLE - {"\n"})
    found += [Finding(path="", code="letter-sign-unprintable", facts={"sign": _shown(sign)}) for sign in odd]
    return tuple(found)


def _shown(sign: str) -> str:
    number = f"U+{ord(sign):04X}"
    return f"{sign} ({number})" if sign.isprintable() else number


def letter_pdf(letter: LetterDocument, look: Look, language: Language = "nl") -> bytes:
    """The letter as a tagged PDF. Takes a tenth of a second: call it in a thread."""
    return typeset(f"letter_{look.lower()}", letter_facts(letter, language), anonymous=True)


def cv_pdf(cv: CvDocument, look: Look, language: Language = "nl") -> bytes:
    """The CV as a tagged PDF."""
    return typeset(f"cv_{look.lower()}", cv_facts(cv, language), anonymous=True)


def letter_pages(letter: LetterDocument, look: Look, language: Language = "nl") -> list[bytes]:
    """The pages of the letter as PNG, to look at before it is sent."""
    return page_images(f"letter_{look.lower()}", letter_facts(letter, language))


def cv_pages(cv: CvDocument, look: Look, language: Language = "nl") -> list[bytes]:
    """The pages of the CV as PNG."""
    return page_images(f"cv_{look.lower()}", cv_facts(cv, language))


def letter_facts(letter: LetterDocument, language: Language) -> dict[str, object]:
    """All that stands in the letter, as the layouts take it."""
    return {
        "language": language,
        "title": letter.subject,
        "subject_label": text(language, "lab-letter-subject"),
        "sender_name": letter.sender_name,
        "sender_address_lines": letter.sender_address_lines,
        "recipient_lines": letter.recipient_lines,
        "place_and_date": letter.place_and_date,
        "subject": letter.subject,
        "paragraphs": [paragraph.splitlines() or [""] for paragraph in letter.paragraphs],
    }


def cv_facts(cv: CvDocument, language: Language) -> dict[str, object]:
    """All that stands in the CV, as the layouts take it."""
    return {
        "language": language,
        "title": text(language, "lab-cv-title"),
        "name": cv.name,
        "contact_lines": cv.contact_lines,
        "sections": [
            {"title": section.title, "entries": [{"when": when, "what": what} for when, what in section.entries]}
            for section in cv.sections
        ],
    }
