"""Columns with rules about more than one pair: what they say, what is wrong with them, what other rows must hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api import catalogue
from api.messages.importing import Fault
from api.services import places
from api.services.files import read_offers, read_published, read_students, side_rules
from api.services.files.instances import offer_of, student_of
from api.services.files.side_checks import different_capacities, empty_groups, groups_in, unknown_together
from api.services.files.telling import tell
from matching.instance import GroupPlaces, SharedCapacity, Together


def offer(**cells: str) -> tuple[tuple[Fault, ...], bool]:
    """The faults of one offer with these cells, and whether it is taken."""
    columns = {"offer_id": "O1", "places": "4", "crebos": "25998", **cells}
    reading = read_offers(f"{';'.join(columns)}\n{';'.join(columns.values())}\n".encode(), "o.csv")
    return reading.faults, bool(reading.records)


def student(together_with: str) -> tuple[Fault, ...]:
    return read_students(f"student_number;crebo;together_with\n1;25998;{together_with}\n".encode(), "s.csv").faults


def test_every_column_reaches_the_instance() -> None:
    (one,) = read_students(b"student_number;crebo;together_with\n1;25998; ! 3|2\n", "s.csv").records
    assert student_of(one, places.spot).together_with == (
        Together(student_number="2"),
        Together(student_number="3", must=True),
    )
    cells = "offer_id;places;crebos;reserves;maximum_share;minimum;shared_capacity\n"
    row = "O1;4;25998;Level=2:1|cohort = 2025: 3;team=A: B:0;2;Keuken: noord:6\n"
    (two,) = read_offers((cells + row).encode(), "o.csv").records
    made = offer_of(two, places.spot)
    assert made.reserves == (
        GroupPlaces(grouping="cohort", value="2025", places=3),
        GroupPlaces(grouping="level", value="2", places=1),
    )
    assert made.maximum_share == (GroupPlaces(grouping="team", value="A: B", places=0),), "a value may hold a colon"
    assert (made.minimum, made.shared_capacity) == (2, SharedCapacity(name="Keuken: noord", places=6))


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("!", "cell_not_together"),
        ("2|!2", "student_twice"),
        ("1", "together_with_self"),
        ("!1", "together_with_self"),
        ("2=3", "cell_has_separator"),
        ("x" * 41, "cell_too_long"),
        ("2,04E+06", "cell_in_scientific_notation"),
    ],
)
def test_a_wrong_wish_to_be_together(cell: str, code: str) -> None:
    (fault,) = student(cell)
    assert (fault.code, fault.row, fault.column) == (code, 2, "together_with")


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        *(("reserves", cell, "cell_not_group_places") for cell in ("2", "level:2", "level=2", "=2:1", "a=b=c:1", ":1")),
        ("reserves", "level=2:0", "cell_out_of_range"),
        ("reserves", "level=2:1,5", "cell_not_number"),
        ("reserves", "level=2:1|LEVEL=2:2", "group_twice"),
        ("maximum_share", "level=2:-1", "cell_out_of_range"),
        ("maximum_share", "level=2:100001", "cell_out_of_range"),
        ("minimum", "-1", "cell_out_of_range"),
        ("minimum", "twee", "cell_not_number"),
        *(("shared_capacity", cell, "cell_not_shared_capacity") for cell in ("6", "keuken", ":6", "k:", "a:1|b:2")),
        ("shared_capacity", "keuken:zes", "cell_not_number"),
        ("minimum", "5", "rules_contradict"),
        ("reserves", "level=2:3|level=3:2", "rules_contradict"),
    ],
)  # fmt: skip
def test_a_wrong_rule_of_an_offer(column: str, cell: str, code: str) -> None:
    (fault,), taken = offer(**{column: cell})
    assert (fault.code, fault.row, fault.column, taken) == (code, 2, column, False)


def test_rules_that_contradict_each_other_and_rules_that_only_look_so() -> None:
    (fault,), _ = offer(reserves="level=2:2", maximum_share="level=2:1")
    assert (fault.code, fault.column, fault.facts) == (
        "rules_contradict", "reserves", {"other": "maximum_share", "number": 2, "most": 1},
    )  # fmt: skip
    (fault,), _ = offer(minimum="3", shared_capacity="k:2")
    assert fault.facts == {"other": "shared_capacity", "number": 3, "most": 2}
    assert offer(reserves="level=2:4|cohort=2025:4", minimum="4", shared_capacity="k:4")[1], "one may be in two groups"
    assert offer(places="0", minimum="3", reserves="level=2:2")[1], "an offer without places this time"


@pytest.mark.parametrize("column", ["reserves", "maximum_share"])
@pytest.mark.parametrize(
    ("group", "subject"),
    [
        ("nationaliteit=x", "nationality"),
        ("geslacht=m", "protected"),
        ("ethnicity=a", "origin"),
        ("groep=Marokkaanse", "origin"),
        ("klas=autisme", "diagnosis"),
    ],
)
def test_a_protected_trait_is_never_a_group(column: str, group: str, subject: str) -> None:
    reading = read_offers(f"offer_id;places;crebos;{column}\nO1;4;25998;{group}:1\n".encode(), "o.csv")
    (fault,) = reading.faults
    assert (fault.code, fault.facts["subject"], reading.fatal) == ("column_forbidden", subject, True)
    assert group.partition("=")[2] not in tell("nl", fault).wrong or len(group.partition("=")[2]) == 1


def test_a_team_may_be_called_anything() -> None:
    assert offer(reserves="team=Duitse:1")[1]


def test_names_that_must_stand_elsewhere() -> None:
    students = read_students(
        b"student_number;crebo;level;groups;together_with\n1;25998;2;;2|9\n2;25998;3;Cohort=2025;\n", "s.csv"
    ).records
    (fault,) = unknown_together(students, {"1", "2"})
    assert (fault.code, fault.row, fault.column, fault.facts) == (
        "unknown_together", 2, "together_with", {"student": "9"},
    )  # fmt: skip
    offers = read_offers(
        b"offer_id;places;crebos;reserves;maximum_share;shared_capacity\n"
        b"O1;4;25998;level=2:1|level=4:1;cohort=2025:1;k:3\nO2;4;25998;programme=25998:1;cohort=2024:0;k:4\n",
        "o.csv",
    ).records
    groups = groups_in(students, {"level", "cohort", "programme"})
    assert groups == {("level", "2"), ("level", "3"), ("cohort", "2025"), ("programme", "25998")}
    said = [(fault.row, fault.column, fault.facts["group"], fault.serious) for fault in empty_groups(offers, groups)]
    assert said == [(2, "reserves", "level=4", False), (3, "maximum_share", "cohort=2024", False)]
    (fault,) = different_capacities(offers)
    assert (fault.code, fault.row, fault.facts) == (
        "shared_capacity_differs", 3, {"name": "k", "number": 3, "other": "O1"},
    )  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_fault_is_told_whole(language: catalogue.Language) -> None:
    faults = [
        *student("2|!2"), *student("1"), *student("!"), *offer(reserves="2")[0], *offer(reserves="a=b:1|a=b:1")[0],
        *offer(shared_capacity="k")[0], *offer(minimum="5")[0], *offer(minimum="3", shared_capacity="k:2")[0],
        *offer(reserves="level=2:2", maximum_share="level=2:1")[0],
    ]  # fmt: skip
    told = [tell(language, fault) for fault in faults]
    assert len({one.wrong for one in told}) == 9
    assert not [one for one in told if "{" in one.wrong + one.remedy]


names = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=6)
groups = st.builds(
    GroupPlaces, grouping=names.map("g".__add__).map(str.casefold), value=names, places=st.integers(1, 9)
)


@given(
    st.lists(st.builds(Together, student_number=names, must=st.booleans()), unique_by=lambda one: one.student_number),
    st.lists(groups, unique_by=lambda one: (one.grouping, one.value)),
    st.none() | st.builds(SharedCapacity, name=names, places=st.integers(0, 9)),
)
def test_what_is_written_is_read_back(
    together: list[Together], rules: list[GroupPlaces], shared: SharedCapacity | None
) -> None:
    ordered = tuple(sorted(together, key=lambda one: one.student_number))
    assert side_rules.together(side_rules.together_text(ordered)) == ordered
    sorted_rules = tuple(sorted(rules, key=lambda one: (one.grouping, one.value)))
    assert side_rules.group_places("reserves", 1)(side_rules.group_places_text(sorted_rules)) == sorted_rules
    if shared is not None:
        assert side_rules.shared_capacity(side_rules.shared_capacity_text(shared)) == shared


def test_published_places() -> None:
    content = b"student_number,offer_id,rank,utility,travel_minutes,lot_number\n1,O1,1,900,12,3\n2,O1,,0,,4\n"
    reading = read_published(content, "placements.csv")
    assert [(one.row, one.student_number, one.offer_id) for one in reading.records] == [(2, "1", "O1"), (3, "2", "O1")]
    again = read_published(b"student_number,offer_id\n1,O1\n1,O2\n3,\n", "p.csv")
    assert [(fault.code, fault.row, fault.column) for fault in again.faults] == [
        ("duplicate_key", 3, "student_number"),
        ("cell_missing", 4, "offer_id"),
    ]
    (missing,) = read_published(b"student_number\n1\n", "p.csv").faults
    assert (missing.code, missing.column) == ("column_missing", "offer_id")
