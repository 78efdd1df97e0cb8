"""The lab is an island: the database itself refuses every way across, to roles without special powers."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator

import asyncpg
import pytest

from db import embedded
from db.halves import LAB, PLACING, Half
from db.lab import island
from db.migrate import migrate
from db.pool import connect
from tests.databases import url_of

_numbers = itertools.count(1)
OTHER = {PLACING: LAB, LAB: PLACING}
EVERYTHING = """
select class.oid, format('%I.%I', namespace.nspname, class.relname) as name, class.relkind::text as kind
from pg_class class join pg_namespace namespace on namespace.oid = class.relnamespace
where namespace.nspname = any ($1::text[]) and class.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
"""
SCHEMAS = {PLACING: ["placement", "queue"], LAB: ["lab"]}


@pytest.fixture
async def halves(database_server: embedded.Server) -> AsyncIterator[dict[Half, asyncpg.Connection]]:
    """Both halves in one database, each made by its own plain role, as docs/lab.md says; a connection of each."""
    name = f"island_{next(_numbers)}"
    owner = await connect(database_server.url)
    await owner.execute("create role placing_only login nosuperuser nocreatedb nocreaterole")
    await owner.execute(f"create database {name} owner placing_only")
    administrator = await connect(url_of(database_server.url, name))
    await island.found(administrator)
    await island.found(administrator)  # a second time changes nothing
    connections = {}
    for half, role in ((PLACING, "placing_only"), (LAB, island.ROLE)):
        address = url_of(database_server.url, name).replace("//stagekans@", f"//{role}@")
        connections[half] = await connect(address, half)
        await migrate(connections[half], half=half)
    yield connections
    for connection in (*connections.values(), administrator):
        await connection.close()
    await owner.execute(f"drop database {name} with (force)")
    await owner.execute("drop role placing_only")
    await owner.execute(f"drop role {island.ROLE}")
    await owner.close()


@pytest.mark.parametrize("asker", [PLACING, LAB], ids=["placing", "lab"])
async def test_neither_half_reads_or_writes_the_other(halves: dict[Half, asyncpg.Connection], asker: Half) -> None:
    connection, other = halves[asker], OTHER[asker]
    things = await connection.fetch(EVERYTHING, SCHEMAS[other])
    assert len(things) > 7
    for thing in things:
        if thing["kind"] != "S":
            for power in ("select", "insert", "update", "delete", "truncate", "references", "trigger"):
                assert not await connection.fetchval("select has_table_privilege($1::oid, $2)", thing["oid"], power)
            for verb in ("select", "delete"):
                with pytest.raises(asyncpg.InsufficientPrivilegeError):
                    await connection.execute(f"{verb} from {thing['name']}")
        else:
            assert not await connection.fetchval("select has_sequence_privilege($1::oid, 'usage')", thing["oid"])
    for schema in SCHEMAS[other]:
        for power in ("usage", "create"):
            assert not await connection.fetchval("select has_schema_privilege($1, $2)", schema, power)


@pytest.mark.parametrize("asker", [PLACING, LAB], ids=["placing", "lab"])
async def test_there_is_no_way_round(halves: dict[Half, asyncpg.Connection], asker: Half) -> None:
    connection, other = halves[asker], OTHER[asker]
    role = await halves[other].fetchval("select current_user")
    account, mine = f"{other.schema}.account", asker.schema
    for statement in (
        f"set role {role}",
        f"set session authorization {role}",
        f"grant {role} to current_user",
        f"grant usage on schema {other.schema} to current_user",
        f"alter schema {other.schema} owner to current_user",
        f"drop schema {other.schema} cascade",
        f"create view {mine}.spy as table {account}",
        f"create table {mine}.spy (account_id uuid references {account})",
        f"create function {mine}.spy() returns setof uuid language sql as 'table {account}'",
        f"create trigger spy after insert on {account} for each row execute function {mine}.refuse_change()",
        f"copy {account} to stdout",
        f"comment on table {account} is ''",
    ):
        with pytest.raises((asyncpg.InsufficientPrivilegeError, asyncpg.InvalidGrantOperationError)):
            await connection.execute(statement)


async def test_no_function_lends_its_owners_rights(halves: dict[Half, asyncpg.Connection]) -> None:
    lent = """
    select count(*) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where prosecdef and n.nspname in ('placement', 'queue', 'lab', 'public')
    """
    assert await halves[PLACING].fetchval(lent) == 0


async def test_no_foreign_key_crosses_over(halves: dict[Half, asyncpg.Connection]) -> None:
    crossing = """
    select conname from pg_constraint c
    join pg_class a on a.oid = c.conrelid join pg_class b on b.oid = c.confrelid
    where c.contype = 'f' and (a.relnamespace = 'lab'::regnamespace) <> (b.relnamespace = 'lab'::regnamespace)
    """
    assert await halves[LAB].fetch(crossing) == []
    assert await halves[LAB].fetchval("select count(*) from pg_constraint where contype = 'f'") > 10


async def test_roles_of_the_other_half_are_no_roles_here(halves: dict[Half, asyncpg.Connection]) -> None:
    for half, role in ((PLACING, "researcher"), (PLACING, "coder"), (LAB, "coordinator"), (LAB, "school_lead")):
        account = await halves[half].fetchval(
            """
            insert into account (sign_in_name, display_name, password_hash) values ($1, 'A', 'x')
            returning account_id
            """,
            f"{role}@school.test",
        )
        with pytest.raises(asyncpg.CheckViolationError) as refused:
            await halves[half].execute("insert into account_role (account_id, role) values ($1, $2)", account, role)
        assert refused.value.constraint_name == "account_role_known"
