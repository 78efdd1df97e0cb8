"""A table to typed records: every cell through the parser of its column, every fault with its row and column."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any, Generic, Protocol, TypeVar

import msgspec

from api.messages.importing import Fault
from api.services.files import forbidden, headers
from api.services.files.cells import CellWrong
from api.services.files.opening import read_table
from api.services.files.tables import LARGEST_FILE, LONGEST_CELL, MOST_ROWS, Table, TableUnreadable


class HasRow(Protocol):
    """A record knows the row that it came from."""

    @property
    def row(self) -> int:
        """The row as Excel shows it."""


Record = TypeVar("Record", bound=HasRow)


class Column(msgspec.Struct, frozen=True):
    """A column of the contract."""

    parse: Callable[[str], Any]
    required: bool = False


class Format(msgspec.Struct, Generic[Record], frozen=True, kw_only=True):
    """A kind of file. ``one_of``: at least one of these columns. ``key`` names the row and must be unique."""

    columns: Mapping[str, Column]
    build: Callable[[int, dict[str, Any], dict[str, str]], Record]
    key: Callable[[Record], str]
    key_columns: tuple[str, ...]
    aliases: Mapping[str, str] = {}
    about_people: bool = False
    most_rows: int = MOST_ROWS
    largest_file: int = LARGEST_FILE


class Reading(msgspec.Struct, Generic[Record], frozen=True, kw_only=True):
    """What a file says. A row with a serious fault has no record. ``fatal``: there are no records at all.

    ``table`` is None where the file could not be read; it is what rejected rows are written from. ``unknown_columns``
    are those that are kept: of a refused file nothing is.
    """

    file_name: str
    records: tuple[Record, ...]
    faults: tuple[Fault, ...]
    fatal: bool
    unknown_columns: tuple[str, ...] = ()
    table: Table | None = None
    matched: tuple[str | None, ...] = ()

    @property
    def rows(self) -> int:
        """Data rows in the file, blank ones not counted."""
        return 0 if self.table is None else len(self.table.lines)

    @property
    def serious(self) -> tuple[Fault, ...]:
        """The faults that keep their row, or the file, out."""
        return tuple(fault for fault in self.faults if fault.serious)

    def with_faults(self, faults: tuple[Fault, ...]) -> Reading[Record]:
        """This reading with more faults; records of rows that now have a serious one fall away."""
        refused = {fault.row for fault in faults if fault.serious}
        named = () if self.table is None else _as_in_file(faults, self.table.header, self.matched)
        records = tuple(record for record in self.records if record.row not in refused)
        return msgspec.structs.replace(self, faults=in_order((*self.faults, *named)), records=records)


def in_order(faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    """Faults of the whole file first, then by row."""
    return tuple(sorted(faults, key=lambda fault: fault.row or 0))


def _as_in_file(
    faults: tuple[Fault, ...], header: tuple[str, ...], matched: tuple[str | None, ...]
) -> tuple[Fault, ...]:
    """Faults that name their column as the file does: ``Begindatum`` and not ``start_date``."""
    own = {name: cell for cell, name in zip(header, matched, strict=True) if name is not None and cell != name}
    return tuple(
        msgspec.structs.replace(fault, column=own[fault.column]) if fault.column in own else fault for fault in faults
    )


def read(content: bytes, file_name: str, kind: Format[Record]) -> Reading[Record]:
    """Read a file of this kind. Never raises for what is in the file: that is in the faults."""
    try:
        table = read_table(content, most_rows=kind.most_rows, largest_file=kind.largest_file)
    except TableUnreadable as unreadable:
        return Reading(file_name=file_name, records=(), faults=(unreadable.fault,), fatal=True)
    matched = headers.match(table.header, kind.columns, kind.aliases)
    fatal = _header_faults(table, matched, kind)
    fatal += forbidden.content_faults(table, matched, about_people=kind.about_people)
    if fatal:
        return Reading(file_name=file_name, records=(), faults=tuple(fatal), fatal=True)
    dropped = {index for index, cell in enumerate(table.header) if matched[index] is None and forbidden.not_kept(cell)}
    unknown = tuple(
        cell for index, cell in enumerate(table.header) if cell and matched[index] is None and index not in dropped
    )
    faults = [Fault(code="column_not_kept", column=table.header[index], serious=False) for index in sorted(dropped)]
    reader = _Rows(table, matched, kind, dropped)
    records = reader.read()
    return Reading(
        file_name=file_name,
        records=tuple(records),
        faults=in_order(_as_in_file((*faults, *reader.faults), table.header, matched)),
        fatal=reader.fatal,
        unknown_columns=() if reader.fatal else unknown,
        table=None if reader.fatal else table,
        matched=matched,
    )


def _header_faults(table: Table, matched: tuple[str | None, ...], kind: Format[Any]) -> list[Fault]:
    faults = forbidden.column_faults(
        [cell if name is None else "" for cell, name in zip(table.header, matched, strict=True)]
    )
    missing = [name for name, column in kind.columns.items() if column.required and name not in matched]
    other = headers.other_kind(table.header, kind.columns) if missing else None
    if other:
        return [*faults, Fault(code="file_of_other_kind", facts={"kind": other})]
    faults += [Fault(code="column_missing", row=1, column=name) for name in missing]
    for name in kind.columns:
        if matched.count(name) > 1:
            faults.append(Fault(code="column_twice", row=1, column=name))
    return faults


#: Characters that nobody sees: control characters, zero-width blanks, changes of writing direction.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]"
)
#: What Excel shows for a formula that fails, in Dutch and in English.
_SHEET_ERROR = re.compile(
    r"#\?|#(N/A|N/B|REF|VERW|NAME|NAAM|VALUE|WAARDE|DIV/0|DEEL/0|NUM|GETAL|NULL|LEEG|SPILL|OVERLOOP|CALC|BEREKENEN)[!?]?"
)
_GARBLED = re.compile(r"�|[ÃÂ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€")


class _Rows(Generic[Record]):
    """The rows of one table, one after another."""

    def __init__(self, table: Table, matched: tuple[str | None, ...], kind: Format[Record], dropped: set[int]) -> None:
        self.table, self.matched, self.kind, self.dropped = table, matched, kind, dropped
        self.faults: list[Fault] = []
        self.fatal = False
        self.seen: dict[str, int] = {}

    def read(self) -> list[Record]:
        """Every row without a serious fault."""
        records = [record for line in self.table.lines if (record := self._row(line.number, line.cells)) is not None]
        return [] if self.fatal else records

    def _wrong(self, row: int, column: str | None, wrong: CellWrong) -> None:
        if wrong.code == "column_forbidden":
            self.fatal = True
        self.faults.append(Fault(code=wrong.code, row=row, column=wrong.column or column, facts=wrong.facts))

    def _row(self, row: int, cells: tuple[str, ...]) -> Record | None:
        before = len(self.faults)
        values: dict[str, Any] = {}
        extra: dict[str, str] = {}
        warnings: list[Fault] = []
        if any(cells[len(self.matched) :]):
            self._wrong(row, None, CellWrong("row_too_long", columns=len(self.matched), cells=len(cells)))
        for index, (name, as_written) in enumerate(zip(self.matched, cells, strict=False)):
            if not as_written:
                continue
            cell = as_written if as_written.isascii() else unicodedata.normalize("NFC", as_written)
            shown = name or self.table.header[index] or f"column {index + 1}"
            try:
                if len(cell) > LONGEST_CELL:
                    raise CellWrong("cell_too_long", most=LONGEST_CELL)
                if _UNSEEN.search(cell):
                    raise CellWrong("cell_control_character")
                if not cell.isascii() and _GARBLED.search(cell):
                    warnings.append(Fault(code="text_garbled", row=row, column=name or shown, serious=False))
                if name is not None and cell.startswith("#") and _SHEET_ERROR.fullmatch(cell):
                    raise CellWrong("cell_sheet_error", value=cell)
                if name is not None:
                    values[name] = self.kind.columns[name].parse(cell)
                elif index not in self.dropped:
                    extra[shown if shown not in extra else f"{shown} ({index + 1})"] = cell
            except CellWrong as wrong:
                self._wrong(row, shown, wrong)
        for name, column in self.kind.columns.items():
            if column.required and name not in values and not self._said(before, name):
                self._wrong(row, name, CellWrong("cell_missing"))
        record = self._built(row, values, extra) if len(self.faults) == before else None
        self.faults += warnings
        return record

    def _said(self, since: int, name: str) -> bool:
        return any(fault.column == name for fault in self.faults[since:])

    def _built(self, row: int, values: dict[str, Any], extra: dict[str, str]) -> Record | None:
        start, end = values.get("start_date"), values.get("end_date")
        if start is not None and end is not None and end < start:
            self._wrong(row, "end_date", CellWrong("period_reversed", start=start.isoformat(), end=end.isoformat()))
            return None
        try:
            record = self.kind.build(row, values, extra)
        except CellWrong as wrong:
            self._wrong(row, None, wrong)
            return None
        key = self.kind.key(record)
        first = self.seen.setdefault(key, row)
        if first != row:
            column = self.kind.key_columns[0]
            self._wrong(row, column, CellWrong("duplicate_key", value=key, first_row=first))
            return None
        return record
