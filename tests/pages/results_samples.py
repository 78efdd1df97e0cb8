"""Believable results for the pages: a study of 300 pairs, a small one whose counts are hidden, one that was read in."""

from __future__ import annotations

import datetime as dt

import msgspec

from api.messages.lab.results import (
    AnalysisDocument,
    Deletion,
    ExploratoryDocument,
    KeepingView,
    KeptThing,
    ResultsView,
)
from api.messages.lab.studies import StudyView
from api.pages.contexts.lab.results import KeepingPage, ReadInPage, ResultsPage, ToldExploration
from api.pages.contexts.page import Page
from api.pages.lab.tabs import study_tabs
from api.services.lab.result_files import exploration_lines, facts
from api.services.lab.result_tellers import teller_of
from api.services.lab.results import subgroups_of
from testing_lab.findings import Finding
from testing_lab.protocol.document import Protocol
from testing_lab.registered.analysis import registered_analysis
from testing_lab.registered.answers import Answer
from testing_lab.registered.coded import CodedApplication
from testing_lab.registered.exploring import TESTS
from tests.pages.lab_samples import a_view
from tests.pure.lab.protocol.examples import example_protocol, example_unpaired

WHEN = dt.datetime(2027, 6, 1, 9, 30, tzinfo=dt.UTC)


def outcomes(pairs: int, *, unpaired: bool = False) -> tuple[CodedApplication, ...]:
    """Of each ten vacancies: two both, two only the majority, one only the minority."""
    made = []
    for number in range(1, pairs + 1):
        positive = {0: (1, 1), 1: (1, 1), 2: (1, 0), 3: (1, 0), 4: (0, 1)}.get(number % 10, (0, 0))
        for place, who in enumerate(("majority", "minority")):
            if unpaired and (number + place) % 2:
                continue
            code = "invited" if positive[place] else "refused" if number % 3 else "no_answer"
            made.append(
                CodedApplication(
                    pair=str(number), place=1 if (number + place) % 2 else 2,
                    applicant="majority" if who == "majority" else "minority", code=code,
                    strata={"sector": "ICT" if number % 3 else "care"}, employer=str(number),
                )
            )  # fmt: skip
    return tuple(made)


def a_document(pairs: int = 300, *, unpaired: bool = False, read_in: bool = False) -> AnalysisDocument:
    protocol: Protocol = example_unpaired() if unpaired else example_protocol()
    applications = outcomes(pairs, unpaired=unpaired)
    return AnalysisDocument(
        origin="read_in" if read_in else "study", name="Stages in de horeca, Utrecht 2027",
        registration_hash="" if read_in else "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        amendments=0, program="0.1.0", protocol=protocol, unsent=2, applications=applications,
        result=registered_analysis(protocol, applications),
    )  # fmt: skip


def an_exploration() -> ExploratoryDocument:
    return ExploratoryDocument(
        title="Alleen de zorg", test="mcnemar_midp", subgroup="sector is care", confidence=0.95, pairs=100,
        answer=Answer(method="mcnemar_midp", p_value=0.04),
        difference=Answer(method="rd_tango_score", estimate=0.08, lower=0.01, upper=0.15), program="0.1.0",
    )  # fmt: skip


def a_result(document: AnalysisDocument, *, explored: bool = False, archived: bool = False) -> ResultsPage:
    study = a_view("archived" if archived else "analysed")
    teller = teller_of(document, "nl")
    view = ResultsView(
        study=study, document=document, at=WHEN, by="Bo Onderzoeker", explorations=(),
        tests=TESTS[document.protocol.design.kind], subgroups=subgroups_of(document),
    )  # fmt: skip
    told = ToldExploration(
        title="Alleen de zorg", lines=exploration_lines(teller, an_exploration()), at=WHEN, by="Bo Onderzoeker"
    )
    return ResultsPage(
        study=study, tabs=study_tabs(study, "results"), view=view, headline=teller.headline(),
        sections=teller.sections(), origin=facts(teller), explored=(told,) if explored else (),
        tests=tuple((one, teller.method(one)) for one in view.tests),
    )  # fmt: skip


def _before(study: StudyView) -> ResultsPage:
    view = ResultsView(study=study, document=None, at=None, by="", explorations=(), tests=(), subgroups=())
    return ResultsPage(study=study, tabs=study_tabs(study, "results"), view=view)


def _keeping(study: StudyView, *things: KeptThing, log: tuple[Deletion, ...] = ()) -> KeepingPage:
    return KeepingPage(
        study=study, tabs=study_tabs(study, "keeping"), keeping=KeepingView(study=study, things=things, deletions=log)
    )


_DAY = dt.date(2027, 12, 1)
SAMPLES: dict[str, Page] = {
    "lab-results": a_result(a_document(), explored=True),
    "lab-results-small": a_result(a_document(24)),
    "lab-results-unpaired": a_result(a_document(unpaired=True), archived=True),
    "lab-results-read-in": a_result(a_document(read_in=True)),
    "lab-results-before": _before(a_view("running")),
    "lab-results-ready": _before(a_view("unblinded")),
    "lab-results-faults": msgspec.structs.replace(
        a_result(a_document()), values={"title": "x", "subgroup": "sector is care"},
        faults={"title": "length", "test": "test_not_possible", "subgroup": "subgroup_too_small"},
    ),
    "lab-keeping": _keeping(
        a_view("analysed"),
        KeptThing(kind="replies", rows=0, on=_DAY, fate="gone"), KeptThing(kind="key", rows=310, on=_DAY, fate="later"),
        log=(Deletion(kind="replies", rows_deleted=612, at=WHEN),),
    ),
    "lab-keeping-late": _keeping(
        a_view("closed"),
        KeptThing(kind="replies", rows=612, on=_DAY, fate="waiting"),
        KeptThing(kind="key", rows=310, on=_DAY, fate="today"),
    ),
    "lab-keeping-early": _keeping(
        a_view("draft"),
        KeptThing(kind="replies", rows=0, on=None, fate="no_end"),
        KeptThing(kind="key", rows=0, on=None, fate="no_period"),
    ),
    "lab-read-in": ReadInPage(),
    "lab-read-in-faults": ReadInPage(
        values={"name": "x"}, faults={"file": "file_missing"},
        findings=(Finding(path="file", code="study_file_wrong", facts={"detail": "positive: rij 3"}),),
    ),
}  # fmt: skip
