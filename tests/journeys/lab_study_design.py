"""The steps of a study before its first letter: protocol, registration, frame, profiles, plan."""

from __future__ import annotations

import datetime as dt
import re
import uuid

from playwright.async_api import Page, expect
from pypdf import PdfReader

from api.pages.lab.protocol_form import PARTS
from api.services.clock import CLOCK
from testing_lab.profiles.study_profiles import StudyProfiles
from testing_lab.protocol.document import Protocol
from testing_lab.protocol.gates import gates_of
from tests.database.lab.frame_files import a_csv, a_row
from tests.database.lab.test_profiles import ratings
from tests.journeys.lab_people import text_of, type_part, upload
from tests.journeys.lab_study import Study
from tests.journeys.people import look
from tests.pure.lab.drawing import some_profiles
from tests.pure.lab.protocol.examples import changed, example_protocol


def the_protocol(pairs: int) -> Protocol:
    """The example, with its days around today."""
    today = dt.datetime.now(CLOCK).date()
    # Enough for the whole and too little for a sector alone: the page must warn of that.
    more, less = (0.36, 0.07) if pairs < 100 else (0.12, 0.05)
    return changed(
        example_protocol(),
        {
            "sampling.pairs": pairs, "sampling.p_only_majority": more, "sampling.p_only_minority": less,
            "fieldwork.start": today.isoformat(), "fieldwork.end": (today + dt.timedelta(days=200)).isoformat(),
            "design.rerandomisation": [],
        },
    )  # fmt: skip


async def make(study: Study) -> None:
    page = study.page
    await page.goto("/studies/new")
    await study.press("Onderzoek maken")
    await look(page, "lab-02-new-study-fault")
    await page.get_by_label("Naam").fill("Stages in Utrecht 2027")
    await study.press("Onderzoek maken")
    study.home = page.url.split("?")[0]
    study.id = uuid.UUID(study.home.rsplit("/", 1)[1])
    for number in (1, 2, 3):
        await page.locator("[name=sign_in_name]").fill(f"coder-{number}")
        await page.locator("[name=task]").select_option("coder")
        await page.locator("form[action$=members] button").click()
    await look(page, "lab-03-study")


async def write(study: Study, protocol: Protocol) -> None:
    page = await study.go("/protocol")
    await look(page, "lab-04-protocol-empty")
    for part in PARTS:
        if part == "outcomes":
            await page.locator("button[name=usual]").click()
        await type_part(page, part, protocol)
        if part == "sampling":
            await page.locator("[name=sampling-p_both]").fill("veel")
            await study.press("Opslaan")
            await expect(page.locator("[name=sampling-p_both]")).to_have_value("veel")
            await look(page, "lab-04-protocol-fault")
            await type_part(page, part, protocol)
            await study.press("Opslaan")
            assert "kans" in await text_of(page, "section[aria-labelledby=size]")
            await expect(page.locator("section[aria-labelledby=size] .utrecht-alert--warning")).to_be_visible()
            await look(page, "lab-04-protocol-sampling")
        await study.press("Opslaan en verder")
        await expect(page.locator(".utrecht-alert--ok")).to_be_visible()


async def register(study: Study, protocol: Protocol) -> None:
    page = await study.go("/registration")
    await look(page, "lab-05-registration")
    for number, gate in enumerate(gates_of(protocol)):
        place = page.locator(f"#gate-{gate}")
        await place.locator("summary").click()
        if not number:
            await place.get_by_role("button", name="Gezien").click()
            await look(page, "lab-05-gate-fault")
        await place.locator("textarea").fill(f"Map 3, stuk {number + 1}")
        async with page.expect_navigation():  # a page that is half loaded has no textarea either
            await place.get_by_role("button", name="Gezien").click()
        await expect(place.locator("textarea")).to_have_count(0)
    await study.press("Plan registreren")
    await expect(page.locator("#registered")).to_be_visible()
    await look(page, "lab-06-registered")
    async with page.expect_download() as started:
        await page.locator("a[href$='protocol.pdf']").click()
    with (await (await started.value).path()).open("rb") as file:
        assert "Are internships open to all?" in PdfReader(file).pages[0].extract_text()
    for name in ("protocol.json", "osf.json"):
        answer = await page.request.get(f"{study.home}/registration/{name}")
        assert "Do applicants with a Moroccan name" in await answer.text()


async def import_frame(study: Study) -> None:
    page = await study.go("/frame")
    await look(page, "lab-07-frame-empty")
    rows = [a_row(one) for one in range(1, study.pairs + 11)] + [a_row(9999, postcode4="utrecht")]
    await page.locator("#field-file").set_input_files(upload("kader.csv", a_csv(rows)))
    await study.press("Toevoegen")
    await look(page, "lab-07-frame")
    await page.get_by_role("link", name=re.compile("afgewezen")).first.click()
    await look(page, "lab-07-frame-refused")
    assert "utrecht" in await text_of(page, "main")
    await study.go("/frame/blocked")
    await look(page, "lab-07-frame-blocked")


async def choose_profiles(study: Study) -> None:
    page = await study.go("/profiles")
    await look(page, "lab-08-profiles-empty")
    await _type_profiles(page, some_profiles())
    await study.press("Opslaan")
    await expect(page.locator(".utrecht-alert--ok").first).to_be_visible()
    await page.locator("[name=source]").fill("Eigen proef, mei 2027")
    await page.locator("#field-file").set_input_files(upload("proef.csv", ratings()))
    await study.press("Proef toevoegen")
    await expect(page.locator("section[aria-labelledby=pretest] tbody tr")).to_have_count(1)
    await look(page, "lab-08-profiles")


async def _type_profiles(page: Page, wanted: StudyProfiles) -> None:
    for names in wanted.names:
        for side, chosen in (("majority", names.majority), ("minority", names.minority)):
            for name in chosen:
                await page.locator(f"[name='names.{names.sex}.{side}'][value=\"{name}\"]").check()
    for word, value in wanted.words.items():
        await page.locator(f"[name='words.{word}']").fill(value)
    for place, sector in enumerate(("ICT", "care")):
        for word, value in wanted.sector_words[sector].items():
            if await page.locator(f"[name='sector.{place}.{word}']").count():
                await page.locator(f"[name='sector.{place}.{word}']").fill(value)
    for place, sender in enumerate(wanted.senders):
        await page.locator(f"[name='sender.{place}.phone']").fill(sender.phone)
        await page.locator(f"[name='sender.{place}.mailbox']").fill(sender.mailbox)


async def draw_plan(study: Study) -> None:
    page = await study.go("/plan")
    await page.locator("[name=most_per_day]").fill("veel")
    await study.press("Trek het plan")
    await expect(page.locator("[name=most_per_day]")).to_have_value("veel")
    await look(page, "lab-09-plan-fault")
    await page.locator("[name=most_per_day]").fill("120")
    await page.locator("[name=seed]").fill("2027-utrecht")
    await study.press("Trek het plan")
    await expect(page.locator("#seed")).to_be_visible()
    await page.locator("button[name=replay]").click()
    await expect(page.locator(".utrecht-alert--ok[role=status]").first).to_be_visible()
    await look(page, "lab-09-plan")
