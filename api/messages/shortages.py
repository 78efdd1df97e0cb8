"""Where a run has fewer places than students."""

from __future__ import annotations

import msgspec

from matching.result import Bottleneck


class ShortagesView(msgspec.Struct, frozen=True, kw_only=True):
    """The bottlenecks, largest shortage first. ``companies``: names by offer id; ``towns``: place names by zone."""

    items: tuple[Bottleneck, ...]
    companies: dict[str, str] = {}
    towns: dict[str, str] = {}
