"""Letter and CV of a dispatch: from what the plan stored to the documents that are typeset."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec
from babel.dates import format_date

from api.catalogue import text
from api.messages.lab.faults import FindingsRefused
from api.services.clock import CLOCK
from api.services.lab.letters import CvDocument, CvSection, LetterDocument, Look, cv_pdf, findings_of, letter_pdf
from api.services.lab.letters_docx import cv_docx, letter_docx
from testing_lab.profiles.applications import Block


class StoredApplication(msgspec.Struct, frozen=True, kw_only=True):
    """What ``lab.dispatch.application`` holds of a letter."""

    subject: str = ""
    letter: tuple[Block, ...] = ()
    cv: tuple[Block, ...] = ()


class Documents(msgspec.Struct, frozen=True, kw_only=True):
    """The letter and the CV of one dispatch, with the look of both."""

    letter: LetterDocument
    cv: CvDocument
    look: Look


def lines_of(blocks: Sequence[Block]) -> tuple[str, ...]:
    """A document as plain lines."""
    return tuple(f"• {block.text}" if block.kind == "item" else block.text for block in blocks)


def look_of(template: str, templates: Sequence[str]) -> Look:
    """The look of a letter, by its template: the two of a pair never have the same."""
    return "B" if sorted(set(templates)).index(template) % 2 else "A"


def documents_of(
    application: StoredApplication,
    *,
    name: str,
    from_address: str,
    recipient: tuple[str, ...],
    on: dt.datetime,
    look: Look,
) -> Documents:
    """The two documents, dated on the day of a moment by the Dutch clock.

    Raises
    ------
    FindingsRefused
        Something in them cannot be printed, or is missing.
    """
    letter = LetterDocument(
        sender_name=name,
        sender_address_lines=(from_address,),
        recipient_lines=recipient,
        place_and_date=str(format_date(on.astimezone(CLOCK).date(), "d MMMM yyyy", locale="nl")),
        subject=application.subject,
        paragraphs=lines_of(application.letter),
    )
    cv = CvDocument(name=name, contact_lines=(from_address,), sections=_sections(application.cv, name))
    if faults := (*findings_of(letter), *findings_of(cv)):
        raise FindingsRefused(tuple(faults))
    return Documents(letter=letter, cv=cv, look=look)


def _sections(blocks: Sequence[Block], name: str) -> tuple[CvSection, ...]:
    """A heading begins a section; the name of the applicant stands above the CV already."""
    sections: list[tuple[str, list[tuple[str, str]]]] = []
    for block in blocks:
        if block.kind == "heading" and block.text != name:
            sections.append((block.text, []))
        elif block.text != name:
            if not sections:
                sections.append((text("nl", "lab-cv-title"), []))
            sections[-1][1].append(("", block.text))
    return tuple(CvSection(title=title, entries=tuple(entries)) for title, entries in sections if entries)


def file_of(documents: Documents, part: str, ending: str) -> bytes:
    """The letter or the CV, as PDF or DOCX. Takes a tenth of a second: call it in a thread."""
    if part == "letter":
        make_letter = letter_pdf if ending == "pdf" else letter_docx
        return make_letter(documents.letter, documents.look, "nl")
    make_cv = cv_pdf if ending == "pdf" else cv_docx
    return make_cv(documents.cv, documents.look, "nl")


def file_name(part: str, name: str, ending: str) -> str:
    """What an applicant would call the file."""
    plain = "".join(sign for sign in name if sign not in '/\\:"')
    return f"{'Brief' if part == 'letter' else 'CV'} {plain}.{ending}"
