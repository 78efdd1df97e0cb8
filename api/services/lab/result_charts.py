"""Two charts of a result as SVG: who was called back, and the difference by part of the sample.

No script, style or font from elsewhere; the same figures always stand in a table beside them. One drawing serves a page
of any width and the paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

import msgspec

_WIDTH: Final = 360
_INK, _SOFT, _WATER, _LIGHT, _LINE = "#14262c", "#46585e", "#0b5563", "#7ba6ae", "#d9d6cd"
_FONT: Final = 'font-family="Hanken Grotesk, Atkinson Hyperlegible Next Variable, sans-serif"'


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """A share from 0 to 1 and its words."""

    name: str
    share: float
    said: str


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """An estimate with its interval, each -1 to 1. ``whole``: of all pairs."""

    name: str
    estimate: float
    lower: float
    upper: float
    said: str
    whole: bool = False


def callback_bars(bars: Sequence[Bar]) -> str:
    """A bar for each applicant, on a scale from 0 to the next round share."""
    most = next(end for end in (0.1, 0.25, 0.5, 1.0) if end >= max(bar.share for bar in bars))
    pieces = []
    for place, bar in enumerate(bars):
        top = 8 + 56 * place
        fill = _WATER if place == 0 else _LIGHT
        pieces += [
            _text(8, top + 13, bar.name, _INK),
            f'<rect x="8" y="{top + 20}" width="340" height="18" fill="{_LINE}"/>',
            f'<rect x="8" y="{top + 20}" width="{340 * bar.share / most:.1f}" height="18" fill="{fill}"/>',
            _text(348, top + 13, bar.said, _INK, anchor="end"),
        ]
    bottom = 8 + 56 * len(bars)
    pieces += [
        _text(8, bottom + 2, "0 %", _SOFT),
        _text(348, bottom + 2, f"{100 * most:.0f} %", _SOFT, anchor="end"),
    ]
    return _svg(pieces, bottom + 10)


def forest(spans: Sequence[Span]) -> str:
    """A line for each part with its interval, the whole as a diamond, and where there is no difference."""
    low = min(-0.05, *(span.lower for span in spans))
    high = max(0.05, *(span.upper for span in spans))

    def across(value: float) -> float:
        """Where a difference stands on the page."""
        return 14 + 332 * (value - low) / (high - low)

    pieces = []
    bottom = 12 + 44 * len(spans)
    zero = across(0)
    for place, span in enumerate(spans):
        top = 8 + 44 * place
        middle, y = across(span.estimate), top + 26
        pieces += [
            # In pieces, so that it crosses no words.
            f'<line x1="{zero:.1f}" y1="{top + 17}" x2="{zero:.1f}" y2="{top + 42}" '
            f'stroke="{_SOFT}" stroke-dasharray="3 3"/>',
            _text(8, top + 12, span.name, _INK),
            _text(352, top + 12, span.said, _INK, anchor="end"),
            f'<line x1="{across(span.lower):.1f}" y1="{y}" x2="{across(span.upper):.1f}" y2="{y}" '
            f'stroke="{_WATER}" stroke-width="3"/>',
        ]
        if span.whole:
            pieces.append(f'<path d="M{middle - 7:.1f} {y}l7 -7l7 7l-7 7z" fill="{_WATER}"/>')
        else:
            pieces.append(f'<rect x="{middle - 5:.1f}" y="{y - 5}" width="10" height="10" fill="{_WATER}"/>')
    pieces.append(_text(zero, bottom + 16, "0", _SOFT, anchor="middle"))
    return _svg(pieces, bottom + 22)


def _text(x: float, y: float, said: str, fill: str, *, anchor: str = "start") -> str:
    return (
        f'<text x="{x:.1f}" y="{y}" {_FONT} font-size="13" fill="{fill}" text-anchor="{anchor}">{escape(said)}</text>'
    )


def _svg(pieces: Sequence[str], height: float) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height:.0f}" width="{_WIDTH * 1.4:.0f}" '
        f'aria-hidden="true" focusable="false">{"".join(pieces)}</svg>'
    )
