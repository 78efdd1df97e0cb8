"""Kept policies in the database, and the groups of a round counted there as the matcher counts them."""

from __future__ import annotations

import asyncio
import random
from collections import Counter

import asyncpg
import msgspec
import pytest

from api.messages.faults import NotAllowed, NotFound, Unusable
from api.messages.policies import NewPolicy, PolicyToCheck
from api.messages.runs import NewRun
from api.services import freezing, policies, runs
from db import events
from db.pool import transaction
from matching.groupings import group_of, groupings_of
from matching.policy import Policy
from tests.database.a_round import CARE, COOK, a_drawn_round, a_round, a_student, an_actor

FAIR = {"goals": ["placed", "worst_off", "satisfaction"], "worst_off": {"classes": "utility"}}


def new(name: str, **changes: object) -> NewPolicy:
    return msgspec.convert({"name": name, "policy": FAIR} | changes, NewPolicy)


async def test_groups_are_counted_as_the_matcher_counts_them(pool: asyncpg.Pool) -> None:
    drawn = random.Random(7)
    round_id = await a_round(pool)
    for number in range(60):
        columns = {
            "crebo": drawn.choice([COOK, CARE]),
            "level": drawn.choice([None, 2, 3]),
            "learning_path": drawn.choice([None, "BOL", "BBL"]),
            "study_year": drawn.choice([None, 1, 2]),
            "team": drawn.choice(["", "A", "B"]),
            "location": drawn.choice(["", "Hilversum"]),
            "failed_applications": drawn.choice([0, 1, 2, 3, 5, 6, 40]),
            "support_needs": drawn.choice([[], ["rust"]]),
            "groups": drawn.choice(
                [{}, {"mentor": "x", "team": "theirs"}, {"programme": "p", "support": "s", "level": "9"}]
            ),
        }
        await a_student(pool, round_id, f"s{number}", **columns)
    actor = await an_actor(pool, "coordinator", programmes=(COOK,))
    async with transaction(pool) as connection:
        students = freezing.instance_of(await freezing.copy(connection, round_id, [COOK])).students
    wanted = {
        name: sorted(Counter(group for one in students if (group := group_of(one, name)) is not None).values())
        for name in groupings_of(students)
    }
    found = await policies.list_groupings(pool, actor, round_id)
    assert {one.name: sorted(one.groups) for one in found} == wanted
    assert len(wanted) == 9
    with pytest.raises(NotFound):
        await policies.list_groupings(pool, actor, actor.account_id)


async def test_keep_choose_replace_and_remove(pool: asyncpg.Pool) -> None:
    round_id, other_round = await a_round(pool), await a_round(pool)
    actor = await an_actor(pool, "coordinator")
    assert policies.default_of(await policies.list_policies(pool, actor, round_id)) is None
    ours = await policies.save_policy(pool, actor, round_id, new("  ons   beleid ", is_default=True))
    school = await policies.save_policy(pool, actor, round_id, new("School", scope="school", is_default=True))
    assert (ours.name, ours.scope, ours.policy.worst_off.classes) == ("ons beleid", "round", "utility")
    assert [one.name for one in await policies.list_policies(pool, actor, round_id)] == ["ons beleid", "School"]
    listed = await policies.list_policies(pool, actor, other_round)
    assert [one.name for one in listed] == ["School"]
    assert policies.default_of(listed) == school
    assert policies.default_of(await policies.list_policies(pool, actor, round_id)) == ours

    again = await policies.save_policy(pool, actor, round_id, new("Ons Beleid", policy={"seed": "x"}))
    assert (again.policy_id, again.policy.seed, again.is_default) == (ours.policy_id, "x", False)
    second = await policies.save_policy(pool, actor, round_id, new("tweede", is_default=True))
    third = await policies.save_policy(pool, actor, round_id, new("derde", is_default=True))
    defaults = [one for one in await policies.list_policies(pool, actor, round_id) if one.is_default]
    assert [one.policy_id for one in defaults] == [third.policy_id, school.policy_id]
    await policies.remove_policy(pool, actor, second.policy_id)
    with pytest.raises(NotFound):
        await policies.remove_policy(pool, actor, second.policy_id)

    told = await pool.fetch("select kind, facts from placement.event where kind like 'policy%' order by event_number")
    assert [row["kind"] for row in told] == [*["policy_saved"] * 5, "policy_removed"]
    assert msgspec.json.decode(told[0]["facts"]["policy"], type=Policy) == ours.policy
    assert told[1]["facts"]["round_id"] is None
    async with pool.acquire() as connection:
        assert (await events.verify_chain(connection)).fault is None


