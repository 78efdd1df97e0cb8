"""How the wishes came out: one bar a rank."""

from __future__ import annotations

import msgspec


class ProfileBar(msgspec.Struct, frozen=True, kw_only=True):
    """``rank`` is a number, ``not_named`` or ``none`` (no place). ``percent`` is of all students, 0..100."""

    rank: str
    students: int
    percent: int


#: Ranks after this one share a bar, so that the picture stays small.
LAST_OWN_BAR = 5


def bars(profile: dict[str, int]) -> tuple[ProfileBar, ...]:
    """Bars in the order first choice ... later choices, not named, no place; empty ones fall away."""
    total = sum(profile.values())
    counts: dict[str, int] = {}
    for rank in sorted((key for key in profile if key.isdigit()), key=int):
        name = rank if int(rank) <= LAST_OWN_BAR else "later"
        counts[name] = counts.get(name, 0) + profile[rank]
    for name in ("not_named", "none"):
        counts[name] = profile.get(name, 0)
    return tuple(
        ProfileBar(rank=name, students=count, percent=round(100 * count / total))
        for name, count in counts.items()
        if count
    )
