"""A coordinator asks what if, sees for whom it matters, and compares two runs."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import BrowserContext, expect

from api.services.pool import Pool
from tests.database.a_round import a_drawn_round
from tests.journeys.people import look, number_in
from tests.journeys.test_placing import sign_in

pytestmark = pytest.mark.browser


async def test_what_if_two_places_more(visitor: BrowserContext, pool: Pool) -> None:
    round_id = await a_drawn_round(pool, 80, 60)
    page = await visitor.new_page()
    await sign_in(page, "coordinator")
    await page.goto(f"/rounds/{round_id}/compare")
    await expect(page.get_by_role("heading", name="Er valt nog niets te vergelijken")).to_be_visible()
    await look(page, "compare-empty")

    await page.goto(f"/rounds/{round_id}/runs/new")
    await page.get_by_role("button", name="Start").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("krijgen een voorstel"), timeout=300_000)
    placed = number_in(await page.get_by_role("heading", level=1).inner_text())
    await page.get_by_role("link", name="Wat als…?").click()
    await page.get_by_role("button", name="Bereken dit", exact=True).click()
    await expect(page.get_by_role("alert")).to_contain_text("minstens één ding")
    await look(page, "what-if-refused")
    await page.get_by_label("Nummer van het aanbod").first.fill("O1")
    await page.get_by_label("Plekken erbij").first.fill("2")
    await page.get_by_role("button", name="Bereken dit", exact=True).click()

    # The page follows the run, and ends beside the run that it was asked of.
    await expect(page.get_by_role("heading", name="Dit is een wat-als: hierover besluit u niet")).to_be_visible(
        timeout=300_000
    )
    await expect(page.get_by_text("2 plekken erbij bij O1")).to_be_visible()
    await look(page, "compare-what-if")
    gained = page.locator("dl.sk-counts div").filter(has_text="Gaan erop vooruit").locator("dd")
    assert number_in(await gained.inner_text()) >= 2
    await page.get_by_label("Wat verandert er").select_option("got_place")
    await expect(page.locator("#list").get_by_text(re.compile(r"^2 studenten"))).to_be_visible()
    await page.locator("#list tbody tr").first.get_by_role("link").last.click()
    await expect(page.get_by_text("Hierover kunt u niet besluiten")).to_be_visible()
    assert await page.get_by_role("button", name="Accepteer").count() == 0
    await look(page, "what-if-outcome")

    await page.get_by_role("link", name="Terug naar de vergelijking").click()
    await page.get_by_role("link", name="Stel een andere vraag").click()
    row = page.locator("table tbody tr").last
    assert number_in(await row.locator("td").nth(1).inner_text()) == placed + 2
    await look(page, "what-if")
    await page.goto(f"/rounds/{round_id}/runs")
    await expect(page.get_by_text("Wat-als", exact=True)).to_be_visible()
    await page.get_by_role("link", name="Vergelijk matchings").click()
    await look(page, "compare-choice")
    await page.get_by_role("button", name="Vergelijk", exact=True).click()
    await expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("verandert er iets"))
