"""A table of text cells, the limits of what is read, and what is raised where a file is no table."""

from __future__ import annotations

import msgspec

from api.messages.importing import Fault, FaultCode

#: Most bytes, data rows, columns, and characters in a cell that are read.
LARGEST_FILE = 50 * 1024 * 1024
MOST_ROWS = 200_000
MOST_COLUMNS = 400
LONGEST_CELL = 32_000


class Line(msgspec.Struct, frozen=True, gc=False):
    """A row with its number as Excel shows it. Cells are stripped of the blanks around them."""

    number: int
    cells: tuple[str, ...]


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A header and the rows under it that are not blank. ``delimiter`` is empty for a workbook."""

    header: tuple[str, ...]
    lines: tuple[Line, ...]
    encoding: str
    delimiter: str


class TableUnreadable(Exception):
    """The file cannot be read as a table; carries the one fault that says why."""

    def __init__(self, code: FaultCode, *, row: int | None = None, **facts: str | int) -> None:
        super().__init__(code)
        self.fault = Fault(code=code, row=row, facts=facts)


def table_of(rows: list[tuple[int, tuple[str, ...]]], *, encoding: str, delimiter: str, most_rows: int) -> Table:
    """Make the table of numbered rows: the first row that is not blank is the header."""
    filled = [(number, cells) for number, cells in rows if any(cells)]
    if not filled:
        raise TableUnreadable("file_empty")
    header = tuple("".join(letter for letter in cell if letter.isprintable())[:200] for cell in filled[0][1])
    while header and not header[-1]:
        header = header[:-1]
    if len(header) > MOST_COLUMNS:
        raise TableUnreadable("row_too_long", row=filled[0][0], columns=MOST_COLUMNS, cells=len(header))
    if not any(any(letter.isalpha() for letter in cell) for cell in header):
        raise TableUnreadable("no_header", row=filled[0][0])
    if len(filled) == 1:
        raise TableUnreadable("no_rows")
    if len(filled) - 1 > most_rows:
        raise TableUnreadable("too_many_rows", most=most_rows)
    lines = tuple(Line(number, cells) for number, cells in filled[1:])
    return Table(header=header, lines=lines, encoding=encoding, delimiter=delimiter)
