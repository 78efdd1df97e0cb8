"""The plan of a study: drawn once, from a seed, and shown to be what that seed gives."""

from __future__ import annotations

import asyncio
import datetime as dt
import secrets
import uuid
from typing import Final

import asyncpg
import msgspec

from api import catalogue
from api.messages.accounts import Actor
from api.messages.faults import NotFound
from api.messages.files import FileFormat, FileOut
from api.messages.lab.faults import FindingsRefused
from api.messages.lab.frame import pseudonym
from api.messages.lab.plans import BeforePlan, DrawPlan, PlanView, Replay
from api.services import events
from api.services.clock import CLOCK
from api.services.constraints import translated
from api.services.files.writing import table_file
from api.services.lab.addresses import new_token
from api.services.lab.chain import protocol_of
from api.services.lab.frame import check_not_drawn, surroundings
from api.services.lab.gates import check_gates
from api.services.lab.profiles import profiles_of
from api.services.lab.studies import check_state, found, taken
from api.services.pool import Pool
from db.lab import frame, plans
from db.pool import transaction
from testing_lab.fieldwork.study_states import allowed_in
from testing_lab.findings import Finding
from testing_lab.frame.checking import still_allowed
from testing_lab.frame.entries import FrameEntry
from testing_lab.frame.sampling import StratumSample
from testing_lab.randomisation.balance import BalanceTable
from testing_lab.randomisation.drawn_plan import SHORTAGES, DrawnPlan, PlannedDispatch, draw_plan, passed
from testing_lab.randomisation.office_hours import OfficeHours
from testing_lab.randomisation.recipe import PlanRequest, Recipe, findings_of_profiles, recipe_of, sample_size

#: More is no seed but a novel.
LONGEST_SEED: Final = 200
_HEADER: Final = (
    "pseudonym", "dispatch", "place", "sector", "size", "identity", "template", "look", "sender", "name", "quality",
    "composition", "due",
)  # fmt: skip


class _Sample(msgspec.Struct, frozen=True, kw_only=True):
    """What lab.plan keeps of the sample, by pseudonym: it stays when the key file goes.

    ``set_aside``: entries by number, with the code of their reason.
    """

    strata: tuple[StratumSample, ...]
    set_aside: dict[str, str]
    outside: int
    findings: tuple[Finding, ...]


async def before_plan(pool: Pool, actor: Actor, study_id: uuid.UUID, *, now: dt.datetime) -> BeforePlan:
    """What stands before a draw."""
    async with pool.acquire() as connection:
        row = await found(connection, actor, study_id, "lead")
        entries = sum(one.number for one in await frame.counted(connection, study_id))
        kept = await profiles_of(connection, study_id)
        drawn = await plans.is_drawn(connection, study_id)
    protocol = protocol_of(row)
    size, start = sample_size(protocol), protocol.fieldwork.start
    return BeforePlan(
        entries=entries,
        asked=size.total or sum(size.by_sector.values()),
        earliest=None if start is None else max(start, _first_free_day(now)),
        end=protocol.fieldwork.end,
        may_draw="draw_plan" in allowed_in(row.state) and not drawn,  # type: ignore[arg-type]  # the database holds no other state
        profile_findings=tuple(
            one for one in await asyncio.to_thread(findings_of_profiles, kept, protocol) if one.level == "error"
        ),
    )


def _first_free_day(now: dt.datetime) -> dt.date:
    """Today while the usual office hours have not begun; afterwards tomorrow, as a plan begins after its draw."""
    here = now.astimezone(CLOCK)
    return here.date() if here.time() < OfficeHours().opens else here.date() + dt.timedelta(days=1)


