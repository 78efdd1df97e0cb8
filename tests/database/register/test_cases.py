"""A wish that the law forbids blocks at once, everywhere, and its words reach no run."""

from __future__ import annotations

import gzip
import uuid
from typing import Any

import asyncpg
import pytest

from api.messages.accounts import Actor
from api.messages.faults import Conflict, NotAllowed, Unusable
from api.messages.register import MoveOffer, OfferFull, TakeOffers
from api.messages.register_companies import CloseCase, NewCase, NewStep
from api.messages.rounds import NewLock, OfferFilter
from api.messages.runs import NewRun
from api.services import locks, rounds, runs
from api.services.register import cases, offers, taking
from api.services.sweeping import sweep
from matching.fair_run import fair_run
from matching.instance import Instance, Offer, decode
from matching.policy import Policy
from tests.database.a_round import a_round, a_student, place
from tests.database.register.companies_in_it import a_company, an_offer_of, somebody

WORDS = "Liever niemand boven de twintig, zei de bedrijfsleider."
#: What the register knows and a run may not: each would be a road for the wish.
SECRETS = ("BELOFTE-GEHEIM", "TEKST-GEHEIM", "TAAK-GEHEIM", WORDS, "Stap met woorden die geheim zijn")


async def _taken(pool: asyncpg.Pool, actor: Actor, number: int = 1) -> tuple[uuid.UUID, list[OfferFull]]:
    """A round with ``number`` offers of one company in it."""
    establishment, round_id = await a_company(pool, actor), await a_round(pool)
    made = [
        await an_offer_of(
            pool, actor, establishment, "live", promises=SECRETS[0], recruitment_text=SECRETS[1], task=SECRETS[2]
        )
        for _ in range(number)
    ]
    asked = TakeOffers(registered_offer_ids=tuple(one.registered_offer_id for one in made))
    done = await taking.take(pool, actor, round_id, asked)
    assert (done.taken, done.renewed) == (number, 0)
    return round_id, made


async def _instance(pool: asyncpg.Pool, actor: Actor, round_id: uuid.UUID) -> tuple[bytes, Instance]:
    asked = await runs.start_run(pool, actor, round_id, NewRun(policy=Policy(seed="zaad")))
    stored = await pool.fetchval("select instance from placement.match_run where run_id = $1", asked.run_id)
    content = gzip.decompress(stored)
    return content, decode(content)


def case(offer: OfferFull, **changes: Any) -> NewCase:
    facts: dict[str, Any] = {
        "company_id": offer.company_id, "ground": "age", "words": WORDS,
        "registered_offer_id": offer.registered_offer_id,
    }  # fmt: skip
    return NewCase(**(facts | changes))


async def test_a_case_blocks_the_offer_and_its_copies_and_no_file_opens_them(pool: asyncpg.Pool) -> None:
    actor, lead = await somebody(pool, "coordinator"), await somebody(pool, "school_lead")
    round_id, (one, other) = await _taken(pool, actor, 2)
    await a_student(pool, round_id, "s1")
    opened = await cases.open_case(pool, actor, case(one))
    assert (opened.blocked_registered, opened.blocked_in_rounds, opened.may_undo, opened.may_close) == (
        1,
        1,
        True,
        False,
    )

    async def statuses() -> dict[str, str]:
        listed = await rounds.list_offers(pool, actor, round_id, OfferFilter())
        return {offer.offer_id: offer.status for offer in listed.items}

    first, second = f"R{one.number:05}", f"R{other.number:05}"
    assert await statuses() == {first: "blocked", second: "open"}
    await pool.execute("update placement.offer set status = 'open'")  # as an import of a file would
    assert await statuses() == {first: "blocked", second: "open"}
    with pytest.raises(Conflict) as refused:
        await locks.lock(pool, actor, round_id, "s1", NewLock(offer_id=first, reason="Werkt er al op zaterdag."))
    assert refused.value.facts["rule"] == "offer_status"
    with pytest.raises(Conflict):
        await taking.take(pool, actor, round_id, TakeOffers(registered_offer_ids=(one.registered_offer_id,)))
    now = await offers.get_offer(pool, actor, one.registered_offer_id)
    assert (now.blocked, now.case_id) == (True, opened.case.request_id)
    with pytest.raises(Conflict) as kept:
        await offers.move_offer(
            pool, actor, one.registered_offer_id, MoveOffer(to="lapsed", reason="Het bedrijf stopt ermee.")
        )
    assert kept.value.what == "places_promised"

    whole = await cases.open_case(pool, actor, case(other, registered_offer_id=None))
    assert set((await statuses()).values()) == {"blocked"}
    for closing in ("withdrawn", "mistake"):
        found = whole if closing == "withdrawn" else opened
        await cases.close_case(
            pool,
            lead,
            found.case.request_id,
            CloseCase(outcome=closing, words="Iedereen is welkom."),  # type: ignore[arg-type]  # an outcome
        )
    assert set((await statuses()).values()) == {"open"}
    again = await cases.open_case(pool, actor, case(one))
    closing_words = CloseCase(outcome="kept", words="Het bedrijf blijft erbij.")
    closed = await cases.close_case(pool, lead, again.case.request_id, closing_words)
    assert (await statuses())[first] == "blocked", "it stands by its wish: blocked for good"
    assert closed.blocked_in_rounds == 1


