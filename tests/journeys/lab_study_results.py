"""The steps of a study after the field: coding by three people, the locked codes, the analysis, the report."""

from __future__ import annotations

import io
import re

from playwright.async_api import Browser, Page, expect
from pypdf import PdfReader

from tests.journeys.lab_people import sign_in, text_of
from tests.journeys.lab_study import Study, new_context
from tests.journeys.people import look

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


async def code_replies(study: Study, browser: Browser, address: str) -> None:
    """Two coders with keys and scripts, the second sometimes wrong; the third without scripts, by keyboard alone."""
    for number, wrong in ((1, 0), (2, 9)):
        context = await new_context(browser, address)
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
    context = await new_context(browser, address, scripts=False)
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


async def lock_and_count(study: Study, truth: dict[str, int]) -> None:
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
