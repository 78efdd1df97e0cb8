"""A committed lottery through its whole life, and what the database itself refuses."""

from __future__ import annotations

import itertools
from typing import get_args

import asyncpg
import msgspec
import pytest

from api.messages.faults import Conflict, NotAllowed, NotFound, Unusable
from api.messages.lottery import Commit, LotteryState, RoundLottery, Witness
from api.messages.runs import NewRun
from api.services import lottery, lottery_record, running, runs
from api.services.lottery_states import TRANSITIONS, Step, after
from matching.commitment import Opening, sealed
from matching.policy import Policy
from matching.verify.lots import lots_of_numbers
from tests.database.a_round import a_drawn_round, a_finished_run, a_round, an_actor

BROUGHT = Witness(public_text=" 7  12 19 ", source="Trekking van 10 februari", witness="A. de Wit")
WHY = "De verkeerde ronde was gekozen."


async def opening_of(pool: asyncpg.Pool, found: RoundLottery) -> Opening:
    assert found.current is not None
    row = await pool.fetchrow(
        "select salt, secret from placement.lottery where lottery_id = $1", found.current.lottery_id
    )
    return Opening(salt=row["salt"], secret=row["secret"])


async def test_from_commitment_to_recomputed_lots(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await a_drawn_round(pool, 30, 20)
    assert (await lottery.get_lottery(pool, actor, round_id)).current is None
    hidden = await opening_of(pool, await lottery.commit(pool, actor, round_id, Commit()))
    witnessed = (await lottery.witness(pool, actor, round_id, BROUGHT)).current
    assert witnessed is not None
    assert (witnessed.state, witnessed.public_text, witnessed.frozen_students) == ("witnessed", "7 12 19", 30)
    run_id = await a_finished_run(pool, actor, round_id, seed="")
    run = await runs.get_run(pool, actor, run_id)
    assert run.report is not None
    assert run.report.seed == run.policy.seed == run.report.policy["seed"] == sealed(hidden.commitment)
    early = await lottery_record.record(pool, actor, round_id)
    assert (early.lottery.state, early.lottery.seed, early.fits) == ("used", None, None)
    assert [one.as_witnessed for one in early.lottery.runs] == [True]

    revealed = (await lottery.reveal(pool, actor, round_id)).current
    assert revealed is not None
    seed = hidden.seed("7 12 19")
    assert (revealed.salt, revealed.secret, revealed.seed) == (hidden.salt, hidden.secret, seed)
    run = await runs.get_run(pool, actor, run_id)
    assert run.report is not None
    assert run.report.seed == run.policy.seed == run.report.policy["seed"] == seed
    record = await lottery_record.record(pool, actor, round_id)
    numbers = [lot.student_number for lot in record.lots]
    assert [lot.lot_number for lot in record.lots] == lots_of_numbers(numbers, seed) == list(range(1, 31))
    assert record.fits is True
    stored = await pool.fetchval(
        "select report ->> 'seed' || (policy ->> 'seed') from placement.match_run where run_id = $1", run_id
    )
    assert stored == sealed(hidden.commitment) * 2, "the seed stands in the lottery alone"
    await pool.execute("update placement.proposal set lot_number = 31 - lot_number")
    assert (await lottery_record.record(pool, actor, round_id)).fits is False


async def test_without_a_witness_and_with_a_secret_of_ones_own(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "school_lead")
    round_id = await a_round(pool)
    made = await lottery.commit(pool, actor, round_id, Commit(secret="lente 2027"))
    assert made.current is not None
    assert (made.current.drawn, made.current.secret) == (False, None)
    assert (await opening_of(pool, made)).secret == "lente 2027"
    with pytest.raises(Conflict, match="stands in the way") as refused:
        await lottery.witness(pool, actor, round_id, BROUGHT)
    assert refused.value.what == "lottery_nothing_to_freeze"


async def test_a_drawn_secret_has_256_bits_and_comes_once(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    openings = []
    for _ in range(3):
        made = await lottery.commit(pool, actor, await a_round(pool), Commit())
        openings.append(await opening_of(pool, made))
    assert len({part for one in openings for part in (one.salt, one.secret)}) == 6
    assert all(len(bytes.fromhex(one.secret)) == 32 for one in openings)


async def test_every_later_run_has_the_same_lottery(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await a_drawn_round(pool, 20, 20)
    await lottery.commit(pool, actor, round_id, Commit())
    with pytest.raises(Unusable) as refused:
        await runs.start_run(pool, actor, round_id, NewRun(policy=Policy(seed="mine")))
    assert refused.value.fields == {"seed": "lottery_committed"}
    seeds = []
    for _ in range(2):
        asked = await runs.start_run(pool, actor, round_id, NewRun())
        claimed = await running.claim(pool, asked.run_id)
        assert claimed is not None
        seeds.append(claimed.policy.seed)
        await runs.cancel_run(pool, actor, asked.run_id)
        await running.cancelled(pool, claimed)
    assert len(set(seeds)) == 1
    assert len(seeds[0]) == 64
    with pytest.raises(Conflict, match="stands in the way") as no_result:
        await lottery.reveal(pool, actor, round_id)
    assert no_result.value.what == "lottery_no_result", "a cancelled run used it, but gave nothing to check"
    await a_finished_run(pool, actor, round_id, seed="")
    once = await lottery.reveal(pool, actor, round_id)
    assert await lottery.reveal(pool, actor, round_id) == once
    assert once.current is not None
    assert once.current.seed == seeds[0]
    await a_finished_run(pool, actor, round_id, seed="")
    later = (await lottery.get_lottery(pool, actor, round_id)).current
    assert later is not None
    assert (later.state, len(later.runs)) == ("revealed", 4)


async def test_another_lottery_shows_what_was_put_aside(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await a_drawn_round(pool, 10, 10)
    hidden = await opening_of(pool, await lottery.commit(pool, actor, round_id, Commit()))
    run_id = await a_finished_run(pool, actor, round_id, seed="")
    for reason in ("", "te kort", "x" * 501):
        with pytest.raises(Unusable) as refused:
            await lottery.commit(pool, actor, round_id, Commit(reason=reason))
        assert set(refused.value.fields) == {"reason"}
    after_it = await lottery.commit(pool, actor, round_id, Commit(reason=WHY))
    assert after_it.current is not None
    assert (after_it.current.number, after_it.current.earlier_runs) == (2, 1)
    [old] = after_it.replaced
    assert (old.reason, old.salt, old.secret, old.seed) == (WHY, hidden.salt, hidden.secret, hidden.seed())
    report = (await runs.get_run(pool, actor, run_id)).report
    assert report is not None
    assert report.seed == hidden.seed(), "its run can be checked from now on"
    kinds = [row["kind"] for row in await pool.fetch("select kind from placement.event where kind like 'lottery%'")]
    assert kinds == ["lottery_committed", "lottery_used", "lottery_replaced", "lottery_committed"]


async def test_a_run_at_work_keeps_its_lottery(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await a_drawn_round(pool, 10, 10)
    await lottery.commit(pool, actor, round_id, Commit())
    await runs.start_run(pool, actor, round_id, NewRun())
    for step in (lottery.reveal(pool, actor, round_id), lottery.commit(pool, actor, round_id, Commit(reason=WHY))):
        with pytest.raises(Conflict, match="stands in the way") as refused:
            await step
        assert refused.value.what == "run_busy"


async def test_data_that_changed_after_the_witness_are_shown(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await a_drawn_round(pool, 10, 10)
    await lottery.commit(pool, actor, round_id, Commit())
    await lottery.witness(pool, actor, round_id, BROUGHT)
    await pool.execute("update placement.offer set places = 2 where round_id = $1 and offer_id = 'O1'", round_id)
    await a_finished_run(pool, actor, round_id, seed="")
    found = (await lottery.get_lottery(pool, actor, round_id)).current
    assert found is not None
    assert [run.as_witnessed for run in found.runs] == [False]


@pytest.mark.parametrize(
    ("changed", "field", "code"),
    [
        ({"public_text": " \n "}, "public_text", "missing"),
        ({"public_text": "x" * 501}, "public_text", "too_long"),
        ({"source": ""}, "source", "missing"),
        ({"witness": "x" * 201}, "witness", "too_long"),
    ],
)
async def test_a_witness_says_everything(pool: asyncpg.Pool, changed: dict[str, str], field: str, code: str) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await a_drawn_round(pool, 3, 3)
    await lottery.commit(pool, actor, round_id, Commit())
    with pytest.raises(Unusable) as refused:
        await lottery.witness(pool, actor, round_id, msgspec.structs.replace(BROUGHT, **changed))
    assert refused.value.fields == {field: code}


async def test_who_may_not(pool: asyncpg.Pool) -> None:
    coordinator = await an_actor(pool, "coordinator")
    round_id = await a_drawn_round(pool, 3, 3)
    await lottery.commit(pool, coordinator, round_id, Commit())
    stranger = await an_actor(pool, "coordinator", programmes=("99999",))
    others = [await an_actor(pool, role) for role in ("service_point", "admin", "privacy_officer")]  # type: ignore[arg-type]  # each one is a Role
    for who in (stranger, *others):
        with pytest.raises(NotAllowed):
            await lottery.commit(pool, who, round_id, Commit(reason=WHY))
        with pytest.raises(NotAllowed):
            await lottery.witness(pool, who, round_id, BROUGHT)
        with pytest.raises(NotAllowed):
            await lottery.reveal(pool, who, round_id)
    for who in others:
        with pytest.raises(NotAllowed):
            await lottery.get_lottery(pool, who, round_id)
        with pytest.raises(NotAllowed):
            await lottery_record.record(pool, who, round_id)
    assert (await lottery_record.record(pool, stranger, round_id)).lots == ()
    with pytest.raises(NotFound):
        await lottery.commit(pool, coordinator, coordinator.account_id, Commit())


async def test_a_coordinator_of_one_programme_sees_those_lots(pool: asyncpg.Pool) -> None:
    everybody = await an_actor(pool, "coordinator")
    round_id = await a_drawn_round(pool, 10, 10)
    await pool.execute("update placement.student set crebo = '25655' where student_number in ('s1', 's2')")
    await pool.execute("update placement.offer set crebos = array['25180', '25655']")
    await lottery.commit(pool, everybody, round_id, Commit())
    await a_finished_run(pool, everybody, round_id, seed="")
    await lottery.reveal(pool, everybody, round_id)
    record = await lottery_record.record(pool, await an_actor(pool, "coordinator", programmes=("25655",)), round_id)
    assert {lot.student_number for lot in record.lots} == {"s1", "s2"}
    assert record.fits is True, "all lots were recomputed, not only these"


def test_the_table_of_states() -> None:
    states, steps = get_args(LotteryState), get_args(Step)
    for state, step in itertools.product(states, steps):
        if (state, step) in TRANSITIONS:
            assert after(state, step) == TRANSITIONS[state, step]
        else:
            with pytest.raises(Conflict):
                after(state, step)
    assert {state for state, _ in TRANSITIONS} == set(states) - {"replaced"}


async def test_the_database_holds_the_same_table(pool: asyncpg.Pool) -> None:
    """Whatever a program forgets: no other step is written."""
    actor = await an_actor(pool, "coordinator")
    allowed = {(before, now) for (before, _), now in TRANSITIONS.items() if before != now}
    source = await pool.fetchval("select pg_get_functiondef('placement.refuse_another_lottery'::regproc)")
    for before, now in itertools.permutations(get_args(LotteryState), 2):
        assert (f"('{before}', '{now}')" in source) == ((before, now) in allowed), (before, now)
    round_id = await a_drawn_round(pool, 3, 3)
    await lottery.commit(pool, actor, round_id, Commit())
    await a_finished_run(pool, actor, round_id, seed="")
    for change in (
        "state = 'committed', seed = null, used_at = null",
        "secret = 'een ander geheim'",
        "salt = repeat('0', 64)",
        "commitment_sha256 = repeat('0', 64)",
        "seed = repeat('0', 64)",
        "number = 7",
        "drawn = not drawn",
    ):
        with pytest.raises(asyncpg.IntegrityConstraintViolationError):
            await pool.execute(f"update placement.lottery set {change}")  # noqa: S608  # words of this file


@pytest.mark.parametrize(
    ("columns", "constraint"),
    [
        ({"commitment_sha256": "0" * 64}, "lottery_commitment_fits"),
        ({"state": "used"}, "lottery_never_rewritten"),
        ({"public_text": "7 12"}, "lottery_witness_whole"),
        ({"reason": "Een goede reden."}, "lottery_replaced_reason"),
        ({"salt": "zout"}, "lottery_salt_form"),
        ({"secret": "kort"}, "lottery_secret_length"),
        ({"number": 1}, "lottery_number_unique"),
        ({}, "lottery_one_a_round"),
    ],
)
async def test_what_the_database_refuses(pool: asyncpg.Pool, columns: dict[str, object], constraint: str) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await a_round(pool)
    await lottery.commit(pool, actor, round_id, Commit())
    hidden = Opening(salt="0" * 64, secret="een geheim")
    given = {
        "round_id": round_id, "number": 2, "commitment_sha256": hidden.commitment, "salt": hidden.salt,
        "secret": hidden.secret, "drawn": True, "earlier_runs": 0, "committed_by": actor.account_id, **columns,
    }  # fmt: skip
    given["commitment_sha256"] = columns.get("commitment_sha256") or await pool.fetchval(
        "select encode(sha256(convert_to($1, 'UTF8')), 'hex')",
        f"stagekans lottery commitment 1\n{given['salt']}\n{given['secret']}\n",
    )
    marks = ", ".join(f"${number}" for number in range(1, len(given) + 1))
    with pytest.raises(asyncpg.IntegrityConstraintViolationError) as refused:
        await pool.execute(
            f"insert into placement.lottery ({', '.join(given)}) values ({marks})",  # noqa: S608  # names of this file
            *given.values(),
        )
    assert refused.value.constraint_name == constraint  # type: ignore[attr-defined]  # asyncpg sets it


async def test_a_round_goes_with_its_lottery(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    round_id = await a_drawn_round(pool, 3, 3)
    await lottery.commit(pool, actor, round_id, Commit())
    await a_finished_run(pool, actor, round_id, seed="")
    await pool.execute("delete from placement.placement_round where round_id = $1", round_id)
    assert await pool.fetchval("select count(*) from placement.lottery") == 0
