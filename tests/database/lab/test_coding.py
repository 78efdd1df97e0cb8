"""Blind coding: what coders get to read, whose turn it is, what is refused, the lock, and revealing the trait."""

from __future__ import annotations

import asyncio
import itertools

import asyncpg
import msgspec
import pytest

from api.messages.faults import Conflict, NotAllowed, NotFound, Unusable
from api.messages.lab.coding import NewCode, NewRoundOfCoding, NewUnblinding
from api.messages.lab.faults import StudyRefused
from api.services.lab.codes import begin_again, get_codes, lock_codes, unblind
from api.services.lab.coding import get_coding, give_code
from tests.database.lab.a_coding import a_field, a_reply
from tests.database.lab.a_study import a_person

WHY = NewUnblinding(person="M. de Boer", reason="Alle codes staan vast.")


async def test_a_coder_reads_what_came_and_nothing_of_whose_it_is(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, 3)
    await a_reply(lab_pool, field.study_id, "1-1", after_days=3.4)
    await a_reply(lab_pool, field.study_id, "1-1", kind="call", after_days=0.2)
    await a_reply(lab_pool, field.study_id, "1-1", kind="bounce")
    view = await field.next(field.coders[0])
    assert (view.done, view.total, view.round) == (0, 1, 1)
    assert view.letter is not None
    assert [(one.kind, one.day) for one in view.letter.replies] == [("call", 0), ("reply", 3)]
    assert "Kom langs voor een gesprek" in view.letter.replies[1].text
    told = msgspec.json.encode(view).decode()
    for secret in ("Geheim", "Murat", "Yilmaz", "majority", "minority", "post-1", "1-1", "V1", "2026", "@"):
        assert secret not in told
    assert view.outcomes[0] == "invited"
    assert "detected" in view.outcomes


async def test_two_coders_have_other_numbers_and_orders_and_pairs_do_not_follow_each_other(
    lab_pool: asyncpg.Pool,
) -> None:
    field = await a_field(lab_pool, 8)
    for number in range(1, 9):
        for place in (1, 2):
            await a_reply(lab_pool, field.study_id, f"{number}-{place}", says="invited")
    orders = []
    for coder in field.coders[:2]:
        numbers = [await field.code(coder, "invited") for _ in range(16)]
        assert len(set(numbers)) == 16
        order = [
            row["dispatch_id"]
            for row in await lab_pool.fetch(
                "select dispatch_id from lab.outcome_code where account_id = $1 order by coded_at", coder.account_id
            )
        ]
        # The last letter may have to follow its twin: nothing else is left by then.
        units = [one.split("-")[0] for one in order[:-1]]
        assert all(one != other for one, other in itertools.pairwise(units))
        assert order != sorted(order)
        orders.append((order, numbers))
    assert orders[0][0] != orders[1][0]
    assert not set(orders[0][1]) & set(orders[1][1])


async def test_two_agree_or_a_third_decides_who_sees_nothing_of_their_codes(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, 2)
    ann, ben, cis = field.coders
    await a_reply(lab_pool, field.study_id, "1-1")
    await field.code(ann, "invited")
    await field.code(ben, "invited")
    assert (await field.next(cis)).letter is None
    await a_reply(lab_pool, field.study_id, "2-1")
    await field.code(ann, "invited")
    assert (await get_codes(lab_pool, field.lead, field.study_id)).by_one == 1
    await field.code(ben, "refused")
    view = await get_codes(lab_pool, field.lead, field.study_id)
    assert (view.by_two, view.disagreements) == (1, 1)
    third = await field.next(cis)
    assert third.letter is not None
    assert (third.done, third.total, third.letter.chosen, third.changeable) == (0, 1, None, None)
    await field.code(cis, "asks_to_call")
    view = await get_codes(lab_pool, field.lead, field.study_id)
    assert (view.by_two, view.disagreements, view.by_third, view.to_read) == (1, 0, 1, 2)
    assert view.agreement is not None
    assert (view.agreement.method, view.agreement.letters, view.agreement.agreed) == ("cohen_kappa", 2, 1)


