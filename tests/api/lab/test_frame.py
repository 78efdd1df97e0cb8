"""The frame through pages and JSON."""

from __future__ import annotations

import pytest

from tests.api.conftest import SignedInCaller
from tests.api.lab.conftest import InLab
from tests.database.lab.frame_files import a_csv, a_row


async def a_new_study(lead: SignedInCaller, name: str = "Horeca") -> str:
    made = await lead.post("/studies/new", data={"name": name})
    return str(made.headers["location"].split("?")[0])


async def test_a_file_comes_in_and_its_refused_rows_go_out(in_lab: InLab) -> None:
    lead = await in_lab("researcher")
    home = await a_new_study(lead)
    assert "Er zijn nog geen vacatures" in (await lead.get(f"{home}/frame")).text
    rows = [a_row(number, found_on="01-09-2026") for number in range(1, 60)] + [a_row(60, kvk="12")]
    answer = await lead.post(f"{home}/frame", files={"file": ("kader.csv", a_csv(rows))})
    assert answer.status_code == 303
    page = (await lead.get(answer.headers["location"])).text
    assert "Het bestand is verwerkt" in page
    assert "B-0001" in page
    assert "B-0059" not in page
    assert "B-0059" in (await lead.get(f"{home}/frame?page=2")).text
    care = (await lead.get(f"{home}/frame?sector=care")).text
    assert "29 vacatures" in care
    refused = (await lead.get(f"{home}/frame/refused")).text
    assert "is geen nummer van 8 cijfers" in refused
    file = await lead.get(f"{home}/frame/refused/file")
    assert file.headers["content-disposition"].endswith("afgewezen-vacatures.csv")
    assert "reden" in file.text
    template = await lead.get(f"{home}/frame/template?format=csv")
    assert template.text.lstrip("\ufeff").startswith("entry_id;company;establishment;kvk;")


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"a;b\n1;2\n", "De kolom company ontbreekt"), (b"\x89PNG", "afbeelding"), (None, "field-file")],
)
async def test_a_bad_file_is_told_on_the_page(in_lab: InLab, content: bytes | None, told: str) -> None:
    lead = await in_lab("researcher")
    home = await a_new_study(lead)
    answer = await lead.post(f"{home}/frame", files={"file": ("x.csv", content)} if content else {}, data={"a": "b"})
    assert answer.status_code == 422
    assert told in answer.text


async def test_companies_on_and_off_the_list(in_lab: InLab) -> None:
    lead = await in_lab("researcher")
    home = f"{await a_new_study(lead)}/frame/blocked"
    assert "De lijst is leeg" in (await lead.get(home)).text
    wrong = await lead.post(home, data={"company": "", "kvk": "12", "reason": ""})
    assert wrong.status_code == 422
    assert 'id="fault-company"' in wrong.text
    assert (await lead.post(home, data={"company": "Rust", "kvk": "12", "reason": "klacht"})).status_code == 422
    assert (await lead.post(home, data={"company": "Rust", "kvk": "", "reason": "klacht"})).status_code == 303
    page = (await lead.get(home)).text
    remove = next(part.split('"')[0] for part in page.split('action="') if part.split('"')[0].endswith("/remove"))
    assert (await lead.post(remove)).status_code == 303
    assert "De lijst is leeg" in (await lead.get(home)).text


async def test_the_same_in_json(in_lab: InLab) -> None:
    lead, stranger = await in_lab("researcher"), await in_lab("researcher")
    home = f"/api/v1{await a_new_study(lead)}/frame"
    rows = [a_row(1), a_row(2, kvk="12")]
    taken = await lead.post(home, files={"data": ("kader.csv", a_csv(rows))})
    assert taken.status_code == 201, taken.text
    assert (taken.json()["added"], taken.json()["refused"]) == (1, 1)
    assert (await lead.get(home)).json()["sectors"] == [{"sector": "ICT", "number": 1, "sizes": [["klein", 1]]}]
    assert (await lead.get(f"{home}/entries")).json()["items"][0]["company"] == "Bedrijf Geheim 1"
    assert (await lead.get(f"{home}/refused")).json()["items"][0]["row"] == 3
    assert (await lead.get(f"{home}/refused/file")).status_code == 200
    bad = await lead.post(home, files={"data": ("kader.csv", b"a;b\n1;2\n")})
    assert (bad.status_code, bad.json()["code"]) == (422, "file_refused")
    blocked = await lead.post(f"{home}/blocked", json={"company": "Rust", "reason": "klacht"})
    assert blocked.status_code == 201
    number = blocked.json()[0]["blocked_id"]
    assert (await lead.get(f"{home}/blocked")).json() == blocked.json()
    assert (await lead.post(f"{home}/blocked/{number}/remove")).json() == []
    for address in (home, f"{home}/entries", f"{home}/refused", f"{home}/blocked"):
        assert (await stranger.get(address)).status_code == 404


async def test_a_coder_has_no_tab_and_no_page(in_lab: InLab) -> None:
    lead, coder = await in_lab("researcher"), await in_lab("coder")
    home = await a_new_study(lead)
    name = (await coder.get("/account")).text.split("coder-")[1].split("@")[0]
    await lead.post(f"{home}/members", data={"sign_in_name": f"coder-{name}@lab.test", "task": "coder"})
    assert f"{home}/frame" not in (await coder.get(home)).text
    for address in (f"{home}/frame", f"{home}/frame/refused", f"{home}/frame/blocked", f"/api/v1{home}/frame/entries"):
        assert (await coder.get(address)).status_code == 403
