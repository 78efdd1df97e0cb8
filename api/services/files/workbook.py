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
from collections.abc import Container
from typing import Any
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
#: Faults of a sheet that do not matter when it is not the first.
_TOO_FAR = ("row_too_long", "too_many_rows")
_COUNTS = ("count", "uniqueCount")
#: Parts that are looked at as XML, by the end of their name.
_PARTS = (".xml", ".rels")


#: What stands for a formula that was never worked out; Excel itself never shows it.
_NOT_WORKED_OUT = "#?"
#: Most failed cells whose place is kept: nobody mends more than that one by one.
_MOST_FAILED = 20_000


class _Shape:
    """Measures how far the cells of a part reach, whatever its root is called; keeps only the cells that failed.

    ``calamine`` ends the whole program when a sheet asks for more memory than there is, so a cell address that is not
    plainly inside the limits is refused here, never guessed at.
    """

    def __init__(self, part: str, most_rows: int) -> None:
        self.most_rows = most_rows
        self.is_index = part.lower().endswith("workbook.xml.rels")
        self.is_book = part.lower().endswith("xl/workbook.xml")
        self.row = self.column = 0
        self.failed: dict[tuple[int, int], str] = {}  # calamine gives these as empty: ``#N/A`` would be lost in silence
        self.kind, self.has_formula = "", False
        self.words: list[str] = []
        self.targets: dict[str, str] = {}  # of an index: id -> part
        self.first_sheet: str | None = None  # of a book: the id of its first sheet
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._element
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype

    def feed(self, chunk: bytes) -> None:
        self.parser.Parse(chunk)

    def end_cell(self) -> None:
        """Keep the cell that was read last, if it failed."""
        if self.kind == "e" or self.has_formula:
            self.parser.CharacterDataHandler = None
            said = "".join(self.words).strip()
            text = (said or "#N/A") if self.kind == "e" else "" if said or self.kind == "str" else _NOT_WORKED_OUT
            if text and len(self.failed) < _MOST_FAILED:
                self.failed[self.row, self.column] = text[:20]
            self.words = []
        self.kind, self.has_formula = "", False

    def _refuse_doctype(self, *_: object) -> None:
        raise TableUnreadable("file_not_readable", why="dangerous")

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(" ")[2]
        if kind == "c":
            self.end_cell()
            self._cell(attributes.get("r"))
            self.kind = attributes.get("t", "")
        elif kind == "f":
            self.has_formula, self.words = True, []
        elif kind == "v":
            if self.kind == "e" or self.has_formula:
                self.words = []
                self.parser.CharacterDataHandler = self.words.append
        elif kind == "row":
            self.end_cell()
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
        elif kind == "Relationship" and self.is_index:
            if not _is_measured(attributes):
                raise TableUnreadable("file_not_readable", why="dangerous")
            self.targets[attributes.get("Id", "")] = attributes.get("Target", "")
        elif kind == "sheet" and self.is_book and self.first_sheet is None:
            self.first_sheet = next((value for name, value in attributes.items() if name.endswith(" id")), "")
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


class _Inspected:
    """What was found: parts that reach too far, and in the first sheet the cells that failed."""

    def __init__(self) -> None:
        self.too_far: dict[str, TableUnreadable] = {}
        self.failed: dict[str, dict[tuple[int, int], str]] = {}
        self.targets: dict[str, str] = {}
        self.first_sheet = ""

    def add(self, part: str, shape: _Shape) -> None:
        """Remember what a part said."""
        shape.end_cell()
        if shape.failed:
            self.failed[part] = shape.failed
        self.targets |= shape.targets
        self.first_sheet = shape.first_sheet or self.first_sheet

    def failed_in_first(self) -> dict[tuple[int, int], str]:
        """The failed cells of the first sheet, by row and column."""
        target = self.targets.get(self.first_sheet, "").lower()
        return self.failed.get(target[1:] if target.startswith("/") else f"xl/{target}", {})


def _inspect(content: bytes, most_rows: int) -> _Inspected:
    """Unpack every part once, without keeping it, and refuse what is dangerous."""
    found = _Inspected()
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
        shape, part_name = _Shape(listed.filename, most_rows), listed.filename.lower()
        is_xml = listed.filename.lower().endswith(_PARTS)
        try:
            with archive.open(part) as stream:
                while chunk := stream.read(_CHUNK):
                    unpacked += len(chunk)
                    if unpacked > LARGEST_UNPACKED:
                        raise TableUnreadable("file_not_readable", why="bomb")
                    if is_xml and part_name not in found.too_far:
                        try:
                            shape.feed(chunk)
                        except TableUnreadable as refused:
                            if refused.fault.code not in _TOO_FAR:
                                raise
                            found.too_far[part_name] = refused
            found.add(part_name, shape)
        except _TORN as error:
            raise TableUnreadable("file_not_readable", why="broken") from error
    return found


def _without(content: bytes, parts: Container[str]) -> bytes:
    """The workbook without these parts, so that calamine cannot come near them."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as archive,
        zipfile.ZipFile(out, "w", compression=zipfile.ZIP_DEFLATED, compresslevel=1) as kept,
    ):
        for name in dict.fromkeys(archive.namelist()):
            if name.lower() not in parts:
                kept.writestr(name, archive.read(name))
    return out.getvalue()


def read_workbook(content: bytes, *, most_rows: int) -> Table:
    """Read the first sheet.

    Raises
    ------
    TableUnreadable
        Not a workbook, broken, with macros, a password or a DTD, or larger than the limits once unpacked.
    """
    inspected = _inspect(content, most_rows)
    rows: list[tuple[int, tuple[str, ...]]] = []
    try:
        if inspected.too_far:
            # Another sheet may be as large as it likes. Where it is the first that reaches too far, there is none left.
            content = _without(content, inspected.too_far)
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            sheet = book.get_sheet_by_index(0)
            values = sheet.to_python(skip_empty_area=False)
    except (python_calamine.CalamineError, *_TORN) as error:
        raise next(iter(inspected.too_far.values()), TableUnreadable("file_not_readable", why="broken")) from error
    for (row, column), said in inspected.failed_in_first().items():
        _put(values, row - 1, column - 1, said)
    for number, cells in enumerate(values, start=1):
        texts = tuple(text_of(cell).strip() for cell in cells)
        if any(texts):
            rows.append((number, texts))
    return table_of(rows, encoding="xlsx", delimiter="", most_rows=most_rows)


def _put(values: list[list[Any]], row: int, column: int, text: str) -> None:
    """Set a cell that may lie outside what was read."""
    values.extend([] for _ in range(row + 1 - len(values)))
    values[row].extend("" for _ in range(column + 1 - len(values[row])))
    values[row][column] = text


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
