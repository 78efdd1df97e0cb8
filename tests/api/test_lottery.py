"""The seed before and after it is revealed: nowhere, then everywhere it belongs; and the public page.

The walk asks every address of the application that can be read, so a page that is new tomorrow is in here.
"""

from __future__ import annotations

import gzip
import io
import re
import uuid
import zipfile

import asyncpg
import httpx
import pytest

from api.application import Application
from matching.commitment import Opening, sealed
from matching.verify.lots import ticket_of
from tests.api.conftest import SignedInCaller, SignInAs
from tests.api.test_every_address import addresses
from tests.api.test_policies import form_of
from tests.database.a_round import COOK, a_drawn_round, a_finished_run, a_round

SECRET = "lente-2027-kanaal-drie"
BROUGHT = {"public_text": "7 12 19", "source": "Trekking van 10 februari", "witness": "Anna de Wit"}
#: What is no thing of this round, such as an offer of the register.
NOBODYS = {"uuid": "00000000-0000-4000-8000-000000000000", "int": "0", "str": "-", "path": "-"}
WHY = "De verkeerde ronde was gekozen."


async def opening(pool: asyncpg.Pool, round_id: uuid.UUID) -> Opening:
    row = await pool.fetchrow("select salt, secret from placement.lottery where round_id = $1", round_id)
    return Opening(salt=row["salt"], secret=row["secret"])


async def readable(application: Application, caller: httpx.AsyncClient, ids: dict[str, str]) -> dict[str, str]:
    """What every address that can be read answers, by address; a workbook as the text of its parts."""
    found: dict[str, str] = {}
    for method, path in addresses(application):
        if method != "GET":
            continue
        filled = re.sub(r"\{(\w+):(\w+)\}", lambda part: ids.get(part[1], NOBODYS[part[2]]), path)
        for file_format in ("csv", "xlsx") if filled.endswith("/export") else ("csv",):
            answer = await caller.get(filled, params={"format": file_format, "file_format": file_format})
            assert answer.status_code < 500, filled
            body = answer.text
            if answer.content.startswith(b"PK"):
                book = zipfile.ZipFile(io.BytesIO(answer.content))
                body = "".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())
            found[f"{filled} {file_format}"] = f"{answer.status_code}\n{answer.headers}\n{body}"
    return found


async def stored(pool: asyncpg.Pool) -> str:
    """Every row of every table but the lottery itself, as text; what is compressed, opened."""
    tables = await pool.fetch(
        "select table_schema || '.' || table_name from information_schema.tables"
        " where table_schema in ('placement', 'queue') and table_type = 'BASE TABLE' and table_name <> 'lottery'"
    )
    told = []
    for (table,) in tables:
        told += [row[0] for row in await pool.fetch(f"select to_jsonb(t)::text from {table} t")]  # noqa: S608  # names that the database gave
    for row in await pool.fetch("select instance, certificate from placement.match_run"):
        told += [gzip.decompress(content).decode() for content in row if content]
    return "\n".join(told)


async def a_used_lottery(application: Application, caller: SignedInCaller, round_id: uuid.UUID) -> dict[str, str]:
    """Committed with a secret of one's own, witnessed, used by a finished run; the ids of everything."""
    base = f"/api/v1/rounds/{round_id}/lottery"
    made = await caller.post(base, json={"secret": SECRET})
    assert made.status_code == 201, made.text
    assert (await caller.post(f"{base}/witness", json=BROUGHT)).status_code == 200
    run_id = await a_finished_run(application.state.pool, caller.actor, round_id, seed="")
    file = {"data": ("f.csv", f"student_number;name;crebo\nn1;N;{COOK}\n".encode())}
    staged = await caller.post(f"/api/v1/rounds/{round_id}/imports", params={"kind": "students"}, files=file)
    kept = await caller.post(f"/api/v1/rounds/{round_id}/policies", json={"name": "ons beleid", "policy": {}})
    assert kept.status_code == 200, kept.text
    return {
        "policy_id": kept.json()["policy_id"], "round_id": str(round_id), "run_id": str(run_id),
        "import_id": staged.json()["import_id"],
        "student_number": "s1",
    }  # fmt: skip


