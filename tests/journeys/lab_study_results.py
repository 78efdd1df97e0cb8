"""The steps of a study after the field: coding by three people, the locked codes, the analysis, the report."""

from __future__ import annotations

import io
import math
from typing import Final

import msgspec
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


class _Words(msgspec.Struct, frozen=True, kw_only=True):
    """How the report says its numbers in one language."""

    cells: dict[str, str]
    difference: str
    p_value: str
    comma: str

    def number(self, written: str) -> str:
        return written.replace(".", self.comma)

    def tenths(self, value: float) -> str:
        return self.number(f"{value:.1f}")


_WORDS: Final = {
    "nl": _Words(
        cells={
            "both": "Beiden", "only_majority": "Alleen de kandidaat uit de meerderheid",
            "only_minority": "Alleen de kandidaat uit de minderheid", "neither": "Geen van beiden",
        },
        difference="Het verschil in positieve antwoorden is {} procentpunt.",
        p_value="(mid-p-toets van McNemar) geeft p = {}.",
        comma=",",
    ),
    "en": _Words(
        cells={
            "both": "Both", "only_majority": "Only the majority applicant",
            "only_minority": "Only the minority applicant", "neither": "Neither",
        },
        difference="The difference in positive answers is {} percentage points.",
        p_value="(McNemar's mid-p test) gives p = {}.",
        comma=".",
    ),
}  # fmt: skip


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
    majority = truth["both"] + truth["only_majority"]
    said = await text_of(page, "section[aria-labelledby=headline]")
    assert f"bij {majority} van de {study.pairs} vacatures" in said
    for language, words in _WORDS.items():
        answer = await page.request.get(f"{study.home}/results/report?language={language}")
        told = "\n".join(one.extract_text() for one in PdfReader(io.BytesIO(await answer.body())).pages)
        _check_report(told, words, truth)
    await study.go("/keeping")
    await look(page, "lab-18-keeping")


def _check_report(told: str, words: _Words, truth: dict[str, int]) -> None:
    """Every cell of the table on its own line, and the primary numbers in their own sentences."""
    lines = [" ".join(line.split()) for line in told.splitlines()]
    for name, label in words.cells.items():
        assert lines.count(f"{label} {truth[name]}") == 1, told
    pairs = sum(truth.values())
    groups = [truth["both"] + truth[f"only_{one}"] for one in ("majority", "minority")]
    # "Moroccan first and last name 29 60 48.3 %": of the one table whose lines end so.
    ends = [f" {number} {pairs} {words.tenths(100 * number / pairs)} %" for number in groups]
    assert [sum(line.endswith(end) for line in lines) for end in ends] == [1, 1], told
    prose = " ".join(lines)
    difference = 100 * (groups[0] - groups[1]) / pairs
    assert words.difference.format(words.tenths(difference)) in prose, told
    assert words.p_value.format(words.number(f"{_mid_p(truth['only_majority'], truth['only_minority']):.3f}")) in prose


def _mid_p(more: int, less: int) -> float:
    """McNemar's mid-p by its definition: twice the tail of a fair coin, less once the chance of what was seen."""
    chances = [math.comb(more + less, one) / 2 ** (more + less) for one in range(min(more, less) + 1)]
    return 2 * sum(chances) - chances[-1]
