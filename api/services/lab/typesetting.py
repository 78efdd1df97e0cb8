"""From a typst layout and facts to a PDF: the same facts give the same bytes, and nothing tells what made it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, Literal

import font_hanken_grotesk
import msgspec
import typst

_LAYOUTS: Final = Path(__file__).parent / "layouts"
_FONTS: Final = Path(font_hanken_grotesk.__file__).parent / "files"
#: The only two places where the typesetter puts its name, in plain bytes (Info and XMP); the XMP toolkit is a third.
_MAKER: Final = re.compile(
    rb"(/Creator\()(Typst [0-9.]+)(\))|(<xmp:CreatorTool>)(Typst [0-9.]+)(<)|(x:xmptk=\")(xmp-writer)(\")"
)


def typeset(layout: str, facts: object, *, anonymous: bool = False, standard: Literal["ua-1"] | None = "ua-1") -> bytes:
    """A tagged PDF that says it follows PDF/UA-1. ``anonymous`` blanks the name of the typesetter.

    All text goes in as data: nothing that people typed is read as markup. It takes a tenth of a second or more: call it
    in a thread.
    """
    content = _compiler(layout, facts).compile(format="pdf", pdf_standards=[standard] if standard else [])
    if not isinstance(content, bytes):
        raise TypeError("a PDF is one file")
    return _MAKER.sub(_blank, content) if anonymous else content


def page_images(layout: str, facts: object) -> list[bytes]:
    """The pages as PNG, to look at before something is sent."""
    pages = _compiler(layout, facts).compile(format="png", ppi=90)
    return [pages] if isinstance(pages, bytes) else list(pages or [])


def _compiler(layout: str, facts: object) -> typst.Compiler:
    source, told = _LAYOUTS / f"{layout}.typ", msgspec.json.encode(facts).decode()
    return typst.Compiler(source, font_paths=[_FONTS], ignore_system_fonts=True, sys_inputs={"told": told})


def _blank(found: re.Match[bytes]) -> bytes:
    """As many blanks as the name had letters: the places of everything after it stay right."""
    before, name, after = (group for group in found.groups() if group is not None)
    return before + b" " * len(name) + after
