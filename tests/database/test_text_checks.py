"""Checks of vacancy texts as they are kept: who may what, second persons, false alarms, and texts that go."""

from __future__ import annotations

import re
from pathlib import Path

import asyncpg
import pytest

import db.text_checks
from api.messages.accounts import Role
from api.messages.faults import Conflict, NotAllowed, NotFound, Unusable
from api.messages.vacancy_text import FalseAlarms, NewReaction, NewTextCheck, SecondAnswer, TextCheckView
from api.services import text_checks, text_reactions
from api.services.sweeping import sweep
from tests.database.a_round import an_actor

TEXT = "Wij zoeken een vlotte meid.\nJe spreekt vloeiend Nederlands en bent stressbestendig."
DIRECT, INDIRECT, ADVICE = range(3)
WHY = "Onze klanten bellen de hele dag."


async def _checked(pool: asyncpg.Pool, **more: str) -> tuple[object, TextCheckView]:
    actor = await an_actor(pool, "service_point")
    return actor, await text_checks.add_check(pool, actor, NewTextCheck(text=TEXT, **more))


async def test_from_a_text_to_a_second_person(pool: asyncpg.Pool) -> None:
    actor, colleague = await an_actor(pool, "service_point"), await an_actor(pool, "coordinator")
    made = await text_checks.add_check(pool, actor, NewTextCheck(text=TEXT))
    assert [hit.words for hit in made.hits] == ["vlotte meid", "vloeiend Nederlands", "stressbestendig"]
    assert [hit.level for hit in made.hits] == ["direct", "indirect", "advice"]
    for hit, reaction in ((DIRECT, "kept"), (DIRECT, "not_applicable"), (INDIRECT, "kept"), (ADVICE, "not_applicable")):
        with pytest.raises(Unusable) as refused:
            await text_reactions.react(
                pool, actor, made.text_check_id, hit, NewReaction(reaction=reaction, reason="kort")
            )
        assert refused.value.fields == {"reason": "too_short"}

    now = await text_reactions.react(
        pool, actor, made.text_check_id, DIRECT, NewReaction(reaction="kept", reason=f" {WHY} ")
    )
    await text_reactions.react(pool, actor, made.text_check_id, INDIRECT, NewReaction(reaction="kept", reason=WHY))
    await text_reactions.react(pool, actor, made.text_check_id, ADVICE, NewReaction(reaction="kept"))
    assert now.hits[DIRECT].state == "waiting"
    assert await text_checks.list_waiting(pool, actor) == (), "nobody is his own second person"
    waiting = await text_checks.list_waiting(pool, colleague)
    assert [(line.text_check_id, line.waiting) for line in waiting] == [(made.text_check_id, 1)]
    answer = SecondAnswer(agrees=False, version=1)
    with pytest.raises(Conflict, check=lambda refused: refused.what == "same_person"):
        await text_reactions.answer_second(pool, actor, made.text_check_id, DIRECT, answer)
    with pytest.raises(Conflict, check=lambda refused: refused.what == "no_second_asked"):
        await text_reactions.answer_second(pool, colleague, made.text_check_id, INDIRECT, answer)
    told = await text_reactions.answer_second(pool, colleague, made.text_check_id, DIRECT, answer)
    assert [hit.state for hit in told.hits] == ["refused", "answered", "answered"]

    changed = NewReaction(reaction="taken_over", version=2)
    again = await text_reactions.react(pool, actor, made.text_check_id, DIRECT, changed)
    assert again.hits[DIRECT].state == "answered"
    assert again.hits[DIRECT].reaction is not None
    assert again.hits[DIRECT].reaction.second_by is None
    with pytest.raises(Conflict, check=lambda refused: refused.what == "changed_meanwhile"):
        await text_reactions.react(pool, colleague, made.text_check_id, DIRECT, changed)
    with pytest.raises(Conflict, check=lambda refused: refused.what == "changed_meanwhile"):
        await text_reactions.react(pool, colleague, made.text_check_id, DIRECT, NewReaction(reaction="taken_over"))
    own = await text_checks.list_own(pool, actor)
    assert [(line.hits, line.answered, line.waiting) for line in own.items] == [(3, 3, 0)]

    log = await pool.fetch("select kind, account_id, facts from placement.event order by event_number")
    assert [row["kind"] for row in log] == [
        "text_checked", *["text_hit_answered"] * 3, "text_hit_second_answer", "text_hit_answered",
    ]  # fmt: skip
    assert log[1]["facts"]["reason"] == WHY
    assert log[4]["account_id"] == colleague.account_id
    assert not any("meid" in str(row["facts"]) for row in log), "the log never has the text"


