"""A mailbox in one file (mbox, RFC 4155), message by message, never whole in memory.

A message begins at a line ``From someone date`` at the top or after an empty line; inside a message such a line has a
``>`` before it, which is taken away. A file that begins with headers is taken for one saved message (.eml).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from api.services.lab.reading_mail import RawMessage

#: Thunderbird, Gmail, Dovecot and Postfix all have a clock time and a year in it, in their own orders.
_SEPARATOR: Final = re.compile(rb"From \S+ .*\d{1,2}:\d{2}.*\d{4}|From \S+ .*\d{4}.*\d{1,2}:\d{2}")
_QUOTED: Final = re.compile(rb">+From ")
_HEADER: Final = re.compile(rb"[!-9;-~]{1,70}:")
_LINE: Final = 65_536


def is_mailbox(start: bytes) -> bool:
    """Whether the first bytes of a file look like a mailbox or a saved message."""
    top = start.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    return top.startswith(b"From ") or _HEADER.match(top) is not None


def messages_in(stream: BinaryIO, largest: int) -> Iterator[RawMessage]:
    """Every message, numbered from 1, cut after ``largest`` bytes."""
    kept = bytearray()
    size = number = 0
    at_start, after_blank, whole = True, True, True
    for line in iter(lambda: stream.readline(_LINE), b""):
        text = line
        if at_start:
            text = text.removeprefix(b"\xef\xbb\xbf")
            if not text.strip():
                continue
        separates = whole and after_blank and text.startswith(b"From ")
        if separates and (at_start or _SEPARATOR.match(text)):
            if not at_start:
                number += 1
                yield RawMessage(place=f"message {number}", content=bytes(kept), size=size)
            kept, size = bytearray(), 0
            at_start, after_blank, whole = False, False, text.endswith(b"\n")
            continue
        at_start = False
        if whole and _QUOTED.match(text):
            text = text[1:]
        size += len(text)
        kept += text[: max(0, largest - len(kept))]
        after_blank = whole and not text.strip()
        whole = text.endswith(b"\n")
    if not at_start:
        yield RawMessage(place=f"message {number + 1}", content=bytes(kept), size=size)
