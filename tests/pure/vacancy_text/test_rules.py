"""The rules of the text check: what they find in labelled sentences, what they leave alone, that they are bounded."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from api.services.vacancy_text.check import check_text
from api.services.vacancy_text.grounds.all_rules import BY_NAME, RULES
from api.services.vacancy_text.rules import SOURCES, Ground, Level
from bench.vacancy_text.labelled import PARTS, counts, sentences

#: DOMAIN.md §6.2: words that are normal and lawful, each in a sentence.
EXCEPTIONS = (
    "Student, stagiair, stagiaire of leerling: iedereen is welkom.",
    "Je zit in leerjaar 2 op mbo-niveau 3.",
    "De opleiding kan BOL of BBL zijn.",
    "De doelgroep van deze wet zijn kwetsbare schoolverlaters.",
    "De startdatum is 1 februari en er is een stagevergoeding.",
    "Je begeleidt scholieren bij hun bijbaan.",
    "Je werkt met jonge kinderen.",
    "Je loopt stage in het jongerenwerk.",
    "Je loopt stage bij de jeugdzorg.",
    "Wij zijn een jong bedrijf.",
    "Je bakt jong gebak.",
    "Je verzorgt jonge dieren.",
    "Je haalt oud papier op.",
    "Je werkt in de ouderenzorg met senioren.",
    "Je helpt mannelijke en vrouwelijke cliënten.",
    "Je leert knippen bij een herenkapper.",
    "Je verkoopt dameskleding.",
    "Je geeft Nederlandse taal in groep 4.",
    "Je bouwt een native app.",
    "Je helpt bij moedertaal in het taalonderwijs.",
    "Je bent welkom, ongeacht leeftijd.",
    "Een klant zei: “Jullie zijn een jong en dynamisch team.”",
    "Wij vragen geen vloeiend Nederlands.",
    "Je bent minimaal 18 jaar, want de Alcoholwet eist dat.",
    "Nachtwerk mag wettelijk pas vanaf 18 jaar.",
)
#: Sentences of all parts together. What a rule falls short of 1 by is written here, so that it cannot grow unseen.
LEAST_PRECISION = {
    "fit_vague": 0.7, "health_licence": 0.7, "origin_descent": 0.9, "sex_job_name": 0.85, "*": 0.95,
}  # fmt: skip
LEAST_RECALL = {
    "fit_vague": 0.85, "origin_residence": 0.85, "religion_neutral": 0.85, "sex_family": 0.8, "sex_wanted": 0.85,
    "*": 0.95,
}  # fmt: skip


@pytest.mark.parametrize("text", EXCEPTIONS)
def test_nothing_is_found_in_a_listed_exception(text: str) -> None:
    assert check_text(text).hits == ()


def test_the_set_is_large_enough_and_names_only_rules_that_there_are() -> None:
    whole = sentences()
    assert len(whole) >= 200
    assert len({one.text for one in whole}) == len(whole)
    assert {rule for one in whole for rule in one.expected} == BY_NAME.keys()
    assert min(len(sentences(part)) for part in PARTS) >= 70
    for rule in BY_NAME:
        assert any(one.about == rule and rule not in one.expected for one in whole), f"{rule}: no look-alike"


def test_precision_and_recall_of_every_rule() -> None:
    found = counts(sentences())
    assert found.keys() == BY_NAME.keys() | {"*"}
    low = {
        name: count
        for name, count in found.items()
        if (count.precision or 0) < LEAST_PRECISION.get(name, 1) or (count.recall or 0) < LEAST_RECALL.get(name, 1)
    }
    assert low == {}


def test_sentences_that_nobody_tuned_on_keep_their_figures() -> None:
    unseen = counts(sentences("unseen"))["*"]
    assert (unseen.precision or 0) >= 0.85
    assert (unseen.recall or 0) >= 0.85


def test_every_rule_is_whole() -> None:
    assert len(BY_NAME) == len(RULES)
    for rule in RULES:
        assert rule.ground in get_args(Ground)
        assert rule.level in get_args(Level)
        assert rule.source in SOURCES
        assert (rule.finds is None) == bool(rule.longest_sentence)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_pattern_is_bounded(rule: object) -> None:
    """No ``*``, ``+`` or ``{n,}``: whatever the text, a search from one place ends after so many characters."""
    patterns = [
        pattern.pattern
        for name in ("finds", "exceptions", "before", "after", "sentence")
        if (pattern := getattr(rule, name)) is not None
    ]
    for pattern in patterns:
        bare = re.sub(r"\\.|\[(?:\\.|[^\]])*\]", "x", pattern)
        assert not re.search(r"[*+]|\{\d*,\}", bare), bare


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Max. 30 jaar oud.", "Max. 30 jaar oud"),
        ("Wij zoeken een jonge,\nenthousiaste stagiair.", "jonge,\nenthousiaste stagiair"),
        ("Je bent een digi\u00adtal na-\ntive.", "digi\u00adtal na-\ntive"),
        ("•\tGeen hoofddoek\n•\tEen lach", "Geen hoofddoek"),
        (
            "Een e\u0301chte ma\u0301cho: carrie\u0300re! Zet de eerste stap in je carrie\u0300re.",
            "eerste stap in je carrie\u0300re",
        ),
        ("NEDERLANDS IS JE MOEDERTAAL", "MOEDERTAAL"),
    ],
)
def test_the_marked_words_are_those_of_the_text(text: str, words: str) -> None:
    assert [text[hit.start : hit.end] for hit in check_text(text).hits] == [words]


def test_a_starter_weighs_less_in_a_text_for_an_internship() -> None:
    text = "Je bent een starter op de arbeidsmarkt."
    assert [hit.level for hit in check_text(text, "internship").hits] == ["advice"]
    assert [hit.level for hit in check_text(text, "job").hits] == ["indirect"]


def test_words_of_bravado_only_where_asked() -> None:
    text = "Ben jij een ninja?"
    assert check_text(text).hits == ()
    assert [hit.rule for hit in check_text(text, tone=True).hits] == ["macho"]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Leeftijd maakt niet uit, maar je bent liefst tussen 18 en 25 jaar.", ["age_limit"]),
        ("Wij vragen geen ervaring, wel een jonge stagiair.", ["age_young"]),
        ("Wij zoeken een “jonge hond”.", ["age_young"]),
        ("Schrijf nooit “jonge hond” in een vacature.", []),
        ("Een hoofddoek is geen probleem. Geen hoofddoek bij de oven.", ["religion_headscarf"]),
    ],
)
def test_context_takes_away_no_more_than_it_should(text: str, rules: list[str]) -> None:
    assert [hit.rule for hit in check_text(text).hits] == rules
