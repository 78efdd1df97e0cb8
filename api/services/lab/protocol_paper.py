"""A paper: title, key facts, sections with paragraphs, tables and charts, and a footer on every page; to tagged PDF.

Theory of operation. The protocol and the report of a study are put together elsewhere as a :class:`Paper`; here it gets
pages. Headings become bookmarks and heading tags, the first row of a table is tagged as its header and comes back on
the next page, a chart has its words (PDF/UA-1 demands all of these). The same paper gives the same bytes, so that its
hash can be printed elsewhere.
"""

from __future__ import annotations

import re
from typing import Final, Literal

import msgspec
import typst

from api.catalogue import Language, text
from api.services.lab.typesetting import page_images, typeset

_FONT_FAMILY: Final = re.compile(r"font-family\s*([=:])\s*(\"[^\"]*\"|'[^']*'|[^;\"']+)")


class PaperTable(msgspec.Struct, frozen=True, kw_only=True):
    """A table. ``numeric``: columns, counted from 0, that are set at the right. A caption says what is counted."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()


class PaperChart(msgspec.Struct, frozen=True, kw_only=True):
    """A chart as SVG. ``alt`` says in words what it shows, for who does not see it."""

    caption: str
    svg: str
    alt: str


class PaperSection(msgspec.Struct, frozen=True, kw_only=True):
    """A heading and what stands under it; text alone is a paragraph. Level 3 is a section within the one before."""

    title: str
    parts: tuple[str | PaperTable | PaperChart, ...] = ()
    level: Literal[2, 3] = 2


class PaperFooter(msgspec.Struct, frozen=True, kw_only=True):
    """What every page says about where it comes from: the hash of the stored document, and its version."""

    sha256: str
    version: str


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """A document for people. ``facts``: terms with their values, in a table under the title."""

    title: str
    language: Language
    facts: tuple[tuple[str, str], ...] = ()
    sections: tuple[PaperSection, ...] = ()
    footer: PaperFooter


def paper_pdf(paper: Paper) -> bytes:
    """The paper as tagged PDF. Takes a tenth of a second and more for long ones: call it in a thread.

    It says that it follows PDF/UA-1, unless somebody typed a sign that no font here has (an emoji, Arabic script): then
    that sign is an empty box and the file claims nothing.

    Raises
    ------
    ValueError
        A table has a row of another length than its head, a chart has no words, or the first section is not of level 2:
        faults of the caller.
    """
    facts = paper_facts(paper)
    try:
        return typeset("paper", facts)
    except typst.TypstError as fault:
        if "could not be displayed" not in str(fault):
            raise
        return typeset("paper", facts, standard=None)


def paper_pages(paper: Paper) -> list[bytes]:
    """The pages as PNG, to look at."""
    return page_images("paper", paper_facts(paper))


def paper_facts(paper: Paper) -> dict[str, object]:
    """All that stands in the paper, as the layout takes it."""
    if not paper.title.strip():
        raise ValueError("a paper needs a title")
    if paper.sections and paper.sections[0].level != 2:
        raise ValueError("the first section of a paper is of level 2")
    footer = paper.footer
    return {
        "language": paper.language,
        "title": paper.title,
        "facts_head": [text(paper.language, "lab-paper-term"), text(paper.language, "lab-paper-value")],
        "facts": paper.facts,
        "table_label": text(paper.language, "lab-paper-table"),
        "chart_label": text(paper.language, "lab-paper-chart"),
        "sections": [
            {"title": section.title, "level": section.level, "parts": [_part(part) for part in section.parts]}
            for section in paper.sections
        ],
        "footer": [
            text(paper.language, "lab-paper-footer", title=paper.title, version=footer.version),
            text(paper.language, "lab-paper-hash", hash=footer.sha256),
        ],
    }


def _part(part: str | PaperTable | PaperChart) -> dict[str, object]:
    if isinstance(part, str):
        return {"kind": "paragraph", "text": part}
    if isinstance(part, PaperChart):
        if not part.alt.strip():
            raise ValueError("a chart needs words for who does not see it")
        return {"kind": "chart", "caption": part.caption, "alt": part.alt, "svg": _with_our_font(part.svg)}
    if not part.head or any(len(row) != len(part.head) for row in part.rows):
        raise ValueError("every row of a table is as long as its head")
    return {
        "kind": "table",
        "caption": part.caption,
        "head": part.head,
        "rows": part.rows,
        "align": ["right" if column in part.numeric else "left" for column in range(len(part.head))],
        "columns": [_width(part, column) for column in range(len(part.head))],
    }


def _width(table: PaperTable, column: int) -> int:
    """Columns share the page by their longest cell; no column gets less than a fifth of the widest."""
    longest = [max(len(row[at]) for row in (table.head, *table.rows)) for at in range(len(table.head))]
    return max(min(longest[column], 60), -(-min(max(longest), 60) // 5), 1)


def _with_our_font(svg: str) -> str:
    """Charts ask for fonts of a browser; what is not in the typesetter would be drawn without its words."""
    return _FONT_FAMILY.sub(
        lambda found: f'font-family{found[1]}"Hanken Grotesk"' if found[1] == "=" else "font-family:'Hanken Grotesk'",
        svg,
    )
