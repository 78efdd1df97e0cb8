"""Registered offers: the shared list, entering one, changing it, and moving it through its life."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Final, get_args

import asyncpg
import msgspec

from api.messages.accounts import Actor, Role
from api.messages.faults import Conflict, NotFound, Unusable
from api.messages.paging import DEFAULT_SIZE, PageOf
from api.messages.register import (
    ChangeRegisteredOffer,
    MoveOffer,
    NewRegisteredOffer,
    OfferFull,
    OfferKind,
    OfferLine,
    OwnerView,
    RegisterFilter,
    RegisterStatus,
    Stage,
)
from api.services import events
from api.services.clock import CLOCK
from api.services.constraints import translated
from api.services.paging import offset_of
from api.services.permissions import require
from api.services.pool import Pool
from api.services.register import actions
from api.services.register.checking import changed_names, fields_of, stored_of
from api.services.register.lifecycle import Held, is_over, may_move, status_of
from api.services.register.wording import line, note_fault
from db.pool import transaction
from db.register import companies, log, offer, offers, taking

#: Who sees the register, and who works in it.
SEE_REGISTER: Final[tuple[Role, ...]] = ("service_point", "coordinator", "school_lead")
KEEP_REGISTER: Final[tuple[Role, ...]] = ("service_point", "coordinator")
SHORTEST_REASON: Final = 10
KINDS: Final[tuple[str, ...]] = get_args(OfferKind)
#: What the list can be limited to.
STATUSES: Final[tuple[str, ...]] = (*get_args(RegisterStatus), "blocked")
_WEEK: Final = dt.timedelta(days=7)


def today() -> dt.date:
    """The day by the clock that people here read."""
    return dt.datetime.now(CLOCK).date()


class OfferList(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the list, and who may own an offer."""

    offers: PageOf[OfferLine]
    owners: tuple[OwnerView, ...]


async def list_offers(
    pool: Pool, actor: Actor, wanted: RegisterFilter, *, number: int = 1, size: int = DEFAULT_SIZE
) -> OfferList:
    """The list that school and service point share: two questions to the database, however long it is."""
    require(actor, *SEE_REGISTER)
    offset = offset_of(number, size)
    day = today()
    search = offers.OfferSearch(
        today=day,
        search=wanted.search.strip(),
        status=wanted.status,
        kind=wanted.kind,
        crebo=wanted.crebo.strip(),
        place=wanted.place.strip(),
        owner=wanted.owner,
        due_before={"": None, "overdue": day, "week": day + _WEEK}[wanted.due],
    )
    with translated():
        async with pool.acquire() as connection:
            found = await offers.listed(
                connection, search, sort=wanted.sort, descending=wanted.descending, limit=size, offset=offset
            )
            around = await offers.around(connection, search)
    return OfferList(
        offers=PageOf(items=tuple(line_of(row, day) for row in found), number=number, size=size, total=around.offers),
        owners=msgspec.convert(around.owners, tuple[OwnerView, ...]),
    )


def line_of(row: offers.OfferListRow, day: dt.date) -> OfferLine:
    """A row of the list as people see it."""
    held = Held(places=row.places, promised=row.promised, placed=row.placed, over=is_over(row.end_date, day))
    facts = {name: getattr(row, name) for name in OfferLine.__struct_fields__ if name != "status"}
    stage: Stage = row.stage  # type: ignore[assignment]  # the database knows no other
    return msgspec.convert(facts | {"status": status_of(stage, held)}, OfferLine, builtin_types=(uuid.UUID, dt.date))


async def get_offer(pool: Pool, actor: Actor, registered_offer_id: uuid.UUID) -> OfferFull:
    """One offer."""
    require(actor, *SEE_REGISTER)
    async with pool.acquire() as connection:
        return await full(connection, registered_offer_id)


async def list_owners(pool: Pool, actor: Actor) -> tuple[OwnerView, ...]:
    """Who may look after an offer."""
    require(actor, *SEE_REGISTER)
    async with pool.acquire() as connection:
        found = await offers.owners(connection)
    return tuple(OwnerView(account_id=one.account_id, name=one.name) for one in found)


