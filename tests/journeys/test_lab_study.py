"""A paired study entirely through the pages of the lab, from protocol to PDF, in a simulated field.

Two things happen beside the pages. The field is simulated: it knows what each company thinks, and reads the addresses
and the traits from the database to answer as companies would. And time passes: once the plan stands, its due times are
moved back so far that every letter has had its answer. Forms of which there are hundreds are sent by hand a few times,
and then from the same page by ``fetch``.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import uuid
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

from api.pages.lab.protocol_form import PARTS
from api.services.clock import CLOCK
from api.services.pool import Pool
from testing_lab.profiles.study_profiles import StudyProfiles
from testing_lab.protocol.document import Protocol
from testing_lab.protocol.gates import gates_of
from tests.database.lab.frame_files import a_csv, a_row
from tests.database.lab.test_profiles import ratings
from tests.journeys.lab_people import post_all, sign_in, text_of, type_part, upload
from tests.journeys.people import DESKTOP, look
from tests.journeys.simulated_field import Letter, letters_in, mailbox, truth_of
from tests.pure.lab.drawing import some_profiles
from tests.pure.lab.protocol.examples import changed, example_protocol

pytestmark = pytest.mark.browser
#: Reads on until nothing is left; every so many-th letter it says something else than its text.
_CODE_ALL = """
async ([address, wrong]) => {
  let page = document, done = 0;
  for (;;) {
    const form = page.querySelector('form[data-number-keys]');
    if (!form) return done;
    const text = page.querySelector('.sk-reply').textContent;
    const right = text.includes('gesprek') ? 'invited' : 'refused';
    done += 1;
    const body = new URLSearchParams(new FormData(form));
    body.set('outcome', wrong && done % wrong === 0 ? 'waiting_list' : right);
    const answer = await fetch(address, {method: 'POST', body});
    if (!answer.ok) throw new Error(answer.status);
    page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  }
}
"""


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


@pytest.fixture
async def lead(browser: Browser, lab_address: str) -> AsyncIterator[BrowserContext]:
    context = await _context(browser, lab_address)
    yield context
    await context.close()


async def _context(browser: Browser, address: str, *, scripts: bool = True) -> BrowserContext:
    context = await browser.new_context(
        base_url=address,
        locale="nl-NL",
        viewport=DESKTOP,
        java_script_enabled=scripts,  # type: ignore[arg-type]  # a plain dict is what playwright takes
    )
    context.set_default_timeout(20_000)
    return context


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


@pytest.mark.evidence
@pytest.mark.parametrize("pairs", [60, 300])
async def test_a_study_from_protocol_to_pdf(
    lead: BrowserContext, browser: Browser, lab_address: str, lab_pool: Pool, pairs: int
) -> None:
    page = await lead.new_page()
    study = Study(page, lab_pool, pairs)
    await sign_in(page, "lead")
    await look(page, "lab-01-studies-empty")
    await _make(study)
    protocol = the_protocol(pairs)
    await _write(study, protocol)
    await _register(study, protocol)
    await _frame(study)
    await _profiles(study)
    await _plan(study)
    letters = await _send(study)
    await _answers(study, letters)
    await _withdraw(study, letters)
    await _complaint(study, letters[0])
    await _close(study)
    await _code(study, browser, lab_address)
    await _lock_and_count(study, truth_of(letters))


async def _make(study: Study) -> None:
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


async def _write(study: Study, protocol: Protocol) -> None:
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


async def _register(study: Study, protocol: Protocol) -> None:
    page = await study.go("/registration")
    await look(page, "lab-05-registration")
    for number, gate in enumerate(gates_of(protocol)):
        place = page.locator(f"#gate-{gate}")
        await place.locator("summary").click()
        if not number:
            await place.get_by_role("button", name="Gezien").click()
            await look(page, "lab-05-gate-fault")
        await place.locator("textarea").fill(f"Map 3, stuk {number + 1}")
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


async def _frame(study: Study) -> None:
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


async def _profiles(study: Study) -> None:
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


async def _plan(study: Study) -> None:
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


async def _send(study: Study) -> list[Letter]:
    """Start; time passes; everything that was sent is written down, a page at a time."""
    page = await study.go("/fieldwork")
    await study.press("Veldwerk starten")
    await look(page, "lab-10-fieldwork")
    await study.pool.execute(
        """
        update lab.dispatch set due_at = due_at -
            (select date_trunc('day', max(due_at) - now()) + interval '36 days' from lab.dispatch)
        """
    )
    await study.go("/fieldwork/sent-by-hand")
    await look(page, "lab-10-sent-by-hand")
    await study.press("Vastleggen als verstuurd")
    await look(page, "lab-10-sent-by-hand-fault")
    for _ in range(-(-2 * study.pairs // 100)):
        await page.get_by_role("link", name="Alles op deze pagina aanvinken").click()
        await study.press("Vastleggen als verstuurd")
    await look(page, "lab-10-sent-by-hand-done")
    letters = await letters_in(study.pool, study.id, seed=2027)
    assert len(letters) == 2 * study.pairs
    return letters


def typed(moment: dt.datetime) -> str:
    """As a field for a moment takes it."""
    return moment.astimezone(CLOCK).strftime("%Y-%m-%dT%H:%M")


async def _answers(study: Study, letters: list[Letter]) -> None:
    """One answer is a telephone call that somebody writes down; the others are a mailbox."""
    told = [one for one in letters if not one.silent]
    call = next(one for one in told if one.positive)
    page = await study.go(f"/fieldwork/dispatches/{call.dispatch_id}")
    await look(page, "lab-11-dispatch")
    form = page.locator("form:has(input[name=action][value=reply])")
    await page.locator("details:has(input[name=action][value=reply]) summary").click()
    await form.locator("[name=kind]").select_option("call")
    await form.locator("[name=at]").fill(typed(call.answered_at))
    await form.locator("[name=positive]").select_option("yes")
    await form.locator("button").click()
    await expect(form.locator("[name=at]")).to_have_value(typed(call.answered_at))  # kept: the words lack
    await look(page, "lab-11-dispatch-fault")
    await form.locator("[name=text]").fill(call.answer)
    await form.locator("button").click()
    await expect(page.locator(".utrecht-alert--ok")).to_be_visible()
    await study.go("/fieldwork/replies")
    await look(page, "lab-11-replies-empty")
    content = mailbox([one for one in told if one is not call])
    for expected in (len(told) - 1, 0):
        await page.locator("#field-file").set_input_files(upload("post.mbox", content))
        await page.get_by_role("button", name="Inlezen").click()
        assert str(expected) in await text_of(page, "section[aria-labelledby=done] dd >> nth=0")
    await look(page, "lab-11-replies")
    await _judge(study, [one for one in told if one is not call])


async def _judge(study: Study, told: list[Letter]) -> None:
    """The first by its own button, the others as that button would; what belongs nowhere is set aside."""
    page = await study.go("/fieldwork/replies")
    await page.locator("section[aria-labelledby=not-judged] li a").first.click()
    first = page.url.split("?")[0].split("#")[0].rsplit("/", 1)[1]
    right = {one.dispatch_id: "yes" if one.positive else "no" for one in told}
    await page.locator(f"button[name=positive][value={right[first]}]").click()
    await expect(page.locator(".utrecht-alert--ok")).to_be_visible()
    rows = await study.pool.fetch("select reply_id, dispatch_id from lab.reply where positive is null")
    replies = {row["dispatch_id"]: str(row["reply_id"]) for row in rows}
    stray = replies.pop(None)
    forms = [
        (
            f"{study.home}/fieldwork/dispatches/{one}",
            {"action": "judge", "reply_id": reply_id, "positive": right[one]},
        )
        for one, reply_id in replies.items()
    ]
    await post_all(page, forms)
    await post_all(page, [(f"{study.home}/fieldwork/replies/{stray}", {"action": "set_aside", "reason": "Reclame"})])


async def _withdraw(study: Study, letters: list[Letter]) -> None:
    page = await study.go("/fieldwork/withdrawals")
    await look(page, "lab-12-withdrawals-overdue")
    owed = [one for one in letters if one.positive]
    await study.go(f"/fieldwork/dispatches/{owed[0].dispatch_id}")
    await post_all(
        page,
        [
            (
                f"{study.home}/fieldwork/dispatches/{one.dispatch_id}",
                {"action": "withdraw_hand", "at": typed(one.answered_at + dt.timedelta(hours=3))},
            )
            for one in owed
        ],
    )
    await study.go("/fieldwork/withdrawals")
    await expect(page.locator(".utrecht-status-badge--danger")).to_have_count(0)
    await expect(page.locator("tbody tr")).to_have_count(len(owed))


async def _complaint(study: Study, letter: Letter) -> None:
    page = await study.go(f"/fieldwork/dispatches/{letter.dispatch_id}")
    await page.get_by_text("Klacht van het bedrijf").first.click()
    await page.locator("[name=words]").fill("Dit kost ons tijd.")
    await page.locator("form:has([name=words]) button").click()
    await expect(page.locator("section[aria-labelledby=harm]")).to_contain_text("Dit kost ons tijd.")
    await look(page, "lab-13-complaint")
    await study.go("/progress")
    await look(page, "lab-13-progress")


async def _close(study: Study) -> None:
    page = await study.go("/fieldwork/steps/close")
    await look(page, "lab-14-close")
    await page.locator("main form button").click()
    await expect(page.locator(".utrecht-alert--ok")).to_be_visible()


async def _code(study: Study, browser: Browser, address: str) -> None:
    """Two coders with keys and scripts, the second sometimes wrong; the third without scripts, by keyboard alone."""
    for number, wrong in ((1, 0), (2, 9)):
        context = await _context(browser, address)
        page = await context.new_page()
        await sign_in(page, f"coder-{number}")
        await page.goto(f"{study.home}/coding")
        if number == 1:
            await look(page, "lab-15-coding")
        for _ in range(2):
            before = await page.locator("#letter").inner_text()
            await page.keyboard.press(await _key(page))
            await page.keyboard.press("Enter")
            await expect(page.locator("#letter")).not_to_have_text(before)
        await page.evaluate(_CODE_ALL, [f"{study.home}/coding", wrong])
        await page.goto(f"{study.home}/coding")
        await expect(page.locator("form[data-number-keys]")).to_have_count(0)
        if number == 1:
            await look(page, "lab-15-coding-done")
        await context.close()
    context = await _context(browser, address, scripts=False)
    page = await context.new_page()
    await sign_in(page, "coder-3")
    await page.goto(f"{study.home}/coding")
    while await page.locator("#letter").count():
        await _code_by_keyboard(page)
    await context.close()


async def _key(page: Page) -> str:
    """The number of the right code: what the reply says is read, as a coder does."""
    wanted = "invited" if "gesprek" in await text_of(page, ".sk-reply") else "refused"
    choices = [await one.get_attribute("value") for one in await page.locator("[name=outcome]").all()]
    return str(choices.index(wanted) + 1)


async def _code_by_keyboard(page: Page) -> None:
    """No mouse and no script: Tab to the choices, arrows to the right one, Enter."""
    steps = int(await _key(page)) - 1
    for _ in range(60):
        await page.keyboard.press("Tab")
        if await page.locator("[name=outcome]:focus").count():
            break
    await page.keyboard.press("Space")
    for _ in range(steps):
        await page.keyboard.press("ArrowDown")
    async with page.expect_navigation():
        await page.keyboard.press("Enter")


async def _lock_and_count(study: Study, truth: dict[str, int]) -> None:
    page = await study.go("/codes")
    await look(page, "lab-16-codes")
    await study.press("Codes vastzetten")
    await look(page, "lab-16-codes-locked")
    await page.locator("[name=decided_by]").fill("Bo")
    await page.locator("[name=unblind_reason]").fill("Alle codes staan vast")
    await study.press("Kenmerk onthullen")
    await study.go("/results")
    await look(page, "lab-17-results-before")
    await study.press("Analyse uitvoeren")
    await expect(page.locator("#headline")).to_be_visible()
    await look(page, "lab-17-results")
    majority, minority = truth["both"] + truth["only_majority"], truth["both"] + truth["only_minority"]
    said = await text_of(page, "section[aria-labelledby=headline]")
    assert f"bij {majority} van de {study.pairs} vacatures" in said
    for language in ("nl", "en"):
        answer = await page.request.get(f"{study.home}/results/report?language={language}")
        text = " ".join(one.extract_text() for one in PdfReader(io.BytesIO(await answer.body())).pages)
        numbers = [int(one) for one in re.findall(r"\d+", " ".join(text.split())[:6000])]
        assert {majority, minority, study.pairs} <= set(numbers), text
        for name, count in truth.items():
            assert count in numbers, (name, truth, text)
    await study.go("/keeping")
    await look(page, "lab-18-keeping")
