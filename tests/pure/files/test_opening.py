"""Files of every kind and none: what is read, and what each refusal is called."""

from __future__ import annotations

import datetime as dt
import io
import random
import zipfile

import openpyxl
import pytest

from api.messages.importing import Fault
from api.services.files.opening import read_table
from api.services.files.tables import Table, TableUnreadable

HEAD = "student_number;crebo"


def fault_of(content: bytes, **limits: int) -> Fault:
    with pytest.raises(TableUnreadable) as unreadable:
        read_table(content, **limits)
    return unreadable.value.fault


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def repacked(content: bytes, changes: dict[str, bytes]) -> bytes:
    """The workbook with parts replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, part in changes.items():
            new.writestr(name, part)
    return out.getvalue()


def cells(table: Table) -> list[tuple[str, ...]]:
    return [line.cells for line in table.lines]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_delimiter_in_every_encoding(delimiter: str, encoding: str) -> None:
    text = f'nr{delimiter}naam\r\n1{delimiter}Zoë "de" Bär\r\n2{delimiter}"a{delimiter}b\r\nc"\r\n'
    table = read_table(text.encode(encoding))
    assert table.header == ("nr", "naam")
    assert cells(table) == [("1", 'Zoë "de" Bär'), ("2", f"a{delimiter}b\r\nc")]


def test_rows_are_numbered_as_excel_shows_them() -> None:
    table = read_table(b'nr;naam\n1;"two\nlines"\n\n;;\n4;x\n')
    assert [line.number for line in table.lines] == [2, 5]


def test_the_separator_line_of_excel_is_not_a_row() -> None:
    table = read_table(b"sep=,\r\nnr,naam;x\r\n1,a\r\n")
    assert (table.header, table.lines[0].number) == (("nr", "naam;x"), 2)


def test_a_workbook_gives_text() -> None:
    content = workbook(
        ("nr", "crebo", "datum", "tijd", "ja", "half", "naam"),
        (1001.0, 25998, dt.date(2027, 2, 1), dt.datetime.fromisoformat("2027-02-01 09:30"), True, 2.5, " Zoë "),
        (None,) * 7,
        (123456789012, "=1+1", None, None, False, None, None),
    )
    table = read_table(content)
    assert cells(table)[0] == ("1001", "25998", "2027-02-01", "2027-02-01 09:30:00", "yes", "2.5", "Zoë")
    assert (table.lines[1].number, cells(table)[1][0], cells(table)[1][4]) == (4, "123456789012", "no")


@pytest.mark.parametrize(
    ("content", "code", "why"),
    [
        (b"", "file_empty", None),
        (b"\xef\xbb\xbf\r\n \r\n", "file_empty", None),
        (b"\x00" * 5000, "file_empty", None),
        (b";;;\n;;\n", "file_empty", None),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 500, "file_not_readable", "old_or_locked"),
        (b"%PDF-1.7\n...", "file_not_readable", "pdf"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "file_not_readable", "image"),
        (b"<html><table><tr><td>nr</td></tr></table></html>", "file_not_readable", "web_page"),
        (b"PK\x03\x04 this is no zip", "file_not_readable", "broken"),
        (bytes(range(1, 32)) * 40, "file_not_readable", "binary"),
        (b"a\x81\x8d\x8f\x90b;c\n1;2\n", "file_encoding", None),
        (b"student_number;crebo\n", "no_rows", None),
        (b"1001;25998\n1002;25998\n", "no_header", None),
        (b'nr;naam\n1;"never closed\n2;x\n', "file_not_readable", "quotes"),
    ],
)
def test_what_is_no_table_has_its_own_fault(content: bytes, code: str, why: str | None) -> None:
    fault = fault_of(content)
    assert (fault.code, fault.facts.get("why")) == (code, why)


def test_limits() -> None:
    rows = b"1;25998\n" * 300_000
    assert fault_of(HEAD.encode() + b"\n" + rows).code == "too_many_rows"
    assert fault_of(b"a;b\n1;2\n", largest_file=5).code == "file_too_large"
    assert fault_of(b"a;" * 1000 + b"\n1;2\n").code == "row_too_long"


def test_a_zip_that_is_no_workbook() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("students.csv", HEAD)
    assert fault_of(out.getvalue()).facts["why"] == "archive"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert fault_of(out.getvalue()).facts["why"] == "document"


SHEET = "xl/worksheets/sheet1.xml"
GOOD = workbook(("nr", "crebo"), ("1", "25998"))


def sheet_xml(body: str, head: str = "") -> bytes:
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return (
        f'<?xml version="1.0"?>{head}<worksheet xmlns="{namespace}"><sheetData>{body}</sheetData></worksheet>'.encode()
    )


def test_a_cell_at_the_end_of_the_world_does_not_ask_for_gigabytes() -> None:
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert fault_of(repacked(GOOD, {SHEET: sheet_xml(far)})).code in ("row_too_long", "too_many_rows")
    deep = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    assert fault_of(repacked(GOOD, {SHEET: sheet_xml(deep)})).code == "too_many_rows"
    escaped = deep.replace('r="A1048576"', "r = '&#65;1048576'")
    assert fault_of(repacked(GOOD, {SHEET: sheet_xml(escaped)})).code == "too_many_rows"


@pytest.mark.parametrize(
    "body",
    [
        '<row r="1"><c r="A1"/><c r="C9999999999"/></row>',
        '<row r="1"><c r="A1"/><c r="c9999999"/></row>',
        '<row r="1"><c r="A1"/><c r="ZZZZ1"/></row>',
        '<row r="1"><c r=""/></row>',
        '<row r="99999999999999999999"><c/></row>',
        '<row r="4294967295"><c><v>1</v></c></row>',
        '<row r="-1"><c/></row>',
    ],
)
@pytest.mark.parametrize("root", ["worksheet", "sheet"])
def test_an_address_that_could_end_the_program_is_refused(body: str, root: str) -> None:
    part = sheet_xml(body).replace(b"worksheet", root.encode())
    assert fault_of(repacked(GOOD, {SHEET: part})).code in ("file_not_readable", "row_too_long", "too_many_rows")


def test_other_ways_to_ask_for_memory_are_refused() -> None:
    huge = sheet_xml("").replace(b"<sheetData>", b'<dimension ref="A1:C999999999"/><sheetData>')
    assert fault_of(repacked(GOOD, {SHEET: huge})).facts["why"] == "broken"
    strings = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="99999999999"/>'
    assert fault_of(repacked(GOOD, {"xl/sharedStrings.xml": strings})).facts["why"] == "broken"
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        index = archive.read("xl/_rels/workbook.xml.rels")
    hidden = repacked(GOOD, {"xl/_rels/workbook.xml.rels": index.replace(b"sheet1.xml", b"sheet1.png")})
    assert fault_of(hidden).facts["why"] == "dangerous"


def test_a_sheet_that_says_it_is_as_large_as_can_be_but_is_not_is_read() -> None:
    body = '<row r="1"><c r="A1" t="str"><v>nr</v></c></row><row r="3"><c r="A3"><v>7</v></c></row>'
    part = sheet_xml(body).replace(b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>')
    table = read_table(repacked(GOOD, {SHEET: part}))
    assert (table.header, [(line.number, line.cells) for line in table.lines]) == (("nr",), [(3, ("7",))])


def with_second_sheet(body: str) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(GOOD))
    book.create_sheet("Draaitabel")
    out = io.BytesIO()
    book.save(out)
    return repacked(out.getvalue(), {"xl/worksheets/sheet2.xml": sheet_xml(body)})


@pytest.mark.parametrize("far", ["XFD1", "A1048576", "XFD1048576"])
def test_a_second_sheet_may_reach_as_far_as_it_likes(far: str) -> None:
    """Only the first is read: the others are left out before calamine opens the file."""
    row = "".join(letter for letter in far if letter.isdigit())
    content = with_second_sheet(f'<row r="{row}"><c r="{far}"><v>1</v></c></row>')
    assert cells(read_table(content)) == [("1", "25998")]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        index = archive.read("xl/_rels/workbook.xml.rels")
    swapped = index.replace(b"sheet1.xml", b"sheet3.xml").replace(b"sheet2.xml", b"sheet1.xml")
    swapped = swapped.replace(b"sheet3.xml", b"sheet2.xml")
    first = fault_of(repacked(content, {"xl/_rels/workbook.xml.rels": swapped}))
    assert first.code in ("row_too_long", "too_many_rows")
    forged = with_second_sheet('<row r="1"><c r="C9999999999"/></row>')
    assert fault_of(forged).facts["why"] == "broken", "what is no address at all is refused wherever it stands"


def test_a_cell_that_failed_is_not_an_empty_cell() -> None:
    """Calamine gives nothing for ``#N/A`` and for a formula that was never worked out: a wish would be lost unseen."""
    body = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>nr</t></is></c></row>'
        '<row r="2"><c r="A2" t="e"><f>VLOOKUP(1,A1:A2,3)</f><v>#N/A</v></c><c r="B2" t="e"/></row>'
        '<row r="4"><c r="A4"><f>1+1</f><v>2</v></c><c r="B4" t="str"><f>""</f><v></v></c>'
        '<c r="C4"><f>1+1</f></c></row>'
        '<row r="5"><c r="A5"><v>7</v></c><c r="D5"><f>A1</f><v/></c></row>'
    )
    lines = read_table(repacked(GOOD, {SHEET: sheet_xml(body)})).lines
    assert [(line.number, line.cells) for line in lines] == [
        (2, ("#N/A", "#N/A")),
        (4, ("2", "", "#?")),
        (5, ("7", "", "", "#?")),
    ]
    elsewhere = with_second_sheet('<row r="2"><c r="A2" t="e"><v>#N/A</v></c></row>')
    assert cells(read_table(elsewhere)) == [("1", "25998")]


