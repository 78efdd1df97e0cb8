"""In every draw exactly one trait differs; the same seed gives the same letters; nothing goes with the trait."""

from __future__ import annotations

from collections import Counter
from itertools import permutations

import msgspec
import pytest
from scipy import stats

from testing_lab.faults import ImpossibleInput
from testing_lab.profiles.applications import (
    APPLICANT_SLOTS,
    Applicant,
    Application,
    ApplicationPair,
    Block,
    application,
    application_pair,
    languages_of,
    mail_address,
)
from testing_lab.profiles.curated_names import NAMES
from testing_lab.profiles.letters import SECTOR_WORDS, TEMPLATES
from testing_lab.profiles.names import GROUPS, Name
from testing_lab.profiles.template_format import parse_template
from testing_lab.profiles.templates import Template, draw, draw_pair, two_templates
from tests.pure.lab.profiles.study_words import a_pair, applicant, study_words

MANY = range(1000)
BY_NAME = {template.name: template for template in TEMPLATES}
_BLANK = Applicant(
    name=Name(first="@first", surname="@last", group="dutch", sex="female", source="t"),
    email="@email", phone="@phone", town="@town", languages="@languages",
)  # fmt: skip


def _again(made: Application, other: Applicant) -> Application:
    return application(BY_NAME[made.drawn.template], made.drawn, applicant=other, study_words=study_words())


def _without_trait(made: Application) -> tuple[str, ...]:
    """The documents with the applicant's own words taken out."""
    slots = made.applicant.slots()
    found = []
    for block in (*made.letter, *made.cv):
        text = block.text
        for slot in APPLICANT_SLOTS:
            text = text.replace(slots[slot], f"@{slot}")
        found.append(text)
    return tuple(found)


def test_exactly_one_trait_differs_in_every_draw() -> None:
    for seed in MANY:
        pair = a_pair(seed)
        one, other = pair.majority, pair.minority
        assert (one.applicant, other.applicant) == (applicant("dutch"), applicant("turkish"))
        # Both say the same of their worth ...
        assert pair.shared_points == ("age", "quality", "mark", "work", "travel")
        assert [one.drawn.choices[point] for point in pair.shared_points] == [
            other.drawn.choices[point] for point in pair.shared_points
        ]
        # ... in other words, with another hobby ...
        assert one.drawn.template != other.drawn.template
        assert one.drawn.choices["hobby"] != other.drawn.choices["hobby"]
        # ... and the only thing that came from the applicant is what the applicant is: swapped, the letters swap it.
        for made, swapped in ((one, other.applicant), (other, one.applicant)):
            assert _without_trait(made) == _without_trait(_again(made, swapped))
            assert _again(_again(made, swapped), made.applicant) == made


def test_the_same_seed_gives_the_same_letters_and_another_one_others() -> None:
    assert all(a_pair(seed) == a_pair(seed) for seed in range(50))
    assert len({msgspec.json.encode(a_pair(seed)) for seed in range(200)}) > 190


def test_a_letter_stays_as_it_was_registered() -> None:
    drawn = draw(BY_NAME["A"], 2026)
    assert drawn.choices == {
        "age": "18", "quality": "strong", "mark": "7_4", "work": "stage_before", "work_cv": "before",
        "travel": "bike_15", "hobby": "running", "opening": "website", "character": "helping",
    }  # fmt: skip


@pytest.fixture(scope="module")
def many_pairs() -> list[ApplicationPair]:
    return [a_pair(seed) for seed in range(3000)]


def test_every_template_carries_the_trait_equally_often(many_pairs: list[ApplicationPair]) -> None:
    found = Counter((pair.majority.drawn.template, pair.minority.drawn.template) for pair in many_pairs)
    assert set(found) == set(permutations("ABCD", 2))
    assert stats.chisquare(list(found.values())).pvalue > 0.001


@pytest.mark.parametrize("point", ["quality", "mark", "work", "travel", "age", "hobby"])
def test_nothing_goes_with_the_template_that_carries_the_trait(point: str, many_pairs: list[ApplicationPair]) -> None:
    drawn = [pair.minority.drawn for pair in many_pairs]
    table = Counter((one.template, one.choices[point]) for one in drawn)
    keys = sorted({key for _, key in table})
    found = stats.chi2_contingency([[table[name, key] for key in keys] for name in "ABCD"])
    assert found.pvalue > 0.001


