from __future__ import annotations

import asyncio
import uuid

import asyncpg
import pytest

from api.messages.faults import Conflict, NotAllowed, NotFound, Unusable
from api.messages.runs import NewRun, Override, ProposalFilter
from api.services import decisions, runs
from tests.database.a_round import (
    CARE,
    COOK,
    a_drawn_round,
    a_finished_run,
    a_round,
    a_student,
    an_actor,
    an_offer,
    place,
)

WHY = "De student woont hier vlakbij."


async def _placements(pool: asyncpg.Pool) -> dict[str, str]:
    rows = await pool.fetch(
        "select s.student_number, o.offer_id from placement.placement l"
        " join placement.student s using (student_id) join placement.offer o using (offer_uid)"
    )
    return {row["student_number"]: row["offer_id"] for row in rows}


async def _small(pool: asyncpg.Pool) -> uuid.UUID:
    """Three cooks, two places at O1 and O2, a third offer that fits and one that does not."""
    round_id = await a_round(pool)
    await an_offer(pool, round_id, "O1", recognition_checked_on=None)
    await an_offer(pool, round_id, "O2")
    await an_offer(pool, round_id, "O3", 0)
    await an_offer(pool, round_id, "Z1", crebos=[CARE])
    for number, wish in (("s1", "O1"), ("s2", "O2"), ("s3", "O2")):
        await a_student(pool, round_id, number, (wish,))
    return round_id


async def _look_at_sample(pool, actor, run_id) -> None:  # type: ignore[no-untyped-def]  # test glue
    for row in (await decisions.sample(pool, actor, run_id)).items:
        await decisions.mark_reviewed(pool, actor, run_id, row.student_number)


