"""The monitor shows what the registered rule allows, and no outcome by applicant meets a person before its time."""

from __future__ import annotations

from typing import Any

import asyncpg
import msgspec
import pytest

from api.messages.faults import NotAllowed
from api.messages.lab.coding import NewUnblinding
from api.services.lab.codes import lock_codes, unblind
from api.services.lab.progress import get_progress
from tests.database.lab.a_coding import Field, a_field, a_reply
from tests.database.lab.a_study import a_person, a_task

LOOKS = {"rule": "alpha_spending", "spending": "Lan-DeMets O'Brien-Fleming", "looks": [0.1, 0.5, 1.0]}


async def stopping(field: Field, **rule: Any) -> None:
    await field.pool.execute("update lab.study set protocol = jsonb_set(protocol, '{analysis,stopping}', $1)", rule)


async def favoured(field: Field, number: int) -> None:
    """The majority of so many pairs is invited, and two coders say so."""
    for pair in range(1, number + 1):
        await a_reply(field.pool, field.study_id, f"{pair}-{1 if pair % 2 else 2}")
    for coder in field.coders[:2]:
        await field.code_all(coder)


async def test_with_a_fixed_number_of_pairs_only_progress_shows(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, 6)
    before = await get_progress(lab_pool, field.lead, field.study_id)
    assert before.monitor is not None
    await favoured(field, 4)
    await a_reply(lab_pool, field.study_id, "5-1")
    view = await get_progress(lab_pool, field.lead, field.study_id)
    assert (view.planned, view.sent, view.answered) == (12, 12, 5)
    assert view.response == pytest.approx(5 / 12)
    assert view.monitor is not None
    # The pair with an uncoded reply is not decided; silence is final, its days are long over.
    assert (before.monitor.decided, view.monitor.decided) == (6, 5)
    assert msgspec.structs.replace(view.monitor, decided=6) == before.monitor
    assert (view.monitor.discordant, view.monitor.looks, view.order_effect) == (None, (), None)


async def test_planned_looks_show_nothing_between_them(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, 12)
    await stopping(field, **LOOKS)
    await favoured(field, 3)
    early = (await get_progress(lab_pool, field.lead, field.study_id)).monitor
    assert early is not None
    assert (early.looks, early.decision) == ((), "go_on")
    assert early.next_look_at is not None
    assert early.next_look_at > 3
    assert early.discordant is None


async def test_an_e_process_is_seen_at_every_pair_and_says_when_to_stop(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, 12)
    await stopping(field, rule="e_process", prior_a=0.5, prior_b=0.5)
    await favoured(field, 2)
    early = (await get_progress(lab_pool, field.lead, field.study_id)).monitor
    await favoured(field, 12)
    late = (await get_progress(lab_pool, field.lead, field.study_id)).monitor
    assert early is not None
    assert late is not None
    assert (early.discordant, early.decision) == (2, "go_on")
    assert (late.discordant, late.decision) == (12, "stop_majority_favoured")
    assert late.e_value is not None
    assert late.e_needed is not None
    assert late.e_value > late.e_needed == pytest.approx(20)


async def test_balance_is_of_what_was_really_sent(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, 3)
    view = await get_progress(lab_pool, field.lead, field.study_id)
    assert (view.balance.majority_first, view.balance.minority_first) == (2, 1)
    # The second letter of the first pair went out before the first; one of the third never did.
    await lab_pool.execute("update lab.dispatch set sent_at = sent_at - interval '1 day' where dispatch_id = '1-2'")
    await lab_pool.execute(
        "update lab.dispatch set sent_at = null, sent_how = null, state = 'stopped' where dispatch_id = '3-2'"
    )
    view = await get_progress(lab_pool, field.lead, field.study_id)
    assert (view.balance.majority_first, view.balance.minority_first) == (0, 2)
    assert view.balance.p_value == pytest.approx(0.5)
    assert [(one.template, one.majority, one.minority) for one in view.balance.templates] == [("A", 2, 1), ("B", 1, 1)]
    assert (view.planned, view.sent, view.by_state) == (6, 5, {"sent": 5, "stopped": 1})


async def test_the_order_is_told_once_the_trait_is_revealed(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, 6, state="closed")
    await favoured(field, 4)
    await lock_codes(lab_pool, field.lead, field.study_id)
    coded = await get_progress(lab_pool, field.lead, field.study_id)
    assert coded.monitor is not None
    assert (coded.monitor.decision, coded.order_effect) == ("end", None)
    await unblind(lab_pool, field.lead, field.study_id, NewUnblinding(person="M. de Boer", reason="Codes vast."))
    view = await get_progress(lab_pool, field.lead, field.study_id)
    assert view.monitor is None
    assert view.order_effect is not None
    assert (view.order_effect.majority_first, view.order_effect.minority_first) == (3, 3)
    assert 0 < view.order_effect.p_value <= 1


async def test_what_comes_in_after_the_lock_changes_no_outcome(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, 2, state="closed")
    await favoured(field, 2)
    await lock_codes(lab_pool, field.lead, field.study_id)
    before = await get_progress(lab_pool, field.lead, field.study_id)
    await a_reply(lab_pool, field.study_id, "1-1", after_days=60)
    after = await get_progress(lab_pool, field.lead, field.study_id)
    assert after.monitor == before.monitor


async def test_progress_is_for_who_leads_and_for_fieldworkers(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, 1)
    worker = await a_person(lab_pool, "field", "researcher")
    await a_task(lab_pool, field.study_id, worker, "field")
    assert (await get_progress(lab_pool, worker, field.study_id)).sent == 2
    with pytest.raises(NotAllowed):
        await get_progress(lab_pool, field.coders[0], field.study_id)


async def test_a_study_without_a_plan_has_no_progress(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, 0, state="registered")
    view = await get_progress(lab_pool, field.lead, field.study_id)
    assert (view.planned, view.response, view.monitor) == (0, None, None)
