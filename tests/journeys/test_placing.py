"""A coordinator, from two spreadsheets to decided placements; and what others see."""

from __future__ import annotations

import asyncio
import csv
import io
import re
from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, Page, expect

from api.services.demo.files import write_files
from api.services.demo.school import draw
from tests.journeys.conftest import PASSWORD
from tests.journeys.people import look, number_in

pytestmark = pytest.mark.browser

REASON = "Deze student verhuist naar een andere stad."


async def sign_in(page: Page, name: str) -> None:
    await page.goto("/")
    await page.get_by_label("Gebruikersnaam").fill(name)
    await page.get_by_label("Wachtwoord").fill(PASSWORD)
    await page.get_by_role("button", name="Meld mij aan").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Rondes")


async def make_round(page: Page) -> None:
    await page.goto("/rounds/new")
    await page.get_by_label("Ronde", exact=True).fill("Voorjaar 2027")
    await page.get_by_label("Eerste dag").fill("2027-02-01")
    await page.get_by_label("Laatste dag").fill("2027-07-16")
    await page.get_by_role("button", name="Maak de ronde").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Voorjaar 2027")


async def choose_file(page: Page, path: Path) -> None:
    await page.get_by_label("Bestand", exact=True).set_input_files(path)
    await page.get_by_role("button", name="Controleer het bestand").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text(path.name)


async def bring_in(page: Page, path: Path) -> None:
    await choose_file(page, path)
    await page.get_by_role("button", name=re.compile(r"^Lees [\d.]+ rijen in")).click()
    await expect(page.get_by_role("heading", name=re.compile("^Ingelezen"))).to_be_visible()
    await page.get_by_role("link", name="Ga naar de ronde").click()


async def download(page: Page, name: str) -> bytes:
    async with page.expect_download() as promised:
        await page.get_by_role("link", name=name).first.click()
    return await asyncio.to_thread(Path(await (await promised.value).path()).read_bytes)


