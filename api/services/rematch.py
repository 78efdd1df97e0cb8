"""Proposals of a re-match: what they change in the places that people were told, and which of them fit together.

A re-match is frozen with the places that students held. A proposal for another place is a change; deciding on it ends
the old placement and makes the new one in one transaction, as long as the student still holds what he held then.
Changes can need each other (two students who swap), so those that are accepted at once are looked at together.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

import asyncpg

from api.services.frozen import frozen_instance
from db import runs
from db.decisions import OfferPlacesRow, OpenProposalRow
from db.runs import RunRow

#: The places that were published, by student.
Published = Mapping[str, str]


async def published_of(connection: asyncpg.Connection, run: RunRow) -> Published:
    """The places that the run was frozen with; none where it is no re-match."""
    if not run.policy.get("rematch"):
        return {}
    instance = await asyncio.to_thread(frozen_instance, await runs.frozen(connection, run.run_id))
    return dict(instance.published or ())


def moves(row: OpenProposalRow, offer_id: str | None, published: Published) -> bool:
    """Whether this decision is the change that the re-match proposed, of the place that the student still holds."""
    return (
        row.live_offer_id is not None
        and row.live_offer_id != offer_id == row.offer_id
        and published.get(row.student_number) == row.live_offer_id
    )


def fitting(
    asked: Sequence[OpenProposalRow],
    offers: Mapping[str, OfferPlacesRow],
    fixed: Mapping[str, Collection[str]],
) -> set[str]:
    """The students whose proposed places can all be given together.

    ``asked`` come by lot number: where places are scarce, locked students go first and then the lower lot. ``fixed``:
    the students who are locked to an offer and hold no place yet. Whoever moves leaves a place; where he cannot move
    after all, that place is not there, so the search goes on until nothing changes.
    """
    chosen = [row for row in asked if row.offer_id and row.offer_id in offers and offers[row.offer_id].status == "open"]
    while True:
        leaving = Counter(row.live_offer_id for row in chosen if row.live_offer_id is not None)
        wanted: dict[str, list[OpenProposalRow]] = {}
        for row in chosen:
            wanted.setdefault(row.offer_id or "", []).append(row)
        kept: set[str] = set()
        for offer_id, rows in wanted.items():
            here = set(fixed.get(offer_id, ()))
            waiting = len(here - {row.student_number for row in rows})
            seats = max(0, offers[offer_id].free + leaving[offer_id] - waiting)
            rows.sort(key=lambda row, here=here: row.student_number not in here)  # type: ignore[misc]  # mypy types no lambda default
            kept |= {row.student_number for row in rows[:seats]}
        if len(kept) == len(chosen):
            return kept
        chosen = [row for row in chosen if row.student_number in kept]
