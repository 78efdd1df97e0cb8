"""A file with vacancies becomes rows of a frame: headers in English or in plain Dutch, CSV or XLSX."""

from __future__ import annotations

from collections import Counter
from typing import Final

from api.messages.faults import FileRefused
from api.messages.files import FileFormat, FileOut
from api.messages.importing import Fault, ImportReport
from api.services.files.headers import match
from api.services.files.opening import read_table
from api.services.files.tables import Table, TableUnreadable
from api.services.files.writing import table_file
from testing_lab.frame.reading import COLUMNS, REQUIRED, REQUIRED_FOR_CALLS, FrameRow

#: More vacancies than any frame of a city or a sector has.
MOST_ROWS: Final = 20_000
#: What people call the columns.
ALIASES: Final = {
    "code": "entry_id", "kenmerk": "entry_id", "nummer": "entry_id",
    "bedrijf": "company", "bedrijfsnaam": "company", "leerbedrijf": "company",
    "vestiging": "establishment", "kvk nummer": "kvk", "vestigingsnummer": "establishment_number",
    "postcode": "postcode4", "plaats": "place", "branche": "sector", "grootte": "size_class",
    "grootteklasse": "size_class", "vacature": "vacancy_title", "functie": "vacancy_title",
    "e mail": "contact_email", "email": "contact_email", "e mailadres": "contact_email",
    "telefoon": "phone", "telefoonnummer": "phone", "bron": "source", "gevonden op": "found_on", "datum": "found_on",
}  # fmt: skip
_KNOWN: Final[dict[str, object]] = dict.fromkeys(COLUMNS)


def read_frame(content: bytes, *, calls: bool) -> tuple[FrameRow, ...]:
    """The rows of a file. A column that a frame does not have keeps its own name.

    ``calls``: a study with mystery calls needs other columns.

    Raises
    ------
    FileRefused
        The file is no table, or a column that every row needs is not there.
    """
    try:
        table = read_table(content, most_rows=MOST_ROWS)
    except TableUnreadable as unreadable:
        raise refused(unreadable.fault) from unreadable
    names = tuple(found or cell for found, cell in zip(match(table.header, _KNOWN, ALIASES), table.header, strict=True))
    required = REQUIRED_FOR_CALLS if calls else REQUIRED
    faults = [Fault(code="column_missing", column=one) for one in required if one not in names]
    faults += [Fault(code="column_twice", column=one) for one, times in Counter(names).items() if times > 1 and one]
    if faults:
        raise refused(*faults, table=table)
    return tuple(
        FrameRow(
            row=line.number,
            cells={name: _shown(cell) for name, cell in zip(names, line.cells, strict=False) if name},
        )
        for line in table.lines
    )


def refused(*faults: Fault, table: Table | None = None) -> FileRefused:
    """Why no row of a file can be taken."""
    rows = 0 if table is None else len(table.lines)
    return FileRefused(
        ImportReport(
            rows=rows, good=0, rejected=rows, added=0, changed=0, unchanged=0, not_in_file=0, unknown_columns=(),
            encoding="" if table is None else table.encoding, delimiter="" if table is None else table.delimiter,
            faults=faults, fatal=True,
        )
    )  # fmt: skip


def template_file(file_format: FileFormat) -> FileOut:
    """A file with all columns and no rows."""
    return table_file("kader", COLUMNS, (), file_format)


def _shown(cell: str) -> str:
    """Without the signs that nobody sees, and that a database cannot keep."""
    return "".join(sign if sign.isprintable() else " " for sign in cell)
