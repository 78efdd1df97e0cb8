"""One registered offer: reading it whole, adding it, changing it, and where it stands."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

import msgspec

from db.query import Query, Statement
from db.register.offers import HELD

if TYPE_CHECKING:
    import asyncpg


class StoredFields(msgspec.Struct, frozen=True, kw_only=True):
    """What a person said about an offer, as it is written. ``requirements``: {text, reason}."""

    kind: str
    title: str
    task: str
    crebos: tuple[str, ...]
    places: int
    start_date: dt.date | None
    end_date: dt.date | None
    weekdays: tuple[str, ...]
    days_per_week: int | None
    hours_per_week: int | None
    guidance_who: str
    guidance_hours: float
    requirements: tuple[dict[str, Any], ...]
    support_offered: tuple[str, ...]
    pay: str
    selection: str
    source: str
    promises: str
    recruitment_text: str
    contact_id: uuid.UUID | None
    owner: uuid.UUID

    @property
    def arguments(self) -> tuple[object, ...]:
        """In the order of the columns."""
        return tuple(
            list(value) if isinstance(value, tuple) else value for value in msgspec.structs.asdict(self).values()
        )


class OfferDetailRow(StoredFields, frozen=True, kw_only=True):
    """One offer with company, counts and who changed it last."""

    registered_offer_id: uuid.UUID
    number: int
    version: int
    company_id: uuid.UUID
    company: str
    establishment_id: uuid.UUID
    establishment: str
    postcode4: str | None
    work_place: str
    contact: str
    owner_name: str
    stage: str
    stage_before: str | None
    blocked: bool
    case_id: uuid.UUID | None
    promised: int
    placed: int
    unverified: tuple[str, ...]
    changed_by_name: str
    changed_at: dt.datetime


_COLUMNS = """kind, title, task, crebos, places, start_date, end_date, weekdays, days_per_week, hours_per_week,
    guidance_who, guidance_hours, requirements, support_offered, pay, selection, source, promises, recruitment_text,
    contact_id, owner"""
_DETAIL = Query(
    """
    select r.kind, r.title, r.task, r.crebos, r.places, r.start_date, r.end_date, r.weekdays, r.days_per_week,
           r.hours_per_week, r.guidance_who, r.guidance_hours, r.requirements, r.support_offered, r.pay, r.selection,
           r.source, r.promises, r.recruitment_text, r.contact_id, r.owner,
           r.registered_offer_id, r.number, r.version, c.company_id, c.name as company, e.establishment_id,
           e.name as establishment, e.postcode4, e.place as work_place, coalesce(t.name, '') as contact,
           w.display_name as owner_name, r.stage, r.stage_before, k.case_id is not null as blocked, k.case_id,
           h.promised, h.placed,
           array(select code from unnest(r.crebos) code
                 where not exists (select from placement.recognition g where g.establishment_id = e.establishment_id
                                       and g.crebo = code and g.checked_on is not null)
                 order by code) as unverified,
           x.display_name as changed_by_name, r.changed_at
    from placement.registered_offer r
    join placement.establishment e on e.establishment_id = r.establishment_id
    join placement.company c on c.company_id = e.company_id
    join placement.account w on w.account_id = r.owner
    join placement.account x on x.account_id = r.changed_by
    left join placement.contact t on t.contact_id = r.contact_id
    left join lateral (
        select d.request_id as case_id from placement.discriminatory_request d
        where d.company_id = c.company_id and (d.registered_offer_id is null
              or d.registered_offer_id = r.registered_offer_id) and (d.closed_at is null or d.outcome = 'kept')
        order by d.number desc limit 1) k on true
    cross join lateral ("""  # noqa: S608  # SQL from these files alone
    + HELD
    + """) h
    where r.registered_offer_id = $2
    """,
    OfferDetailRow,
)


async def by_id(
    connection: asyncpg.Connection, registered_offer_id: uuid.UUID, today: dt.date
) -> OfferDetailRow | None:
    """One offer, as it is on this day."""
    return await _DETAIL.first(connection, today, registered_offer_id)


_LOCK = Query(
    "select registered_offer_id from placement.registered_offer where registered_offer_id = $1 for update", uuid.UUID
)


async def lock(connection: asyncpg.Connection, registered_offer_id: uuid.UUID) -> bool:
    """Keep others from changing it until the transaction ends; False where there is none."""
    return await _LOCK.first(connection, registered_offer_id) is not None


_INSERT = Query(
    f"""
    insert into placement.registered_offer (establishment_id, changed_by, {_COLUMNS})
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
    returning registered_offer_id
    """,  # noqa: S608  # column names from this file
    uuid.UUID,
)


async def insert(
    connection: asyncpg.Connection, establishment_id: uuid.UUID, fields: StoredFields, *, by: uuid.UUID
) -> uuid.UUID:
    """Add an offer; its id."""
    return await _INSERT.one(connection, establishment_id, by, *fields.arguments)


_UPDATE = Statement(
    f"""
    update placement.registered_offer set version = version + 1, changed_by = $3, changed_at = now(), ({_COLUMNS})
        = ($4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)
    where registered_offer_id = $1 and version = $2
    """  # noqa: S608  # column names from this file
)


async def update(
    connection: asyncpg.Connection,
    registered_offer_id: uuid.UUID,
    version: int,
    fields: StoredFields,
    *,
    by: uuid.UUID,
) -> bool:
    """Change an offer of this version; False where it is another by now."""
    return await _UPDATE.run(connection, registered_offer_id, version, by, *fields.arguments) > 0


_MOVE = Statement(
    """
    update placement.registered_offer
    set stage = $2, stage_before = $3, version = version + 1, changed_by = $4, changed_at = now()
    where registered_offer_id = $1
    """
)


async def move(
    connection: asyncpg.Connection, registered_offer_id: uuid.UUID, stage: str, before: str | None, *, by: uuid.UUID
) -> None:
    """Put it in a stage. ``before``: where undo goes back to."""
    await _MOVE.run(connection, registered_offer_id, stage, before, by)


class HistoryRow(msgspec.Struct, frozen=True, kw_only=True):
    """An event, with the name of who did it."""

    at: dt.datetime
    who: str
    kind: str
    facts: dict[str, Any]


_HISTORY = Query(
    """
    select v.at, coalesce(a.display_name, '') as who, v.kind, v.facts
    from placement.event v left join placement.account a on a.account_id = v.account_id
    where v.subject = $1
    order by v.event_number desc limit 50
    """,
    HistoryRow,
)


async def history(connection: asyncpg.Connection, subject: str) -> list[HistoryRow]:
    """The last fifty events about something, the newest first."""
    return await _HISTORY.all(connection, subject)
