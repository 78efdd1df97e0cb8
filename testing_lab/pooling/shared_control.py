"""A warning: effects that were compared with one and the same control group are not independent."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import ClassVar

import msgspec


class SharedControlGroup(msgspec.Struct, frozen=True, kw_only=True):
    """The places (from 0) of effects that share a control group, one group after the other.

    Such effects have correlated errors: pooled as independent, the standard error comes out too small. Pool them first,
    or use :func:`testing_lab.pooling.three_level.three_level_REML_CR2` with the study as cluster.
    """

    code: ClassVar[str] = "shared_control_group"
    warning: str = "shared_control_group"
    groups: tuple[tuple[int, ...], ...]


def shared_control_groups(control: Sequence[Hashable]) -> tuple[SharedControlGroup, ...]:
    """The warning, or nothing when every effect has a control group of its own."""
    members: dict[Hashable, list[int]] = {}
    for place, one in enumerate(control):
        members.setdefault(one, []).append(place)
    shared = tuple(tuple(places) for places in members.values() if len(places) > 1)
    return (SharedControlGroup(groups=shared),) if shared else ()