@pytest.mark.parametrize("role", ["admin", "privacy_officer"])
async def test_others_may_nothing_here(pool: asyncpg.Pool, role: Role) -> None:
    _, made = await _checked(pool)
    actor = await an_actor(pool, role)
    for call in (
        text_checks.add_check(pool, actor, NewTextCheck(text=TEXT)),
        text_checks.get_check(pool, actor, made.text_check_id),
        text_checks.list_own(pool, actor),
        text_checks.list_waiting(pool, actor),
        text_checks.list_rules(pool, actor),
        text_checks.newest_check(pool, actor, "registered_offer", "1"),
        text_reactions.react(pool, actor, made.text_check_id, 0, NewReaction(reaction="taken_over")),
        text_reactions.answer_second(pool, actor, made.text_check_id, 0, SecondAnswer(agrees=True, version=1)),
    ):
        with pytest.raises(NotAllowed):
            await call


async def test_what_is_refused(pool: asyncpg.Pool) -> None:
    actor, made = await _checked(pool)
    for new, fields in (
        (NewTextCheck(text=" \n"), {"text": "missing"}),
        (NewTextCheck(text="x" * 20_001), {"text": "too_long"}),
        (NewTextCheck(text="x", subject_kind="offer"), {"subject_id": "missing"}),
        (NewTextCheck(text="x", subject_kind="Aanbod 1", subject_id="1"), {"subject_kind": "wrong_kind"}),
    ):
        with pytest.raises(Unusable) as refused:
            await text_checks.add_check(pool, actor, new)  # type: ignore[arg-type]  # an Actor
        assert refused.value.fields == fields
    with pytest.raises(Unusable):
        await text_checks.add_check(pool, actor, NewTextCheck(text="nul \x00"))  # type: ignore[arg-type]  # an Actor
    for hit in (-1, 3, 10**12):
        with pytest.raises(NotFound):
            await text_reactions.react(pool, actor, made.text_check_id, hit, NewReaction(reaction="taken_over"))  # type: ignore[arg-type]  # an Actor
    assert await pool.fetchval("select count(*) from placement.text_check") == 1


async def test_the_newest_check_of_one_thing(pool: asyncpg.Pool) -> None:
    actor, first = await _checked(pool, subject_kind="registered_offer", subject_id="7")
    _, second = await _checked(pool, subject_kind="registered_offer", subject_id="7")
    await _checked(pool, subject_kind="registered_offer", subject_id="8")
    newest = await text_checks.newest_check(pool, actor, "registered_offer", "7")  # type: ignore[arg-type]  # an Actor
    assert newest is not None
    assert newest.text_check_id == second.text_check_id != first.text_check_id
    assert await text_checks.newest_check(pool, actor, "registered_offer", "9") is None  # type: ignore[arg-type]  # an Actor


async def test_a_text_goes_when_its_time_has_passed_and_what_was_found_stays(pool: asyncpg.Pool) -> None:
    actor, made = await _checked(pool)
    await pool.execute("update placement.text_check set keep_body_until = current_date - 2")
    seen = await text_checks.get_check(pool, actor, made.text_check_id)  # type: ignore[arg-type]  # an Actor
    assert (seen.text, [hit.words for hit in seen.hits]) == (None, ["", "", ""])
    await sweep(pool)
    assert (
        await pool.fetchval("select body from placement.text_check where text_check_id = $1", made.text_check_id)
        is None
    )
    assert await pool.fetchval("select facts from placement.event where kind = 'texts_forgotten'") == {"texts": 1}


async def test_false_alarms_of_a_rule_under_the_rule_for_small_numbers(pool: asyncpg.Pool) -> None:
    actor = await an_actor(pool, "coordinator")
    for number in range(10):
        made = await text_checks.add_check(pool, actor, NewTextCheck(text="Je bent stressbestendig."))
        wrong = NewReaction(reaction="not_applicable", reason=WHY)
        given = wrong if number < 3 else NewReaction(reaction="taken_over")
        await text_reactions.react(pool, actor, made.text_check_id, 0, given)
        told = {one.rule: one.false_alarms for one in (await text_checks.list_rules(pool, actor)).rules}
        assert (told["health_stress"] == FalseAlarms()) == (number < 9)
        assert told["age_limit"] == FalseAlarms()
    assert told["health_stress"] == FalseAlarms(reactions=10, percent=30)


@pytest.mark.parametrize(
    ("reactions", "wrong", "told"),
    [
        (9, 3, FalseAlarms()),
        (10, 0, FalseAlarms(reactions=10, percent=5, bound="or_less")),
        (10, 10, FalseAlarms(reactions=10, percent=95, bound="or_more")),
        (200, 0, FalseAlarms(reactions=200, percent=0)),
    ],
)
def test_how_a_share_is_told(reactions: int, wrong: int, told: FalseAlarms) -> None:
    row = db.text_checks.RuleCountRow(rule="age_limit", reactions=reactions, not_applicable=wrong)
    assert text_checks.false_alarms(row) == told


def test_no_query_leads_from_companies_to_hits() -> None:
    """Advice only: no score of a company, no ranking, no list of companies by hits."""
    source = Path(db.text_checks.__file__).read_text("utf-8")
    assert not re.search(r"\b(company|establishment|offer)\b\s+\w* ?(?:using|on|join)", source)
    assert "placement.company" not in source
    assert "placement.offer" not in source
    assert not re.search(r"group by[^\"]*subject", source)
