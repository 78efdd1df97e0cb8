"""Two companies that are one: what moves from the double to the kept one, and back."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg


class MergeRow(msgspec.Struct, frozen=True, kw_only=True):
    """A merge. ``moved``: ids by table, and what the companies were called and had before."""

    merge_id: uuid.UUID
    kept_id: uuid.UUID
    merged_id: uuid.UUID
    name: str
    moved: dict[str, Any]
    merged_by: str
    merged_at: dt.datetime
    undone_at: dt.datetime | None


_COLUMNS = """
    select m.merge_id, m.kept_id, m.merged_id, c.name, m.moved, a.display_name as merged_by, m.merged_at, m.undone_at
    from placement.company_merge m
    join placement.company c on c.company_id = m.merged_id
    join placement.account a on a.account_id = m.merged_by
"""
_OF_COMPANY = Query(_COLUMNS + "where m.kept_id = $1 and m.undone_at is null order by m.merged_at desc", MergeRow)
_BY_ID = Query(_COLUMNS + "where m.merge_id = $1 for update of m", MergeRow)
_LOCK = Query(
    "select company_id from placement.company where company_id = any ($1::uuid[]) order by company_id for update",
    uuid.UUID,
)


async def of_company(connection: asyncpg.Connection, company_id: uuid.UUID) -> list[MergeRow]:
    """The merges into a company that stand, the newest first."""
    return await _OF_COMPANY.all(connection, company_id)


async def by_id(connection: asyncpg.Connection, merge_id: uuid.UUID) -> MergeRow | None:
    """One merge, kept from others until the transaction ends."""
    return await _BY_ID.first(connection, merge_id)


async def lock(connection: asyncpg.Connection, company_ids: list[uuid.UUID]) -> None:
    """Keep others from changing these companies until the transaction ends."""
    await _LOCK.all(connection, company_ids)


#: An establishment of the same name, postcode and place may be at the kept company already: then its offers go there.
_TWINS = Query(
    """
    select jsonb_build_object('twin', d.establishment_id, 'kept', k.establishment_id,
        'registered_offer', (select coalesce(jsonb_agg(r.registered_offer_id), '[]')
                             from placement.registered_offer r where r.establishment_id = d.establishment_id),
        'offer', (select coalesce(jsonb_agg(o.offer_uid), '[]')
                  from placement.offer o where o.establishment_id = d.establishment_id)) as twin
    from placement.establishment d
    join placement.establishment k on k.company_id = $2 and k.name = d.name and k.place = d.place
        and k.postcode4 is not distinct from d.postcode4
    where d.company_id = $1
    """,
    dict[str, Any],
)
_MOVE_OFFERS = (
    Statement(
        "update placement.registered_offer set establishment_id = $2 where registered_offer_id = any ($1::uuid[])"
    ),
    Statement("update placement.offer set establishment_id = $2 where offer_uid = any ($1::uuid[])"),
)
_MOVE: dict[str, Query[uuid.UUID]] = {
    "establishment": Query(
        """
        update placement.establishment e set company_id = $2 where e.company_id = $1
            and not (e.establishment_id = any ($3::uuid[])) and ($4::uuid[] is null or e.establishment_id = any ($4))
        returning e.establishment_id
        """,
        uuid.UUID,
    ),
    "contact": Query(
        """
        update placement.contact t set company_id = $2 where t.company_id = $1
            and not (t.contact_id = any ($3::uuid[])) and ($4::uuid[] is null or t.contact_id = any ($4))
        returning t.contact_id
        """,
        uuid.UUID,
    ),
    "conversation": Query(
        """
        update placement.conversation v set company_id = $2 where v.company_id = $1
            and not (v.conversation_id = any ($3::uuid[])) and ($4::uuid[] is null or v.conversation_id = any ($4))
        returning v.conversation_id
        """,
        uuid.UUID,
    ),
    "next_action": Query(
        """
        update placement.next_action n set company_id = $2 where n.company_id = $1
            and not (n.action_id = any ($3::uuid[])) and ($4::uuid[] is null or n.action_id = any ($4))
        returning n.action_id
        """,
        uuid.UUID,
    ),
    "discriminatory_request": Query(
        """
        update placement.discriminatory_request d set company_id = $2 where d.company_id = $1
            and not (d.request_id = any ($3::uuid[])) and ($4::uuid[] is null or d.request_id = any ($4))
        returning d.request_id
        """,
        uuid.UUID,
    ),
}
_NUMBERS = Statement("update placement.company set kvk = $2, training_company_id = $3 where company_id = $1")
_POINT = Statement("update placement.company set merged_into = $2 where company_id = $1")
_RECORD = Query(
    """
    insert into placement.company_merge (kept_id, merged_id, moved, merged_by) values ($1, $2, $3, $4)
    returning merge_id
    """,
    uuid.UUID,
)
_UNDONE = Statement("update placement.company_merge set undone_at = now() where merge_id = $1")


async def move(connection: asyncpg.Connection, merged_id: uuid.UUID, kept_id: uuid.UUID) -> dict[str, Any]:
    """Everything of the double goes to the kept company; ids by table, and the establishments that both had."""
    twins = await _TWINS.all(connection, merged_id, kept_id)
    for twin in twins:
        for statement, table in zip(_MOVE_OFFERS, ("registered_offer", "offer"), strict=True):
            await statement.run(connection, twin[table], twin["kept"])
    staying = [twin["twin"] for twin in twins]
    moved: dict[str, Any] = {"twins": twins}
    for table, query in _MOVE.items():
        moved[table] = [str(one) for one in await query.all(connection, merged_id, kept_id, staying, None)]
    return moved


async def move_back(connection: asyncpg.Connection, row: MergeRow) -> None:
    """What came goes back, as far as it is still there."""
    for table, query in _MOVE.items():
        await query.all(connection, row.kept_id, row.merged_id, [], row.moved[table])
    for twin in row.moved["twins"]:
        for statement, table in zip(_MOVE_OFFERS, ("registered_offer", "offer"), strict=True):
            await statement.run(connection, twin[table], twin["twin"])


async def set_numbers(
    connection: asyncpg.Connection, company_id: uuid.UUID, kvk: str | None, training_company_id: str | None
) -> None:
    """Give a company its numbers."""
    await _NUMBERS.run(connection, company_id, kvk, training_company_id)


async def point(connection: asyncpg.Connection, merged_id: uuid.UUID, kept_id: uuid.UUID | None) -> None:
    """The double says which company it is; None: it is itself again."""
    await _POINT.run(connection, merged_id, kept_id)


async def record(
    connection: asyncpg.Connection,
    kept_id: uuid.UUID,
    merged_id: uuid.UUID,
    moved: Mapping[str, Any],
    by: uuid.UUID,
) -> uuid.UUID:
    """Write the merge down; its id."""
    return await _RECORD.one(connection, kept_id, merged_id, dict(moved), by)


async def undone(connection: asyncpg.Connection, merge_id: uuid.UUID) -> None:
    """It was taken back."""
    await _UNDONE.run(connection, merge_id)
