"""What people may type about a company: business data, and nothing about the person of a student.

A number or an address in a name field is a paste that went wrong. A note must not carry a diagnosis, a BSN, or a word
for somebody's origin or belief (DESIGN.md §5.2): the same lists as for files. A wish about such things belongs in a
case, where its words stand apart.
"""

from __future__ import annotations

import re
from typing import Final

from api.services.files.forbidden import told_subject

LONGEST_LINE: Final = 200
LONGEST_NOTE: Final = 2000
_PHONE: Final = re.compile(r"\+?\d(?:[\s().-]*\d){6,}")
_TELEPHONE_FORM: Final = re.compile(r"\+?[\d\s().-]{6,30}")
_MAIL_FORM: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def line(typed: str) -> str:
    """One line, blanks made one."""
    return " ".join(typed.split())


def name_fault(name: str) -> str | None:
    """What is wrong with a name: ``missing``, ``too_long``, ``has_phone``, ``has_mail``."""
    if not name:
        return "missing"
    if len(name) > LONGEST_LINE:
        return "too_long"
    if _PHONE.search(name):
        return "has_phone"
    return "has_mail" if _MAIL_FORM.search(name) else None


def phone_fault(phone: str) -> str | None:
    """What is wrong with a telephone number; it may be empty."""
    return None if not phone or _TELEPHONE_FORM.fullmatch(phone) else "not_phone"


def mail_fault(email: str) -> str | None:
    """What is wrong with a mail address; it may be empty."""
    if len(email) > LONGEST_LINE:
        return "too_long"
    return None if not email or _MAIL_FORM.fullmatch(email) else "not_mail"


def note_fault(note: str, *, least: int = 0, most: int = LONGEST_NOTE) -> str | None:
    """What is wrong with a note: ``missing``, ``too_short``, ``too_long``, or ``says_<subject>``."""
    if len(note) < least:
        return "too_short" if note else "missing"
    if len(note) > most:
        return "too_long"
    subject = told_subject(note)
    return None if subject is None else f"says_{subject}"


def case_fault(words: str, *, least: int = 0) -> str | None:
    """The same for the words of a case: a wish may name an origin or a belief, but nobody's diagnosis or BSN."""
    fault = note_fault(words, least=least)
    return None if fault == "says_origin" else fault
