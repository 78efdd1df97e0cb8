"""The plan: drawn once, in a registered study, from a seed that gives it again."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import Counter
from typing import Any

import asyncpg
import msgspec
import pytest

from api.messages.accounts import Actor
from api.messages.faults import NotAllowed, NotFound
from api.messages.lab.faults import FindingsRefused, StudyRefused
from api.messages.lab.frame import NewBlocked
from api.messages.lab.plans import DrawPlan
from api.services.lab import blocked_companies, frame, plans, profiles
from api.services.lab.addresses import TOKEN
from testing_lab.frame.entries import CompanyIdentity
from tests.database.lab.a_study import a_person, a_study, a_task
from tests.database.lab.frame_files import a_csv, a_row
from tests.database.lab.test_profiles import to_save
from tests.pure.lab.protocol.examples import changed, example_protocol

NOW = dt.datetime(2026, 12, 1, 10, tzinfo=dt.UTC)
ASKED = DrawPlan(start=dt.date(2027, 1, 4), seed="2026")


@pytest.fixture
async def lead(lab_pool: asyncpg.Pool) -> Actor:
    return await a_person(lab_pool, "lead", "researcher")


async def ready(
    pool: asyncpg.Pool, lead: Actor, *, number: int = 24, pairs: int = 20, name: str = "Horeca", **changes: Any
) -> uuid.UUID:
    """A registered study with a frame and profiles."""
    study = await a_study(pool, lead, state="registered", name=name)
    protocol = changed(example_protocol(), {"sampling.pairs": pairs, **changes})
    await pool.execute("update lab.study set protocol = $2 where study_id = $1", study, msgspec.to_builtins(protocol))
    await frame.import_frame(pool, lead, study, "k.csv", a_csv(a_row(one) for one in range(1, number + 1)), now=NOW)
    await profiles.save_profiles(pool, lead, study, to_save())
    return study


async def test_three_hundred_pairs(lab_pool: asyncpg.Pool, lead: Actor) -> None:
    study = await ready(lab_pool, lead, number=400, pairs=300)
    before = await plans.before_plan(lab_pool, lead, study, now=NOW)
    assert (before.entries, before.asked, before.earliest, before.may_draw) == (400, 300, dt.date(2026, 12, 2), True)
    assert before.profile_findings == ()
    plan = await plans.draw(lab_pool, lead, study, ASKED, now=NOW)
    assert (plan.dispatches, plan.shortages, plan.set_aside, plan.seed) == (600, (), (), "2026")
    assert sum(len(one.chosen) for one in plan.strata) == 300
    assert sum(number for _, number in plan.days) == 600
    assert max(number for _, number in plan.days) <= 40
    assert min(day for day, _ in plan.days) >= dt.date(2027, 1, 4)
    rows = await lab_pool.fetch("select * from lab.dispatch where study_id = $1", study)
    assert Counter(row["identity"] for row in rows) == {"majority": 300, "minority": 300}
    assert len({row["token"] for row in rows}) == 600
    assert all(TOKEN.fullmatch(row["token"]) for row in rows)
    assert all(row["from_address"].endswith("@stage-post.example") for row in rows)
    assert {row["state"] for row in rows} == {"planned"}
    assert all(row["name"] in str(row["application"]) for row in rows)
    assert all({"subject", "letter", "cv", "look"} == row["application"].keys() for row in rows)
    turns = await lab_pool.fetch("select turn from lab.frame_entry where turn is not null order by turn")
    assert [row["turn"] for row in turns] == list(range(1, 301))
    again = await plans.replay(lab_pool, lead, study)
    assert (again.possible, again.plan_equal, again.letters_equal) == (True, True, True)
    assert again.plan_hash == plan.plan_hash


async def test_the_same_seed_gives_the_same_plan_and_another_seed_another(lab_pool: asyncpg.Pool, lead: Actor) -> None:
    found = []
    for number, seed in enumerate(("a", "a", "b", "")):
        study = await ready(lab_pool, lead, name=f"Studie {number}")
        found.append(await plans.draw(lab_pool, lead, study, msgspec.structs.replace(ASKED, seed=seed), now=NOW))
        await lab_pool.execute("update lab.study set state = 'coded' where study_id = $1", study)
    assert found[0].plan_hash == found[1].plan_hash
    assert found[0].letters_hash == found[1].letters_hash
    assert len({one.plan_hash for one in found}) == 3
    assert len(found[3].seed) == 32


async def test_a_plan_is_drawn_once_and_closes_frame_and_profiles(lab_pool: asyncpg.Pool, lead: Actor) -> None:
    study = await ready(lab_pool, lead)
    with pytest.raises(NotFound):
        await plans.get_plan(lab_pool, lead, study)
    plan = await plans.draw(lab_pool, lead, study, ASKED, now=NOW)
    for asked in (
        plans.draw(lab_pool, lead, study, ASKED, now=NOW),
        profiles.save_profiles(lab_pool, lead, study, to_save(version=1)),
        frame.import_frame(lab_pool, lead, study, "k.csv", a_csv([a_row(99)]), now=NOW),
    ):
        with pytest.raises(StudyRefused) as refused:
            await asked
        assert refused.value.reason == "study-plan-drawn"
    assert (await plans.get_plan(lab_pool, lead, study)) == plan
    seen = await frame.get_frame(lab_pool, lead, study)
    assert (seen.open, seen.drawn) == (False, True)


@pytest.mark.parametrize("state", ["draft", "running", "stopped", "closed", "archived"])
async def test_only_in_a_registered_study(lab_pool: asyncpg.Pool, lead: Actor, state: str) -> None:
    study = await ready(lab_pool, lead)
    await lab_pool.execute("update lab.study set state = $2 where study_id = $1", study, state)
    with pytest.raises(StudyRefused) as refused:
        await plans.draw(lab_pool, lead, study, ASKED, now=NOW)
    assert refused.value.facts["action"] == "draw_plan"


async def test_a_frame_that_is_too_small_needs_a_person_to_say_so(lab_pool: asyncpg.Pool, lead: Actor) -> None:
    study = await ready(lab_pool, lead, number=12)
    with pytest.raises(FindingsRefused) as refused:
        await plans.draw(lab_pool, lead, study, ASKED, now=NOW)
    assert [one.code for one in refused.value.findings] == ["sample-frame-too-small"]
    assert await lab_pool.fetchval("select count(*) from lab.plan") == 0
    plan = await plans.draw(lab_pool, lead, study, msgspec.structs.replace(ASKED, accept_shortage=True), now=NOW)
    assert plan.dispatches == 24
    assert [one.code for one in plan.shortages] == ["sample-frame-too-small"]


async def test_who_may_not_be_tested_any_more_is_set_aside_and_the_plan_still_replays(
    lab_pool: asyncpg.Pool, lead: Actor
) -> None:
    study, other = await ready(lab_pool, lead), await a_study(lab_pool, lead, state="draft", name="Ander")
    await lab_pool.execute(
        """
        insert into lab.frame_entry (study_id, number, entry_id, entry, stratum, file_name, turn)
        select $2, number, entry_id, entry, stratum, file_name, 1 from lab.frame_entry
        where study_id = $1 and number = 2
        """,
        study, other,
    )  # fmt: skip
    await lab_pool.execute("update lab.study set state = 'running' where study_id = $1", other)
    await blocked_companies.block_company(
        lab_pool, lead, study, NewBlocked(company="Bedrijf Geheim 1", kvk="10000001", reason="klacht")
    )
    tested = CompanyIdentity(company="x", kvk="10000003", postcode4="3511")
    await lab_pool.execute(
        "insert into lab.tested_establishment (identity, on_day) values ($1, $2)",
        msgspec.to_builtins(tested),
        NOW.date(),
    )
    plan = await plans.draw(lab_pool, lead, study, ASKED, now=NOW)
    assert plan.set_aside == (
        ("B-0001", "frame-company-blocked"), ("B-0002", "frame-company-in-other-study"), ("B-0003", "frame-cool-down"),
    )  # fmt: skip
    drawn = await lab_pool.fetch("select number from lab.frame_entry where study_id = $1 and turn is not null", study)
    assert len(drawn) == 20
    assert not {1, 2, 3} & {row["number"] for row in drawn}
    again = await plans.replay(lab_pool, lead, study)
    assert (again.plan_equal, again.letters_equal) == (True, True)


async def test_a_replay_tells_what_was_changed_and_needs_the_key_file(lab_pool: asyncpg.Pool, lead: Actor) -> None:
    study = await ready(lab_pool, lead)
    await plans.draw(lab_pool, lead, study, ASKED, now=NOW)
    await lab_pool.execute("update lab.frame_entry set entry = jsonb_set(entry, '{company}', '\"Anders\"')")
    again = await plans.replay(lab_pool, lead, study)
    assert (again.possible, again.plan_equal, again.letters_equal) == (True, True, False)
    await lab_pool.execute("update lab.plan set recipe = jsonb_set(recipe, '{seed}', '\"x\"')")
    assert not (await plans.replay(lab_pool, lead, study)).plan_equal
    await lab_pool.execute("update lab.frame_entry set entry = null")
    assert not (await plans.replay(lab_pool, lead, study)).possible


@pytest.mark.parametrize(
    ("changes", "asked", "code"),
    [
        ({"fieldwork.mail_domain": ""}, {}, "profiles-domain-missing"),
        ({}, {"start": dt.date(2026, 11, 1)}, "plan-start-outside"),
        ({}, {"most_per_day": 0}, "hours-capacity"),
        ({}, {"opens": dt.time(17)}, "hours-closed"),
        ({"question.traits.0.names_per_group": 5}, {}, "profiles-names-fewer"),
        ({"design.rerandomisation": [{"measure": "geluk", "threshold": 1}]}, {}, "plan-measure-unknown"),
    ],
)
async def test_every_reason_why_there_is_no_plan(
    lab_pool: asyncpg.Pool, lead: Actor, changes: dict[str, Any], asked: dict[str, Any], code: str
) -> None:
    study = await ready(lab_pool, lead, **changes)
    with pytest.raises(FindingsRefused) as refused:
        await plans.draw(lab_pool, lead, study, msgspec.structs.replace(ASKED, **asked), now=NOW)
    assert code in {one.code for one in refused.value.findings}
    assert await lab_pool.fetchval("select count(*) from lab.dispatch") == 0


async def test_a_plan_begins_after_its_draw(lab_pool: asyncpg.Pool, lead: Actor) -> None:
    """Drawn at eleven, no letter is due that same morning: the first day that is offered is tomorrow."""
    study = await ready(lab_pool, lead)
    today = msgspec.structs.replace(ASKED, start=NOW.date())
    with pytest.raises(FindingsRefused) as refused:
        await plans.draw(lab_pool, lead, study, today, now=NOW)
    assert [(one.code, one.path) for one in refused.value.findings] == [("plan-start-passed", "start")]
    early = NOW.replace(hour=6)
    for moment, day in ((early, 1), (NOW, 2)):
        before = await plans.before_plan(lab_pool, lead, study, now=moment)
        assert before.earliest == dt.date(2026, 12, day)
    await plans.draw(lab_pool, lead, study, today, now=early)
    assert await lab_pool.fetchval("select min(due_at) from lab.dispatch") > early


async def test_the_export_has_pseudonyms_and_no_company(lab_pool: asyncpg.Pool, lead: Actor) -> None:
    study = await ready(lab_pool, lead)
    with pytest.raises(NotFound):
        await plans.plan_file(lab_pool, lead, study, "csv")
    await plans.draw(lab_pool, lead, study, ASKED, now=NOW)
    text = (await plans.plan_file(lab_pool, lead, study, "csv")).content.decode("utf-8-sig")
    assert len(text.splitlines()) == 41
    assert text.splitlines()[1].startswith("B-00")
    assert "Geheim" not in text
    assert "bedrijf-geheim" not in text
    events = await lab_pool.fetch("select kind, facts from lab.event where subject = $1", f"study:{study}")
    assert {"plan_drawn", "plan_exported", "profiles_saved"} <= {row["kind"] for row in events}
    assert "Geheim" not in str(events)


async def test_only_who_leads_sees_the_plan(lab_pool: asyncpg.Pool, lead: Actor) -> None:
    study = await ready(lab_pool, lead)
    field, coder = await a_person(lab_pool, "veld", "researcher"), await a_person(lab_pool, "codeur", "coder")
    await a_task(lab_pool, study, field, "field")
    await a_task(lab_pool, study, coder, "coder")
    stranger = await a_person(lab_pool, "vreemde", "researcher")
    for actor, refusal in ((field, NotAllowed), (coder, NotAllowed), (stranger, NotFound)):
        for asked in (
            plans.before_plan(lab_pool, actor, study, now=NOW), plans.get_plan(lab_pool, actor, study),
            plans.draw(lab_pool, actor, study, ASKED, now=NOW), plans.replay(lab_pool, actor, study),
            plans.plan_file(lab_pool, actor, study, "xlsx"),
        ):  # fmt: skip
            with pytest.raises(refusal):
                await asked
    assert await lab_pool.fetchval("select count(*) from lab.plan") == 0
