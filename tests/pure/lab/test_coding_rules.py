"""Whose turn it is to code, what is decided, and what needs no coder."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from testing_lab.coding.blind import Unread, blind_number, next_letter
from testing_lab.coding.by_rule import SentLetter, fate_of
from testing_lab.coding.codes import Code, Turn, counting, decided, disagreement, may_change, turn_of
from testing_lab.registered.coded import CodedApplication, rows_of
from tests.pure.lab.protocol.examples import changed, example_protocol

NOON = dt.datetime(2027, 2, 1, 12, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


def code(coder: str, turn: Turn, outcome: str, *, read: int = 1, hours: int = 0) -> Code:
    return Code(coder=coder, turn=turn, outcome=outcome, replies_read=read, at=NOON + dt.timedelta(hours=hours))


ANN, BEN = code("ann", "first", "invited"), code("ben", "second", "refused", hours=1)
CIS = code("cis", "third", "waiting_list", hours=2)


def test_two_who_agree_decide_and_nobody_else_is_asked() -> None:
    both = (ANN, code("ben", "second", "invited", hours=3))
    found = decided(both, replies=1)
    assert found is not None
    assert (found.outcome, found.at) == ("invited", NOON + dt.timedelta(hours=3))
    assert turn_of(both, coder="cis", replies=1) is None


def test_a_third_decides_where_two_disagree_whatever_he_says() -> None:
    assert disagreement((ANN, BEN), replies=1)
    assert decided((ANN, BEN), replies=1) is None
    assert turn_of((ANN, BEN), coder="cis", replies=1) == "third"
    assert turn_of((ANN, BEN), coder="ann", replies=1) is None
    found = decided((ANN, BEN, CIS), replies=1)
    assert found is not None
    assert (found.outcome, found.at) == ("waiting_list", CIS.at)
    assert not disagreement((ANN, BEN, CIS), replies=1)


def test_turns_go_round() -> None:
    assert turn_of((), coder="ann", replies=1) == "first"
    assert turn_of((ANN,), coder="ben", replies=1) == "second"
    assert turn_of((ANN,), coder="ann", replies=1) is None


def test_after_a_further_reply_all_read_again_in_their_own_turn() -> None:
    codes = (ANN, BEN, CIS)
    assert counting(codes, replies=2) == {}
    assert decided(codes, replies=2) is None
    assert turn_of(codes, coder="ann", replies=2) == "first"
    assert turn_of(codes, coder="ben", replies=2) == "second"
    assert turn_of(codes, coder="cis", replies=2) is None
    assert turn_of(codes, coder="new", replies=2) == "first"
    again = (code("ann", "first", "invited", read=2), code("ben", "second", "invited", read=2), CIS)
    assert decided(again, replies=2) is not None
    still = (code("ann", "first", "invited", read=2), code("ben", "second", "refused", read=2), CIS)
    assert turn_of(still, coder="cis", replies=2) == "third"


def test_a_code_is_taken_back_only_while_nobody_else_has_read_the_letter() -> None:
    assert may_change((ANN,), coder="ann")
    assert not may_change((ANN, BEN), coder="ann")
    assert not may_change((BEN,), coder="ann")


def test_numbers_differ_by_coder_and_round_and_say_nothing() -> None:
    numbers = {
        blind_number(f"secret-{letter}", coder=coder, turn=turn)
        for letter, coder, turn in itertools.product(range(200), ("ann", "ben"), (1, 2))
    }
    assert len(numbers) == 800
    assert blind_number("secret-1", coder="ann", turn=1) == blind_number("secret-1", coder="ann", turn=1)


def test_the_two_letters_of_a_pair_do_not_follow_each_other_and_coders_have_orders_of_their_own() -> None:
    orders = []
    for coder in ("ann", "ben"):
        left = {f"{unit}-{place}": Unread(letter=f"{unit}-{place}", unit=str(unit), secret=f"s{unit}-{place}")
                for unit in range(40) for place in (1, 2)}  # fmt: skip
        order, last = [], None
        while (found := next_letter(tuple(left.values()), coder=coder, turn=1, last_unit=last)) is not None:
            order.append(found.letter)
            last = found.unit
            del left[found.letter]
        units = [one.split("-")[0] for one in order]
        assert all(one != other for one, other in itertools.pairwise(units))
        assert order != sorted(order)
        orders.append(order)
    assert orders[0] != orders[1]
    assert next_letter((Unread(letter="a", unit="1", secret="s"),), coder="ann", turn=1, last_unit="1") is not None


@pytest.mark.parametrize(
    ("letter", "after_days", "status", "outcome"),
    [
        (SentLetter(state="sent", sent=NOON), 27, "days_running", None),
        (SentLetter(state="sent", sent=NOON), 28, "by_rule", "no_answer"),
        (SentLetter(state="unanswered", sent=NOON), 40, "by_rule", "no_answer"),
        (SentLetter(state="replied", sent=NOON, first_reply=NOON + 28 * DAY), 29, "to_read", None),
        (SentLetter(state="replied", sent=NOON, first_reply=NOON + 29 * DAY), 29, "by_rule", "no_answer"),
        (SentLetter(state="withdrawn", sent=NOON, first_reply=NOON, withdrawn=NOON + DAY), 3, "to_read", None),
        (SentLetter(state="withdrawn", sent=NOON, withdrawn=NOON + 2 * DAY), 3, "unknown", None),
        (SentLetter(state="withdrawn", sent=NOON, withdrawn=NOON + 30 * DAY), 31, "by_rule", "no_answer"),
        (SentLetter(state="undeliverable", sent=NOON, bounced=NOON), 1, "by_rule", "undeliverable"),
        (SentLetter(state="detected", sent=NOON, first_reply=NOON + DAY), 2, "by_rule", "detected"),
    ],
)  # fmt: skip
def test_what_needs_no_coder(letter: SentLetter, after_days: int, status: str, outcome: str | None) -> None:
    fate = fate_of(letter, no_answer_days=28, now=NOON + after_days * DAY)
    assert (fate.status, fate.outcome) == (status, outcome)
    assert (fate.at is None) == (status in ("to_read", "days_running"))


def test_no_answer_is_final_when_the_days_are_over_whenever_somebody_looks() -> None:
    for later in (28, 90):
        fate = fate_of(SentLetter(state="sent", sent=NOON), no_answer_days=28, now=NOON + later * DAY)
        assert fate.at == NOON + 28 * DAY


def test_a_call_without_a_record_has_no_outcome() -> None:
    assert fate_of(SentLetter(state="sent", sent=NOON), no_answer_days=None, now=NOON).status == "unknown"
    called = SentLetter(state="replied", sent=NOON, first_reply=NOON)
    assert fate_of(called, no_answer_days=None, now=NOON).status == "to_read"


@pytest.mark.parametrize(
    ("codes", "no_reply", "failure", "counted"),
    [
        (("invited", "refused"), "negative", "pair_left_out", (True, False)),
        (("no_answer", "invited"), "negative", "pair_left_out", (False, True)),
        (("no_answer", "invited"), "left_out", "pair_left_out", (None, True)),
        (("undeliverable", "invited"), "negative", "pair_left_out", (None, True)),
        (("undeliverable", "invited"), "negative", "counts_as_negative", (False, True)),
        (("undeliverable", "undeliverable"), "negative", "counts_as_negative", (None, None)),
        (("detected", "invited"), "negative", "counts_as_negative", (None, True)),
        (("detected", "undeliverable"), "negative", "counts_as_negative", (None, False)),
    ],
)
def test_a_pair_counts_as_the_protocol_says(
    codes: tuple[str, str], no_reply: str, failure: str, counted: tuple[bool | None, bool | None]
) -> None:
    protocol = changed(example_protocol(), {"outcomes.no_reply": no_reply, "outcomes.one_sided_failure": failure})
    applications = [
        CodedApplication(pair="1", place=1, applicant="majority", code=codes[0]),
        CodedApplication(pair="1", place=2, applicant="minority", code=codes[1]),
    ]
    assert tuple(row.positive for row in rows_of(applications, protocol)) == counted
