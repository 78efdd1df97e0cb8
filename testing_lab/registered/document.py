"""The result of a study as it is stored."""

from __future__ import annotations

from typing import Literal

import msgspec

from testing_lab.disclosure.suppressed_tables import Place
from testing_lab.paired.counts import PairedCounts
from testing_lab.protocol.document import Kind
from testing_lab.registered.answers import Answer, Rate
from testing_lab.study.warnings import StudyWarning


class Groups(msgspec.Struct, frozen=True, kw_only=True):
    """Applications with a usable outcome, and how many had a positive answer."""

    majority: int
    majority_positive: int
    minority: int
    minority_positive: int


class Lost(msgspec.Struct, frozen=True, kw_only=True):
    """Vacancies that were tried, and those that count. ``lowest``, ``highest``: bounds of the difference over all
    pairs, whatever the missing outcomes were; not in designs without pairs.
    """

    sent: int
    analysed: int
    lowest: float | None = None
    highest: float | None = None


class SecondaryAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """A test of the family. ``reason``: why it could not be done; it still counts in the correction, with p = 1."""

    name: str
    test: str
    subgroup: str
    pairs: int
    p_value: float | None = None
    adjusted: float | None = None
    reason: str = ""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One part of the sample. The table is stored to recompute; what may be shown says ``Split.shown``."""

    name: str
    table: PairedCounts
    difference: Answer | None


class Split(msgspec.Struct, frozen=True, kw_only=True):
    """The sample split by one thing. ``reason``: why it could not be."""

    by: str
    parts: tuple[Part, ...] = ()
    homogeneity_p: float | None = None
    reason: str = ""


class StageRate(msgspec.Struct, frozen=True, kw_only=True):
    """Pairs that ended at a stage of the ILO, and its net rate of usable tests."""

    stage: str
    favour_majority: int
    favour_minority: int
    rate: float | None


class Stages(msgspec.Struct, frozen=True, kw_only=True):
    """The stages of the ILO and their common denominator."""

    usable_tests: int
    both_refused: int
    not_pursued: int
    stages: tuple[StageRate, ...]
    net_rate: float | None


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """Who was first, and whether that mattered: p-values of balance and of the order."""

    majority_first: int
    minority_first: int
    balance_p: float
    order_p: float


class StudyResult(msgspec.Struct, frozen=True, kw_only=True):
    """Every number. ``table`` only with pairs; ``rejects``: the one deciding test rejects at ``alpha``, by the stopping
    rule where the plan has one. ``shown``: the counts that may be published, with small ones hidden; ``shown_by``: the
    one split that they are published by, empty for none: two splits together could give a hidden count away.
    """

    kind: Kind
    confidence: float
    alpha: float
    lost: Lost
    groups: Groups
    table: PairedCounts | None
    primary: Answer
    rejects: bool | None
    difference: Answer
    ratio: Answer
    odds_ratio: Answer | None
    rates: tuple[Rate, ...]
    sensitivity: tuple[Answer, ...]
    correction: str | None
    secondary: tuple[SecondaryAnswer, ...]
    splits: tuple[Split, ...]
    stages: Stages | None
    order: Order | None
    employers: int | None
    warnings: tuple[StudyWarning, ...]
    shown_by: str
    shown: tuple[Place, ...]


class CallReading(msgspec.Struct, frozen=True, kw_only=True):
    """Calls that a reading counts as going along, of all that it looks at; share and Wilson's interval, 0 to 1."""

    name: str
    calls: int
    of: int
    share: float
    lower: float
    upper: float


class CallOutcomeShare(msgspec.Struct, frozen=True, kw_only=True):
    """Calls with one outcome, of all valid ones. ``together_*``: an interval that holds for all outcomes at once."""

    code: str
    calls: int
    of: int
    share: float
    lower: float
    upper: float
    together_lower: float
    together_upper: float


class CallPart(msgspec.Struct, frozen=True, kw_only=True):
    """Calls that went along in one part of the sample, of its valid ones."""

    name: str
    calls: int
    of: int
    share: float
    lower: float
    upper: float


class CallSplit(msgspec.Struct, frozen=True, kw_only=True):
    """The sample split by one thing. ``reason``: why it could not be."""

    by: str
    parts: tuple[CallPart, ...] = ()
    reason: str = ""


class CallsResult(msgspec.Struct, frozen=True, kw_only=True):
    """Every number of a study with mystery calls.

    ``made``: calls that were made; ``valid``: those that came to the question and were not found out. ``positive``: the
    codes that count as going along. ``main``: the registered share; None where no call was decided. ``shown``,
    ``shown_by``: as in :class:`StudyResult`.
    """

    kind: Literal["mystery_call"] = "mystery_call"
    confidence: float
    alpha: float
    made: int
    undeliverable: int
    detected: int
    valid: int
    positive: tuple[str, ...]
    denominator: str
    main: CallReading | None
    outcomes: tuple[CallOutcomeShare, ...]
    readings: tuple[CallReading, ...]
    correction: str | None
    secondary: tuple[SecondaryAnswer, ...]
    splits: tuple[CallSplit, ...]
    shown_by: str
    shown: tuple[Place, ...]
