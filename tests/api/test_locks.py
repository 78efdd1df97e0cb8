"""Locks over JSON and on the pages: what people see, type and are told, in both languages."""

from __future__ import annotations

import asyncpg
import httpx
import pytest

from tests.api.conftest import SignInAs
from tests.api.rows import make_round
from tests.database.a_rematch import a_rematch, told_round

WHY = "Werkt er al op zaterdag."


@pytest.fixture
async def address(pool: asyncpg.Pool) -> str:
    return f"/rounds/{await make_round(pool)}/students"


async def test_lock_and_unlock_over_json(signed_in: SignInAs, address: str) -> None:
    caller = await signed_in("coordinator")
    student = f"/api/v1{address}/0002"
    made = await caller.post(f"{student}/lock", json={"offer_id": "O2", "reason": WHY})
    assert made.status_code == 200, made.text
    assert (made.json()["offer_id"], made.json()["reason"]) == ("O2", WHY)
    assert (await caller.get(student)).json()["lock"] == made.json()
    assert (await caller.post(f"{student}/unlock")).status_code == 204
    assert (await caller.get(student)).json()["lock"] is None


@pytest.mark.parametrize(
    ("number", "body", "status", "said"),
    [
        ("0003", {"offer_id": "O1", "reason": WHY}, 409, "het is voor een andere opleiding"),
        ("0001", {"offer_id": "O2", "reason": WHY}, 409, "heeft al een plaats"),
        ("0002", {"offer_id": "O9", "reason": WHY}, 422, ""),
        ("0002", {"offer_id": "O2", "reason": "kort"}, 422, ""),
        ("0002", {"offer_id": "O2"}, 422, ""),
        ("0009", {"offer_id": "O2", "reason": WHY}, 404, ""),
    ],
)
async def test_what_is_refused(
    signed_in: SignInAs, address: str, number: str, body: dict[str, str], status: int, said: str
) -> None:
    caller = await signed_in("coordinator")
    answer = await caller.post(f"/api/v1{address}/{number}/lock", json=body)
    assert answer.status_code == status, answer.text
    assert said in answer.json()["detail"].lower() or not said


async def form(caller: httpx.AsyncClient, address: str, **fields: str) -> httpx.Response:
    return await caller.post(address, data={"action": "lock", **fields}, follow_redirects=True)


async def test_lock_and_unlock_on_the_page_of_the_student(signed_in: SignInAs, address: str) -> None:
    caller = await signed_in("coordinator")
    page = f"{address}/0002"
    short = await form(caller, page, lock_offer_id="O2", lock_reason="kort")
    assert short.status_code == 422
    assert 'value="O2"' in short.text, "what was typed stays"
    assert "kort</textarea>" in short.text
    nowhere = await form(caller, page, lock_offer_id="O9", lock_reason=WHY)
    assert "Dit aanbod is niet in deze ronde" in nowhere.text
    broken = await form(caller, f"{address}/0003", lock_offer_id="O1", lock_reason=WHY)
    assert broken.status_code == 409
    assert "kan niet vast voor deze student" in broken.text
    done = await form(caller, page, lock_offer_id="O2", lock_reason=WHY)
    assert done.status_code == 200
    assert "De plek ligt vast." in done.text
    assert WHY in done.text
    free = await form(caller, page, action="unlock")
    assert "De plek ligt niet meer vast." in free.text


async def test_a_school_lead_reads_and_does_not_lock(signed_in: SignInAs, address: str) -> None:
    lead = await signed_in("school_lead")
    assert "lock_reason" not in (await lead.get(f"{address}/0002")).text
    assert (await form(lead, f"{address}/0002", lock_offer_id="O2", lock_reason=WHY)).status_code == 403


async def test_offers_and_students_show_their_rules(pool: asyncpg.Pool, signed_in: SignInAs, address: str) -> None:
    await pool.execute(
        "update placement.offer set reserves = $1, maximum_share = $2, minimum = 2, shared_capacity = $3"
        " where offer_id = 'O2'",
        [{"grouping": "level", "value": "2", "places": 1}],
        [{"grouping": "cohort", "value": "2025", "places": 3}],
        {"name": "keuken", "places": 6},
    )
    await pool.execute("update placement.student set together_with = '{!0002,0003}' where student_number = '0001'")
    caller = await signed_in("coordinator")
    offers = address.replace("students", "offers")
    told = (await caller.get(offers)).text
    for words in (
        "Gaat open vanaf 2 studenten",
        "1 eerst voor niveau 2",
        "Hoogstens 3 voor cohort 2025",
        "Deelt keuken",
    ):
        assert words in told
    (_, second) = (await caller.get(f"/api/v1{offers}")).json()["items"]
    assert second["reserves"] == [{"grouping": "level", "value": "2", "places": 1}]
    assert (second["minimum"], second["shared_capacity"]) == (2, {"name": "keuken", "places": 6})
    student = (await caller.get(f"/api/v1{address}/0001")).json()
    assert student["together_with"] == [
        {"student_number": "0002", "must": True},
        {"student_number": "0003", "must": False},
    ]


