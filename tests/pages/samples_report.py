"""The report of a run, for pages that show one."""

from __future__ import annotations

from typing import Any

import msgspec

from matching.result import GoalOutcome, RematchOutcome, Report

PROFILE = (150, 72, 2, 0, 6, 20, 40, 90, 180, 640)
REPORT = Report(
    status="finished",
    goals=(
        GoalOutcome(name="placed", value=1050, bound=1050, proven=True),
        GoalOutcome(name="worst_off", value=PROFILE, bound=PROFILE, proven=True),
        GoalOutcome(name="reserves", value=31, bound=31, proven=True, proof="solver"),
        GoalOutcome(name="satisfaction", value=812_440, bound=812_440, proven=True),
        GoalOutcome(name="lottery", value=1, bound=2, proven=False),
    ),
    students=1200, offers=412, places=1098, placed=1050, eligible_pairs=38_211,
    profile={"1": 640, "2": 180, "3": 90, "4": 40, "5": 20, "6": 6, "8": 2, "not_named": 72, "none": 150},
    seed="ronde-2027-02", input_sha256="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    policy={}, versions={"stagekans": "0.1.0"}, seconds=1.26,
    rematch=RematchOutcome(published=1012, forced=14, chosen=1, max_changes=25),
)  # fmt: skip


def rematched(**facts: Any) -> Report:
    """The same report, where not everything is proven of the places that cannot stay."""
    rematch = REPORT.rematch
    assert rematch is not msgspec.UNSET
    return msgspec.structs.replace(REPORT, rematch=msgspec.structs.replace(rematch, **facts))
