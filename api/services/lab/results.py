"""The registered analysis, once; and everything else only as exploratory.

The result is stored with the hash of the registration and the version of the program, and never computed again:
whoever doubts it recounts it from the export (:mod:`api.services.lab.result_files`).
"""

from __future__ import annotations

import asyncio
import uuid
from importlib.metadata import version
from typing import Final, Literal, cast

import asyncpg
import msgspec

from api.messages.accounts import Actor
from api.messages.faults import Conflict, NotFound, Unusable
from api.messages.lab.results import (
    AnalysisDocument,
    Exploration,
    ExploratoryDocument,
    NewExploration,
    ResultsView,
)
from api.services import events
from api.services.lab.studies import check_state, found, take_step, taken, view_of
from api.services.pool import Pool
from api.services.statistics.telling import tell
from db.lab import results
from db.lab.studies import StudyRow
from db.pool import transaction
from testing_lab.faults import LabFault
from testing_lab.protocol.document import Protocol
from testing_lab.registered.analysis import registered_analysis
from testing_lab.registered.coded import CodedApplication
from testing_lab.registered.document import CallsResult, StudyResult
from testing_lab.registered.exploring import TESTS, explore
from testing_lab.registered.small_cells import K
from testing_lab.study.rows import Applicant

LONGEST_TITLE: Final = 200


async def run_registered(pool: Pool, actor: Actor, study_id: uuid.UUID) -> int:
    """Analyse an unblinded study by its registered plan: the step ``analyse``. The number of the analysis.

    Raises
    ------
    StudyRefused
        The study is not unblinded.
    Conflict
        ``codes_missing``: a reply has no final code; ``not_registered``; ``analysis_impossible``: the registered plan
        cannot be carried out on these outcomes.
    """
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead")
        check_state("run_registered_analysis", row.state)
        await take_step(connection, actor, row, "analyse")
        document = await _document(connection, actor, row)
        analysis_id = await results.insert(
            connection, study_id, "registered", msgspec.to_builtins(document), actor.account_id
        )
        await events.record(
            connection, actor, "analysis_stored", f"study:{study_id}",
            analysis="registered", registration=document.registration_hash, program=document.program,
        )  # fmt: skip
    return analysis_id


async def get_results(pool: Pool, actor: Actor, study_id: uuid.UUID) -> ResultsView:
    """The stored results, for who leads the study."""
    async with pool.acquire() as connection:
        row = await found(connection, actor, study_id, "lead")
        stored = await results.of_study(connection, study_id, "registered")
        explored = await results.of_study(connection, study_id, "exploratory")
    document = msgspec.convert(stored[0].document, AnalysisDocument) if stored else None
    return ResultsView(
        study=view_of(row),
        document=document,
        at=stored[0].at if stored else None,
        by=stored[0].by if stored else "",
        explorations=tuple(
            Exploration(
                analysis_id=one.analysis_id,
                at=one.at,
                by=one.by,
                document=msgspec.convert(one.document, ExploratoryDocument),
            )
            for one in explored
        ),
        tests=TESTS[document.protocol.design.kind] if document else (),
        subgroups=subgroups_of(document) if document else (),
    )


async def stored_document(connection: asyncpg.Connection, actor: Actor, study_id: uuid.UUID) -> AnalysisDocument:
    """The stored result, to hand out.

    Raises
    ------
    StudyRefused
        There is none yet.
    """
    row = await found(connection, actor, study_id, "lead")
    check_state("export_results", row.state)
    stored = await results.of_study(connection, study_id, "registered")
    if not stored:
        raise NotFound(what="analysis")
    return msgspec.convert(stored[0].document, AnalysisDocument)


