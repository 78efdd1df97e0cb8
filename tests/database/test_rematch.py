"""A re-match in the service: how the round is frozen, and decisions that change or take away what people were told."""

from __future__ import annotations

import asyncio
import gzip
import uuid

import asyncpg
import msgspec
import pytest

from api.messages.accounts import Actor
from api.messages.faults import Conflict, NotAllowed, NotFound, Unusable
from api.messages.rounds import NewLock
from api.messages.runs import AnswerRemoval, AskRemoval, ChangeCounts, NewRun, Override, ProposalFilter
from api.services import decisions, locks, outcomes, removals, runs
from matching.instance import Instance, decode
from matching.policy import Policy, Rematch
from tests.database.a_rematch import a_rematch, told_round
from tests.database.a_round import a_student, an_actor

WHY = "De school sluit die afdeling."
YES, NO = AnswerRemoval(confirm=True), AnswerRemoval(confirm=False)


async def _frozen(pool: asyncpg.Pool, run_id: uuid.UUID) -> Instance:
    return decode(
        gzip.decompress(await pool.fetchval("select instance from placement.match_run where run_id = $1", run_id))
    )


async def _held(pool: asyncpg.Pool) -> dict[str, str]:
    """Who holds what now."""
    rows = await pool.fetch(
        "select s.student_number, o.offer_id from placement.placement l"
        " join placement.student s using (student_id) join placement.offer o using (offer_uid)"
        " where l.status in ('provisional', 'complete', 'printed', 'definitive')"
    )
    return {row["student_number"]: row["offer_id"] for row in rows}


async def _ended(pool: asyncpg.Pool) -> list[tuple[str, str, str, str]]:
    rows = await pool.fetch(
        "select s.student_number, o.offer_id, l.status, l.end_reason, a.display_name from placement.placement l"
        " join placement.student s using (student_id) join placement.offer o using (offer_uid)"
        " join placement.account a on a.account_id = l.ended_by where l.ended_at is not null order by 1"
    )
    return [tuple(row)[:4] for row in rows]  # type: ignore[misc]  # four texts


