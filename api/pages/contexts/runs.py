"""Match runs and their proposals."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from api.messages.lottery import LotteryView
from api.messages.paging import PageOf
from api.messages.rounds import ProgrammeView, RoundView
from api.messages.runs import (
    ChangeCounts,
    OutcomeView,
    ProposalFilter,
    ProposalRow,
    RemovalView,
    RunView,
    SampleView,
)
from api.pages.contexts.page import Page
from api.pages.contexts.policies import PolicyEditor
from api.pages.listing import Listing
from api.pages.profile import ProfileBar
from api.pages.shortages import ShortageLine
from api.pages.tabs import Tab


class RunsPage(Page, frozen=True, kw_only=True):
    """The runs of a round, newest first."""

    template: ClassVar[str] = "runs.html"

    round: RoundView
    tabs: tuple[Tab, ...]
    runs: tuple[RunView, ...]


class NewRunPage(Page, frozen=True, kw_only=True):
    """The policy that a run gets, and the button. A committed ``lottery`` stands in the place of the seed."""

    template: ClassVar[str] = "new_run.html"

    round: RoundView
    tabs: tuple[Tab, ...]
    editor: PolicyEditor
    lottery: LotteryView | None = None


class RunBusyPage(Page, frozen=True, kw_only=True):
    """A run that waits or works."""

    template: ClassVar[str] = "run_busy.html"

    round: RoundView
    tabs: tuple[Tab, ...]
    run: RunView


class RunStoppedPage(Page, frozen=True, kw_only=True):
    """A run that failed or was cancelled."""

    template: ClassVar[str] = "run_stopped.html"

    round: RoundView
    tabs: tuple[Tab, ...]
    run: RunView


class RunResultPage(Page, frozen=True, kw_only=True):
    """A finished run: what it brought, what to do now, and every proposal.

    ``undecided`` can be accepted at once after the sample; ``flagged`` a person looks at one by one. ``removals`` are
    places that wait for a second person before they are taken away. ``changes``: of a re-match, how many proposals
    change what was told.
    """

    template: ClassVar[str] = "run_result.html"

    round: RoundView
    tabs: tuple[Tab, ...]
    run: RunView
    profile: tuple[ProfileBar, ...]
    shortages: tuple[ShortageLine, ...]
    sample_size: int
    sample_reviewed: int
    undecided: int
    flagged: int
    proposals: PageOf[ProposalRow]
    wanted: ProposalFilter
    listing: Listing
    programmes: tuple[ProgrammeView, ...]
    removals: tuple[RemovalView, ...] = ()
    changes: ChangeCounts | None = None


class OutcomePage(Page, frozen=True, kw_only=True):
    """One student in one run. ``lines``: at most five sentences. ``values`` are what was typed in the form.

    ``otherwise``: what would be different. ``shortage``: about the bottleneck that he is in, or nothing.
    ``next_student``: whoever waits for a decision of his own, once this one is decided.
    """

    template: ClassVar[str] = "outcome.html"

    round: RoundView
    tabs: tuple[Tab, ...]
    run: RunView
    outcome: OutcomeView
    lines: tuple[str, ...]
    removed: tuple[tuple[str, int], ...]
    otherwise: tuple[str, ...]
    shortage: tuple[str, ...]
    next_student: str | None
    values: dict[str, str] = msgspec.field(default_factory=dict)


class SamplePage(Page, frozen=True, kw_only=True):
    """The proposals to look at before the rest is accepted."""

    template: ClassVar[str] = "sample.html"

    round: RoundView
    tabs: tuple[Tab, ...]
    run: RunView
    sample: SampleView
    next_student: str | None
