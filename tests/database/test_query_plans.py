"""The hot queries read through an index what one round, run, student or browser needs, never a whole table.

A hundred rounds stand in the database: enough for the planner to see that one round is a small part. Index and shape
only, no times.
"""

import datetime as dt
import json
import uuid
from collections.abc import AsyncIterator, Iterator
from typing import Any

import asyncpg
import pytest

from db import (
    comparing,
    embedded,
    events,
    groupings,
    locks,
    offers,
    proposals,
    round_copy,
    runs,
    students,
    students_in,
)
from db.query import Query
from db.register import offers as register
from tests.databases import url_of

ROUND = uuid.UUID(int=7)
RUN = uuid.UUID(int=1007)

#: Tables that grow with the school; no hot query may read one of them from end to end.
GROWING = {"student", "offer", "preference", "proposal", "decision", "placement", "event", "session", "match_run",
           "registered_offer"}  # fmt: skip

FILL = """
set session_replication_role = replica; -- no check of foreign keys: right by construction
create function pg_temp.id(number bigint) returns uuid language sql immutable
    as $$ select lpad(to_hex(number), 32, '0')::uuid $$;
insert into placement.account (account_id, sign_in_name, display_name, password_hash)
    select pg_temp.id(1), 'coordinator', 'Coordinator', '';
insert into placement.placement_round (round_id, name, starts_on, ends_on)
    select pg_temp.id(r), 'Round ' || r, '2027-02-01', '2027-07-01' from generate_series(1, 100) r;
insert into placement.student (student_id, round_id, student_number, crebo)
    select pg_temp.id(100000 + r * 1000 + n), pg_temp.id(r), n::text, (25000 + n % 12)::text
    from generate_series(1, 100) r, generate_series(0, 299) n;
update placement.student set locked_offer = 'O' || student_number where student_number::int % 40 = 0;
insert into placement.offer (offer_uid, round_id, offer_id, places, crebos)
    select pg_temp.id(200000 + r * 1000 + n), pg_temp.id(r), 'O' || n, 1, array[(25000 + n % 12)::text]
    from generate_series(1, 100) r, generate_series(0, 239) n;
insert into placement.student_lock (student_id, offer_uid, reason, locked_by)
    select pg_temp.id(100000 + r * 1000 + n), pg_temp.id(200000 + r * 1000 + n), 'a long reason', pg_temp.id(1)
    from generate_series(1, 100) r, generate_series(150, 199) n;
insert into placement.preference (student_id, offer_uid, rank)
    select pg_temp.id(100000 + r * 1000 + n), pg_temp.id(200000 + r * 1000 + (n * 7 + k * 13) % 240), k
    from generate_series(1, 100) r, generate_series(0, 299) n, generate_series(1, 3) k;
insert into placement.match_run (run_id, round_id, number, policy, instance, input_sha256, students, offers, created_by,
        state, report, certificate)
    select pg_temp.id(1000 + r + k * 1000), pg_temp.id(r), k + 1, '{}', '', '', 1000, 800, pg_temp.id(1),
           'finished', '{}', ''
    from generate_series(1, 100) r, generate_series(0, 4) k;
insert into placement.proposal (run_id, student_number, offer_id, lot_number, explanation)
    select pg_temp.id(1000 + r), n::text, 'O' || n % 240, n, '{}'
    from generate_series(1, 100) r, generate_series(0, 299) n;
insert into placement.decision (decision_id, run_id, student_number, kind, offer_id, decided_by)
    select pg_temp.id(300000 + r * 1000 + n), pg_temp.id(1000 + r), n::text, 'accept', 'O' || n % 240, pg_temp.id(1)
    from generate_series(1, 100) r, generate_series(0, 149) n;
insert into placement.placement (student_id, offer_uid, decision_id)
    select pg_temp.id(100000 + r * 1000 + n), pg_temp.id(200000 + r * 1000 + n), pg_temp.id(300000 + r * 1000 + n)
    from generate_series(1, 100) r, generate_series(0, 149) n;
insert into placement.event (event_number, at, kind, subject, facts, previous_hash, hash)
    select n, now(), 'a', 'round/' || n % 30, '{}', '', sha256(n::text::bytea) from generate_series(1, 20000) n;
insert into placement.company (company_id, name) select pg_temp.id(400000 + n), 'Company ' || n
    from generate_series(1, 200) n;
insert into placement.establishment (establishment_id, company_id) select pg_temp.id(500000 + n), pg_temp.id(400000 + n)
    from generate_series(1, 200) n;
insert into placement.registered_offer (establishment_id, kind, title, places, guidance_who, guidance_hours, owner,
        changed_by, stage, crebos)
    select pg_temp.id(500001 + n % 200), 'internship', 'Stage', 1, 'x', 1, pg_temp.id(1), pg_temp.id(1),
           case n % 50 when 0 then 'new' else 'live' end, array[(25000 + n % 40)::text]
    from generate_series(1, 6000) n;
insert into placement.session (token_hash, account_id, csrf_token, expires_at)
    select sha256(n::text::bytea), pg_temp.id(1), '', now() from generate_series(1, 5000) n;
"""

