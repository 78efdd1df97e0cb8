"""The address of a list: its filter, order and page, so that each link changes one thing and keeps the rest."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

import msgspec

from api.messages.paging import DEFAULT_SIZE


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """``wanted`` are the parts of the address that are not empty."""

    path: str
    wanted: dict[str, str] = {}
    sort: str = ""
    descending: bool = False

    @property
    def filtered(self) -> bool:
        """Whether the list shows less than everything."""
        return bool(set(self.wanted) - {"sort", "order"})

    def link(self, **changes: str) -> str:
        """The address with ``changes``; an empty value takes that part away. A change goes back to page 1."""
        parts = {key: value for key, value in (self.wanted | changes).items() if value}
        return f"{self.path}?{urlencode(parts)}" if parts else self.path

    def page_link(self, number: int) -> str:
        """The address of another page of the same list."""
        return self.link(page=str(number) if number > 1 else "")

    def sort_link(self, column: str) -> str:
        """The address that sorts by ``column``; the other way round where it already does."""
        turned = column == self.sort and not self.descending
        return self.link(sort=column, order="desc" if turned else "")

    def sorted_as(self, column: str) -> str:
        """The value of ``aria-sort``; empty where another column leads."""
        if column != self.sort:
            return ""
        return "descending" if self.descending else "ascending"


def page_number(query: Mapping[str, str]) -> int:
    """The page that an address asks for; 1 where it says nothing sensible."""
    typed = query.get("page", "")
    if not (typed.isascii() and typed.isdigit()):
        return 1
    return max(1, int(typed)) if len(typed) <= 6 else 1_000_000  # thousands of digits are no number to Python


def kept(query: Mapping[str, str], *names: str) -> dict[str, str]:
    """The named parts of an address that say something."""
    return {name: query[name].strip() for name in names if query.get(name, "").strip()}


def yes_no(query: Mapping[str, str], name: str) -> bool | None:
    """``yes`` or ``no`` in an address; None for neither."""
    return {"yes": True, "no": False}.get(query.get(name, ""))


SIZE = DEFAULT_SIZE
