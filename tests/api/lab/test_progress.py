"""The page and the route of the course of the fieldwork."""

from __future__ import annotations

from api.application import Application
from tests.api.lab.conftest import InLab
from tests.database.lab.a_coding import LONG_AGO, a_reply
from tests.database.lab.a_study import a_study, a_task, pairs


async def test_progress_is_shown_to_who_leads_and_refused_to_coders(
    in_lab: InLab, lab_application: Application
) -> None:  # fmt: skip
    pool = lab_application.state.pool
    lead, worker, coder = await in_lab("researcher"), await in_lab("researcher"), await in_lab("coder")
    study_id = await a_study(pool, lead.actor, state="running")
    await a_task(pool, study_id, worker.actor, "field")
    await a_task(pool, study_id, coder.actor, "coder")
    address = f"/studies/{study_id}/progress"
    assert "Er is nog geen plan" in (await lead.get(address)).text
    await pairs(pool, study_id, 3, state="sent", due=LONG_AGO)
    await a_reply(pool, study_id, "1-1")
    for caller in (lead, worker):
        page = (await caller.get(address)).text
        assert "6 van 6 brieven zijn verzonden" in page
        assert "Van 2 paren zijn beide uitkomsten zeker. Gepland zijn er 300." in page
        told = (await caller.get(f"/api/v1{address}")).json()
        assert (told["answered"], told["monitor"]["decided"], told["order_effect"]) == (1, 2, None)
    for path in (address, f"/api/v1{address}"):
        assert (await coder.get(path)).status_code == 403
