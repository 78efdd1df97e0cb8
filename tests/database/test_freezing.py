from __future__ import annotations

import uuid

import asyncpg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.messages.faults import Conflict
from api.services import freezing
from matching.instance import GroupPlaces, Instance, Offer, SharedCapacity, Together
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


LEVEL_2 = {"grouping": "level", "value": "2", "places": 2}
LEVEL_3 = {"grouping": "level", "value": "3", "places": 1}


async def test_rules_about_more_than_one_pair_come_along(pool: asyncpg.Pool) -> None:
    round_id = await a_round(pool)
    shared = {"name": "keuken", "places": 6}
    await an_offer(
        pool, round_id, "O1", 5, reserves=[LEVEL_2], maximum_share=[LEVEL_3], minimum=2, shared_capacity=shared
    )
    await an_offer(pool, round_id, "O2")
    await a_student(pool, round_id, "s1", together_with=["!s2", "s3"])
    for number in ("s2", "s3"):
        await a_student(pool, round_id, number)
    instance = await _frozen(pool, round_id)
    assert instance.students[0].together_with == (
        Together(student_number="s2", must=True),
        Together(student_number="s3"),
    )
    first, second = instance.offers
    assert first.reserves == (GroupPlaces(grouping="level", value="2", places=2),)
    assert first.maximum_share == (GroupPlaces(grouping="level", value="3", places=1),)
    assert (first.minimum, first.shared_capacity) == (2, SharedCapacity(name="keuken", places=6))
    assert (second.reserves, second.minimum, second.shared_capacity) == ((), 0, None)


async def test_whoever_is_there_already_counts_for_every_rule(pool: asyncpg.Pool) -> None:
    """A carer of level 2 holds a place at O1, one of level 3 is locked to O2; the run is of the cooks."""
    round_id = await a_round(pool)
    shared = {"name": "keuken", "places": 6}
    rules = {"reserves": [LEVEL_2, LEVEL_3], "maximum_share": [LEVEL_2], "minimum": 3, "shared_capacity": shared}
    held = await an_offer(pool, round_id, "O1", 5, crebos=[COOK, CARE], **rules)
    await an_offer(pool, round_id, "O2", 5, crebos=[COOK, CARE], **rules)
    await place(pool, await a_student(pool, round_id, "z2", crebo=CARE, level=2), held)
    await a_student(pool, round_id, "z3", crebo=CARE, level=3, locked_offer="O2")
    await a_student(pool, round_id, "z4", crebo=CARE, level=2)
    await a_student(pool, round_id, "k1")
    first, second = (await _frozen(pool, round_id, [COOK])).offers

    def told(offer: Offer) -> tuple[object, ...]:
        def groups(rules: tuple[GroupPlaces, ...]) -> list[tuple[str, int]]:
            return [(rule.value, rule.places) for rule in rules]

        return offer.places, groups(offer.reserves), groups(offer.maximum_share), offer.minimum, offer.shared_capacity

    left = SharedCapacity(name="keuken", places=4)
    assert told(first) == (4, [("2", 1), ("3", 1)], [("2", 1)], 2, left)
    assert told(second) == (4, [("2", 2)], [("2", 2)], 2, left), "a reserve that is used up is no reserve"
    everybody = (await _frozen(pool, round_id)).offers[0]
    assert told(everybody)[0] == 5, "the run of the whole school has them in it"


async def test_together_with_somebody_who_takes_no_part(pool: asyncpg.Pool) -> None:
    round_id = await a_round(pool)
    both = await an_offer(pool, round_id, "B1", 3, crebos=[COOK, CARE])
    await a_student(pool, round_id, "k1", together_with=["k2", "z1"])
    cook = await a_student(pool, round_id, "k2", together_with=["!k1"])
    carer = await a_student(pool, round_id, "z1", crebo=CARE)
    frozen = await _frozen(pool, round_id, [COOK])
    assert [student.together_with for student in frozen.students] == [
        (Together(student_number="k2"),),
        (Together(student_number="k1", must=True),),
    ]
    await pool.execute("update placement.student set together_with = '{!z1}' where student_number = 'k2'")
    with pytest.raises(Conflict) as refused:
        await _frozen(pool, round_id, [COOK])
    assert (refused.value.what, refused.value.facts["student"], refused.value.facts["other"]) == (
        "together_outside", "k2", "z1",
    )  # fmt: skip
    assert len((await _frozen(pool, round_id)).students) == 3, "whoever sees both programmes can start it"
    await place(pool, cook, both)
    await place(pool, carer, both)
    assert (await _frozen(pool, round_id, [COOK])).students[1].together_with == (), "they are together already"
