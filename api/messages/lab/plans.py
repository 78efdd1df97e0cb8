"""The profiles and the plan of a study."""

from __future__ import annotations

import datetime as dt

import msgspec

from testing_lab.findings import Finding
from testing_lab.frame.sampling import StratumSample
from testing_lab.profiles.applications import Block
from testing_lab.profiles.names import Name
from testing_lab.profiles.pretest import Pretest, Usable
from testing_lab.profiles.status_matching import StatusMatch
from testing_lab.profiles.study_profiles import ChosenNames, Sender, StudyProfiles
from testing_lab.randomisation.balance import BalanceTable
from testing_lab.randomisation.design import PlanDesign


class ProfilesView(msgspec.Struct, frozen=True, kw_only=True):
    """The profiles of a study. ``version`` 0: nothing was saved yet. ``open``: they can be changed now.

    ``findings``: what they lack for the protocol; ``sectors`` and ``labels`` are its sectors and senders.
    """

    document: StudyProfiles
    version: int
    open: bool
    sectors: tuple[str, ...]
    labels: tuple[str, ...]
    domain: str
    findings: tuple[Finding, ...]


class OfferedNames(msgspec.Struct, frozen=True, kw_only=True):
    """The names that can be chosen for one sex, and which of them go together by status."""

    sex: str
    majority: tuple[Name, ...]
    minority: tuple[Name, ...]
    match: StatusMatch


class ExamplePair(msgspec.Struct, frozen=True, kw_only=True):
    """A filled pair, as a company would read it, and what the last look finds in it. ``sides``: majority, minority."""

    sides: tuple[ExampleSide, ...]
    findings: tuple[Finding, ...]


class ExampleSide(msgspec.Struct, frozen=True, kw_only=True):
    """One applicant of a pair."""

    identity: str
    name: str
    template: str
    letter: tuple[Block, ...]
    cv: tuple[Block, ...]


class PretestView(msgspec.Struct, frozen=True, kw_only=True):
    """What the pre-test says of each name, and which names are usable by it."""

    source: str
    result: Pretest
    usable: tuple[Usable, ...]


class SaveProfiles(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Names, letters, words and senders to keep; ``version`` is the one that was looked at."""

    version: int
    majority: str
    minority: str
    names: tuple[ChosenNames, ...] = ()
    second_cue: bool = False
    templates: tuple[str, ...] = ()
    words: dict[str, str] = {}
    sector_words: dict[str, dict[str, str]] = {}
    senders: tuple[Sender, ...] = ()


class DrawPlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person decides at the draw. An empty seed: one is drawn. Monday is 0."""

    start: dt.date
    seed: str = ""
    opens: dt.time = dt.time(9, 0)
    closes: dt.time = dt.time(16, 30)
    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)
    most_per_day: int = 40
    accept_shortage: bool = False


class PlanView(msgspec.Struct, frozen=True, kw_only=True):
    """The plan as it was drawn. ``set_aside``: pseudonyms that could not be tested on the day of the draw."""

    seed: str
    person: str
    drawn_at: dt.datetime
    redraws: int
    strata: tuple[StratumSample, ...]
    set_aside: tuple[tuple[str, str], ...]
    outside: int
    shortages: tuple[Finding, ...]
    design: PlanDesign
    balance: BalanceTable
    days: tuple[tuple[dt.date, int], ...]
    dispatches: int
    plan_hash: str
    letters_hash: str


class BeforePlan(msgspec.Struct, frozen=True, kw_only=True):
    """What stands before a draw: how many vacancies there are and are asked for, the earliest and the last day."""

    entries: int
    asked: int
    earliest: dt.date | None
    end: dt.date | None
    may_draw: bool
    profile_findings: tuple[Finding, ...]


class Replay(msgspec.Struct, frozen=True, kw_only=True):
    """The plan was drawn again from its seed. Not possible once the key file has been deleted."""

    possible: bool
    plan_equal: bool
    letters_equal: bool
    plan_hash: str
