"""Locks by a person: what may be locked, who may do it, what a run makes of it, and what stays for others."""

from __future__ import annotations

import asyncio
import gzip
import uuid

import asyncpg
import pytest

from api.messages.faults import Conflict, NotAllowed, NotFound, Unusable
from api.messages.rounds import NewLock
from api.messages.runs import Override, ProposalFilter
from api.services import decisions, locks, rounds
from api.services.constraints import translate
from db import runs
from matching.instance import decode
from tests.database.a_round import CARE, COOK, a_finished_run, a_round, a_student, an_actor, an_offer, place

WHY = "Werkt er al op zaterdag."


def asked(offer_id: str, reason: str = WHY) -> NewLock:
    return NewLock(offer_id=offer_id, reason=reason)


async def _small(pool: asyncpg.Pool) -> uuid.UUID:
    round_id = await a_round(pool)
    await an_offer(pool, round_id, "O1")
    await an_offer(pool, round_id, "O2")
    await an_offer(pool, round_id, "Z1", crebos=[CARE])
    await an_offer(pool, round_id, "D1", status="closed")
    for number in ("s1", "s2"):
        await a_student(pool, round_id, number, ("O1", "O2"))
    return round_id


async def test_a_lock_is_kept_with_who_when_and_why(pool: asyncpg.Pool) -> None:
    actor, round_id = await an_actor(pool, "coordinator"), await _small(pool)
    made = await locks.lock(pool, actor, round_id, "s2", asked(" O1 ", f" {WHY} "))
    assert (made.offer_id, made.reason, made.locked_by) == ("O1", WHY, actor.display_name)
    assert await locks.lock(pool, actor, round_id, "s2", asked("O1")) == made, "the same again is the same lock"
    seen = await rounds.get_student(pool, actor, round_id, "s2")
    assert seen.lock == made
    other = await locks.lock(pool, actor, round_id, "s2", asked("O2"))
    assert other.offer_id == "O2"
    await locks.unlock(pool, actor, round_id, "s2")
    await locks.unlock(pool, actor, round_id, "s2")
    assert (await rounds.get_student(pool, actor, round_id, "s2")).lock is None
    told = await pool.fetch("select kind, facts from placement.event order by event_number")
    assert [row["kind"] for row in told] == ["student_locked", "student_locked", "student_unlocked"]
    assert told[1]["facts"] == {"student_number": "s2", "offer_id": "O2", "offer_id_before": "O1", "reason": WHY}


async def test_a_lock_stays_over_runs(pool: asyncpg.Pool) -> None:
    actor, round_id = await an_actor(pool, "coordinator"), await _small(pool)
    await locks.lock(pool, actor, round_id, "s2", asked("O2"))
    await pool.execute("update placement.student set locked_offer = 'O1' where student_number = 's2'")
    for seed in ("een", "twee", "drie"):
        run_id = await a_finished_run(pool, actor, round_id, seed=seed)
        told = await decisions.get_outcome(pool, actor, run_id, "s2")
        assert (told.row.offer_id, told.explanation.locked) == ("O2", True), "a person goes before a file"
        assert told.lock is not None


@pytest.mark.parametrize(
    ("student", "offer_id", "what", "rule"),
    [
        ("s1", "Z1", "lock_breaks_rule", "crebo"),
        ("s1", "D1", "lock_breaks_rule", "offer_status"),
        ("far", "O1", "lock_breaks_rule", "travel"),
        ("no", "O1", "lock_breaks_rule", "forbidden"),
        ("held", "O2", "already_placed", None),
        ("s1", "full", "lock_exceeds_places", None),
        ("s1", "promised", "lock_exceeds_places", None),
        ("s1", "imported", "lock_exceeds_places", None),
    ],
)
async def test_a_lock_that_cannot_stand_is_refused_with_the_rule(
    pool: asyncpg.Pool, student: str, offer_id: str, what: str, rule: str | None
) -> None:
    actor, round_id = await an_actor(pool, "coordinator"), await _small(pool)
    await a_student(pool, round_id, "far", place="Groningen", transport="bike", max_travel_minutes=20)
    await a_student(pool, round_id, "no", forbidden_offers=["O1"])
    for name in ("full", "promised", "imported"):
        await an_offer(pool, round_id, name)
    await a_student(pool, round_id, "o1", locked_offer="imported")
    await a_student(pool, round_id, "o2")
    await locks.lock(pool, actor, round_id, "o2", asked("promised"))
    full = await pool.fetchval("select offer_uid from placement.offer where offer_id = 'full'")
    await place(pool, await a_student(pool, round_id, "held"), full)
    with pytest.raises(Conflict) as refused:
        await locks.lock(pool, actor, round_id, student, asked(offer_id))
    assert (refused.value.what, refused.value.facts.get("rule")) == (what, rule)
    assert await pool.fetchval("select count(*) from placement.student_lock") == 1


async def test_a_limited_student_may_be_locked_elsewhere_and_a_placed_one_where_he_is(pool: asyncpg.Pool) -> None:
    actor, round_id = await an_actor(pool, "coordinator"), await _small(pool)
    await a_student(pool, round_id, "only", ("O1",), only_preferences=True)
    assert (await locks.lock(pool, actor, round_id, "only", asked("O2"))).offer_id == "O2"
    uid = await pool.fetchval("select offer_uid from placement.offer where offer_id = 'O1'")
    await place(pool, await a_student(pool, round_id, "held"), uid)
    assert (await locks.lock(pool, actor, round_id, "held", asked("O1"))).offer_id == "O1"