async def test_the_seed_is_nowhere_and_then_everywhere(
    application: Application, client: httpx.AsyncClient, signed_in: SignInAs, capfd: pytest.CaptureFixture[str]
) -> None:
    pool = application.state.pool
    caller = await signed_in("coordinator")
    round_id = await a_drawn_round(pool, 12, 8)
    ids = await a_used_lottery(application, caller, round_id)
    hidden = await opening(pool, round_id)
    seed = hidden.seed("7 12 19")
    assert hidden.secret == SECRET

    before = await readable(application, caller, ids) | {
        f"nobody {address}": told for address, told in (await readable(application, client, ids)).items()
    }
    assert len(before) > 40
    assert sum(told.startswith("200") for told in before.values()) > 25
    for secret in (seed, hidden.salt, hidden.secret):
        assert [address for address, told in before.items() if secret in told] == []
        assert secret not in await stored(pool)
    mark = sealed(hidden.commitment)
    run = f"/runs/{ids['run_id']}"
    for address in (f"/api/v1{run} csv", f"/api/v1/rounds/{round_id}/runs csv", f"{run} csv"):
        assert mark in before[address], "the hash stands where the seed will stand"

    assert (await caller.post(f"/api/v1/rounds/{round_id}/lottery/reveal")).status_code == 200
    after = await readable(application, caller, ids)
    for address in (
        f"/api/v1{run}", f"/api/v1/rounds/{round_id}/runs", run, f"/rounds/{round_id}/lottery",
        f"/api/v1/rounds/{round_id}/lottery", f"/rounds/{round_id}/lottery/record",
        f"/api/v1/rounds/{round_id}/lottery/record", f"/lottery/{round_id}", f"/api/v1/lottery/{round_id}",
    ):  # fmt: skip
        assert seed in after[f"{address} csv"], address
    shown = (await caller.get(f"/api/v1{run}")).json()
    assert shown["report"]["seed"] == shown["policy"]["seed"] == shown["report"]["policy"]["seed"] == seed
    assert mark not in (await caller.get(f"/api/v1{run}")).text
    printed = capfd.readouterr()
    assert all(secret not in printed.out + printed.err for secret in (seed, hidden.salt, hidden.secret))


async def test_the_public_page_names_nobody(
    application: Application, client: httpx.AsyncClient, signed_in: SignInAs
) -> None:
    caller = await signed_in("coordinator")
    round_id = await a_drawn_round(application.state.pool, 12, 8)
    for address in (f"/lottery/{round_id}", f"/api/v1/lottery/{round_id}"):
        assert (await client.get(address)).status_code == 404, "nobody committed: there is nothing to see"
    await a_used_lottery(application, caller, round_id)
    await caller.post(f"/api/v1/rounds/{round_id}/lottery", json={"reason": WHY})
    paper = await caller.get(f"/rounds/{round_id}/lottery/record.pdf")
    assert paper.headers["content-type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF")
    kinds = "select count(*) from placement.event where kind = 'lottery_exported'"
    assert await application.state.pool.fetchval(kinds) == 1
    for address in (f"/lottery/{round_id}", f"/api/v1/lottery/{round_id}"):
        answer = await client.get(address)
        assert answer.status_code == 200
        assert "7 12 19" in answer.text
        assert WHY in answer.text
        assert not re.search(r"Anna de Wit|Test coordinator|\bs\d+\b", answer.text)


async def test_anybody_recomputes_a_lot_after_the_reveal(
    application: Application, client: httpx.AsyncClient, signed_in: SignInAs
) -> None:
    caller = await signed_in("coordinator")
    round_id = await a_drawn_round(application.state.pool, 12, 8)
    await a_used_lottery(application, caller, round_id)
    page = await client.get(f"/lottery/{round_id}")
    token = re.search(r'name="_csrf_token" value="([^"]+)"', page.text)
    assert token
    form = {"_csrf_token": token[1], "student_number": " s1 "}
    early = await client.post(f"/lottery/{round_id}", data=form)
    assert early.status_code == 409
    await caller.post(f"/api/v1/rounds/{round_id}/lottery/reveal")
    seed = (await opening(application.state.pool, round_id)).seed("7 12 19")
    known = await client.post(f"/lottery/{round_id}", data=form)
    unknown = await client.post(f"/lottery/{round_id}", data={**form, "student_number": "niemand"})
    assert ticket_of("s1", seed).hex() in known.text
    assert ticket_of("niemand", seed).hex() in unknown.text, "no look-up: nobody learns who takes part"
    wrong = await client.post(f"/lottery/{round_id}", data={**form, "student_number": ""})
    assert wrong.status_code == 422
    stale = await client.post(f"/lottery/{round_id}", data={"student_number": "s1"})
    assert stale.status_code == 403, "a form of another site, not a sign-in"