async def draw(pool: Pool, actor: Actor, study_id: uuid.UUID, asked: DrawPlan, *, now: dt.datetime) -> PlanView:
    """Draw the plan: once, in a registered study, by who leads it.

    Raises
    ------
    FindingsRefused
        The protocol, the profiles, the frame or what was asked does not make a plan; every reason.
    StudyRefused
        The study is in another state, or has its plan.
    """
    request = PlanRequest(
        seed=asked.seed.strip()[:LONGEST_SEED] or secrets.token_hex(16),
        start=asked.start,
        hours=OfficeHours(
            opens=asked.opens, closes=asked.closes, weekdays=asked.weekdays, most_per_day=asked.most_per_day
        ),
        accept_shortage=asked.accept_shortage,
    )
    with translated():
        async with transaction(pool) as connection:
            row = await taken(connection, actor, study_id, "lead")
            check_state("draw_plan", row.state)
            await check_gates(connection, row)
            await check_not_drawn(connection, study_id)
            await frame.one_draw_at_a_time(connection)
            kept = await profiles_of(connection, study_id)
            around = await surroundings(connection, row, now=now, drawn_only=True)
            recipe, findings = recipe_of(protocol_of(row), kept, request, today=around.today)
            if recipe is None:
                raise FindingsRefused(tuple(one for one in findings if one.level == "error"))
            entries = _entries(await frame.listed(connection, study_id))
            numbers = {entry.entry_id: number for number, entry in entries.items()}
            _, aside = still_allowed(
                tuple(entries.values()),
                blocked=around.blocked,
                in_other_studies=around.in_other_studies,
                last_tested=around.last_tested,
                cool_down_days=around.cool_down_days,
                today=around.today,
                calls=around.calls,
            )
            set_aside = {numbers[entry.entry_id]: why.code for entry, why in aside}
            free = {number: entry for number, entry in entries.items() if number not in set_aside}
            drawn = await asyncio.to_thread(draw_plan, free, recipe, kept)
            if not drawn.dispatches:
                raise FindingsRefused(drawn.findings)
            if gone := passed(drawn, now=now):
                raise FindingsRefused(gone)
            await _keep(connection, actor, study_id, recipe, _pseudonymous(drawn, numbers), set_aside)
            await events.record(
                connection, actor, "plan_drawn", f"study:{study_id}",
                units=len(drawn.turns), dispatches=len(drawn.dispatches), plan_hash=drawn.plan_hash,
            )  # fmt: skip
    return await get_plan(pool, actor, study_id)


def _entries(rows: list[frame.EntryRow]) -> dict[str, FrameEntry]:
    return {str(one.number): msgspec.convert(one.entry, FrameEntry) for one in rows if one.entry is not None}


def _pseudonymous(drawn: DrawnPlan, numbers: dict[str, str]) -> DrawnPlan:
    """The same plan, its strata without the ids by which the source of the frame calls its vacancies."""
    strata = tuple(
        msgspec.structs.replace(
            one,
            chosen=tuple(pseudonym(int(numbers[entry_id])) for entry_id in one.chosen),
            reserve=tuple(pseudonym(int(numbers[entry_id])) for entry_id in one.reserve),
        )
        for one in drawn.strata
    )
    return msgspec.structs.replace(drawn, strata=strata)


async def _keep(
    connection: asyncpg.Connection,
    actor: Actor,
    study_id: uuid.UUID,
    recipe: Recipe,
    drawn: DrawnPlan,
    set_aside: dict[str, str],
) -> None:
    sample = _Sample(strata=drawn.strata, set_aside=set_aside, outside=drawn.outside, findings=drawn.findings)
    await plans.insert(
        connection, study_id, msgspec.to_builtins(sample), msgspec.to_builtins(recipe.design),
        msgspec.to_builtins(recipe.hours), recipe.seed, drawn.redraws, msgspec.to_builtins(drawn.balance),
        msgspec.to_builtins(recipe), drawn.plan_hash, drawn.letters_hash, actor.account_id,
    )  # fmt: skip
    await frame.set_turns(connection, study_id, [int(one) for one in drawn.turns])
    await plans.add_dispatches(connection, [_row(study_id, one) for one in drawn.dispatches])


