"""Two views of a database's structure: a text to compare, and ``schema.sql`` to read and to load.

``python -m db.schema_dump`` writes ``db/schema.sql`` and ``db/lab/schema.sql`` anew from the migrations. Tests prove
that each file is what the migrations of its half give, that loading it gives the same structure, and that PostgreSQL
15 and 18 agree on it.
"""

from __future__ import annotations

import asyncio
import re
import subprocess
import tempfile
from pathlib import Path

import asyncpg
import msgspec

from db.embedded import places, start
from db.embedded.process import ServerUser
from db.halves import LAB, PLACING, Half
from db.migrate import migrate
from db.pool import connect
from db.query import Query

SCHEMAS = ("placement", "queue", "public", "lab")
SCHEMA_FILES = {
    PLACING: Path(__file__).with_name("schema.sql"),
    LAB: Path(__file__).parent / "lab" / "schema.sql",
}

_HEADER = """\
-- The whole structure after the last migration. Written by `python -m db.schema_dump`: change a migration, not this.
"""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One object of the database: what it is, its full name, its definition, its comment."""

    kind: str
    name: str
    definition: str
    comment: str


_PARTS = Query(
    """
    with ours as (select oid, nspname from pg_namespace where nspname = any ($1::text[]))
    select 'schema' as kind, nspname::text as name, '' as definition,
           coalesce(obj_description(oid, 'pg_namespace'), '') as comment
    from ours where nspname <> 'public'
    union all
    select case class.relkind when 'S' then 'sequence' when 'v' then 'view' else 'table' end,
           ours.nspname || '.' || class.relname,
           case class.relpersistence when 'u' then 'unlogged' else '' end,
           coalesce(obj_description(class.oid, 'pg_class'), '')
    from pg_class as class join ours on ours.oid = class.relnamespace where class.relkind in ('r', 'p', 'v', 'S')
    union all
    select 'column', ours.nspname || '.' || class.relname || '.' || field.attname,
           format_type(field.atttypid, field.atttypmod) || case when field.attnotnull then ' not null' else '' end
               || coalesce(' default ' || pg_get_expr(preset.adbin, preset.adrelid), '')
               || case field.attidentity when '' then '' else ' identity ' || field.attidentity::text end
               || case field.attgenerated when '' then '' else ' generated' end,
           coalesce(col_description(class.oid, field.attnum), '')
    from pg_attribute as field
    join pg_class as class on class.oid = field.attrelid and class.relkind in ('r', 'p', 'v')
    join ours on ours.oid = class.relnamespace
    left join pg_attrdef as preset on preset.adrelid = field.attrelid and preset.adnum = field.attnum
    where field.attnum > 0 and not field.attisdropped
    union all
    select 'constraint', ours.nspname || '.' || class.relname || '.' || rule.conname, pg_get_constraintdef(rule.oid),
           coalesce(obj_description(rule.oid, 'pg_constraint'), '')
    from pg_constraint as rule
    join pg_class as class on class.oid = rule.conrelid
    join ours on ours.oid = class.relnamespace
    where rule.contype <> 'n' -- PostgreSQL 18 also lists NOT NULL here; the columns tell it already
    union all
    select 'index', ours.nspname || '.' || entry.relname, pg_get_indexdef(entry.oid),
           coalesce(obj_description(entry.oid, 'pg_class'), '')
    from pg_index join pg_class as entry on entry.oid = pg_index.indexrelid
    join ours on ours.oid = entry.relnamespace
    union all
    select 'trigger', ours.nspname || '.' || class.relname || '.' || trigger.tgname, pg_get_triggerdef(trigger.oid),
           coalesce(obj_description(trigger.oid, 'pg_trigger'), '')
    from pg_trigger as trigger
    join pg_class as class on class.oid = trigger.tgrelid
    join ours on ours.oid = class.relnamespace where not trigger.tgisinternal
    union all
    select 'function', ours.nspname || '.' || routine.proname, pg_get_functiondef(routine.oid),
           coalesce(obj_description(routine.oid, 'pg_proc'), '')
    from pg_proc as routine join ours on ours.oid = routine.pronamespace
    union all
    select 'enum', ours.nspname || '.' || type.typname,
           (select string_agg(label.enumlabel, ', ' order by label.enumsortorder)
            from pg_enum as label where label.enumtypid = type.oid),
           coalesce(obj_description(type.oid, 'pg_type'), '')
    from pg_type as type join ours on ours.oid = type.typnamespace where type.typtype = 'e'
    """,
    Part,
)


async def describe(connection: asyncpg.Connection) -> tuple[Part, ...]:
    """Every object of our schemas, sorted. The order of columns is no part of it: migrations append."""
    async with connection.transaction():
        await connection.execute("set local search_path = ''")  # every name in full
        parts = await _PARTS.all(connection, SCHEMAS)
    return tuple(sorted(parts, key=lambda part: (part.name, part.kind)))


def dump(url: str) -> str:
    """The structure as SQL that an empty database can run, by ``pg_dump``; the same text on every run."""
    program = places.binaries(ServerUser.current()) / "pg_dump"
    told = subprocess.run(  # noqa: S603  # our own binary; the address comes from our own server
        [program, "--schema-only", "--no-owner", "--no-privileges", "--restrict-key=stagekans", f"--dbname={url}"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    # Settings that only newer servers know, psql commands and comments on the dump itself are of no use to a reader.
    kept = [line for line in told.splitlines() if not re.match(r"--|SET |\\|SELECT pg_catalog\.set_config", line)]
    return _HEADER + re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).rstrip("\n") + "\n"


async def _migrate(url: str, half: Half) -> None:
    connection = await connect(url, half)
    await migrate(connection, half=half)
    await connection.close()


def _write() -> None:
    for half, file in SCHEMA_FILES.items():
        with tempfile.TemporaryDirectory() as folder:
            Path(folder).chmod(0o711)  # the server's user walks through it
            with start(Path(folder) / "home") as server:
                asyncio.run(_migrate(server.url, half))
                file.write_text(dump(server.url), encoding="utf-8")


if __name__ == "__main__":
    _write()