async def test_the_public_page_has_a_limit(
    application: Application, client: httpx.AsyncClient, signed_in: SignInAs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.pages.lottery.PUBLIC_LIMIT", 3)
    caller = await signed_in("coordinator")
    round_id = await a_round(application.state.pool)
    await caller.post(f"/api/v1/rounds/{round_id}/lottery", json={})
    codes = [(await client.get(f"/lottery/{round_id}")).status_code for _ in range(5)]
    assert codes == [200, 200, 200, 429, 429]


async def test_every_step_on_the_page(application: Application, signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    round_id = await a_drawn_round(application.state.pool, 5, 5)
    page = f"/rounds/{round_id}/lottery"
    assert "De loting ligt nog niet vast" in (await caller.get(page)).text
    short = await caller.post(page, data={"action": "commit", "secret": "kort!!!"})
    assert short.status_code == 422
    assert "kort!!!" not in short.text
    done = await caller.post(page, data={"action": "commit", "secret": ""})
    assert (done.status_code, done.headers["location"]) == (303, f"{page}?done=lottery_committed")
    empty = await caller.post(page, data={"action": "witness", "public_text": "7 12"})
    assert empty.status_code == 422
    assert 'value="7 12"' in empty.text
    assert (await caller.post(page, data={"action": "reveal"})).status_code == 409
    assert (await caller.post(page, data={"action": "witness", **BROUGHT})).status_code == 303
    assert (await caller.post(page, data={"action": "witness", **BROUGHT})).status_code == 409
    form = (await caller.get(f"/rounds/{round_id}/runs/new")).text
    assert 'name="seed"' not in form
    assert "De loting van deze ronde ligt vast." in form
    refused = await caller.post(
        f"/rounds/{round_id}/runs/new", data=form_of(form) | {"seed": "mijn", "action": "start"}
    )
    assert refused.status_code == 422
    asked = await caller.post(f"/rounds/{round_id}/runs/new", data=form_of(form) | {"action": "start"})
    assert asked.status_code == 303
    await caller.post(f"/api/v1{asked.headers['location'].split('?')[0]}/cancel")
    await a_finished_run(application.state.pool, caller.actor, round_id, seed="")
    assert (await caller.post(page, data={"action": "reveal"})).status_code == 303
    assert "Het startgetal geeft precies deze lotnummers" in (await caller.get(f"{page}/record")).text
    assert (await caller.post(page, data={"action": "commit", "reason": "nee"})).status_code == 422
    assert (await caller.post(page, data={"action": "commit", "reason": WHY})).status_code == 303
    assert WHY in (await caller.get(page)).text
    assert (await caller.post(page, data={"action": "iets"})).status_code == 422


async def test_a_form_that_comes_too_late_does_not_show_the_secret(
    application: Application, signed_in: SignInAs
) -> None:
    caller = await signed_in("coordinator")
    round_id = await a_round(application.state.pool)
    del caller.headers["X-CSRF-Token"]
    late = await caller.post(f"/rounds/{round_id}/lottery", data={"action": "commit", "secret": SECRET, "reason": WHY})
    assert late.status_code == 403
    assert SECRET not in late.text
    assert WHY in late.text, "what is no secret comes back"
    assert await application.state.pool.fetchval("select count(*) from placement.lottery") == 0


async def test_a_seed_that_looks_sealed_is_refused(application: Application, signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    round_id = await a_drawn_round(application.state.pool, 3, 3)
    seed = sealed("0" * 64)
    answer = await caller.post(f"/api/v1/rounds/{round_id}/runs", json={"policy": {"seed": seed}})
    assert (answer.status_code, answer.json()["fields"]) == (422, {"seed": "looks_sealed"})
