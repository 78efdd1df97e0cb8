"""The life of a committed lottery, as one table.

::

    committed ──witness──> witnessed
        │                      │
        └────────run───────────┴──run──> used ──reveal──> revealed        (used and revealed: run, and stay)

    any of them ──replace──> replaced, with a reason: its secret is public from that moment, so that whoever draws
    again shows what he put aside.

A seed cannot be revealed before a run, and no public text comes in after one. The database holds the same table
(``placement.refuse_another_lottery``).
"""

from __future__ import annotations

from typing import Final, Literal

from api.messages.faults import Conflict
from api.messages.lottery import LotteryState

Step = Literal["witness", "run", "reveal", "replace"]

TRANSITIONS: Final[dict[tuple[LotteryState, Step], LotteryState]] = {
    ("committed", "witness"): "witnessed",
    ("committed", "run"): "used",
    ("witnessed", "run"): "used",
    ("used", "run"): "used",
    ("used", "reveal"): "revealed",
    ("revealed", "run"): "revealed",
    ("committed", "replace"): "replaced",
    ("witnessed", "replace"): "replaced",
    ("used", "replace"): "replaced",
    ("revealed", "replace"): "replaced",
}


def after(state: LotteryState, step: Step) -> LotteryState:
    """The state that a step leads to.

    Raises
    ------
    Conflict
        ``lottery_<step>_not_now``: not from this state.
    """
    if (state, step) not in TRANSITIONS:
        raise Conflict(f"lottery_{step}_not_now", state=state)
    return TRANSITIONS[state, step]
