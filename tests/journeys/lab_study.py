"""A study in a browser, as the steps of the journey pass it on."""

from __future__ import annotations

import uuid

from playwright.async_api import Browser, BrowserContext, Page

from api.services.pool import Pool
from tests.journeys.conftest import PATIENCE
from tests.journeys.people import DESKTOP


class Study:
    """One study in one browser."""

    def __init__(self, page: Page, pool: Pool, pairs: int) -> None:
        self.page, self.pool, self.pairs = page, pool, pairs
        self.id, self.home = uuid.UUID(int=0), ""

    async def go(self, path: str = "") -> Page:
        """A page of the study."""
        await self.page.goto(self.home + path)
        return self.page

    async def press(self, name: str) -> None:
        """A button of the page."""
        await self.page.get_by_role("button", name=name, exact=True).first.click()


async def new_context(browser: Browser, address: str, *, scripts: bool = True) -> BrowserContext:
    context = await browser.new_context(
        base_url=address,
        locale="nl-NL",
        viewport=DESKTOP,
        java_script_enabled=scripts,  # type: ignore[arg-type]  # a plain dict is what playwright takes
    )
    context.set_default_timeout(PATIENCE)
    return context
