"""An application with its final code, under the pseudonym of its vacancy: all that an analysis may see."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal

import msgspec

from testing_lab.fieldwork.outcomes import UNUSABLE
from testing_lab.protocol.document import Protocol
from testing_lab.study.rows import Applicant, OutcomeRow


class CodedApplication(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``pair``: the pseudonym of the vacancy. ``place``: 1 was sent first; None where that is not known. ``code``: the
    final code of the coders.

    ``strata``: the part in which the vacancy is, by what the protocol splits by. ``employer``: one mark for all
    vacancies of one company. ``decided``: when the answer was final.
    """

    pair: str
    place: Literal[1, 2] | None
    applicant: Applicant
    code: str
    strata: dict[str, str] = {}
    employer: str | None = None
    decided: dt.datetime | None = None


def positive_of(application: CodedApplication, protocol: Protocol) -> bool | None:
    """Whether the protocol counts this answer as positive; ``None``: it is no usable outcome."""
    if application.code in UNUSABLE or (application.code == "no_answer" and protocol.outcomes.no_reply == "left_out"):
        return None
    return any(one.code == application.code and one.positive for one in protocol.outcomes.codes)


def rows_of(applications: Sequence[CodedApplication], protocol: Protocol, *, by: str = "") -> list[OutcomeRow]:
    """Rows for :func:`testing_lab.study.analysis.paired_study`; ``by``: the split that becomes their stratum.

    Where the protocol says that an application that did not arrive counts as negative while the other did, it does.
    """
    lost = {one.pair: 0 for one in applications}
    for one in applications:
        lost[one.pair] += one.code == "undeliverable"
    rows = []
    for one in applications:
        positive = positive_of(one, protocol)
        failed = one.code == "undeliverable" and lost[one.pair] == 1
        if failed and protocol.outcomes.one_sided_failure == "counts_as_negative":
            positive = False
        rows.append(
            OutcomeRow(
                pair=one.pair,
                applicant=one.applicant,
                positive=positive,
                sent=one.place,
                stratum=one.strata.get(by) if by else None,
                employer=one.employer,
            )
        )
    return rows
