"""The fieldwork through pages and routes: what a fieldworker does, and what everybody else may not."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import msgspec
import pytest

from api.application import Application
from api.pages.forms import CLOCK
from api.services.lab.addresses import new_token
from tests.api.conftest import SignedInCaller
from tests.api.lab.conftest import InLab
from tests.database.lab.a_field import DOMAIN, a_mail, a_mailbox, server_at
from tests.database.lab.a_study import a_study, a_task, pairs
from tests.mail.smtp_servers import Letterbox, smtp_server

PAST = dt.datetime.now(dt.UTC).replace(second=0, microsecond=0) - dt.timedelta(days=3)
WHY = "De school vraagt een pauze"


class Desk(msgspec.Struct, frozen=True, kw_only=True):
    """A study with two pairs, everything due; and the people who work on it."""

    study_id: uuid.UUID
    lead: Any
    worker: Any
    coder: Any
    pool: Any

    @property
    def pages(self) -> str:
        return f"/studies/{self.study_id}/fieldwork"

    @property
    def api(self) -> str:
        return f"/api/v1/studies/{self.study_id}"


@pytest.fixture
async def desk(in_lab: InLab, lab_application: Application) -> Desk:
    pool = lab_application.state.pool
    lead, worker, coder = await in_lab("researcher"), await in_lab("researcher"), await in_lab("coder")
    study_id = await a_study(pool, lead.actor, state="registered")
    await a_task(pool, study_id, worker.actor, "field")
    await a_task(pool, study_id, coder.actor, "coder")
    await pairs(pool, study_id, 2, due=PAST)
    for row in await pool.fetch("select dispatch_id from lab.dispatch"):
        await pool.execute(
            "update lab.dispatch set token = $2, from_address = identity || '@' || $3 where dispatch_id = $1",
            row["dispatch_id"], new_token(), DOMAIN,
        )  # fmt: skip
    return Desk(study_id=study_id, lead=lead, worker=worker, coder=coder, pool=pool)


def typed(moment: dt.datetime) -> str:
    """As a browser sends it."""
    return moment.astimezone(CLOCK).strftime("%Y-%m-%dT%H:%M")


async def begin(desk: Desk) -> None:
    assert (await desk.worker.post(desk.pages)).status_code == 303


async def act(caller: SignedInCaller, desk: Desk, dispatch_id: str, **form: str) -> Any:
    return await caller.post(f"{desk.pages}/dispatches/{dispatch_id}", data=form)


async def test_the_day_of_a_fieldworker(desk: Desk) -> None:
    before = (await desk.worker.get(desk.pages)).text
    assert "Veldwerk starten" in before
    await begin(desk)
    page = (await desk.worker.get(desk.pages)).text
    assert "Bedrijf Geheim 1" in page
    assert "te laat" in page
    sent = await act(desk.worker, desk, "1-1", action="send_hand", at=typed(PAST + dt.timedelta(hours=1)))
    assert sent.status_code == 303, sent.text
    shown = (await desk.worker.get(sent.headers["location"])).text
    assert "Vastgelegd: deze sollicitatie is verstuurd." in shown
    row = await desk.pool.fetchrow("select token from lab.dispatch where dispatch_id = '1-1'")
    late = a_mail(
        f"majority+{row['token']}@{DOMAIN}", at=(PAST + dt.timedelta(hours=5)).strftime("%a, %d %b %Y %H:%M:%S +0000")
    )
    files = {"file": ("post.mbox", a_mailbox(late, a_mail("iemand@elders.test", number="7")))}
    done = await desk.worker.post(f"{desk.pages}/replies", files=files)
    assert done.status_code == 200
    assert "Ingelezen" in done.text
    assert "Wie hoort hierbij?" in done.text
    reply_id = await desk.pool.fetchval("select reply_id from lab.reply where dispatch_id = '1-1'")
    judged = await act(desk.worker, desk, "1-1", action="judge", reply_id=str(reply_id), positive="yes")
    assert judged.status_code == 303
    # A company that waits too long shouts on every page of the study, and not to coders.
    for address in (f"/studies/{desk.study_id}", desk.pages, f"{desk.pages}/withdrawals"):
        assert "Eén bedrijf wacht te lang op een afmelding." in (await desk.lead.get(address)).text
    assert "wacht te lang" not in (await desk.coder.get(f"/studies/{desk.study_id}")).text
    withdrawn = await act(desk.worker, desk, "1-1", action="withdraw_hand", at=typed(dt.datetime.now(dt.UTC)))
    assert withdrawn.status_code == 303
    assert "wacht te lang" not in (await desk.lead.get(desk.pages)).text
    loose = await desk.pool.fetchval("select reply_id from lab.reply where dispatch_id is null")
    wrong = await desk.worker.post(f"{desk.pages}/replies/{loose}", data={"action": "assign", "dispatch_id": "9-9"})
    assert wrong.status_code == 422
    assert 'id="fault-dispatch_id"' in wrong.text
    aside = await desk.worker.post(
        f"{desk.pages}/replies/{loose}", data={"action": "set_aside", "reason": "Reclame voor bloemen"}
    )
    assert aside.status_code == 303
    complained = await act(
        desk.worker,
        desk,
        "1-1",
        action="complaint",
        received_on=PAST.date().isoformat(),
        words="Stop hiermee",
    )
    assert complained.status_code == 303
    assert await desk.pool.fetchval("select state from lab.dispatch where dispatch_id = '1-2'") == "stopped"


async def test_a_day_of_letters_is_one_form(desk: Desk) -> None:
    address = f"{desk.pages}/sent-by-hand"
    assert "Er mag nu niets worden verstuurd" in (await desk.worker.get(address)).text
    await begin(desk)
    assert "checked" not in (await desk.worker.get(address)).text
    assert (await desk.worker.get(f"{address}?tick=all")).text.count(" checked") == 4
    assert (await desk.coder.get(address)).status_code == 403
    for form, told in (
        ({}, "Zet een vinkje"),
        ({"sent.1-1": "yes", "at.1-1": "morgen"}, "Schrijf een dag en een tijd"),
    ):
        wrong = await desk.worker.post(address, data=form)
        assert (wrong.status_code, told in wrong.text) == (422, True)
    times = {"1-1": PAST, "2-1": PAST, "2-2": PAST + dt.timedelta(days=1, hours=1), "1-2": PAST}
    form = {f"sent.{one}": "yes" for one in times} | {f"at.{one}": typed(at) for one, at in times.items()}
    partly = await desk.worker.post(address, data=form | {"at.2-1": typed(PAST + dt.timedelta(hours=1))})
    # The second letter to the first company would have gone a day before it was due; the other three are written down.
    assert partly.status_code == 409
    assert "3 brieven zijn vastgelegd als verstuurd. Eén brief is niet vastgelegd." in " ".join(partly.text.split())
    assert f'value="{typed(PAST)}"' in partly.text
    rows = await desk.pool.fetch("select dispatch_id, state, sent_at from lab.dispatch order by dispatch_id")
    assert [row["state"] for row in rows] == ["sent", "planned", "sent", "sent"]
    assert rows[2]["sent_at"] == PAST + dt.timedelta(hours=1)
    mended = await desk.worker.post(
        address, data={"sent.1-2": "yes", "at.1-2": typed(PAST + dt.timedelta(days=1, hours=2))}
    )
    assert mended.status_code == 303
    assert "Er is niets te versturen" in (await desk.worker.get(mended.headers["location"])).text


async def test_stopping_asks_once_and_keeps_the_reason(desk: Desk) -> None:
    await begin(desk)
    assert "Reden" in (await desk.worker.get(f"{desk.pages}/steps/stop")).text
    assert (await desk.worker.post(f"{desk.pages}/steps/stop", data={"reason": ""})).status_code == 422
    assert (await desk.worker.post(f"{desk.pages}/steps/stop", data={"reason": WHY})).status_code == 303
    page = (await desk.worker.get(desk.pages)).text
    assert f"Reden: {WHY}" in page
    late = dt.datetime.now(dt.UTC) + dt.timedelta(minutes=1)  # fields have whole minutes: not before the stop
    refused = await act(desk.worker, desk, "1-1", action="send_hand", at=typed(late))
    assert refused.status_code == 409
    assert "stilgezet" in refused.text
    assert (await desk.worker.post(f"{desk.pages}/steps/resume", data={"reason": WHY})).status_code == 403
    assert (await desk.lead.post(f"{desk.pages}/steps/resume", data={"reason": WHY})).status_code == 303
    early = await desk.lead.post(f"{desk.pages}/steps/close", data={"reason": ""})
    assert early.status_code == 422
    assert "Schrijf waarom u nu afsluit" in early.text
    assert (await desk.lead.post(f"{desk.pages}/steps/close", data={"reason": WHY})).status_code == 303
    again = await desk.lead.post(f"{desk.pages}/steps/stop", data={"reason": WHY})
    assert again.status_code == 409
    assert (await desk.lead.get(f"{desk.pages}/steps/dance")).status_code == 404


@pytest.mark.parametrize(
    ("form", "status", "told"),
    [
        ({"action": "send_hand", "at": ""}, 422, "Vul dit in"),
        ({"action": "send_hand", "at": "morgen"}, 422, "Schrijf een dag en een tijd"),
        ({"action": "send_hand", "at": "2026-03-29T02:30"}, 422, "de klok sprong toen vooruit"),
        ({"action": "send_hand", "at": "2030-01-01T10:00"}, 422, "nog niet geweest"),
        ({"action": "send_hand", "at": "2020-01-01T10:00"}, 409, "Het is nog te vroeg"),
        ({"action": "send_now"}, 409, "Er is geen mailserver ingesteld"),
        ({"action": "resolve", "arrived": "yes"}, 409, "niets meer uit te zoeken"),
        ({"action": "reply", "kind": "call", "positive": "yes", "at": "01-01-2026 10:00", "text": "x"}, 409, "gepland"),
        ({"action": "withdraw_hand", "at": "01-01-2026 10:00"}, 409, "Afmelden"),
        ({"action": "detected"}, 409, "Herkend als test"),
        ({"action": "complaint", "received_on": "", "words": ""}, 422, "Vul dit in"),
        ({"action": "dance"}, 422, "Kies een van de mogelijkheden"),
        ({}, 422, "Kies een van de mogelijkheden"),
    ],
)  # fmt: skip
async def test_each_mistake_has_its_own_words(desk: Desk, form: dict[str, str], status: int, told: str) -> None:
    await begin(desk)
    answer = await act(desk.worker, desk, "1-1", **form)
    assert answer.status_code == status, answer.text
    assert told in answer.text
    assert await desk.pool.fetchval("select count(*) from lab.dispatch where state = 'planned'") == 4


async def test_a_letter_goes_from_the_page_by_mail_once(desk: Desk, lab_application: Application) -> None:
    await begin(desk)
    box = Letterbox()
    settings = lab_application.state.settings
    with smtp_server(box) as port:
        lab_application.state.settings = msgspec.structs.replace(settings, mail=server_at(port))
        assert "Verstuur nu" in (await desk.worker.get(f"{desk.pages}/dispatches/1-1")).text
        assert (await act(desk.worker, desk, "1-1", action="send_now")).status_code == 303
        again = await act(desk.worker, desk, "1-1", action="send_now")
        lab_application.state.settings = msgspec.structs.replace(
            settings, mail=server_at(port, domains=("proef.test",))
        )
        outside = await act(desk.worker, desk, "2-1", action="send_now")
        shown = (await desk.worker.get(outside.headers["location"])).text
    lab_application.state.settings = settings
    assert again.status_code == 409
    assert len(box.envelopes) == 1
    assert "er gaat geen post naar bedrijf-geheim.test" in shown


async def test_files_to_save(desk: Desk) -> None:
    await begin(desk)
    for part in ("letter", "cv"):
        for ending, start in (("pdf", b"%PDF"), ("docx", b"PK")):
            answer = await desk.worker.get(f"{desk.pages}/dispatches/1-1/files/{part}/{ending}")
            assert answer.content.startswith(start)
            routed = await desk.worker.get(f"{desk.api}/fieldwork/dispatches/1-1/files/{part}/{ending}")
            assert routed.content == answer.content
    assert (await desk.worker.get(f"{desk.pages}/dispatches/1-1/files/photo/pdf")).status_code == 404
    assert (await desk.worker.get(f"{desk.pages}/today.zip")).content.startswith(b"PK")
    calendar = await desk.worker.get(f"{desk.pages}/veldwerk.ics")
    assert calendar.headers["content-type"].startswith("text/calendar")
    assert b"Geheim" not in calendar.content


async def test_a_file_that_is_no_mailbox_says_so(desk: Desk) -> None:
    await begin(desk)
    none = await desk.worker.post(f"{desk.pages}/replies", files={"file": ("", b"")})
    assert none.status_code == 422
    assert 'id="fault-file"' in none.text
    wrong = await desk.worker.post(f"{desk.pages}/replies", files={"file": ("x.zip", b"PK\x03\x04 nothing")})
    assert wrong.status_code == 422
    assert "geen brievenbus" in wrong.text
    off = await desk.worker.post(f"{desk.pages}/replies", data={"action": "fetch"}, files={"file": ("", b"")})
    assert off.status_code == 409
    assert "leest geen brievenbus" in off.text


async def test_the_same_by_json(desk: Desk) -> None:
    base = f"{desk.api}/fieldwork"
    started = await desk.worker.post(f"{base}/start")
    assert started.json()["by_state"] == {"planned": 4}
    listed = (await desk.worker.get(f"{base}/dispatches", params={"size": 1})).json()
    assert (listed["total"], listed["items"][0]["dispatch_id"]) == (4, "1-1")
    at = (PAST + dt.timedelta(hours=1)).isoformat()
    sent = await desk.worker.post(f"{base}/dispatches/1-1/sent", json={"at": at})
    assert sent.json()["state"] == "sent"
    early = await desk.worker.post(f"{base}/dispatches/1-2/sent", json={"at": at})
    assert (early.status_code, early.json()["facts"]["reason"]) == (409, "not-due-yet")
    naive = await desk.worker.post(f"{base}/dispatches/2-1/sent", json={"at": "2026-01-01T10:00:00"})
    assert (naive.status_code, naive.json()["fields"]) == (422, {"at": "not_moment"})
    off = await desk.worker.post(f"{base}/dispatches/2-1/send")
    assert off.json()["facts"]["reason"] == "dispatch-sending-off"
    call = {"kind": "call", "at": (PAST + dt.timedelta(hours=2)).isoformat(), "text": "Kom maandag"}
    recorded = await desk.worker.post(f"{base}/dispatches/1-1/replies", json=call)
    (reply,) = recorded.json()["replies"]
    assert (await desk.worker.get(f"{desk.api}/replies/unjudged")).json()[0]["reply_id"] == reply["reply_id"]
    judged = await desk.worker.put(f"{desk.api}/replies/{reply['reply_id']}/judgement", json={"positive": True})
    assert judged.status_code == 204
    (task,) = (await desk.worker.get(f"{base}/withdrawals")).json()["tasks"]
    assert task["state"] == "overdue"
    now = dt.datetime.now(dt.UTC).isoformat()
    assert (await desk.worker.post(f"{base}/dispatches/1-1/withdrawn", json={"at": now})).json()["state"] == "withdrawn"
    brought = await desk.worker.post(f"{desk.api}/replies/import", files={"file": ("a.eml", a_mail("x@elders.test"))})
    assert brought.json()["loose"] == 1
    loose = (await desk.worker.get(f"{desk.api}/replies/loose")).json()["items"][0]["reply_id"]
    put = await desk.worker.put(f"{desk.api}/replies/{loose}/dispatch", json={"reason": "Reclame voor bloemen"})
    assert put.status_code == 204
    assert (await desk.worker.post(f"{desk.api}/replies/fetch")).status_code == 409
    complaint = {"received_on": PAST.date().isoformat(), "words": "Stop"}
    assert len((await desk.worker.post(f"{base}/dispatches/2-1/complaints", json=complaint)).json()["complaints"]) == 1
    assert (await desk.worker.post(f"{base}/dispatches/1-1/detected")).json()["state"] == "detected"
    assert (await desk.worker.post(f"{base}/stop", json={"reason": WHY})).json()["steps"] == ["resume", "close"]
    assert (await desk.lead.post(f"{base}/close", json={"reason": WHY})).status_code == 200
    assert (await desk.worker.get(f"{base}/calendar")).json()[0]["number"] == 2


async def test_coders_and_strangers_get_nothing(desk: Desk, in_lab: InLab, lab_application: Application) -> None:
    await begin(desk)
    stranger = await in_lab("researcher")
    values = {
        "study_id": str(desk.study_id), "dispatch_id": "1-1", "part": "cv", "ending": "pdf", "step": "stop",
        "reply_id": str(uuid.uuid4()),
    }  # fmt: skip
    bodies: dict[str, Any] = {
        "sent": {"at": PAST.isoformat()}, "withdrawn": {"at": PAST.isoformat()}, "resolve": {"arrived": True},
        "replies": {"kind": "call", "at": PAST.isoformat(), "text": "x"}, "judgement": {"positive": True},
        "complaints": {"received_on": "2026-01-01", "words": "x"}, "stop": {"reason": WHY}, "resume": {"reason": WHY},
        "close": {"reason": WHY}, "dispatch": {"reason": WHY},
        "1-1": {"started_at": PAST.isoformat(), "script_version": "x", "said": ["1"], "outcome": "refuses"},
        "heard": {"heard": "live", "outcome": "refuses", "notes": "x"},
    }  # fmt: skip
    asked = 0
    for route in lab_application.routes:
        if "/fieldwork" not in route.path and "/replies" not in route.path:
            continue
        address = route.path
        for name, value in values.items():
            address = address.replace(f"{{{name}:uuid}}", value).replace(f"{{{name}:str}}", value)
        last = address.rsplit("/", 1)[-1]
        for method in set(getattr(route, "methods", ())) & {"GET", "POST", "PUT"}:
            if not address.startswith("/api") and method == "POST":
                body: dict[str, Any] = {"data": {"reason": WHY, "action": "detected", "dispatch_id": "1-1"}}
            elif last == "import" or address.endswith("/jobs/replies"):
                body = {"files": {"file": ("a.eml", b"x")}}
            else:
                body = {"json": bodies[last]} if method != "GET" and last in bodies else {}
            for caller, status in ((desk.coder, 403), (stranger, 404)):
                answer = await caller.request(method, address, **body)
                assert answer.status_code == status, (method, address, answer.status_code, answer.text[:300])
                assert "Geheim" not in answer.text
            asked += 1
    assert asked > 35
    assert await desk.pool.fetchval("select count(*) from lab.dispatch where state = 'planned'") == 4
