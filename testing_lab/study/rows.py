"""Raw outcomes of a paired study: one row for each application, two applications a pair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from testing_lab.faults import ImpossibleInput
from testing_lab.paired.counts import PairedCounts

Applicant = Literal["majority", "minority"]


class OutcomeRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One application and what came of it.

    ``positive`` is None where the study says that there is no usable outcome (undeliverable, detected): the pair is
    left out and counted. "No answer" is an outcome, and a negative one. ``sent`` is 1 for the first letter of the pair,
    2 for the second. ``stratum`` (a sector, a site) and ``employer`` are the same for both rows of a pair.
    """

    pair: str
    applicant: Applicant
    positive: bool | None
    sent: Literal[1, 2] | None = None
    stratum: str | None = None
    employer: str | None = None


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """The two applications to one offer."""

    pair: str
    majority: bool | None
    minority: bool | None
    first: Applicant | None
    stratum: str | None
    employer: str | None

    @property
    def usable(self) -> bool:
        """Both outcomes are known."""
        return self.majority is not None and self.minority is not None


def pairs_of(rows: Sequence[OutcomeRow]) -> tuple[Pair, ...]:
    """Rows as pairs, in the order in which the pairs first appear.

    Raises
    ------
    ImpossibleInput
        No rows; a pair without exactly one row for each applicant; rows of one pair that name another stratum or
        employer, or that were both sent first or both second.
    """
    if not rows:
        raise ImpossibleInput("rows", "is empty")
    found: dict[str, dict[Applicant, OutcomeRow]] = {}
    for place, row in enumerate(rows):
        of_pair = found.setdefault(row.pair, {})
        if row.applicant in of_pair:
            raise ImpossibleInput(
                f"rows[{place}]", "this applicant of the pair has a row already", pair=row.pair, applicant=row.applicant
            )
        of_pair[row.applicant] = row
    return tuple(_pair(name, of_pair) for name, of_pair in found.items())


def _pair(name: str, rows: dict[Applicant, OutcomeRow]) -> Pair:
    if len(rows) != 2:
        raise ImpossibleInput(
            "rows", "this pair has a row for one applicant only", pair=name, applicant=next(iter(rows))
        )
    majority, minority = rows["majority"], rows["minority"]
    if majority.stratum != minority.stratum:
        raise ImpossibleInput("rows", "the two rows of this pair name different strata", pair=name)
    if majority.employer != minority.employer:
        raise ImpossibleInput("rows", "the two rows of this pair name different employers", pair=name)
    orders = {majority.sent, minority.sent}
    if orders not in ({None}, {1, 2}):
        raise ImpossibleInput("rows", "of the two rows of this pair one must be sent first and one second", pair=name)
    return Pair(
        pair=name,
        majority=majority.positive,
        minority=minority.positive,
        first=None if orders == {None} else "majority" if majority.sent == 1 else "minority",
        stratum=majority.stratum,
        employer=majority.employer,
    )


def counts_of(pairs: Iterable[Pair]) -> PairedCounts:
    """The four counts of the usable pairs; all 0 where there is none."""
    found = [(pair.majority, pair.minority) for pair in pairs if pair.usable]
    return PairedCounts(
        both=found.count((True, True)),
        only_majority=found.count((True, False)),
        only_minority=found.count((False, True)),
        neither=found.count((False, False)),
    )