async def run_exploratory(pool: Pool, actor: Actor, study_id: uuid.UUID, asked: NewExploration) -> int:
    """Ask something that was not registered, of the outcomes as they were stored. The number of the analysis.

    Raises
    ------
    Unusable
        The title, the test or the subgroup cannot be; ``subgroup_too_small``: fewer than ten vacancies.
    """
    title = " ".join(asked.title.split())
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead")
        check_state("run_exploratory_analysis", row.state)
        document = await stored_document(connection, actor, study_id)
        faults = {} if 1 <= len(title) <= LONGEST_TITLE and title.isprintable() else {"title": "length"}
        if asked.test not in TESTS[document.protocol.design.kind]:
            faults["test"] = "not_a_choice"
        if asked.subgroup and asked.subgroup not in subgroups_of(document):
            faults["subgroup"] = "not_a_choice"
        if faults:
            raise Unusable(faults)
        try:
            seen = await asyncio.to_thread(
                explore, document.protocol, document.applications, test=asked.test, subgroup=asked.subgroup
            )
        except LabFault as fault:
            raise Unusable({"test": "test_not_possible"}) from fault
        if seen.pairs < K:
            raise Unusable({"subgroup": "subgroup_too_small"})
        kept = ExploratoryDocument(
            title=title, test=asked.test, subgroup=asked.subgroup, confidence=document.protocol.analysis.confidence,
            pairs=seen.pairs, answer=seen.answer, difference=seen.difference, program=program(),
        )  # fmt: skip
        analysis_id = await results.insert(
            connection, study_id, "exploratory", msgspec.to_builtins(kept), actor.account_id
        )
        await events.record(
            connection, actor, "analysis_stored", f"study:{study_id}", analysis="exploratory", program=kept.program
        )
    return analysis_id


def subgroups_of(document: AnalysisDocument) -> tuple[str, ...]:
    """The parts of the sample that a question can be about, as a protocol writes them."""
    found = {f"{by.replace('_', ' ')} is {part}" for one in document.applications for by, part in one.strata.items()}
    return tuple(sorted(found))


def program() -> str:
    """The version that computes."""
    return version("stagekans")


async def _document(connection: asyncpg.Connection, actor: Actor, row: StudyRow) -> AnalysisDocument:
    last = await results.last_registration(connection, row.study_id)
    if last is None:
        raise Conflict("not_registered")
    protocol = msgspec.convert(last.document["protocol"], Protocol)
    dispatches = await results.coded_dispatches(connection, row.study_id)
    missing = sum(one.said_by is None for one in dispatches)
    if missing:
        raise Conflict("codes_missing", replies=missing)
    # Where nobody can know what came of an application, its vacancy is left out and counted, as one half sent.
    coded = [_application(one, one.outcome, protocol) for one in dispatches if one.outcome is not None]
    whole, unsent = _whole(coded, protocol)
    try:
        result = await asyncio.to_thread(registered_analysis, protocol, whole)
    except LabFault as fault:
        raise Conflict("analysis_impossible", detail=tell(actor.language, fault)) from fault
    return AnalysisDocument(
        origin="study", name=row.name, registration_hash=last.hash, amendments=last.number, program=program(),
        protocol=protocol, unsent=unsent, applications=tuple(whole),
        result=result if isinstance(result, StudyResult) else None,
        calls=result if isinstance(result, CallsResult) else None,
    )  # fmt: skip


def _application(row: results.CodedDispatchRow, code: str, protocol: Protocol) -> CodedApplication:
    known = {"sector": row.sector or row.stratum, "company_size": row.company_size, "region": row.region}
    return CodedApplication(
        pair=str(row.number),
        place=cast("Literal[1, 2]", row.place),
        applicant=cast("Applicant", row.identity),
        code=code,
        strata={name: value for name, value in known.items() if value and name in protocol.analysis.strata},
        employer=str(row.employer),
        decided=row.decided_at,
    )


def _whole(applications: list[CodedApplication], protocol: Protocol) -> tuple[list[CodedApplication], int]:
    """Vacancies of which everything was sent, and of how many that is not so: they say nothing of a difference."""
    wanted = protocol.design.applications_per_vacancy
    sent: dict[str, int] = {}
    for one in applications:
        sent[one.pair] = sent.get(one.pair, 0) + 1
    return [one for one in applications if sent[one.pair] == wanted], sum(number != wanted for number in sent.values())
