"""Rows of a frame: usable, or refused with every reason; nothing is lost."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testing_lab.frame.checking import CheckedFrame, check_entries, still_allowed
from testing_lab.frame.entries import CompanyIdentity, TestedBefore, plain_name
from testing_lab.frame.reading import FrameRow

TODAY = dt.date(2026, 12, 1)
GOOD = {
    "entry_id": "v1", "company": "Bakkerij Voorbeeld B.V.", "kvk": "90000001", "establishment_number": "000070000001",
    "postcode4": "3511", "place": "Utrecht", "sector": "horeca", "size_class": "10-49", "vacancy_title": "Stage bakker",
    "contact_email": "stage@bakkerij.example", "source": "vacaturesite", "found_on": "2026-11-30",
}  # fmt: skip


def checked(*changes: dict[str, str], **known: object) -> CheckedFrame:
    rows = [FrameRow(row=place, cells={**GOOD, **change}) for place, change in enumerate(changes, start=2)]
    return check_entries(rows, cool_down_days=180, today=TODAY, **known)


def codes(frame: CheckedFrame) -> list[tuple[int, str]]:
    return [(one.row, finding.code) for one in frame.refused for finding in one.findings]


def other(number: int) -> dict[str, str]:
    """Another establishment of another company."""
    kvk, establishment = f"9{number:07}", f"00007{number:07}"
    return {"entry_id": f"v{number}", "company": f"Zaak {number}", "kvk": kvk, "establishment_number": establishment}


def test_a_good_row_becomes_an_entry() -> None:
    frame = checked({"postcode4": "3511 ab", "found_on": "30-11-2026", "phone": "(000) 00 00 00"})
    (entry,) = frame.usable
    assert (entry.postcode4, entry.found_on, entry.phone) == ("3511", dt.date(2026, 11, 30), "000000000")
    assert entry.stratum == ("horeca", "10-49")
    assert (frame.refused, frame.warnings) == ((), ())


def test_zeros_that_a_spreadsheet_ate_come_back_and_are_said() -> None:
    frame = checked({"kvk": "9 000 001", "establishment_number": "90000002"})
    assert (frame.usable[0].kvk, frame.usable[0].establishment_number) == ("09000001", "000090000002")
    assert [(one.path, one.code, one.facts["full"]) for one in frame.warnings] == [
        ("row 2, column kvk", "frame-zeros-added", "09000001"),
        ("row 2, column establishment_number", "frame-zeros-added", "000090000002"),
    ]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"company": " "}, "frame-cell-missing"),
        ({"place": ""}, "frame-cell-missing"),
        ({"vacancy_title": "x" * 301}, "frame-cell-too-long"),
        ({"kvk": "123"}, "frame-number-unreadable"),
        ({"kvk": "00000000"}, "frame-number-unreadable"),
        ({"establishment_number": "0000700000012"}, "frame-number-unreadable"),
        ({"kvk": "٣٣٣٣٣٣٣٣"}, "frame-number-unreadable"),
        ({"establishment_number": "90000001"}, "frame-number-is-kvk"),
        ({"postcode4": "0511"}, "frame-postcode-unreadable"),
        ({"found_on": "31-02-2026"}, "frame-day-unreadable"),
        ({"found_on": "gisteren"}, "frame-day-unreadable"),
        ({"found_on": "2026-12-02"}, "frame-day-in-future"),
        ({"contact_email": "stage at bakkerij"}, "frame-email-unreadable"),
        ({"phone": "bel mij"}, "frame-phone-unreadable"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(change: dict[str, str], code: str) -> None:
    frame = checked(change)
    assert frame.usable == ()
    column = next(iter(change))
    (reason,) = [one for one in frame.refused[0].findings if one.level == "error"]
    assert (reason.code, reason.path, reason.facts["column"]) == (code, f"row 2, column {column}", column)


def test_every_fault_of_a_row_is_told_at_once() -> None:
    frame = checked({"company": "", "postcode4": "x", "found_on": "", "kvk": "1"})
    assert sorted(code for _, code in codes(frame)) == [
        "frame-cell-missing", "frame-cell-missing", "frame-number-unreadable", "frame-postcode-unreadable",
    ]  # fmt: skip


def test_an_entry_without_contact_is_usable_and_said() -> None:
    frame = checked({"contact_email": ""})
    assert [one.code for one in frame.warnings] == ["frame-no-contact"]
    assert len(frame.usable) == 1


def test_a_column_of_no_frame_is_not_taken_in() -> None:
    frame = checked({"nationality": "x"}, {**other(5), "nationality": "y"})
    assert [(one.code, one.facts) for one in frame.warnings] == [("frame-column-unknown", {"column": "nationality"})]


@pytest.mark.parametrize(
    ("change", "twice"),
    [
        ({}, True),  # the number of the establishment
        ({"establishment_number": "000070000009"}, False),  # another establishment of the company
        ({"establishment_number": ""}, True),  # KvK number and postcode
        ({"establishment_number": "", "postcode4": "3512"}, False),
        ({"establishment_number": "", "kvk": "90000002"}, False),
        ({"establishment_number": "", "kvk": "", "company": "BAKKERIJ voorbeeld bv"}, True),  # name and postcode
        ({"establishment_number": "", "kvk": "", "company": "Bakkerij Anders"}, False),
        ({"company": "Handelsnaam", "postcode4": "9999"}, True),
    ],
)
def test_an_establishment_comes_once_by_the_surest_mark_that_both_have(change: dict[str, str], *, twice: bool) -> None:
    for first, second in (({}, change), (change, {})):
        frame = checked(first, {**second, "entry_id": "v2"})
        assert codes(frame) == ([(3, "frame-establishment-twice")] if twice else [])


def test_a_refused_row_keeps_no_other_row_out() -> None:
    frame = checked({"place": ""}, {})
    assert [one.row for one in frame.usable] == [3]


def test_an_id_comes_once() -> None:
    assert codes(checked({}, {**other(3), "entry_id": "v1"})) == [(3, "frame-id-twice")]


@pytest.mark.parametrize(
    ("company", "refused"),
    [
        (CompanyIdentity(company="Anders", kvk="90000001"), True),
        (CompanyIdentity(company="bakkerij voorbeeld", kvk="90000002"), False),  # two companies of one name
        (CompanyIdentity(company="bakkerij voorbeeld"), True),
        (CompanyIdentity(company="Anders", establishment_number="000070000001"), True),
        (CompanyIdentity(company="Anders", postcode4="3511"), False),
    ],
)
def test_a_company_is_kept_out_as_a_whole(company: CompanyIdentity, *, refused: bool) -> None:
    assert codes(checked({}, blocked=[company])) == ([(2, "frame-company-blocked")] if refused else [])
    assert codes(checked({}, in_other_studies=[company])) == ([(2, "frame-company-in-other-study")] if refused else [])


def test_without_a_kvk_number_the_name_keeps_out() -> None:
    named = CompanyIdentity(company="Bakkerij Voorbeeld", kvk="90000002")
    assert codes(checked({"kvk": "", "establishment_number": ""}, blocked=[named])) == [(2, "frame-company-blocked")]


@pytest.mark.parametrize(("ago", "refused"), [(0, True), (179, True), (180, False), (-1, True)])
def test_the_cool_down_ends_on_its_day(ago: int, *, refused: bool) -> None:
    day = TODAY - dt.timedelta(days=ago)
    before = TestedBefore(identity=CompanyIdentity(company="x", establishment_number="000070000001"), on=day)
    frame = checked({}, last_tested=[before])
    assert codes(frame) == ([(2, "frame-cool-down")] if refused else [])
    if refused:
        assert frame.refused[0].findings[0].facts["free"] == (day + dt.timedelta(days=180)).isoformat()


def test_the_last_test_counts_and_only_of_this_establishment() -> None:
    here = CompanyIdentity(company="x", kvk="90000001", postcode4="3511")
    there = CompanyIdentity(company="x", kvk="90000001", postcode4="9999")
    days = [TestedBefore(identity=here, on=dt.date(2020, 1, 1)), TestedBefore(identity=there, on=TODAY)]
    assert codes(checked({}, last_tested=days)) == []
    days.append(TestedBefore(identity=here, on=TODAY))
    assert codes(checked({}, last_tested=days)) == [(2, "frame-cool-down")]


def test_an_establishment_of_an_earlier_file_stays_out() -> None:
    known = [CompanyIdentity(company="anders", kvk="90000001", postcode4="3511")]
    assert codes(checked({"establishment_number": ""}, other(2), earlier=known)) == [(2, "frame-establishment-earlier")]


def test_what_happened_since_the_import_sets_entries_aside() -> None:
    entries = checked({}, other(2), other(3), other(4)).usable
    tested = TestedBefore(identity=entries[2].identity, on=TODAY)
    allowed, aside = still_allowed(
        entries, blocked=[entries[0].identity], in_other_studies=[entries[1].identity], last_tested=[tested],
        cool_down_days=1, today=TODAY,
    )  # fmt: skip
    assert [one.entry_id for one in allowed] == ["v4"]
    assert [(one.entry_id, why.code) for one, why in aside] == [
        ("v1", "frame-company-blocked"), ("v2", "frame-company-in-other-study"), ("v3", "frame-cool-down"),
    ]  # fmt: skip
    assert still_allowed(entries, cool_down_days=0, today=TODAY) == (entries, ())


@pytest.mark.parametrize(
    ("one", "same"),
    [("De Zwaan B.V.", "de zwaan"), ("Jansen & Zn. VOF", "JANSEN EN ZN"), ("Café Één N.V", "cafe een"), ("BV", "bv")],
)
def test_names_are_compared_without_dress(one: str, same: str) -> None:
    assert plain_name(one) == plain_name(same)


cell = st.sampled_from(["", "x", "90000001", "000070000001", "3511", "2026-11-30", "a@b.example", "2030-01-01", "９"])


@given(rows=st.lists(st.dictionaries(st.sampled_from(sorted(GOOD)), cell, max_size=6), max_size=8))
def test_no_row_is_lost(rows: list[dict[str, str]]) -> None:
    frame = checked(*rows)
    both = [one.row for one in frame.usable] + [one.row for one in frame.refused]
    assert sorted(both) == list(range(2, 2 + len(rows)))
    assert all(any(finding.level == "error" for finding in one.findings) for one in frame.refused)
    known = [one.establishment_number for one in frame.usable if one.establishment_number]
    assert len(known) == len(set(known))
