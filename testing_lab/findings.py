"""What is wrong or doubtful in a document of the lab, and where: found all at once, so that a form can show it."""

from __future__ import annotations

from typing import Literal

import msgspec


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a person must look at. Findings are results: an exception is for a caller who broke the rules."""

    path: str
    """The place in the document: ``sampling.pairs``, or ``row 12, column kvk``."""
    code: str
    """A stable slug; the catalogue has its text under ``lab-finding-<code>``."""
    level: Literal["error", "warning"] = "error"
    """An error stops the document from being used; a warning must be read."""
    facts: dict[str, str | int | float] = {}
    """Plain values for the text, each one a variable of it."""