def test_a_different_point_does_not_go_with_the_role() -> None:
    # Unequal weights: who draws second would get the rarer alternative more often.
    text = (
        "template {0} 1\nrandom hobby different\n  one 8: a\n  two 1: b\n  three 1: c\n"
        "letter:\n{{name}} {{email}} {{hobby}}\ncv:\n{{name}} {{email}}\n"
    )
    first, second = (parse_template(text.format(name)).template for name in ("P", "Q"))
    assert first is not None
    assert second is not None
    draws = [draw_pair(first, second, seed) for seed in range(4000)]
    counts = [Counter(pair[role].choices["hobby"] for pair in draws) for role in (0, 1)]
    assert all(one.choices["hobby"] != other.choices["hobby"] for one, other in draws)
    table = [[count[key] for key in ("one", "two", "three")] for count in counts]
    assert stats.chi2_contingency(table).pvalue > 0.001


def test_qualities_are_varied_and_weights_kept() -> None:
    drawn = [draw(BY_NAME["A"], seed).choices for seed in range(4000)]
    ages = Counter(one["age"] for one in drawn)
    assert stats.chisquare([ages["17"], ages["18"], ages["19"]], [1000, 2000, 1000]).pvalue > 0.001
    assert stats.binomtest(sum(one["quality"] == "strong" for one in drawn), 4000).pvalue > 0.001
    # Points that depend: never an alternative that the earlier choice leaves out.
    assert {(one["quality"], one["mark"][0]) for one in drawn} == {("strong", "7"), ("plain", "6")}
    assert {(one["work"], one["work_cv"]) for one in drawn} == {
        ("shop_two_years", "two_years"), ("stage_before", "before"), ("shop_start", "start"), ("no_work", "none")
    }  # fmt: skip


@pytest.mark.parametrize("sector", sorted(SECTOR_WORDS))
def test_no_slot_is_left_open(sector: str) -> None:
    for seed in range(60):
        pair = a_pair(seed, sector=sector)
        texts = [block.text for made in (pair.majority, pair.minority) for block in (*made.letter, *made.cv)]
        assert [text for text in texts if "{" in text or "}" in text or "  " in text or not text] == []


def test_words_that_are_missing_are_named() -> None:
    words = study_words()
    del words["period"], words["field"]
    with pytest.raises(ImpossibleInput) as caught:
        application_pair(
            TEMPLATES, majority=applicant("dutch"), minority=applicant("polish"), study_words=words, seed=1
        )
    assert caught.value.facts == {"slots": "field, period"}


def test_words_in_a_circle_end() -> None:
    words = {**study_words(), "company": "{school}", "school": "{company}"}
    with pytest.raises(ImpossibleInput):
        application_pair(
            TEMPLATES, majority=applicant("dutch"), minority=applicant("polish"), study_words=words, seed=1
        )


def test_one_template_makes_no_pair() -> None:
    with pytest.raises(ImpossibleInput):
        two_templates(TEMPLATES[:1], 1)


def test_a_point_with_nothing_left_is_told() -> None:
    text = "template P 1\nrandom hobby different\n  one 1: a\nletter:\n{name}\ncv:\n{name}\n"
    template = parse_template(text).template
    assert template is not None
    with pytest.raises(ImpossibleInput) as caught:
        draw_pair(template, msgspec.structs.replace(template, name="Q"), 1)
    assert caught.value.facts == {"point": "hobby"}


def test_marks_become_blocks_in_their_order() -> None:
    template = Template(
        name="T", version="1", points=(),
        letter="# Kop\nEen\ntwee\n- item\ndrie\n\nvier\n#\n-\n\n\nvijf", cv="{name}",
    )  # fmt: skip
    made = application(template, draw(template, 1), applicant=_BLANK, study_words={})
    assert [(block.kind, block.text) for block in made.letter] == [
        ("heading", "Kop"), ("paragraph", "Een twee"), ("item", "item"), ("paragraph", "drie"),
        ("paragraph", "vier"), ("paragraph", "vijf"),
    ]  # fmt: skip
    assert made.cv == (Block(kind="paragraph", text="@first @last"),)


def test_mail_addresses_are_plain_and_differ() -> None:
    made = [mail_address(name, domain="antwoord.example") for name in NAMES.entries]
    assert len(set(made)) == len(made)
    assert [one for one in made if not one.isascii() or one.count("@") != 1 or " " in one] == []
    assert mail_address(NAMES.of("dutch", "female")[2], domain="d.example") == "sanne.deboer@d.example"


def test_everybody_has_equally_many_languages() -> None:
    assert {languages_of(group, second_cue=False) for group in GROUPS} == {"Nederlands en Engels"}
    spoken = {group: languages_of(group, second_cue=True) for group in GROUPS}
    assert {len(one.replace(" en ", ", ").split(", ")) for one in spoken.values()} == {3}
    assert len(set(spoken.values())) == len(GROUPS)
