"""Every page of the lab, in every state that has a sample, in both languages: accessible, and no wider than a phone.

``tests/pages/test_contexts.py`` holds that each page of the application has its samples; here a browser opens them all,
with the real styles and scripts and without a server.
"""

from __future__ import annotations

import mimetypes
from collections.abc import AsyncIterator, Iterable
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Browser, Page, Route

from api.catalogue import Language
from tests.journeys.people import DESKTOP, ROOT, SMALLEST_WIDTH, accessible, axe
from tests.pages.samples_lab import LAB_SAMPLES
from tests.pages.test_contexts import render

pytestmark = pytest.mark.browser
_ADDRESS = "http://lab.test"


@pytest.fixture
async def page(browser: Browser) -> AsyncIterator[Page]:
    """A page whose addresses are ``/<language>/<name of a sample>``."""
    context = await browser.new_context(viewport=DESKTOP)  # type: ignore[arg-type]  # a plain dict is what playwright takes
    await context.route("**/*", _answer)
    await context.add_init_script(axe())
    yield await context.new_page()
    await context.close()


async def _answer(route: Route) -> None:
    path = urlsplit(route.request.url).path
    if path.startswith("/static/"):
        file = ROOT / "api" / path[1:]
        await route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file.name)[0])
        return
    _, language, name = path.split("/")
    await route.fulfill(body=render(name, "nl" if language == "nl" else "en"), content_type="text/html; charset=utf-8")


async def _look_at(page: Page, language: Language, names: Iterable[str], *widths: int) -> None:
    for width in widths:
        await page.set_viewport_size({"width": width, "height": 900})
        for name in names:
            await page.goto(f"{_ADDRESS}/{language}/{name}")
            assert await page.evaluate("document.documentElement.scrollWidth") <= width, f"{name} scrolls sideways"
            await accessible(page, f"{name}, {language}, {width} px")


async def test_each_page_is_accessible_and_fits_a_phone(page: Page) -> None:
    """One sample of each page, in English: Dutch is looked at by the journeys."""
    first = {sample.template: name for name, sample in reversed(LAB_SAMPLES.items())}
    await _look_at(page, "en", first.values(), SMALLEST_WIDTH)


@pytest.mark.evidence
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_every_state_of_every_page_is_accessible_and_fits_a_phone(page: Page, language: Language) -> None:
    await _look_at(page, language, LAB_SAMPLES, DESKTOP["width"], SMALLEST_WIDTH)
