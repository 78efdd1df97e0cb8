"""Companies: finding one, entering one once, and one company with all that is known."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from typing import Final

import asyncpg
import msgspec

from api.messages.accounts import Actor
from api.messages.faults import Conflict, NotFound, Unusable
from api.messages.paging import DEFAULT_SIZE, PageOf
from api.messages.register_companies import (
    CompanyFull,
    CompanyLine,
    NewCompany,
    SameView,
    Suggestion,
)
from api.services import events
from api.services.constraints import translated
from api.services.paging import offset_of
from api.services.permissions import require
from api.services.pool import Pool
from api.services.register import actions, cases
from api.services.register.doubles import Known, alike
from api.services.register.offers import KEEP_REGISTER, SEE_REGISTER, line_of, today
from api.services.register.wording import line, name_fault
from db.pool import transaction
from db.register import cases as stored_cases
from db.register import companies, log, merging, offers

_KVK: Final = re.compile(r"[0-9]{8}", re.ASCII)
_POSTCODE4: Final = re.compile(r"[1-9][0-9]{3}", re.ASCII)
_MOST_OFFERS: Final = 100
#: Enough for the eye; a company with more has a page for it.
_MOST_CASES: Final = 20
_TYPES: Final = (uuid.UUID, dt.date, dt.datetime)


async def list_companies(
    pool: Pool, actor: Actor, search: str, *, number: int = 1, size: int = DEFAULT_SIZE
) -> PageOf[CompanyLine]:
    """Companies by name. ``search``: part of a name; a place, a postcode or a number as a whole."""
    require(actor, *SEE_REGISTER)
    offset = offset_of(number, size)
    with translated():
        async with pool.acquire() as connection:
            found = await companies.listed(connection, search.strip(), limit=size, offset=offset)
            total = await companies.count(connection, search.strip())
    items = tuple(CompanyLine(**msgspec.structs.asdict(row)) for row in found)
    return PageOf(items=items, number=number, size=size, total=total)


async def suggest(pool: Pool, actor: Actor, typed: str) -> tuple[Suggestion, ...]:
    """Establishments that a person may mean; none for fewer than two letters."""
    require(actor, *SEE_REGISTER)
    typed = line(typed)[:200]
    if len(typed) < 2:
        return ()
    with translated():
        async with pool.acquire() as connection:
            found = await companies.suggested(connection, typed.partition(" (")[0])
    return tuple(Suggestion(establishment_id=row.establishment_id, label=label_of(row)) for row in found)


def label_of(row: companies.EstablishmentRow) -> str:
    """An establishment in one line: name, branch, place and postcode."""
    branch = f", {row.name}" if row.name and row.name != row.company else ""
    where = " ".join(part for part in (row.postcode4, row.place) if part)
    return f"{row.company}{branch} ({where})" if where else f"{row.company}{branch}"


async def find_establishment(pool: Pool, actor: Actor, typed: str) -> uuid.UUID | None:
    """The establishment of which this is the label, or the only one of a company with exactly this name."""
    found = await suggest(pool, actor, typed)
    named = [one for one in found if one.label == line(typed)]
    if len(named) == 1:
        return named[0].establishment_id
    only = [one for one in found if one.label.partition(" (")[0].lower() == line(typed).lower()]
    return only[0].establishment_id if len(only) == 1 else None


async def company_of(pool: Pool, actor: Actor, establishment_id: uuid.UUID) -> uuid.UUID:
    """Whose establishment it is."""
    require(actor, *SEE_REGISTER)
    async with pool.acquire() as connection:
        row = await companies.establishment(connection, establishment_id)
    if row is None:
        raise NotFound(what="establishment")
    return row.company_id


async def get_company(pool: Pool, actor: Actor, company_id: uuid.UUID) -> CompanyFull:
    """One company. One that turned out to be another is told as that other."""
    require(actor, *SEE_REGISTER)
    async with pool.acquire() as connection:
        return await full(connection, company_id)


async def full(connection: asyncpg.Connection, company_id: uuid.UUID) -> CompanyFull:
    """One company with all that is known about it, or a refusal."""
    row = await companies.by_id(connection, company_id)
    if row is not None and row.merged_into is not None:
        row = await companies.by_id(connection, row.merged_into)
    if row is None:
        raise NotFound(what="company")
    day = today()
    search = offers.OfferSearch(today=day, company_id=row.company_id)
    found = await offers.listed(connection, search, sort="number", descending=True, limit=_MOST_OFFERS, offset=0)
    asdict = msgspec.structs.asdict
    merges = await merging.of_company(connection, row.company_id)
    return msgspec.convert(
        {
            "company_id": row.company_id,
            "name": row.name,
            "kvk": row.kvk,
            "training_company_id": row.training_company_id,
            "establishments": [asdict(one) for one in await companies.establishments(connection, row.company_id)],
            "contacts": [asdict(one) for one in await log.contacts(connection, row.company_id)],
            "conversations": [asdict(one) for one in await log.conversations(connection, row.company_id)],
            "actions": [actions.view(one) for one in await log.actions_of_company(connection, row.company_id)],
            "offers": [line_of(one, day) for one in found],
            "cases": [
                cases.line_of(one)
                for one in await stored_cases.listed(
                    connection, is_open=None, company_id=row.company_id, limit=_MOST_CASES
                )
            ],
            "same": await _alike(connection, _known(row), row.name),
            "merges": [asdict(one) for one in merges],
        },
        CompanyFull,
        builtin_types=_TYPES,
    )


def _known(row: companies.CompanyRow) -> Known:
    return Known(
        company_id=row.company_id,
        name=row.name,
        kvk=row.kvk,
        training_company_id=row.training_company_id,
        postcodes=frozenset(row.postcodes),
    )


async def _alike(connection: asyncpg.Connection, one: Known, name: str) -> tuple[SameView, ...]:
    rows = await companies.near(
        connection,
        kvk=one.kvk,
        training_company_id=one.training_company_id,
        postcodes=sorted(one.postcodes),
        name=name,
    )
    by_id = {row.company_id: row for row in rows}
    return tuple(
        SameView(
            company_id=other.company_id,
            establishment_id=by_id[other.company_id].establishment_id,
            name=other.name,
            place=by_id[other.company_id].place,
            postcode4=next(iter(sorted(other.postcodes)), None),
            reason=reason,
        )
        for other, reason in alike(one, (_known(row) for row in rows))
    )


async def look_alike(pool: Pool, actor: Actor, typed: NewCompany) -> tuple[SameView, ...]:
    """Companies that may be the one that was typed, the surest first."""
    require(actor, *SEE_REGISTER)
    with translated():
        async with pool.acquire() as connection:
            return await _alike(connection, _as_known(typed), line(typed.name))


def _as_known(typed: NewCompany) -> Known:
    return Known(
        company_id=uuid.UUID(int=0),
        name=line(typed.name),
        kvk=typed.kvk.strip() or None,
        training_company_id=typed.training_company_id.strip() or None,
        postcodes=frozenset({typed.postcode4.strip()} - {""}),
    )


async def create_company(pool: Pool, actor: Actor, typed: NewCompany) -> uuid.UUID:
    """Enter a company with its first establishment; the id of that.

    Raises
    ------
    Conflict
        ``company_alike``: there are companies that look like it, and nobody said ``anyway``.
    Unusable
        Fields are wrong.
    """
    require(actor, *KEEP_REGISTER)
    with translated():
        async with transaction(pool) as connection:
            return await enter(connection, actor, typed)


async def enter(connection: asyncpg.Connection, actor: Actor, typed: NewCompany) -> uuid.UUID:
    """The same in a transaction that is open."""
    known = _as_known(typed)
    faults = number_faults(known.name, known.kvk, known.training_company_id)
    if known.postcodes and not all(_POSTCODE4.fullmatch(one) for one in known.postcodes):
        faults["postcode4"] = "not_postcode4"
    place = line(typed.place)
    if len(place) > 100:
        faults["place"] = "too_long"
    if not place and not known.postcodes:
        faults["place"] = "place_or_postcode"
    if faults:
        raise Unusable(faults)
    same = await _alike(connection, known, known.name)
    certain = [one for one in same if one.reason in ("same_training_company_id", "same_kvk")]
    if certain or (same and not typed.anyway):
        raise Conflict("company_alike", count=len(same), company=same[0].name)
    company_id = await companies.insert(
        connection, name=known.name, kvk=known.kvk, training_company_id=known.training_company_id
    )
    made = await companies.insert_establishment(
        connection,
        company_id,
        name=line(typed.establishment),
        postcode4=next(iter(known.postcodes), None),
        place=place,
    )
    await events.record(connection, actor, "company_entered", f"company:{company_id}", name=known.name, alike=len(same))
    return made


def number_faults(name: str, kvk: str | None, training_company_id: str | None) -> dict[str, str]:
    """What is wrong with the name and the numbers of a company."""
    faults: dict[str, str] = {}
    if (fault := name_fault(name)) is not None:
        faults["company"] = fault
    if kvk is not None and not _KVK.fullmatch(kvk):
        faults["kvk"] = "not_kvk"
    if training_company_id is not None and len(training_company_id) > 40:
        faults["training_company_id"] = "too_long"
    return faults


async def change_company(
    pool: Pool, actor: Actor, company_id: uuid.UUID, *, name: str, kvk: str, training_company_id: str
) -> CompanyFull:
    """Change name and numbers of a company.

    Raises
    ------
    Unusable
        Fields are wrong.
    Conflict
        ``changed_meanwhile``: another company has this leerbedrijf-ID.
    """
    require(actor, *KEEP_REGISTER)
    wanted = (line(name), kvk.strip() or None, training_company_id.strip() or None)
    if faults := number_faults(*wanted):
        raise Unusable(faults)
    with translated():
        async with transaction(pool) as connection:
            await merging.lock(connection, [company_id])
            row = await companies.by_id(connection, company_id)
            if row is None or row.merged_into is not None:
                raise NotFound(what="company")
            if (row.name, row.kvk, row.training_company_id) != wanted:
                await companies.update(
                    connection, company_id, name=wanted[0], kvk=wanted[1], training_company_id=wanted[2]
                )
                await events.record(
                    connection,
                    actor,
                    "company_changed",
                    f"company:{company_id}",
                    name=wanted[0],
                    name_before=row.name,
                    kvk=wanted[1],
                    kvk_before=row.kvk,
                )
            return await full(connection, company_id)