def test_a_thousand_damaged_workbooks_are_read_or_refused_but_never_break_us() -> None:
    draw = random.Random(2)
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    pieces = (b"9" * 20, b"-1", b"1e999", b'<c r="ZZZ9"/>', b't="s"', b"<v>9999999</v>", b"\xff", b"&#0;")
    outcomes = set()
    for number in range(1000):
        content = bytearray(GOOD)
        if number % 3 == 0:
            for _ in range(draw.randint(1, 8)):
                content[draw.randrange(len(content))] = draw.randrange(256)
        else:
            name = draw.choice([SHEET, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"])
            part = bytearray(parts[name])
            at = draw.randrange(len(part))
            part[at : at + draw.randint(0, 20)] = draw.choice(pieces)
            content = bytearray(repacked(GOOD, {name: bytes(part)}))
        try:
            outcomes.add(read_table(bytes(content)).encoding)
        except TableUnreadable as unreadable:
            outcomes.add(unreadable.fault.code)
    assert {"xlsx", "file_not_readable"} <= outcomes


def test_a_zip_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.services.files.workbook.LARGEST_UNPACKED", 20 * 1024 * 1024)
    bomb = repacked(GOOD, {"xl/media/zeros.bin": b"\x00" * (30 * 1024 * 1024)})
    assert len(bomb) < 100_000
    assert fault_of(bomb).facts["why"] == "bomb"
    lying = bytearray(bomb)
    for start in range(len(lying) - 4):  # the sizes in both directories of the zip now say: 16 bytes
        if lying[start : start + 4] == (30 * 1024 * 1024).to_bytes(4, "little"):
            lying[start : start + 4] = (16).to_bytes(4, "little")
    assert fault_of(bytes(lying)).facts["why"] == "bomb"


def test_macros_entities_and_torn_parts_are_refused() -> None:
    assert fault_of(repacked(GOOD, {"xl/vbaProject.bin": b"x"})).facts["why"] == "macros"
    entities = sheet_xml("", '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>')
    assert fault_of(repacked(GOOD, {SHEET: entities})).facts["why"] == "dangerous"
    assert fault_of(repacked(GOOD, {SHEET: b"<worksheet><sheetData><row>"})).facts["why"] == "broken"
    assert fault_of(GOOD[: len(GOOD) // 2]).facts["why"] == "broken"
    torn = bytearray(GOOD)
    torn[60:90] = b"\xff" * 30
    assert fault_of(bytes(torn)).facts["why"] == "broken"


def test_a_header_with_a_line_end_in_it_still_shows_its_delimiter() -> None:
    table = read_table(b'"nr\n(tekst)",naam,crebo\n1,a;b,25998\n')
    assert table.header == ("nr(tekst)", "naam", "crebo")
    assert table.lines[0].number == 2
