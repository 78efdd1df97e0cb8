"""A coordinator and a visitor: a lottery from commitment to a recomputed lot, on real pages."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Browser, BrowserContext, expect

from api.services.pool import Pool
from tests.database.a_round import a_drawn_round
from tests.journeys.people import DESKTOP, look
from tests.journeys.test_placing import download, sign_in

pytestmark = pytest.mark.browser


async def test_from_commitment_to_a_recomputed_lot(
    visitor: BrowserContext, browser: Browser, address: str, pool: Pool
) -> None:
    round_id = await a_drawn_round(pool, 24, 16)
    page = await visitor.new_page()
    await sign_in(page, "coordinator")
    await page.goto(f"/rounds/{round_id}/lottery")
    await look(page, "lottery-1-none")
    await page.get_by_label("Eigen geheim").fill("kort")
    await page.get_by_role("button", name="Leg vast").click()
    await expect(page.get_by_role("alert")).to_contain_text("Gebruik 8 tot 100 tekens")
    await look(page, "lottery-2-refused")
    await page.get_by_label("Eigen geheim").fill("")
    await page.get_by_role("button", name="Leg vast").click()
    await expect(page.get_by_role("status")).to_contain_text("De loting ligt vast")
    await look(page, "lottery-3-committed")

    somebody = await (await browser.new_context(base_url=address, locale="nl-NL", viewport=DESKTOP)).new_page()  # type: ignore[arg-type]  # a plain dict is what playwright takes
    await somebody.goto(f"/lottery/{round_id}")
    await expect(somebody.get_by_text("Nog geheim", exact=True)).to_be_visible()
    commitment = await somebody.get_by_text(re.compile("^[0-9a-f]{64}$")).first.inner_text()
    await look(somebody, "lottery-4-public-sealed")

    await page.get_by_label("Openbare getallen of tekst").fill("7 12 19 23 40 44")
    await page.get_by_label("Waar komt dit vandaan?").fill("Trekking van de loterij van 10 februari 2027")
    await page.get_by_label("Naam van de getuige").fill("A. de Wit, notaris")
    await page.get_by_role("button", name="Leg deze getallen vast").click()
    await look(page, "lottery-5-witnessed")
    await page.get_by_role("link", name="Naar de matching").click()
    await expect(page.get_by_text("De loting van deze ronde ligt vast.")).to_be_visible()
    await look(page, "lottery-6-new-run")
    await page.get_by_role("button", name="Start de matching").click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text("van de 24", timeout=300_000)
    await page.get_by_text("Hoe dit te controleren is").click()
    await expect(page.locator("dd").get_by_text(f"sha256:{commitment}")).to_be_visible()
    await look(page, "lottery-7-result-sealed")
    await page.get_by_role("link", name="Bekijk de vastgelegde loting").click()
    await look(page, "lottery-8-used")
    await page.get_by_role("button", name="Maak openbaar").click()
    await expect(page.get_by_role("status")).to_contain_text("Het geheim is openbaar")
    await look(page, "lottery-9-revealed")
    await page.get_by_role("link", name="Bekijk het verslag").click()
    await expect(page.get_by_text("Het startgetal geeft precies deze lotnummers")).to_be_visible()
    await expect(page.get_by_role("row")).to_have_count(25)
    await look(page, "lottery-10-record")
    assert (await download(page, "Bewaar als PDF")).startswith(b"%PDF")

    await somebody.reload()
    await somebody.get_by_label("Studentnummer").fill("s7")
    await somebody.get_by_role("button", name="Reken na").click()
    await expect(somebody.get_by_role("status")).to_contain_text("Het lot van s7")
    assert "s7" not in somebody.url
    await look(somebody, "lottery-11-public-ticket")
    await somebody.context.close()

    await page.goto(f"/rounds/{round_id}/lottery")
    await page.get_by_text("Toch een andere loting").click()
    await page.get_by_label("Waarom een andere loting?").fill("De verkeerde ronde was gekozen.")
    await page.get_by_role("button", name="Vervang de loting").click()
    await expect(page.get_by_text("De verkeerde ronde was gekozen.")).to_be_visible()
    await look(page, "lottery-12-replaced")
