"""Studies: who makes them, who sees them."""

from __future__ import annotations

import httpx
import pytest

from api.application import Application
from tests.api.conftest import ADDRESS, SignInAs
from tests.api.lab.conftest import InLab


async def test_a_researcher_makes_a_study_and_finds_it(in_lab: InLab) -> None:
    researcher = await in_lab("researcher")
    assert "Er zijn nog geen onderzoeken" in (await researcher.get("/studies")).text
    made = await researcher.post("/studies/new", data={"name": "  Horeca   Utrecht 2027 "})
    assert made.status_code == 303
    listed = (await researcher.get("/studies")).text
    assert "Horeca Utrecht 2027" in listed
    assert "Onderzoeksleider" in listed


async def test_only_who_works_on_a_study_sees_it(in_lab: InLab) -> None:
    maker, other = await in_lab("researcher"), await in_lab("researcher")
    await maker.post("/studies/new", data={"name": "Horeca"})
    assert "Horeca" not in (await other.get("/studies")).text


@pytest.mark.parametrize("name", ["", " ", "x" * 201, "a\u202eb"])
async def test_a_name_that_cannot_be_comes_back_with_what_is_wrong(in_lab: InLab, name: str) -> None:
    researcher = await in_lab("researcher")
    answer = await researcher.post("/studies/new", data={"name": name})
    assert answer.status_code == 422
    assert 'id="fault-name"' in answer.text


async def test_a_name_is_used_once(in_lab: InLab) -> None:
    researcher = await in_lab("researcher")
    await researcher.post("/studies/new", data={"name": "Horeca"})
    assert (await researcher.post("/studies/new", data={"name": "HORECA"})).status_code == 409


async def test_a_coder_makes_no_study(in_lab: InLab, lab_application: Application) -> None:
    coder = await in_lab("coder")
    assert (await coder.get("/studies/new")).status_code == 403
    assert (await coder.post("/studies/new", data={"name": "Horeca"})).status_code == 403
    assert await lab_application.state.pool.fetchval("select count(*) from lab.study") == 0


async def test_a_session_of_one_half_is_none_in_the_other(
    in_lab: InLab, signed_in: SignInAs, lab_application: Application, application: Application
) -> None:
    researcher, coordinator = await in_lab("researcher"), await signed_in("coordinator")
    for caller, app, address in ((researcher, application, "/rounds"), (coordinator, lab_application, "/studies")):
        token = next(iter(caller.cookies.jar)).value
        transport = httpx.ASGITransport(app=app)  # type: ignore[arg-type]  # httpx types ASGI more loosely than Litestar
        async with httpx.AsyncClient(transport=transport, base_url=ADDRESS) as stranger:
            for name in ("stagekans_session", "stagekans_lab_session"):
                stranger.cookies.set(name, token or "")
            answer = await stranger.get(address)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/sign-in")


async def test_no_page_of_one_half_is_there_in_the_other(in_lab: InLab, signed_in: SignInAs) -> None:
    assert (await (await in_lab("researcher")).get("/rounds")).status_code == 404
    assert (await (await signed_in("coordinator")).get("/studies")).status_code == 404


async def test_a_lead_lets_others_join_with_one_task_each(in_lab: InLab) -> None:
    lead, coder = await in_lab("researcher"), await in_lab("coder")
    address = (await lead.post("/studies/new", data={"name": "Horeca"})).headers["location"].split("?")[0]
    joined = await lead.post(f"{address}/members", data={"sign_in_name": coder.name, "task": "coder"})
    assert joined.status_code == 303
    assert "Horeca" in (await coder.get("/studies")).text
    again = await lead.post(f"{address}/members", data={"sign_in_name": coder.name, "task": "coder"})
    assert again.status_code == 409
    for task in ("lead", "field"):
        wrong = await lead.post(f"{address}/members", data={"sign_in_name": coder.name, "task": task})
        assert wrong.status_code == 422
    nobody = await lead.post(f"{address}/members", data={"sign_in_name": "niemand", "task": "coder"})
    assert 'id="fault-sign_in_name"' in nobody.text
    for caller in (coder, await in_lab("researcher")):
        refused = await caller.post(f"{address}/members", data={"sign_in_name": "x@lab.test", "task": "coder"})
        assert refused.status_code in (403, 404)
    removed = await lead.post(f"{address}/members/{coder.actor.account_id}/remove")
    assert removed.status_code == 303
    assert (await coder.get(address)).status_code == 404
    assert (await lead.post(f"{address}/members/{lead.actor.account_id}/remove")).status_code == 409
