"""The role of the lab on a server where we are the administrator: the one that comes along.

On a server of others its administrator makes the role (docs/lab.md): the program never holds such rights there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import asyncpg

ROLE: Final = "stagekans_lab"

_FOUND: Final = """
do $$ begin
    if to_regrole('stagekans_lab') is null then
        create role stagekans_lab login nosuperuser nocreatedb nocreaterole noinherit;
    end if;
    execute format('grant connect, create on database %I to stagekans_lab', current_database());
end $$;
"""


async def found(connection: asyncpg.Connection) -> None:
    """Make the role where it is not, and let it make its schema in this database. It gets no right to anything else."""
    await connection.execute(_FOUND)
