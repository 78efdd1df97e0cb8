"""What the matcher should reach, by chain and number of students. Other numbers of students have no target."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from bench.cases import Chain


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """The most that is allowed; None: nothing is asked.

    ``seconds`` of cpu and ``ratio`` to the bare flow speak of the median; ``left`` is the relative bound that may be
    left in the median (0: proven); ``worst`` seconds within which the worst round is proven; ``explaining`` is a ratio
    to the bare flow, ``gigabytes`` the peak.
    """

    seconds: float | None = None
    ratio: float | None = None
    left: float | None = None
    worst: float | None = None
    explaining: float | None = None
    gigabytes: float | None = None


TARGETS: Final[dict[tuple[Chain, int], Target]] = {
    ("A", 500): Target(seconds=0.2, left=0, explaining=1),
    ("A", 5_000): Target(ratio=3, left=0, explaining=1, gigabytes=0.3),
    ("A", 20_000): Target(ratio=3, left=0, explaining=1, gigabytes=0.5),
    ("A", 100_000): Target(ratio=3, left=0, explaining=1, gigabytes=1),
    ("A", 500_000): Target(ratio=3, left=0, explaining=2, gigabytes=4),
    ("B", 500): Target(seconds=1, left=0, worst=5, explaining=1),
    ("B", 5_000): Target(seconds=2, left=0, worst=60, explaining=1, gigabytes=0.3),
    ("B", 20_000): Target(seconds=4, left=1e-5, worst=60, explaining=1, gigabytes=0.5),
    ("B", 100_000): Target(seconds=10, left=1e-5, worst=120, explaining=1, gigabytes=1),
    ("B", 500_000): Target(seconds=120, left=1e-5, explaining=2, gigabytes=4),
}