async def test_accepting_makes_a_placement_once(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    run_id = await a_finished_run(pool, actor, await _small(pool))
    first = await decisions.accept(pool, actor, run_id, "s1")
    assert (first.kind, first.offer_id, first.decided_by) == ("accept", "O1", actor.display_name)
    assert await decisions.accept(pool, actor, run_id, "s1") == first
    assert await _placements(pool) == {"s1": "O1"}
    assert (await runs.get_run(pool, actor, run_id)).decided == 1
    assert await pool.fetchval("select count(*) from placement.event where kind = 'proposal_accepted'") == 1
    with pytest.raises(Conflict) as twice:
        await decisions.override(pool, actor, run_id, "s1", Override(offer_id=None, reason=WHY))
    assert twice.value.what == "already_decided"


async def test_accepting_that_there_is_no_place(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    run_id = await a_finished_run(pool, actor, await _small(pool))
    page = await decisions.list_proposals(pool, actor, run_id, ProposalFilter(placed=False))
    (unplaced,) = page.items
    assert unplaced.reason_code == "more_students_than_places"
    outcome = await decisions.get_outcome(pool, actor, run_id, unplaced.student_number)
    assert {wish.offer_id for wish in outcome.explanation.wishes} <= outcome.companies.keys()
    made = await decisions.accept(pool, actor, run_id, unplaced.student_number)
    assert (made.offer_id, await _placements(pool)) == (None, {})


async def test_overriding(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    run_id = await a_finished_run(pool, actor, await _small(pool))

    async def refusal(offer_id: str | None, student: str = "s1") -> str:
        with pytest.raises(Conflict) as refused:
            await decisions.override(pool, actor, run_id, student, Override(offer_id=offer_id, reason=WHY))
        return refused.value.what

    with pytest.raises(Unusable) as short:
        await decisions.override(pool, actor, run_id, "s1", Override(offer_id="O2", reason="  omdat    "))
    assert short.value.fields == {"reason": "too_short"}
    assert await refusal("Z1") == "offer_not_eligible"
    assert await refusal("bestaat niet") == "offer_not_eligible"
    assert await refusal("O1") == "same_as_proposal"
    assert await refusal("O3") == "offer_full"
    await pool.execute("update placement.offer set status = 'blocked' where offer_id = 'O2'")
    assert await refusal("O2") == "offer_not_open"
    await pool.execute("update placement.offer set status = 'open' where offer_id = 'O2'")
    made = await decisions.override(pool, actor, run_id, "s1", Override(offer_id="O2", reason=f" {WHY} "))
    assert (made.proposed_offer_id, made.offer_id, made.reason) == ("O1", "O2", WHY)
    assert await decisions.override(pool, actor, run_id, "s1", Override(offer_id="O2", reason=WHY)) == made
    assert await _placements(pool) == {"s1": "O2"}
    assert (await runs.get_run(pool, actor, run_id)).overridden == 1
    # The other student of O2 finds the place gone, now that a person gave it away.
    page = await decisions.list_proposals(pool, actor, run_id, ProposalFilter(search="O2", decided=False))
    with pytest.raises(Conflict) as gone:
        await decisions.accept(pool, actor, run_id, page.items[0].student_number)
    assert gone.value.what == "offer_full"
    nothing = await decisions.override(
        pool, actor, run_id, page.items[0].student_number, Override(offer_id=None, reason=WHY)
    )
    assert nothing.offer_id is None


async def test_two_people_never_give_one_place_twice(pool: asyncpg.Pool) -> None:
    people = [await an_actor(pool, "coordinator") for _ in range(4)]
    round_id = await a_round(pool)
    await an_offer(pool, round_id, "O1", 2)
    for number in range(8):
        await an_offer(pool, round_id, f"P{number}")
        await a_student(pool, round_id, f"s{number}", (f"P{number}",))
    run_id = await a_finished_run(pool, people[0], round_id)
    wish = Override(offer_id="O1", reason=WHY)
    answers = await asyncio.gather(
        *(decisions.override(pool, people[n % 4], run_id, f"s{n}", wish) for n in range(8)), return_exceptions=True
    )
    refused = [answer.what for answer in answers if isinstance(answer, Conflict)]
    assert refused == ["offer_full"] * 6
    assert await pool.fetchval("select count(*) from placement.placement") == 2
    same = await asyncio.gather(
        *(decisions.accept(pool, person, run_id, "s7") for person in people), return_exceptions=True
    )
    assert all(not isinstance(answer, Exception) or isinstance(answer, Conflict) for answer in same)
    assert await pool.fetchval("select count(*) from placement.decision where student_number = 's7'") == 1


async def test_the_outcome_of_one_student(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    run_id = await a_finished_run(pool, actor, await _small(pool))
    await decisions.accept(pool, actor, run_id, "s1")
    told = await decisions.get_outcome(pool, actor, run_id, "s2")
    assert told.row.name == "Naam s2"
    assert told.explanation.student_number == "s2"
    assert {choice.offer_id: choice.free for choice in told.choices} == {"O1": 0, "O2": 1, "O3": 0}
    assert told.choices[0].offer_id == "O2"
    assert told.choices[0].rank == 1
    assert told.choices[0].company == "Bedrijf O2"
    assert told.in_sample
    assert not told.reviewed
    assert told.decision is None
    first = await decisions.get_outcome(pool, actor, run_id, "s1")
    assert first.decision is not None
    assert first.reviewed, "who decided about him has looked at him"
    with pytest.raises(NotFound):
        await decisions.get_outcome(pool, actor, run_id, "s9")


async def test_a_limited_student_may_still_be_placed_elsewhere_by_a_person(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await a_round(pool)
    for offer_id in ("O1", "O2", "O3"):
        await an_offer(pool, round_id, offer_id)
    await a_student(pool, round_id, "s1", ("O1",), only_preferences=True, forbidden_offers=["O3"])
    run_id = await a_finished_run(pool, actor, round_id)
    told = await decisions.get_outcome(pool, actor, run_id, "s1")
    assert [choice.offer_id for choice in told.choices] == ["O1", "O2"]


async def test_the_rest_only_after_the_whole_sample(pool: asyncpg.Pool) -> None:
    actor, colleague = await an_actor(pool, "coordinator"), await an_actor(pool, "coordinator")
    round_id = await a_drawn_round(pool, 150, 140)
    await pool.execute("update placement.offer set recognition_checked_on = '2026-09-01'")
    run_id = await a_finished_run(pool, actor, round_id)
    sample = await decisions.sample(pool, actor, run_id)
    assert (len(sample.items), sample.undecided, sample.flagged, sample.complete) == (7, 140, 0, False)
    assert all(row.offer_id is not None for row in sample.items)
    for row in sample.items[1:]:
        await decisions.mark_reviewed(pool, actor, run_id, row.student_number)
    with pytest.raises(Conflict) as too_soon:
        await decisions.accept_rest(pool, actor, run_id)
    assert (too_soon.value.what, too_soon.value.facts["left"]) == ("sample_not_reviewed", 1)
    chosen_otherwise = sample.items[0].student_number
    await decisions.override(pool, actor, run_id, chosen_otherwise, Override(offer_id=None, reason=WHY))
    assert (await decisions.sample(pool, actor, run_id)).complete, "deciding is looking"
    with pytest.raises(Conflict):
        await decisions.accept_rest(pool, colleague, run_id)
    assert await decisions.accept_rest(pool, actor, run_id) == 139
    assert await decisions.accept_rest(pool, actor, run_id) == 0
    assert chosen_otherwise not in await _placements(pool)
    run = await runs.get_run(pool, actor, run_id)
    assert (run.decided, run.overridden) == (140, 1), "the unplaced wait for a decision of their own"
    assert len(await _placements(pool)) == 139
    over = (
        "select count(*) from placement.offer o where places <"
        " (select count(*) from placement.placement l where l.offer_uid = o.offer_uid)"
    )
    assert await pool.fetchval(over) == 0


async def test_flagged_proposals_are_looked_at_one_by_one(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await a_drawn_round(pool, 40, 40)  # every second recognition is not verified
    run_id = await a_finished_run(pool, actor, round_id)
    await _look_at_sample(pool, actor, run_id)
    sample = await decisions.sample(pool, actor, run_id)
    assert sample.flagged > 0
    assert await decisions.accept_rest(pool, actor, run_id) == sample.undecided
    left = (await decisions.list_proposals(pool, actor, run_id, ProposalFilter(placed=True, decided=False))).items
    assert len(left) == sample.flagged
    assert {row.check for row in left} == {("recognition_unverified",)}
    colleague = await an_actor(pool, "coordinator")
    await _look_at_sample(pool, colleague, run_id)
    for row in left:
        await decisions.mark_reviewed(pool, actor, run_id, row.student_number)
        assert await decisions.accept_rest(pool, colleague, run_id) == 0, "a look of one's own, not of somebody else"
    sample = await decisions.sample(pool, actor, run_id)
    assert (sample.flagged, sample.undecided, sample.checked) == (0, len(left), len(left))
    assert await decisions.accept_rest(pool, actor, run_id) == len(left)
    told = await pool.fetchval(
        "select facts from placement.event where kind = 'rest_accepted' order by event_number desc limit 1"
    )
    assert (told["decisions"], told["checked"]) == (len(left), len(left))
    looked = "select count(*) from placement.event where kind = 'proposal_looked_at' and facts->>'student_number' = $1"
    assert [await pool.fetchval(looked, row.student_number) for row in left] == [1] * len(left)


async def test_the_sample_is_the_same_every_time_and_another_with_another_seed(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await a_drawn_round(pool, 60, 60)
    first = await a_finished_run(pool, actor, round_id)
    second = await a_finished_run(pool, actor, round_id, seed="ander zaad")
    samples = [await decisions.sample(pool, actor, run_id) for run_id in (first, first, second)]
    numbers = [[row.student_number for row in sample.items] for sample in samples]
    assert numbers[0] == numbers[1]
    assert numbers[0] != numbers[2]
    assert len(numbers[0]) == 5


async def test_a_placement_of_an_earlier_run_is_kept(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await _small(pool)
    first = await a_finished_run(pool, actor, round_id)
    await decisions.accept(pool, actor, first, "s1")
    second = await a_finished_run(pool, actor, round_id)
    told = await decisions.get_outcome(pool, actor, second, "s1")
    assert (told.row.offer_id, told.explanation.locked) == ("O1", True)
    with pytest.raises(Conflict) as held:
        await decisions.override(pool, actor, second, "s1", Override(offer_id="O2", reason=WHY))
    assert (held.value.what, held.value.facts["offer_id"]) == ("already_placed", "O1")
    assert (await decisions.accept(pool, actor, second, "s1")).offer_id == "O1"
    assert await _placements(pool) == {"s1": "O1"}, "one placement, decided twice the same"


async def test_only_the_own_programmes(pool: asyncpg.Pool) -> None:
    lead = await an_actor(pool, "coordinator")
    round_id = await a_round(pool)
    await an_offer(pool, round_id, "K1")
    await an_offer(pool, round_id, "Z1", crebos=[CARE])
    await a_student(pool, round_id, "k1")
    await a_student(pool, round_id, "z1", crebo=CARE)
    run_id = await a_finished_run(pool, lead, round_id)
    cook = await an_actor(pool, "coordinator", programmes=(COOK,))
    page = await decisions.list_proposals(pool, cook, run_id, ProposalFilter())
    assert ([row.student_number for row in page.items], page.total) == (["k1"], 1)
    for ask in (decisions.get_outcome, decisions.accept, decisions.mark_reviewed):
        with pytest.raises(NotFound):
            await ask(pool, cook, run_id, "z1")
    with pytest.raises(NotFound):
        await decisions.override(pool, cook, run_id, "z1", Override(offer_id=None, reason=WHY))
    assert [row.student_number for row in (await decisions.sample(pool, cook, run_id)).items] == ["k1"]
    await decisions.mark_reviewed(pool, cook, run_id, "k1")
    assert await decisions.accept_rest(pool, cook, run_id) == 1
    assert await _placements(pool) == {"k1": "K1"}
    for stranger in (await an_actor(pool, "coordinator", programmes=("99999",)),):
        with pytest.raises(NotFound):
            await decisions.list_proposals(pool, stranger, run_id, ProposalFilter())
    reader = await an_actor(pool, "school_lead")
    assert (await decisions.list_proposals(pool, reader, run_id, ProposalFilter())).total == 2
    with pytest.raises(NotAllowed):
        await decisions.accept(pool, reader, run_id, "z1")


async def test_nothing_is_decided_before_the_run_is_finished(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    run = await runs.start_run(pool, actor, await _small(pool), NewRun())
    for ask in (decisions.sample, decisions.accept_rest):
        with pytest.raises(Conflict) as too_soon:
            await ask(pool, actor, run.run_id)
        assert too_soon.value.what == "run_not_finished"


async def test_lists_are_filtered_sorted_and_paged(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    run_id = await a_finished_run(pool, actor, await a_drawn_round(pool, 25, 20))

    async def numbers(number: int = 1, size: int = 50, **chosen: object) -> list[str]:
        wanted = ProposalFilter(**chosen)  # type: ignore[arg-type]  # the names are checked by the Struct
        page = await decisions.list_proposals(pool, actor, run_id, wanted, number=number, size=size)
        return [row.student_number for row in page.items]

    everybody = await numbers()
    assert everybody == sorted(everybody)
    assert await numbers(descending=True) == everybody[::-1]
    assert await numbers(number=2, size=10) == everybody[10:20]
    assert await numbers(number=9) == []
    assert len(await numbers(placed=True)) == 20
    assert len(await numbers(placed=False)) == 5
    assert await numbers(search="NAAM 25") == ["s25"]
    assert await numbers(search="%") == []
    assert await numbers(crebo=CARE) == []
    to_check = await numbers(flagged=True)
    assert to_check
    assert sorted(to_check + await numbers(flagged=False)) == everybody
    by_lot = (await decisions.list_proposals(pool, actor, run_id, ProposalFilter(sort="lot_number"))).items
    assert [row.lot_number for row in by_lot] == list(range(1, 26))
    ranked = (await decisions.list_proposals(pool, actor, run_id, ProposalFilter(sort="rank", descending=True))).items
    ranks = [row.rank for row in ranked]
    known = [rank for rank in ranks if rank is not None]
    assert ranks == sorted(known, reverse=True) + [None] * (25 - len(known))


async def test_a_live_placement_made_by_hand_does_not_stop_the_rest(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await a_round(pool)
    uids = {offer_id: await an_offer(pool, round_id, offer_id) for offer_id in ("O1", "O2", "O3")}
    students = {n: await a_student(pool, round_id, n, (w,)) for n, w in (("s1", "O1"), ("s2", "O2"))}
    await pool.execute("update placement.offer set recognition_checked_on = '2026-09-01'")
    run_id = await a_finished_run(pool, actor, round_id)
    await place(pool, students["s1"], uids["O3"])
    await _look_at_sample(pool, actor, run_id)
    assert await decisions.accept_rest(pool, actor, run_id) == 1
    assert await _placements(pool) == {"s1": "O3", "s2": "O2"}
