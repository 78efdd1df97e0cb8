"""Compare and what-if through the web: JSON, forms, and the page of a what-if."""

from __future__ import annotations

import gzip
import uuid

import asyncpg
import pytest

from api.application import Application
from api.services import running
from matching.instance import decode
from matching.run import run
from tests.api.conftest import SignedInCaller, SignInAs
from tests.database.a_round import COOK, a_finished_run, a_round, a_student, an_offer


async def finish(pool: asyncpg.Pool, run_id: str) -> None:
    claimed = await running.claim(pool, uuid.UUID(run_id))
    assert claimed is not None
    result = run(decode(gzip.decompress(claimed.instance)), claimed.policy, clock=lambda: 0.0)
    assert await running.finish(pool, claimed, result)


@pytest.fixture
async def caller(signed_in: SignInAs) -> SignedInCaller:
    return await signed_in("coordinator")


@pytest.fixture
async def asked(application: Application, caller: SignedInCaller) -> tuple[uuid.UUID, uuid.UUID]:
    """A round in which two students want one place, and its finished run."""
    pool = application.state.pool
    round_id = await a_round(pool)
    await an_offer(pool, round_id, "O1")
    for number in ("s1", "s2"):
        await a_student(pool, round_id, number, ("O1",))
    return round_id, await a_finished_run(pool, caller.actor, round_id)


async def test_a_what_if_by_json(
    application: Application, caller: SignedInCaller, asked: tuple[uuid.UUID, uuid.UUID]
) -> None:
    round_id, run_id = asked
    changes = {"more_places": [{"offer_id": "O1", "places": 1}], "more_travel": [{"minutes": 10, "crebo": COOK}]}
    started = await caller.post(f"/api/v1/runs/{run_id}/what-if", json={"changes": changes})
    assert started.status_code == 202, started.text
    made = started.json()
    assert (made["kind"], made["parent_run_id"], made["changes"]) == ("what_if", str(run_id), changes)
    await finish(application.state.pool, made["run_id"])
    pair = {"left": str(run_id), "right": made["run_id"]}
    told = (await caller.get(f"/api/v1/rounds/{round_id}/compare", params=pair)).json()
    assert told["counts"]["got_place"] == told["students"]["total"] == 1
    assert [row["key"] for row in told["why"]["rows"]] == ["O1"]
    assert [one["run_id"] for one in (await caller.get(f"/api/v1/runs/{run_id}/what-ifs")).json()] == [made["run_id"]]
    refused = await caller.post(f"/api/v1/runs/{made['run_id']}/proposals/s1/accept")
    assert (refused.status_code, refused.json()["code"]) == (409, "conflict")
    assert "wat-als" in refused.json()["detail"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({}, "changes"),
        ({"closed_offers": ["X"]}, "closed_offers.1.offer_id"),
        ({"policy": {"goals": ["placed", "placed"]}}, "policy"),
    ],
)
async def test_changes_that_cannot_be_made_name_their_field(
    caller: SignedInCaller, asked: tuple[uuid.UUID, uuid.UUID], changes: dict[str, object], field: str
) -> None:
    answer = await caller.post(f"/api/v1/runs/{asked[1]}/what-if", json={"changes": changes})
    assert answer.status_code == 422
    assert field in answer.text


async def test_unknown_words_and_twice_the_same_run_are_refused(
    caller: SignedInCaller, asked: tuple[uuid.UUID, uuid.UUID]
) -> None:
    round_id, run_id = asked
    for body in ({"changes": {"close": []}}, {"changes": {"more_places": [{"offer_id": "O1", "places": 0}]}}, {}):
        assert (await caller.post(f"/api/v1/runs/{run_id}/what-if", json=body)).status_code in (400, 422)
    same = await caller.get(f"/api/v1/rounds/{round_id}/compare", params={"left": run_id, "right": run_id})
    assert same.status_code == 422


