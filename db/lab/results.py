"""What an analysis begins from, and what it left behind."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

import msgspec

from db.query import Query

if TYPE_CHECKING:
    import asyncpg


class CodedDispatchRow(msgspec.Struct, frozen=True, kw_only=True):
    """A dispatch that was sent: what came of it as it was locked, and in which part of the sample it is. No company.

    ``said_by`` is None where nothing was locked; ``outcome`` too, or where nobody can know (``said_by`` is "nobody").
    ``employer``: the lowest pseudonym of the same company.
    """

    number: int
    place: int
    identity: str
    outcome: str | None
    said_by: str | None
    decided_at: dt.datetime | None
    stratum: str
    sector: str | None
    company_size: str | None
    region: str | None
    employer: int


_CODED = Query(
    """
    select d.number, d.place, d.identity, o.outcome, o.said_by, o.decided_at,
        f.stratum, nullif(f.entry ->> 'sector', '') as sector, nullif(f.entry ->> 'size_class', '') as company_size,
        nullif(f.entry ->> 'place', '') as region,
        case when f.entry ->> 'kvk' is null then f.number
            else min(f.number) over (partition by f.entry ->> 'kvk') end as employer
    from lab.dispatch d join lab.frame_entry f using (study_id, number)
    left join lab.final_outcome o using (study_id, dispatch_id)
    where d.study_id = $1 and d.sent_at is not null
    order by d.number, d.place
    """,
    CodedDispatchRow,
)


async def coded_dispatches(connection: asyncpg.Connection, study_id: uuid.UUID) -> list[CodedDispatchRow]:
    """Every dispatch that was sent, in the order of the pseudonyms."""
    return await _CODED.all(connection, study_id)


class LastRegistration(msgspec.Struct, frozen=True, kw_only=True):
    """The last link of a study's chain."""

    number: int
    document: dict[str, Any]
    hash: str
    at: dt.datetime


_LAST_REGISTRATION = Query(
    "select number, document, hash, at from lab.registration where study_id = $1 order by number desc limit 1",
    LastRegistration,
)


async def last_registration(connection: asyncpg.Connection, study_id: uuid.UUID) -> LastRegistration | None:
    """The registration, or its last amendment."""
    return await _LAST_REGISTRATION.first(connection, study_id)


_INSERT = Query(
    "insert into lab.analysis (study_id, kind, document, account_id) values ($1, $2, $3, $4) returning analysis_id", int
)


async def insert(
    connection: asyncpg.Connection, study_id: uuid.UUID, kind: str, document: dict[str, Any], account_id: uuid.UUID
) -> int:
    """Keep results; they are never changed."""
    return await _INSERT.one(connection, study_id, kind, document, account_id)


class AnalysisRow(msgspec.Struct, frozen=True, kw_only=True):
    """Results as they were stored."""

    analysis_id: int
    document: dict[str, Any]
    at: dt.datetime
    by: str


_OF_STUDY = Query(
    """
    select n.analysis_id, n.document, n.at, a.display_name as by
    from lab.analysis n join lab.account a using (account_id)
    where n.study_id = $1 and n.kind = $2 order by n.analysis_id
    """,
    AnalysisRow,
)


async def of_study(connection: asyncpg.Connection, study_id: uuid.UUID, kind: str) -> list[AnalysisRow]:
    """The results of one kind, the oldest first."""
    return await _OF_STUDY.all(connection, study_id, kind)
