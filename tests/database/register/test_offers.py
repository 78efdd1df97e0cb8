"""The life of a registered offer in the database: entering, changing, moving, and what refuses."""

from __future__ import annotations

import asyncio
import datetime as dt
import itertools
import uuid
from typing import Any

import asyncpg
import pytest

from api.messages.faults import Conflict, NotAllowed, NotFound, Unusable
from api.messages.register import (
    ChangeRegisteredOffer,
    MoveOffer,
    NewAction,
    NewRegisteredOffer,
    RegisterFilter,
    RegisterStatus,
    Requirement,
    TakeOffers,
)
from api.services.register import actions, offers, taking
from api.services.register.offers import today
from tests.database.a_round import COOK, a_round, a_student, place
from tests.database.register.companies_in_it import a_company, an_offer_of, fields, somebody

WHY = "Het bedrijf stopt ermee."


async def test_an_offer_is_entered_whole_and_every_step_is_in_its_history(pool: asyncpg.Pool) -> None:
    actor = await somebody(pool, "service_point")
    establishment = await a_company(pool, actor)
    asked = NewRegisteredOffer(
        establishment_id=establishment,
        offer=fields(requirements=(Requirement(text="Kan vroeg beginnen", reason="De keuken start om zes uur"),)),
        action=NewAction(words="Bel terug over de uren", due_on=today()),
    )
    made = await offers.create_offer(pool, actor, asked)
    assert (made.fields, made.stage, made.status, made.free) == (
        fields(requirements=asked.offer.requirements, owner=actor.account_id), "new", "new", 2,
    )  # fmt: skip
    assert [one.words for one in made.actions] == ["Bel terug over de uren"]
    assert made.unverified == (COOK,)
    (due,) = await actions.list_due(pool, actor)
    assert (due.company, due.offer_number) == ("Bistro Bosuil", made.number)
    await actions.set_done(pool, actor, due.action_id, done=True)
    assert await actions.list_due(pool, actor) == ()
    reopened = await actions.set_done(pool, actor, due.action_id, done=False)
    assert (reopened.done_at, len(await actions.list_due(pool, actor))) == (None, 1)

    for stage in ("checked", "live"):
        await offers.move_offer(pool, actor, made.registered_offer_id, MoveOffer(to=stage))  # type: ignore[arg-type]  # a Stage
    back = await offers.undo_move(pool, actor, made.registered_offer_id)
    assert back.stage == "checked"
    with pytest.raises(Conflict) as refused:
        await offers.undo_move(pool, actor, made.registered_offer_id)
    assert refused.value.what == "nothing_to_undo"
    gone = await offers.move_offer(pool, actor, made.registered_offer_id, MoveOffer(to="lapsed", reason=WHY))
    told = [one.kind for one in reversed(gone.history)]
    assert told == [
        "action_planned", "offer_entered", "action_done", "action_reopened", "offer_moved", "offer_moved",
        "offer_move_undone", "offer_moved",
    ]  # fmt: skip
    assert gone.history[0].facts == {"before": "checked", "now": "lapsed", "reason": WHY}
    assert gone.history[0].who == actor.display_name


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"guidance_who": " "}, {"guidance_who": "missing"}),
        ({"guidance_hours": 0.0}, {"guidance_hours": "guidance_range"}),
        ({"guidance_hours": float("nan")}, {"guidance_hours": "guidance_range"}),
        ({"places": 0}, {"places": "out_of_range"}),
        ({"crebos": ("254",)}, {"crebos": "not_crebo"}),
        ({"end_date": dt.date(2027, 1, 31)}, {"end_date": "period_reversed"}),
        ({"requirements": (Requirement(text="Rijbewijs", reason=" "),)}, {"requirements": "requirement_reason"}),
        ({"promises": "Onze stagiair met autisme komt terug"}, {"promises": "says_diagnosis"}),
        ({"task": "Geen Marokkaanse student"}, {"task": "says_origin"}),
        ({"support_offered": ("rustig bij adhd",)}, {"support_offered": "says_diagnosis"}),
        ({"owner": uuid.uuid4()}, {"owner": "not_a_choice"}),
        ({"contact_id": uuid.uuid4()}, {"contact_id": "not_a_choice"}),
        ({"title": "x" * 201, "days_per_week": 6}, {"title": "too_long", "days_per_week": "out_of_range"}),
    ],
)
async def test_what_is_typed_wrong_is_told_by_field(
    pool: asyncpg.Pool, changes: dict[str, Any], faults: dict[str, str]
) -> None:
    actor = await somebody(pool, "service_point")
    establishment = await a_company(pool, actor)
    with pytest.raises(Unusable) as refused:
        await an_offer_of(pool, actor, establishment, **changes)
    assert refused.value.fields == faults
    assert await pool.fetchval("select count(*) from placement.registered_offer") == 0