async def test_two_people_keep_a_default_at_once(pool: asyncpg.Pool) -> None:
    round_id = await a_round(pool)
    actor = await an_actor(pool, "coordinator")
    names = [f"p{number}" for number in range(6)]
    kept = await asyncio.gather(
        *(policies.save_policy(pool, actor, round_id, new(name, is_default=True)) for name in names),
        return_exceptions=True,
    )
    assert any(not isinstance(one, BaseException) for one in kept)
    assert {getattr(one, "code", "kept") for one in kept} <= {"kept", "conflict"}, kept
    assert sum(one.is_default for one in await policies.list_policies(pool, actor, round_id)) == 1


async def test_who_keeps_a_policy_for_the_school(pool: asyncpg.Pool) -> None:
    round_id = await a_round(pool)
    few = await an_actor(pool, "coordinator", programmes=(COOK,))
    lead = await an_actor(pool, "school_lead", programmes=(COOK,))
    with pytest.raises(NotAllowed):
        await policies.save_policy(pool, few, round_id, new("x", scope="school"))
    school = await policies.save_policy(pool, lead, round_id, new("x", scope="school"))
    with pytest.raises(NotAllowed):
        await policies.remove_policy(pool, few, school.policy_id)
    assert (await policies.get_policy(pool, few, school.policy_id)).name == "x"
    point = await an_actor(pool, "service_point")
    for asked in (
        policies.list_policies(pool, point, round_id),
        policies.save_policy(pool, point, round_id, new("y")),
        policies.get_policy(pool, point, school.policy_id),
        policies.check(pool, point, round_id, PolicyToCheck(policy={})),
    ):
        with pytest.raises(NotAllowed):
            await asked


async def test_a_faulty_policy_is_neither_kept_nor_run(pool: asyncpg.Pool) -> None:
    round_id = await a_drawn_round(pool, 3, 3)
    actor = await an_actor(pool, "coordinator")
    faulty = {"goals": ["placed", "rematch"], "utility": {"travel": 0}, "seed": "x" * 101}
    with pytest.raises(Unusable) as refused:
        await policies.save_policy(pool, actor, round_id, new("", policy=faulty))
    assert refused.value.fields == {
        "name": "length",
        "policy.goals": "goal_unknown",
        "policy.utility": "weights_sum",
        "policy.seed": "seed_long",
    }
    for name in ("x" * 101, "a\x00"):
        with pytest.raises(Unusable):
            await policies.save_policy(pool, actor, round_id, new(name))
    with pytest.raises(Unusable) as refused:
        await runs.start_run(pool, actor, round_id, NewRun(policy=Policy(seed="\x07")))
    assert refused.value.fields == {"policy.seed": "seed_signs"}


async def test_a_policy_goes_with_its_round(pool: asyncpg.Pool) -> None:
    round_id = await a_round(pool)
    actor = await an_actor(pool, "coordinator")
    ours = await policies.save_policy(pool, actor, round_id, new("x"))
    await pool.execute("delete from placement.placement_round where round_id = $1", round_id)
    with pytest.raises(NotFound):
        await policies.get_policy(pool, actor, ours.policy_id)
