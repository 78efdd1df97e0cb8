"""Reading in a study that was done elsewhere: its outcomes become a study that is analysed, marked as read in.

The file is the one of ``stagekans statistics``: a row for each application, with the columns ``pair``, ``applicant``
(majority or minority) and ``positive`` (true, false, or empty for no usable outcome), and where they are there
``sent``, ``stratum`` and ``employer``. Names of pairs and employers are not kept: they get pseudonyms, for they may be
names of companies. A file of pairs is analysed as pairs; with other numbers of applications to a vacancy, by groups
with errors clustered by vacancy.
"""

from __future__ import annotations

import asyncio
import uuid
from collections import Counter
from typing import Final

import msgspec

from api.messages.accounts import Actor
from api.messages.faults import Unusable
from api.messages.lab.faults import FindingsRefused
from api.messages.lab.results import AnalysisDocument, FinishedStudy
from api.services import events
from api.services.constraints import translated
from api.services.lab.results import program
from api.services.lab.studies import LONGEST_NAME
from api.services.permissions import require
from api.services.pool import Pool
from api.services.statistics.outcome_rows import outcome_rows
from api.services.statistics.telling import tell
from db.lab import results, studies
from db.pool import transaction
from testing_lab.faults import LabFault
from testing_lab.findings import Finding
from testing_lab.protocol.analysis_plan import Analysis
from testing_lab.protocol.document import Design, Kind, Protocol, Question
from testing_lab.protocol.outcome_list import Outcomes, usual_outcomes
from testing_lab.registered.coded import CodedApplication
from testing_lab.registered.of_groups import result_of_groups
from testing_lab.registered.of_pairs import result_of_pairs
from testing_lab.study.rows import OutcomeRow

#: Bytes of a file of outcomes: 100,000 applications in ordinary columns.
LARGEST_FILE: Final = 10 * 1024 * 1024


async def read_in(pool: Pool, actor: Actor, asked: FinishedStudy, content: bytes) -> uuid.UUID:
    """Make a study in state ``analysed`` from a file. Its maker leads it.

    Raises
    ------
    Unusable
        The name cannot be.
    FindingsRefused
        ``study_file_wrong``: the file cannot be used; nothing was kept.
    """
    require(actor, "researcher")
    name = " ".join(asked.name.split())
    if not 1 <= len(name) <= LONGEST_NAME or not name.isprintable():
        raise Unusable({"name": "length"})
    try:
        document = await asyncio.to_thread(document_of, name, content)
    except LabFault as fault:
        facts: dict[str, str | int | float] = {"detail": tell(actor.language, fault)}
        raise FindingsRefused((Finding(path="file", code="study_file_wrong", facts=facts),)) from fault
    with translated():
        async with transaction(pool) as connection:
            protocol = msgspec.to_builtins(document.protocol)
            study_id = await studies.insert(connection, name=name, protocol=protocol, created_by=actor.account_id)
            await studies.add_member(connection, study_id, actor.account_id, "lead")
            await studies.set_state(connection, study_id, "analysed")
            await results.insert(connection, study_id, "registered", msgspec.to_builtins(document), actor.account_id)
            await events.record(
                connection, actor, "study_read_in", f"study:{study_id}",
                applications=len(document.applications), program=document.program,
            )  # fmt: skip
    return study_id


def document_of(name: str, content: bytes) -> AnalysisDocument:
    """The result of a file.

    Raises
    ------
    ImpossibleInput
        The file cannot be used: what is wrong, and in which row.
    """
    read = outcome_rows(content)
    protocol = protocol_of(name, read)
    applications = _pseudonymous(read)
    analysis = result_of_pairs if protocol.design.kind == "paired" else result_of_groups
    return AnalysisDocument(
        origin="read_in", name=name, registration_hash="", amendments=0, program=program(), protocol=protocol,
        unsent=0, applications=applications,
        result=msgspec.structs.replace(analysis(protocol, applications), stages=None),
    )  # fmt: skip


def protocol_of(name: str, rows: list[OutcomeRow]) -> Protocol:
    """The plan by which a file is read: the default answers, since nothing of it was registered here."""
    pairs = Counter(row.pair for row in rows)
    sides = Counter((row.pair, row.applicant) for row in rows)
    paired = set(pairs.values()) == {2} and max(sides.values()) == 1
    alone = max(pairs.values()) == 1
    strata = any(row.stratum for row in rows)
    kind: Kind = "paired" if paired else "unpaired" if alone else "randomised_composition"
    test = {"paired": "mcnemar_midp", "unpaired": "pearson_chi2", "randomised_composition": "lpm_cluster_robust"}
    return Protocol(
        question=Question(title=name),
        design=Design(kind=kind, applications_per_vacancy=1 if alone else 2),
        outcomes=Outcomes(codes=usual_outcomes(calls=False), no_reply="negative", one_sided_failure="pair_left_out"),
        analysis=Analysis(
            primary_test=test[kind],
            denominator="all_pairs" if paired else "all_applications",
            strata=("sector",) if strata else (),
        ),
    )


def _pseudonymous(rows: list[OutcomeRow]) -> tuple[CodedApplication, ...]:
    pairs = {name: str(number) for number, name in enumerate(dict.fromkeys(row.pair for row in rows), 1)}
    employers = {name: str(number) for number, name in enumerate(dict.fromkeys(row.employer for row in rows), 1)}
    codes = {True: "invited", False: "refused", None: "undeliverable"}
    known = all(row.sent is not None for row in rows)
    return tuple(
        CodedApplication(
            pair=pairs[row.pair],
            place=row.sent if known else None,
            applicant=row.applicant,
            code=codes[row.positive],
            strata={"sector": row.stratum} if row.stratum else {},
            employer=None if row.employer is None else employers[row.employer],
        )
        for row in rows
    )
