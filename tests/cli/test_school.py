"""The synthetic school: the same on every machine, believable, and with names that mean nothing."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from api.services.demo.files import csv_bytes, with_forbidden_column, with_mistakes, write_files
from api.services.demo.programmes import PROGRAMMES
from api.services.demo.school import School, draw
from api.services.files import read_equivalents, read_offers, read_students
from api.services.files.crosschecks import uncertain_places, unknown_offers
from api.services.places import known


@pytest.fixture(scope="module")
def school() -> School:
    return draw()


def test_it_has_the_size_and_the_shortages_of_the_brief(school: School) -> None:
    places: Counter[str] = Counter()
    for offer in school.offers:
        if offer["status"] == "open":
            places[offer["crebos"]] += int(offer["places"])
    assert len(school.students) == 1200
    assert 1050 <= sum(int(offer["places"]) for offer in school.offers) <= 1150
    assert len(PROGRAMMES) == 12
    students = Counter(student["crebo"] for student in school.students)
    assert places["25498"] < 0.7 * students["25498"]  # Helpende Zorg en Welzijn
    assert places["25960"] < 0.7 * students["25960"]  # Business Services
    assert sum(1 for student in school.students if student["locked_offer"]) == 8
    assert any(not offer["recognition_checked_on"] for offer in school.offers)
    assert any("=" in student["preferences"] for student in school.students)
    assert any(student["support_needs"] for student in school.students)
    assert {offer["status"] for offer in school.offers} == {"open", "closed"}


def test_the_same_seed_draws_the_same_school(school: School) -> None:
    assert draw() == school
    assert draw(seed=1) != school


def test_other_names_change_nothing_but_names(school: School) -> None:
    other = draw(name_seed=1)
    people, companies = ({"name": ""}, {"company": ""})
    assert [row["name"] for row in other.students] != [row["name"] for row in school.students]
    assert [row | people for row in other.students] == [row | people for row in school.students]
    assert [row | companies for row in other.offers] == [row | companies for row in school.offers]


def test_the_importer_has_no_remark_about_it(school: School) -> None:
    offers = read_offers(csv_bytes(school.offers), "offers.csv")
    students = read_students(csv_bytes(school.students), "students.csv")
    equivalents = read_equivalents(csv_bytes(school.equivalents), "equivalents.csv")
    assert (offers.faults, students.faults, equivalents.faults) == ((), (), ())
    assert (offers.unknown_columns, students.unknown_columns) == ((), ())
    assert unknown_offers(students.records, {record.offer_id for record in offers.records}) == ()
    assert uncertain_places(students.records, known) + uncertain_places(offers.records, known) == ()


def test_excel_says_what_csv_says(school: School, tmp_path: Path) -> None:
    write_files(school, tmp_path)
    from_excel = read_students((tmp_path / "students.xlsx").read_bytes(), "students.xlsx")
    assert from_excel.records == read_students(csv_bytes(school.students), "students.csv").records


def test_the_wrong_files_are_wrong_in_the_ways_they_promise(school: School) -> None:
    mistakes = read_students(csv_bytes(with_mistakes(school)), "mistakes.csv")
    assert (len(mistakes.serious), len(mistakes.records)) == (6, 34)  # the unknown offer shows only beside the offers
    forbidden = read_students(csv_bytes(with_forbidden_column(school)), "forbidden.csv")
    assert forbidden.fatal
    assert {fault.code for fault in forbidden.faults} == {"column_forbidden"}


def test_a_larger_school_is_as_many_times_larger() -> None:
    larger = draw(times=3)
    assert len(larger.students) == 3600
    assert len({row["student_number"] for row in larger.students}) == 3600
    assert len({row["offer_id"] for row in larger.offers}) == len(larger.offers)
    assert len({row["company"] for row in larger.offers}) == len(larger.offers)