async def test_from_two_spreadsheets_to_decided_placements(visitor: BrowserContext, tmp_path: Path) -> None:
    school = draw()
    files = {path.name: path for path in write_files(school, tmp_path)}
    page = await visitor.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))

    await page.goto("/sign-in")
    await look(page, "01-sign-in")
    await page.get_by_label("Gebruikersnaam").fill("coordinator")
    await page.get_by_label("Wachtwoord").fill("niet goed")
    await page.get_by_role("button", name="Meld mij aan").click()
    await expect(page.get_by_role("alert")).to_contain_text("klopt niet")
    assert any("401" in said for said in complaints), "the browser notes the refused sign-in"
    complaints.clear()
    await look(page, "02-sign-in-refused")
    await sign_in(page, "coordinator")
    await look(page, "03-rounds-empty")

    await page.get_by_role("link", name="Maak een ronde").click()
    await page.get_by_role("button", name="Maak de ronde").click()
    await expect(page.get_by_role("alert")).to_be_focused()
    complaints.clear()
    await look(page, "04-new-round-refused")
    await make_round(page)
    await look(page, "05-round-empty")

    await page.get_by_role("link", name="Lees het aanbod in").click()
    await look(page, "06-imports")
    await bring_in(page, files["offers.csv"])
    await page.get_by_role("link", name="Lees de studenten in").click()
    await choose_file(page, files["students-forbidden-column.csv"])
    await expect(page.get_by_role("heading", name="Dit bestand kan zo niet")).to_be_visible()
    await expect(page.get_by_role("cell", name="nationaliteit", exact=True)).to_be_visible()
    await look(page, "07-import-forbidden")
    await page.get_by_role("link", name="Kies een ander bestand").click()
    await choose_file(page, files["students-with-mistakes.csv"])
    await look(page, "08-import-faults")
    rejected = await download(page, "Download deze rijen (CSV)")
    assert len(rejected.splitlines()) > 5
    await page.get_by_role("button", name="Lees dit bestand niet in").click()
    await expect(page.get_by_role("heading", name="U hebt dit bestand niet ingelezen")).to_be_visible()
    await page.get_by_role("link", name="Kies een ander bestand").click()
    await bring_in(page, files["students.xlsx"])
    await look(page, "09-round-ready")

    await page.get_by_role("link", name="Studenten", exact=True).click()
    await look(page, "10-students")
    number = school.students[0]["student_number"]
    await page.get_by_label("Zoek op naam of nummer").fill(number)
    await expect(page.locator("#list [data-announce]")).to_contain_text("1 student.")
    await expect(page.locator("#announcer")).to_contain_text("1 student.")
    assert f"search={number}" in page.url
    await page.locator("#list tbody a").first.click()
    await look(page, "11-student")
    await page.get_by_role("link", name="Aanbod", exact=True).click()
    await look(page, "12-offers")

    await page.get_by_role("link", name="Matchings", exact=True).click()
    await look(page, "13-runs-empty")
    await page.get_by_role("link", name="Start een matching").click()
    await page.get_by_label("Korte reis").fill("300")
    await expect(page.locator("#fault-utility")).to_contain_text("Haal er 50 punten af.")
    await expect(page.get_by_label("Korte reis")).to_be_focused()
    await page.get_by_label("Korte reis").fill("250")
    await expect(page.locator("#live-weights")).to_contain_text("Dat klopt.")
    await page.get_by_role("button", name="Voeg toe Eerst wie het slechtst af is").press("Enter")
    await page.get_by_role("button", name="Omhoog Eerst wie het slechtst af is").press("Enter")
    await expect(page.locator("#announcer")).to_contain_text("is nu doel 2 van 3")
    await expect(page.get_by_role("button", name="Omhoog Eerst wie het slechtst af is")).to_be_focused()
    assert complaints == []
    await look(page, "14-new-run")
    await page.get_by_role("button", name="Haal weg Eerst wie het slechtst af is").press("Enter")
    await expect(page.locator("#announcer")).to_contain_text("doet niet meer mee")
    complaints.clear()  # axe leaves empty styles behind, which the next swap copies and the browser refuses
    await page.get_by_role("button", name="Start de matching").click()
    await page.get_by_role("button", name="Stop de matching").click()
    await expect(page.get_by_role("heading", name="U hebt deze matching gestopt")).to_be_visible()
    await look(page, "14-run-cancelled")
    await page.get_by_role("link", name="Start een nieuwe matching").click()
    await page.get_by_role("button", name="Start de matching").click()
    title = page.get_by_role("heading", level=1)
    await expect(title).to_contain_text("krijgen een voorstel", timeout=300_000)
    placed = number_in(await title.inner_text())
    assert 900 < placed <= len(school.students)
    await expect(page.get_by_text("Bewezen", exact=True).first).to_be_visible()
    await look(page, "15-result", longest=9_500)
    await page.get_by_role("link", name="Hoe eerlijk is dit?").click()
    await expect(page.get_by_role("img").first).to_be_visible()
    await look(page, "15-fairness")
    await page.get_by_role("link", name="Terug naar de matching").click()
    result = page.url.split("?")[0]

    await page.get_by_label("Plek", exact=True).select_option("no")
    await expect(page.locator("#list [data-announce]")).to_contain_text(f"{len(school.students) - placed} student")
    await page.get_by_role("link", name="Lotnummer").press("Enter")
    await expect(page.get_by_role("columnheader", name="Lotnummer")).to_have_attribute("aria-sort", "ascending")
    await expect(page.get_by_role("link", name="Lotnummer")).to_be_focused()
    await page.get_by_label("Besluit", exact=True).select_option("no")
    await expect(page).to_have_url(re.compile(r"placed=no.*sort=lot_number"))
    await page.locator("#list tbody a").first.click()
    await expect(page.get_by_role("heading", name="Waarom geen plek?")).to_be_visible()
    await look(page, "16-outcome-unplaced")

    await page.goto(f"{result}?placed=yes&sort=lot_number")
    await page.locator("#list tbody a").first.click()
    await expect(page.get_by_role("heading", name="Waarom deze plek?")).to_be_visible()
    assert 1 <= await page.locator(".sk-lines li").count() <= 5
    await look(page, "17-outcome")
    await page.get_by_role("button", name="Leg mijn keuze vast").click()
    await expect(page.get_by_role("alert")).to_be_visible()
    complaints.clear()
    await look(page, "18-override-refused")
    await page.get_by_label("Andere plek").select_option("none")
    await page.get_by_label("Waarom kiest u anders?").fill(REASON)
    await page.get_by_role("button", name="Leg mijn keuze vast").click()
    await expect(page.get_by_role("heading", name="Er is anders gekozen")).to_be_visible()
    await expect(page.get_by_text(REASON)).to_be_visible()
    await look(page, "19-overridden")

    await page.goto(f"{result}?placed=yes&decided=no&sort=lot_number")
    await page.locator("#list tbody a").first.click()
    await page.get_by_role("button", name="Accepteer dit voorstel").click()
    await expect(page.get_by_role("status")).to_contain_text("geaccepteerd")

    await page.goto(result)
    await page.get_by_role("link", name=re.compile("voorstellen moet u zelf controleren")).click()
    await page.locator("#list tbody a").first.click()
    await page.get_by_role("button", name="Accepteer dit voorstel").click()
    await page.get_by_role("link", name="Controleer het volgende voorstel").click()
    await expect(page.get_by_text("Let op: controleer de erkenning")).to_be_visible()
    await expect(page.get_by_role("button", name="Accepteer dit voorstel")).to_be_visible()

    await page.goto(result)
    await page.get_by_role("link", name="Bekijk de steekproef").click()
    await look(page, "20-sample")
    await page.get_by_role("link", name="Bekijk het volgende voorstel").click()
    while await page.get_by_role("button", name="Ik heb dit bekeken").count():
        await page.get_by_role("button", name="Ik heb dit bekeken").click()
    await look(page, "21-sample-complete")
    await page.get_by_role("button", name=re.compile("^Accepteer deze")).click()
    await expect(page.get_by_role("status")).to_contain_text("De voorstellen zijn geaccepteerd.")
    await look(page, "22-decided")

    exported = (await download(page, "Download CSV")).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(exported), delimiter=";"))
    assert len(rows) == len(school.students) + 1
    assert any(REASON in row for row in rows)
    assert (await download(page, "Download Excel"))[:2] == b"PK"

    await page.get_by_role("button", name="English").click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text("students get a proposal")
    await look(page, "23-result-english")
    await page.get_by_role("link", name="Coordinator").click()
    await expect(page.get_by_role("heading", name="Sign in in two steps")).to_be_visible()
    await look(page, "24-account")
    await page.get_by_role("button", name="Sign out").click()
    await expect(page.get_by_role("status")).to_have_text("You have signed out.")
    assert complaints == []


