"""Companies: entered once, merged and back; contacts and talks; what is removed when its time has passed."""

from __future__ import annotations

import datetime as dt

import asyncpg
import pytest

from api.messages.faults import Conflict, Unusable
from api.messages.register import NewAction
from api.messages.register_companies import (
    ContactFields,
    MergeCompanies,
    NewCase,
    NewCompany,
    NewConversation,
    QuickEntry,
)
from api.services.register import cases, companies, merging, offers, quick, talks
from api.services.register.offers import today
from api.services.sweeping import sweep
from tests.database.a_round import a_round
from tests.database.register.companies_in_it import a_company, an_offer_of, fields, somebody


async def test_a_double_is_told_before_it_is_entered(pool: asyncpg.Pool) -> None:
    actor = await somebody(pool, "service_point")
    first = await a_company(pool, actor, kvk="12345678")
    again = NewCompany(name="De Bistro Bosuil B.V.", place="Hilversum", postcode4="1211")
    with pytest.raises(Conflict) as refused:
        await companies.create_company(pool, actor, again)
    assert (refused.value.what, refused.value.facts["company"]) == ("company_alike", "Bistro Bosuil")
    (same,) = await companies.look_alike(pool, actor, again)
    assert (same.establishment_id, same.reason) == (first, "same_name_postcode")
    other = await companies.create_company(
        pool, actor, NewCompany(name="De Bistro Bosuil B.V.", place="Hilversum", postcode4="1211", anyway=True)
    )
    assert other != first, "a person may know better"
    with pytest.raises(Conflict):
        await companies.create_company(
            pool, actor, NewCompany(name="Anders", place="Utrecht", kvk="12345678", anyway=True)
        )


async def test_what_is_typed_about_a_company_is_checked(pool: asyncpg.Pool) -> None:
    actor = await somebody(pool, "service_point")
    with pytest.raises(Unusable) as refused:
        await companies.create_company(pool, actor, NewCompany(name="Bel 035 1234567", kvk="123", postcode4="0001"))
    assert refused.value.fields == {"company": "has_phone", "kvk": "not_kvk", "postcode4": "not_postcode4"}
    with pytest.raises(Unusable) as nowhere:
        await companies.create_company(pool, actor, NewCompany(name="Bosuil"))
    assert nowhere.value.fields == {"place": "place_or_postcode"}


async def test_a_company_is_found_by_what_the_list_suggests(pool: asyncpg.Pool) -> None:
    actor = await somebody(pool, "service_point")
    establishment = await a_company(pool, actor)
    await a_company(pool, actor, "100%_Zorg")
    (suggested,) = await companies.suggest(pool, actor, "bis")
    assert suggested.label == "Bistro Bosuil (1211 Hilversum)"
    for typed in (suggested.label, "bistro bosuil", " Bistro  Bosuil "):
        assert await companies.find_establishment(pool, actor, typed) == establishment
    assert await companies.find_establishment(pool, actor, "Bistro") is None
    assert [one.label for one in await companies.suggest(pool, actor, "100%")] == ["100%_Zorg (1211 Hilversum)"]
    assert await companies.suggest(pool, actor, "b") == ()


async def test_a_call_and_its_offer_are_entered_whole_or_not_at_all(pool: asyncpg.Pool) -> None:
    actor = await somebody(pool, "service_point")
    asked = QuickEntry(
        offer=fields(),
        company=NewCompany(name="Bistro Bosuil", place="Hilversum"),
        contact=ContactFields(name="R. de Wit", phone="035 123 45 67"),
        note="Wil twee stagiairs.",
        action=NewAction(words="Bel terug", due_on=today()),
    )
    made = await quick.enter(pool, actor, asked)
    company = await companies.get_company(pool, actor, made.company_id)
    assert (made.contact, company.conversations[0].contact, len(company.actions)) == ("R. de Wit", "R. de Wit", 1)
    wrong = QuickEntry(
        offer=fields(),
        company=NewCompany(name="Zorghuis Amber", place="Hilversum"),
        contact=ContactFields(name="Ank 06-12345678"),
        note="Belt terug.",
    )
    with pytest.raises(Unusable) as refused:
        await quick.enter(pool, actor, wrong)
    assert refused.value.fields == {"contact_name": "has_phone"}
    assert await pool.fetchval("select count(*) from placement.company") == 1
    assert await pool.fetchval("select count(*) from placement.registered_offer") == 1


