"""Rows of a paired study for tests: two for each pair."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from testing_lab.study.rows import OutcomeRow


def rows_of(
    *,
    prefix: str = "p",
    outcomes: Sequence[tuple[bool | None, bool | None]] = (),
    both: int = 0,
    only_majority: int = 0,
    only_minority: int = 0,
    neither: int = 0,
    first: str | None = None,
    stratum: str | None = None,
    employer: str | None = None,
) -> list[OutcomeRow]:
    """``outcomes`` (majority, minority) and then as many pairs of each kind as the counts say."""
    pairs = [
        *outcomes,
        *[(True, True)] * both,
        *[(True, False)] * only_majority,
        *[(False, True)] * only_minority,
        *[(False, False)] * neither,
    ]
    rows = []
    for place, pair in enumerate(pairs):
        for applicant, positive in zip(("majority", "minority"), pair, strict=True):
            known: dict[str, Any] = {} if first is None else {"sent": 1 if applicant == first else 2}
            rows.append(
                OutcomeRow(
                    pair=f"{prefix}{place}",
                    applicant=applicant,
                    positive=positive,
                    stratum=stratum,
                    employer=employer,
                    **known,
                )
            )
    return rows