async def test_coding_twice_is_refused_and_the_last_code_is_taken_back_until_another_reads_the_letter(
    lab_pool: asyncpg.Pool,
) -> None:
    field = await a_field(lab_pool, 2)
    ann, ben = field.coders[:2]
    await a_reply(lab_pool, field.study_id, "1-1")
    number = await field.code(ann, "invited")
    again = NewCode(number=number, outcome="refused", replies_read=1)
    with pytest.raises(Conflict) as refused:
        await give_code(lab_pool, ann, field.study_id, again)
    assert refused.value.what == "coded_already"
    shown = await get_coding(lab_pool, ann, field.study_id, change=True)
    assert shown.letter is not None
    assert (shown.letter.number, shown.letter.chosen) == (number, "invited")
    change = msgspec.structs.replace(again, change=True)
    await give_code(lab_pool, ann, field.study_id, change)
    assert await lab_pool.fetchval("select outcome from lab.outcome_code") == "refused"
    await field.code(ben, "refused")
    with pytest.raises(Conflict) as refused:
        await give_code(lab_pool, ann, field.study_id, change)
    assert refused.value.what == "code_is_paired"
    assert (await field.next(ann)).changeable is None
    await a_reply(lab_pool, field.study_id, "2-1")
    await a_reply(lab_pool, field.study_id, "2-2")
    first = await field.code(ann, "invited")
    await field.code(ann, "invited")
    with pytest.raises(Conflict) as refused:
        await give_code(lab_pool, ann, field.study_id, msgspec.structs.replace(change, number=first))
    assert refused.value.what == "code_not_last"


async def test_after_a_further_reply_codes_count_no_more_and_are_given_anew(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, 1)
    ann, ben = field.coders[:2]
    await a_reply(lab_pool, field.study_id, "1-1", says="asks_information")
    await field.code_all(ann)
    old = (await field.next(ben)).letter
    assert old is not None
    await a_reply(lab_pool, field.study_id, "1-1", after_days=5)
    with pytest.raises(Conflict) as refused:
        await give_code(lab_pool, ben, field.study_id, NewCode(number=old.number, outcome="invited", replies_read=1))
    assert refused.value.what == "replies_changed"
    assert (await get_codes(lab_pool, field.lead, field.study_id)).by_none == 1
    assert await field.code_all(ann) == 1
    assert await field.code_all(ben) == 1
    found = await lab_pool.fetch("select turn, outcome, replies_read from lab.outcome_code order by turn")
    assert [tuple(row) for row in found] == [("first", "invited", 2), ("second", "invited", 2)]


async def test_two_coders_at_once_get_a_turn_each(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, 1)
    await a_reply(lab_pool, field.study_id, "1-1")
    letters = [(coder, (await field.next(coder)).letter) for coder in field.coders]
    asked = [
        give_code(lab_pool, coder, field.study_id, NewCode(number=one.number, outcome="invited", replies_read=1))
        for coder, one in letters
        if one is not None
    ]
    answers = await asyncio.gather(*asked, return_exceptions=True)
    late = [one for one in answers if isinstance(one, Conflict)]
    assert (answers.count(None), [one.what for one in late]) == (2, ["letter_is_decided"])
    turns = await lab_pool.fetch("select turn from lab.outcome_code order by turn")
    assert [row["turn"] for row in turns] == ["first", "second"]


async def test_what_is_given_by_rule_reaches_no_coder(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, 3)
    await a_reply(lab_pool, field.study_id, "1-1", after_days=28.5)
    await a_reply(lab_pool, field.study_id, "1-2")
    await lab_pool.execute("update lab.dispatch set state = 'detected' where dispatch_id = '1-2'")
    await a_reply(lab_pool, field.study_id, "2-1", kind="bounce")
    await lab_pool.execute("update lab.dispatch set state = 'undeliverable' where dispatch_id = '2-1'")
    await a_reply(lab_pool, field.study_id, "3-1", readable=False)
    assert (await field.next(field.coders[0])).letter is None
    view = await get_codes(lab_pool, field.lead, field.study_id)
    assert (view.sent, view.no_answer, view.detected, view.undeliverable) == (6, 3, 1, 1)
    assert (view.to_read, view.unreadable) == (1, 1)
    assert await lab_pool.fetchval("select count(*) from lab.outcome_code") == 0