async def test_two_people_change_one_offer_and_the_second_is_told(pool: asyncpg.Pool) -> None:
    one, other = await somebody(pool, "service_point"), await somebody(pool, "coordinator")
    made = await an_offer_of(pool, one, await a_company(pool, one))

    async def change(actor: Any, title: str) -> Any:
        asked = ChangeRegisteredOffer(version=made.version, offer=fields(title=title))
        return await offers.change_offer(pool, actor, made.registered_offer_id, asked)

    ended = await asyncio.gather(change(one, "Hulpkok"), change(other, "Souschef"), return_exceptions=True)
    refused = [answer for answer in ended if isinstance(answer, Conflict)]
    kept = [answer for answer in ended if not isinstance(answer, BaseException)]
    assert [answer.what for answer in refused] == ["offer_changed"]
    now = await offers.get_offer(pool, one, made.registered_offer_id)
    assert now.fields.title == kept[0].fields.title
    same = ChangeRegisteredOffer(version=now.version, offer=now.fields)
    again = await offers.change_offer(pool, one, made.registered_offer_id, same)
    assert again.version == now.version, "the same again changes nothing"


async def test_places_promised_to_a_round_cannot_be_taken_away(pool: asyncpg.Pool) -> None:
    actor = await somebody(pool, "coordinator")
    made = await an_offer_of(pool, actor, await a_company(pool, actor), "live", places=3)
    round_id = await a_round(pool)
    await taking.take(pool, actor, round_id, TakeOffers(registered_offer_ids=(made.registered_offer_id,)))
    uid = await pool.fetchval("select offer_uid from placement.offer")
    await place(pool, await a_student(pool, round_id, "s1"), uid)
    now = await offers.get_offer(pool, actor, made.registered_offer_id)
    asked = ChangeRegisteredOffer(version=now.version, offer=fields(places=2))
    with pytest.raises(Conflict) as refused:
        await offers.change_offer(pool, actor, made.registered_offer_id, asked)
    assert (refused.value.what, refused.value.facts["promised"], refused.value.facts["placed"]) == (
        "places_promised", 3, 1,
    )  # fmt: skip
    with pytest.raises(Conflict) as gone:
        await offers.move_offer(pool, actor, made.registered_offer_id, MoveOffer(to="lapsed", reason=WHY))
    assert gone.value.what == "places_promised"
    returned = await taking.give_back(pool, actor, round_id, made.registered_offer_id)
    assert [(copy.status, copy.placed) for copy in returned.copies] == [("closed", 1)]
    assert (returned.promised, returned.placed, returned.status) == (1, 1, "live")
    lapsed = await offers.move_offer(pool, actor, made.registered_offer_id, MoveOffer(to="lapsed", reason=WHY))
    assert lapsed.status == "lapsed"


async def test_an_offer_goes_live_when_it_says_for_whom(pool: asyncpg.Pool) -> None:
    actor = await somebody(pool, "service_point")
    establishment = await a_company(pool, actor)
    for kind, field in (("internship", "crebos"), ("work_experience", "task")):
        made = await an_offer_of(pool, actor, establishment, "checked", kind=kind, crebos=())
        with pytest.raises(Unusable) as refused:
            await offers.move_offer(pool, actor, made.registered_offer_id, MoveOffer(to="live"))
        assert refused.value.fields == {field: "needed_to_go_live"}
        with pytest.raises(Unusable) as why:
            await offers.move_offer(pool, actor, made.registered_offer_id, MoveOffer(to="lapsed"))
        assert why.value.fields == {"reason": "missing"}
    fresh = await an_offer_of(pool, actor, establishment)
    with pytest.raises(Conflict) as skipped:
        await offers.move_offer(pool, actor, fresh.registered_offer_id, MoveOffer(to="live"))
    assert skipped.value.what == "offer_move"


