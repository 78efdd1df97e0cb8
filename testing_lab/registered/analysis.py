"""The registered analysis: one function, by the kind of study that was registered."""

from __future__ import annotations

from collections.abc import Sequence

from testing_lab.faults import ImpossibleInput
from testing_lab.protocol.document import Protocol
from testing_lab.registered.coded import CodedApplication
from testing_lab.registered.document import CallsResult, StudyResult
from testing_lab.registered.of_calls import result_of_calls
from testing_lab.registered.of_groups import result_of_groups
from testing_lab.registered.of_pairs import result_of_pairs


def registered_analysis(protocol: Protocol, applications: Sequence[CodedApplication]) -> StudyResult | CallsResult:
    """Everything that the registered plan says of these outcomes.

    Parameters
    ----------
    protocol : Protocol
        As last registered.
    applications : sequence of CodedApplication
        All that were sent, each with its final code.

    Raises
    ------
    ImpossibleInput
        No application, or data that the plan's own test cannot take.

    Notes
    -----
    Paired: :func:`testing_lab.study.analysis.paired_study`. Unpaired and randomised composition: groups of
    applications; where an employer has two of them, errors are clustered by vacancy. Mystery calls: shares of
    outcomes (:mod:`testing_lab.registered.of_calls`).
    """
    if not applications:
        raise ImpossibleInput("applications", "is empty")
    if protocol.design.kind == "mystery_call":
        return result_of_calls(protocol, applications)
    if protocol.design.kind == "paired":
        return result_of_pairs(protocol, applications)
    return result_of_groups(protocol, applications)
