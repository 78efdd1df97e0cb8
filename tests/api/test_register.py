"""The offer register over JSON and on the pages: what people see, type and are told."""

from __future__ import annotations

import re

import asyncpg
import httpx
import pytest

from tests.api.conftest import SignedInCaller, SignInAs
from tests.api.rows import CARE, make_round

QUICK = {
    "company": "Bistro Bosuil", "place": "Hilversum", "postcode4": "1211", "kind": "internship", "places": "2",
    "title": "Helpende", "crebos": CARE, "guidance_who": "De zorgmanager", "guidance_hours": "2,5", "source": "call",
    "note": "Wil twee stagiairs.", "next_action": "Bel terug", "due_on": "01-02-2027", "do": "save",
}  # fmt: skip


async def post(caller: httpx.AsyncClient, address: str, **fields: str) -> httpx.Response:
    return await caller.post(address, data=fields, follow_redirects=True)


async def enter(caller: SignedInCaller, **changes: str) -> str:
    """The address of an offer that was entered on the page."""
    answer = await post(caller, "/register/new", **(QUICK | changes))
    assert answer.status_code == 200, answer.text
    return answer.url.path


async def test_a_call_becomes_a_live_offer_in_a_round(pool: asyncpg.Pool, signed_in: SignInAs) -> None:
    caller = await signed_in("service_point")
    assert "Er is nog geen aanbod" in (await caller.get("/register")).text
    page = await enter(caller)
    told = (await caller.get(page)).text
    for words in ("De zorgmanager, 2,5 uur per week", "Bel terug", "niet gecontroleerd voor"):
        assert words in told
    for stage in ("checked", "live"):
        moved = await post(caller, page, do=stage)
        assert "Het aanbod is verplaatst." in moved.text
    assert "Maak ongedaan: terug naar Gecontroleerd" in moved.text
    listed = (await caller.get("/register", params={"status": "live", "crebo": CARE})).text
    assert "1 aanbod." in listed
    assert "Wil twee stagiairs." in (await caller.get(re.findall(r"/register/companies/[0-9a-f-]+", told)[0])).text

    round_id = await make_round(pool)
    take = f"/rounds/{round_id}/register"
    chosen = re.findall(r'name="chosen" value="([0-9a-f-]+)"', (await caller.get(take)).text)
    assert "Kies minstens één aanbod." in (await post(caller, take)).text
    taken = await post(caller, take, chosen=chosen[0])
    assert "Het aanbod staat in de ronde." in taken.text
    assert "R00001" in taken.text
    assert "2 in een ronde, 0 bezet" in (await caller.get(page)).text
    back = await post(caller, page, do="give_back", round_id=str(round_id))
    assert "Het aanbod is uit de ronde." in back.text
    assert "nog niet in een ronde" in back.text


