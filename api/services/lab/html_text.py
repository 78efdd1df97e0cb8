"""HTML of mails to text, in one pass from left to right.

Python's own parser (3.11) needs minutes for a few kilobytes of unclosed brackets, and anybody may write to a study.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

_LONGEST: Final = 2_000_000
_BLOCKS: Final = frozenset(
    {"address", "article", "blockquote", "div", "dl", "dt", "dd", "fieldset", "footer", "form", "h1", "h2", "h3", "h4"}
    | {"h5", "h6", "header", "hr", "li", "ol", "p", "pre", "section", "table", "tr", "ul"}
)
_UNSEEN: Final = ("script", "style", "title", "template")
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})")


def text_of_html(html: str) -> str:
    """The text as a person sees it: blocks on their own lines, quotations behind ``>``, links as their words."""
    lines = [""]
    quoted = 0

    def end_line() -> None:
        if lines[-1].strip():
            lines.append("")

    def say(text: str) -> None:
        words = re.sub(r"\s+", " ", unescape(text))
        if not lines[-1].strip():
            words = words.lstrip()
            if words:
                lines[-1] = "> " * min(quoted, 5)
        lines[-1] += words

    waiting: list[str] = []
    for tag, value in _pieces(html[:_LONGEST]):
        name = value.lstrip("/")
        if not tag:
            waiting.append(value)
            continue
        say("".join(waiting))
        waiting.clear()
        if name == "br":
            lines.append("")
        elif name in _BLOCKS:
            end_line()
        elif value in ("td", "th"):
            lines[-1] += " "
        if value == "/p":
            lines.append("")
        if name == "blockquote":
            quoted = max(0, quoted - 1) if value.startswith("/") else quoted + 1
    say("".join(waiting))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip()


def _pieces(html: str) -> Iterator[tuple[bool, str]]:
    """Tags (True, ``p`` or ``/p``) and texts. What never closes is text: words among tags are better than nothing."""
    low = html.lower()
    missing: set[str] = set()  # ends that do not come any more: looking for them again and again takes minutes

    def after(end: str, start: int) -> int | None:
        if end in missing:
            return None
        found = low.find(end, start)
        if found < 0:
            missing.add(end)
            return None
        return found + len(end)

    place = 0
    while (opening := html.find("<", place)) >= 0:
        yield False, html[place:opening]
        tag = _TAG.match(html, opening)
        name = tag[2].lower() if tag else ""
        if html.startswith("<!--", opening):
            end = after("-->", opening + 4)
        elif tag and not tag[1] and name in _UNSEEN:
            end = after(f"</{name}", opening)
            end = after(">", end) if end is not None else after(">", opening)
        elif tag or html.startswith(("<!", "<?"), opening):
            end = after(">", opening)
            if tag and end is not None:
                yield True, tag[1] + name
        else:
            end = None
        if end is None:
            yield False, "<"
            end = opening + 1
        place = end
    yield False, html[place:]