async def test_the_list_finds_by_the_status_that_it_shows(pool: asyncpg.Pool) -> None:
    """Every stage, with no, some and all places promised or placed, with the last day behind and ahead."""
    actor = await somebody(pool, "service_point")
    establishment = await a_company(pool, actor)
    round_id = await a_round(pool)
    for number, (stage, promised, placed, over) in enumerate(
        itertools.product(("new", "checked", "live", "lapsed"), (0, 1, 2), (0, 1, 2), (False, True))
    ):
        made = await an_offer_of(
            pool, actor, establishment, stage, start_date=None,  # type: ignore[arg-type]  # a Stage
            end_date=today() - dt.timedelta(days=1) if over else None,
        )  # fmt: skip
        if promised or placed:
            uid = await pool.fetchval(
                "insert into placement.offer (round_id, offer_id, places, crebos, registered_offer_id)"
                " values ($1, $2, $3, array['25180'], $4) returning offer_uid",
                round_id,
                f"o{number}",
                promised,
                made.registered_offer_id,
            )
            for one in range(placed):
                await place(pool, await a_student(pool, round_id, f"s{number}-{one}"), uid)
    everything = (await offers.list_offers(pool, actor, RegisterFilter(), size=500)).offers
    assert everything.total == 72
    seen: set[RegisterStatus] = set()
    for status in ("new", "checked", "live", "reserved", "filled", "lapsed"):
        found = (await offers.list_offers(pool, actor, RegisterFilter(status=status), size=500)).offers  # type: ignore[arg-type]  # a status
        assert {one.number for one in found.items} == {one.number for one in everything.items if one.status == status}
        assert found.total == len(found.items) > 0
        seen |= {one.status for one in found.items}
    assert len(seen) == 6


async def test_the_list_is_filtered_and_sorted_by_the_database(pool: asyncpg.Pool) -> None:
    one, other = await somebody(pool, "service_point"), await somebody(pool, "coordinator")
    first, second = await a_company(pool, one), await a_company(pool, one, "Zorghuis Amber")
    cook = await an_offer_of(pool, one, first)
    care = await an_offer_of(pool, other, second, title="Helpende", crebos=("25498",), kind="apprenticeship")
    await actions.add(pool, one, care.company_id, NewAction(words="Bel", due_on=today()), care.registered_offer_id)

    async def numbers(**wanted: Any) -> list[int]:
        listed = await offers.list_offers(pool, one, RegisterFilter(**wanted))
        assert {owner.account_id for owner in listed.owners} == {one.account_id, other.account_id}
        return [offer.number for offer in listed.offers.items]

    assert await numbers() == [care.number, cook.number]
    assert await numbers(sort="company", descending=False) == [cook.number, care.number]
    assert await numbers(sort="due", descending=False) == [care.number, cook.number]
    for found in (
        {"search": "amber"}, {"search": "helpende"}, {"search": str(care.number)}, {"kind": "apprenticeship"},
        {"crebo": "25498"}, {"owner": other.account_id}, {"due": "overdue"}, {"due": "week"},
    ):  # fmt: skip
        assert await numbers(**found) == [care.number], found
    assert await numbers(place="1211") == [care.number, cook.number]
    assert await numbers(search="100%") == []


async def test_a_page_takes_two_questions_however_long_the_list_is(pool: asyncpg.Pool) -> None:
    """Counted, not timed: the session is the third."""
    actor = await somebody(pool, "service_point")
    establishment = await a_company(pool, actor)
    await pool.execute(
        "insert into placement.registered_offer (establishment_id, kind, title, places, guidance_who, guidance_hours,"
        " owner, changed_by, stage) select $1, 'internship', 'Plek ' || n, 1, 'De baas', 1, $2, $2, 'live'"
        " from generate_series(1, 2000) n",
        establishment,
        actor.account_id,
    )
    asked: list[str] = []
    async with pool.acquire() as connection:
        connection.add_query_logger(lambda record: asked.append(record.query))
    for wanted in (RegisterFilter(), RegisterFilter(status="live", sort="company")):
        asked.clear()
        listed = await offers.list_offers(pool, actor, wanted)
        assert (listed.offers.total, len(listed.offers.items)) == (2000, 50)
        questions = [query for query in asked if "RESET ALL" not in query]  # the pool tidies up behind us
        assert len(questions) == 2, questions


async def test_who_may_what(pool: asyncpg.Pool) -> None:
    keeper, lead = await somebody(pool, "service_point"), await somebody(pool, "school_lead")
    made = await an_offer_of(pool, keeper, await a_company(pool, keeper))
    assert (await offers.get_offer(pool, lead, made.registered_offer_id)).number == made.number
    with pytest.raises(NotAllowed):
        await offers.move_offer(pool, lead, made.registered_offer_id, MoveOffer(to="checked"))
    stranger = await somebody(pool, "privacy_officer")
    with pytest.raises(NotAllowed):
        await offers.list_offers(pool, stranger, RegisterFilter())
    with pytest.raises(NotFound):
        await offers.get_offer(pool, keeper, uuid.uuid4())
