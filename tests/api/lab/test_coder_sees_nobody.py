"""A coder asks for every address of the lab, and meets no company, no applicant and no trait; nor do events and logs.

The addresses come from the application itself, so that a new page is in here from its first day.
"""

from __future__ import annotations

import re
import uuid
from typing import Any

import httpx
import msgspec
import pytest

from api.application import Application
from api.messages.lab.coding import NewCode, NewRoundOfCoding, NewUnblinding
from api.services.lab.codes import begin_again, lock_codes, unblind
from api.services.lab.coding import get_coding, give_code
from tests.api.lab.conftest import InLab
from tests.api.test_every_address import addresses
from tests.database.lab.a_coding import LONG_AGO, a_reply
from tests.database.lab.a_study import a_study, a_task, pairs

#: Company, applicants, their mail, what they wrote, the mailbox, a vacancy's id, and pseudonyms as people see them.
SECRETS = re.compile(
    r"geheim|murat|yilmaz|van dijk|stages-utrecht|ik zoek een stage|post-1|\bV[1-4]\b|\bB-000\d", re.IGNORECASE
)
#: The trait of a letter; the protocol itself says, rightly, which trait is studied.
TRAIT = re.compile(r"majority|minority|meerderheid|minderheid|\b[1-4]-[12]\b", re.IGNORECASE)
FORM = {
    "sign_in_name": "niemand", "task": "lead", "number": "K7Q2M-D4XP3", "outcome": "invited", "replies_read": "1",
    "action": "unblind", "decided_by": "Wie dan ook", "unblind_reason": "Ik wil het weten.",
    "again_reason": "Nog eens.",
    "reason": "Ik wil het weten.", "language": "nl", "name": "Zorg",
}  # fmt: skip
STATE = """
select (select jsonb_agg(s order by study_id) from lab.study s), (select count(*) from lab.study_member),
       (select jsonb_agg(d order by dispatch_id) from lab.dispatch d),
       (select jsonb_agg(r order by reply_id) from lab.reply r),
       (select jsonb_agg(c order by dispatch_id, account_id) from lab.outcome_code c),
       (select count(*) from lab.coding_round), (select count(*) from lab.unblinding)
"""


async def ask(caller: httpx.AsyncClient, method: str, path: str) -> httpx.Response:
    if method == "GET":
        return await caller.get(path)
    if path.startswith("/api/"):
        return await caller.request(method, path, json=FORM)
    return await caller.request(method, path, data=FORM)


def filled(path: str, known: dict[str, str]) -> str:
    def value(found: re.Match[str]) -> str:
        name, kind = found[1], found[2]
        return known.get(name, str(uuid.uuid4()) if kind == "uuid" else "1")

    return re.sub(r"\{(\w+):(\w+)\}", value, path)


async def code_all(pool: Any, coder: Any, study_id: uuid.UUID) -> int:
    done = 0
    while (letter := (await get_coding(pool, coder, study_id)).letter) is not None:
        said = NewCode(number=letter.number, outcome="invited", replies_read=len(letter.replies))
        await give_code(pool, coder, study_id, said)
        done += 1
    return done


@pytest.mark.parametrize("state", ["running", "closed", "coded", "unblinded"])
async def test_a_coder_meets_nobody_anywhere(
    in_lab: InLab,
    lab_application: Application,
    state: str,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    pool = lab_application.state.pool
    lead, coder, other = [await in_lab("researcher"), await in_lab("coder"), await in_lab("coder")]
    study_id = await a_study(pool, lead.actor, state="running")
    for one in (coder, other):
        await a_task(pool, study_id, one.actor, "coder")
    made = await pairs(pool, study_id, 4, state="sent", due=LONG_AGO)
    for letter in ("1-1", "1-2", "2-1", "3-2"):
        await a_reply(pool, study_id, letter)
    await pool.execute("update lab.dispatch set state = 'detected' where dispatch_id = '4-1'")
    if state in ("coded", "unblinded"):
        for number in (1, 2):
            assert await code_all(pool, coder.actor, study_id) == await code_all(pool, other.actor, study_id) == 4
            if number == 1:
                await begin_again(pool, lead.actor, study_id, NewRoundOfCoding(reason="Nog eens."))
        await pool.execute("update lab.study set state = 'closed'")
        await lock_codes(pool, lead.actor, study_id)
        if state == "unblinded":
            await unblind(pool, lead.actor, study_id, NewUnblinding(person="M. de Boer", reason="Codes vast."))
    else:
        await pool.execute("update lab.study set state = $1", state)
    reply_id = await pool.fetchval("select reply_id from lab.reply limit 1")
    known = {"study_id": str(study_id), "account_id": str(coder.actor.account_id), "dispatch_id": made[0][0],
             "reply_id": str(reply_id), "number": "1"}  # fmt: skip

    before = tuple(await pool.fetchrow(STATE))
    texts = {}
    for method, path in addresses(lab_application):
        answer = await ask(coder, method, filled(path, known))
        assert answer.status_code < 500, (method, path)
        told = answer.text + str(answer.headers)
        # What he typed himself comes back to him; ids and tokens of forms are random.
        told = re.sub(r'_csrf_token" value="[^"]*"|[0-9a-f]{8}-[0-9a-f-]{27}', "", told)
        assert not SECRETS.search(told), (method, path, SECRETS.search(told))
        if "/protocol" not in path:
            assert not TRAIT.search(told), (method, path, TRAIT.search(told))
        texts[method, path] = told
        if method != "GET" and not path.endswith("/studies/new"):
            assert tuple(await pool.fetchrow(STATE)) == before, (method, path)
    assert len(texts) > 15
    # He does read the replies: otherwise nothing above says anything.
    reads = "Kom langs voor een gesprek" in texts["GET", "/studies/{study_id:uuid}/coding"]
    assert reads == (state in ("running", "closed"))
    assert "Kom langs" in texts["GET", "/api/v1/studies/{study_id:uuid}/coding"] or not reads
    assert SECRETS.search(await pool.fetchval("select string_agg(message::text, '') from lab.reply"))

    events = await pool.fetch("select kind, subject, facts from lab.event")
    written = "\n".join(msgspec.json.encode(list(map(str, row.values()))).decode() for row in events)
    written = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "", written)
    assert ("code_given" in written) == (state in ("coded", "unblinded"))
    out, err = capfd.readouterr()
    for text in (written, out, err, caplog.text):
        assert not SECRETS.search(text)
        assert not TRAIT.search(re.sub(r"\d{4}-\d{2}-\d{2}|\d+-\d+@", "", text))


async def test_a_stranger_meets_nothing(in_lab: InLab, lab_application: Application) -> None:
    pool = lab_application.state.pool
    lead, stranger = await in_lab("researcher"), await in_lab("coder")
    study_id = await a_study(pool, lead.actor, state="running")
    for path in ("coding", "codes", "progress"):
        for prefix in ("", "/api/v1"):
            assert (await stranger.get(f"{prefix}/studies/{study_id}/{path}")).status_code == 404
