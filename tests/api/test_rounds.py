"""Rounds and their lists over the JSON API: who sees what, in which order, how many."""

from __future__ import annotations

import uuid

import asyncpg
import pytest

from tests.api.conftest import SignInAs
from tests.api.rows import CARE, CATERING, make_round

ROUNDS = "/api/v1/rounds"


async def test_make_a_round_and_read_it(pool: asyncpg.Pool, signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    answer = await caller.post(ROUNDS, json={"name": " Mei ", "starts_on": "2027-05-01", "ends_on": "2027-06-30"})
    assert answer.status_code == 201
    made = answer.json()
    assert made["name"] == "Mei"
    assert (made["students"], made["offers"], made["runs"], made["last_run_id"]) == (0, 0, 0, None)
    assert (await caller.get(f"{ROUNDS}/{made['round_id']}")).json() == made
    subject = await pool.fetchval("select subject from placement.event where kind = 'round_created'")
    assert subject == f"round:{made['round_id']}"


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({"name": "  "}, {"name": "length"}),
        ({"name": "x" * 201}, {"name": "length"}),
        ({"name": "a\u0000b"}, {"name": "length"}),
        ({"ends_on": "2027-04-30"}, {"ends_on": "period_reversed"}),
        ({"starts_on": "0001-01-01"}, {"starts_on": "out_of_range"}),
        ({"starts_on": "1 mei"}, {"starts_on": "wrong_kind"}),
        ({"colour": "red"}, {"colour": "unknown"}),
    ],
)
async def test_a_wrong_round_says_which_field(
    pool: asyncpg.Pool, signed_in: SignInAs, change: dict[str, str], fields: dict[str, str]
) -> None:
    caller = await signed_in("coordinator")
    good = {"name": "Mei", "starts_on": "2027-05-01", "ends_on": "2027-06-30"}
    answer = await caller.post(ROUNDS, json=good | change)
    assert answer.status_code == 422
    assert answer.json()["code"] == "unusable"
    assert answer.json()["fields"] == fields
    assert await pool.fetchval("select count(*) from placement.placement_round") == 0


async def test_two_rounds_cannot_share_a_name(signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    new = {"name": "Mei", "starts_on": "2027-05-01", "ends_on": "2027-06-30"}
    assert (await caller.post(ROUNDS, json=new)).status_code == 201
    answer = await caller.post(ROUNDS, json=new | {"name": "MEI"})
    assert answer.status_code == 409
    assert answer.json()["facts"] == {"what": "name_taken"}
    assert answer.json()["detail"] == "Deze naam is al in gebruik. Kies een andere naam."


async def test_coordinator_sees_his_own_programmes_alone(pool: asyncpg.Pool, signed_in: SignInAs) -> None:
    round_id = await make_round(pool)
    caller = await signed_in("coordinator", programmes=(CARE,))
    view = (await caller.get(f"{ROUNDS}/{round_id}")).json()
    assert (view["students"], view["placed"], view["offers"], view["places"]) == (2, 1, 2, 7)
    page = (await caller.get(f"{ROUNDS}/{round_id}/students")).json()
    assert [row["student_number"] for row in page["items"]] == ["0001", "0002"]
    assert page["total"] == 2
    other = await caller.get(f"{ROUNDS}/{round_id}/students/0003")
    assert other.status_code == 404
    assert other.json()["facts"] == {"what": "student"}
    programmes = (await caller.get(f"{ROUNDS}/{round_id}/programmes")).json()
    assert [(row["crebo"], row["students"]) for row in programmes] == [(CARE, 2)]


async def test_coordinator_of_nothing_here_sees_nobody(pool: asyncpg.Pool, signed_in: SignInAs) -> None:
    round_id = await make_round(pool)
    caller = await signed_in("coordinator", programmes=("99999",))
    assert (await caller.get(f"{ROUNDS}/{round_id}/students")).json()["total"] == 0


async def test_service_point_sees_offers_and_no_student(pool: asyncpg.Pool, signed_in: SignInAs) -> None:
    round_id = await make_round(pool)
    caller = await signed_in("service_point")
    view = (await caller.get(f"{ROUNDS}/{round_id}")).json()
    assert (view["students"], view["placed"], view["offers"]) == (None, None, 2)
    assert (await caller.get(f"{ROUNDS}/{round_id}/offers")).json()["total"] == 2
    for path in ("students", "students/0001", "programmes"):
        answer = await caller.get(f"{ROUNDS}/{round_id}/{path}")
        assert (path, answer.status_code) == (path, 403)
    new = {"name": "Mei", "starts_on": "2027-05-01", "ends_on": "2027-06-30"}
    assert (await caller.post(ROUNDS, json=new)).status_code == 403


@pytest.mark.parametrize("role", ["admin", "privacy_officer"])
async def test_roles_outside_placing_see_no_round(pool: asyncpg.Pool, signed_in: SignInAs, role: str) -> None:
    round_id = await make_round(pool)
    caller = await signed_in(role)  # type: ignore[arg-type]  # parametrize gives plain text
    assert (await caller.get(ROUNDS)).json() == {"items": [], "number": 1, "size": 50, "total": 0}
    for path in ("", "/students", "/students/0001", "/offers", "/programmes"):
        assert (await caller.get(f"{ROUNDS}/{round_id}{path}")).status_code == 403


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("search=vries", ["0001"]),
        ("search=003", ["0003"]),
        ("search=%25", []),
        ("search=s_j", ["0003"]),
        (f"crebo={CATERING}", ["0003"]),
        ("team=Zorg", ["0001", "0002"]),
        ("placed=true", ["0001"]),
        ("placed=false", ["0002", "0003"]),
        ("sort=name&descending=true", ["0003", "0002", "0001"]),
        ("sort=team", ["0003", "0001", "0002"]),
        ("sort=team&descending=true", ["0001", "0002", "0003"]),
        ("size=2", ["0001", "0002"]),
        ("size=2&page=2", ["0003"]),
        ("size=2&page=3", []),
    ],
)
async def test_students_are_filtered_and_sorted(
    pool: asyncpg.Pool, signed_in: SignInAs, query: str, numbers: list[str]
) -> None:
    round_id = await make_round(pool)
    await make_round(pool, "Een andere periode")
    caller = await signed_in("coordinator")
    page = (await caller.get(f"{ROUNDS}/{round_id}/students?{query}")).json()
    assert [row["student_number"] for row in page["items"]] == numbers
    assert page["total"] == (3 if "size" in query else len(numbers))


