"""What a person at a browser does and checks on every page: look, measure, go on."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from playwright.async_api import Page

ROOT = Path(__file__).resolve().parents[2]
ARTEFACTS = ROOT / "artefacts" / "journeys"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
#: The law asks WCAG 2.1 AA (EN 301 549); we hold 2.2 AA.
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SMALLEST_WIDTH = 320
DESKTOP = {"width": 1280, "height": 900}


@cache
def axe() -> str:
    """The source of axe."""
    if not AXE.is_file():
        raise FileNotFoundError("axe-core is not installed: run make setup")
    return AXE.read_text("utf-8")


async def look(page: Page, name: str, longest: int | None = None) -> None:
    """One page as it should be: accessible, no sideways scrolling at 320 px, and kept as a picture.

    ``longest``: of a page with a list, how many px it may be high at 320 px.
    """
    await accessible(page, name)
    await _keep(page, f"{name}-desktop")
    await page.set_viewport_size({"width": SMALLEST_WIDTH, "height": 640})
    # 200 % zoom of a small laptop (1280 px) is 640 px wide; 320 px is 400 %, the harder case of WCAG 1.4.10.
    assert await page.evaluate("document.documentElement.scrollWidth") <= SMALLEST_WIDTH, f"{name} scrolls sideways"
    if longest is not None:
        assert await page.evaluate("document.documentElement.scrollHeight") <= longest, f"{name} is too long"
    await accessible(page, f"{name} at 320 px")
    await _keep(page, f"{name}-320")
    await page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]  # a plain dict is what playwright takes


async def accessible(page: Page, name: str) -> None:
    if not await page.evaluate("typeof axe === 'object'"):
        await page.evaluate(axe())
    # Of rules that pass, axe then describes one node and not all: on a long page that is most of its time.
    found: dict[str, Any] = await page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})", WCAG
    )
    told = [
        f"{rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
    assert told == [], f"{name}:\n" + "\n".join(told)
    passed = {rule["id"] for rule in found["passes"]}
    assert {"color-contrast", "document-title", "html-has-lang"} <= passed, f"{name}: axe did not look (fonts missing?)"


async def _keep(page: Page, name: str) -> None:
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    await page.screenshot(path=ARTEFACTS / f"{name}.png", full_page=True)


def number_in(text: str) -> int:
    """The first whole number in a Dutch text: ``1.050 van de 1.200`` is 1050."""
    found = re.search(r"\d[\d.]*", text)
    assert found, text
    return int(found[0].replace(".", ""))
