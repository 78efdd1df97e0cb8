"""A page of a list."""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

Item = TypeVar("Item")

#: Rows on a page where the caller does not say; and the most that he can ask for.
DEFAULT_SIZE = 50
LARGEST_SIZE = 500


class PageOf(msgspec.Struct, Generic[Item], frozen=True, kw_only=True):
    """``number`` counts from 1. ``total`` is the number of rows that match the filter, over all pages."""

    items: tuple[Item, ...]
    number: int
    size: int
    total: int

    @property
    def pages(self) -> int:
        """Number of pages; 1 for an empty list."""
        return max(1, -(-self.total // self.size))
