"""Results of a study, and what goes when."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from api.messages.lab.studies import StudyView
from testing_lab.protocol.document import Protocol
from testing_lab.registered.answers import Answer
from testing_lab.registered.coded import CodedApplication
from testing_lab.registered.document import CallsResult, StudyResult


class AnalysisDocument(msgspec.Struct, frozen=True, kw_only=True):
    """Results as they are stored, once, with all that recomputes them.

    ``origin``: ``study`` from codes of this program, ``read_in`` from the file of a finished study.
    ``registration_hash``: of the last link of the chain; empty where nothing was registered here. ``program``: the
    version that computed. ``unsent``: vacancies of which not all applications were sent. ``result``: of letters;
    ``calls``: of mystery calls; one of the two is there.
    """

    schema: Literal[1] = 1
    origin: Literal["study", "read_in"]
    name: str
    registration_hash: str
    amendments: int
    program: str
    protocol: Protocol
    unsent: int
    applications: tuple[CodedApplication, ...]
    result: StudyResult | None = None
    calls: CallsResult | None = None


class ExploratoryDocument(msgspec.Struct, frozen=True, kw_only=True):
    """One question that was not registered. ``pairs``: how many vacancies it rests on."""

    schema: Literal[1] = 1
    title: str
    test: str
    subgroup: str
    confidence: float
    pairs: int
    answer: Answer
    difference: Answer | None
    program: str


class NewExploration(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question outside the registered plan. ``subgroup`` is empty for everybody, or ``sector is care``."""

    title: str
    test: str
    subgroup: str = ""


class Exploration(msgspec.Struct, frozen=True, kw_only=True):
    """What came of it; always to be shown as exploratory."""

    analysis_id: int
    at: dt.datetime
    by: str
    document: ExploratoryDocument


class ResultsView(msgspec.Struct, frozen=True, kw_only=True):
    """The results of a study; no ``document`` before the analysis."""

    study: StudyView
    document: AnalysisDocument | None
    at: dt.datetime | None
    by: str
    explorations: tuple[Exploration, ...]
    tests: tuple[str, ...]
    subgroups: tuple[str, ...]


Fate = Literal["later", "today", "waiting", "gone", "no_end", "no_period"]


class KeptThing(msgspec.Struct, frozen=True, kw_only=True):
    """What a study holds and when that goes.

    ``fate``: ``later``; ``today``: the next sweep deletes it; ``waiting``: its day has passed, but the replies are not
    coded yet; ``gone``; ``no_end``: the fieldwork has not ended; ``no_period``: the protocol says no period.
    """

    kind: Literal["replies", "key"]
    rows: int
    on: dt.date | None
    fate: Fate


class Deletion(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the deletion log."""

    kind: Literal["replies", "key"]
    rows_deleted: int
    at: dt.datetime


class KeepingView(msgspec.Struct, frozen=True, kw_only=True):
    """What goes when, what went, and whether the study can be archived."""

    study: StudyView
    things: tuple[KeptThing, ...]
    deletions: tuple[Deletion, ...]


class FinishedStudy(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A study that was done elsewhere, to be read in."""

    name: str
