"""CSV: encoding and delimiter detection, quoted newlines, row numbers as Excel shows them."""

from __future__ import annotations

import codecs
import csv
import io
import itertools
import re

from api.services.files.tables import MOST_COLUMNS, Table, TableUnreadable, table_of

DELIMITERS = (";", ",", "\t")

#: A last row of our own: when it does not come back alone, a quote was never closed.
_SENTINEL = "\x00end\x00"

#: The longest cell that the csv module reads (it knows one limit for the whole program, so it is set once, here).
#: A cell above ``LONGEST_CELL`` is a fault of its row; one above this can only be a quote that was never closed.
csv.field_size_limit(4 * 1024 * 1024)

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def decode(content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding.

    A byte order mark decides; then UTF-16 by its zero bytes; then UTF-8; then Windows-1252, which Excel writes.
    """
    marks = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
    candidates = ["utf-8", "windows-1252"]
    for mark, name in marks:
        if content.startswith(mark):
            content, candidates = content[len(mark) :], [name]
            break
    else:
        head = content[:4000]
        if head[1::2].count(0) > len(head) * 0.35:
            candidates = ["utf-16-le"]
        elif head[::2].count(0) > len(head) * 0.35:
            candidates = ["utf-16-be"]
    for name in candidates:
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        if len(_CONTROL.findall(text[:20_000])) * 20 > min(len(text), 20_000):
            raise TableUnreadable("file_not_readable", why="binary")
        return text, name
    raise TableUnreadable("file_encoding")


def detect_delimiter(text: str) -> str:
    """The delimiter that cuts the first filled row into most cells; ``;`` where none does."""
    start = text[:50_000]

    def cells(mark: str) -> int:
        rows = csv.reader(io.StringIO(start, newline=""), delimiter=mark)
        return len(next((row for row in rows if len(row) > 1 or any(cell.strip() for cell in row)), ()))

    return max(DELIMITERS, key=cells)


def read_delimited(content: bytes, *, most_rows: int) -> Table:
    """Read CSV.

    Raises
    ------
    TableUnreadable
        The encoding is not one of those above, a quote is never closed, or there are too many rows.
    """
    text, encoding = decode(content)
    said = re.match(r"sep=(.)\r?\n", text)  # Excel hides this row and does not count it
    if said is not None:
        text = text[said.end() :]
    delimiter = said[1] if said is not None and said[1] in DELIMITERS else detect_delimiter(text)
    try:
        rows = _rows(text, delimiter, most_rows)
    except csv.Error as error:
        raise TableUnreadable("file_not_readable", why="quotes") from error
    return table_of(rows, encoding=encoding, delimiter=delimiter, most_rows=most_rows)


def _rows(text: str, delimiter: str, most_rows: int) -> list[tuple[int, tuple[str, ...]]]:
    rows: list[tuple[int, tuple[str, ...]]] = []
    closed = False
    reader = csv.reader(itertools.chain(io.StringIO(text, newline=""), [_SENTINEL]), delimiter=delimiter)
    for number, cells in enumerate(reader, start=1):
        if cells == [_SENTINEL]:
            closed = True
            break
        if len(cells) > MOST_COLUMNS and any(cell.strip() for cell in cells[MOST_COLUMNS:]):
            raise TableUnreadable("row_too_long", row=number, columns=MOST_COLUMNS, cells=len(cells))
        if any(cells):
            rows.append((number, tuple(plain(cell) for cell in cells[:MOST_COLUMNS])))
        if len(rows) > most_rows + 1:
            raise TableUnreadable("too_many_rows", most=most_rows)
    if not closed:
        raise TableUnreadable("file_not_readable", row=rows[-1][0] if rows else 1, why="quotes")
    return rows


#: The apostrophe that :mod:`api.services.files.writing` puts before a cell that a spreadsheet would run.
_DEFUSED = re.compile(r"'+\s*[=+\-@＝＋－＠\t\r\n]")


def plain(cell: str) -> str:
    """The cell without the blanks around it, and without the apostrophe that our own writer put before it."""
    cell = cell.strip()
    return cell[1:].strip() if cell.startswith("'") and _DEFUSED.match(cell) else cell
