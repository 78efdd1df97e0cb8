"""How far the coding is, for who leads the study; the lock, and the moment at which the trait is revealed.

Nothing here tells an outcome of an applicant, or of anybody. The protocol promises a least agreement ("below this all
replies are coded again"): the first round cannot be locked below it. A second round can: what it came to is told.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence

import asyncpg
import msgspec

from api.messages.accounts import Actor
from api.messages.faults import Conflict, Unusable
from api.messages.lab.coding import (
    LONGEST_PERSON,
    Agreement,
    CodesView,
    CodingRound,
    NewRoundOfCoding,
    NewUnblinding,
    Obstacle,
    Unblinding,
)
from api.messages.lab.faults import StudyRefused
from api.services import events
from api.services.lab.agreement import agreement_of
from api.services.lab.chain import protocol_of
from api.services.lab.final_outcomes import Letter, code_of, final_of, letters_of
from api.services.lab.gates import check_gates
from api.services.lab.log_words import checked_reason
from api.services.lab.studies import check_state, found, is_of_calls, take_step, taken
from api.services.pool import Pool
from db.lab import coding, studies
from db.lab.studies import StudyRow
from db.pool import transaction
from testing_lab.coding.codes import Code, counting, disagreement
from testing_lab.protocol.document import Protocol


async def get_codes(pool: Pool, actor: Actor, study_id: uuid.UUID) -> CodesView:
    """How far the coding is."""
    async with pool.acquire() as connection:
        study = await found(connection, actor, study_id, "lead")
        return (await _stand(connection, study))[0]


async def begin_again(pool: Pool, actor: Actor, study_id: uuid.UUID, asked: NewRoundOfCoding) -> None:
    """Have all replies coded again; the codes that there are stay, and count no more.

    Raises
    ------
    StudyRefused
        The codes are locked, or there is no fieldwork yet.
    Unusable
        There is no reason, or not one for the log (:func:`checked_reason`).
    Conflict
        ``round_is_empty``: nothing has been coded in this round. ``calls_still_made``: mystery calls are coded again
        from their notes once the last was made.
    """
    async with transaction(pool) as connection:
        study = await taken(connection, actor, study_id, "lead")
        reason = await checked_reason(connection, study_id, asked.reason)
        check_state("code_reply", study.state)
        if is_of_calls(study) and study.state != "closed":
            raise Conflict("calls_still_made")
        number = await coding.current_round(connection, study_id)
        if not await coding.codes(connection, study_id, number):
            raise Conflict("round_is_empty")
        await coding.begin_round(connection, study_id, number + 1, reason=reason, account_id=actor.account_id)
        await events.record(connection, actor, "coding_again", f"study:{study_id}", round=number + 1)


async def lock_codes(pool: Pool, actor: Actor, study_id: uuid.UUID) -> None:
    """Lock the codes and write down what came of every letter, for good.

    Raises
    ------
    StudyRefused
        The fieldwork is not closed, or something is still open: ``lock-days-running``, ``lock-unreadable``,
        ``lock-uncoded``, ``lock-disagreements``, ``lock-kappa-too-low``, each with its count.
    """
    async with transaction(pool) as connection:
        study = await taken(connection, actor, study_id, "lead")
        view, letters = await _stand(connection, study)
        if study.state == "closed":
            for obstacle, number in view.obstacles.items():
                raise StudyRefused(f"lock-{obstacle.replace('_', '-')}", count=number)
        await take_step(connection, actor, study, "lock_codes", letters=len(letters), round=view.round)
        await coding.lock(connection, study_id, final_of(letters))


async def unblind(pool: Pool, actor: Actor, study_id: uuid.UUID, asked: NewUnblinding) -> None:
    """Reveal the trait: from now on outcomes may be counted by applicant.

    Raises
    ------
    Unusable
        Nobody is named, or there is no reason for the log (:func:`checked_reason`).
    StudyRefused
        The codes are not locked yet, or the trait was revealed before.
    """
    person = " ".join(asked.person.split())
    faults = {} if 1 <= len(person) <= LONGEST_PERSON else {"person": "too_long" if person else "missing"}
    async with transaction(pool) as connection:
        study = await taken(connection, actor, study_id, "lead")
        try:
            reason = await checked_reason(connection, study_id, asked.reason)
        except Unusable as refused:
            faults |= refused.fields
        if faults:
            raise Unusable(faults)
        await check_gates(connection, study)
        await take_step(connection, actor, study, "unblind")
        await coding.unblind(connection, study_id, person=person, reason=reason, account_id=actor.account_id)


async def _stand(connection: asyncpg.Connection, study: StudyRow) -> tuple[CodesView, tuple[Letter, ...]]:
    protocol = protocol_of(study)
    further = await coding.rounds(connection, study.study_id)
    number = 1 + len(further)
    letters = await letters_of(
        connection, study.study_id, protocol, number=number, now=dt.datetime.now(dt.UTC)
    )  # fmt: skip
    unblinding = await coding.unblinding(connection, study.study_id)
    rounds = [CodingRound(round=1, reason=None, at=None, agreement=None)]
    rounds += [CodingRound(round=one.round, reason=one.reason, at=one.at, agreement=None) for one in further]
    told = []
    for one in rounds:
        agreement = (
            _agreement([(list(letter.codes), letter.row.replies) for letter in letters], protocol)
            if one.round == number
            else await _past_agreement(connection, study.study_id, one.round, protocol)
        )
        told.append(msgspec.structs.replace(one, agreement=agreement))
    members = await studies.members(connection, study.study_id)
    view = _counted(
        letters, tuple(told), least_kappa=protocol.outcomes.least_kappa,
        coders=sum(one.task == "coder" for one in members),
        homeless=await coding.homeless(connection, study.study_id),
        unblinding=None if unblinding is None
        else Unblinding(person=unblinding.person, reason=unblinding.reason, at=unblinding.at),
    )  # fmt: skip
    return view, letters


async def _past_agreement(
    connection: asyncpg.Connection, study_id: uuid.UUID, number: int, protocol: Protocol
) -> Agreement | None:
    """Of a round that counts no more: what its coders had read when it ended."""
    by_letter: dict[str, list[Code]] = {}
    for one in await coding.codes(connection, study_id, number):
        by_letter.setdefault(one.dispatch_id, []).append(code_of(one))
    read = [(given, max(one.replies_read for one in given)) for given in by_letter.values()]
    return _agreement(read, protocol)


def _agreement(letters: Sequence[tuple[Sequence[Code], int]], protocol: Protocol) -> Agreement | None:
    codes = [one.code for one in protocol.outcomes.codes]
    return agreement_of(letters, codes=codes, confidence=protocol.analysis.confidence)


def _counted(
    letters: Sequence[Letter], rounds: tuple[CodingRound, ...], *, coders: int, homeless: int,
    least_kappa: float | None, unblinding: Unblinding | None,
) -> CodesView:  # fmt: skip
    fates = [one.fate for one in letters]
    to_read = [one for one in letters if one.fate.status == "to_read"]
    readable = [one for one in to_read if not one.row.unreadable]
    coders_of = [len(counting(one.codes, replies=one.row.replies)) for one in readable]
    apart = sum(disagreement(one.codes, replies=one.row.replies) for one in readable)
    counts: dict[Obstacle, int] = {
        "days_running": sum(fate.status == "days_running" for fate in fates),
        "unreadable": len(to_read) - len(readable),
        "uncoded": sum(number < 2 for number in coders_of),
        "disagreements": apart,
        "kappa_too_low": int(len(rounds) == 1 and _too_low(rounds[-1].agreement, least_kappa)),
    }
    return CodesView(
        round=len(rounds),
        coders=coders,
        sent=len(letters),
        days_running=counts["days_running"],
        no_answer=sum(fate.outcome == "no_answer" for fate in fates),
        undeliverable=sum(fate.outcome == "undeliverable" for fate in fates),
        detected=sum(fate.outcome == "detected" for fate in fates),
        unknown=sum(fate.status == "unknown" for fate in fates),
        to_read=len(to_read),
        unreadable=counts["unreadable"],
        by_none=coders_of.count(0),
        by_one=coders_of.count(1),
        by_two=coders_of.count(2) - apart,
        disagreements=apart,
        by_third=coders_of.count(3),
        homeless=homeless,
        least_kappa=least_kappa,
        rounds=rounds,
        obstacles={name: number for name, number in counts.items() if number},
        unblinding=unblinding,
    )


def _too_low(agreement: Agreement | None, least: float | None) -> bool:
    """Where kappa does not exist (one code for everything) nothing was promised."""
    return agreement is not None and agreement.estimate is not None and least is not None and agreement.estimate < least
