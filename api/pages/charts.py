"""Charts as SVG, drawn on the server (docs/decisions/0030): no script, no font and no picture from elsewhere.

Each chart is drawn twice, for a wide and for a narrow screen; the style sheet shows one of them. The same figures
always stand in a table beside it, so a chart is one picture with one sentence to whoever does not see it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Literal

import msgspec

from api.catalogue import Language

if TYPE_CHECKING:
    import altair

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
    # Half a second to import, and only whoever looks at a chart needs them.
    import altair as alt
    import vl_convert

    told = json.loads(facts)
    drawn = (_dots if told["kind"] == "dots" else _steps)(alt, told, narrow=width == _NARROW)
    if told["kind"] == "steps":
        drawn = drawn.properties(height=220)
    spec = (
        drawn.properties(width=width, autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))
        .configure(aria=False, background="transparent", font=_FONT, padding=4)
        .configure_axis(
            labelFontSize=14, titleFontSize=14, titleFontWeight="normal", labelColor=_INK, titleColor=_SOFT,
            labelLimit=95 if width == _NARROW else 220, gridColor=_LINE, domainColor=_SOFT, tickColor=_SOFT,
            titlePadding=8,
        )
        .configure_view(stroke=None)
        .to_dict()
    )  # fmt: skip
    svg = vl_convert.vegalite_to_svg(spec, allowed_base_urls=[], format_locale=_LOCALES[language])
    return _ROLES.sub("", svg).replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)


def _dots(alt: Any, told: dict[str, Any], *, narrow: bool) -> altair.LayerChart:
    scale = alt.Scale(domain=told["ends"], nice=False) if told["ends"] else alt.Scale(zero=False, nice=True)
    axis = alt.Axis(title=told["title"], tickCount=4 if narrow else 6)
    chart = alt.Chart(alt.InlineData(values=told["rows"])).encode(
        y=alt.Y("name:N", sort=None, title=None, axis=alt.Axis(grid=False, ticks=False, domain=False, labelPadding=8))
    )
    line = (
        chart.transform_filter("datum.low !== null")
        .mark_rule(strokeWidth=4, color=_WATER, opacity=0.45)
        .encode(x=alt.X("low:Q", scale=scale, axis=axis), x2="high:Q")
    )
    dot = (
        chart.transform_filter("!datum.bound")
        .mark_point(filled=True, size=110, color=_WATER, opacity=1)
        .encode(x=alt.X("value:Q", scale=scale, axis=axis))
    )
    bound = (
        chart.transform_filter("datum.bound")
        .mark_point(filled=False, size=110, color=_AMBER, strokeWidth=2.5, shape="diamond", opacity=1)
        .encode(x=alt.X("value:Q", scale=scale, axis=axis))
    )
    layers: altair.LayerChart = alt.layer(line, dot, bound).properties(height=alt.Step(30))
    return layers


def _steps(alt: Any, told: dict[str, Any], *, narrow: bool) -> altair.LayerChart:
    chart = alt.Chart(alt.InlineData(values=told["rows"])).encode(
        x=alt.X("name:N", sort=None, title=told["below"], axis=alt.Axis(labelAngle=-90 if narrow else 0, grid=False)),
        y=alt.Y(
            "value:Q",
            title=told["title"],
            scale=alt.Scale(domain=[0, 100]),
            axis=alt.Axis(tickCount=5, titleAngle=-90),
        ),
    )
    bars = chart.mark_bar(color=_WATER, opacity=0.9, width=alt.RelativeBandSize(band=0.72))
    above = chart.mark_text(dy=-9, fontSize=13, color=_INK).encode(text=alt.Text("value:Q", format=".0f"))
    layers: altair.LayerChart = alt.layer(bars, above)
    return layers