async def test_the_words_reach_no_run_and_no_log(pool: asyncpg.Pool) -> None:
    actor = await somebody(pool, "coordinator")
    round_id, (one,) = await _taken(pool, actor)
    await a_student(pool, round_id, "s1")
    opened = await cases.open_case(pool, actor, case(one))
    await cases.add_step(pool, actor, opened.case.request_id, NewStep(step="other", words=SECRETS[4]))
    content, instance = await _instance(pool, actor, round_id)
    assert [offer.status for offer in instance.offers] == ["blocked"]
    for secret in (*SECRETS, "age", "discriminat", "Bosuil"):
        assert secret.encode() not in content, secret
    known = set(Offer.__struct_fields__)
    assert not known & {"note", "words", "ground", "promises", "task", "score", "case", "requirements", "title"}
    run = fair_run(instance, Policy(seed="zaad"), clock=lambda: 0.0).result
    assert run.placements == (), "nobody is placed at a blocked offer"
    logged = str([dict(row) for row in await pool.fetch("select facts from placement.event")])
    assert not any(secret in logged for secret in SECRETS)


async def test_who_closes_a_case(pool: asyncpg.Pool) -> None:
    actor, other = await somebody(pool, "service_point"), await somebody(pool, "coordinator")
    lead = await somebody(pool, "school_lead")
    offer = await an_offer_of(pool, actor, await a_company(pool, actor))
    opened = await cases.open_case(pool, actor, case(offer, words="  "))
    number = opened.case.request_id
    for closing, who in (("withdrawn", actor), ("kept", other), ("mistake", other)):
        with pytest.raises(NotAllowed):
            await cases.close_case(pool, who, number, CloseCase(outcome=closing, words="Toch niet zo bedoeld."))  # type: ignore[arg-type]  # an outcome
    with pytest.raises(Unusable) as short:
        await cases.close_case(pool, actor, number, CloseCase(outcome="mistake", words="kort"))
    assert short.value.fields == {"closing_words": "too_short"}
    await cases.close_case(pool, actor, number, CloseCase(outcome="mistake", words="Verkeerde knop gedrukt."))
    assert not (await offers.get_offer(pool, actor, offer.registered_offer_id)).blocked
    with pytest.raises(Conflict):
        await cases.add_step(pool, lead, number, NewStep(step="told_lead"))

    late = await cases.open_case(pool, actor, case(offer))
    await pool.execute("update placement.discriminatory_request set opened_at = now() - interval '2 days'")
    with pytest.raises(NotAllowed):
        await cases.close_case(
            pool, actor, late.case.request_id, CloseCase(outcome="mistake", words="Verkeerde knop gedrukt.")
        )
    with pytest.raises(Unusable) as told:
        await cases.open_case(pool, actor, case(offer, words="De stagiair met autisme mag niet."))
    assert told.value.fields == {"words": "says_diagnosis"}
    with pytest.raises(NotAllowed):
        await cases.list_cases(pool, await somebody(pool, "privacy_officer"))
    assert (await cases.get_figures(pool, lead)).total is None


async def test_words_of_a_case_go_two_years_after_its_end(pool: asyncpg.Pool) -> None:
    actor, lead = await somebody(pool, "service_point"), await somebody(pool, "school_lead")
    offer = await an_offer_of(pool, actor, await a_company(pool, actor))
    found = await cases.open_case(pool, actor, case(offer))
    await cases.add_step(pool, actor, found.case.request_id, NewStep(step="told_not_allowed"))
    closing = CloseCase(outcome="kept", words="Het bedrijf blijft erbij.")
    await cases.close_case(pool, lead, found.case.request_id, closing)
    await sweep(pool)
    assert (await cases.get_case(pool, actor, found.case.request_id)).words == WORDS
    await pool.execute("update placement.discriminatory_request set closed_at = now() - interval '3 years'")
    await sweep(pool)
    blank = await cases.get_case(pool, actor, found.case.request_id)
    assert (blank.words, blank.closing_words, blank.steps, blank.case.outcome) == ("", "", (), "kept")


async def test_a_copy_is_renewed_and_what_is_placed_shows_in_the_register(pool: asyncpg.Pool) -> None:
    actor = await somebody(pool, "coordinator")
    round_id, (one,) = await _taken(pool, actor)
    same = await taking.take(pool, actor, round_id, TakeOffers(registered_offer_ids=(one.registered_offer_id,)))
    assert (same.taken, same.renewed, same.unchanged) == (0, 0, 1)
    now = await offers.get_offer(pool, actor, one.registered_offer_id)
    assert (now.status, now.promised, now.placed, now.copies[0].differs) == ("reserved", 2, 0, False)
    await pool.execute("update placement.registered_offer set days_per_week = 3")
    assert (await offers.get_offer(pool, actor, one.registered_offer_id)).copies[0].differs
    renewed = await taking.take(pool, actor, round_id, TakeOffers(registered_offer_ids=(one.registered_offer_id,)))
    assert renewed.renewed == 1
    uid = await pool.fetchval("select offer_uid from placement.offer")
    for number in ("s1", "s2"):
        await place(pool, await a_student(pool, round_id, number), uid)
    assert (await offers.get_offer(pool, actor, one.registered_offer_id)).status == "filled"
    await pool.execute("update placement.placement set status = 'ended'")
    assert (await offers.get_offer(pool, actor, one.registered_offer_id)).status == "reserved"
    assert [row.here for row in await taking.list_available(pool, actor, round_id)] == [2]
    other_round = await a_round(pool)
    assert await taking.list_available(pool, actor, other_round) == (), "no place is given twice"
