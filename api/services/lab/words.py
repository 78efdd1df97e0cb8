"""What the lab found or refused, in the reader's words."""

from __future__ import annotations

from collections.abc import Mapping

from api import catalogue
from api.catalogue import Language
from testing_lab.findings import Finding
from testing_lab.protocol.fields import CHOICE_FACTS


def finding_text(language: Language, finding: Finding) -> str:
    """What was found, and what to do about it."""
    facts: dict[str, object] = dict(finding.facts)
    for name in CHOICE_FACTS & facts.keys():
        for family in ("lab-gate", "lab-choice") if name == "gate" else ("lab-choice",):
            message = f"{family}-{_dashed(str(facts[name]))}"
            if catalogue.has(language, message):
                facts[name] = catalogue.text(language, message)
                break
    return catalogue.text(language, f"lab-finding-{_dashed(finding.code)}", **facts)


def refusal_text(language: Language, reason: str, facts: Mapping[str, str | int]) -> str:
    """Why the state of a study, or of a dispatch, does not allow something."""
    thing = "dispatch" if reason.startswith("dispatch") else "study"
    said: dict[str, object] = dict(facts)
    families = {"step": f"lab-{thing}-step", "state": f"lab-{thing}-state", "action": "lab-study-action"}
    for name, family in families.items():
        if name in facts:
            said[name] = catalogue.text(language, f"{family}-{_dashed(str(facts[name]))}")
    return catalogue.text(language, f"lab-not-allowed-{_dashed(reason)}", **said)


def _dashed(code: str) -> str:
    return code.replace("_", "-")
