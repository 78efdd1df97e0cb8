"""Brings the school into a database, through the services that people use. Doing it twice changes nothing."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from api.messages.accounts import NewAccount, Role
from api.messages.importing import ApplyImport
from api.messages.rounds import NewRound
from api.services import importing, new_accounts, rounds
from api.services.demo import register
from api.services.demo import school as drawing
from api.services.demo.credentials import Credentials, Person, give
from api.services.demo.files import csv_bytes
from api.services.demo.programmes import PROGRAMMES
from api.services.operators import operator
from db import programmes
from db.pool import transaction

if TYPE_CHECKING:
    from api.messages.accounts import Actor
    from api.messages.importing import ImportKind
    from api.services.demo.school import School
    from api.services.pool import Pool

EMPTY_ROUND = "Probeerronde: lees hier zelf bestanden in"


_PEOPLE: tuple[Person[Role], ...] = (
    Person("coordinator", "coordinator", "Noor Coördinator"),
    Person("service_point", "servicepunt", "Sam Servicepunt"),
)


async def give_accounts(pool: Pool) -> tuple[Credentials, ...]:
    """The accounts of the placing half."""

    async def create(one: Person[Role], password: str) -> None:
        account = NewAccount(
            sign_in_name=one.sign_in_name,
            display_name=one.display_name,
            password=password,
            roles=(one.role,),
            all_programmes=one.role == "coordinator",
        )
        await new_accounts.create_account(pool, account)

    return await give(pool, _PEOPLE, create)


async def bring_in(pool: Pool, coordinator: Actor, school: School) -> None:
    """One round with the whole school, and an empty one to try the import in."""
    names = {view.name: view for view in (await rounds.list_rounds(pool, coordinator, size=500)).items}
    period = {
        "starts_on": dt.date.fromisoformat(drawing.STARTS_ON),
        "ends_on": dt.date.fromisoformat(drawing.ENDS_ON),
    }
    async with transaction(pool) as connection:
        await programmes.upsert_many(connection, [(one.crebo, one.name, one.level) for one in PROGRAMMES])
    if EMPTY_ROUND not in names:
        await rounds.create_round(pool, coordinator, NewRound(name=EMPTY_ROUND, **period))
    filled = names.get(drawing.ROUND_NAME)
    if filled is None:
        filled = await rounds.create_round(pool, coordinator, NewRound(name=drawing.ROUND_NAME, **period))
    if filled.students:
        return
    files: tuple[tuple[ImportKind, tuple[drawing.Row, ...]], ...] = (
        ("equivalents", school.equivalents),
        ("offers", school.offers),
        ("students", school.students),
    )
    for kind, rows in files:
        staged = await importing.preview(pool, coordinator, filled.round_id, kind, f"{kind}.csv", csv_bytes(rows))
        await importing.apply(pool, coordinator, staged.import_id, ApplyImport())


async def seed(pool: Pool, school: School) -> tuple[Credentials, ...]:
    """Accounts, rounds and data; returns who can sign in."""
    given = await give_accounts(pool)
    coordinator = await operator(pool, given[0].sign_in_name)
    if coordinator is None:
        raise LookupError(given[0].sign_in_name)
    await bring_in(pool, coordinator, school)
    service_point = await operator(pool, given[1].sign_in_name)
    if service_point is not None:
        await register.bring_in(pool, service_point)
    return given
