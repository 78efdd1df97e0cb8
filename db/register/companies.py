"""Companies of the register: lists, suggestions, what looks alike, and one company."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg


class CompanyListRow(msgspec.Struct, frozen=True, kw_only=True):
    """A company in a list."""

    company_id: uuid.UUID
    name: str
    place: str
    kvk: str | None
    training_company_id: str | None
    offers: int
    last_talk: dt.date | None


_SEARCHED = """
    from placement.company c
    where c.merged_into is null
      and ($1::text = '' or strpos(lower(c.name), lower($1)) > 0 or c.kvk = $1 or c.training_company_id = $1
           or exists (select from placement.establishment e
                      where e.company_id = c.company_id and (lower(e.place) = lower($1) or e.postcode4 = $1)))
"""
_LIST = Query(
    "with page as materialized (select c.company_id, c.name, c.kvk, c.training_company_id"  # noqa: S608  # SQL from these files alone
    + _SEARCHED
    + """ order by lower(c.name), c.company_id limit $2 offset $3)
    select c.company_id, c.name,
           coalesce((select string_agg(distinct nullif(e.place, ''), ', ') from placement.establishment e
                     where e.company_id = c.company_id), '') as place,
           c.kvk, c.training_company_id,
           (select count(*) from placement.registered_offer r
            join placement.establishment e on e.establishment_id = r.establishment_id
            where e.company_id = c.company_id and r.stage <> 'lapsed')::integer as offers,
           (select max(v.held_on) from placement.conversation v where v.company_id = c.company_id) as last_talk
    from page c order by lower(c.name), c.company_id
    """,
    CompanyListRow,
)
_COUNT = Query("select count(*)::integer as companies" + _SEARCHED, int)


async def listed(connection: asyncpg.Connection, search: str, *, limit: int, offset: int) -> list[CompanyListRow]:
    """Companies by name. ``search``: part of a name; a place, a postcode or a number as a whole."""
    return await _LIST.all(connection, search, limit, offset)


async def count(connection: asyncpg.Connection, search: str) -> int:
    """How many that are over all pages."""
    return await _COUNT.one(connection, search)


class EstablishmentRow(msgspec.Struct, frozen=True, kw_only=True):
    """An establishment, with the name of its company."""

    establishment_id: uuid.UUID
    company_id: uuid.UUID
    company: str
    name: str
    postcode4: str | None
    place: str


_ESTABLISHMENT_COLUMNS = """
    select e.establishment_id, c.company_id, c.name as company, e.name, e.postcode4, e.place
    from placement.establishment e join placement.company c on c.company_id = e.company_id
"""
_SUGGESTED = Query(
    _ESTABLISHMENT_COLUMNS
    + """
    where c.merged_into is null and (lower(c.name) like $1 or ($3 and strpos(lower(c.name), $2) > 0))
    order by lower(c.name) not like $1, lower(c.name), e.place, e.establishment_id limit 12
    """,
    EstablishmentRow,
)
_OF_COMPANY = Query(
    _ESTABLISHMENT_COLUMNS + "where e.company_id = $1 order by e.place, e.name, e.establishment_id", EstablishmentRow
)
_ESTABLISHMENT = Query(_ESTABLISHMENT_COLUMNS + "where e.establishment_id = $1", EstablishmentRow)


async def suggested(connection: asyncpg.Connection, typed: str) -> list[EstablishmentRow]:
    """At most twelve establishments whose company begins with, or from three letters on holds, what was typed."""
    plain = typed.lower()
    pattern = plain.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    return await _SUGGESTED.all(connection, pattern, plain, len(plain) >= 3)


async def establishments(connection: asyncpg.Connection, company_id: uuid.UUID) -> list[EstablishmentRow]:
    """Those of a company, by place."""
    return await _OF_COMPANY.all(connection, company_id)


async def establishment(connection: asyncpg.Connection, establishment_id: uuid.UUID) -> EstablishmentRow | None:
    """One of them."""
    return await _ESTABLISHMENT.first(connection, establishment_id)


class CompanyRow(msgspec.Struct, frozen=True, kw_only=True):
    """A company. ``postcodes`` are those of its establishments."""

    company_id: uuid.UUID
    name: str
    kvk: str | None
    training_company_id: str | None
    merged_into: uuid.UUID | None
    postcodes: tuple[str, ...]
    place: str
    establishment_id: uuid.UUID | None


_COMPANY_COLUMNS = """
    select c.company_id, c.name, c.kvk, c.training_company_id, c.merged_into,
           array(select distinct e.postcode4 from placement.establishment e
                 where e.company_id = c.company_id and e.postcode4 is not null) as postcodes,
           coalesce((select string_agg(distinct nullif(e.place, ''), ', ') from placement.establishment e
                     where e.company_id = c.company_id), '') as place,
           (select e.establishment_id from placement.establishment e where e.company_id = c.company_id
            order by e.place, e.name, e.establishment_id limit 1) as establishment_id
    from placement.company c
"""
_BY_ID = Query(_COMPANY_COLUMNS + "where c.company_id = $1", CompanyRow)
# Names are compared in Python; a double may be spelled otherwise, so its postcode or its first letters bring it here.
_NEAR = Query(
    _COMPANY_COLUMNS  # noqa: S608  # SQL from these files alone
    + """
    where c.merged_into is null
      and (c.kvk = $1 or c.training_company_id = $2 or lower(c.name) like $4
           or c.company_id in (select e.company_id from placement.establishment e where e.postcode4 = any ($3::text[])))
    """,
    CompanyRow,
)


async def by_id(connection: asyncpg.Connection, company_id: uuid.UUID) -> CompanyRow | None:
    """One company, also one that turned out to be another."""
    return await _BY_ID.first(connection, company_id)


async def near(
    connection: asyncpg.Connection, *, kvk: str | None, training_company_id: str | None, postcodes: list[str], name: str
) -> list[CompanyRow]:
    """Companies that may be alike: one of the numbers, a postcode, or the first letters of the name."""
    begin = name.lower()[:4].replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    return await _NEAR.all(connection, kvk, training_company_id, postcodes, begin)


_INSERT = Query(
    "insert into placement.company (name, kvk, training_company_id) values ($1, $2, $3) returning company_id", uuid.UUID
)
_INSERT_ESTABLISHMENT = Query(
    """
    insert into placement.establishment (company_id, name, postcode4, place) values ($1, $2, $3, $4)
    returning establishment_id
    """,
    uuid.UUID,
)
_UPDATE = Statement("update placement.company set name = $2, kvk = $3, training_company_id = $4 where company_id = $1")


async def insert(
    connection: asyncpg.Connection, *, name: str, kvk: str | None, training_company_id: str | None
) -> uuid.UUID:
    """Add a company; its id."""
    return await _INSERT.one(connection, name, kvk, training_company_id)


async def insert_establishment(
    connection: asyncpg.Connection, company_id: uuid.UUID, *, name: str, postcode4: str | None, place: str
) -> uuid.UUID:
    """Add an establishment; its id."""
    return await _INSERT_ESTABLISHMENT.one(connection, company_id, name, postcode4, place)


async def update(
    connection: asyncpg.Connection,
    company_id: uuid.UUID,
    *,
    name: str,
    kvk: str | None,
    training_company_id: str | None,
) -> None:
    """Change what a company is called and its numbers."""
    await _UPDATE.run(connection, company_id, name, kvk, training_company_id)
