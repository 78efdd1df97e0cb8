"""Profiles and plan through pages and JSON: from an empty form to a plan that is replayed."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from api.application import Application
from api.messages.lab.plans import SaveProfiles
from testing_lab.profiles.study_profiles import GENERAL_WORDS, SECTOR_WORDS
from tests.api.conftest import SignedInCaller
from tests.api.lab.conftest import InLab
from tests.api.lab.test_frame import a_new_study
from tests.database.lab.frame_files import a_csv, a_row
from tests.database.lab.test_profiles import ratings
from tests.pure.lab.drawing import some_profiles
from tests.pure.lab.protocol.examples import changed, example_protocol

START = (dt.datetime.now(dt.UTC) + dt.timedelta(days=7)).date()


async def registered(lead: SignedInCaller, app: Application, *, rows: int = 14, pairs: int = 10) -> str:
    """A registered study with a frame; its fieldwork begins next week."""
    home = await a_new_study(lead)
    days = {"fieldwork.start": START.isoformat(), "fieldwork.end": (START + dt.timedelta(days=90)).isoformat()}
    protocol = changed(example_protocol(), {"sampling.pairs": pairs, **days})
    await app.state.pool.execute(
        "update lab.study set protocol = $1, state = 'registered'", msgspec.to_builtins(protocol)
    )
    found = (START - dt.timedelta(days=30)).isoformat()
    content = a_csv(a_row(number, found_on=found) for number in range(1, rows + 1))
    assert (await lead.post(f"{home}/frame", files={"file": ("k.csv", content)})).status_code == 303
    return home


def as_form(version: int = 0) -> dict[str, object]:
    """Everything that the form asks for."""
    document = some_profiles()
    form: dict[str, object] = {
        "version": str(version), "majority": document.majority, "minority": document.minority,
        "templates": list(document.templates),
    }  # fmt: skip
    for one in document.names:
        form |= {f"names.{one.sex}.majority": list(one.majority), f"names.{one.sex}.minority": list(one.minority)}
    form |= {f"words.{word}": document.words[word] for word in GENERAL_WORDS}
    for place, sector in enumerate(("ICT", "care")):
        form |= {f"sector.{place}.{word}": document.sector_words[sector][word] for word in SECTOR_WORDS}
    for place, sender in enumerate(document.senders):
        form |= {f"sender.{place}.phone": sender.phone, f"sender.{place}.mailbox": sender.mailbox}
    return form


async def test_from_an_empty_form_to_a_plan_that_is_replayed(in_lab: InLab, lab_application: Application) -> None:
    lead = await in_lab("researcher")
    home = await registered(lead, lab_application)
    empty = (await lead.get(f"{home}/profiles")).text
    assert "Er zijn nog geen namen gekozen" in empty
    assert "Herkenning niet gemeten" in empty
    assert (await lead.post(f"{home}/profiles", data=as_form())).status_code == 303
    filled = (await lead.get(f"{home}/profiles?sex=male&first=B&second=D&sector=care")).text
    assert "In dit paar verschilt alleen wat mag verschillen" in filled
    assert "Verzorgende IG" in filled
    assert (await lead.post(f"{home}/profiles", data=as_form())).status_code == 409
    form = (await lead.get(f"{home}/plan")).text
    assert "Trek het plan" in form
    assert "Aan de profielen" not in form
    asked = {
        "start": START.isoformat(), "opens": "09:00", "closes": "16:30", "most_per_day": "20", "seed": "7",
        **{f"day.{day}": "yes" for day in ("monday", "tuesday", "wednesday", "thursday", "friday")},
    }  # fmt: skip
    drawn = await lead.post(f"{home}/plan", data=asked)
    assert drawn.status_code == 303, drawn.text
    page = (await lead.get(f"{home}/plan?replay=yes")).text
    assert "Hetzelfde startgetal geeft hetzelfde plan en dezelfde brieven" in page
    assert "Bedrijf Geheim" not in page
    assert "p-waarde" in page
    file = await lead.get(f"{home}/plan/file")
    assert file.headers["content-disposition"].endswith("plan.csv")
    assert len(file.text.splitlines()) == 21
    assert "Geheim" not in file.text
    assert (await lead.post(f"{home}/plan", data=asked)).status_code == 409
    assert (await lead.post(f"{home}/profiles", data=as_form(1))).status_code == 409
    assert "Er kunnen geen vacatures meer bij" in (await lead.get(f"{home}/frame")).text


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"start": ""}, 'id="fault-start"'), ({"opens": "negen"}, 'id="fault-opens"'),
        ({"most_per_day": "-3"}, 'id="fault-most_per_day"'), ({"seed": "x" * 201}, 'id="fault-seed"'),
        ({"closes": "08:00"}, "komt niet na de openingstijd"), ({}, "Er is geen plan getrokken"),
    ],
)  # fmt: skip
async def test_a_form_that_gives_no_plan_comes_back(
    in_lab: InLab, lab_application: Application, changes: dict[str, str], told: str
) -> None:
    lead = await in_lab("researcher")
    home = await registered(lead, lab_application)
    asked = {"start": START.isoformat(), "opens": "09:00", "closes": "16:30", "most_per_day": "20", "day.monday": "yes"}
    answer = await lead.post(f"{home}/plan", data=asked | changes)
    assert answer.status_code == 422
    assert told in answer.text
    assert await lab_application.state.pool.fetchval("select count(*) from lab.dispatch") == 0


async def test_a_pretest_comes_in_and_is_told(in_lab: InLab) -> None:
    lead = await in_lab("researcher")
    home = f"{await a_new_study(lead)}/profiles"
    answer = await lead.post(f"{home}/pretest", data={"source": "Proef"}, files={"file": ("p.csv", ratings())})
    assert answer.status_code == 303
    page = (await lead.get(home)).text
    assert "Elif Korkmaz" in page
    assert "Ja, door het land" in page
    for data, files in (
        ({"source": "x"}, {"file": ("p.csv", b"a;b\n1;2\n")}), ({"source": ""}, {"file": ("p.csv", ratings())}),
        ({"source": "x"}, {"file": ("p.csv", ratings(name="Niemand"))}),
    ):  # fmt: skip
        assert (await lead.post(f"{home}/pretest", data=data, files=files)).status_code == 422
    assert (await lead.post(f"{home}/pretest", data={"source": "x"})).status_code == 422


async def test_the_same_in_json(in_lab: InLab, lab_application: Application) -> None:
    lead, stranger = await in_lab("researcher"), await in_lab("researcher")
    page = await registered(lead, lab_application)
    home = f"/api/v1{page}"
    whole = msgspec.json.decode(msgspec.json.encode(some_profiles()))
    fields = {field.name for field in msgspec.structs.fields(SaveProfiles)}
    saved = await lead.post(f"{home}/profiles", json={k: v for k, v in whole.items() if k in fields} | {"version": 0})
    assert saved.status_code == 200, saved.text
    assert saved.json()["version"] == 1
    assert (await lead.get(f"{home}/profiles")).json()["document"] == whole
    wrong = await lead.post(f"{home}/plan", json={"start": "2020-01-01"})
    assert wrong.status_code == 422
    assert [one["code"] for one in wrong.json()["findings"]] == ["plan-start-outside"]
    assert (await lead.get(f"{home}/plan")).status_code == 404
    drawn = await lead.post(f"{home}/plan", json={"start": START.isoformat(), "seed": "7"})
    assert drawn.status_code == 201, drawn.text
    assert drawn.json()["dispatches"] == 20
    assert (await lead.get(f"{home}/plan")).json() == drawn.json()
    assert (await lead.get(f"{home}/plan/replay")).json()["plan_equal"] is True
    assert (await lead.get(f"{home}/plan/file")).status_code == 200
    again = await lead.post(f"{home}/plan", json={"start": START.isoformat()})
    assert (again.status_code, again.json()["facts"]["reason"]) == (409, "study-plan-drawn")
    heard = await lead.post(f"{home}/pretest?source=x", files={"data": ("p.csv", ratings())})
    assert heard.status_code == 409
    for address in ("profiles", "plan", "plan/replay", "plan/file"):
        assert (await stranger.get(f"{home}/{address}")).status_code == 404


async def test_a_fieldworker_sees_neither(in_lab: InLab) -> None:
    lead, field = await in_lab("researcher"), await in_lab("researcher")
    home = await a_new_study(lead)
    name = (await field.get("/account")).text.split("researcher-")[1].split("@")[0]
    await lead.post(f"{home}/members", data={"sign_in_name": f"researcher-{name}@lab.test", "task": "field"})
    page = (await field.get(home)).text
    assert f"{home}/frame" in page
    for part in ("profiles", "plan"):
        assert f"{home}/{part}" not in page
        assert (await field.get(f"{home}/{part}")).status_code == 403
    assert (await field.post(f"{home}/plan", data={"start": "2027-01-01"})).status_code in (403, 422)