async def full(connection: asyncpg.Connection, registered_offer_id: uuid.UUID) -> OfferFull:
    """One offer with all that is known about it, or a refusal."""
    day = today()
    row = await _row(connection, registered_offer_id)
    copies = await taking.copies(connection, registered_offer_id)
    held = Held(places=row.places, promised=row.promised, placed=row.placed, over=is_over(row.end_date, day))
    stage: Stage = row.stage  # type: ignore[assignment]  # the database knows no other
    facts = {
        name: getattr(row, name)
        for name in OfferFull.__struct_fields__
        if name in row.__struct_fields__ and name not in ("stage_before", "place")
    }
    return msgspec.convert(
        facts
        | {
            "place": row.work_place,
            "fields": fields_of(row),
            "stage_before": row.stage_before,
            "status": status_of(stage, held),
            "copies": [msgspec.structs.asdict(copy) for copy in copies],
            "actions": [
                msgspec.structs.asdict(one) for one in await log.actions_of_offer(connection, registered_offer_id)
            ],
            "history": [
                msgspec.structs.asdict(one) for one in await offer.history(connection, subject(registered_offer_id))
            ],
            "changed_by": row.changed_by_name,
        },
        OfferFull,
        builtin_types=(uuid.UUID, dt.date, dt.datetime),
    )


def subject(registered_offer_id: uuid.UUID) -> str:
    """What events about an offer are about."""
    return f"registered_offer:{registered_offer_id}"


async def _row(connection: asyncpg.Connection, registered_offer_id: uuid.UUID) -> offer.OfferDetailRow:
    row = await offer.by_id(connection, registered_offer_id, today())
    if row is None:
        raise NotFound(what="offer")
    return row


async def _locked(connection: asyncpg.Connection, registered_offer_id: uuid.UUID) -> offer.OfferDetailRow:
    await offer.lock(connection, registered_offer_id)
    return await _row(connection, registered_offer_id)


async def create_offer(pool: Pool, actor: Actor, asked: NewRegisteredOffer) -> OfferFull:
    """Enter an offer.

    Raises
    ------
    NotFound
        There is no such establishment.
    Unusable
        Fields are wrong.
    """
    require(actor, *KEEP_REGISTER)
    with translated():
        async with transaction(pool) as connection:
            return await full(connection, await enter(connection, actor, asked))


async def enter(connection: asyncpg.Connection, actor: Actor, asked: NewRegisteredOffer) -> uuid.UUID:
    """The same in a transaction that is open; the id."""
    fields = stored_of(asked.offer, actor.account_id)
    establishment = await companies.establishment(connection, asked.establishment_id)
    if establishment is None:
        raise NotFound(what="establishment")
    await _refuse_strangers(connection, fields, establishment.company_id)
    made = await offer.insert(connection, asked.establishment_id, fields, by=actor.account_id)
    if asked.action is not None:
        await actions.enter(connection, actor, establishment.company_id, made, asked.action)
    await events.record(connection, actor, "offer_entered", subject(made), offer_kind=fields.kind, places=fields.places)
    return made


async def _refuse_strangers(connection: asyncpg.Connection, fields: offer.StoredFields, company_id: uuid.UUID) -> None:
    """An owner must be somebody who works in the register, a contact somebody of the company."""
    if fields.owner not in {one.account_id for one in await offers.owners(connection)}:
        raise Unusable({"owner": "not_a_choice"})
    if fields.contact_id is not None:
        known = await log.contact(connection, fields.contact_id)
        if known is None or known.company_id != company_id:
            raise Unusable({"contact_id": "not_a_choice"})


