"""What a check does not depend on: capitals, line breaks, kinds of blanks, quotes and hyphens, ways to make accents."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.services.vacancy_text.check import LONGEST_TEXT, check_text
from api.services.vacancy_text.folding import fold
from bench.vacancy_text.labelled import Sentence, sentences

_SOME = st.sampled_from(sentences())
_ANY = st.text(max_size=300) | st.lists(_SOME.map(lambda one: one.text), min_size=1, max_size=6).map(" ".join)


def rules(text: str, like: Sentence) -> list[tuple[str, str]]:
    return [(hit.rule, hit.level) for hit in check_text(text, like.text_for, tone=like.tone).hits]


@given(_ANY)
@settings(max_examples=150, deadline=None)
def test_every_place_is_in_the_text_and_finds_come_in_order(text: str) -> None:
    hits = check_text(text, "job", tone=True).hits
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert [hit.start for hit in hits] == sorted(hit.start for hit in hits)
    assert check_text(text, "job", tone=True).hits == hits


@given(_ANY)
@settings(max_examples=100, deadline=None)
def test_folding_keeps_the_place_of_every_character(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.places)
    assert list(folded.places) == sorted(folded.places)
    for sign, place in zip(folded.text, folded.places, strict=True):
        if sign.isalnum():
            assert sign in unicodedata.normalize("NFKD", text[place]).lower()
    assert fold(folded.text).text == folded.text or "-" in folded.text or "\n" in folded.text


@given(_SOME, st.data())
@settings(max_examples=150, deadline=None)
def test_capitals_line_breaks_and_blanks_change_nothing(one: Sentence, data: st.DataObject) -> None:
    expected = rules(one.text, one)
    assert rules(one.text.upper(), one) == expected
    assert rules(one.text.lower(), one) == expected
    blanks = [place for place, sign in enumerate(one.text) if sign == " " and one.text[place - 1] != "-"]
    if blanks:
        place = data.draw(st.sampled_from(blanks))
        for blank in ("\n", "\r\n", "\u00a0", "  ", " \n "):
            assert rules(one.text[:place] + blank + one.text[place + 1 :], one) == expected


@pytest.mark.parametrize("one", sentences()[::3], ids=lambda one: one.text[:40])
def test_how_signs_are_made_changes_nothing(one: Sentence) -> None:
    expected = rules(one.text, one)
    assert rules(unicodedata.normalize("NFD", one.text), one) == expected
    assert rules(one.text.replace("'", "’").replace("-", "\u2011"), one) == expected
    assert rules("\u00ad".join(one.text), one) == expected
    if '"' in one.text:
        assert rules(one.text.replace('"', "”"), one) == expected


def test_a_text_that_is_one_long_sentence_is_read_to_its_end() -> None:
    """Nothing ends it, so every find is read in what stands near it."""
    text = ("iets anders en " * 1300)[: LONGEST_TEXT - 60] + " Wij zoeken een jonge stagiair"
    assert [hit.rule for hit in check_text(text).hits if hit.rule != "style_long"] == ["age_young"]
