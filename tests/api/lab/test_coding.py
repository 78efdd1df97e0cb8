"""The pages and routes of coding: what coders and leads are shown, and what is refused."""

from __future__ import annotations

import re
from typing import Any

import pytest

from api.application import Application
from tests.api.conftest import SignedInCaller
from tests.api.lab.conftest import InLab
from tests.database.lab.a_coding import LONG_AGO, a_reply
from tests.database.lab.a_study import a_study, a_task, pairs


class Desk:
    """A study in the field with its callers."""

    def __init__(self, pool: Any, address: str, study_id: Any, lead: SignedInCaller, *coders: SignedInCaller) -> None:
        self.pool, self.address, self.study_id, self.lead, self.coders = pool, address, study_id, lead, coders

    async def code(self, coder: SignedInCaller, outcome: str) -> int:
        page = (await coder.get(f"{self.address}/coding")).text
        fields = dict(re.findall(r'name="(number|replies_read)" value="([^"]*)"', page))
        answer = await coder.post(f"{self.address}/coding", data=fields | {"outcome": outcome})
        return answer.status_code


@pytest.fixture
async def desk(in_lab: InLab, lab_application: Application) -> Desk:
    pool = lab_application.state.pool
    lead, *coders = [await in_lab("researcher"), await in_lab("coder"), await in_lab("coder")]
    study_id = await a_study(pool, lead.actor, state="running")
    for coder in coders:
        await a_task(pool, study_id, coder.actor, "coder")
    await pairs(pool, study_id, 2, state="sent", due=LONG_AGO)
    await a_reply(pool, study_id, "1-1")
    return Desk(pool, f"/studies/{study_id}", study_id, lead, *coders)


async def test_a_coder_codes_by_form_and_sees_how_far_he_is(desk: Desk) -> None:
    coder = desk.coders[0]
    page = (await coder.get(f"{desk.address}/coding")).text
    assert "U hebt 0 van 1 beoordeeld" in page
    assert "Kom langs voor een gesprek" in page
    assert "dag 3 na verzenden" in page
    assert page.count('type="radio"') == 9
    missing = await coder.post(
        f"{desk.address}/coding", data=dict(re.findall(r'name="(number|replies_read)" value="([^"]*)"', page))
    )
    assert missing.status_code == 422
    assert 'id="fault-outcome"' in missing.text
    assert await desk.code(coder, "invited") == 303
    page = (await coder.get(f"{desk.address}/coding")).text
    assert "U bent bij" in page
    assert "Laatste code wijzigen" in page
    change = (await coder.get(f"{desk.address}/coding?change=yes")).text
    fields = dict(re.findall(r'name="(number|replies_read|change)" value="([^"]*)"', change))
    assert fields["change"] == "yes"
    twice = await coder.post(f"{desk.address}/coding", data=fields | {"change": "", "outcome": "refused"})
    assert twice.status_code == 409
    assert "al beoordeeld" in twice.text
    changed = await coder.post(f"{desk.address}/coding", data=fields | {"outcome": "refused"})
    assert changed.status_code == 303
    assert await desk.pool.fetchval("select outcome from lab.outcome_code") == "refused"


@pytest.mark.parametrize("fields", [{}, {"number": "X"}, {"number": "x", "replies_read": "²", "outcome": "invited"}])
async def test_a_letter_that_is_not_his_is_not_found(desk: Desk, fields: dict[str, str]) -> None:
    assert (await desk.coders[0].post(f"{desk.address}/coding", data=fields)).status_code == 404


async def test_pages_are_for_their_task(desk: Desk) -> None:
    assert (await desk.lead.get(f"{desk.address}/coding")).status_code == 403
    assert (await desk.coders[0].get(f"{desk.address}/codes")).status_code == 403
    for action in ("again", "lock", "unblind"):
        assert (await desk.coders[0].post(f"{desk.address}/codes", data={"action": action})).status_code == 403
    overview = (await desk.coders[0].get(desk.address)).text
    assert f'{desk.address}/coding"' in overview
    assert f'{desk.address}/codes"' not in overview


async def test_the_lead_locks_and_reveals_by_form(desk: Desk) -> None:
    codes = f"{desk.address}/codes"
    assert "nog niet beoordeeld" in (await desk.lead.get(codes)).text
    for coder in desk.coders:
        assert await desk.code(coder, "invited") == 303
    assert (await desk.lead.post(codes, data={"action": "lock"})).status_code == 409
    assert (await desk.lead.post(codes, data={"action": "sing"})).status_code == 422
    await desk.pool.execute("update lab.study set state = 'closed'")
    assert "Codes vastzetten" in (await desk.lead.get(codes)).text
    empty = await desk.lead.post(codes, data={"action": "again"})
    assert empty.status_code == 422
    assert 'id="fault-again_reason"' in empty.text
    assert (await desk.lead.post(codes, data={"action": "lock"})).status_code == 303
    assert (await desk.coders[0].get(f"{desk.address}/coding")).text.count("U kunt nu niet beoordelen") == 1
    nobody = await desk.lead.post(codes, data={"action": "unblind", "unblind_reason": "Klaar."})
    assert nobody.status_code == 422
    assert 'id="fault-decided_by"' in nobody.text
    said = {"action": "unblind", "decided_by": "M. de Boer", "unblind_reason": "Alle codes staan vast."}
    assert (await desk.lead.post(codes, data=said)).status_code == 303
    assert "M. de Boer" in (await desk.lead.get(codes)).text
    assert (await desk.lead.post(codes, data=said)).status_code == 409


async def test_the_same_by_json(desk: Desk) -> None:
    api = f"/api/v1{desk.address}"
    for coder in desk.coders:
        letter = (await coder.get(f"{api}/coding")).json()["letter"]
        code = {"number": letter["number"], "outcome": "invited", "replies_read": 1}
        assert (await coder.post(f"{api}/coding", json=code)).status_code == 204
        assert (await coder.post(f"{api}/coding", json=code)).status_code == 409
        assert (await coder.get(f"{api}/codes")).status_code == 403
    told = (await desk.lead.get(f"{api}/codes")).json()
    assert (told["by_two"], told["no_answer"], told["obstacles"]) == (1, 3, {})
    again = await desk.lead.post(f"{api}/codes/rounds", json={"reason": "Nog eens."})
    assert again.status_code == 204
    assert (await desk.lead.post(f"{api}/codes/lock")).status_code == 409
    await desk.pool.execute("update lab.study set state = 'closed'")
    assert (await desk.lead.post(f"{api}/codes/lock")).json()["facts"]["reason"] == "lock-uncoded"
    early = await desk.lead.post(f"{api}/codes/unblind", json={"person": "A", "reason": "Nu al."})
    assert early.status_code == 409
    for coder in desk.coders:
        letter = (await coder.get(f"{api}/coding")).json()["letter"]
        await coder.post(f"{api}/coding", json={"number": letter["number"], "outcome": "refused", "replies_read": 1})
    assert (await desk.lead.post(f"{api}/codes/lock")).status_code == 204
    assert (
        await desk.lead.post(f"{api}/codes/unblind", json={"person": "A", "reason": "Alles is af."})
    ).status_code == 204
