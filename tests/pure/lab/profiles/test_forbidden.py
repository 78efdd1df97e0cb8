"""What an invented application must not hold is found in every spelling, and harmless text is left alone."""

from __future__ import annotations

import time

import pytest

from testing_lab.profiles.forbidden import StudyContacts, forbidden_content, is_citizen_service_number, plain_phone
from tests.pure.lab.profiles.telling import told

CONTACTS = StudyContacts(domain="antwoord.example", phones=("06 00 00 00 01", "+31 (0)30 000 00 02"))


def _codes(text: str) -> list[str]:
    return [found.code for found in told(forbidden_content(text, path="p", contacts=CONTACTS))]


def test_the_eleven_test() -> None:
    # 9·1+8·1+7·1+6·2+5·2+4·2+3·3+2·3-1·3 = 66 = 6·11: the number that software makers use as an example.
    assert is_citizen_service_number("111222333")
    assert not is_citizen_service_number("111222334")
    assert is_citizen_service_number("10000008") is ((8 * 1 - 8) % 11 == 0)
    assert not is_citizen_service_number("000000000")
    assert not is_citizen_service_number("1112223330")
    assert not is_citizen_service_number("11122233a")
    # One in eleven of all numbers passes.
    assert sum(is_citizen_service_number(f"{number:09}") for number in range(500_000_000, 500_011_000)) == 1000


@pytest.mark.parametrize(
    "written", ["111222333", "111 222 333", "1112.22.333", "BSN: 111-222-333.", "nr 111222333,", "(111222333)"]
)
def test_citizen_service_numbers_in_every_spelling(written: str) -> None:
    assert _codes(f"Ik ben {written} en ik zoek een stage.") == ["pair-holds-bsn"]


@pytest.mark.parametrize("written", ["111222334", "2024-2025", "2023/2024", "12-03-2008", "5 6 7 8", "1112223330"])
def test_other_numbers_are_no_citizen_service_number(written: str) -> None:
    assert "pair-holds-bsn" not in _codes(f"Ik ben {written} en ik zoek een stage.")


def test_what_may_be_real_is_not_repeated() -> None:
    found = [
        *forbidden_content("111222333 en 06 12 34 56 78", path="p", contacts=CONTACTS),
    ]
    assert [(one.code, one.facts) for one in found] == [
        ("pair-holds-bsn", {"ending": "33"}), ("pair-holds-phone", {"ending": "78"})
    ]  # fmt: skip


@pytest.mark.parametrize(
    "written", ["0612345678", "06-12345678", "06 12 34 56 78", "+31612345678", "+31 (0)6 1234 5678", "0031 6 12345678",
                "030-1234567", "(030) 123 45 67"]
)  # fmt: skip
def test_numbers_of_others_are_found(written: str) -> None:
    assert _codes(f"Bel mij op {written}.") == ["pair-holds-phone"]


@pytest.mark.parametrize(
    "written",
    ["06 00 00 00 01", "0600000001", "06-00000001", "+31 6 00000001", "0031600000001", "030 0000002", "+31300000002"],
)
def test_numbers_of_the_study_pass(written: str) -> None:
    assert _codes(f"Bel mij op {written}.") == []


def test_phone_numbers_are_compared_by_their_digits() -> None:
    assert {plain_phone(one) for one in ("06 00 00 00 01", "+31 (0)6-00000001", "0031 600000001")} == {"0600000001"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Mail naar tim@gmail.com.", "pair-holds-mail"),
        ("Mail naar tim@antwoord.example.com.", "pair-holds-mail"),
        ("Mail naar tim@nietantwoord.example", "pair-holds-mail"),
        ("Pasfoto in de bijlage", "pair-holds-photo"),
        ("Foto: zie boven", "pair-holds-photo"),
        ("![ik](ik.png)", "pair-holds-photo"),
        ("Diplomanummer 123456", "pair-holds-document-number"),
        ("Mijn diploma heeft nummer 2024-88124.", "pair-holds-document-number"),
        ("Certificaat nr. AB12345", "pair-holds-document-number"),
        ("Studentnummer: 4012345", "pair-holds-document-number"),
        ("Dorpsstraat 12", "pair-holds-address"),
        ("3511 AB Utrecht", "pair-holds-address"),
        ("Zie https://cv.example/tim", "pair-holds-web"),
        ("LinkedIn: timvandijk", "pair-holds-web"),
    ],
)
def test_other_forbidden_things_are_found(text: str, code: str) -> None:
    assert _codes(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Mail naar tim@antwoord.example of tim@post.antwoord.example.",
        "Fotograferen is mijn hobby, ik maak veel foto's.",
        "Ik heb mijn diploma van het vmbo in 2024 gehaald.",
        "Ik woon op 15 minuten van de Dorpsstraat.",
        "Vanaf 2026 IN de zomer, 2025 WK",
        "Ik sta gemiddeld op een 7,4 en ik ben 18 jaar.",
    ],
)
def test_harmless_text_is_left_alone(text: str) -> None:
    assert _codes(text.replace(" IN de", " in de").replace(" WK", "")) == []


@pytest.mark.parametrize("piece", ["A", "a.", "1-", "0 ", "x@", "diploma ", "(0)"])
def test_a_hostile_text_takes_no_time(piece: str) -> None:
    # Quadratic patterns took 6 to 20 seconds for texts of this length.
    start = time.perf_counter()
    _codes(piece * (40_000 // len(piece)))
    assert time.perf_counter() - start < 3
