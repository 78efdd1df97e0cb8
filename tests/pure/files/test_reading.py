"""Cells to records: every variation of the contract, and a fault with row and column for everything else."""

from __future__ import annotations

import datetime as dt

import pytest

from api.services.files import read_equivalents, read_offers, read_pairs, read_students, read_travel
from api.services.files.crosschecks import uncertain_places, unknown_in_pairs, unknown_offers
from api.services.files.students import StudentRecord


def student(**cells: str) -> StudentRecord:
    names = {"student_number": "1", "crebo": "25998", **cells}
    content = ";".join(names) + "\n" + ";".join(f'"{cell}"' for cell in names.values()) + "\n"
    reading = read_students(content.encode(), "s.csv")
    assert not reading.serious, reading.faults
    return reading.records[0]


def fault(kind: str = "students", **cells: str) -> tuple[str, int | None, str | None, dict[str, str | int]]:
    first = {"student_number": "1", "crebo": "25998"} if kind == "students" else {
        "offer_id": "O1", "places": "1", "crebos": "25998"}  # fmt: skip
    names = {**first, **cells}
    content = (";".join(names) + "\n" + ";".join(f'"{cell}"' for cell in names.values()) + "\n").encode()
    reading = read_students(content, "s.csv") if kind == "students" else read_offers(content, "o.csv")
    assert reading.records == ()
    assert not reading.fatal
    (only,) = reading.faults
    return only.code, only.row, only.column, only.facts


@pytest.mark.parametrize("cell", ["2027-02-01", "01-02-2027", "1-2-2027", "2027-02-01 00:00:00", "2027-02-01T00:00"])
def test_dates(cell: str) -> None:
    assert student(start_date=cell).start_date == dt.date(2027, 2, 1)


@pytest.mark.parametrize(
    "cell", ["01/02/2027", "1-2-27", "februari", "46054", "2027-02-30", "31-04-2027", "2027-02-01 09:30"]
)
def test_what_is_no_date(cell: str) -> None:
    assert fault(start_date=cell) == ("cell_not_date", 2, "start_date", {"value": cell})


def test_the_rest_of_a_student() -> None:
    found = student(
        days="vr | Ma|we", postcode4="3511 ab", transport="OV", only_preferences="Ja", preferences=" O7|O3 = O9||O1|",
        learning_wishes="Brood|brood|Gast  vrij", max_travel_minutes="45.0", groups="Support=yes| cohort=2025",
        learning_path="bol", place="’s-Gravenhage", forbidden_offers="O5|O6", locked_offer="O9",
    )  # fmt: skip
    assert found.days == ("mo", "we", "fr")
    assert (found.postcode4, found.transport, found.only_preferences) == ("3511", "public_transport", True)
    assert found.preferences == (("O7",), ("O3", "O9"), ("O1",))
    assert (found.learning_wishes, found.max_travel_minutes) == (("brood", "gast vrij"), 45)
    assert found.groups == (("cohort", "2025"), ("support", "yes"))
    assert (found.learning_path, found.forbidden_offers, found.locked_offer) == ("BOL", ("O5", "O6"), "O9")
    assert student(days="3").days_per_week == 3


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("crebo", "2599", "cell_not_crebo"),
        ("crebo", "２５９９８", "cell_not_crebo"),
        ("crebo", "", "cell_missing"),
        ("student_number", "", "cell_missing"),
        ("student_number", "1,23E+05", "cell_in_scientific_notation"),
        ("student_number", "1|2", "cell_has_separator"),
        ("student_number", "x" * 41, "cell_too_long"),
        ("name", "x" * 33_000, "cell_too_long"),
        ("name", "a\x00b", "cell_control_character"),
        ("student_number", "1\u200b", "cell_control_character"),
        ("name", "a\u202eb", "cell_control_character"),
        ("level", "5", "cell_out_of_range"),
        ("level", "vier", "cell_not_number"),
        ("level", "3.5", "cell_not_number"),
        ("study_year", "0", "cell_out_of_range"),
        ("days", "6", "cell_out_of_range"),
        ("days", "2.5", "cell_not_number"),
        ("days", "mo|za", "cell_not_days"),
        ("days", "ma,di", "cell_not_days"),
        ("team", "#N/B", "cell_sheet_error"),
        ("student_number", "#REF!", "cell_sheet_error"),
        ("postcode4", "0123", "cell_not_postcode4"),
        ("postcode4", "351", "cell_not_postcode4"),
        ("transport", "raket", "cell_not_choice"),
        ("max_travel_minutes", "-1", "cell_out_of_range"),
        ("max_travel_minutes", "1e2", "cell_not_number"),
        ("only_preferences", "misschien", "cell_not_choice"),
        ("preferences", "O1|O2=O1", "offer_twice"),
        ("groups", "cohort", "cell_not_pairs"),
        ("groups", "cohort=1|cohort=2", "cell_not_pairs"),
        ("start_date", "01-01-1899", "cell_out_of_range"),
    ],
)
def test_a_wrong_cell_of_a_student(column: str, cell: str, code: str) -> None:
    said = fault(**{column: cell})
    assert said[:3] == (code, 2, column)


