"""Files that go out."""

from __future__ import annotations

from typing import Literal

import msgspec

FileFormat = Literal["csv", "xlsx"]


class FileOut(msgspec.Struct, frozen=True, kw_only=True):
    """A file to hand to somebody. Cells that a spreadsheet would run as a formula have been made harmless."""

    name: str
    media_type: str
    content: bytes
