"""The curated names, and what is found in a bad list."""

from __future__ import annotations

import unicodedata

import msgspec
import pytest

from testing_lab.faults import ImpossibleInput
from testing_lab.profiles.curated_names import NAMES
from testing_lab.profiles.names import (
    GROUPS,
    LEAST_NAMES,
    SEXES,
    Group,
    Name,
    NameList,
    Recognition,
    Sex,
    fits_polish_grammar,
    folded,
    name_findings,
    recognised_by,
    sounds_like_mohamed,
)
from tests.pure.lab.profiles.telling import told


def _name(first: str, surname: str, group: Group = "dutch", sex: Sex = "female") -> Name:
    return Name(first=first, surname=surname, group=group, sex=sex, source="test")


def _codes(*names: Name) -> list[str]:
    return [found.code for found in told(name_findings(NameList(version="t", entries=names))) if found.level == "error"]


def test_nothing_is_wrong_with_the_curated_list() -> None:
    assert name_findings(NAMES) == ()


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("sex", SEXES)
def test_every_group_and_sex_has_names_for_a_young_applicant(group: Group, sex: Sex) -> None:
    young = NAMES.of(group, sex, young_only=True)
    assert len(young) >= LEAST_NAMES
    assert set(young) <= set(NAMES.of(group, sex))
    assert {(name.group, name.sex, name.avoid) for name in young} == {(group, sex, None)}


def test_published_figures_stand_where_they_were_published() -> None:
    figures = {name.full: name.recognition.country for name in NAMES.entries if name.recognition}
    assert figures == {
        "Jeroen de Vries": 0.87, "Tim van Dijk": 0.87, "Dennis Visser": 0.86, "Laura Visser": 0.85,
        "Michelle Janssen": 0.85, "Ahmet Yildiz": 0.65, "Yasemin Öztürk": 0.65, "Murat Yilmaz": 0.62,
        "Fatma Yilmaz": 0.53, "Ahmed Benali": 0.46, "Fatima Benali": 0.45, "Mohamed Tahiri": 0.42,
        "Ricardo Pinas": 0.10, "Sherida Mijnals": 0.11, "Sharmila Pinas": 0.15,
    }  # fmt: skip
    assert {name.status for name in NAMES.entries} == {None}
    assert {name.recognition.source for name in NAMES.entries if name.recognition} == {"equalstrength-2025"}


def test_names_to_avoid_stay_for_their_figures_only() -> None:
    avoided = {name.full for name in NAMES.entries if name.avoid}
    assert avoided == {"Dennis Visser", "Ahmet Yildiz", "Ruud de Wit", "Mustafa El Mansouri"}
    offered = {name.full for group in GROUPS for sex in SEXES for name in NAMES.of(group, sex)}
    assert offered & avoided == set()
    assert len(offered) + len(avoided) == len(NAMES.entries)


def test_names_are_written_in_composed_letters() -> None:
    # A decomposed ö looks the same and breaks a search, a mail address and a sort.
    assert [name.full for name in NAMES.entries if unicodedata.normalize("NFC", name.full) != name.full] == []


@pytest.mark.parametrize(
    "first",
    ["Mohamed", "Mohammed", "Muhammad", "Mohamad", "Muhammet", "Mehmet", "Mo", "Moh", "Jan-Mohammed", "Mamadou"],
)
def test_every_spelling_of_mohamed_is_heard(first: str) -> None:
    assert sounds_like_mohamed(first)
    assert _codes(_name(first, "van Dijk", sex="male")) == ["name-control-of-other-group"]
    assert _codes(_name(first, "Tahiri", "moroccan", "male")) == []


@pytest.mark.parametrize("first", ["Maud", "Moniek", "Max", "Mats", "Hamid", "Tim", "Maaike", "Mohini", "Manu"])
def test_other_names_are_not_taken_for_it(first: str) -> None:
    assert not sounds_like_mohamed(first)


