"""Addresses and forms: what people and strangers type."""

from __future__ import annotations

import datetime as dt

import pytest

from api.pages.accounts import within_this_site
from api.pages.forms import FormReader
from api.pages.listing import Listing, page_number
from api.pages.notices import notice_of
from api.pages.profile import ProfileBar, bars
from api.pages.rendering import url


@pytest.mark.parametrize("typed", ["//evil.example", "https://evil.example", "/\\evil.example", "x", "/a\nb", "/\\/e"])
def test_a_sign_in_never_leads_elsewhere(typed: str) -> None:
    assert within_this_site(typed) == ""


def test_a_sign_in_leads_back() -> None:
    assert within_this_site("/runs/1?page=2") == "/runs/1?page=2"


def test_every_mistake_is_told_at_once() -> None:
    form = FormReader({"name": "  ", "starts_on": "2027-02-30", "_csrf_token": "secret"})
    form.words("name", most=200)
    form.date("starts_on")
    form.date("ends_on")
    assert form.faults == {"name": "missing", "starts_on": "not_date", "ends_on": "missing"}
    assert "_csrf_token" not in form.values


@pytest.mark.parametrize("typed", ["2027-02-05", "05-02-2027"])
def test_both_ways_of_writing_a_date(typed: str) -> None:
    form = FormReader({"day": typed})
    assert form.date("day") == dt.date(2027, 2, 5)
    assert not form.faults


@pytest.mark.parametrize(("length", "fault"), [(9, "too_short"), (10, None), (20, None), (21, "too_long")])
def test_length_of_a_text(length: int, fault: str | None) -> None:
    form = FormReader({"reason": "x" * length})
    form.words("reason", least=10, most=20)
    assert form.faults.get("reason") == fault


@pytest.mark.parametrize(
    ("typed", "page"), [("3", 3), ("0", 1), ("-1", 1), ("x", 1), ("", 1), ("²", 1), ("9" * 99, 10**6)]
)
def test_any_page_number_is_a_page(typed: str, page: int) -> None:
    assert page_number({"page": typed}) == page


def test_links_of_a_list_change_one_thing() -> None:
    listing = Listing(path="/x", wanted={"search": "a b", "sort": "name"}, sort="name")
    assert listing.page_link(3) == "/x?search=a+b&sort=name&page=3"
    assert listing.sort_link("name") == "/x?search=a+b&sort=name&order=desc"
    assert listing.sort_link("crebo") == "/x?search=a+b&sort=crebo"
    assert (listing.sorted_as("name"), listing.sorted_as("crebo")) == ("ascending", "")
    assert listing.filtered
    assert not Listing(path="/x", wanted={"sort": "name"}).filtered


def test_a_student_number_may_hold_any_character() -> None:
    assert url("runs", "a/b?c#d é") == "/runs/a%2Fb%3Fc%23d%20%C3%A9"


def test_a_strange_notice_is_none() -> None:
    assert notice_of("accepted") == "accepted"
    assert notice_of("<b>") is None


def test_bars_keep_every_student() -> None:
    profile = {"1": 5, "2": 2, "6": 1, "7": 1, "not_named": 0, "none": 1}
    assert bars(profile) == (
        ProfileBar(rank="1", students=5, percent=50),
        ProfileBar(rank="2", students=2, percent=20),
        ProfileBar(rank="later", students=2, percent=20),
        ProfileBar(rank="none", students=1, percent=10),
    )
    assert bars({}) == ()


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("2027-02-01T09:30", "2027-02-01T08:30:00+00:00"),
        ("01-07-2027 09:30", "2027-07-01T07:30:00+00:00"),
        ("2027-10-31T02:30", "2027-10-31T00:30:00+00:00"),  # comes twice: the first is meant
    ],
)
def test_a_moment_is_read_by_the_dutch_clock(typed: str, moment: str) -> None:
    form = FormReader({"at": typed})
    assert form.moment("at").isoformat() == moment
    assert form.faults == {}


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "missing"), ("morgen", "not_moment"), ("2027-02-01", "not_moment"), ("2027-13-01T09:30", "not_moment"),
        ("2027-03-28T02:30", "no_such_time"),
    ],
)  # fmt: skip
def test_a_moment_that_cannot_be_says_why(typed: str, code: str) -> None:
    form = FormReader({"at": typed})
    form.moment("at")
    assert form.faults == {"at": code}
