"""How the fieldwork goes, and what the registered stopping rule lets people see of it.

The program itself lays codes beside identities here, pair by pair, to work out the monitor. What leaves this module is
what :func:`testing_lab.fieldwork.monitor.monitor` gives, and counts in which outcome and applicant never meet. The part
of the order of sending in the outcomes is told once the trait is revealed.
"""

from __future__ import annotations

import datetime as dt
import itertools
import uuid
from collections import Counter
from collections.abc import Sequence
from operator import attrgetter
from typing import get_args

import msgspec

from api.messages.accounts import Actor
from api.messages.lab.progress import OrderEffect, ProgressView, SentBalance, TemplateUse
from api.services.lab.chain import protocol_of
from api.services.lab.final_outcomes import final_outcomes
from api.services.lab.studies import found
from api.services.pool import Pool
from db.lab import progress
from db.lab.coding import FinalRow
from db.lab.progress import ProgressRow
from testing_lab.binomial import at_most
from testing_lab.fieldwork.dispatch_states import DispatchState
from testing_lab.fieldwork.monitor import DecidedPair, monitor
from testing_lab.fieldwork.registered_rule import registered_rule
from testing_lab.fieldwork.study_states import ALLOWED
from testing_lab.protocol.document import Protocol
from testing_lab.registered.coded import CodedApplication, rows_of
from testing_lab.study.order import order_of_sending
from testing_lab.study.rows import Pair, pairs_of

#: The letters to one vacancy that both went out, as they really followed each other.
Sent = tuple[ProgressRow, ...]


async def get_progress(pool: Pool, actor: Actor, study_id: uuid.UUID) -> ProgressView:
    """How far the fieldwork is. For who leads the study and for fieldworkers: they know who applied, and no codes."""
    async with pool.acquire() as connection:
        study = await found(connection, actor, study_id, "lead", "field")
        rows = await progress.planned(connection, study_id)
        in_field = study.state in ALLOWED["monitor"]
        revealed = study.state in ALLOWED["see_identity"]
        protocol = protocol_of(study)
        final: list[FinalRow] = []
        if in_field or revealed:
            now = dt.datetime.now(dt.UTC)
            final = await final_outcomes(connection, study_id, protocol, state=study.state, now=now)
    complete = _complete(rows)
    outcomes = {one.dispatch_id: one for one in final}
    view = _counted(rows, complete, protocol)
    if in_field:
        decided = _decided(complete, outcomes, protocol)
        ended = study.state == "coded"
        view = msgspec.structs.replace(view, monitor=monitor(decided, rule=registered_rule(protocol), ended=ended))
    if revealed:
        view = msgspec.structs.replace(view, order_effect=_order_effect(complete, outcomes, protocol))
    return view


def _complete(rows: Sequence[ProgressRow]) -> list[Sent]:
    """Vacancies of which every letter was sent."""
    found = []
    for _, several in itertools.groupby(rows, attrgetter("number")):
        letters = tuple(several)
        if all(one.sent_at is not None for one in letters):
            found.append(tuple(sorted(letters, key=attrgetter("sent_at", "place"))))
    return found


def _pair(letters: Sent) -> dict[str, ProgressRow] | None:
    """The letter of each applicant, where there is one of each."""
    by_applicant = {one.identity: one for one in letters}
    return by_applicant if len(letters) == 2 and len(by_applicant) == 2 else None


def _decided(complete: Sequence[Sent], outcomes: dict[str, FinalRow], protocol: Protocol) -> list[DecidedPair]:
    """Vacancies of which every outcome is final. In other designs than pairs only their number counts."""
    known = {one.pair: one for one in _pairs(complete, outcomes, protocol)}
    decided = []
    for letters in complete:
        final = [outcomes[one.dispatch_id] for one in letters if one.dispatch_id in outcomes]
        if len(final) < len(letters):
            continue
        name, at = str(letters[0].number), max(one.decided_at for one in final)
        pair = known.get(name)
        decided.append(
            DecidedPair(
                pair=name,
                decided=at,
                majority=pair.majority if pair else None,
                minority=pair.minority if pair else None,
            )
        )
    return decided


def _pairs(complete: Sequence[Sent], outcomes: dict[str, FinalRow], protocol: Protocol) -> tuple[Pair, ...]:
    """The pairs of which both outcomes are known, as the analysis will count them."""
    applications = []
    for letters in complete:
        said = [outcomes[one.dispatch_id].outcome for one in letters if one.dispatch_id in outcomes]
        if _pair(letters) is None or len(said) < 2:
            continue
        applications += [
            CodedApplication(
                pair=str(one.number), code=code, place=1 if place == 0 else 2,
                applicant=one.identity,  # type: ignore[arg-type]  # the database holds no other
            )
            for place, (one, code) in enumerate(zip(letters, said, strict=True))
            if code is not None and None not in said
        ]  # fmt: skip
    return pairs_of(rows_of(applications, protocol)) if applications else ()


def _order_effect(
    complete: Sequence[Sent], outcomes: dict[str, FinalRow], protocol: Protocol
) -> OrderEffect | None:  # fmt: skip
    told = order_of_sending(_pairs(complete, outcomes, protocol))
    if told is None:
        return None
    return OrderEffect(majority_first=told.majority_first, minority_first=told.minority_first, p_value=told.order_p)


def _counted(rows: Sequence[ProgressRow], complete: Sequence[Sent], protocol: Protocol) -> ProgressView:
    sent = [one for one in rows if one.sent_at is not None]
    undeliverable = sum(one.state == "undeliverable" for one in sent)
    answered = sum(one.answered for one in sent)
    arrived = len(sent) - undeliverable
    pairs = [letters for letters in complete if _pair(letters) is not None]
    first = Counter(letters[0].identity for letters in pairs)
    used = Counter((one.template, one.identity) for one in sent)
    random = protocol.design.order == "random" and pairs
    states = Counter(one.state for one in rows)
    fewest = min(first["majority"], first["minority"])
    return ProgressView(
        planned=len(rows),
        sent=len(sent),
        answered=answered,
        undeliverable=undeliverable,
        detected=sum(one.state == "detected" for one in sent),
        response=answered / arrived if arrived else None,
        by_state={state: states[state] for state in get_args(DispatchState) if states[state]},
        balance=SentBalance(
            majority_first=first["majority"],
            minority_first=first["minority"],
            p_value=min(1.0, 2 * at_most(fewest, trials=len(pairs), share=0.5)) if random else None,
            templates=tuple(
                TemplateUse(template=one, majority=used[one, "majority"], minority=used[one, "minority"])
                for one in sorted({template for template, _ in used})
            ),
        ),
        pairs_planned=protocol.sampling.pairs,
    )