async def test_only_coders_code_and_only_who_leads_sees_how_far_it_is(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, 1)
    await a_reply(lab_pool, field.study_id, "1-1")
    number = (await field.next(field.coders[0])).letter
    assert number is not None
    code = NewCode(number=number.number, outcome="invited", replies_read=1)
    with pytest.raises(NotAllowed):
        await get_coding(lab_pool, field.lead, field.study_id)
    with pytest.raises(NotAllowed):
        await give_code(lab_pool, field.lead, field.study_id, code)
    for coder in field.coders[:1]:
        with pytest.raises(NotAllowed):
            await get_codes(lab_pool, coder, field.study_id)
        with pytest.raises(NotAllowed):
            await lock_codes(lab_pool, coder, field.study_id)
        with pytest.raises(NotAllowed):
            await unblind(lab_pool, coder, field.study_id, WHY)
        with pytest.raises(NotAllowed):
            await begin_again(lab_pool, coder, field.study_id, NewRoundOfCoding(reason="x"))
    stranger = await a_person(lab_pool, "stranger", "coder")
    with pytest.raises(NotFound):
        await get_coding(lab_pool, stranger, field.study_id)
    # The number of one coder is none of another.
    with pytest.raises(NotFound):
        await give_code(lab_pool, field.coders[1], field.study_id, code)
    with pytest.raises(Unusable):
        await give_code(lab_pool, field.coders[0], field.study_id, msgspec.structs.replace(code, outcome="complies"))
    await field.state("registered")
    with pytest.raises(StudyRefused):
        await give_code(lab_pool, field.coders[0], field.study_id, code)
    assert not (await field.next(field.coders[0])).open


async def test_codes_lock_when_all_is_coded_and_do_not_change_after_that(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, 2)
    ann, ben, cis = field.coders
    for letter, says in (("1-1", "invited"), ("1-2", "refused"), ("2-1", "waiting_list")):
        await a_reply(lab_pool, field.study_id, letter, says=says)
    await field.code_all(ann)
    with pytest.raises(StudyRefused) as refused:
        await lock_codes(lab_pool, field.lead, field.study_id)
    assert refused.value.reason == "study-step"
    await field.state("closed")
    with pytest.raises(StudyRefused) as refused:
        await lock_codes(lab_pool, field.lead, field.study_id)
    assert (refused.value.reason, refused.value.facts["count"]) == ("lock-uncoded", 3)
    with pytest.raises(StudyRefused):
        await unblind(lab_pool, field.lead, field.study_id, WHY)
    await field.code_all(ben)
    # The coders agree on everything, so that kappa is 1; then one letter is made a disagreement.
    await lab_pool.execute(
        "update lab.outcome_code set outcome = 'refused' where dispatch_id = '2-1' and turn = 'second'"
    )
    with pytest.raises(StudyRefused) as refused:
        await lock_codes(lab_pool, field.lead, field.study_id)
    assert (refused.value.reason, refused.value.facts["count"]) == ("lock-disagreements", 1)
    await field.code_all(cis)
    await lab_pool.execute("update lab.study set protocol = jsonb_set(protocol, '{outcomes,least_kappa}', '0.2')")
    await lock_codes(lab_pool, field.lead, field.study_id)
    final = await lab_pool.fetch("select dispatch_id, outcome, said_by from lab.final_outcome order by dispatch_id")
    assert [tuple(row) for row in final] == [
        ("1-1", "invited", "coders"), ("1-2", "refused", "coders"), ("2-1", "waiting_list", "coders"),
        ("2-2", "no_answer", "rule"),
    ]  # fmt: skip
    for statement in (
        "update lab.outcome_code set outcome = 'invited'",
        "delete from lab.outcome_code",
        "truncate lab.outcome_code",
        "insert into lab.outcome_code (study_id, dispatch_id, account_id, turn, outcome)"
        " select study_id, '2-2', account_id, 'first', 'invited' from lab.outcome_code limit 1",
        "update lab.final_outcome set outcome = 'invited'",
        "delete from lab.final_outcome",
    ):
        with pytest.raises(asyncpg.RestrictViolationError):
            await lab_pool.execute(statement)
    with pytest.raises(StudyRefused):
        await begin_again(lab_pool, field.lead, field.study_id, NewRoundOfCoding(reason="Toch nog eens."))


async def test_letters_whose_days_run_keep_the_codes_open(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, 1, state="closed")
    await lab_pool.execute("update lab.dispatch set sent_at = now() where dispatch_id = '1-2'")
    with pytest.raises(StudyRefused) as refused:
        await lock_codes(lab_pool, field.lead, field.study_id)
    assert refused.value.reason == "lock-days-running"
    await lab_pool.execute("update lab.dispatch set state = 'withdrawn' where dispatch_id = '1-2'")
    await lab_pool.execute(
        "insert into lab.withdrawal values ($1, '1-2', now(), 'hand', $2)", field.study_id, field.lead.account_id
    )
    await lock_codes(lab_pool, field.lead, field.study_id)
    final = await lab_pool.fetch("select outcome, said_by from lab.final_outcome order by dispatch_id")
    assert [tuple(row) for row in final] == [("no_answer", "rule"), (None, "nobody")]