async def test_frozen_with_what_people_weretold_round(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await told_round(pool, {"s1": "O1", "s2": "O2", "s3": "O3"}, ("O1", "O2", "O3", "O4", "O5"))
    await a_student(pool, round_id, "s4", locked_offer="O4")
    await a_student(pool, round_id, "s5")
    await locks.lock(pool, actor, round_id, "s2", NewLock(offer_id="O2", reason=WHY))
    await pool.execute("update placement.student set locked_offer = 'O5' where student_number = 's1'")
    await pool.execute("update placement.offer set status = 'closed' where offer_id = 'O3'")
    ordinary = await _frozen(pool, (await runs.start_run(pool, actor, round_id, NewRun())).run_id)
    assert ordinary.published is msgspec.UNSET
    assert {s.student_number: s.locked_offer for s in ordinary.students} == {
        "s1": "O1", "s2": "O2", "s4": "O4", "s5": None,
    }  # fmt: skip
    await pool.execute("delete from placement.match_run")
    asked = NewRun(policy=Policy(rematch=Rematch(max_changes=2)))
    again = await _frozen(pool, (await runs.start_run(pool, actor, round_id, asked)).run_id)
    assert again.published == (("s1", "O1"), ("s2", "O2")), "who cannot stay where he is, is outside the run"
    assert {s.student_number: s.locked_offer for s in again.students} == {
        "s1": None, "s2": "O2", "s4": "O4", "s5": None,
    }  # fmt: skip
    assert next(offer.places for offer in again.offers if offer.offer_id == "O3") == 0


async def test_a_change_ends_one_place_and_starts_another(pool: asyncpg.Pool) -> None:
    actor, round_id = await an_actor(pool, "coordinator"), await told_round(pool, {"s1": "O1", "s2": "O2"})
    run_id = await a_rematch(pool, actor, round_id, {"s1": "O3", "s2": "O2"})
    told = await decisions.get_outcome(pool, actor, run_id, "s1")
    assert (told.holds, told.changes, told.row.offer_id) == ("O1", True, "O3")
    assert not (await decisions.get_outcome(pool, actor, run_id, "s2")).changes
    made = await decisions.accept(pool, actor, run_id, "s1")
    assert await decisions.accept(pool, actor, run_id, "s1") == made, "twice is once"
    assert await _held(pool) == {"s1": "O3", "s2": "O2"}
    assert await _ended(pool) == [("s1", "O1", "withdrawn", "rematch")]
    facts = await pool.fetchval("select facts from placement.event where kind = 'proposal_accepted'")
    assert (facts["offer_id_before"], facts["offer_id"]) == ("O1", "O3")
    assert (await decisions.accept(pool, actor, run_id, "s2")).offer_id == "O2"
    assert await pool.fetchval("select count(*) from placement.placement") == 3


async def test_the_list_can_show_the_changes_alone(pool: asyncpg.Pool) -> None:
    """Against what was told: whoever is decided about stays a change, and who had no place yet is none."""
    actor = await an_actor(pool, "coordinator")
    round_id = await told_round(pool, {"s1": "O1", "s2": "O2", "s3": "O3"}, ("O1", "O2", "O3", "O4"))
    await a_student(pool, round_id, "s4")
    run_id = await a_rematch(pool, actor, round_id, {"s1": "O4", "s2": "O2", "s3": None, "s4": "O1"})
    await decisions.accept(pool, actor, run_id, "s1")

    async def listed(**wanted: bool) -> list[tuple[str, str | None, str | None]]:
        found = await decisions.list_proposals(pool, actor, run_id, ProposalFilter(**wanted))  # type: ignore[arg-type]  # filters that say yes or no
        assert found.total == len(found.items)
        return [(row.student_number, row.told, row.offer_id) for row in found.items]

    assert await listed(changed=True) == [("s1", "O1", "O4"), ("s3", "O3", None)]
    assert await listed(changed=False) == [("s2", "O2", "O2"), ("s4", None, "O1")]
    assert await listed(changed=True, decided=False) == [("s3", "O3", None)]
    assert await decisions.count_changes(pool, actor, run_id) == ChangeCounts(changed=2, others=2)
    ordinary = (await runs.start_run(pool, actor, round_id, NewRun())).run_id
    with pytest.raises(Conflict):
        await decisions.count_changes(pool, actor, ordinary)


async def test_a_person_may_leave_somebody_where_he_is_and_nothing_else(pool: asyncpg.Pool) -> None:
    actor, round_id = await an_actor(pool, "coordinator"), await told_round(pool, {"s1": "O1", "s2": "O2"})
    run_id = await a_rematch(pool, actor, round_id, {"s1": "O3"})
    for elsewhere in ("O2", None):
        with pytest.raises(Conflict) as refused:
            await decisions.override(pool, actor, run_id, "s1", Override(offer_id=elsewhere, reason=WHY))
        assert refused.value.what == "already_placed"
    made = await decisions.override(pool, actor, run_id, "s1", Override(offer_id="O1", reason=WHY))
    assert (made.proposed_offer_id, made.offer_id) == ("O3", "O1")
    assert (await _held(pool), await _ended(pool)) == ({"s1": "O1", "s2": "O2"}, [])


async def test_what_was_told_otherwise_since_is_not_changed(pool: asyncpg.Pool) -> None:
    actor, round_id = await an_actor(pool, "coordinator"), await told_round(pool, {"s1": "O1"})
    run_id = await a_rematch(pool, actor, round_id, {"s1": "O3"})
    await pool.execute(
        "update placement.placement set offer_uid = (select offer_uid from placement.offer where offer_id = 'O2')"
    )
    with pytest.raises(Conflict) as refused:
        await decisions.accept(pool, actor, run_id, "s1")
    assert (refused.value.what, await _held(pool)) == ("already_placed", {"s1": "O2"})


async def test_an_ordinary_run_moves_nobody(pool: asyncpg.Pool) -> None:
    actor, round_id = await an_actor(pool, "coordinator"), await told_round(pool, {"s1": "O1"})
    run_id = await a_rematch(pool, actor, round_id, {"s1": "O3"})
    await pool.execute("update placement.match_run set policy = policy - 'rematch'")
    with pytest.raises(Conflict) as refused:
        await decisions.accept(pool, actor, run_id, "s1")
    assert refused.value.what == "already_placed"


async def test_a_lock_that_came_since_keeps_him_there(pool: asyncpg.Pool) -> None:
    actor, round_id = await an_actor(pool, "coordinator"), await told_round(pool, {"s1": "O1"})
    run_id = await a_rematch(pool, actor, round_id, {"s1": "O3"})
    await locks.lock(pool, actor, round_id, "s1", NewLock(offer_id="O1", reason=WHY))
    with pytest.raises(Conflict) as refused:
        await decisions.accept(pool, actor, run_id, "s1")
    assert refused.value.what == "student_locked"


async def test_a_newcomer_waits_for_whoever_moves_out_of_his_place(pool: asyncpg.Pool) -> None:
    actor, round_id = await an_actor(pool, "coordinator"), await told_round(pool, {"s1": "O1"})
    await a_student(pool, round_id, "s2")
    run_id = await a_rematch(pool, actor, round_id, {"s1": "O2", "s2": "O1"})
    with pytest.raises(Conflict) as alone:
        await decisions.accept(pool, actor, run_id, "s2")
    assert alone.value.what == "offer_full_rematch", "this place comes free: he is not sent to another"
    await pool.execute("update placement.match_run set policy = policy - 'rematch'")
    with pytest.raises(Conflict) as plain:
        await decisions.accept(pool, actor, run_id, "s2")
    assert plain.value.what == "offer_full"


async def test_students_who_swap_are_moved_together_after_both_were_looked_at(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await told_round(pool, {"s1": "O1", "s2": "O2", "s3": "O3"}, ("O1", "O2", "O3", "O4"))
    run_id = await a_rematch(pool, actor, round_id, {"s1": "O2", "s2": "O1", "s3": "O4"})
    with pytest.raises(Conflict) as alone:
        await decisions.accept(pool, actor, run_id, "s1")
    assert alone.value.what == "offer_full_rematch"
    sample = await decisions.sample(pool, actor, run_id)
    assert (sample.flagged, sample.undecided) == (3, 0), "whoever would move is looked at one by one"
    await pool.execute("delete from placement.sample_review")
    for number in ("s1", "s2", "s3"):
        await decisions.mark_reviewed(pool, actor, run_id, number)
    assert await decisions.accept_rest(pool, actor, run_id) == 3
    assert await _held(pool) == {"s1": "O2", "s2": "O1", "s3": "O4"}
    assert [row[:2] for row in await _ended(pool)] == [("s1", "O1"), ("s2", "O2"), ("s3", "O3")]
    moved = await pool.fetch("select facts from placement.event where kind = 'place_moved' order by event_number")
    assert [row["facts"]["student_number"] for row in moved] == ["s1", "s2", "s3"]
    assert await decisions.accept_rest(pool, actor, run_id) == 0


async def test_a_chain_that_is_broken_moves_nobody_into_a_place_that_stays_taken(pool: asyncpg.Pool) -> None:
    """s1 -> O2, s2 -> O3, s3 -> O4; O4 is closed meanwhile, so nobody can move."""
    actor = await an_actor(pool, "coordinator")
    round_id = await told_round(pool, {"s1": "O1", "s2": "O2", "s3": "O3"}, ("O1", "O2", "O3", "O4"))
    run_id = await a_rematch(pool, actor, round_id, {"s1": "O2", "s2": "O3", "s3": "O4"})
    await pool.execute("update placement.offer set status = 'closed' where offer_id = 'O4'")
    for number in ("s1", "s2", "s3"):
        await decisions.mark_reviewed(pool, actor, run_id, number)
    assert await decisions.accept_rest(pool, actor, run_id) == 0
    assert (await _held(pool), await _ended(pool)) == ({"s1": "O1", "s2": "O2", "s3": "O3"}, [])


async def test_many_people_at_once_give_no_place_twice(pool: asyncpg.Pool) -> None:
    people = [await an_actor(pool, "coordinator") for _ in range(4)]
    round_id = await told_round(pool, {"s1": "O1", "s2": "O2"}, ("O1", "O2", "O3", "O4"))
    run_id = await a_rematch(pool, people[0], round_id, {"s1": "O3", "s2": "O4"})
    await pool.execute("update placement.offer set places = 1")
    deeds = [decisions.accept(pool, person, run_id, number) for person in people for number in ("s1", "s2")]
    answers = await asyncio.gather(*deeds, return_exceptions=True)
    assert not [answer for answer in answers if isinstance(answer, Exception)]
    assert await _held(pool) == {"s1": "O3", "s2": "O4"}
    assert len(await _ended(pool)) == 2


async def _taken_away(pool: asyncpg.Pool, actor: Actor) -> uuid.UUID:
    """A re-match that leaves s1 without the place that he holds."""
    return await a_rematch(pool, actor, await told_round(pool, {"s1": "O1", "s2": "O2"}), {"s1": None, "s2": "O2"})


async def test_nobody_takes_a_place_away_alone(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator", "school_lead")
    run_id = await _taken_away(pool, actor)
    with pytest.raises(Conflict) as alone:
        await decisions.accept(pool, actor, run_id, "s1")
    assert alone.value.what == "needs_second_person"
    with pytest.raises(Unusable):
        await removals.ask(pool, actor, run_id, "s1", AskRemoval(reason="kort"))
    asked = await removals.ask(pool, actor, run_id, "s1", AskRemoval(reason=WHY))
    assert await removals.ask(pool, actor, run_id, "s1", AskRemoval(reason=WHY)) == asked
    assert [row.student_number for row in await removals.waiting(pool, actor, run_id)] == ["s1"]
    with pytest.raises(Conflict) as same:
        await removals.answer(pool, actor, run_id, "s1", YES)
    assert same.value.what == "same_person"
    assert await _held(pool) == {"s1": "O1", "s2": "O2"}, "until then he keeps it"
    with pytest.raises(asyncpg.CheckViolationError):
        await pool.execute(
            "update placement.removal set answer = 'confirmed', answered_by = asked_by, answered_at = now()"
        )
    lead = await an_actor(pool, "school_lead")
    done = await removals.answer(pool, lead, run_id, "s1", YES)
    assert (done.answer, done.answered_by) == ("confirmed", lead.display_name)
    assert await removals.answer(pool, lead, run_id, "s1", YES) == done
    with pytest.raises(Conflict) as late:
        await removals.answer(pool, lead, run_id, "s1", NO)
    assert late.value.what == "removal_answered"
    assert await _held(pool) == {"s2": "O2"}
    assert await _ended(pool) == [("s1", "O1", "withdrawn", "rematch")]
    made = (await outcomes.get_outcome(pool, actor, run_id, "s1")).decision
    assert made is not None
    assert (made.kind, made.offer_id, made.decided_by, made.reason) == ("accept", None, actor.display_name, WHY)
    kinds = [row["kind"] for row in await pool.fetch("select kind from placement.event where kind like 'removal%'")]
    assert kinds == ["removal_asked_for", "removal_confirmed"]


async def test_a_removal_can_be_refused_or_taken_back(pool: asyncpg.Pool) -> None:
    actor, colleague = await an_actor(pool, "coordinator"), await an_actor(pool, "coordinator")
    run_id = await _taken_away(pool, actor)
    with pytest.raises(NotFound):
        await removals.answer(pool, await an_actor(pool, "school_lead"), run_id, "s1", NO)
    await removals.ask(pool, actor, run_id, "s1", AskRemoval(reason=WHY))
    for given in (YES, NO):
        with pytest.raises(NotAllowed):
            await removals.answer(pool, colleague, run_id, "s1", given)
    with pytest.raises(NotAllowed):
        await removals.answer(pool, actor, run_id, "s1", YES)
    assert (await removals.answer(pool, actor, run_id, "s1", NO)).answer == "refused"
    with pytest.raises(Conflict) as again:
        await removals.ask(pool, actor, run_id, "s1", AskRemoval(reason=WHY))
    assert again.value.what == "removal_answered"
    made = await decisions.override(pool, actor, run_id, "s1", Override(offer_id="O1", reason=WHY))
    assert (made.offer_id, await _held(pool)) == ("O1", {"s1": "O1", "s2": "O2"})


async def test_a_removal_that_is_no_longer_true_takes_nothing(pool: asyncpg.Pool) -> None:
    actor, lead = await an_actor(pool, "coordinator"), await an_actor(pool, "school_lead")
    run_id = await _taken_away(pool, actor)
    with pytest.raises(Conflict) as stays:
        await removals.ask(pool, actor, run_id, "s2", AskRemoval(reason=WHY))
    assert stays.value.what == "no_removal"
    await removals.ask(pool, actor, run_id, "s1", AskRemoval(reason=WHY))
    await decisions.override(pool, actor, run_id, "s1", Override(offer_id="O1", reason=WHY))
    with pytest.raises(Conflict) as decided:
        await removals.answer(pool, lead, run_id, "s1", YES)
    assert (decided.value.what, await _held(pool)) == ("no_removal", {"s1": "O1", "s2": "O2"})
    stranger = await an_actor(pool, "school_lead", programmes=("99999",))
    with pytest.raises(NotFound):
        await removals.answer(pool, stranger, run_id, "s1", YES)


async def test_two_leads_at_once_take_it_away_once(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    run_id = await _taken_away(pool, actor)
    await removals.ask(pool, actor, run_id, "s1", AskRemoval(reason=WHY))
    leads = [await an_actor(pool, "school_lead") for _ in range(4)]
    answers = await asyncio.gather(*(removals.answer(pool, lead, run_id, "s1", YES) for lead in leads))
    assert {answer.answered_by for answer in answers} == {answers[0].answered_by}
    assert await pool.fetchval("select count(*) from placement.decision where student_number = 's1'") == 1
