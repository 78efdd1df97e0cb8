"""Two companies that are one: put them together, and take that back."""

from __future__ import annotations

import uuid

from api.messages.accounts import Actor
from api.messages.faults import Conflict, NotFound
from api.messages.register_companies import CompanyFull, MergeCompanies
from api.services import events
from api.services.constraints import translated
from api.services.permissions import require
from api.services.pool import Pool
from api.services.register import companies
from api.services.register.offers import KEEP_REGISTER
from db import imports
from db.pool import transaction
from db.register import companies as stored
from db.register import merging


async def merge(pool: Pool, actor: Actor, asked: MergeCompanies) -> CompanyFull:
    """Everything of the double goes to the kept company, which takes over the numbers that it lacked.

    Raises
    ------
    Conflict
        ``company_numbers_differ``: they have different KvK numbers or leerbedrijf-IDs, so they are two;
        ``company_merged_already``.
    """
    require(actor, *KEEP_REGISTER)
    if asked.kept_id == asked.merged_id:
        raise Conflict("company_merged_already")
    with translated():
        async with transaction(pool) as connection:
            await imports.lock_companies(connection)
            await merging.lock(connection, [asked.kept_id, asked.merged_id])
            kept = await stored.by_id(connection, asked.kept_id)
            double = await stored.by_id(connection, asked.merged_id)
            if kept is None or double is None:
                raise NotFound(what="company")
            if kept.merged_into is not None or double.merged_into is not None:
                raise Conflict("company_merged_already")
            for one, other in (
                (kept.kvk, double.kvk),
                (kept.training_company_id, double.training_company_id),
            ):
                if one and other and one != other:
                    raise Conflict("company_numbers_differ", one=one, other=other)
            moved = await merging.move(connection, asked.merged_id, asked.kept_id)
            moved["numbers"] = {
                "kept": [kept.kvk, kept.training_company_id],
                "merged": [double.kvk, double.training_company_id],
            }
            # A number stands under one company: the double lets go of it first.
            await merging.set_numbers(connection, asked.merged_id, None, None)
            await merging.set_numbers(
                connection,
                asked.kept_id,
                kept.kvk or double.kvk,
                kept.training_company_id or double.training_company_id,
            )
            await merging.point(connection, asked.merged_id, asked.kept_id)
            merge_id = await merging.record(connection, asked.kept_id, asked.merged_id, moved, actor.account_id)
            facts = {table: len(moved[table]) for table in ("establishment", "contact", "conversation", "next_action")}
            await events.record(
                connection,
                actor,
                "company_merged",
                f"company:{asked.kept_id}",
                merge_id=str(merge_id),
                merged_id=str(asked.merged_id),
                name=double.name,
                shared_establishments=len(moved["twins"]),
                cases=len(moved["discriminatory_request"]),
                **facts,
            )
            return await companies.full(connection, asked.kept_id)


async def undo(pool: Pool, actor: Actor, merge_id: uuid.UUID) -> CompanyFull:
    """What came goes back, as far as it is still there. What was added since stays with the kept company.

    Raises
    ------
    Conflict
        ``nothing_to_undo``: it was taken back already.
    """
    require(actor, *KEEP_REGISTER)
    with translated():
        async with transaction(pool) as connection:
            await imports.lock_companies(connection)
            row = await merging.by_id(connection, merge_id)
            if row is None:
                raise NotFound(what="merge")
            if row.undone_at is not None:
                raise Conflict("nothing_to_undo")
            await merging.lock(connection, [row.kept_id, row.merged_id])
            await merging.point(connection, row.merged_id, None)
            await merging.move_back(connection, row)
            kept = await stored.by_id(connection, row.kept_id)
            if kept is None:
                raise NotFound(what="company")
            before, gone = row.moved["numbers"]["kept"], row.moved["numbers"]["merged"]
            # A number that the kept company got from the double goes back; one that was typed since stays.
            kvk = before[0] if kept.kvk == gone[0] else kept.kvk
            identity = before[1] if kept.training_company_id == gone[1] else kept.training_company_id
            await merging.set_numbers(connection, row.kept_id, kvk, identity)
            await merging.set_numbers(connection, row.merged_id, gone[0], gone[1])
            await merging.undone(connection, merge_id)
            await events.record(
                connection,
                actor,
                "company_merge_undone",
                f"company:{row.kept_id}",
                merge_id=str(merge_id),
                merged_id=str(row.merged_id),
                name=row.name,
            )
            return await companies.full(connection, row.merged_id)