async def test_without_javascript_and_by_keyboard(visitor: BrowserContext, tmp_path: Path) -> None:
    school = draw()
    files = {path.name: path for path in write_files(school, tmp_path)}
    plain = await visitor.browser.new_context(  # type: ignore[union-attr]  # the context was made by a browser
        base_url="/".join((await _address(visitor)).split("/")[:3]), java_script_enabled=False, locale="nl-NL"
    )
    page = await plain.new_page()
    await page.goto("/sign-in")
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="Ga naar de inhoud")).to_be_focused()
    await page.get_by_label("Gebruikersnaam").focus()
    await page.keyboard.type("coordinator")
    await page.keyboard.press("Tab")
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Rondes")
    await make_round(page)
    await page.get_by_role("link", name="Lees het aanbod in").click()
    await bring_in(page, files["offers.csv"])
    await page.get_by_role("link", name="Lees de studenten in").click()
    await bring_in(page, files["students.csv"])
    await page.get_by_role("link", name="Bereid de matching voor").click()
    await page.get_by_role("button", name="Haal weg Tevredenheid").click()
    await expect(page.get_by_text("doet niet meer mee.")).to_be_visible()
    await page.get_by_role("button", name="Voeg toe Tevredenheid").click()
    await page.get_by_role("button", name="Start de matching").click()
    for _ in range(60):
        if not await page.get_by_role("link", name="Ververs deze pagina").count():
            break
        await page.wait_for_timeout(1000)
        await page.get_by_role("link", name="Ververs deze pagina").click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text("krijgen een voorstel")
    await page.get_by_label("Plek", exact=True).select_option("no")
    await page.get_by_role("button", name="Toon resultaten").click()
    assert "placed=no" in page.url
    await page.get_by_role("link", name="Lotnummer").click()
    await expect(page.get_by_role("columnheader", name="Lotnummer")).to_have_attribute("aria-sort", "ascending")
    await plain.close()


async def test_the_service_point_sees_offers_and_no_students(visitor: BrowserContext) -> None:
    page = await visitor.new_page()
    await sign_in(page, "servicepunt")
    await look(page, "30-service-point")
    refused = await page.goto("/rounds/new")
    assert refused is not None
    assert refused.status == 403
    await look(page, "31-not-allowed")
    missing = await page.goto("/nergens")
    assert missing is not None
    assert missing.status == 404
    await look(page, "32-not-found")


async def _address(context: BrowserContext) -> str:
    page = await context.new_page()
    await page.goto("/sign-in")
    return page.url