async def test_the_form_comes_back_with_every_mistake_and_all_that_was_typed(signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    wrong = await post(
        caller, "/register/new", **(QUICK | {"guidance_hours": "veel", "places": "", "start_date": "31-02-2027"})
    )
    assert wrong.status_code == 422
    for words in ("Schrijf een aantal uren", "Dit is geen datum", "Vul dit in.", 'value="Bistro Bosuil"'):
        assert words in wrong.text
    phone = await post(caller, "/register/new", **(QUICK | {"contact_name": "Rob 035 123 45 67"}))
    assert "Hierin staat een telefoonnummer. Zet het nummer in het veld voor telefoon." in phone.text
    reversed_dates = {"start_date": "2027-03-01", "end_date": "2027-02-01"}
    assert "ligt voor de eerste dag" in (await post(caller, "/register/new", **(QUICK | reversed_dates))).text
    assert "Er is nog geen aanbod" in (await caller.get("/register")).text, "nothing half-written"


async def test_a_double_is_chosen_or_not_and_both_can_be_merged(signed_in: SignInAs) -> None:
    caller = await signed_in("service_point")
    await enter(caller)
    suggested = (await caller.get("/register/new", params={"company": "Bis"})).text
    assert '<option value="Bistro Bosuil (1211 Hilversum)">' in suggested
    await enter(caller, company="Bistro Bosuil (1211 Hilversum)", place="", postcode4="")
    double = QUICK | {"company": "De Bistro Bosuil B.V."}
    asked = await post(caller, "/register/new", **double)
    assert asked.status_code == 409
    assert "Is het een van deze bedrijven?" in asked.text
    (same,) = re.findall(r'name="same" value="([0-9a-f]{8}-[0-9a-f-]+)"', asked.text)
    await enter(caller, **double, same=same)
    assert "1 bedrijf." in (await caller.get("/register/companies")).text
    page = await enter(caller, **double, same="new")
    company = re.findall(r"/register/companies/[0-9a-f-]+", (await caller.get(page)).text)[0]
    shown = (await caller.get(company)).text
    assert "Dezelfde naam en dezelfde postcode" in shown
    (merge,) = set(re.findall(rf"{company}/merge/[0-9a-f-]+", shown))
    assert "Alles van Bistro Bosuil gaat daarheen" in (await caller.get(merge)).text
    merged = await post(caller, merge)
    assert "De bedrijven zijn samengevoegd." in merged.text
    (merge_id,) = re.findall(r'name="merge_id" value="([0-9a-f-]+)"', merged.text)
    assert "Het zijn weer twee bedrijven." in (await post(caller, company, do="undo_merge", merge_id=merge_id)).text


async def test_the_second_writer_sees_both_versions_and_loses_nothing(signed_in: SignInAs) -> None:
    one, other = await signed_in("service_point"), await signed_in("coordinator")
    edit = f"{await enter(one)}/edit"
    form = dict(re.findall(r'name="(version|owner)"[^>]*value="([^"]*)"', (await one.get(edit)).text))
    mine = {**QUICK, **form, "title": "Hulpkok"}
    assert (await post(one, edit, **mine)).status_code == 200
    late = await post(other, edit, **(mine | {"title": "Souschef", "pay": "100 euro"}))
    assert late.status_code == 409
    for words in ("Iemand anders was net eerder", "Hulpkok", 'value="Souschef"', "100 euro"):
        assert words in late.text
    (version,) = re.findall(r'name="version" value="(\d+)"', late.text)
    saved = await post(other, edit, **(mine | {"title": "Souschef", "version": version}))
    assert "De wijziging is bewaard." in saved.text
    assert "Souschef</h1>" in saved.text


async def test_a_wish_that_is_not_allowed_on_the_pages(signed_in: SignInAs) -> None:
    caller, lead = await signed_in("service_point"), await signed_in("school_lead")
    page = await enter(caller)
    offer_id = page.rsplit("/", 1)[-1]
    form = f"/register/cases/new?offer={offer_id}"
    assert "Daar mag ik niet aan meewerken" in (await caller.get(form)).text
    refused = await post(caller, form, ground="age", channel="call", words="De stagiair heeft adhd")
    assert refused.status_code == 422
    opened = await post(caller, form, ground="age", channel="call", words="Niemand boven de twintig")
    assert "Het verzoek is vastgelegd. Het aanbod is geblokkeerd." in opened.text
    case = opened.url.path
    assert "Geblokkeerd" in (await caller.get("/register", params={"status": "blocked"})).text
    stepped = await post(caller, case, do="step", step="told_not_allowed")
    assert "Gezegd dat het niet mag" in stepped.text
    assert (
        await post(caller, case, do="close", outcome="withdrawn", closing_words="Iedereen welkom.")
    ).status_code == 403
    assert "Ingetrokken" not in (await caller.get(case)).text, "only a lead may choose it"
    closed = await post(lead, case, do="close", outcome="withdrawn", closing_words="Iedereen is welkom.")
    assert "Het verzoek is afgesloten." in closed.text
    assert "geblokkeerd door een verzoek" not in (await caller.get(page)).text
    new = await post(caller, "/register/new", **(QUICK | {"company": "Zorghuis Amber", "do": "case"}))
    assert 'class="sk-title__under">Zorghuis Amber' in new.text, (
        "the button during the call: company first, then the case"
    )


async def test_the_list_of_today(signed_in: SignInAs) -> None:
    caller = await signed_in("service_point")
    await enter(caller, due_on="2026-01-05")
    today = (await caller.get("/register/today")).text
    assert "Te laat" in today
    (action_id,) = re.findall(r'name="action_id" value="([0-9a-f-]+)"', today)
    assert "U hebt niets te doen" in (await post(caller, "/register/today", do="done", action_id=action_id)).text
    due = await caller.get("/api/v1/register/actions", params={"everybody": True, "days_ahead": 7})
    assert due.json() == []


async def test_over_json(signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    offer = {"kind": "internship", "title": "Kok", "places": 2, "guidance_who": "Chef", "guidance_hours": 2}
    company = {"name": "Bistro Bosuil", "place": "Hilversum"}
    made = await caller.post("/api/v1/register/quick-entry", json={"offer": offer, "company": company})
    assert made.status_code == 201, made.text
    found = made.json()
    address = f"/api/v1/register/offers/{found['registered_offer_id']}"
    stale = await caller.post(f"{address}/change", json={"version": 9, "offer": offer | {"title": "Hulpkok"}})
    assert (stale.status_code, stale.json()["facts"]["what"]) == (409, "offer_changed")
    without = {name: value for name, value in offer.items() if not name.startswith("guidance")}
    asked = {"establishment_id": found["establishment_id"], "offer": without}
    assert (await caller.post("/api/v1/register/offers", json=asked)).status_code == 422
    wish = {"company_id": found["company_id"], "ground": "purple", "words": ""}
    assert (await caller.post("/api/v1/register/cases", json=wish)).status_code == 422
    opened = await caller.post("/api/v1/register/cases", json=wish | {"ground": "sex"})
    assert (opened.status_code, opened.json()["blocked_registered"]) == (201, 1)
    assert (await caller.get(address)).json()["blocked"] is True
    assert "words" not in (await caller.get("/api/v1/register/cases")).json()["items"][0]
    listed = await caller.get("/api/v1/register/offers", params={"status": "blocked"})
    assert listed.json()["total"] == 1
    assert (await caller.get("/api/v1/register/offers", params={"status": "nonsense"})).json()["total"] == 0


@pytest.mark.parametrize("role", ["privacy_officer", "admin"])
async def test_nobody_else_sees_the_register(signed_in: SignInAs, role: str) -> None:
    caller = await signed_in(role)  # type: ignore[arg-type]  # a Role
    for address in ("/register", "/register/new", "/register/today", "/register/companies", "/register/cases"):
        assert (await caller.get(address)).status_code == 403, address
    assert "/register" not in (await caller.get("/rounds")).text
