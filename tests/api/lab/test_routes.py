"""The JSON API of the lab does what the pages do."""

from __future__ import annotations

import msgspec

from testing_lab.protocol.gates import gates_of
from tests.api.lab.conftest import InLab
from tests.pure.lab.protocol.examples import example_protocol


async def test_a_program_registers_and_amends_a_study(in_lab: InLab) -> None:
    lead, coder = await in_lab("researcher"), await in_lab("coder")
    base = "/api/v1/studies"
    made = await lead.post(base, json={"name": "Zorg"})
    address = f"{base}/{made.json()['study_id']}"
    assert (await lead.get(base)).json()["total"] == 1
    assert (await lead.get(address)).json()["state"] == "draft"
    refused = await lead.post(f"{address}/registration")
    assert refused.status_code == 422
    told = refused.json()["findings"]
    assert {"path", "code", "text"} == set(told[0])
    assert len(told) == refused.json()["facts"]["count"]
    document = msgspec.to_builtins(example_protocol())
    assert (await lead.put(f"{address}/protocol", json={"protocol": document, "version": 1})).status_code == 204
    assert (await lead.put(f"{address}/protocol", json={"protocol": document, "version": 1})).status_code == 409
    assert (await lead.get(f"{address}/protocol/size")).json()["enough"] is True
    for gate in gates_of(example_protocol()):
        passed = await lead.post(f"{address}/gates", json={"gate": gate, "evidence": "Map 3"})
        assert passed.status_code == 204
    assert (await lead.delete(f"{address}/gates/school_consent")).status_code == 204
    assert (await lead.post(f"{address}/registration")).status_code == 422
    await lead.post(f"{address}/gates", json={"gate": "school_consent", "evidence": "Map 3"})
    registered = await lead.post(f"{address}/registration")
    assert registered.status_code == 201
    assert len(registered.json()["hash"]) == 64
    version = (await lead.get(f"{address}/protocol")).json()["version"]
    document["sampling"]["pairs"] = 400
    silent = await lead.put(f"{address}/protocol", json={"protocol": document, "version": version})
    assert [one["code"] for one in silent.json()["findings"]] == ["amendment_without_reason"]
    amended = await lead.put(
        f"{address}/protocol", json={"protocol": document, "version": version, "reason": "Meer vacatures"}
    )
    assert amended.status_code == 204
    view = (await lead.get(f"{address}/registration")).json()
    assert view["broken"] == []
    assert view["amendments"][0]["reason"] == "Meer vacatures"
    late = await lead.post(f"{address}/registration")
    assert late.status_code == 409
    assert late.json()["code"] == "study_refused"
    assert "geregistreerd" in late.json()["detail"]
    assert (await coder.get(address)).status_code == 404


async def test_people_come_and_go(in_lab: InLab) -> None:
    lead, coder = await in_lab("researcher"), await in_lab("coder")
    address = f"/api/v1/studies/{(await lead.post('/api/v1/studies', json={'name': 'ICT'})).json()['study_id']}"
    joined = await lead.post(f"{address}/members", json={"sign_in_name": coder.name, "task": "coder"})
    assert joined.status_code == 204
    assert [one["task"] for one in (await coder.get(f"{address}/members")).json()] == ["lead", "coder"]
    assert (await coder.post(f"{address}/registration")).status_code == 403
    assert (await lead.delete(f"{address}/members/{coder.actor.account_id}")).status_code == 204
    assert (await lead.delete(f"{address}/members/{coder.actor.account_id}")).status_code == 404