def test_a_minimum_of_one_is_no_rule() -> None:
    assert len(read_offers(b"offer_id;places;crebos;minimum\nO1;1;25998;1\n", "o.csv").records) == 1


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("places", "-1", "cell_out_of_range"),
        ("places", "", "cell_missing"),
        ("crebos", "25998,25999", "cell_not_crebo"),
        ("crebos", "|", "cell_missing"),
        ("levels", "2|5", "cell_out_of_range"),
        ("status", "weg", "cell_not_choice"),
        ("offer_id", "O=1", "cell_has_separator"),
    ],
)
def test_a_wrong_cell_of_an_offer(column: str, cell: str, code: str) -> None:
    assert fault("offers", **{column: cell})[:3] == (code, 2, column)


def test_an_offer() -> None:
    content = (
        "Offer ID,Leerbedrijf-ID,BPV-bedrijf,aantal plaatsen,CREBO,niveau,plaats,status\n"
        "O1,00123,De Korst,2,25998|25999|25998,4|3,Utrecht,Gesloten\n"
    )
    (offer,) = read_offers(content.encode(), "o.csv").records
    assert (offer.training_company_id, offer.company, offer.places) == ("00123", "De Korst", 2)
    assert (offer.crebos, offer.levels, offer.status) == (("25998", "25999"), (3, 4), "closed")


def test_a_period_that_ends_before_it_begins() -> None:
    assert fault(start_date="2027-07-01", end_date="2027-02-01") == (
        "period_reversed", 2, "end_date", {"start": "2027-07-01", "end": "2027-02-01"},
    )  # fmt: skip


def test_a_file_of_another_kind_is_recognised() -> None:
    students, offers = b"Student number;crebo\n1;25998\n", b"offer_id;places;crebos\nO1;1;25998\n"
    equal = b"crebo;equivalent_crebo\n25998;25999\n"
    found = (read_offers(students, "s.csv"), read_students(offers, "o.csv"), read_students(equal, "e.csv"))
    assert [[(f.code, f.facts) for f in reading.faults] for reading in found] == [
        [("file_of_other_kind", {"kind": kind})] for kind in ("students", "offers", "equivalents")
    ]
    assert not read_students(b"student_number;crebo;offer_id\n1;25998;O1\n", "s.csv").fatal


def test_the_header() -> None:
    missing = read_students(b"nummer;naam\n1;x\n", "s.csv")
    assert [(f.code, f.row, f.column) for f in missing.faults] == [("column_missing", 1, "crebo")]
    twice = read_students(b"student_number;crebo;CREBO \n1;25998;25998\n", "s.csv")
    assert [(f.code, f.column) for f in twice.faults] == [("column_twice", "crebo")]
    alias_beside = read_students(b"student_number;Nummer;crebo\n1;a7;25998\n", "s.csv")
    assert (alias_beside.unknown_columns, alias_beside.records[0].extra) == (("Nummer",), {"Nummer": "a7"})
    nameless = read_students(b"student_number;;crebo\n1;a7;25998\n", "s.csv")
    assert nameless.records[0].extra == {"column 2": "a7"}