def _row(study_id: uuid.UUID, one: PlannedDispatch) -> tuple[object, ...]:
    application = None if one.composition == "request" else {
        "subject": one.subject, "look": one.look, "letter": msgspec.to_builtins(one.letter),
        "cv": msgspec.to_builtins(one.cv),
    }  # fmt: skip
    return (
        study_id, one.dispatch_id, int(one.unit_id), one.place, one.identity, one.template, one.sender, one.name,
        one.quality, one.composition, application, one.due, new_token(), one.email,
    )  # fmt: skip


async def get_plan(pool: Pool, actor: Actor, study_id: uuid.UUID) -> PlanView:
    """The plan, for who leads the study: nobody else knows who applies where.

    Raises
    ------
    NotFound
        It has not been drawn.
    """
    async with pool.acquire() as connection:
        await found(connection, actor, study_id, "lead")
        row = await plans.of(connection, study_id)
        if row is None:
            raise NotFound(what="plan")
        days = await plans.days(connection, study_id)
    sample = msgspec.convert(row.sample, _Sample)
    recipe = msgspec.convert(row.recipe, Recipe)
    return PlanView(
        seed=row.seed,
        person=row.person,
        drawn_at=row.drawn_at,
        redraws=row.redraws,
        strata=sample.strata,
        set_aside=tuple(
            (pseudonym(int(number)), why)
            for number, why in sorted(sample.set_aside.items(), key=lambda one: int(one[0]))
        ),
        outside=sample.outside,
        shortages=tuple(one for one in sample.findings if one.code in SHORTAGES),
        design=recipe.design,
        balance=msgspec.convert(row.balance, BalanceTable),
        days=tuple((one.day, one.number) for one in days),
        dispatches=sum(one.number for one in days),
        plan_hash=row.plan_hash,
        letters_hash=row.letters_hash,
    )


async def replay(pool: Pool, actor: Actor, study_id: uuid.UUID) -> Replay:
    """Draw the plan again from its seed, and compare. Nothing is changed."""
    async with pool.acquire() as connection:
        await found(connection, actor, study_id, "lead")
        row = await plans.of(connection, study_id)
        if row is None:
            raise NotFound(what="plan")
        rows = await frame.listed(connection, study_id)
        kept = await profiles_of(connection, study_id)
    if any(one.entry is None for one in rows):
        return Replay(possible=False, plan_equal=False, letters_equal=False, plan_hash=row.plan_hash)
    aside = msgspec.convert(row.sample, _Sample).set_aside
    free = {number: entry for number, entry in _entries(rows).items() if number not in aside}
    again = await asyncio.to_thread(draw_plan, free, msgspec.convert(row.recipe, Recipe), kept)
    return Replay(
        possible=True,
        plan_equal=again.plan_hash == row.plan_hash,
        letters_equal=again.letters_hash == row.letters_hash,
        plan_hash=again.plan_hash,
    )


async def plan_file(pool: Pool, actor: Actor, study_id: uuid.UUID, file_format: FileFormat) -> FileOut:
    """Every application by pseudonym: no company, no address."""
    async with transaction(pool) as connection:
        await found(connection, actor, study_id, "lead")
        rows = await plans.planned(connection, study_id)
        if not rows:
            raise NotFound(what="plan")
        await events.record(connection, actor, "plan_exported", f"study:{study_id}", rows=len(rows))
    lines = [
        (
            pseudonym(one.number), one.dispatch_id, one.place, one.sector, one.size_class or "", one.identity,
            one.template, one.look, one.sender, one.name, one.quality, one.composition,
            one.due_at.astimezone(CLOCK).isoformat(timespec="minutes"),
        )
        for one in rows
    ]  # fmt: skip
    language: catalogue.Language = actor.language
    return table_file(catalogue.text(language, "plan-file"), _HEADER, lines, file_format)