async def test_the_form_leads_to_the_comparison_and_says_that_nothing_is_decided(
    application: Application, caller: SignedInCaller, asked: tuple[uuid.UUID, uuid.UUID]
) -> None:
    round_id, run_id = asked
    empty = await caller.get(f"/rounds/{round_id}/compare")
    assert (empty.status_code, "nog niets te vergelijken" in empty.text) == (200, True)
    form = await caller.get(f"/runs/{run_id}/what-if")
    assert form.status_code == 200
    for typed, words in (
        ({}, "minstens één ding"),
        ({"more_1_offer_id": "O1"}, "Vul dit in"),
        ({"more_1_offer_id": "X", "more_1_places": "1"}, "zit niet in deze matching"),
        ({"more_1_offer_id": "O1", "more_1_places": "veel"}, "heel getal"),
        ({"travel_minutes": "9999"}, "te klein of te groot"),
        ({"new_offer_id": "O1", "new_places": "1", "new_crebo": COOK}, "Dit nummer bestaat al"),
        ({"goals": "<x>"}, "Kies een van de mogelijkheden"),
        ({"closed_offers": "x" * 90}, "te lang"),
        ({"rule_days": "yes", "rules_crebo": "12"}, "vijf cijfers"),
    ):
        answer = await caller.post(f"/runs/{run_id}/what-if", data=typed)
        assert answer.status_code == 422, typed
        assert words in answer.text, typed
    typed = {
        "more_2_offer_id": "O1", "more_2_places": "1", "new_offer_id": "N1", "new_places": "2", "new_crebo": COOK,
        "new_place": "Hilversum", "travel_minutes": "10", "rule_period": "yes", "goals": "placed,worst_off",
    }  # fmt: skip
    answer = await caller.post(f"/runs/{run_id}/what-if", data=typed)
    assert answer.status_code == 303, answer.text
    page = answer.headers["Location"].split("?")[0]
    made = page.rsplit("/", 1)[-1]
    assert "Matching 2" in (await caller.get(page)).text
    again = await caller.post(f"/runs/{run_id}/what-if", data=typed)
    assert (again.status_code, "loopt al" in again.text) == (409, True)
    await finish(application.state.pool, made)
    led = await caller.get(page)
    assert led.status_code == 303
    compared = await caller.get(led.headers["Location"])
    assert compared.status_code == 200
    for words in ("hierover besluit u niet", "1 plek erbij bij O1", "Nieuw aanbod N1", "Krijgt een plek", "Naam s"):
        assert words in compared.text, words
    outcome = await caller.get(f"{page}/students/s1")
    assert "Hierover kunt u niet besluiten" in outcome.text
    assert 'value="accept"' not in outcome.text
    assert (await caller.get(f"{page}/sample")).status_code == 303
    assert "Wat-als" in (await caller.get(f"/rounds/{round_id}/runs")).text
    assert "Vergelijk" in (await caller.get(f"/runs/{run_id}")).text
    assert "1 plek erbij bij O1" in (await caller.get(f"/runs/{run_id}/what-if")).text
    choice = await caller.get(f"/rounds/{round_id}/compare")
    assert choice.text.count("<option") == 4
    same = await caller.get(f"/rounds/{round_id}/compare", params={"left": made, "right": made})
    assert (same.status_code, "twee verschillende" in same.text) == (422, True)
    listed = await caller.get(
        f"/rounds/{round_id}/compare", params={"left": str(run_id), "right": made, "effect": "loses", "page": "9"}
    )
    assert (listed.status_code, "Niets gevonden" in listed.text or "0 studenten" in listed.text) == (200, True)


async def test_a_lead_reads_but_does_not_ask(
    signed_in: SignInAs, asked: tuple[uuid.UUID, uuid.UUID], caller: SignedInCaller
) -> None:
    lead = await signed_in("school_lead")
    _, run_id = asked
    assert (await lead.get(f"/runs/{run_id}/what-if")).status_code == 403
    assert (await lead.post(f"/runs/{run_id}/what-if", data={"travel_minutes": "5"})).status_code == 403
    assert (await lead.get(f"/api/v1/runs/{run_id}/what-ifs")).json() == []
