"""What the lab refuses.

::

    Refused
    ├── StudyRefused       409   the state of the study forbids it; ``reason`` is a code of ``lab-not-allowed-…``
    └── FindingsRefused    422   a document of the study is not good enough; carries every finding
"""

from __future__ import annotations

from api.messages.faults import Refused
from testing_lab.fieldwork.not_allowed import NotAllowed
from testing_lab.findings import Finding


class StudyRefused(Refused):
    """The study does not allow this now."""

    code = "study_refused"

    def __init__(self, reason: str, **facts: str | int) -> None:
        super().__init__(reason=reason, **facts)
        self.reason = reason

    @classmethod
    def of(cls, fault: NotAllowed) -> StudyRefused:
        """What the lab itself does not allow."""
        facts = {name: value if isinstance(value, int) else str(value) for name, value in fault.facts.items()}
        return cls(fault.reason, **facts)


class FindingsRefused(Refused):
    """The document cannot be used as it is."""

    code = "findings_refused"

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(count=len(findings))
        self.findings = findings
