"""Letters in mail: bytes to text where the label is right, wrong or missing, and words in headers (RFC 2047).

Nothing here raises on what somebody else sent: a reply with a broken charset is still a reply.
"""

from __future__ import annotations

import binascii
import re
from email.message import Message
from typing import Final

#: Labels that Python takes for text and that no mail may use: they run escapes or belong to domains.
_NOT_FOR_MAIL: Final = frozenset({"unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined"})
#: The WHATWG encoding standard: what calls itself Latin-1 or ASCII is Windows-1252.
_WINDOWS: Final = frozenset({"iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii", "l1"})
_ENCODED: Final = re.compile(r"=\?([^?\s*]{1,40})(?:\*[^?\s]*)?\?([bBqQ])\?([^?]*)\?=")
_LONGEST_HEADER: Final = 20_000


def decoded(content: bytes, label: str | None) -> tuple[str, bool]:
    """The text, and whether its charset was guessed: the label was wrong or unknown."""
    name = (label or "utf-8").strip().strip("'\"").lower()
    if name in _WINDOWS:
        if content.isascii():
            return content.decode("ascii"), False
        name = "utf-8" if name in ("us-ascii", "ascii") and _is_utf8(content) else "windows-1252"
    guessed = label is None and not content.isascii()
    if name.replace("-", "_") not in _NOT_FOR_MAIL:
        try:
            return content.decode(name).removeprefix("\ufeff"), guessed and name != "utf-8"
        except (LookupError, ValueError):
            pass
    if _is_utf8(content):
        return content.decode("utf-8"), True
    return content.decode("windows-1252", "replace"), True


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def headers_of(message: Message, *names: str) -> list[str]:
    """Every value of the headers, on one line each, encoded words still encoded."""
    wanted = {name.lower() for name in names}
    found = []
    for name, value in message.raw_items():
        if name.lower() in wanted:
            raw = str(value)[:_LONGEST_HEADER].encode("utf-8", "surrogateescape")
            text, _ = decoded(raw, "utf-8")
            found.append(" ".join(text.replace("\x00", "").split()))
    return found


def header_of(message: Message, name: str) -> str:
    """The first value of the header, or an empty text."""
    return next(iter(headers_of(message, name)), "")


def plain_words(header: str) -> str:
    """The header with its encoded words decoded; neighbours of one charset as one: some programs cut é in two."""
    out: list[str] = []
    waiting, charset, end = b"", "", 0
    for found in _ENCODED.finditer(header):
        between = header[end : found.start()]
        content = _bytes_of(found[2], found[3])
        if content is None:
            continue
        beside = bool(charset) and not between.strip()
        if not (beside and found[1].lower() == charset):
            out.append(decoded(waiting, charset)[0] if charset else "")
            out.append("" if beside else between)
            waiting = b""
        waiting, charset, end = waiting + content, found[1].lower(), found.end()
    out.append(decoded(waiting, charset)[0] if charset else "")
    return " ".join("".join([*out, header[end:]]).split())


def _bytes_of(kind: str, content: str) -> bytes | None:
    if kind in "qQ":
        return binascii.a2b_qp(content.replace(" ", "_").encode("utf-8"), header=True)
    try:
        return binascii.a2b_base64(content.encode("ascii") + b"===")
    except (binascii.Error, UnicodeEncodeError):
        return None
