"""What every page has."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from api.pages.notices import Notice


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """``template`` is the file in ``api/pages/templates`` that shows the Struct, and the only one.

    ``notice`` says what the last action did (after a redirect). ``refusal`` is why the form came back: a sentence in
    the reader's language. ``faults`` are the fields of that form that are wrong, with a code each.
    """

    template: ClassVar[str]

    notice: Notice | None = None
    refusal: str = ""
    faults: dict[str, str] = {}