@pytest.mark.parametrize(
    ("query", "offers"),
    [
        ("search=100%25", ["O1", "O2"]),
        ("search=o2", ["O2"]),
        ("search=hilver", ["O1", "O2"]),
        (f"crebo={CATERING}", ["O2"]),
        ("status=blocked", []),
        ("sort=places&descending=true", ["O2", "O1"]),
        ("sort=named_by", ["O1", "O2"]),
        ("descending=true", ["O2", "O1"]),
    ],
)
async def test_offers_are_filtered_and_sorted(
    pool: asyncpg.Pool, signed_in: SignInAs, query: str, offers: list[str]
) -> None:
    round_id = await make_round(pool)
    caller = await signed_in("service_point")
    page = (await caller.get(f"{ROUNDS}/{round_id}/offers?{query}")).json()
    assert [row["offer_id"] for row in page["items"]] == offers


async def test_offer_counts_who_named_it_and_who_has_it(pool: asyncpg.Pool, signed_in: SignInAs) -> None:
    round_id = await make_round(pool)
    caller = await signed_in("coordinator")
    first = (await caller.get(f"{ROUNDS}/{round_id}/offers")).json()["items"][0]
    assert (first["company"], first["establishment"]) == ("Zorg 100% Dichtbij", "Noord")
    assert (first["places"], first["taken"], first["named_by"]) == (2, 1, 1)


async def test_student_in_full_with_equal_wishes_together(pool: asyncpg.Pool, signed_in: SignInAs) -> None:
    round_id = await make_round(pool)
    caller = await signed_in("school_lead")
    view = (await caller.get(f"{ROUNDS}/{round_id}/students/0001")).json()
    assert view["preferences"] == [["O1", "O2"]]
    assert view["placed_offer_id"] == "O1"
    assert view["programme"] == "Verzorgende-IG"


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("page=0", "page"),
        ("size=501", "size"),
        ("size=x", "size"),
        ("sort=password_hash", "sort"),
        ("placed=7", "placed"),
    ],
)
async def test_a_wrong_query_says_which_part(pool: asyncpg.Pool, signed_in: SignInAs, query: str, field: str) -> None:
    round_id = await make_round(pool)
    caller = await signed_in("coordinator")
    answer = await caller.get(f"{ROUNDS}/{round_id}/students?{query}")
    assert answer.status_code == 422
    assert list(answer.json()["fields"]) == [field]


async def test_a_search_that_the_database_cannot_store_is_refused(pool: asyncpg.Pool, signed_in: SignInAs) -> None:
    round_id = await make_round(pool)
    caller = await signed_in("coordinator")
    assert (await caller.get(f"{ROUNDS}/{round_id}/students?search=%00")).status_code == 422
    assert (await caller.get(f"{ROUNDS}/{round_id}/students/a%00b")).status_code == 422


async def test_no_such_round_is_not_an_empty_list(signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    for path in ("", "/students", "/offers", "/programmes"):
        answer = await caller.get(f"{ROUNDS}/{uuid.uuid4()}{path}")
        assert (path, answer.status_code, answer.json()["facts"]) == (path, 404, {"what": "round"})