async def test_a_change_and_a_removal_on_the_pages(pool: asyncpg.Pool, signed_in: SignInAs) -> None:
    owner, lead = await signed_in("coordinator"), await signed_in("school_lead")
    round_id = await told_round(pool, {"s1": "O1", "s2": "O2"})
    run_id = await a_rematch(pool, owner.actor, round_id, {"s1": None, "s2": "O3"})
    run, first, second = f"/runs/{run_id}", f"/runs/{run_id}/students/s1", f"/runs/{run_id}/students/s2"

    listed = (await owner.get(run, params={"flagged": "yes", "decided": "no"})).text
    assert "Heeft nu O1" in listed
    assert "Heeft nu O2" in listed
    assert "Er is niets meer dat u in één keer kunt accepteren." in (await owner.get(f"{run}/sample")).text
    assert "Over alle voorstellen met een plek is besloten." not in listed, "they wait to be looked at one by one"
    moved = await form(owner, second, action="accept")
    assert "Het voorstel is geaccepteerd." in moved.text
    assert "Heeft nu O2" not in (await owner.get(run)).text
    changes = (await owner.get(run, params={"changed": "yes"})).text
    assert "Andere plek, of geen (2)" in changes
    assert "Had O2" in changes, "decided, and still told as a change"
    assert "2 studenten." in changes
    assert "0 studenten." in (await owner.get(run, params={"changed": "no"})).text
    over_json = (await owner.get(f"/api/v1{run}/proposals", params={"changed": True})).json()
    assert [(row["student_number"], row["told"]) for row in over_json["items"]] == [("s1", "O1"), ("s2", "O2")]

    assert 'value="accept"' not in (await owner.get(first)).text, "nobody takes a place away alone"
    assert (await form(owner, first, action="ask_removal", removal_reason="kort")).status_code == 422
    asked = await form(owner, first, action="ask_removal", removal_reason=WHY)
    assert "Uw vraag ligt bij een leidinggevende." in asked.text
    assert "confirm_removal" not in asked.text
    assert "1 plek wacht op een tweede persoon" in (await lead.get(run)).text
    assert "confirm_removal" in (await lead.get(first)).text
    assert (await form(owner, first, action="confirm_removal")).status_code == 403
    gone = await form(lead, first, action="confirm_removal")
    assert "De plek is weggehaald." in gone.text
    assert "wacht op een tweede persoon" not in (await lead.get(run)).text
    assert (await owner.get(f"/api/v1{run}/removals")).json() == []


async def test_a_removal_over_json(pool: asyncpg.Pool, signed_in: SignInAs) -> None:
    owner, lead = await signed_in("coordinator"), await signed_in("school_lead")
    round_id = await told_round(pool, {"s1": "O1"})
    run = f"/api/v1/runs/{await a_rematch(pool, owner.actor, round_id, {'s1': None})}"
    outcome = (await owner.get(f"{run}/proposals/s1")).json()
    assert (outcome["holds"], outcome["changes"], outcome["row"]["holds"]) == ("O1", True, "O1")
    alone = await owner.post(f"{run}/proposals/s1/accept")
    assert (alone.status_code, alone.json()["facts"]["what"]) == (409, "needs_second_person")
    asked = await owner.post(f"{run}/proposals/s1/removal", json={"reason": WHY})
    assert (asked.status_code, asked.json()["answer"]) == (200, None)
    assert [row["student_number"] for row in (await lead.get(f"{run}/removals")).json()] == ["s1"]
    answered = await lead.post(f"{run}/proposals/s1/removal-answer", json={"confirm": False})
    assert answered.json()["answer"] == "refused"
    assert (await owner.get(f"{run}/proposals/s1")).json()["holds"] == "O1"
