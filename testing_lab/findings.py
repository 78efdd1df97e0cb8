"""What is wrong or doubtful in a document of the lab, and where: found all at once, so that a form can show it."""

from __future__ import annotations

from typing import Literal

import msgspec


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is wrong (``error``) or worth a second look (``warning``)."""

    path: str
    """The place in the document: ``sampling.pairs``, ``row 12, column kvk``."""
    code: str
    """Stable; the catalogue has its text as ``lab-finding-<code>``."""
    level: Literal["error", "warning"] = "error"
    """With an error the document cannot be used; a warning asks a person to look."""
    facts: dict[str, str | int | float] = {}
    """What the text needs, by name."""