def test_a_control_with_a_first_name_of_another_group_is_found() -> None:
    assert _codes(_name("Fatima", "de Boer"), _name("Fatima", "Benali", "moroccan")) == ["name-control-of-other-group"]
    # A Surinamese first name is often Dutch: that alone is nothing.
    assert _codes(_name("Ricardo", "de Boer"), _name("Ricardo", "Pinas", "surinamese")) == []


@pytest.mark.parametrize(
    ("surname", "sex", "fits"),
    [
        ("Wiśniewski", "male", True), ("Wiśniewska", "female", True), ("Wiśniewski", "female", False),
        ("Wiśniewska", "male", False), ("Nowicki", "female", False), ("Nowicka", "female", True),
        ("Zawadzki", "female", False), ("Zawadzka", "male", False), ("Nowak", "male", True),
        ("Nowak", "female", True), ("Kowalczyk", "female", True),
    ],
)  # fmt: skip
def test_polish_surnames_follow_the_sex(surname: str, sex: Sex, fits: bool) -> None:
    assert fits_polish_grammar(surname, sex) is fits
    assert (_codes(_name("Ola", surname, "polish", sex)) == []) is fits


def test_the_same_name_in_other_accents_is_the_same_name() -> None:
    assert folded("Öztürk") == folded("Ozturk") == "ozturk"
    assert (folded("Wałęsa"), folded("Yıldız")) == ("walesa", "yildiz")
    twice = (_name("Elif", "Öztürk", "turkish"), _name("Elif", "Ozturk", "turkish"))
    assert _codes(*twice) == ["name-twice", "name-twice"]


def test_figures_are_checked_and_all_faults_come_at_once() -> None:
    bad = (
        msgspec.structs.replace(_name("Ida", "Bos"), recognition=Recognition(country=1.2, source="s")),
        msgspec.structs.replace(_name("Eva", "Bos"), recognition=Recognition(region=-0.1, source=" ")),
        msgspec.structs.replace(_name("Isa", "Bos"), recognition=Recognition(source="s")),
        _name(" ", "Bos"),
    )
    assert [(found.path, found.code) for found in told(name_findings(NameList(version="t", entries=bad)))] == [
        ("entries[0].recognition.country", "name-share-impossible"),
        ("entries[1].recognition.region", "name-share-impossible"),
        ("entries[1].recognition.source", "name-figure-without-source"),
        ("entries[2].recognition", "name-recognition-empty"),
        ("entries[3]", "name-incomplete"),
        ("entries", "name-too-few"),
    ]


def test_one_name_for_a_group_is_a_warning() -> None:
    found = told(name_findings(NameList(version="t", entries=(_name("Ida", "Bos"), _name("Eva", "Bos")))))
    assert [(one.code, one.level, one.facts) for one in found] == [
        ("name-too-few", "warning", {"group": "dutch", "sex": "male", "found": 0, "least": 2})
    ]


def test_a_list_survives_its_own_encoding() -> None:
    assert msgspec.json.decode(msgspec.json.encode(NAMES), type=NameList) == NAMES


def test_what_the_published_figures_are_enough_for() -> None:
    known = {name.full: recognised_by(name.recognition) for name in NAMES.entries if name.recognition}
    assert {full for full, by in known.items() if by is None} == {"Ricardo Pinas", "Sherida Mijnals", "Sharmila Pinas"}
    assert {by for by in known.values() if by} == {"country"}


def test_thresholds_are_reached_at_the_threshold() -> None:
    assert recognised_by(Recognition(country=0.4, source="s")) == "country"
    assert recognised_by(Recognition(country=0.39, region=0.7, source="s")) == "region"
    assert recognised_by(Recognition(country=0.39, region=0.69, source="s")) is None
    assert recognised_by(Recognition(source="s")) is None
    for wrong in ({"country": -0.1}, {"region": 1.1}):
        with pytest.raises(ImpossibleInput):
            recognised_by(Recognition(country=0.9, source="s"), **wrong)
