"""Forbidden columns: by name in both languages, by content, inside groups; and what must not be mistaken for them."""

from __future__ import annotations

import pytest

from api.services.files import read_offers, read_students
from api.services.files.forbidden import name_subject, passes_bsn_test

FORBIDDEN = {
    "bsn": ["BSN", "bsn_nummer", "StudentBSN", "Burgerservicenummer", "Sofi-nummer", "PGN", "Onderwijsnummer"],
    "origin": ["Etniciteit", "ethnicity", "ethnic_group", "Afkomst", "land van herkomst", "Ras", "race", "Huidskleur",
               "migratieachtergrond", "migration background", "Culturele achtergrond", "Niet-westers", "Moedertaal"],
    "nationality": ["Nationaliteit", "Nationaliteit 2", "nationality", "Citizenship", "verblijfsstatus"],
    "birthplace": ["Geboorteplaats", "geboorteland", "Geboorte-land vader", "birthplace",
                   "Place of birth", "BirthCountry", "geb.land", "Plaats van geboorte"],
    "religion": ["Geloof", "godsdienst", "Religie", "religion", "Levensovertuiging", "faith"],
    "photo": ["Foto", "pasfoto", "photo_url", "Foto (link)", "portret"],
    "diagnosis": ["Diagnose", "diagnosis", "Medische gegevens", "ADHD", "autisme", "handicap", "disability"],
    "orientation": ["Seksuele geaardheid", "sexual orientation", "seksuele voorkeur"],
}  # fmt: skip
INNOCENT = [
    "terras", "jobs nl", "trace", "Fotograaf", "beroep fotografie", "fotografie-ervaring", "gehandicaptenzorg",
    "medisch assistent", "religieuze kunst", "opmerkingen", "grasveld", "embrace", "klas",
    "support_needs", "levels", "place", "team", "Nummer", "postcode", "begeleiding", "brasserie", "website",
]  # fmt: skip


@pytest.mark.parametrize(("subject", "name"), [(s, n) for s, names in FORBIDDEN.items() for n in names])
def test_a_forbidden_name_refuses_the_file(subject: str, name: str) -> None:
    reading = read_students(f"student_number;crebo;{name}\n1;25998;\n".encode(), "s.csv")
    assert [(f.code, f.column, f.facts["subject"]) for f in reading.faults] == [("column_forbidden", name, subject)]
    assert reading.fatal
    assert reading.records == ()
    assert reading.table is None
    assert reading.unknown_columns == (), "those would be kept, and of this file nothing is"


@pytest.mark.parametrize("name", INNOCENT)
def test_an_innocent_name_does_not(name: str) -> None:
    assert name_subject(name) is None


def test_the_eleven_test() -> None:
    # 111222333 and 123456782 are the well-known valid examples; the third has a wrong last digit.
    assert [passes_bsn_test(cell) for cell in ("111222333", "123456782", "123456789")] == [True, True, False]
    assert passes_bsn_test("1112 22 333") is True
    assert passes_bsn_test("10000008") is passes_bsn_test("010000008")
    assert passes_bsn_test("000000000") is False
    assert passes_bsn_test("1234567") is None


BSNS = [number for number in map(str, range(123456700, 123457700)) if passes_bsn_test(number)]


def students_with(values: list[str], column: str = "kenmerk") -> bytes:
    rows = "".join(f"s{i};25998;{value}\n" for i, value in enumerate(values))
    return f"student_number;crebo;{column}\n{rows}".encode()


@pytest.mark.parametrize("values", [BSNS[:5], BSNS[:3], BSNS[:40] + ["123456789"] * 3, BSNS])
def test_a_column_of_bsns_is_refused_whatever_its_name(values: list[str]) -> None:
    reading = read_students(students_with(values), "s.csv")
    assert [(f.code, f.column, f.facts) for f in reading.faults] == [
        ("content_forbidden", "kenmerk", {"subject": "bsn"})
    ]
    assert reading.fatal


def test_bsns_as_student_numbers_are_refused_and_other_nine_digit_numbers_are_not() -> None:
    head = "student_number;crebo\n"
    assert read_students((head + "".join(f"{b};25998\n" for b in BSNS)).encode(), "s.csv").fatal
    numbers = range(300000000, 300002000)
    fine = read_students((head + "".join(f"{n};25998\n" for n in numbers)).encode(), "s.csv")
    assert len(fine.records) == 2000
    spoken = read_students(students_with(["BSN: 123456782"], "opmerking"), "s.csv")
    assert spoken.faults[0].facts == {"subject": "bsn"}


def test_a_bsn_among_other_words_is_pointed_at() -> None:
    content = b"student_number;crebo;opmerking\n1;25998;kat\n2;25998;bsn: 123456782\n"
    (fault,) = read_students(content, "s.csv").faults
    assert (fault.code, fault.row, fault.column) == ("content_forbidden", 3, "opmerking")


def test_a_message_never_repeats_forbidden_content() -> None:
    reading = read_students(students_with(["ADHD en faalangst"], "support_needs"), "s.csv")
    assert [(f.code, f.row, f.facts["subject"]) for f in reading.faults] == [("content_forbidden", 2, "diagnosis")]
    assert "adhd" not in str(reading).lower()


@pytest.mark.parametrize("cell", ["dyslexie", "rustige werkplek|Autistisch", "ASS", "Gilles de la Tourette", "PTSS"])
def test_a_diagnosis_among_support_needs_is_refused(cell: str) -> None:
    assert read_students(students_with([cell], "support_needs"), "s.csv").fatal


@pytest.mark.parametrize("cell", ["rustige werkplek", "rolstoeltoegankelijk", "extra tijd", "klas 3|vaste begeleider"])
def test_a_need_is_not_a_diagnosis(cell: str) -> None:
    assert not read_students(students_with([cell], "support_needs"), "s.csv").faults


def test_a_wish_to_work_with_people_who_have_a_condition_is_a_wish() -> None:
    assert not read_students(students_with(["kinderen met autisme"], "learning_wishes"), "s.csv").faults
    offers = b"offer_id;places;crebos;tags\nO1;1;25998;zorg bij dementie|autisme\n"
    assert not read_offers(offers, "o.csv").faults


def test_a_column_of_nationalities_or_beliefs_is_refused_whatever_its_name() -> None:
    assert read_students(students_with(["Turkse", "Nederlandse", "Marokkaanse", ""], "nat"), "s.csv").fatal
    assert read_students(students_with(["islam", "katholiek", "geen", "moslim"], "gl"), "s.csv").fatal
    assert not read_students(students_with(["kat", "hond", "turks fruit"], "nat"), "s.csv").fatal


@pytest.mark.parametrize("grouping", ["etniciteit", "nationality", "geslacht", "Gender", "leeftijd", "religie"])
def test_a_protected_trait_is_never_a_grouping(grouping: str) -> None:
    reading = read_students(students_with([f"cohort=2025|{grouping}=x"], "groups"), "s.csv")
    assert reading.fatal
    assert reading.records == ()
    assert reading.faults[0].code == "column_forbidden"


def test_sex_and_birth_date_are_left_out_and_said_so() -> None:
    content = "student_number;crebo;Geslacht;Geboortedatum;huisdier\n1;25998;V;01-02-2008;kat\n"
    reading = read_students(content.encode(), "s.csv")
    assert [(f.code, f.column, f.serious) for f in reading.faults] == [
        ("column_not_kept", "Geslacht", False),
        ("column_not_kept", "Geboortedatum", False),
    ]
    assert reading.records[0].extra == {"huisdier": "kat"}
    assert reading.unknown_columns == ("huisdier",), "those that are kept"
