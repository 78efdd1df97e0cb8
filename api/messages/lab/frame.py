"""The frame of a study: what comes in, and what is shown of it."""

from __future__ import annotations

import datetime as dt

import msgspec

from testing_lab.findings import Finding


def pseudonym(number: int) -> str:
    """What an entry is called wherever its company must not be named.

    >>> pseudonym(1), pseudonym(12345)
    ('B-0001', 'B-12345')
    """
    return f"B-{number:04}"


class FrameOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the rows of a file: added, there already (``changed``: with other words), refused."""

    rows: int
    added: int
    already: int
    changed: int
    refused: int
    warnings: tuple[Finding, ...] = ()


class FrameImportView(msgspec.Struct, frozen=True, kw_only=True):
    """A file that came in."""

    import_id: int
    file_name: str
    outcome: FrameOutcome
    person: str
    at: dt.datetime


class EntryView(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the frame. Who it is, is None once the key file has been deleted."""

    number: int
    entry_id: str
    sector: str
    size_class: str | None
    company: str | None
    establishment: str | None
    place: str | None
    vacancy_title: str | None
    contact_email: str | None
    phone: str | None
    source: str | None
    turn: int | None

    @property
    def pseudonym(self) -> str:
        """What it is called elsewhere."""
        return pseudonym(self.number)


class SectorView(msgspec.Struct, frozen=True, kw_only=True):
    """How many entries a sector has, and each size in it (None: not known)."""

    sector: str
    number: int
    sizes: tuple[tuple[str | None, int], ...]


class RefusalView(msgspec.Struct, frozen=True, kw_only=True):
    """A row that cannot be used: where it stood, what stood in it, every reason."""

    file_name: str
    row: int
    cells: dict[str, str]
    findings: tuple[Finding, ...]


class FrameView(msgspec.Struct, frozen=True, kw_only=True):
    """The frame as a whole. ``open``: a file can come in now; ``drawn``: a plan was drawn from it."""

    entries: int
    sectors: tuple[SectorView, ...]
    imports: tuple[FrameImportView, ...]
    refused: int
    open: bool
    drawn: bool


class BlockedView(msgspec.Struct, frozen=True, kw_only=True):
    """A company that every study leaves alone."""

    blocked_id: int
    company: str
    kvk: str | None
    reason: str
    person: str
    at: dt.datetime


class NewBlocked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A company to leave alone, the whole of it. ``kvk``: 8 digits, or empty where it is not known."""

    company: str
    reason: str
    kvk: str = ""
