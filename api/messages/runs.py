"""Match runs, proposals, and the decisions of people about them."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Literal

import msgspec

from api.messages.rounds import LockView
from matching.changes import Changes
from matching.faults import RowFault
from matching.policy import Policy
from matching.result import Explanation, Report

RunState = Literal["queued", "running", "finished", "failed", "cancelled"]
RunKind = Literal["match", "what_if"]
DecisionKind = Literal["accept", "override"]
ProposalSort = Literal["student_number", "name", "crebo", "rank", "utility", "travel_minutes", "lot_number", "offer_id"]


class NewRun(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ask for a run of a round."""

    policy: Policy = Policy()


class NewWhatIf(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ask what would happen with these changes."""

    changes: Changes


class RunError(msgspec.Struct, frozen=True, kw_only=True):
    """Why a run failed: ``code`` (run-error-<code> in the catalogue), its facts, and the rows that clash."""

    code: str
    facts: dict[str, str | int] = {}
    rows: tuple[RowFault, ...] = ()


class RunView(msgspec.Struct, frozen=True, kw_only=True):
    """A run. ``report`` once it is finished. ``decided`` counts students with a decision.

    ``lottery_sha256``: the commitment of its lottery. Until that is revealed, policy and report have ``sha256:`` and
    the commitment where the seed stands.
    A ``what_if`` has a parent and changes; nobody decides about it.
    """

    run_id: uuid.UUID
    round_id: uuid.UUID
    number: int
    state: RunState
    stage: str
    progress: float
    tries: int
    cancel_requested: bool
    students: int
    offers: int
    input_sha256: str
    policy: Policy
    error: RunError | None
    report: Report | None
    created_by: str
    created_at: dt.datetime
    started_at: dt.datetime | None
    finished_at: dt.datetime | None
    decided: int
    overridden: int
    lottery_sha256: str | None = None
    kind: RunKind = "match"
    parent_run_id: uuid.UUID | None = None
    parent_number: int | None = None
    changes: Changes | None = None


class ProposalRow(msgspec.Struct, frozen=True, kw_only=True):
    """One student of a run, with the name that people know.

    ``check``: what a person has to check ("recognition_unverified", "travel_unknown"). ``holds``: the place that he has
    now, by whatever run. ``told``: of a re-match, the place that he was told before it; the proposal changes that where
    it is another one.
    """

    student_number: str
    name: str
    crebo: str
    programme: str
    team: str
    offer_id: str | None
    company: str
    rank: int | None
    utility: int | None
    travel_minutes: int | None
    lot_number: int
    reason_code: str | None
    decision: DecisionKind | None
    decided_offer_id: str | None
    check: tuple[str, ...] = ()
    holds: str | None = None
    told: str | None = None


class ProposalFilter(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``search`` looks in number, name, offer and company. ``flagged``: a person has something to check.

    ``changed``: of a re-match, another place than the student was told, or none.
    """

    search: str = ""
    crebo: str = ""
    placed: bool | None = None
    decided: bool | None = None
    flagged: bool | None = None
    changed: bool | None = None
    sort: ProposalSort = "student_number"
    descending: bool = False


class ChangeCounts(msgspec.Struct, frozen=True, kw_only=True):
    """Of a re-match: proposals that change what a student was told, and all others."""

    changed: int
    others: int


class DecisionView(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided, when and why. ``offer_id`` None: deliberately no place."""

    kind: DecisionKind
    proposed_offer_id: str | None
    offer_id: str | None
    reason: str
    decided_by: str
    decided_at: dt.datetime


class ChoiceView(msgspec.Struct, frozen=True, kw_only=True):
    """An offer that the student may get instead: eligible by the hard rules. ``free`` places are left now."""

    offer_id: str
    company: str
    place: str
    rank: int | None
    utility: int
    travel_minutes: int | None
    free: int


class AskRemoval(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Take away the place that a student holds, as a re-match proposes. ``reason`` at least ten characters."""

    reason: str


class AnswerRemoval(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the second person says."""

    confirm: bool


class RemovalView(msgspec.Struct, frozen=True, kw_only=True):
    """A place that a re-match would take away. ``answer`` None: it waits for a second person, and the place stands."""

    student_number: str
    name: str
    offer_id: str
    reason: str
    asked_by: str
    asked_by_id: uuid.UUID
    asked_at: dt.datetime
    answer: Literal["confirmed", "refused"] | None
    answered_by: str | None
    answered_at: dt.datetime | None


class OutcomeView(msgspec.Struct, frozen=True, kw_only=True):
    """One student in one run: the proposal, why, the decision, and what else is possible.

    ``holds`` is the place that he has now, ``lock`` what a person fixed for him and ``locked_offer`` what came with a
    file, ``changes`` whether this run proposes to change or take away what he was told, ``removal`` a question about
    that. ``companies``: the names behind the offers that are mentioned, by offer id. ``towns``: place names by zone.
    """

    run_id: uuid.UUID
    round_id: uuid.UUID
    row: ProposalRow
    explanation: Explanation
    decision: DecisionView | None
    choices: tuple[ChoiceView, ...]
    in_sample: bool
    reviewed: bool
    companies: dict[str, str] = {}
    towns: dict[str, str] = {}
    holds: str | None = None
    lock: LockView | None = None
    locked_offer: str | None = None
    changes: bool = False
    removal: RemovalView | None = None


class Override(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Decide otherwise than the proposal. ``offer_id`` None: no place. ``reason`` at least ten characters."""

    offer_id: str | None
    reason: str


class SampleView(msgspec.Struct, frozen=True, kw_only=True):
    """The proposals that a person must look at before accepting many at once.

    ``undecided`` counts the placed students that accepting the rest would accept now; ``flagged`` those left out of it
    because a rule could not be checked ("recognition_unverified", ...) or a place that somebody holds would change, and
    this person has not looked at them yet. ``checked``: of ``undecided``, those that this person looked at for that.
    """

    items: tuple[ProposalRow, ...]
    reviewed: frozenset[str]
    undecided: int
    flagged: int = 0
    checked: int = 0

    @property
    def complete(self) -> bool:
        """Every proposal of the sample has been looked at."""
        return all(row.student_number in self.reviewed for row in self.items)