async def change_offer(
    pool: Pool, actor: Actor, registered_offer_id: uuid.UUID, asked: ChangeRegisteredOffer
) -> OfferFull:
    """Change what is said about an offer. The same again changes nothing.

    Raises
    ------
    Conflict
        ``offer_changed``: somebody changed it since this version; ``places_promised``: fewer places than rounds have.
    Unusable
        Fields are wrong.
    """
    require(actor, *KEEP_REGISTER)
    with translated():
        async with transaction(pool) as connection:
            row = await _locked(connection, registered_offer_id)
            fields = stored_of(asked.offer, row.owner)
            if row.version != asked.version:
                raise Conflict("offer_changed", version=row.version, who=row.changed_by_name)
            await _refuse_strangers(connection, fields, row.company_id)
            if fields.places < row.promised:
                raise Conflict("places_promised", places=fields.places, promised=row.promised, placed=row.placed)
            after = msgspec.convert(
                msgspec.structs.asdict(fields), type(asked.offer), builtin_types=(uuid.UUID, dt.date)
            )
            changed = changed_names(fields_of(row), after)
            if changed:
                await offer.update(connection, registered_offer_id, row.version, fields, by=actor.account_id)
                facts: dict[str, str | int] = {"fields": ", ".join(changed)}
                if fields.places != row.places:
                    facts |= {"places": fields.places, "places_before": row.places}
                await events.record(connection, actor, "offer_changed", subject(registered_offer_id), **facts)
            return await full(connection, registered_offer_id)


async def move_offer(pool: Pool, actor: Actor, registered_offer_id: uuid.UUID, asked: MoveOffer) -> OfferFull:
    """Put an offer in another stage.

    Raises
    ------
    Conflict
        ``offer_move`` that the table does not know; ``offer_blocked`` by a case; ``places_promised`` to a round.
    Unusable
        ``reason`` is missing where it lapses; ``crebos`` or ``task`` where it cannot go live without.
    """
    require(actor, *KEEP_REGISTER)
    reason = line(asked.reason)
    async with transaction(pool) as connection:
        row = await _locked(connection, registered_offer_id)
        if row.stage == asked.to:
            return await full(connection, registered_offer_id)
        if not may_move(row.stage, asked.to):  # type: ignore[arg-type]  # the database knows no other stage
            raise Conflict("offer_move", now=row.stage, to=asked.to)
        if asked.to == "live":
            _refuse_unready(row)
        if asked.to == "lapsed" and (fault := note_fault(reason, least=SHORTEST_REASON, most=500)) is not None:
            raise Unusable({"reason": fault})
        if row.stage == "live" and row.promised > row.placed:
            raise Conflict("places_promised", places=row.placed, promised=row.promised, placed=row.placed)
        await offer.move(connection, registered_offer_id, asked.to, row.stage, by=actor.account_id)
        await events.record(
            connection,
            actor,
            "offer_moved",
            subject(registered_offer_id),
            before=row.stage,
            now=asked.to,
            reason=reason or None,
        )
        return await full(connection, registered_offer_id)


def _refuse_unready(row: offer.OfferDetailRow) -> None:
    if row.blocked:
        raise Conflict("offer_blocked")
    if row.kind in ("internship", "apprenticeship"):
        if not row.crebos:
            raise Unusable({"crebos": "needed_to_go_live"})
    elif not row.crebos and not row.task:
        raise Unusable({"task": "needed_to_go_live"})


async def undo_move(pool: Pool, actor: Actor, registered_offer_id: uuid.UUID) -> OfferFull:
    """Take the last move back.

    Raises
    ------
    Conflict
        ``nothing_to_undo``; ``offer_blocked``; ``places_promised``.
    """
    require(actor, *KEEP_REGISTER)
    async with transaction(pool) as connection:
        row = await _locked(connection, registered_offer_id)
        if row.stage_before is None:
            raise Conflict("nothing_to_undo")
        if row.stage_before == "live":
            _refuse_unready(row)
        if row.stage == "live" and row.promised > row.placed:
            raise Conflict("places_promised", places=row.placed, promised=row.promised, placed=row.placed)
        await offer.move(connection, registered_offer_id, row.stage_before, None, by=actor.account_id)
        await events.record(
            connection, actor, "offer_move_undone", subject(registered_offer_id), before=row.stage, now=row.stage_before
        )
        return await full(connection, registered_offer_id)
