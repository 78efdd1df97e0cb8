"""Sentences about shortages, about what would be different, and to the student: whole, in both languages, and kind."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.catalogue import Language
from api.messages.runs import OutcomeView
from api.pages.telling import tell
from api.services.letters import MOST_WISHES, letter_of
from api.services.otherwise_texts import otherwise_letter, otherwise_texts
from api.services.shortage_texts import shortage_text, without_text
from matching.counterfactual import RELAXED
from matching.result import Bottleneck, Counterfactual, PlaceThen, SettledBy, WishOutcome
from tests.pages.samples import AN_ID, EXPLANATION, ROWS, SHORT, SHORT_ALL, UNPLACED
from tests.pages.test_telling import placed, unplaced

LANGUAGES: tuple[Language, ...] = ("nl", "en")
counterfactuals = st.builds(
    Counterfactual,
    rule=st.sampled_from([rule for rule in RELAXED if rule != "travel"]),
    offers=st.integers(0, 900),
    place=st.sampled_from(get_args(PlaceThen)),
) | st.builds(
    Counterfactual,
    rule=st.just("travel"),
    offers=st.integers(1, 900),
    place=st.sampled_from(get_args(PlaceThen)),
    minutes=st.integers(1, 400),
)
change = msgspec.structs.replace


def outcome(**changes: object) -> OutcomeView:
    facts: dict[str, object] = {
        "run_id": AN_ID, "round_id": AN_ID, "row": ROWS[0], "explanation": EXPLANATION, "decision": None,
        "choices": (), "in_sample": False, "reviewed": False, "companies": {"O-1042": "De Lindehof"},
    }  # fmt: skip
    return OutcomeView(**(facts | changes))  # type: ignore[arg-type]  # the facts are spelled out above


def test_a_shortage_in_plain_words() -> None:
    assert shortage_text(SHORT, "nl", {"O-0007": "Thuiszorg"}, {"1211": "Hilversum"}) == (
        "23 studenten van opleiding 25498 en 25655 hebben samen 15 plekken. 8 studenten krijgen geen plek. "
        "Het gaat vooral om plekken in Hilversum en Bussum. Deze plekken beginnen in februari 2027. "
        "8 plekken meer geven 8 studenten meer een plek: 5 bij Thuiszorg (O-0007) en 3 bij O-0099."
    )
    assert without_text(SHORT, "nl") == "Zonder plek: 6 van 25655 en 2 van 25498"
    assert shortage_text(SHORT_ALL, "en", {}, {}) == (
        "9 students of programme 1, 2, 3 and 2 other programmes have 8 places between them. 1 student gets no place."
    )
    assert without_text(SHORT_ALL, "en") == ""


def test_two_zones_of_one_town_are_one_place() -> None:
    short = change(SHORT, zones=("1211", "1213"), starts=(), opens=())
    assert shortage_text(short, "en", {}, {"1211": "Hilversum", "1213": "Hilversum"}).endswith("are in Hilversum.")


@pytest.mark.parametrize("language", LANGUAGES)
@given(would=counterfactuals)
def test_whatever_would_be_different_is_a_whole_sentence(language: Language, would: Counterfactual) -> None:
    facts = change(UNPLACED, counterfactuals=(would,))
    [line] = otherwise_texts(facts, language)
    assert line.endswith(".")
    assert line.count(".") == (2 if would.offers else 1)
    assert len(otherwise_letter(facts, language)) == (would.offers > 0)


@pytest.mark.parametrize("language", LANGUAGES)
@given(
    facts=placed | unplaced,
    settled=st.none() | st.sampled_from(get_args(SettledBy)),
    would=st.lists(counterfactuals, max_size=3),
)
def test_any_facts_give_a_whole_letter(
    language: Language, facts: object, settled: SettledBy | None, would: list[Counterfactual]
) -> None:
    told = change(facts, settled_by=settled, counterfactuals=tuple(would))
    row = change(ROWS[0], offer_id=told.offer_id)
    letter = letter_of(outcome(explanation=told, row=row), language)
    assert len(letter.lines) >= 4
    assert all(line and line == line.strip() for line in letter.lines)
    assert all(line.endswith(("." if number else ",", ".")) for number, line in enumerate(letter.lines))


def test_the_letter_of_a_placed_student() -> None:
    taken = WishOutcome(offer_id="O-1", rank=1, fate="taken", eligible=9, places=2, lots=(3, 8))
    facts = change(EXPLANATION, wishes=(taken, *EXPLANATION.wishes[2:]), settled_by="lottery")
    letter = letter_of(outcome(explanation=facts), "nl")
    assert letter.title == "Waarom kreeg ik deze plek?"
    assert letter.lines == (
        "Beste Amira de Boer,",
        "Je krijgt een stageplek bij De Lindehof. Dat is je 2e keuze van 3. De reis duurt ongeveer 34 minuten.",
        "We keken naar al het aanbod (412). Daarvan pasten er 23 bij jou.",
        "Je 1e keuze, O-1, is vol. Er pasten 9 studenten en er zijn 2 plekken. "
        "Het lot besliste wie deze plek kreeg (lotnummers 3 tot en met 8).",
        "Jij en anderen hadden gelijke kansen. Daarom besliste het lot. Jouw lotnummer is 417.",
        "Je naam, afkomst, geslacht, leeftijd en cijfers telden niet mee.",
        "Klopt er iets niet, of heb je een vraag? Praat met je stagecoördinator. Samen kijken jullie wat er kan.",
    )


def test_nobody_is_asked_to_drop_a_need() -> None:
    facts = change(UNPLACED, counterfactuals=(Counterfactual(rule="support", offers=2, place="certain"),))
    assert otherwise_letter(facts, "nl") == (
        "Bij 2 keer aanbod ontbreekt alleen de begeleiding die jij nodig hebt. Je school kan vragen of een bedrijf die "
        "kan geven. Daarmee had je in deze ronde zeker een plek gekregen.",
    )


def test_many_wishes_are_counted_not_listed() -> None:
    wishes = tuple(WishOutcome(offer_id=f"O{rank}", rank=rank, fate="no_places") for rank in range(1, 7))
    lines = letter_of(outcome(explanation=change(UNPLACED, wishes=wishes), row=ROWS[2]), "en").lines
    assert sum(line.startswith("Your choice") for line in lines) == MOST_WISHES
    assert "3 more choices did not work out." in lines


def test_the_five_lines_tell_lots_and_openings_too() -> None:
    taken = WishOutcome(offer_id="O-1", rank=1, fate="taken", eligible=9, places=1, lots=(3, 3))
    lines = tell(change(UNPLACED, wishes=(taken,), bottleneck=SHORT), "nl", {})
    assert "Het lot besliste wie deze plek kreeg (lotnummer 3)." in lines[2]
    assert lines[-1].endswith("8 plekken meer geven 8 studenten meer een plek: 5 bij O-0007 en 3 bij O-0099.")


def test_a_bottleneck_of_an_earlier_version_is_still_told() -> None:
    old = msgspec.convert({"students": 3, "places": 1, "crebos": ["25655"], "offers": ["O1"]}, Bottleneck)
    assert shortage_text(old, "nl", {}, {}).startswith("3 studenten van opleiding 25655 hebben samen 1 plek.")
