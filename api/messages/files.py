"""Files that go out."""

from __future__ import annotations

from typing import Final, Literal

import msgspec

FileFormat = Literal["csv", "xlsx"]

#: Bytes of a request that brings a file: 50 MiB (the importer's limit) and the form around it.
LARGEST_UPLOAD: Final = 51 * 1024 * 1024


class FileOut(msgspec.Struct, frozen=True, kw_only=True):
    """A file to hand to somebody. Cells that a spreadsheet would run as a formula have been made harmless."""

    name: str
    media_type: str
    content: bytes
