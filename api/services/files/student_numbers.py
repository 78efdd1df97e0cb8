"""Student numbers from a file: the column of a table, or one number on each line."""

from __future__ import annotations

from api.services.files.delimited import decode
from api.services.files.headers import match
from api.services.files.opening import read_table
from api.services.files.students import FORMAT
from api.services.files.tables import TableUnreadable


class NoNumbers(Exception):
    """There is no column of student numbers, and the lines are no numbers either."""


class NumberTwice(Exception):
    """A student number stands twice."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


def student_numbers(content: bytes) -> list[str]:
    """The student numbers of a file, in its order.

    Raises
    ------
    TableUnreadable
        The file holds no text and no workbook.
    NoNumbers, NumberTwice
        The numbers cannot be used.
    """
    numbers = [number for number in _column(content) or _lines(content) if number]
    if not numbers:
        raise NoNumbers
    seen: set[str] = set()
    for number in numbers:
        if number in seen:
            raise NumberTwice(number)
        seen.add(number)
    return numbers


def _column(content: bytes) -> list[str]:
    """The cells below a header that means student number; none where there is no such header."""
    try:
        table = read_table(content)
    except TableUnreadable:
        return []
    matched = match(table.header, FORMAT.columns, FORMAT.aliases)
    if "student_number" not in matched:
        return []
    place = matched.index("student_number")
    return [line.cells[place].strip() for line in table.lines if place < len(line.cells)]


def _lines(content: bytes) -> list[str]:
    if content.startswith(b"PK"):
        raise NoNumbers
    text, _ = decode(content)
    lines = [line.strip() for line in text.splitlines()]
    if any(mark in line for line in lines for mark in ";,\t"):
        raise NoNumbers
    return lines
