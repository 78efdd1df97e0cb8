"""XLSX: the first sheet as text cells, after a look for bombs, macros and sheets without end.

``calamine`` reads a sheet into one dense block, so a single cell in XFD1048576 would ask for gigabytes: the shape is
measured first, with an XML parser that keeps nothing.
"""

from __future__ import annotations

import copy
import datetime as dt
import io
import re
import zipfile
import zlib
from xml.parsers import expat

import python_calamine

from api.services.files.tables import MOST_COLUMNS, Table, TableUnreadable, table_of

#: Most bytes that the parts of a workbook may unpack to together.
LARGEST_UNPACKED = 600 * 1024 * 1024
_CHUNK = 1 << 18
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class _Shape:
    """Measures the rows and columns of a worksheet part; ignores every other part."""

    def __init__(self, most_rows: int) -> None:
        self.most_rows = most_rows
        self.row = self.column = 0
        self.parser: expat.XMLParserType | None = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._root
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype

    def feed(self, chunk: bytes) -> None:
        if self.parser is not None:
            self.parser.Parse(chunk)

    def _refuse_doctype(self, *_: object) -> None:
        raise TableUnreadable("file_not_readable", why="dangerous")

    def _root(self, name: str, _: dict[str, str]) -> None:
        if self.parser is None:
            return
        if name.rpartition(" ")[2] == "worksheet":
            self.parser.StartElementHandler = self._element
        else:
            self.parser.StartElementHandler = None

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(" ")[2]
        if kind == "c":
            found = _REFERENCE.fullmatch(attributes.get("r", ""))
            self.column = _column_number(found[1]) if found else self.column + 1
            row = int(found[2]) if found else self.row
        elif kind == "row":
            row = int(attributes["r"]) if attributes.get("r", "").isdecimal() else self.row + 1
            self.row, self.column = row, 0
        else:
            return
        if self.column > MOST_COLUMNS:
            raise TableUnreadable("row_too_long", row=row, columns=MOST_COLUMNS, cells=self.column)
        if row > self.most_rows * 2 + 1000:  # blank rows between the others do not count, up to a point
            raise TableUnreadable("too_many_rows", most=self.most_rows)


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _inspect(content: bytes, most_rows: int) -> None:
    """Unpack every part once, without keeping it, and refuse what is dangerous."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise TableUnreadable("file_not_readable", why="broken") from error
    names = {info.filename.lower() for info in archive.infolist()}
    if any(name.endswith("vbaproject.bin") for name in names):
        raise TableUnreadable("file_not_readable", why="macros")
    if "xl/workbook.bin" in names:
        raise TableUnreadable("file_not_readable", why="binary_workbook")
    if "mimetype" in names and "content.xml" in names:
        raise TableUnreadable("file_not_readable", why="open_document")
    if not any(name.startswith("xl/") for name in names):
        raise TableUnreadable("file_not_readable", why="document" if "word/document.xml" in names else "archive")
    unpacked = 0
    for listed in archive.infolist():
        # The size in the list may lie; with a size that cannot be reached, all that is really there is read.
        part = copy.copy(listed)
        part.file_size = LARGEST_UNPACKED + 1
        shape = _Shape(most_rows)
        is_xml = listed.filename.lower().endswith((".xml", ".rels"))
        try:
            with archive.open(part) as stream:
                while chunk := stream.read(_CHUNK):
                    unpacked += len(chunk)
                    if unpacked > LARGEST_UNPACKED:
                        raise TableUnreadable("file_not_readable", why="bomb")
                    if is_xml:
                        shape.feed(chunk)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError) as error:
            raise TableUnreadable("file_not_readable", why="broken") from error
        except expat.ExpatError as error:
            raise TableUnreadable("file_not_readable", why="broken") from error


def read_workbook(content: bytes, *, most_rows: int) -> Table:
    """Read the first sheet.

    Raises
    ------
    TableUnreadable
        Not a workbook, broken, with macros, a password or a DTD, or larger than the limits once unpacked.
    """
    _inspect(content, most_rows)
    rows: list[tuple[int, tuple[str, ...]]] = []
    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            sheet = book.get_sheet_by_index(0)
            values = sheet.to_python(skip_empty_area=False)
    except (python_calamine.CalamineError, OSError, IndexError, ValueError) as error:
        raise TableUnreadable("file_not_readable", why="broken") from error
    for number, cells in enumerate(values, start=1):
        texts = tuple(text_of(cell).strip() for cell in cells)
        if any(texts):
            rows.append((number, texts))
    return table_of(rows, encoding="xlsx", delimiter="", most_rows=most_rows)


def text_of(cell: object) -> str:
    """A cell as text: whole numbers without ``.0``, dates as yyyy-mm-dd, yes and no in words."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 2**53 else repr(cell)
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(sep=" ")
    if isinstance(cell, dt.date):
        return cell.isoformat()
    return str(cell)
