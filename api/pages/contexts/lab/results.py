"""The result of a study, what goes when, and reading in a finished one."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import msgspec

from api.messages.lab.results import KeepingView, ResultsView
from api.pages.contexts.lab.study import InStudy
from api.pages.contexts.page import Page
from api.services.lab.result_words import ToldSection
from testing_lab.findings import Finding


class ToldExploration(msgspec.Struct, frozen=True, kw_only=True):
    """An exploratory answer in sentences."""

    title: str
    lines: tuple[str, ...]
    at: dt.datetime
    by: str


class ResultsPage(InStudy, frozen=True, kw_only=True):
    """The result in sections, and the form for what was not registered. ``values``: what was typed there."""

    template: ClassVar[str] = "lab/results.html"

    view: ResultsView
    headline: tuple[str, ...] = ()
    sections: tuple[ToldSection, ...] = ()
    origin: tuple[tuple[str, str], ...] = ()
    explored: tuple[ToldExploration, ...] = ()
    tests: tuple[tuple[str, str], ...] = ()
    values: dict[str, str] = msgspec.field(default_factory=dict)


class KeepingPage(InStudy, frozen=True, kw_only=True):
    """What is deleted when, and what was."""

    template: ClassVar[str] = "lab/keeping.html"

    keeping: KeepingView


class ReadInPage(Page, frozen=True, kw_only=True):
    """The form for a finished study. ``values``: what was typed; ``findings``: what is wrong with the file."""

    template: ClassVar[str] = "lab/read_in.html"

    values: dict[str, str] = msgspec.field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
