"""The fairness report of a run, as people may see it."""

from __future__ import annotations

import uuid

import msgspec

from matching.fairness.words import FairnessReport


class FairnessView(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of the whole run, under the small-number rule. None: the run was made before there were any."""

    run_id: uuid.UUID
    round_id: uuid.UUID
    fairness: FairnessReport | None
