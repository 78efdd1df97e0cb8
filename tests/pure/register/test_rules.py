"""The pure rules of the register: its table of moves, doubles, wording, figures."""

from __future__ import annotations

import itertools
import uuid
from typing import get_args

import pytest

from api.messages.register import RegisterStatus, Stage
from api.services.register import doubles, lifecycle, wording
from api.services.register.doubles import Known, name_key, same_reason
from api.services.register.figures import figures
from api.services.register.lifecycle import Held, status_of

STAGES: tuple[Stage, ...] = get_args(Stage)


def test_every_move_can_be_reached_and_none_leads_to_itself() -> None:
    assert set(lifecycle.MOVES) == set(STAGES)
    reached = {to for moves in lifecycle.MOVES.values() for to in moves}
    assert reached == set(STAGES)
    assert all(stage not in moves for stage, moves in lifecycle.MOVES.items())
    assert not lifecycle.may_move("new", "live"), "nothing goes live unchecked"
    assert not lifecycle.may_move("lapsed", "live")


def test_what_follows_by_itself_is_what_the_table_says() -> None:
    """Every change of counts or calendar, in every stage, leads to a status that the table names."""
    helds = [
        Held(places=2, promised=promised, placed=placed, over=over)
        for promised, placed, over in itertools.product((0, 1, 2, 3), (0, 1, 2, 3), (False, True))
        if placed <= promised
    ]
    seen: set[RegisterStatus] = set()
    for stage in STAGES:
        for before, after in itertools.permutations(helds, 2):
            was, now = status_of(stage, before), status_of(stage, after)
            assert was == now or now in {*lifecycle.FOLLOWS[was], stage}
            seen.add(now)
    assert seen == set(get_args(RegisterStatus))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bakkerij De Vries & Zn. B.V.", "bakkerij vries en zn"),
        ("Café Été", "CAFE ETE BV"),
        ("Stichting Zorggroep Noord", "Zorggroep Noord"),
        ("Het Warenhuis", "warenhuis"),
    ],
)
def test_names_of_one_company(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_a_name_of_nothing_but_a_legal_form_is_kept() -> None:
    assert name_key("De Groep") == "de groep"
    assert name_key("Bistro Bosuil") != name_key("Bistro Bosuil 2")


A, B = uuid.UUID(int=1), uuid.UUID(int=2)


def known(company_id: uuid.UUID, name: str = "Bistro Bosuil", *postcodes: str, **numbers: str) -> Known:
    return Known(company_id=company_id, name=name, postcodes=frozenset(postcodes), **numbers)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (known(A, "X", kvk="12345678"), known(B, "Y", kvk="12345678"), "same_kvk"),
        (known(A, "X", training_company_id="9"), known(B, "Y", training_company_id="9"), "same_training_company_id"),
        (known(A, "Bistro Bosuil", "1211"), known(B, "De Bistro Bosuil", "1211", "3511"), "same_name_postcode"),
        (known(A, "Bistro Bosuil", "1211"), known(B), "same_name"),
        (known(A, "Bistro Bosuil", "1211"), known(B, "Bistro Bosuil", "3511"), None),
        (known(A, "Bistro Bosuil", "1211"), known(B, "Bistro Uil", "1211"), None),
        (known(A, "Bosuil", "1", kvk="12345678"), known(B, "Bosuil", "1", kvk="87654321"), None),
        (known(A, "Bosuil", training_company_id="1"), known(B, "Bosuil", training_company_id="2"), None),
        (known(A, "X", kvk="12345678", training_company_id="1"), known(B, "Y", kvk="12345678", training_company_id="2"),
         "same_kvk"),
    ],
)  # fmt: skip
def test_which_companies_may_be_one(one: Known, other: Known, reason: str | None) -> None:
    assert same_reason(one, other) == same_reason(other, one) == reason


def test_the_surest_comes_first_and_nobody_is_his_own_double() -> None:
    me = known(A, "Bistro Bosuil", "1211", kvk="12345678")
    others = [known(B), known(uuid.UUID(int=3), "Anders", kvk="12345678"), me]
    assert [reason for _, reason in doubles.alike(me, others)] == ["same_kvk", "same_name"]


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("R. de Wit", None),
        ("Rob 035 123 45 67", "has_phone"),
        ("+31612345678", "has_phone"),
        ("rob@bosuil.nl", "has_mail"),
        ("", "missing"),
        ("Team 24", None),
        ("x" * 201, "too_long"),
    ],
)
def test_a_name_is_a_name(name: str, fault: str | None) -> None:
    assert wording.name_fault(name) == fault


@pytest.mark.parametrize(
    ("note", "fault", "in_case"),
    [
        ("Wil twee stagiairs voor het voorjaar.", None, None),
        ("Een Turkse supermarkt in de wijk zoekt per september een stagiair.", None, None),
        ("Contactpersoon was ziek, foto van de werkplek volgt.", None, None),
        ("Wil geen Marokkaanse student.", "says_origin", None),
        ("Studente met hoofddoek is niet welkom", "says_origin", None),
        ("No Polish intern please", "says_origin", None),
        ("Onze stagiair heeft ADHD", "says_diagnosis", "says_diagnosis"),
        ("BSN 123456782 van de student", "says_bsn", "says_bsn"),
    ],
)
def test_a_note_tells_nothing_about_the_person_of_a_student(note: str, fault: str | None, in_case: str | None) -> None:
    assert wording.note_fault(note) == fault
    assert wording.case_fault(note) == in_case


@pytest.mark.parametrize(
    ("counts", "total", "shown"),
    [
        ({}, None, []),
        ({"age": 9}, None, []),
        ({"age": 10}, 10, [("age", 10)]),
        ({"age": 12, "sex": 3}, 15, [(None, 15)]),
        ({"age": 12, "race": 20, "sex": 3}, 35, [("race", 20), (None, 15)]),
        ({"age": 12, "sex": 5, "race": 6}, 23, [("age", 12), (None, 11)]),
    ],
)
def test_small_numbers_are_hidden(
    counts: dict[str, int], total: int | None, shown: list[tuple[str | None, int]]
) -> None:
    told = figures(2027, counts)
    assert told.total == total
    assert [(one.ground, one.cases) for one in told.grounds] == shown
    assert all(one.cases >= told.least for one in told.grounds), "no subtraction gives a small number away"
