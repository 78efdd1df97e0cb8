"""A fault in the reader's words: what is wrong, and how to mend it."""

from __future__ import annotations

import msgspec

from api import catalogue
from api.messages.importing import Fault


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """Two short texts from the catalogue."""

    wrong: str
    remedy: str


def tell(language: catalogue.Language, fault: Fault) -> Told:
    """The message and the remedy of a fault, with its column and facts filled in.

    Numbers go in as text: a row or a student number is not to be written with thousand separators.
    """
    facts = {name: value if name == "count" else str(value) for name, value in fault.facts.items()}
    variables = {"column": fault.column or "", "row": str(fault.row or ""), **facts}
    rule = f"rule-said-{facts.get('rule', '')}".replace("_", "-")
    if catalogue.has(language, rule):
        variables["rule"] = catalogue.text(language, rule)
    message = f"fault-{fault.code.replace('_', '-')}"
    return Told(
        wrong=catalogue.text(language, message, **variables),
        remedy=catalogue.text(language, f"{message}-remedy", **variables),
    )
