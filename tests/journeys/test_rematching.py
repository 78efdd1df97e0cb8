"""A coordinator after the first run: three fixed places, a re-match with at most 10 changes, decided and published."""

from __future__ import annotations

import csv
import io
import re
import uuid

import pytest
from playwright.async_api import BrowserContext, Page, expect

from api.messages.accounts import NewAccount
from api.services import decisions, new_accounts
from api.services.pool import Pool
from tests.database.a_round import a_drawn_round, a_finished_run, an_actor, an_offer
from tests.journeys.conftest import PASSWORD
from tests.journeys.people import DESKTOP, look, number_in
from tests.journeys.test_placing import download, sign_in

pytestmark = pytest.mark.browser

REASON = "Deze student sprak al met het bedrijf."
HOLDERS = "select s.student_number, o.offer_id from placement.placement p join placement.student s using (student_id)" \
          " join placement.offer o using (offer_uid) where p.end_reason is null"  # fmt: skip


async def test_lock_three_and_match_again(visitor: BrowserContext, pool: Pool) -> None:
    round_id = await a_drawn_round(pool, 150, 120)
    await pool.execute("update placement.offer set recognition_checked_on = '2026-09-01'")
    colleague = await an_actor(pool, "coordinator")
    run_id = await a_finished_run(pool, colleague, round_id)
    page = await visitor.new_page()
    await sign_in(page, "coordinator")
    locked = await _lock_three(page, run_id)
    await look(page, "rematch-01-locked")
    for row in (await decisions.sample(pool, colleague, run_id)).items:
        await decisions.mark_reviewed(pool, colleague, run_id, row.student_number)
    assert await decisions.accept_rest(pool, colleague, run_id) == 120
    told = await _held(pool)

    await _the_world_changes(pool, round_id, told, locked)
    await page.goto(f"/rounds/{round_id}/runs/new")
    await page.get_by_label("Hoeveel studenten mogen een andere plek krijgen?").fill("10")
    await expect(page.locator("#policy-live")).to_contain_text("10 studenten")
    await look(page, "rematch-02-form")
    await page.get_by_role("button", name="Start de matching").click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text("krijgen een voorstel", timeout=300_000)
    await expect(page.locator("section[aria-labelledby=goals]")).to_contain_text("120 studenten hadden al een plek")
    await look(page, "rematch-03-result", longest=9_500)  # it was 17,900
    result = page.url.split("?")[0]
    await page.get_by_role("link", name=re.compile("^Bekijk (het|de \\d+) voorstel")).click()
    changes = number_in(await page.locator("#list p").first.inner_text())
    assert 0 < changes == await page.locator("#list tbody tr").count() <= 10
    await expect(page.get_by_label("Verandert de bekende plek")).to_have_value("yes")

    await _trade_off(page, result)
    taken = await _ask_to_take_away(page, result)
    await _second_person(visitor, pool, result)
    assert taken not in await _held(pool)
    await _decide_moves(page, result)
    now = await _held(pool)
    changed = {student for student in told if now.get(student) != told[student]}
    assert taken in changed
    assert 1 < len(changed) <= 10
    assert {student: now[student] for student in locked} == {student: told[student] for student in locked}

    # Published: the list that goes out says what people hold now.
    await page.goto(result)
    rows = list(csv.DictReader(io.StringIO((await download(page, "Download CSV")).decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 150
    await look(page, "rematch-08-published")


async def _lock_three(page: Page, run_id: uuid.UUID) -> set[str]:
    locked = set()
    for number in range(3):
        await page.goto(f"/runs/{run_id}?placed=yes&sort=lot_number")
        await page.locator("#list tbody a").nth(number).click()
        locked.add(page.url.split("?")[0].rpartition("/")[2])
        await page.get_by_label("Waarom legt u deze plek vast?").fill(REASON)
        await page.get_by_role("button", name="Leg deze plek vast").click()
        await expect(page.get_by_text("De plek ligt vast.")).to_be_visible()
    return locked


async def _accept_the_rest(page: Page, run_id: uuid.UUID) -> None:
    await page.goto(f"/runs/{run_id}/sample")
    if await page.get_by_role("link", name="Bekijk het volgende voorstel").count():
        await page.get_by_role("link", name="Bekijk het volgende voorstel").click()
        while await page.get_by_role("button", name="Ik heb dit bekeken").count():
            await page.get_by_role("button", name="Ik heb dit bekeken").click()
    await page.get_by_role("button", name=re.compile("^Accepteer deze")).click()
    # Of the two who want nothing any more one still holds his place, so who would get it waits.
    await expect(page.get_by_role("status")).to_contain_text("Niet elk voorstel kon: sommige plekken zijn nog bezet.")


async def _the_world_changes(pool: Pool, round_id: uuid.UUID, told: dict[str, str], locked: set[str]) -> None:
    """Somebody wants a new place most. Two want nothing any more, and two without a place want just what those hold."""
    free = sorted(set(told) - locked)
    waiting = await pool.fetch("select student_number from placement.student order by student_number")
    without = [row["student_number"] for row in waiting if row["student_number"] not in told]
    await an_offer(pool, round_id, "NIEUW", recognition_checked_on=None)
    wishes = {free[0]: None, free[1]: None, without[0]: told[free[0]], without[1]: told[free[1]], free[2]: "NIEUW"}
    for student, offer_id in wishes.items():
        await pool.execute(
            "delete from placement.preference where student_id ="
            " (select student_id from placement.student where round_id = $1 and student_number = $2)",
            round_id,
            student,
        )
        await pool.execute(
            "insert into placement.preference (student_id, offer_uid, rank) select s.student_id, o.offer_uid, 1"
            " from placement.student s join placement.offer o using (round_id)"
            " where round_id = $1 and student_number = $2 and offer_id = $3",
            round_id,
            student,
            offer_id,
        )


async def _trade_off(page: Page, result: str) -> None:
    await page.get_by_role("link", name="Wat leveren meer of minder wijzigingen op?").click()
    await expect(page.get_by_text("U hebt dit nog niet laten uitrekenen.")).to_be_visible()
    await page.get_by_role("button", name="Bereken dit voor 0, 5, 10, 20 en 50").click()
    await expect(page.get_by_role("status").first).to_be_visible()
    table = page.locator("section[aria-labelledby=trade-off] tbody tr")
    for _ in range(120):
        if await table.count() == 5:
            break
        await page.wait_for_timeout(500)
        await page.goto(f"{result}/what-if")
    assert [await row.locator("th").inner_text() for row in await table.all()] == ["0", "5", "10", "20", "50"]
    await expect(page.locator("section[aria-labelledby=trade-off] svg").first).to_be_visible()
    await look(page, "rematch-04-trade-off")


async def _ask_to_take_away(page: Page, result: str) -> str:
    """The student whose place a coordinator asks to take away."""
    await page.goto(f"{result}?placed=no")
    await page.locator("#list tbody tr", has_text="Heeft nu").get_by_role("link").first.click()
    number = page.url.split("?")[0].rpartition("/")[2]
    assert await page.get_by_role("button", name="Ja, haal de plek weg").count() == 0
    await page.get_by_label("Waarom moet deze plek weg?").fill("Het bedrijf neemt niemand meer aan.")
    await page.get_by_role("button", name="Vraag om de plek weg te halen").click()
    await expect(page.get_by_role("status")).to_contain_text("Uw vraag ligt bij een leidinggevende.")
    assert await page.get_by_role("button", name="Ja, haal de plek weg").count() == 0, "not alone"
    await look(page, "rematch-05-removal-asked")
    return number


async def _second_person(visitor: BrowserContext, pool: Pool, result: str) -> None:
    new = NewAccount(
        sign_in_name="leiding", display_name="Leiding", password=PASSWORD, roles=("school_lead",), all_programmes=True
    )
    await new_accounts.create_account(pool, new)
    assert visitor.browser is not None
    base = "/".join(result.split("/")[:3])
    context = await visitor.browser.new_context(base_url=base, locale="nl-NL", viewport=DESKTOP)  # type: ignore[arg-type]  # a plain dict is what playwright takes
    page = await context.new_page()
    await sign_in(page, "leiding")
    await page.goto(result)
    await page.locator("section[aria-labelledby=removals] a").click()
    await look(page, "rematch-06-second-person")
    await page.get_by_role("button", name="Ja, haal de plek weg").click()
    await expect(page.get_by_role("status")).to_contain_text("De plek is weggehaald.")
    await context.close()


async def _decide_moves(page: Page, result: str) -> None:
    """Look at every change, in the sample or not, and accept them together."""
    moves = f"{result}?placed=yes&flagged=yes&decided=no"
    await page.goto(moves)
    await look(page, "rematch-07-moves")
    students = [await link.get_attribute("href") or "" for link in await page.locator("#list tbody th a").all()]
    assert students
    for student in students:
        await page.goto(student)
        if await page.get_by_role("button", name="Ik heb dit bekeken").count():
            await page.get_by_role("button", name="Ik heb dit bekeken").click()
    await _accept_the_rest(page, uuid.UUID(result.rpartition("/")[2]))


async def _held(pool: Pool) -> dict[str, str]:
    return {row["student_number"]: row["offer_id"] for row in await pool.fetch(HOLDERS)}
