"""What somebody wrote, out of the parts of a mail: text where there is text, HTML made into text where there is not.

Files that came along are listed and never kept: a study keeps as little of a company as it can.
"""

from __future__ import annotations

import re
from email.message import Message
from typing import Final

import msgspec

from api.services.lab.html_text import text_of_html
from api.services.lab.mail_words import decoded, plain_words

#: Characters of the text of one reply; a hundred pages.
LONGEST_TEXT: Final = 200_000
_DEEPEST: Final = 40
_META_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{1,40})", re.IGNORECASE)


class FileSeen(msgspec.Struct, frozen=True, kw_only=True):
    """A file that came along; its content was not kept. ``size``: bytes, about."""

    name: str
    media_type: str
    size: int


class Body(msgspec.Struct, kw_only=True):
    """What the parts of one mail came to."""

    texts: list[str] = []
    files: list[FileSeen] = []
    from_html: bool = False
    guessed_charset: bool = False
    too_deep: bool = False

    def text(self) -> str:
        """All texts under each other."""
        return "\n\n".join(text.strip() for text in self.texts if text.strip())


def body_of(message: Message) -> Body:
    """Texts and files of a mail, in their order."""
    body = Body()
    _take(message, body, depth=0)
    return body


def _take(part: Message, body: Body, *, depth: int) -> None:
    if depth > _DEEPEST:
        body.too_deep = True
        return
    kind, children = part.get_content_type(), _children(part)
    if kind.startswith("message/"):
        if depth:
            body.files.append(_seen(part, kind))
        return
    if kind == "multipart/alternative" and children:
        _take(_preferred(children), body, depth=depth + 1)
    elif kind == "multipart/report" and children:
        _take(children[0], body, depth=depth + 1)  # what a person reads; delivery_reports reads the rest
    elif children:
        for child in children:
            _take(child, body, depth=depth + 1)
    elif kind.startswith("text/") and kind != "text/calendar" and not _is_file(part):
        _read(part, body, is_html=kind == "text/html")
    elif not kind.startswith("multipart/"):
        body.files.append(_seen(part, kind))


def _children(part: Message) -> list[Message]:
    payload = part.get_payload() if part.is_multipart() else []
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def _preferred(children: list[Message]) -> Message:
    """Plain text with something in it; else the last, which RFC 2046 §5.1.4 calls the best."""
    for child in children:
        if child.get_content_type() == "text/plain" and _content(child).strip():
            return child
    return next((child for child in reversed(children) if child.get_content_type() != "text/calendar"), children[0])


def _is_file(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(_name(part))


def _name(part: Message) -> str:
    try:
        return plain_words(part.get_filename() or "").replace("\x00", "")[:200]
    except (LookupError, ValueError, TypeError):  # a name that RFC 2231 cannot make sense of
        return ""


def _seen(part: Message, kind: str) -> FileSeen:
    payload = part.get_payload()
    size = len(payload) if isinstance(payload, str) else sum(len(str(child)) for child in _children(part))
    coded = str(part.get("Content-Transfer-Encoding", "")).strip().lower() == "base64"
    return FileSeen(name=_name(part), media_type=kind[:100], size=size * 3 // 4 if coded else size)


def _content(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _read(part: Message, body: Body, *, is_html: bool) -> None:
    content, label = _content(part), part.get_content_charset()
    if is_html and label is None and (meta := _META_CHARSET.search(content[:4096])):
        label = meta[1].decode("ascii")
    text, guessed = decoded(content, label)
    body.guessed_charset |= guessed
    if is_html:
        body.from_html = True
        text = text_of_html(text)
    lines = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    body.texts.append("\n".join(line.rstrip() for line in lines))