async def test_what_is_typed_and_who_may(pool: asyncpg.Pool) -> None:
    actor, round_id = await an_actor(pool, "coordinator"), await _small(pool)
    for wrong, fields in (
        (asked("O1", "  omdat   "), {"reason": "too_short"}),
        (asked("O1", "x" * 2001), {"reason": "too_long"}),
        (asked("O9"), {"offer_id": "no_such_offer"}),
    ):
        with pytest.raises(Unusable) as refused:
            await locks.lock(pool, actor, round_id, "s1", wrong)
        assert refused.value.fields == fields
    with pytest.raises(NotFound):
        await locks.lock(pool, actor, round_id, "s9", asked("O1"))
    other = await an_actor(pool, "coordinator", programmes=(CARE,))
    for deed in (locks.lock(pool, other, round_id, "s1", asked("O1")), locks.unlock(pool, other, round_id, "s1")):
        with pytest.raises(NotFound):
            await deed
    lead = await an_actor(pool, "school_lead")
    for deed in (locks.lock(pool, lead, round_id, "s1", asked("O1")), locks.unlock(pool, lead, round_id, "s1")):
        with pytest.raises(NotAllowed):
            await deed


async def test_unlocking_takes_an_imported_lock_away_too(pool: asyncpg.Pool) -> None:
    actor, round_id = await an_actor(pool, "coordinator"), await _small(pool)
    await a_student(pool, round_id, "s3", locked_offer="O1")
    await locks.unlock(pool, actor, round_id, "s3")
    assert (await rounds.get_student(pool, actor, round_id, "s3")).locked_offer is None
    facts = await pool.fetchval("select facts from placement.event where kind = 'student_unlocked'")
    assert facts == {"student_number": "s3", "offer_id": "O1"}


async def test_a_locked_place_is_not_given_to_another_by_an_older_run(pool: asyncpg.Pool) -> None:
    actor, round_id = await an_actor(pool, "coordinator"), await _small(pool)
    await pool.execute("update placement.offer set recognition_checked_on = '2026-09-01'")
    run_id = await a_finished_run(pool, actor, round_id)
    page = await decisions.list_proposals(pool, actor, run_id, ProposalFilter())
    at_o1 = next(row.student_number for row in page.items if row.offer_id == "O1")
    other = next(row.student_number for row in page.items if row.offer_id == "O2")
    await locks.lock(pool, actor, round_id, other, asked("O1"))
    with pytest.raises(Conflict) as full:
        await decisions.accept(pool, actor, run_id, at_o1)
    assert full.value.what == "offer_full"
    with pytest.raises(Conflict) as elsewhere:
        await decisions.accept(pool, actor, run_id, other)
    assert (elsewhere.value.what, elsewhere.value.facts["offer_id"]) == ("student_locked", "O1")
    for row in page.items:
        await decisions.mark_reviewed(pool, actor, run_id, row.student_number)
    assert await decisions.accept_rest(pool, actor, run_id) == 0
    made = await decisions.override(pool, actor, run_id, other, Override(offer_id="O1", reason=WHY))
    assert made.offer_id == "O1"


async def test_two_people_never_lock_one_place_twice(pool: asyncpg.Pool) -> None:
    people = [await an_actor(pool, "coordinator") for _ in range(4)]
    round_id = await a_round(pool)
    await an_offer(pool, round_id, "O1", 2)
    for number in range(8):
        await a_student(pool, round_id, f"s{number}")
    answers = await asyncio.gather(
        *(locks.lock(pool, people[n % 4], round_id, f"s{n}", asked("O1")) for n in range(8)), return_exceptions=True
    )
    assert sum(isinstance(answer, Conflict) for answer in answers) == 6
    assert await pool.fetchval("select count(*) from placement.student_lock") == 2


async def test_a_lock_of_another_programme_takes_its_place_out_of_the_run(pool: asyncpg.Pool) -> None:
    actor, round_id = await an_actor(pool, "coordinator"), await a_round(pool)
    await an_offer(pool, round_id, "B1", 2, crebos=[COOK, CARE])
    await a_student(pool, round_id, "k1")
    await a_student(pool, round_id, "z1", crebo=CARE)
    await a_student(pool, round_id, "z2", crebo=CARE)
    await locks.lock(pool, actor, round_id, "z1", asked("B1"))
    run_id = await a_finished_run(pool, await an_actor(pool, "coordinator", programmes=(COOK,)), round_id)
    async with pool.acquire() as connection:
        instance = decode(gzip.decompress(await runs.frozen(connection, run_id)))
    assert [(offer.offer_id, offer.places) for offer in instance.offers] == [("B1", 1)]


async def test_the_database_wants_a_reason_too(pool: asyncpg.Pool) -> None:
    actor, round_id = await an_actor(pool, "coordinator"), await _small(pool)
    with pytest.raises(asyncpg.CheckViolationError) as error:
        await pool.execute(
            "insert into placement.student_lock (student_id, offer_uid, reason, locked_by)"
            " select s.student_id, o.offer_uid, 'kort', $1 from placement.student s, placement.offer o"
            " where s.student_number = 's1' and o.offer_id = 'O1' and s.round_id = $2",
            actor.account_id,
            round_id,
        )
    refusal = translate(error.value)
    assert isinstance(refusal, Unusable)
    assert refusal.fields == {"reason": "too_short"}
