"""One value, one row of bytes, one hash: whoever holds the file can check it with any SHA-256 program."""

from __future__ import annotations

import hashlib
from typing import Any, TypeVar

import msgspec

Document = TypeVar("Document", bound=msgspec.Struct)


def canonical_json(value: Any) -> bytes:
    """UTF-8 JSON without spaces, every field present, names in the order of their letters.

    A number that stands for a share has a point, however it was typed (1 is 1.0): a Struct goes through its own type
    once. Times have the offset that they were given.
    """
    if isinstance(value, msgspec.Struct):
        value = normal(value)
    return msgspec.json.encode(value, order="sorted")


def normal(document: Document) -> Document:
    """The document as it comes back from its own JSON."""
    return msgspec.json.decode(msgspec.json.encode(document), type=type(document))


def sha256_of(value: Any) -> str:
    """SHA-256 of the canonical JSON, 64 hexadecimal digits."""
    return hashlib.sha256(canonical_json(value)).hexdigest()
