"""One table of refusals, two ways to show them, and nothing of our inside."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import get_args

import asyncpg
import httpx
import pytest
from litestar import get
from structlog.testing import capture_logs

import api
from api import catalogue
from api.app import create_app
from api.application import Application
from api.catalogue import Language
from api.messages import faults
from api.services import constraints
from api.settings import Settings
from api.web import problems
from tests.api.conftest import ADDRESS, SignInAs
from tests.house.test_catalogue import _messages

PAGE = {"Accept": "text/html"}


@get(["/api/v1/broken", "/broken"], include_in_schema=False)
async def broken() -> str:
    """A fault of ours that holds something nobody may see."""
    raise RuntimeError("secret of the inside")


@get("/api/v1/away", include_in_schema=False)
async def away() -> str:
    """The database has gone."""
    raise ConnectionRefusedError("unix:/secret/place")


@pytest.fixture
def placing_built() -> Application:
    """An application of the test's own: it gets handlers that the others must not meet."""
    return create_app(Settings(database_url="", public_url=ADDRESS))


@pytest.fixture
def with_faults(application: Application) -> None:
    application.register(broken)
    application.register(away)


def _every_refusal(kind: type[faults.Refused] = faults.Refused) -> list[type[faults.Refused]]:
    return [kind, *(deeper for child in kind.__subclasses__() for deeper in _every_refusal(child))]


def test_every_refusal_has_a_status() -> None:
    assert set(_every_refusal()) - {faults.Refused} == set(problems.STATUS)


@pytest.mark.parametrize("language", get_args(Language))
def test_every_code_has_words(language: Language) -> None:
    facts = {
        "reason": "study-action",
        "action": "send",
        "state": "draft",
        "count": 2,
        "minutes": 1,
        "seconds": 1,
        "rejected": 0,
        "rows": 0,
        "incident": "x",
    }
    codes = {kind.code for kind in _every_refusal()} | set(problems.FRAMEWORK_CODES.values())
    for code in codes | {problems.UNEXPECTED, problems.UNAVAILABLE}:
        title, detail = problems.words(language, code, facts)
        assert title
        assert detail.endswith((".", "x."))
    fields = {code for _, code in problems._FIELD_CODES} | {code for _, code in constraints.FIELDS.values()}
    for what in set(constraints.CONFLICTS.values()) | {"in_progress", "client_gone"}:
        assert catalogue.has(language, f"conflict-{what.replace('_', '-')}"), what
    for code in fields:
        assert catalogue.has(language, f"field-{code.replace('_', '-')}"), code


async def test_every_named_constraint_in_the_table_exists(pool: asyncpg.Pool, lab_pool: asyncpg.Pool) -> None:
    asked = (
        "select conname as name from pg_constraint union select c.relname from pg_class c where c.relkind = 'i'"
        " union select tgname from pg_trigger"
    )
    known = [*await pool.fetch(asked), *await lab_pool.fetch(asked)]
    named = set(constraints.CONFLICTS) | set(constraints.FIELDS)
    assert named <= {row["name"] for row in known}


@pytest.mark.usefixtures("with_faults")
async def test_a_fault_of_ours_shows_an_incident_number_and_nothing_else(client: httpx.AsyncClient) -> None:
    with capture_logs() as logs:
        answer = await client.get("/api/v1/broken")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert answer.json()["code"] == "unexpected"
    logged = next(entry for entry in logs if entry["event"] == "unexpected")
    assert logged["incident"] == answer.json()["incident"]
    assert "secret of the inside" in repr(logged["exc_info"])


@pytest.mark.usefixtures("with_faults")
async def test_a_page_that_breaks_shows_the_incident_to_people(client: httpx.AsyncClient) -> None:
    with capture_logs() as logs:
        answer = await client.get("/broken", headers=PAGE)
    assert answer.status_code == 500
    assert answer.headers["content-type"].startswith("text/html")
    assert "Er ging iets mis" in answer.text
    assert logs[0]["incident"] in answer.text
    assert "secret" not in answer.text


@pytest.mark.usefixtures("with_faults")
async def test_a_database_that_is_away_is_503(client: httpx.AsyncClient) -> None:
    answer = await client.get("/api/v1/away")
    assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
    assert "secret" not in answer.text


async def test_a_session_that_cannot_be_read_is_503_and_not_signed_out(
    application: Application, signed_in: SignInAs
) -> None:
    caller = await signed_in("coordinator")
    await application.state.pool.close()
    answer = await caller.get("/api/v1/rounds")
    assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
    assert (await caller.get("/health")).status_code == 503


@pytest.mark.parametrize(("language", "title"), [("nl", "Niet gevonden"), ("en-GB,en;q=0.8", "Not found")])
async def test_unknown_address(client: httpx.AsyncClient, language: str, title: str) -> None:
    for_program = await client.get("/api/v1/nowhere", headers={"Accept-Language": language})
    assert for_program.status_code == 404
    assert for_program.headers["content-type"] == "application/problem+json"
    assert for_program.json()["title"] == title
    assert for_program.json()["type"] == "urn:stagekans:problem:not_found"
    page = await client.get("/nowhere", headers=PAGE | {"Accept-Language": language})
    assert page.status_code == 404
    assert page.headers["content-type"].startswith("text/html")
    assert title in page.text


async def test_wrong_method_says_which_are_right(client: httpx.AsyncClient) -> None:
    answer = await client.patch("/api/v1/session")
    assert answer.status_code == 405
    assert answer.json()["code"] == "method_not_allowed"
    assert "GET" in answer.headers["allow"]


async def test_a_body_that_is_no_json_is_not_readable(signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    answer = await caller.post("/api/v1/rounds", content=b"{", headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["code"] == "not_readable"


async def test_a_body_that_is_too_large_is_refused(signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    announced = {"Content-Type": "application/json", "Content-Length": str(10**9)}
    answer = await caller.post("/api/v1/rounds", content=b"{}", headers=announced)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


async def test_a_missing_field_is_named(signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    answer = await caller.post("/api/v1/rounds", json={"name": "Mei", "ends_on": "2027-01-01"})
    assert answer.json()["fields"] == {"starts_on": "missing"}


@cache
def _conflicts_in_the_code() -> set[str]:
    return {
        call.args[0].value
        for path in Path(api.__file__).parent.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "Conflict"
        and call.args
        and isinstance(call.args[0], ast.Constant)
    }


@pytest.mark.parametrize("language", get_args(Language))
def test_every_conflict_in_the_code_has_words_of_its_own(language: Language) -> None:
    found = _conflicts_in_the_code()
    assert {"import_finished", "run_busy", "second_step_on"} <= found
    facts = {"left": 2, "student": "1", "other": "2", "rule": "crebo", "places": 1, "offer_id": "O1", "state": "failed"}
    general = catalogue.text(language, "refused-conflict-detail")
    for what in found | set(constraints.CONFLICTS.values()):
        others = dict.fromkeys(_messages(language).get(f"conflict-{what.replace('_', '-')}", set()), 1)
        told = problems.words(language, "conflict", {**others, **facts, "what": what})[1]
        assert told not in ("", general), what
