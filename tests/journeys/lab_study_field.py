"""The steps of a study in the field: letters, answers, withdrawals, a complaint, the end."""

from __future__ import annotations

import datetime as dt

from playwright.async_api import expect

from api.services.clock import CLOCK
from tests.journeys.lab_people import post_all, text_of, upload
from tests.journeys.lab_study import Study
from tests.journeys.people import look
from tests.journeys.simulated_field import Letter, letters_in, mailbox


async def send_letters(study: Study) -> list[Letter]:
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


async def read_answers(study: Study, letters: list[Letter]) -> None:
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


async def withdraw(study: Study, letters: list[Letter]) -> None:
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
    await expect(page.locator("details tbody tr")).to_have_count(len(owed))


async def complain(study: Study, letter: Letter) -> None:
    page = await study.go(f"/fieldwork/dispatches/{letter.dispatch_id}")
    await page.get_by_text("Klacht van het bedrijf").first.click()
    await page.locator("[name=words]").fill("Dit kost ons tijd.")
    await page.locator("form:has([name=words]) button").click()
    await expect(page.locator("section[aria-labelledby=harm]")).to_contain_text("Dit kost ons tijd.")
    await look(page, "lab-13-complaint")
    await study.go("/progress")
    await look(page, "lab-13-progress")


async def close_fieldwork(study: Study) -> None:
    page = await study.go("/fieldwork/steps/close")
    await look(page, "lab-14-close")
    await page.locator("main form button").click()
    await expect(page.locator(".utrecht-alert--ok")).to_be_visible()
