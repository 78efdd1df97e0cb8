"""The result of a study through its pages and routes: the button, the page, its files, keeping, reading in."""

from __future__ import annotations

import uuid

import pytest

from api.application import Application
from tests.api.conftest import SignedInCaller
from tests.api.lab.conftest import InLab
from tests.database.lab.a_result import an_unblinded_study
from tests.database.lab.a_study import a_task

CSV = "pair,applicant,positive\n" + "".join(
    f"Bakker Jansen {one},{who},{'true' if one % step == 0 else 'false'}\n"
    for one in range(80)
    for who, step in (("majority", 2), ("minority", 4))
)


async def ready(in_lab: InLab, app: Application, *, number: int = 100) -> tuple[SignedInCaller, str]:
    lead = await in_lab("researcher")
    study_id = await an_unblinded_study(app.state.pool, lead.actor, number=number)
    return lead, f"/studies/{study_id}"


async def test_from_the_button_to_the_files(in_lab: InLab, lab_application: Application) -> None:
    lead, address = await ready(in_lab, lab_application)
    assert "Analyse uitvoeren" in (await lead.get(f"{address}/results")).text
    done = await lead.post(f"{address}/results", data={"action": "analyse"})
    assert (done.status_code, done.headers["location"]) == (303, f"{address}/results?done=analysis_stored")
    page = (await lead.get(f"{address}/results")).text
    assert "Het verschil in positieve antwoorden is 10,0 procentpunt" in page
    assert "Het zegt niet dat een bepaald bedrijf discrimineert" in page
    assert "geen telling van meldingen" in page
    assert "Regel: k = 10" in page
    assert "<svg" in page
    assert "Geheim" not in page
    for kind, media in (
        ("report?language=en", "application/pdf"), ("outcomes", "text/csv"), ("codebook", "text/markdown"),
        ("recount", "application/zip"),
    ):  # fmt: skip
        file = await lead.get(f"{address}/results/{kind}")
        assert file.status_code == 200
        assert file.headers["content-type"].startswith(media)
    assert (await lead.get(f"{address}/results/anders")).status_code == 404
    again = await lead.post(f"{address}/results", data={"action": "analyse"})
    assert again.status_code == 409
    assert "discrimineert door" not in page


async def test_a_small_study_shows_no_small_number(in_lab: InLab, lab_application: Application) -> None:
    lead, address = await ready(in_lab, lab_application, number=20)
    await lead.post(f"{address}/results", data={"action": "analyse"})
    page = (await lead.get(f"{address}/results")).text
    assert "verborgen" in page
    assert "Deze tabel staat hier niet" in page


async def test_an_exploratory_question_is_stamped(in_lab: InLab, lab_application: Application) -> None:
    lead, address = await ready(in_lab, lab_application)
    early = await lead.post(f"{address}/results", data={"action": "explore", "title": "a", "test": "mcnemar_exact"})
    assert early.status_code == 409
    await lead.post(f"{address}/results", data={"action": "analyse"})
    asked = {"action": "explore", "title": "Alleen de horeca", "test": "mcnemar_exact", "subgroup": "sector is horeca"}
    assert (await lead.post(f"{address}/results", data=asked)).status_code == 303
    page = (await lead.get(f"{address}/results")).text
    assert "VERKENNEND" in page.split("Alleen de horeca")[0][-300:]
    for wrong in ({"title": ""}, {"test": "niets"}, {"subgroup": "sector is <script>"}):
        answer = await lead.post(f"{address}/results", data=asked | wrong)
        assert answer.status_code == 422
        assert "<script>" not in answer.text.split("</head>")[1].split("<main")[-1].split("</main>")[0]


async def test_who_sees_results(in_lab: InLab, lab_application: Application) -> None:
    lead, address = await ready(in_lab, lab_application, number=3)
    field, coder, other = await in_lab("researcher"), await in_lab("coder"), await in_lab("researcher")
    study_id = uuid.UUID(address.split("/")[-1])
    await a_task(lab_application.state.pool, study_id, field.actor, "field")
    await a_task(lab_application.state.pool, study_id, coder.actor, "coder")
    for caller, status in ((field, 403), (coder, 403), (other, 404)):
        for path in ("results", "results/report", "keeping"):
            assert (await caller.get(f"{address}/{path}")).status_code == status
        assert (await caller.post(f"{address}/results", data={"action": "analyse"})).status_code == status
        assert (await caller.post(f"{address}/keeping")).status_code == status
        assert (await caller.get(f"/api/v1{address}/results")).status_code == status
    tabs = (await field.get(address)).text
    assert f"{address}/results" not in tabs
    assert f"{address}/results" in (await lead.get(address)).text


async def test_keeping_and_archiving(in_lab: InLab, lab_application: Application) -> None:
    lead, address = await ready(in_lab, lab_application, number=3)
    page = (await lead.get(f"{address}/keeping")).text
    assert "het veldwerk is niet afgesloten" in page
    assert (await lead.post(f"{address}/keeping")).status_code == 409
    await lead.post(f"{address}/results", data={"action": "analyse"})
    assert (await lead.post(f"{address}/keeping")).status_code == 303
    assert "Opbergen" not in (await lead.get(f"{address}/keeping")).text.split("<main")[1].replace("opgeborgen", "")
    assert (await lead.get(f"{address}/results")).status_code == 200


async def test_a_finished_study_comes_in_by_its_file(in_lab: InLab) -> None:
    lead = await in_lab("researcher")
    assert "Lees een afgerond onderzoek in" in (await lead.get("/studies/read-in")).text
    made = await lead.post("/studies/read-in", data={"name": "Bakkers"}, files={"file": ("a.csv", CSV.encode())})
    assert made.status_code == 303
    page = (await lead.get(made.headers["location"])).text
    assert "Ingelezen onderzoek" in page
    assert "Jansen" not in page
    wrong = await lead.post("/studies/read-in", data={"name": "B"}, files={"file": ("a.csv", b"pair\n1\n")})
    assert wrong.status_code == 422
    assert "applicant" in wrong.text
    assert (await lead.post("/studies/read-in", data={"name": "B"})).status_code == 422
    assert (await (await in_lab("coder")).get("/studies/read-in")).status_code == 403


async def test_the_same_by_json(in_lab: InLab, lab_application: Application) -> None:
    lead, address = await ready(in_lab, lab_application)
    api = f"/api/v1{address}"
    assert (await lead.get(f"{api}/results")).json()["document"] is None
    early = await lead.post(f"{api}/explorations", json={"title": "a", "test": "mcnemar_exact"})
    assert early.status_code == 409
    done = await lead.post(f"{api}/results")
    assert done.status_code == 201
    assert done.json()["document"]["result"]["difference"]["estimate"] == pytest.approx(0.1)
    explored = await lead.post(f"{api}/explorations", json={"title": "a", "test": "mcnemar_exact"})
    assert len(explored.json()["explorations"]) == 1
    assert (await lead.get(f"{api}/results/files/recount")).content[:2] == b"PK"
    assert [one["fate"] for one in (await lead.get(f"{api}/keeping")).json()["things"]] == ["no_end", "no_end"]
    assert (await lead.post(f"{api}/archive")).json()["study"]["state"] == "archived"
    made = await lead.post("/api/v1/studies/read-in", json={"name": "Bakkers", "csv": CSV})
    assert made.status_code == 201
    wrong = await lead.post("/api/v1/studies/read-in", json={"name": "Bakkers 2", "csv": "x"})
    assert wrong.status_code == 422
    assert wrong.json()["code"] == "findings_refused"
