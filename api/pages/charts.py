"""Charts as SVG, drawn on the server (docs/decisions/0030): no script, no font and no picture from elsewhere.

Each chart is drawn twice, for a wide and for a narrow screen; the style sheet shows one of them. The same figures
always stand in a table beside it, so a chart is one picture with one sentence to whoever does not see it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final, Literal

import msgspec

from api.catalogue import Language

_WIDE: Final = 640
_NARROW: Final = 270
#: Colours of theme.css that stand out 3 : 1 from the paper, and text 4.5 : 1.
_INK, _SOFT, _WATER, _AMBER, _LINE = "#14262c", "#46585e", "#0b5563", "#8a5a00", "#d9d6cd"
_FONT: Final = "Atkinson Hyperlegible Next Variable, system-ui, sans-serif"
#: A chart with more rows than this would be longer than its table is clear.
MOST_ROWS: Final = 40
_ROLES: Final = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')
_LOCALES: Final[dict[Language, Literal["nl-NL", "en-GB"]]] = {"nl": "nl-NL", "en": "en-GB"}


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """A picture for wide and one for narrow screens (SVG), and what it shows in a sentence."""

    wide: str
    narrow: str
    label: str


class Dot(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a chart of dots. Without ``low`` and ``high`` there is no line; ``bound``: the value is only a bound."""

    name: str
    value: float
    low: float | None = None
    high: float | None = None
    bound: bool = False


def dots(
    rows: Sequence[Dot], language: Language, *, title: str, label: str, ends: tuple[float, float] | None = None
) -> Chart | None:
    """A dot with a line for each row, on one scale (``ends``); None where there is nothing to draw, or too much."""
    if not rows or len(rows) > MOST_ROWS:
        return None
    told = [{**msgspec.structs.asdict(row), "low": row.low, "high": row.high} for row in rows]
    return _chart({"kind": "dots", "rows": told, "title": title, "ends": ends}, language, label)


def steps(rows: Sequence[tuple[str, float]], language: Language, *, title: str, below: str, label: str) -> Chart | None:
    """A percentage that only rises, over the given places; None where there are none."""
    if not rows:
        return None
    told = [{"name": name, "value": value} for name, value in rows]
    return _chart({"kind": "steps", "rows": told, "title": title, "below": below}, language, label)


def _chart(facts: dict[str, Any], language: Language, label: str) -> Chart:
    key = json.dumps(facts, sort_keys=True)
    return Chart(wide=_svg(key, language, _WIDE), narrow=_svg(key, language, _NARROW), label=label)


@lru_cache(maxsize=256)
def _svg(facts: str, language: Language, width: int) -> str:
    # It starts an engine of its own: only whoever looks at a chart needs that.
    import vl_convert

    told = json.loads(facts)
    narrow = width == _NARROW
    spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "data": {"values": told["rows"]},
        "width": width,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "padding": {"left": 14, "right": 8, "top": 4, "bottom": 4},  # our own font is wider than the one it measures
        "background": "transparent",
        "config": {"aria": False, "font": _FONT, "view": {"stroke": None}, "axis": _axis(narrow=narrow)},
        **(_dots(told, narrow=narrow) if told["kind"] == "dots" else _steps(told, narrow=narrow)),
    }
    svg = vl_convert.vegalite_to_svg(spec, allowed_base_urls=[], format_locale=_LOCALES[language])
    return _ROLES.sub("", svg).replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)


def _axis(*, narrow: bool) -> dict[str, Any]:
    return {
        "labelFontSize": 14, "titleFontSize": 14, "titleFontWeight": "normal", "titlePadding": 8,
        "labelColor": _INK, "titleColor": _SOFT, "gridColor": _LINE, "domainColor": _SOFT, "tickColor": _SOFT,
        "labelLimit": 90 if narrow else 200,
    }  # fmt: skip


def _dots(told: dict[str, Any], *, narrow: bool) -> dict[str, Any]:
    scale = {"domain": told["ends"], "nice": False} if told["ends"] else {"zero": False, "nice": True}
    axis = {"title": told["title"], "tickCount": 4 if narrow else 6}
    if narrow and told["ends"]:  # five steps would run into each other beside long names
        axis["values"] = [told["ends"][0], sum(told["ends"]) / 2, told["ends"][1]]
    across = {"type": "quantitative", "scale": scale, "axis": axis}
    value = {"x": {"field": "value", **across}}
    point = {"type": "point", "size": 110, "opacity": 1}
    return {
        "height": {"step": 30},
        "encoding": {
            "y": {
                "field": "name", "type": "nominal", "sort": [row["name"] for row in told["rows"]], "title": None,
                "axis": {"grid": False, "ticks": False, "domain": False, "labelPadding": 8},
            }
        },
        "layer": [
            {
                "transform": [{"filter": "datum.low !== null"}],
                "mark": {"type": "rule", "strokeWidth": 4, "color": _WATER, "opacity": 0.45},
                "encoding": {"x": {"field": "low", **across}, "x2": {"field": "high"}},
            },
            {
                "transform": [{"filter": "!datum.bound"}],
                "mark": {**point, "filled": True, "color": _WATER},
                "encoding": value,
            },
            {
                "transform": [{"filter": "datum.bound"}],
                "mark": {**point, "filled": False, "color": _AMBER, "strokeWidth": 2.5, "shape": "diamond"},
                "encoding": value,
            },
        ],
    }  # fmt: skip


def _steps(told: dict[str, Any], *, narrow: bool) -> dict[str, Any]:
    return {
        "height": 220,
        "encoding": {
            "x": {
                "field": "name", "type": "nominal", "sort": None, "title": told["below"],
                "axis": {"labelAngle": -90 if narrow else 0, "grid": False},
            },
            "y": {
                "field": "value", "type": "quantitative", "title": told["title"], "scale": {"domain": [0, 100]},
                "axis": {"tickCount": 5, "titleAngle": -90},
            },
        },
        "layer": [
            {"mark": {"type": "bar", "color": _WATER, "opacity": 0.9, "width": {"band": 0.72}}},
            {
                "mark": {"type": "text", "dy": -9, "fontSize": 13, "color": _INK},
                "encoding": {"text": {"field": "value", "type": "quantitative", "format": ".0f"}},
            },
        ],
    }  # fmt: skip