def test_a_row_with_too_many_cells_and_one_with_too_few() -> None:
    reading = read_students(b"student_number;crebo;name\n1;25998;Jan; Piet\n2;25998\n3;25998;x;;\n", "s.csv")
    assert [(f.code, f.row) for f in reading.faults] == [("row_too_long", 2)]
    assert [record.student_number for record in reading.records] == ["2", "3"]


def test_every_fault_of_a_row_is_told_and_good_rows_stay() -> None:
    reading = read_students(b"student_number;crebo;level\n1;x;9\n2;25998;4\n2;25999;4\n", "s.csv")
    assert [(f.code, f.row, f.column) for f in reading.faults] == [
        ("cell_not_crebo", 2, "crebo"),
        ("cell_out_of_range", 2, "level"),
        ("duplicate_key", 4, "student_number"),
    ]
    assert [record.row for record in reading.records] == [3]
    assert reading.rows == 3


def test_letters_that_went_wrong_are_pointed_at_and_the_row_stays() -> None:
    reading = read_students("student_number;crebo;naam\n1;25998;ZoÃ«\n2;25998;Zoë Ã\n".encode(), "s.csv")
    assert [(f.code, f.row, f.column, f.serious) for f in reading.faults] == [("text_garbled", 2, "naam", False)]
    assert len(reading.records) == 2


def test_equivalents_pairs_and_travel() -> None:
    same = read_equivalents(b"crebo,equivalent_crebo\n25998,25999\n25998,25998\n25998,25999\n", "e.csv")
    assert [(f.code, f.row) for f in same.faults] == [("equivalent_same", 3), ("duplicate_key", 4)]
    pairs = read_pairs(b"student_number,offer_id,utility,rank\n1,O1,1000,1\n1,O2,1001,\n1,O1,3,\n", "p.csv")
    assert [(f.code, f.row) for f in pairs.faults] == [("cell_out_of_range", 3), ("duplicate_key", 4)]
    assert (pairs.records[0].utility, pairs.records[0].rank, pairs.records[0].travel_minutes) == (1000, 1, None)
    travel = read_travel(b"home_zone,work_zone,transport,minutes\n3511,1211,fiets,75\n", "t.csv")
    assert (travel.records[0].transport, travel.records[0].minutes) == ("bike", 75)
    unknown = unknown_in_pairs(pairs.records, {"2"}, {"O1"})
    assert [(f.code, f.row, f.column) for f in unknown] == [("unknown_student", 2, "student_number")]


def test_names_of_offers_that_do_not_exist() -> None:
    content = b"student_number;crebo;preferences;locked_offer;forbidden_offers\n1;25998;O1|O8;O9;O1\n2;25998;O1;;\n"
    reading = read_students(content, "s.csv")
    faults = unknown_offers(reading.records, {"O1"})
    assert [(f.row, f.column, f.facts["offer"]) for f in faults] == [
        (2, "preferences", "O8"),
        (2, "locked_offer", "O9"),
    ]
    checked = reading.with_faults(faults)
    assert [record.student_number for record in checked.records] == ["2"]
    assert checked.serious == faults


def test_places_that_we_cannot_find_are_pointed_at() -> None:
    content = b"student_number;crebo;place;postcode4\n1;25998;Atlantis;\n2;25998;;3511\n3;25998;Utrecht;\n"
    reading = read_students(content, "s.csv")
    faults = uncertain_places(reading.records, lambda place: place == "Utrecht")
    assert [(f.code, f.row, f.facts) for f in faults] == [
        ("postcode_without_place", None, {"count": 1}),
        ("place_unknown", 2, {"value": "Atlantis"}),
    ]
    assert len(reading.with_faults(faults).records) == 3


def test_one_letter_written_in_two_ways_is_one_letter() -> None:
    content = "student_number;crebo\ne\u0301;25998\n\u00e9;25998\n".encode()
    assert [(f.code, f.row) for f in read_students(content, "s.csv").faults] == [("duplicate_key", 3)]
