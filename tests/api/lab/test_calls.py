"""The forms of a call: what is kept, what is refused, and that what was typed stays on the page."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from typing import Any

import msgspec
import pytest

from api.application import Application
from api.pages.forms import CLOCK
from tests.api.lab.conftest import InLab
from tests.database.lab.a_study import a_study, pairs
from tests.database.lab.test_calls import WHOLE, calls_in_the_field

NOW = dt.datetime.now(CLOCK).replace(second=0, microsecond=0, tzinfo=None)
MADE = {"at": (NOW - dt.timedelta(hours=1)).isoformat(), "consent": "refused", "notes": "Dat doen wij niet.",
        "outcome": "refuses", **{f"said.{step}": "yes" for step in WHOLE}}  # fmt: skip
HEARD = {"heard": "live", "notes": "Zij weigerden het.", "outcome": "refuses"}


class Phone(msgspec.Struct, frozen=True):
    """A call that is due, and who has to do with it."""

    worker: Any
    lead: Any
    coder: Any
    pool: Any
    study_id: uuid.UUID
    script: str

    @property
    def address(self) -> str:
        return f"/studies/{self.study_id}/fieldwork/calls/1-1"

    async def send(self, who: Any, action: str, **form: str) -> Any:
        return await who.post(self.address, data={"action": action, "script_version": self.script, **form})


@pytest.fixture
async def phone(in_lab: InLab, lab_application: Application) -> Phone:
    pool = lab_application.state.pool
    lead, worker, coder = await in_lab("researcher"), await in_lab("researcher"), await in_lab("coder")
    study_id, script = await calls_in_the_field(pool, lead.actor, {worker.name: "field", coder.name: "coder"})
    await pool.execute("update lab.dispatch set due_at = now() - interval '1 day'")
    return Phone(worker, lead, coder, pool, study_id, script)


async def test_a_call_is_made_and_heard_by_its_forms(phone: Phone) -> None:
    made = await phone.send(phone.worker, "make", **MADE)
    assert (made.status_code, made.headers["location"]) == (303, f"{phone.address}?done=call_made")
    twice = await phone.send(phone.lead, "make", **MADE)
    assert twice.status_code == 409
    assert MADE["notes"] not in twice.text.replace(f">{MADE['notes']}</textarea>", "")  # blind to the other's words
    own = await phone.send(phone.worker, "hear", **HEARD)
    assert own.status_code == 409
    assert "De tweede luisteraar is iemand anders." in own.text
    heard = await phone.send(phone.lead, "hear", **HEARD)
    assert (heard.status_code, heard.headers["location"]) == (303, f"{phone.address}?done=call_heard")
    assert "Uw uitkomst is bewaard." in (await phone.lead.get(heard.headers["location"])).text
    assert (await phone.send(phone.lead, "hear", **HEARD)).status_code == 409
    assert await phone.pool.fetchval("select count(*) from lab.call") == 1


@pytest.mark.parametrize(
    ("action", "form"),
    [
        ("make", {}),
        ("make", MADE | {"at": "morgen"}),
        ("make", MADE | {"at": (NOW + dt.timedelta(days=2)).isoformat()}),
        ("make", MADE | {"consent": "misschien"}),
        ("make", MADE | {"outcome": "weet ik niet"}),
        ("make", MADE | {"recorded": "yes"}),
        ("make", MADE | {"said.joke": "yes"}),
        ("hear", {}),
        ("complaint", {"received_on": "gisteren", "words": "Dit kost tijd."}),
        ("complaint", {"received_on": NOW.date().isoformat(), "words": ""}),
        ("whisper", {}),
    ],
)
async def test_what_cannot_be_read_is_told_and_nothing_is_kept(phone: Phone, action: str, form: dict[str, str]) -> None:
    told = await phone.send(phone.worker, action, **form)
    assert told.status_code == 422
    assert re.search(r'utrecht-form-field-error-message|class="sk-fault-list"|role="alert"', told.text)
    if action == "make" and "notes" in form:
        assert form["notes"] in told.text
    assert await phone.pool.fetchval("select count(*) from lab.call") == 0
    assert await phone.pool.fetchval("select count(*) from lab.complaint") == 0


async def test_a_complaint_ends_the_part_of_its_company(phone: Phone) -> None:
    said = await phone.send(phone.worker, "complaint", received_on=NOW.date().isoformat(), words="Dit kost ons tijd.")
    assert (said.status_code, said.headers["location"]) == (303, f"{phone.address}?done=complaint_recorded")
    assert (await phone.send(phone.worker, "make", **MADE)).status_code == 409
    assert await phone.pool.fetchval("select words from lab.complaint") == "Dit kost ons tijd."


async def test_who_may_not_and_what_is_not_there(phone: Phone) -> None:
    assert (await phone.send(phone.coder, "make", **MADE)).status_code == 403
    assert (await phone.send(phone.worker, "gone")).status_code == 404  # nobody called: there is no recording
    none = await phone.worker.post(phone.address.replace("1-1", "99-1"), data={"action": "make", **MADE})
    assert none.status_code == 404
    letters = await a_study(phone.pool, phone.lead.actor, state="running", name="Brieven")
    await pairs(phone.pool, letters, 1, due=dt.datetime.now(dt.UTC) - dt.timedelta(days=1))
    there = phone.address.replace(str(phone.study_id), str(letters))
    for answer in (await phone.lead.get(there), await phone.lead.post(there, data={"action": "make", **MADE})):
        assert answer.status_code == 409
        assert "In dit onderzoek gaan brieven uit." in answer.text
