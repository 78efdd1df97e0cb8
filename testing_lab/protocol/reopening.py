"""Which gates a change of the protocol opens again: what a person has seen must be what is in force.

A tick says that somebody saw a part of the protocol and what stands behind it. Once that part is changed the tick says
so of something else, in a draft as much as by an amendment. The title and the days of the fieldwork open nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from testing_lab.protocol.gates import GATES, Gate

#: What each gate is about, by field or by whole part.
ABOUT: Final[dict[Gate, tuple[str, ...]]] = {
    # "The decision is about this protocol": what companies and people meet, and how many of them.
    "ethics_approval": (
        "question.question", "question.traits", "question.sectors", "question.region", "design", "sampling.pairs",
        "sampling.strata", "sampling.frame", "sampling.inclusion", "sampling.exclusion", "ethics",
        "fieldwork.call_script", "fieldwork.recorded", "fieldwork.recording_basis", "fieldwork.consent_text",
    ),
    "data_protection_assessment": (
        "question.traits", "sampling.frame", "ethics.data_protection_reference", "ethics.retention_replies_days",
        "ethics.retention_key_days", "ethics.no_company_named", "ethics.no_use_as_evidence", "fieldwork.mail_domain",
        "fieldwork.recorded", "fieldwork.recording_basis", "fieldwork.consent_text",
    ),
    "school_consent": ("ethics.school_consent_reference", "question.sectors", "question.region"),
    "withdrawal_plan": (
        "ethics.withdrawal_text_nl", "ethics.withdrawal_text_en", "ethics.withdrawal_same_for_both",
        "ethics.withdrawal_hours", "ethics.no_place_taken",
    ),
    "fictitious_identities": ("question.traits", "ethics.no_real_identities", "fieldwork.mail_domain"),
    "retention_plan": ("ethics.retention_replies_days", "ethics.retention_key_days", "ethics.no_company_named"),
    "power_calculation": (
        "design.kind", "design.applications_per_vacancy", "analysis.primary_test", "analysis.stopping",
        "sampling.pairs", "sampling.p_only_majority", "sampling.p_only_minority", "sampling.p_both",
        "sampling.expected_share", "sampling.margin", "sampling.power", "sampling.alpha", "sampling.basis",
        "sampling.strata", "sampling.claims",
    ),
    "analysis_plan": ("question.hypotheses", "outcomes", "analysis", "sampling.claims", "sampling.existing_data"),
    "recording_rules": (
        "fieldwork.call_script", "fieldwork.recorded", "fieldwork.recording_basis", "fieldwork.consent_text",
        "fieldwork.second_listener",
    ),
}  # fmt: skip

#: What no gate is about.
ABOUT_NOTHING: Final = ("schema", "question.title", "fieldwork.start", "fieldwork.end")


def reopened(paths: Iterable[str]) -> tuple[Gate, ...]:
    """The gates that changes at these places (``sampling.pairs``, ``question.traits[0].minority``) open again."""
    changed = tuple(paths)
    return tuple(gate for gate in GATES if any(within(path, part) for path in changed for part in ABOUT[gate]))


def within(path: str, part: str) -> bool:
    """Is the place this field, or one inside this part?"""
    return path == part or path.startswith((f"{part}.", f"{part}["))
