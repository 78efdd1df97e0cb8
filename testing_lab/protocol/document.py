"""The protocol of a study: what is asked, how it is tried, counted, analysed, and what keeps it from doing harm.

A protocol is one value, stored as its own JSON. Every field has a default, so that an empty draft is a document too;
:func:`testing_lab.protocol.checks.findings_of` says what it still lacks. ``None`` and the empty text mean "not said
yet"; a box that is not ticked is a promise that was not given. A protocol is hashed with all its fields: a new field is
a new ``schema``, and the type of the old one stays beside it.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from testing_lab.protocol.analysis_plan import Analysis, Sampling
from testing_lab.protocol.conduct import Ethics, Fieldwork
from testing_lab.protocol.outcome_list import Outcomes

#: The grounds of the Dutch equal treatment acts: AWGB article 1 (race to civil status), WGBH/CZ (disability or chronic
#: illness) and WGBL (age).
Ground = Literal[
    "race", "nationality", "religion", "belief", "political_opinion", "sex", "sexual_orientation", "civil_status",
    "disability", "age",
]  # fmt: skip

#: How an applicant shows the trait.
Carrier = Literal["name", "activity", "language", "statement", "photo", "voice", "request"]

#: Paired: two applicants to each vacancy. Unpaired: one. Randomised composition: two, and chance decides whether they
#: are two of the majority, one of each, or two of the minority (Phillips 2019). Mystery call: one call to each company.
Kind = Literal["paired", "unpaired", "randomised_composition", "mystery_call"]

#: What is drawn by lot beside the trait, and crossed with it.
Factor = Literal["template", "name", "delay", "sender", "tester", "phone_number", "photo", "quality"]


class Trait(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The one thing that differs within a pair.

    ``carrier``: by what it shows. ``majority``, ``minority``: the two signals, in words. ``names_per_group``: how many
    names carry each signal, per sex, from 0 up. ``pretest``: where it was measured that people read the signal so.
    In a mystery call ``carrier`` is ``request`` and ``minority`` the people whom the client does not want.
    """

    ground: Ground = "race"
    carrier: Carrier = "name"
    majority: str = ""
    minority: str = ""
    names_per_group: int = 0
    pretest: str = ""


class Question(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``sectors``: where the vacancies are; ``region``: of which area. ``hypotheses``: each with its direction."""

    title: str = ""
    question: str = ""
    hypotheses: tuple[str, ...] = ()
    traits: tuple[Trait, ...] = ()
    sectors: tuple[str, ...] = ()
    region: str = ""

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """The legal grounds of the study, each once."""
        return tuple(dict.fromkeys(one.ground for one in self.traits))


class Balance(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A plan is drawn again while ``measure`` differs more than ``threshold`` (above 0) between the two applicants."""

    measure: str = ""
    threshold: float = 0.0


class Design(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is sent, and what chance decides.

    ``applications_per_vacancy``: 1 or 2 as the kind asks; more tire employers and are found out.
    ``order``: who comes first. ``delay_hours_min``, ``delay_hours_max``: hours between the two, drawn in between.
    ``senders``: labels of the mailboxes or callers. ``quality_varied``: good and less good CVs, for Neumark's
    correction. ``share_*``: of a randomised composition, each 0 to 1, together 1.
    """

    kind: Kind = "paired"
    applications_per_vacancy: int = 2
    crossed_factors: tuple[Factor, ...] = ()
    order: Literal["random", "majority_first", "minority_first"] = "random"
    delay_hours_min: int | None = None
    delay_hours_max: int | None = None
    office_hours: bool = True
    senders: tuple[str, ...] = ()
    quality_varied: bool = False
    share_two_majority: float | None = None
    share_mixed: float | None = None
    share_two_minority: float | None = None
    rerandomisation: tuple[Balance, ...] = ()


class Protocol(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of it; ``schema`` is the form of this document."""

    schema: Literal[1] = 1
    question: Question = Question()
    design: Design = Design()
    outcomes: Outcomes = Outcomes()
    analysis: Analysis = Analysis()
    sampling: Sampling = Sampling()
    ethics: Ethics = Ethics()
    fieldwork: Fieldwork = Fieldwork()
