"""What is written can be read back, also when it looks like a formula; and no spreadsheet can run it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import unicodedata
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.services.files import OfferRecord, StudentRecord, read_offers, read_students, rows
from api.services.files.writing import csv_bytes, defused, table_file, xlsx_bytes
from matching.instance import GroupPlaces, SharedCapacity, Together

#: Text as it stands in a cell: no blanks around it, single blanks inside.
words = st.text(st.characters(codec="utf-8", exclude_categories=["C", "M", "Z"]), min_size=1, max_size=6).map(
    lambda text: unicodedata.normalize("NFC", text)
)
texts = st.lists(words, max_size=3).map(" ".join).filter(lambda text: "Ã" not in text and "Â" not in text)
formulas = st.builds("{}{}".format, st.sampled_from(["=", "+", "-", "@", "'=", "''+", "'", "＝"]), words)
ids = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=8).map("o".__add__)
tags = st.text(st.characters(codec="ascii", categories=["Ll"]), min_size=2, max_size=8).map("t-".__add__)
group_places = st.dictionaries(st.sampled_from(["level", "team"]), ids, max_size=2).map(
    lambda groups: tuple(GroupPlaces(grouping=g, value=value, places=3) for g, value in sorted(groups.items()))
)
crebos = st.integers(20000, 29999).map(str)
dates = st.none() | st.dates(dt.date(2000, 1, 1), dt.date(2040, 1, 1))


def unique(items: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, unique=True, max_size=4).map(tuple)


@st.composite
def period(draw: st.DrawFn) -> dict[str, dt.date | None]:
    start, end = draw(dates), draw(dates)
    if start and end and end < start:
        start, end = end, start
    return {"start_date": start, "end_date": end}


@st.composite
def days(draw: st.DrawFn) -> dict[str, Any]:
    if draw(st.booleans()):
        return {"days_per_week": draw(st.none() | st.integers(1, 5))}
    return {"days": tuple(d for d in ("mo", "tu", "we", "th", "fr") if draw(st.booleans()))}


@st.composite
def wishes(draw: st.DrawFn) -> tuple[tuple[str, ...], ...]:
    classes: list[list[str]] = []
    for offer in draw(unique(ids)):
        if classes and draw(st.booleans()):
            classes[-1].append(offer)
        else:
            classes.append([offer])
    return tuple(tuple(sorted(equals)) for equals in classes)


@st.composite
def students(draw: st.DrawFn) -> StudentRecord:
    return StudentRecord(
        row=2, student_number=draw(ids), crebo=draw(crebos), name=draw(texts | formulas), team=draw(texts | formulas),
        email=draw(st.just("") | st.just("-a@school.test")), location=draw(texts),
        level=draw(st.none() | st.integers(1, 4)),
        learning_path=draw(st.sampled_from([None, "BOL", "BBL"])), study_year=draw(st.none() | st.integers(1, 4)),
        postcode4=draw(st.none() | st.integers(1000, 9999).map(str)), place=draw(texts | formulas),
        transport=draw(st.sampled_from([None, "walk", "bike", "public_transport", "car"])),
        max_travel_minutes=draw(st.none() | st.integers(0, 600)), preferences=draw(wishes()),
        only_preferences=draw(st.booleans()), learning_wishes=draw(unique(tags)), support_needs=draw(unique(tags)),
        failed_applications=draw(st.integers(0, 1000)), locked_offer=draw(st.none() | ids),
        forbidden_offers=draw(unique(ids)), **draw(period()), **draw(days()),
        groups=tuple(sorted(draw(st.dictionaries(st.sampled_from(["cohort", "support", "x"]), ids)).items())),
        together_with=tuple(
            Together(student_number=f"z{number}", must=draw(st.booleans())) for number in sorted(draw(unique(ids)))
        ),
    )  # fmt: skip


@st.composite
def offers(draw: st.DrawFn) -> OfferRecord:
    return OfferRecord(
        row=2, offer_id=draw(ids), places=draw(st.sampled_from([0, 7, 100_000])),
        crebos=tuple(draw(st.lists(crebos, unique=True, min_size=1, max_size=3))),
        training_company_id=draw(st.none() | ids), company=draw(texts | formulas), establishment=draw(texts | formulas),
        levels=tuple(sorted(draw(st.sets(st.integers(1, 4))))),
        learning_path=draw(st.sampled_from([None, "BOL", "BBL"])),
        postcode4=draw(st.none() | st.integers(1000, 9999).map(str)), place=draw(texts), tags=draw(unique(tags)),
        support_offered=draw(unique(tags)), recognition_checked_on=draw(dates),
        status=draw(st.sampled_from(["open", "closed", "blocked"])), **draw(period()), **draw(days()),
        reserves=draw(group_places), maximum_share=draw(group_places), minimum=draw(st.integers(0, 2)),
        shared_capacity=draw(st.none() | st.builds(SharedCapacity, name=ids, places=st.integers(2, 9))),
    )  # fmt: skip


@given(students(), st.sampled_from(["csv", "xlsx", "comma"]))
def test_a_student_comes_back_as_it_was(record: StudentRecord, form: str) -> None:
    cells = [rows.student_row(record)]
    content = {
        "csv": lambda: csv_bytes(rows.STUDENT_HEADER, cells),
        "comma": lambda: csv_bytes(rows.STUDENT_HEADER, cells, delimiter=",", mark=False),
        "xlsx": lambda: xlsx_bytes(rows.STUDENT_HEADER, cells),
    }[form]()
    reading = read_students(content, "s")
    assert reading.serious == ()  # two drawn letters may look like a damaged one, which is pointed at
    assert reading.records == (record,)


@given(offers(), st.sampled_from(["csv", "xlsx"]))
def test_an_offer_comes_back_as_it_was(record: OfferRecord, form: str) -> None:
    make = csv_bytes if form == "csv" else xlsx_bytes
    reading = read_offers(make(rows.OFFER_HEADER, [rows.offer_row(record)]), "o")
    assert reading.serious == ()  # two drawn letters may look like a damaged one, which is pointed at
    assert reading.records == (record,)


EVIL = ['=cmd|"/c calc"!A1', "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "'=1", "'@x"]


@pytest.mark.parametrize("evil", EVIL)
def test_no_cell_starts_a_formula(evil: str) -> None:
    text = csv_bytes((evil,), [(evil,)]).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=";"):
        assert row[0].startswith("'")
        assert row[0][1:] == evil
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes((evil,), [(evil,)])))
    sheet = book.active
    assert sheet is not None
    for (cell,) in sheet.iter_rows(max_col=1):
        assert cell.data_type in ("s", "inlineStr")


def test_what_is_harmless_stays_as_it_is() -> None:
    for text in ("1=2", "a-b", "O'Brien", "'s-Hertogenbosch", "", "3,5"):
        assert defused(text) == text
    content = csv_bytes(("a", "b"), [(-5, None), (dt.date(2027, 2, 1), 2.5)]).decode("utf-8-sig")
    assert content == "a;b\r\n-5;\r\n2027-02-01;2.5\r\n"


def test_characters_that_no_file_can_hold_are_left_out() -> None:
    for form in ("csv", "xlsx"):
        out = table_file("uit", ("a",), [("x\x00y\ud800\x0bz",)], form)  # type: ignore[arg-type]  # a str of the two
        assert out.name == f"uit.{form}"
        assert b"\x00" not in out.content or form == "xlsx"
