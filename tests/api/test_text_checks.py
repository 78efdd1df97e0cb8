"""The text check over JSON and on the pages."""

from __future__ import annotations

import re

import pytest

from tests.api.conftest import SignInAs

TEXT = "Wij zoeken een vlotte meid.\nJe bent stressbestendig <b>."
WHY = "Onze klanten bellen de hele dag."


async def test_over_json(signed_in: SignInAs) -> None:
    caller, other = await signed_in("service_point"), await signed_in("school_lead")
    made = await caller.post("/api/v1/text-checks", json={"text": TEXT, "text_for": "job"})
    assert made.status_code == 201, made.text
    check = made.json()
    assert [TEXT[hit["start"] : hit["end"]] for hit in check["hits"]] == ["vlotte meid", "stressbestendig"]
    address = f"/api/v1/text-checks/{check['text_check_id']}"
    kept = await caller.post(f"{address}/hits/0/reaction", json={"reaction": "kept", "reason": WHY})
    assert kept.json()["hits"][0]["state"] == "waiting"
    assert len((await other.get("/api/v1/text-checks/waiting")).json()) == 1
    agreed = await other.post(f"{address}/hits/0/second-answer", json={"agrees": True, "version": 1})
    assert agreed.json()["hits"][0]["state"] == "answered"
    late = await caller.post(f"{address}/hits/0/reaction", json={"reaction": "taken_over", "version": 1})
    assert (late.status_code, late.json()["code"]) == (409, "conflict")
    assert (await caller.get("/api/v1/text-checks")).json()["total"] == 1
    assert (await caller.get(address)).json()["hits"][0]["reaction"]["second_agrees"] is True
    assert (await caller.get("/api/v1/text-rules")).json()["rules_version"] == check["rules_version"]
    assert (await caller.post("/api/v1/text-checks", json={"text": ""})).status_code == 422


@pytest.mark.parametrize("path", ["/text-checks", "/text-rules", "/api/v1/text-checks", "/api/v1/text-rules"])
async def test_an_administrator_has_no_business_here(signed_in: SignInAs, path: str) -> None:
    assert (await (await signed_in("admin")).get(path)).status_code == 403


async def test_on_the_pages(signed_in: SignInAs) -> None:
    caller, other = await signed_in("coordinator"), await signed_in("service_point")
    assert "U hebt nog geen tekst gecontroleerd" in (await caller.get("/text-checks")).text
    empty = await caller.post("/text-checks", data={"vacancy_text": " ", "text_for": "internship"})
    assert empty.status_code == 422
    assert 'href="#field-vacancy_text"' in empty.text
    page = await caller.post(
        "/text-checks",
        data={"vacancy_text": TEXT.replace("\n", "\r\n"), "text_for": "internship"},
        follow_redirects=True,
    )
    assert "2 plekken om naar te kijken" in page.text
    assert '<mark class="sk-mark sk-mark--direct">vlotte meid</mark>' in page.text
    assert "&lt;b&gt;" in page.text
    address = page.url.path
    short = await caller.post(address, data={"hit": "0", "reaction": "kept", "reason": "kort", "version": "0"})
    assert short.status_code == 422
    assert ">kort</textarea>" in short.text
    assert re.search(r'id="field-reason" name="reason"[^>]*aria-invalid="true"', short.text)
    nothing = await caller.post(address, data={"hit": "1", "version": "0"})
    assert (nothing.status_code, 'id="field-reaction"' in nothing.text) == (422, True)
    assert (await caller.post(address, data={"hit": "9", "reaction": "kept"})).status_code == 404
    done = await caller.post(address, data={"hit": "0", "reaction": "kept", "reason": WHY, "version": "0"})
    assert (done.status_code, "#hit-1" in done.headers["location"]) == (303, True)
    assert "Ja, eens" not in (await caller.get(address)).text
    assert address in (await other.get("/text-checks")).text
    assert "Ja, eens" in (await other.get(address)).text
    agreed = await other.post(address, data={"hit": "0", "action": "agree", "version": "1"}, follow_redirects=True)
    assert "U bent het eens" in agreed.text
    again = await other.post(address, data={"hit": "0", "action": "agree", "version": "1"})
    assert (again.status_code, "wacht niets meer op een tweede persoon" in again.text) == (409, True)
    assert "Nog te weinig reacties" in (await caller.get("/text-rules")).text