STUDENTS_OF_A_ROUND = (ROUND, None, "", "", "", None)
PROPOSALS_OF_A_RUN = (RUN, None, "", "", None, None, None, None, [], [])

REGISTER = register.OfferSearch(today=dt.date(2027, 2, 1))
NEW = register.OfferSearch(today=dt.date(2027, 2, 1), status="new")

HOT: list[tuple[str, Query[Any], tuple[object, ...], set[str]]] = [
    ("students", students._LIST, (*STUDENTS_OF_A_ROUND, "name", False, 50, 0), {"student_round_crebo"}),
    ("students of some programmes", students._COUNT, (ROUND, ["25001"], "", "", "", None), {"student_round_crebo"}),
    ("one student", students._BY_NUMBER, (ROUND, "17", None), {"student_number_unique", "preference_pkey"}),
    ("offers", offers._LIST, (ROUND, "", "", "", "offer_id", False, 50, 0), {"offer_id_unique"}),
    ("count of offers", offers._COUNT, (ROUND, "", "", ""), {"offer_id_unique"}),
    ("proposals", proposals._LIST, (*PROPOSALS_OF_A_RUN, "rank", False, 50, 0), {"proposal_pkey", "offer_id_unique"}),
    ("one proposal", proposals._ONE, (RUN, None, "17"), {"proposal_pkey", "decision_one_a_student"}),
    ("one run", runs._BY_ID, (RUN, None), {"match_run_pkey", "decision_one_a_student"}),
    ("runs of a round", runs._OF_ROUND, (ROUND, None), {"match_run_number_unique"}),
    ("two runs side by side", comparing._SIDE_BY_SIDE, (RUN, RUN, ROUND, None), {"proposal_pkey"}),
    ("what-ifs of a run", runs._WHAT_IFS, (RUN, None), {"match_run_parent"}),
    ("a round to freeze", round_copy._STUDENTS, (ROUND, None), {"preference_pkey", "placement_one_live_a_student"}),
    ("a round to compare with a file", students_in._STORED, (ROUND,), {"preference_pkey"}),
    ("groups of a round", groupings._OF_ROUND, (ROUND, None), {"student_round_crebo"}),
    ("who is locked to an offer", locks._FIXED, (ROUND, ["O1"]), {"student_locked_offer", "student_lock_offer"}),
    ("the register", register._LIST, (*REGISTER.arguments, "number", True, 50, 0), {"registered_offer_number_unique"}),
    ("new in the register", register._LIST, (*NEW.arguments, "number", True, 50, 0), {"registered_offer_stage"}),
    ("the end of the log", events._LATEST, (bytes(32),), {"event_pkey"}),
    ("a page of the log", events._PAGE_AFTER, (15000, 500), {"event_pkey"}),
]


@pytest.fixture(scope="module")
async def filled(database_server: embedded.Server, migrated_template: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection without our codecs, for EXPLAIN, to a database of a hundred rounds; these tests change nothing."""
    owner = await asyncpg.connect(database_server.url)
    await owner.execute(f"create database filled template {migrated_template} strategy file_copy")
    connection = await asyncpg.connect(url_of(database_server.url, "filled"))
    await connection.execute("set search_path = placement, public")
    await connection.execute(FILL)
    await connection.execute("vacuum analyze")
    yield connection
    await connection.close()
    await owner.execute("drop database filled")
    await owner.close()


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for inner in plan.get("Plans", ()):
        yield from _nodes(inner)


async def _plan(
    connection: asyncpg.Connection, query: Query[Any], arguments: tuple[object, ...]
) -> list[dict[str, Any]]:
    told = await connection.fetchval(f"explain (format json) {query.sql}", *arguments)
    return list(_nodes(json.loads(told)[0]["Plan"]))


@pytest.mark.parametrize(("query", "arguments", "indexes"), [hot[1:] for hot in HOT], ids=[hot[0] for hot in HOT])
async def test_a_hot_query_reads_by_index(
    filled: asyncpg.Connection, query: Query[Any], arguments: tuple[object, ...], indexes: set[str]
) -> None:
    nodes = await _plan(filled, query, arguments)
    assert indexes <= {node["Index Name"] for node in nodes if "Index Name" in node}
    read_whole = {node["Relation Name"] for node in nodes if node["Node Type"] == "Seq Scan"}
    assert read_whole & GROWING == set()


async def test_reading_a_table_whole_is_seen(filled: asyncpg.Connection) -> None:
    nodes = await _plan(filled, Query("select count(*) from placement.student where name = $1", int), ("x",))
    assert {node["Relation Name"] for node in nodes if node["Node Type"] == "Seq Scan"} == {"student"}
