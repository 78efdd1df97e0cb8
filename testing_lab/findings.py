"""What is wrong or doubtful in a document of the lab, and where: found all at once, so that a form can show it."""

from __future__ import annotations

from typing import Literal

import msgspec


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a person must look at.

    ``path``: the place in the document, like ``sampling.pairs`` or ``row 12, column kvk``; empty: the whole.
    ``code``: what is found; stable, and the name of its text (``lab-finding-<code>``).
    ``level``: an ``error`` stands in the way of what was asked, a ``warning`` does not.
    ``facts``: plain values for the text, by the names of its variables.
    """

    path: str
    code: str
    level: Literal["error", "warning"] = "error"
    facts: dict[str, str | int | float] = {}