async def test_below_the_promised_kappa_all_is_coded_again_and_old_codes_stay(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, 4, state="closed")
    ann, ben, cis = field.coders
    for number in range(1, 5):
        await a_reply(lab_pool, field.study_id, f"{number}-1", says="invited" if number % 2 else "refused")
    with pytest.raises(Conflict):
        await begin_again(lab_pool, field.lead, field.study_id, NewRoundOfCoding(reason="Te vroeg."))
    await field.code_all(ann)
    for outcome in ("waiting_list", "asks_to_call", "invited", "refused"):
        await field.code(ben, outcome)
    await field.code_all(cis)
    with pytest.raises(StudyRefused) as refused:
        await lock_codes(lab_pool, field.lead, field.study_id)
    assert refused.value.reason == "lock-kappa-too-low"
    before = (await field.next(ann)).round
    for reason, fault in (("  ", "missing"), ("Zo.", "too_short"), ("Mail van Bedrijf Geheim 2", "names_company")):
        with pytest.raises(Unusable) as unusable:
            await begin_again(lab_pool, field.lead, field.study_id, NewRoundOfCoding(reason=reason))
        assert unusable.value.fields == {"reason": fault}
    await begin_again(lab_pool, field.lead, field.study_id, NewRoundOfCoding(reason="Kappa te laag."))
    view = await field.next(ann)
    assert (before, view.round, view.done, view.total) == (1, 2, 0, 4)
    old = await lab_pool.fetchval("select count(*) from lab.outcome_code where round = 1")
    await field.code_all(ann)
    await field.code_all(ben)
    assert await lab_pool.fetchval("select count(*) from lab.outcome_code where round = 1") == old > 0
    told = await get_codes(lab_pool, field.lead, field.study_id)
    assert [(one.round, one.reason) for one in told.rounds] == [(1, None), (2, "Kappa te laag.")]
    first, second = (one.agreement for one in told.rounds)
    assert first is not None
    assert second is not None
    assert (first.agreed < 4, second.agreed, second.estimate) == (True, 4, 1.0)
    await lock_codes(lab_pool, field.lead, field.study_id)


async def test_the_trait_is_revealed_once_by_a_named_person_with_a_reason(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, 1, state="closed")
    for early in ("draft", "running", "closed"):
        await field.state(early)
        with pytest.raises(StudyRefused):
            await unblind(lab_pool, field.lead, field.study_id, WHY)
    await lock_codes(lab_pool, field.lead, field.study_id)
    for missing in ("person", "reason"):
        with pytest.raises(Unusable) as refused:
            await unblind(lab_pool, field.lead, field.study_id, msgspec.structs.replace(WHY, **{missing: " "}))
        assert refused.value.fields == {missing: "missing"}
    named = NewUnblinding(person="", reason="Bedrijf Geheim 1 wil het weten")
    with pytest.raises(Unusable) as refused:
        await unblind(lab_pool, field.lead, field.study_id, named)
    assert refused.value.fields == {"person": "missing", "reason": "names_company"}
    await unblind(lab_pool, field.lead, field.study_id, WHY)
    with pytest.raises(StudyRefused):
        await unblind(lab_pool, field.lead, field.study_id, WHY)
    told = (await get_codes(lab_pool, field.lead, field.study_id)).unblinding
    assert told is not None
    assert (told.person, told.reason) == (WHY.person, WHY.reason)
    with pytest.raises(asyncpg.RestrictViolationError):
        await lab_pool.execute("delete from lab.unblinding")
    kinds = await lab_pool.fetch("select kind from lab.event where kind like 'study_%' order by event_number")
    assert [row["kind"] for row in kinds] == ["study_lock_codes", "study_unblind"]


async def test_with_three_coders_taking_turns_agreement_is_that_of_several(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, 3)
    ann, ben, cis = field.coders
    for number in range(1, 4):
        await a_reply(lab_pool, field.study_id, f"{number}-1", says="invited" if number > 1 else "refused")
    await field.code(ann, "invited")
    await field.code(ann, "invited")
    await field.code_all(ben)
    await field.code_all(cis)
    view = await get_codes(lab_pool, field.lead, field.study_id)
    assert view.agreement is not None
    assert view.agreement.method == "fleiss_kappa"
