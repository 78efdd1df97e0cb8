"""The service point: a call, the offer by keyboard alone, live; and a wish that the law forbids."""

from __future__ import annotations

from playwright.async_api import BrowserContext, Page, expect

from tests.journeys.conftest import PASSWORD
from tests.journeys.people import look


async def sign_in(page: Page, name: str) -> None:
    await page.goto("/sign-in")
    await page.get_by_label("Gebruikersnaam").fill(name)
    await page.get_by_label("Wachtwoord").fill(PASSWORD)
    await page.get_by_role("button", name="Meld mij aan").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Rondes")


async def fill_in(page: Page, *typed: str) -> None:
    """Type in one field after another; an empty text leaves the field as it is."""
    for words in typed:
        if words:
            await page.keyboard.type(words)
        await page.keyboard.press("Tab")


async def test_a_call_becomes_a_live_offer_by_keyboard(visitor: BrowserContext) -> None:
    page = await visitor.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    await sign_in(page, "servicepunt")
    await page.get_by_role("link", name="Aanbod en bedrijven").click()
    await look(page, "40-register-empty")
    await page.get_by_role("link", name="Nieuw aanbod").press("Enter")
    await expect(page.locator("#field-company")).to_be_focused()
    await fill_in(page, "Bistro Bosuil", "Hilversum", "1211", "R. de Wit", "035 123 45 67")
    await fill_in(page, "", "", "Kok in opleiding", "25180", "De chef-kok", "2,5")
    await expect(page.get_by_label("Uren begeleiding per week")).to_have_value("2,5")
    await look(page, "41-register-new")
    await page.get_by_label("Uren begeleiding per week").press("Enter")
    await expect(page.get_by_role("status")).to_contain_text("Het aanbod is bewaard.")
    await page.get_by_role("button", name="Zet op gecontroleerd").press("Enter")
    await page.get_by_role("button", name="Zet open", exact=True).press("Enter")
    await expect(page.get_by_text("Het aanbod is open.")).to_be_visible()
    await look(page, "42-register-offer")

    await page.goto("/register/new")
    await page.locator("#field-company").press_sequentially("Bis")
    await expect(page.locator("#company-list option")).to_have_attribute("value", "Bistro Bosuil (1211 Hilversum)")
    await page.locator("#field-company").press("Enter")
    await expect(page.get_by_role("alert")).to_be_focused()
    await look(page, "43-register-new-refused")
    await page.goto("/register")
    await look(page, "44-register")
    await page.get_by_role("link", name="Bistro Bosuil").click()
    await page.get_by_role("link", name="Wijzig het aanbod").click()
    await look(page, "45-register-edit")
    await page.get_by_role("link", name="Ga terug").click()
    await page.get_by_role("link", name="Bistro Bosuil").click()
    await look(page, "46-register-company")
    await page.get_by_role("link", name="Verzoek dat niet mag", exact=True).click()
    await look(page, "47-register-case-new")
    await page.get_by_label("Waar ging het verzoek over?").select_option("Leeftijd")
    await page.get_by_label("Wat vroeg het bedrijf?").fill("Liever niemand boven de twintig.")
    await page.get_by_role("button", name="Leg vast en blokkeer").click()
    await expect(page.get_by_role("status")).to_contain_text("Het aanbod is geblokkeerd.")
    await look(page, "48-register-case")
    await page.get_by_role("link", name="Vandaag").click()
    await look(page, "49-register-today-empty")
    assert complaints == []
