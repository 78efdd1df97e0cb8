"""XLSX: the first sheet as text cells, after a look for bombs, macros and sheets without end.

``calamine`` reads a sheet into one dense block, so a single cell in XFD1048576 would ask for gigabytes: the shape is
measured first, with an XML parser that keeps nothing.
"""

from __future__ import annotations

import copy
import datetime as dt
import io
import re
import struct
import zipfile
import zlib
from xml.parsers import expat

import python_calamine

from api.services.files.tables import MOST_COLUMNS, Table, TableUnreadable, table_of

#: Most bytes that the parts of a workbook may unpack to together.
LARGEST_UNPACKED = 600 * 1024 * 1024
_CHUNK = 1 << 18
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
#: What the zip and XML readers of the standard library raise on torn and forged files, by trial with mutated ones.
_TORN = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    struct.error,
    ArithmeticError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
_COUNTS = ("count", "uniqueCount")
#: Parts that are looked at as XML, by the end of their name.
_PARTS = (".xml", ".rels")


class _Shape:
    """Measures how far the cells of a part reach, whatever its root is called; keeps nothing.

    ``calamine`` ends the whole program when a sheet asks for more memory than there is, so a cell address that is not
    plainly inside the limits is refused here, never guessed at.
    """

    def __init__(self, part: str, most_rows: int) -> None:
        self.most_rows = most_rows
        self.is_index = part.lower().endswith("workbook.xml.rels")
        self.row = self.column = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._element
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype

    def feed(self, chunk: bytes) -> None:
        self.parser.Parse(chunk)

    def _refuse_doctype(self, *_: object) -> None:
        raise TableUnreadable("file_not_readable", why="dangerous")

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(" ")[2]
        if kind == "c":
            self._cell(attributes.get("r"))
        elif kind == "row":
            number = attributes.get("r")
            if number is None:
                self.row += 1
            elif re.fullmatch(r"[0-9]{1,7}", number):
                self.row = int(number)
            else:
                raise TableUnreadable("file_not_readable", why="broken")
            self.column = 0
        elif kind == "dimension":
            for corner in attributes.get("ref", "A1").split(":"):
                self._cell(corner)
            self.row = self.column = 0
        elif kind == "sst" and any(not re.fullmatch(r"[0-9]{1,7}", attributes.get(n, "0")) for n in _COUNTS):
            raise TableUnreadable("file_not_readable", why="broken")
        elif kind == "Relationship" and self.is_index and not _is_measured(attributes):
            raise TableUnreadable("file_not_readable", why="dangerous")
        self._check()

    def _cell(self, reference: str | None) -> None:
        if reference is None:
            self.column += 1
            return
        found = _REFERENCE.fullmatch(reference)
        if found is None:
            raise TableUnreadable("file_not_readable", why="broken")
        self.column, self.row = _column_number(found[1]), int(found[2])

    def _check(self) -> None:
        if self.column > MOST_COLUMNS:
            raise TableUnreadable("row_too_long", row=self.row, columns=MOST_COLUMNS, cells=self.column)
        if self.row > self.most_rows * 2 + 1000:  # blank rows between the others do not count, up to a point
            raise TableUnreadable("too_many_rows", most=self.most_rows)


def _is_measured(relationship: dict[str, str]) -> bool:
    """Whether the target is looked at as XML: a sheet in any other part could not be measured."""
    target = relationship.get("Target", "").lower()
    return target.endswith(".xml") or relationship.get("TargetMode") == "External"


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _inspect(content: bytes, most_rows: int) -> None:
    """Unpack every part once, without keeping it, and refuse what is dangerous."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _TORN as error:
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
        shape = _Shape(listed.filename, most_rows)
        is_xml = listed.filename.lower().endswith(_PARTS)
        try:
            with archive.open(part) as stream:
                while chunk := stream.read(_CHUNK):
                    unpacked += len(chunk)
                    if unpacked > LARGEST_UNPACKED:
                        raise TableUnreadable("file_not_readable", why="bomb")
                    if is_xml:
                        shape.feed(chunk)
        except _TORN as error:
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
    except (python_calamine.CalamineError, *_TORN) as error:
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
