"""What-ifs as runs, and runs side by side: who may, what is stored, what is refused."""

from __future__ import annotations

import asyncio
import gzip
import uuid

import asyncpg
import pytest

from api.messages.comparing import ComparisonFilter, ComparisonView, EffectFilter
from api.messages.faults import Conflict, NotAllowed, NotFound, Unusable
from api.messages.runs import NewRun, NewWhatIf, Override, RunView
from api.services import comparing, decisions, rounds, running, runs, sweep_runs, what_if
from matching.changes import Changes, MorePlaces, MoreTravel, PolicyChange, RelaxedRule
from matching.instance import decode
from matching.policy import GoalName, Policy
from matching.run import run
from tests.database.a_round import CARE, COOK, a_drawn_round, a_finished_run, a_round, a_student, an_actor, an_offer

EVERYTHING = ComparisonFilter()


async def a_small_round(pool: asyncpg.Pool) -> uuid.UUID:
    """Three cooks want O1, which has one place; a carer has O2 to himself."""
    round_id = await a_round(pool)
    await an_offer(pool, round_id, "O1")
    await an_offer(pool, round_id, "O2", crebos=[CARE])
    for number in ("s1", "s2", "s3"):
        await a_student(pool, round_id, number, ("O1",))
    await a_student(pool, round_id, "z1", ("O2",), crebo=CARE)
    return round_id


async def finish(pool: asyncpg.Pool, asked: RunView) -> RunView:
    """Match it in this process, as a worker would."""
    claimed = await running.claim(pool, asked.run_id)
    assert claimed is not None
    result = run(decode(gzip.decompress(claimed.instance)), claimed.policy, clock=lambda: 0.0)
    assert await running.finish(pool, claimed, result)
    return asked


def more(places: int = 1) -> NewWhatIf:
    return NewWhatIf(changes=Changes(more_places=(MorePlaces(offer_id="O1", places=places),)))


async def compared(pool, actor, round_id, left, right, **chosen) -> ComparisonView:  # type: ignore[no-untyped-def]  # test glue
    return await comparing.compare_runs(pool, actor, round_id, left, right, ComparisonFilter(**chosen))


