from __future__ import annotations

import uuid

import asyncpg
from hypothesis import given
from hypothesis import strategies as st

from api.services import freezing
from matching.instance import Instance
from tests.database.a_round import CARE, COOK, a_round, a_student, an_offer, place


async def _frozen(pool: asyncpg.Pool, round_id: uuid.UUID, programmes: list[str] | None = None) -> Instance:
    async with pool.acquire() as connection, connection.transaction():
        return freezing.instance_of(await freezing.copy(connection, round_id, programmes))


async def test_nothing_about_the_person_and_everything_about_the_placement(pool: asyncpg.Pool) -> None:
    round_id = await a_round(pool)
    await an_offer(pool, round_id, "O1", 2, levels=[2, 3], tags=["bakken"], postcode4="1211")
    await an_offer(pool, round_id, "O2")
    await an_offer(pool, round_id, "O3")
    student_id = await a_student(
        pool, round_id, "s1", ("O2",), level=3, team="Horeca 1", place="Utrecht", weekdays=["mo", "tu"],
        transport="bike", max_travel_minutes=45, support_needs=["rustige plek"], email="a@school.test",
        groups={"cohort": "2025", "team": "anders"}, forbidden_offers=["O3"], learning_wishes=["bakken"],
    )  # fmt: skip
    await pool.execute(
        "insert into placement.preference (student_id, offer_uid, rank)"
        " select $1, offer_uid, 1 from placement.offer where offer_id = 'O1'",
        student_id,
    )
    instance = await _frozen(pool, round_id)
    (student,) = instance.students
    assert student.preferences == (("O1", "O2"),), "equals share a class"
    assert student.groups == (("cohort", "2025"), ("level", "3"), ("team", "Horeca 1")), "our own grouping goes first"
    assert student.home is not None
    assert (student.home.zone, student.home.east is not None) == ("Utrecht", True)
    assert (student.days, student.forbidden_offers, student.max_travel_minutes) == (("mo", "tu"), ("O3",), 45)
    offer = instance.offers[0]
    assert (offer.offer_id, offer.places, offer.levels, offer.tags) == ("O1", 2, (2, 3), ("bakken",))
    assert offer.work is not None
    assert offer.work.zone == "1211"
    canonical = instance.canonical()
    assert b"Naam" not in canonical
    assert b"school.test" not in canonical
    assert b"Bedrijf" not in canonical


async def test_a_coordinator_never_gets_another_programme(pool: asyncpg.Pool) -> None:
    round_id = await a_round(pool)
    await an_offer(pool, round_id, "K1")
    await an_offer(pool, round_id, "Z1", crebos=[CARE])
    await an_offer(pool, round_id, "Z2", crebos=[CARE])
    await an_offer(pool, round_id, "G1", crebos=["25181"])
    await pool.execute("insert into placement.equivalent_programme values ($1, '25181'), ($2, '25656')", COOK, CARE)
    await a_student(pool, round_id, "k1", ("K1", "Z2"))
    await a_student(pool, round_id, "z1", ("Z1",), crebo=CARE)
    cooks = await _frozen(pool, round_id, [COOK])
    assert [student.student_number for student in cooks.students] == ["k1"]
    assert [offer.offer_id for offer in cooks.offers] == ["G1", "K1", "Z2"], "own, equivalent, and named"
    assert cooks.equivalents == ((COOK, "25181"),)
    everybody = await _frozen(pool, round_id)
    assert len(everybody.students) == 2
    assert len(everybody.offers) == 4


async def test_a_placed_student_is_locked_and_places_of_others_are_off(pool: asyncpg.Pool) -> None:
    round_id = await a_round(pool)
    both = await an_offer(pool, round_id, "O1", 3, crebos=[COOK, CARE])
    await an_offer(pool, round_id, "O2")
    cook = await a_student(pool, round_id, "k1", locked_offer="O2")
    carer = await a_student(pool, round_id, "z1", crebo=CARE)
    await place(pool, cook, both)
    await place(pool, carer, both)
    cooks = await _frozen(pool, round_id, [COOK])
    assert cooks.students[0].locked_offer == "O1", "what was decided goes before what was imported"
    assert {offer.offer_id: offer.places for offer in cooks.offers} == {"O1": 2, "O2": 1}
    await pool.execute("update placement.placement set status = 'withdrawn' where student_id = $1", carer)
    assert (await _frozen(pool, round_id, [COOK])).offers[0].places == 3


async def test_a_placement_that_breaks_a_rule_by_now_stays_outside_the_run(pool: asyncpg.Pool) -> None:
    round_id = await a_round(pool)
    closed = await an_offer(pool, round_id, "O1", 2)
    far = await an_offer(pool, round_id, "O2", 2, place="Groningen")
    await place(pool, await a_student(pool, round_id, "s1"), closed)
    await place(
        pool, await a_student(pool, round_id, "s2", place="Utrecht", transport="bike", max_travel_minutes=20), far
    )
    await place(pool, await a_student(pool, round_id, "s3"), far)
    await a_student(pool, round_id, "s4")
    await pool.execute("update placement.offer set status = 'closed' where offer_id = 'O1'")
    instance = await _frozen(pool, round_id)
    assert [student.student_number for student in instance.students] == ["s3", "s4"]
    assert {offer.offer_id: offer.places for offer in instance.offers} == {"O1": 1, "O2": 1}


async def test_places_below_what_is_held_never_become_negative(pool: asyncpg.Pool) -> None:
    round_id = await a_round(pool)
    offer = await an_offer(pool, round_id, "O1", 2)
    for number in ("s1", "s2"):
        await place(pool, await a_student(pool, round_id, number), offer)
    await pool.execute("update placement.offer set places = 1")
    instance = await _frozen(pool, round_id)
    assert instance.offers[0].places == 0
    assert instance.students == ()


@given(st.lists(st.integers(0, 3), max_size=5))
def test_stored_form_is_the_canonical_one(places: list[int]) -> None:
    rows = [
        freezing.OfferCopyRow(
            offer_id=f"O{number}", places=count, crebos=(COOK,), levels=(), learning_path=None, start_date=None,
            end_date=None, weekdays=(), days_per_week=None, postcode4=None, place="", tags=(), support_offered=(),
            recognition_checked_on=None, status="open", reserves=(), maximum_share=(), minimum=0, shared_capacity=None,
        )
        for number, count in enumerate(places)
    ]  # fmt: skip
    copied = freezing.RoundCopy(programmes=None, students=[], offers=rows, equivalents=())
    frozen, again = freezing.freeze(copied), freezing.freeze(copied)
    assert (frozen.content, frozen.sha256) == (again.content, freezing.instance_of(copied).sha256())