async def test_a_merge_moves_everything_and_can_be_undone(pool: asyncpg.Pool) -> None:
    actor = await somebody(pool, "service_point")
    kept = await companies.company_of(pool, actor, await a_company(pool, actor))
    twin = NewCompany(name="Bistro Bosuil BV", place="Hilversum", postcode4="1211", kvk="12345678", anyway=True)
    double_at = await companies.create_company(pool, actor, twin)
    double = await companies.company_of(pool, actor, double_at)
    offer = await an_offer_of(pool, actor, double_at)
    round_offer = await pool.fetchval(
        "insert into placement.offer (round_id, establishment_id, offer_id, places, crebos)"
        " values ($1, $2, 'O1', 1, array['25180']) returning offer_uid",
        await a_round(pool),
        double_at,
    )
    await pool.execute("insert into placement.establishment (company_id, place) values ($1, 'Utrecht')", double)
    await talks.add_contact(pool, actor, double, ContactFields(name="R. de Wit"))
    await talks.record_talk(pool, actor, double, NewConversation(kind="call", held_on=today(), note="Belt terug."))
    await cases.open_case(pool, actor, NewCase(company_id=double, ground="age", words="Geen ouderen."))
    before = await companies.get_company(pool, actor, double)

    merged = await merging.merge(pool, actor, MergeCompanies(kept_id=kept, merged_id=double))
    assert (merged.kvk, [one.name for one in merged.merges]) == ("12345678", ["Bistro Bosuil BV"])
    assert (len(merged.contacts), len(merged.conversations), len(merged.cases), len(merged.offers)) == (1, 1, 1, 1)
    assert sorted(one.place for one in merged.establishments) == ["Hilversum", "Utrecht"]
    assert (await offers.get_offer(pool, actor, offer.registered_offer_id)).blocked, "the case came along"
    assert (await companies.get_company(pool, actor, double)).company_id == kept, "the old address leads on"
    with pytest.raises(Conflict) as again:
        await merging.merge(pool, actor, MergeCompanies(kept_id=kept, merged_id=double))
    assert again.value.what == "company_merged_already"

    back = await merging.undo(pool, actor, merged.merges[0].merge_id)
    assert back == before
    assert (await companies.get_company(pool, actor, kept)).kvk is None
    where = "select establishment_id from placement.offer where offer_uid = $1"
    assert await pool.fetchval(where, round_offer) == double_at
    told = await pool.fetch("select facts from placement.event where kind like 'company_merge%' order by event_number")
    assert [row["facts"]["name"] for row in told] == ["Bistro Bosuil BV"] * 2
    assert told[0]["facts"]["shared_establishments"] == 1


async def test_two_registrations_are_two_companies(pool: asyncpg.Pool) -> None:
    actor = await somebody(pool, "service_point")
    ids = [
        await companies.company_of(pool, actor, await a_company(pool, actor, "Keten", training_company_id=number))
        for number in ("100", "200")
    ]
    with pytest.raises(Conflict) as refused:
        await merging.merge(pool, actor, MergeCompanies(kept_id=ids[0], merged_id=ids[1]))
    assert refused.value.what == "company_numbers_differ"


async def test_talks_keep_contacts_and_the_log_keeps_no_note(pool: asyncpg.Pool) -> None:
    actor = await somebody(pool, "service_point")
    company = await companies.company_of(pool, actor, await a_company(pool, actor))
    added = await talks.add_contact(pool, actor, company, ContactFields(name="R. de Wit", email="wit@bosuil.example"))
    (contact,) = added.contacts
    for fault, talk in (
        ("in_future", NewConversation(kind="call", held_on=today() + dt.timedelta(days=1), note="Later.")),
        ("says_diagnosis", NewConversation(kind="call", held_on=today(), note="Stagiair heeft autisme.")),
    ):
        with pytest.raises(Unusable) as refused:
            await talks.record_talk(pool, actor, company, talk)
        assert fault in refused.value.fields.values()
    note = "Wil in het najaar weer."
    await pool.execute("update placement.contact set keep_until = current_date")
    await talks.record_talk(
        pool, actor, company, NewConversation(kind="visit", held_on=today(), note=note, contact_id=contact.contact_id)
    )
    await sweep(pool)
    kept = await companies.get_company(pool, actor, company)
    assert [one.keep_until > today() for one in kept.contacts] == [True], "the talk put it off"
    logged = str([dict(row) for row in await pool.fetch("select facts from placement.event")])
    assert note not in logged
    assert "de Wit" not in logged

    changed = ContactFields(name="R. de Wit", phone="035 1234567", version=contact.version)
    await talks.change_contact(pool, actor, contact.contact_id, changed)
    with pytest.raises(Conflict):
        await talks.change_contact(pool, actor, contact.contact_id, changed)
    await pool.execute("update placement.contact set keep_until = current_date - 1")
    await pool.execute("update placement.conversation set recorded_at = now() - interval '4 years'")
    await sweep(pool)
    gone = await companies.get_company(pool, actor, company)
    assert (gone.contacts, gone.conversations) == ((), ())
    facts = await pool.fetchval("select facts from placement.event where kind = 'register_expired'")
    assert facts == {"contacts": 1, "talks": 1, "case_words": 0}