async def test_a_what_if_is_a_run_of_its_own_beside_its_parent(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await a_small_round(pool)
    parent_id = await a_finished_run(pool, actor, round_id, seed="")
    parent = await runs.get_run(pool, actor, parent_id)
    asked = await what_if.start_what_if(pool, actor, parent_id, more())
    assert (asked.kind, asked.parent_run_id, asked.parent_number, asked.number) == ("what_if", parent_id, 1, 2)
    assert (asked.changes, asked.state, asked.students) == (more().changes, "queued", 4)
    assert asked.policy.seed == (parent.report and parent.report.seed) != ""
    assert asked.input_sha256 != parent.input_sha256
    await finish(pool, asked)
    found = await compared(pool, actor, round_id, parent_id, asked.run_id)
    assert (found.counts["got_place"], found.unchanged, found.partial) == (1, 3, False)
    assert (found.why.seed, [row.key for row in found.why.rows]) == (False, ["O1"])
    (student,) = found.students.items
    assert (student.effect, student.left and student.left.offer_id, student.right and student.right.offer_id) == (
        "got_place", None, "O1",
    )  # fmt: skip
    assert student.name == f"Naam {student.student_number}"
    assert [one.run_id for one in await what_if.list_what_ifs(pool, actor, parent_id)] == [asked.run_id]
    assert await pool.fetchval("select count(*) from placement.event where kind = 'what_if_asked_for'") == 1
    # The round is as it was, and its next step is still about the run itself.
    assert await pool.fetchval("select places from placement.offer where offer_id = 'O1'") == 1
    view = await rounds.get_round(pool, actor, round_id)
    assert (view.last_run_id, view.runs) == (parent_id, 1)


async def test_nobody_decides_about_a_what_if(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await a_small_round(pool)
    parent_id = await a_finished_run(pool, actor, round_id)
    asked = await finish(pool, await what_if.start_what_if(pool, actor, parent_id, more()))
    other = Override(offer_id=None, reason="Een goede reden hiervoor.")
    for attempt in (
        decisions.accept(pool, actor, asked.run_id, "s1"),
        decisions.override(pool, actor, asked.run_id, "s1", other),
        decisions.accept_rest(pool, actor, asked.run_id),
        decisions.mark_reviewed(pool, actor, asked.run_id, "s1"),
    ):
        with pytest.raises(Conflict) as refused:
            await attempt
        assert refused.value.what == "run_is_what_if"
    # Nor does the database take one, whoever writes it.
    with pytest.raises(asyncpg.CheckViolationError, match="what-if"):
        await pool.execute(
            "insert into placement.decision (run_id, student_number, kind, decided_by) values ($1, 's1', 'accept', $2)",
            asked.run_id,
            actor.account_id,
        )
    assert await pool.fetchval("select count(*) from placement.decision") == 0
    assert await decisions.accept(pool, actor, parent_id, "z1")


async def test_a_what_if_has_its_parent_and_its_changes_or_is_none(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await a_small_round(pool)
    parent_id = await a_finished_run(pool, actor, round_id)
    for change in ("kind = 'what_if'", "changes = '{}'", "parent_run_id = run_id"):
        with pytest.raises(asyncpg.CheckViolationError, match="match_run_what_if_whole"):
            await pool.execute(f"update placement.match_run set {change} where run_id = $1", parent_id)  # noqa: S608  # from this file
    await finish(pool, await what_if.start_what_if(pool, actor, parent_id, more()))
    await pool.execute("delete from placement.match_run where run_id = $1", parent_id)
    assert await pool.fetchval("select count(*) from placement.match_run") == 0


async def test_what_cannot_be_asked(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await a_small_round(pool)
    waiting = await runs.start_run(pool, actor, round_id, NewRun())
    with pytest.raises(Conflict) as refused:
        await what_if.start_what_if(pool, actor, waiting.run_id, more())
    assert refused.value.what == "run_not_finished"
    await finish(pool, waiting)
    parent_id = waiting.run_id
    for changes, fields in (
        (Changes(), {"changes": "no_changes"}),
        (Changes(closed_offers=("X",)), {"closed_offers.1.offer_id": "unknown_offer"}),
        (Changes(more_travel=(MoreTravel(minutes=5, crebo="99999"),)), {"more_travel.1.crebo": "no_students_of_crebo"}),
        (Changes(policy=PolicyChange(goals=("placed", "placed"))), {"policy": "policy_contradicts"}),
    ):
        with pytest.raises(Unusable) as unusable:
            await what_if.start_what_if(pool, actor, parent_id, NewWhatIf(changes=changes))
        assert unusable.value.fields == fields
    asked = await what_if.start_what_if(pool, actor, parent_id, more())
    with pytest.raises(Conflict) as refused:
        await what_if.start_what_if(pool, actor, parent_id, more())
    assert refused.value.what == "run_busy"
    assert (await runs.cancel_run(pool, actor, asked.run_id)).state == "cancelled"
    with pytest.raises(NotFound):
        await what_if.start_what_if(pool, actor, uuid.uuid4(), more())
    lead = await an_actor(pool, "school_lead")
    with pytest.raises(NotAllowed):
        await what_if.start_what_if(pool, lead, parent_id, more())
    assert len(await what_if.list_what_ifs(pool, lead, parent_id)) == 1


async def test_two_people_asking_at_once_get_one_what_if(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    parent_id = await a_finished_run(pool, actor, await a_small_round(pool))
    answers = await asyncio.gather(
        *(what_if.start_what_if(pool, actor, parent_id, more(number)) for number in range(1, 5)),
        return_exceptions=True,
    )
    assert sum(isinstance(answer, RunView) for answer in answers) == 1
    assert all(answer.what == "run_busy" for answer in answers if isinstance(answer, Conflict))


async def test_a_coordinator_compares_his_own_students_only(pool: asyncpg.Pool) -> None:
    lead = await an_actor(pool, "coordinator")
    round_id = await a_small_round(pool)
    parent_id = await a_finished_run(pool, lead, round_id)
    changes = Changes(
        more_places=(MorePlaces(offer_id="O1", places=2),), relaxed_rules=(RelaxedRule(rule="period", crebo=COOK),)
    )
    asked = await finish(pool, await what_if.start_what_if(pool, lead, parent_id, NewWhatIf(changes=changes)))
    carer = await an_actor(pool, "coordinator", programmes=(CARE,))
    found = await compared(pool, carer, round_id, parent_id, asked.run_id)
    assert (found.students.total, found.unchanged, found.partial) == (0, 1, True)
    assert sum(found.counts.values()) == 0
    assert {row.kind for row in found.why.rows} == {"offers"}
    told = repr((found.students, found.why, found.groups))
    assert not any(number in told for number in ("s1", "s2", "s3"))
    cook = await an_actor(pool, "coordinator", programmes=(COOK,))
    found = await compared(pool, cook, round_id, parent_id, asked.run_id)
    assert (found.counts["got_place"], found.partial) == (2, True)
    with pytest.raises(NotFound):
        await compared(
            pool, await an_actor(pool, "coordinator", programmes=("99999",)), round_id, parent_id, asked.run_id
        )
    with pytest.raises(NotAllowed):
        await compared(pool, await an_actor(pool, "service_point"), round_id, parent_id, asked.run_id)


async def test_runs_that_cannot_be_compared(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await a_small_round(pool)
    first = await a_finished_run(pool, actor, round_id)
    with pytest.raises(Unusable) as unusable:
        await compared(pool, actor, round_id, first, first)
    assert unusable.value.fields == {"right": "same_run"}
    elsewhere = await a_finished_run(pool, actor, await a_small_round(pool))
    for left, right in ((first, elsewhere), (elsewhere, first), (first, uuid.uuid4())):
        with pytest.raises(NotFound):
            await compared(pool, actor, round_id, left, right)
    waiting = await runs.start_run(pool, actor, round_id, NewRun())
    with pytest.raises(Conflict) as refused:
        await compared(pool, actor, round_id, first, waiting.run_id)
    assert refused.value.what == "run_not_finished"


async def test_filters_and_pages_of_a_larger_comparison(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await a_drawn_round(pool, 60, 30)
    first = await a_finished_run(pool, actor, round_id, seed="a")
    second = await a_finished_run(pool, actor, round_id, seed="b")
    found = await compared(pool, actor, round_id, first, second)
    changed = sum(found.counts.values())
    assert found.students.total == changed > 10
    assert (found.why.seed, found.why.input_differs, found.unchanged) == (True, False, 60 - changed)
    effects: tuple[EffectFilter, ...] = ("gains", "loses", "got_place", "lost_place", "mixed", "other")
    seen = {
        effect: (await compared(pool, actor, round_id, first, second, effect=effect)).students for effect in effects
    }
    assert seen["got_place"].total == seen["lost_place"].total > 0
    assert seen["gains"].total == found.counts["got_place"] + found.counts["better"]
    parts = [
        (await comparing.compare_runs(pool, actor, round_id, first, second, EVERYTHING, number=n, size=7)).students
        for n in range(1, -(-changed // 7) + 2)
    ]
    told = [one.student_number for part in parts for one in part.items]
    assert len(told) == len(set(told)) == changed
    assert parts[-1].items == ()
    one = found.students.items[0]
    by_number = await compared(pool, actor, round_id, first, second, search=one.student_number.upper())
    assert one in by_number.students.items
    assert (await compared(pool, actor, round_id, first, second, crebo="99999")).students.total == 0
    backwards = await compared(pool, actor, round_id, first, second, sort="name", descending=True)
    names = [row.name.lower() for row in backwards.students.items]
    assert names == sorted(names, reverse=True)


async def test_a_run_of_other_goals_shows_both(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await a_drawn_round(pool, 20, 15)
    first = await a_finished_run(pool, actor, round_id)
    policy = PolicyChange(goals=("placed", "worst_off"))
    asked = await finish(
        pool, await what_if.start_what_if(pool, actor, first, NewWhatIf(changes=Changes(policy=policy)))
    )
    assert asked.policy == Policy(goals=("placed", "worst_off"), seed="zaad")
    found = await compared(pool, actor, round_id, first, asked.run_id)
    pairs = {pair.name: (pair.left is None, pair.right is None) for pair in found.goals}
    assert pairs == {"placed": (False, False), "satisfaction": (False, True), "worst_off": (True, False)}
    assert [one.key for one in found.why.policy] == ["goals"]


async def test_several_variants_are_asked_at_once_or_not_at_all(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    parent_id = await a_finished_run(pool, actor, await a_small_round(pool))
    orders: tuple[tuple[GoalName, ...], ...] = (("placed", "worst_off"), ("satisfaction", "placed"))
    variants = [Changes(policy=PolicyChange(goals=goals)) for goals in orders]
    with pytest.raises(Unusable):
        await what_if.start_variants(pool, actor, parent_id, [*variants, Changes()])
    assert await what_if.list_what_ifs(pool, actor, parent_id) == ()
    asked = await what_if.start_variants(pool, actor, parent_id, variants)
    assert [(one.number, one.policy.goals, one.state) for one in asked] == [
        (2, orders[0], "queued"),
        (3, orders[1], "queued"),
    ]
    for one in asked:
        await finish(pool, one)
    assert [one.state for one in await what_if.list_what_ifs(pool, actor, parent_id)] == ["finished", "finished"]


async def test_a_sweep_names_groupings_of_the_run_and_waits_for_its_goal(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    parent_id = await a_finished_run(pool, actor, await a_small_round(pool))
    assert "programme" in await sweep_runs.groupings(pool, actor, parent_id)
    for chosen, code in (((), "missing"), (("schoenmaat",), "not_a_choice")):
        with pytest.raises(Unusable) as unusable:
            await sweep_runs.start_sweep(pool, actor, parent_id, chosen)
        assert unusable.value.fields == {"groupings": code}
    asked = await sweep_runs.start_sweep(pool, actor, parent_id, ("programme",))
    assert [one.policy.group_gap.tolerance for one in asked] == [0.0, 0.01, 0.02, 0.05, 0.1]
    assert {one.policy.goals for one in asked} == {("placed", "group_gap", "satisfaction")}
    for one in asked:
        await finish(pool, one)
