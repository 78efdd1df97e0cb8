"""A coordinator: a policy with equal chances for groups, what it cost, and one student without a place."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import BrowserContext, Page, expect

from api.services.pool import Pool
from tests.database.a_round import a_drawn_round
from tests.journeys.people import look
from tests.journeys.test_placing import sign_in

pytestmark = pytest.mark.browser


async def test_a_fair_run_and_what_it_cost(visitor: BrowserContext, pool: Pool) -> None:
    round_id = await a_drawn_round(pool, 150, 120)
    await pool.execute("update placement.offer set recognition_checked_on = '2026-09-01'")
    await pool.execute(
        "update placement.student set level = case when student_number < 's3' then 2 else 3 end,"
        " team = case when right(student_number, 1) < '5' then 'Noord' else 'Zuid' end"
    )
    page = await visitor.new_page()
    await sign_in(page, "coordinator")
    await _set_a_policy(page, f"/rounds/{round_id}/runs/new")
    await look(page, "coordinator-01-policy")
    await _run(page)
    await look(page, "coordinator-02-result")
    result = page.url.split("?")[0]

    await page.goto(f"{result}/fairness")
    await expect(page.locator("section[aria-labelledby=prices] tbody tr").first).to_be_visible()
    await look(page, "coordinator-03-fairness")
    await page.goto(f"{result}?placed=no")
    await page.locator("#list tbody a").first.click()
    await expect(page.get_by_role("heading", name="Waarom geen plek?")).to_be_visible()
    await look(page, "coordinator-04-unplaced")
    await page.get_by_role("link", name=re.compile("brief")).first.click()
    await look(page, "coordinator-05-letter")


async def _set_a_policy(page: Page, address: str) -> None:
    """Equal chances over level and team, up to two percentage points, right below the number placed."""
    await page.goto(address)
    await _press(page, "add-worst_off", "add-group_gap", "out-satisfaction")
    await expect(page.locator("input[name=goals]")).to_have_value("placed,worst_off,group_gap")
    await _press_at(page, "htmx:afterRequest", "down-placed", "up-group_gap", "out-worst_off", "add-satisfaction")
    await expect(page.locator("input[name=goals]")).to_have_value("group_gap,placed,satisfaction")
    await _press(page, "up-placed")
    await expect(page.locator("input[name=goals]")).to_have_value("placed,group_gap,satisfaction")
    for box in await page.locator("input[name=groupings]").all():
        await box.set_checked(await box.get_attribute("value") in ("level", "team"))
    await page.get_by_label("Welk verschil is goed genoeg?").fill("2")
    await expect(page.locator("#policy-live")).to_contain_text("2 procentpunt")


async def _press(page: Page, *buttons: str) -> None:
    """All at once, quicker than any answer: none may be lost."""
    await page.evaluate("names => names.forEach(name => document.getElementById(name).click())", list(buttons))


async def _press_at(page: Page, moment: str, first: str, *buttons: str) -> None:
    """``first``, and the others at ``moment`` of its answer: the buttons stand there, htmx does not know them yet."""
    await page.evaluate(
        "([moment, names]) => document.addEventListener(moment,"
        " () => names.forEach(name => document.getElementById(name).click()), {once: true})",
        [moment, list(buttons)],
    )
    await _press(page, first)


async def _run(page: Page) -> None:
    await page.get_by_role("button", name="Start de matching").click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text("krijgen een voorstel", timeout=300_000)
