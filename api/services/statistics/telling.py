"""A fault of the lab in the reader's language: which input, what is wrong, what was found."""

from __future__ import annotations

import re

from api import catalogue
from testing_lab.faults import ImpossibleInput, LabFault


def message_of(what: str) -> str:
    """The catalogue's name for what the lab says in English: ``lab-fault-is-below-0``."""
    return "lab-fault-" + re.sub(r"[^a-z0-9]+", "-", what.lower()).strip("-")


def tell(language: catalogue.Language, fault: LabFault) -> str:
    """The fault in words."""
    wrong = fault.wrong if isinstance(fault, ImpossibleInput) else fault.what
    name = message_of(wrong)
    said = catalogue.text(language, name) if catalogue.has(language, name) else wrong
    where = f"{fault.argument}: " if isinstance(fault, ImpossibleInput) else ""
    facts = ", ".join(f"{name} = {value}" for name, value in fault.facts.items())
    return where + said + (f" ({facts})" if facts else "")
