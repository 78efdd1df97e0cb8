"""Every address of the program, asked by everybody who has no business with the students behind it.

The addresses come from the application itself, so a new one is in here from its first day. Whoever asks gets no name
and no number of a student of others, changes nothing, and never meets a fault of ours.
"""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from litestar.handlers import HTTPRouteHandler

from api.application import Application
from api.messages.accounts import Role
from tests.api.conftest import SignInAs
from tests.database.a_round import COOK, a_finished_run, a_round, a_student, an_offer

NUMBER, NAME = "S-geheim-1", "Geheime Naam"
FILE = f"student_number;name;crebo\nS-geheim-2;{NAME};{COOK}\n"
WHY = {"offer_id": None, "reason": "Een reden van meer dan tien tekens."}
#: What every post gets: whatever a handler looks for, as JSON and as a form.
JSON: dict[str, dict[str, Any]] = {
    "runs": {"policy": {}},
    "apply": {"take_good_rows": True},
    "override": WHY,
    "what-if": {"changes": {"only_recognised": True}},
    "language": {"language": "nl"},
    "lock": {"offer_id": "O1", "reason": WHY["reason"]},
    "removal": {"reason": WHY["reason"]},
    "removal-answer": {"confirm": False},
}
FORM = {
    "action": "accept", "take_good_rows": "yes", "student_number": NUMBER, "kind": "students", "offer_id": "none",
    "reason": WHY["reason"], "language": "nl", "name": "", "seed": "",
    "only_recognised": "yes",
}  # fmt: skip
STATE = """
select (select count(*) from placement.student), (select count(*) from placement.offer),
       (select array_agg(state order by number) from placement.match_run),
       (select count(*) from placement.decision), (select count(*) from placement.placement),
       (select count(*) from placement.sample_review), (select array_agg(state) from placement.import_file),
       (select count(*) from placement.placement_round), (select count(*) from placement.student_lock),
       (select count(*) from placement.removal)
"""


def addresses(application: Application) -> list[tuple[str, str]]:
    """Method and path of everything that is answered, the sessions of the asker himself aside."""
    own = ("/api/v1/session", "/sign-", "/language", "/account", "/static", "/schema", "/health")
    return sorted(
        (method, route.path)
        for route in application.routes
        for method in getattr(route, "methods", ())
        if method != "OPTIONS"
        and not route.path.startswith(own)
        and any(isinstance(handler, HTTPRouteHandler) for handler in getattr(route, "route_handlers", ()))
    )


async def ask(caller: httpx.AsyncClient, method: str, path: str) -> httpx.Response:
    if method == "GET":
        return await caller.get(path, params={"file_format": "csv", "format": "csv"})
    if path.endswith("/imports"):
        files = {"file": ("f.csv", b"student_number;name;crebo\nS-eigen;Eigen Naam;99999\n")}
        return await caller.request(method, path, params={"kind": "students"}, data=FORM, files=files)
    if path.startswith("/api/"):
        return await caller.request(method, path, json=JSON.get(path.rsplit("/", 1)[-1], {}))
    return await caller.request(method, path, data=FORM)


@pytest.mark.parametrize(
    ("role", "programmes"),
    [
        (None, None),
        ("service_point", None),
        ("privacy_officer", None),
        ("admin", None),
        ("coordinator", ("99999",)),
        ("school_lead", ("99999",)),
    ],
)
async def test_nobody_else_sees_or_changes_a_student(
    application: Application,
    client: httpx.AsyncClient,
    signed_in: SignInAs,
    role: Role | None,
    programmes: tuple[str, ...] | None,
) -> None:
    pool = application.state.pool
    owner = await signed_in("coordinator", programmes=(COOK,))
    round_id = await a_round(pool)
    await an_offer(pool, round_id, "O1")
    await a_student(pool, round_id, NUMBER, ("O1",), name=NAME)
    run_id = await a_finished_run(pool, owner.actor, round_id)
    staged = await owner.post(
        f"/api/v1/rounds/{round_id}/imports", params={"kind": "students"}, files={"data": ("f.csv", FILE.encode())}
    )
    import_id = staged.json()["import_id"]
    caller = client if role is None else await signed_in(role, programmes=programmes)
    before = tuple(await pool.fetchrow(STATE))

    asked = 0
    for method, path in addresses(application):
        filled = path
        for part, value in (("round_id:uuid", round_id), ("run_id:uuid", run_id), ("import_id:uuid", import_id)):
            filled = filled.replace(f"{{{part}}}", str(value))
        for part in ("student_number:str", "student_number:path"):
            filled = filled.replace(f"{{{part}}}", NUMBER)
        answer = await ask(caller, method, filled)
        asked += 1
        assert answer.status_code < 500, (method, path)
        assert NAME not in answer.text, (method, path)
        if "student" not in path:
            assert NUMBER not in answer.text, (method, path)
        # A coordinator may stage a file of his own in any round; what is outside his programmes is rejected in it.
        now = tuple(await pool.fetchrow(STATE))
        if role == "coordinator" and method == "POST" and path.endswith("/imports"):
            before = now
        assert now == before, (method, path)
    assert asked > 30


async def test_the_owner_sees_what_others_do_not(application: Application, signed_in: SignInAs) -> None:
    pool = application.state.pool
    owner = await signed_in("coordinator", programmes=(COOK,))
    round_id = await a_round(pool)
    await an_offer(pool, round_id, "O1")
    await a_student(pool, round_id, NUMBER, ("O1",), name=NAME)
    run_id = await a_finished_run(pool, owner.actor, round_id)
    for path in (f"/rounds/{round_id}/students", f"/runs/{run_id}", f"/runs/{run_id}/students/{NUMBER}"):
        assert NAME in (await owner.get(path)).text


@pytest.mark.parametrize(("programmes", "rows"), [(None, 1), ((COOK, "25655"), 1), ((COOK,), 0)])
async def test_the_rows_of_a_failed_run_are_for_whoever_sees_all_its_students(
    application: Application, signed_in: SignInAs, programmes: tuple[str, ...] | None, rows: int
) -> None:
    pool = application.state.pool
    lead = await signed_in("coordinator")
    round_id = await a_round(pool)
    run_id = await pool.fetchval(
        "insert into placement.match_run (round_id, number, policy, instance, input_sha256, programmes, students,"
        " offers, created_by, state, error) values ($1, 1, '{}', '', '', $2, 2, 1, $3, 'failed', $4) returning run_id",
        round_id,
        [COOK, "25655"],
        lead.actor.account_id,
        {
            "code": "instance_unusable",
            "facts": {},
            "rows": [{"kind": "students", "row_key": NUMBER, "column": "crebo", "code": "x"}],
        },
    )
    caller = await signed_in("coordinator", programmes=programmes)
    answer = await caller.get(f"/api/v1/runs/{run_id}")
    assert answer.status_code == 200, answer.text
    assert len(answer.json()["error"]["rows"]) == rows
