"""What a protocol still lacks, where it contradicts itself, and what is doubtful: all of it, at once.

Errors stand in the way of registration, warnings do not. A finding is about the document alone: whether what it says
was really done is asked at the gates (:mod:`testing_lab.protocol.gates`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testing_lab.protocol.checks_of_analysis import analysis_findings
from testing_lab.protocol.checks_of_conduct import ethics_findings, fieldwork_findings
from testing_lab.protocol.checks_of_design import design_findings, question_findings
from testing_lab.protocol.checks_of_outcomes import outcome_findings
from testing_lab.protocol.checks_of_sampling import sampling_findings

if TYPE_CHECKING:
    from testing_lab.findings import Finding
    from testing_lab.protocol.document import Protocol


def findings_of(protocol: Protocol) -> tuple[Finding, ...]:
    """Everything that is found, in the order of the form.

    Parameters
    ----------
    protocol : Protocol
        A draft, too.

    Returns
    -------
    tuple of Finding
        ``path`` is that of a field, ``question.traits[0].minority``. The power is computed exactly
        (:func:`testing_lab.protocol.sample_size.sample_size_of`): up to a second or two for large studies.

    Examples
    --------
    >>> from testing_lab.protocol.document import Protocol
    >>> found = findings_of(Protocol())
    >>> [(one.path, one.code) for one in found][:2]
    [('question.title', 'protocol_missing'), ('question.question', 'protocol_missing')]
    """
    return (
        *question_findings(protocol),
        *design_findings(protocol),
        *outcome_findings(protocol),
        *analysis_findings(protocol),
        *sampling_findings(protocol),
        *ethics_findings(protocol),
        *fieldwork_findings(protocol),
    )


def errors_of(protocol: Protocol) -> tuple[Finding, ...]:
    """Only what stands in the way of registration."""
    return tuple(one for one in findings_of(protocol) if one.level == "error")
