"""Syllables of known words, and the reading ease of Flesch and Douma worked out by hand."""

from __future__ import annotations

import pytest

from testing_lab.profiles.reading import slips, syllables, text_measures, words_of

#: Words by their number of syllables, as Dutch breaks them off at the end of a line.
_KNOWN = {
    1: "huis nieuw leuk eeuw kooi uw u één duw ruw quiz ik",
    2: "stage nieuwe leeuwen mooie draaien groeien cadeau bureau hobby royaal yoghurt knieën zeeën café euro bedrijf "
    "klanten foto's e-mail kwartier ouders gedaan oppas trio duo meeuwen website",
    3: "ideeën museum leerbedrijf serieus theater creatief actueel reünie bijzonder eieren ervaring ziekenhuis "
    "geopend station collega's zaterdag opleiding computers kopieën Yasmina bewoners ruïne poëzie mozaïek lyceum "
    "radio diploma",
    4: "officieel interieur beïnvloeden aquarium reageren situatie januari februari werkzaamheden motivatie "
    "vriendelijke begeleiden beantwoorden enthousiast vierentwintig financieel materieel vanillevla variëren "
    "petroleum",
    5: "sollicitatie geïnteresseerd organisatie individueel officiële activiteiten coördinator",
}


@pytest.mark.parametrize(
    ("word", "number"), [(word, number) for number, words in _KNOWN.items() for word in words.split()]
)
def test_syllables_of_known_words(word: str, number: int) -> None:
    assert syllables(word) == syllables(word.upper()) == number


def test_every_word_has_a_syllable_and_every_digit_one() -> None:
    assert [syllables(word) for word in ("s", "bpv", "18", "2026")] == [1, 1, 2, 4]


def test_words_keep_hyphens_and_apostrophes() -> None:
    assert words_of("Mijn collega's (2) sturen een e-mail: 'hoi'!") == [
        "Mijn", "collega's", "2", "sturen", "een", "e-mail", "hoi"
    ]  # fmt: skip


def test_reading_ease_by_hand() -> None:
    # Ik / zoek / een / sta-ge. Ik / werk / graag / met / klan-ten. 10 words, 12 syllables, 2 sentences.
    found = text_measures("Ik zoek nu een stage. Ik werk graag met klanten.")
    assert (found.words, found.sentences, found.syllables) == (10, 2, 12)
    assert found.reading_ease == pytest.approx(206.84 - 0.77 * 120 - 0.93 * 5)


def test_harder_words_and_longer_sentences_lower_it() -> None:
    easy = text_measures("Ik zoek een stage. Ik werk graag. Ik kom op tijd.").reading_ease
    longer = text_measures("Ik zoek een stage en ik werk graag en ik kom op tijd.").reading_ease
    harder = text_measures("Sollicitaties beantwoorden organisaties. Motivatie enthousiasmeert.").reading_ease
    assert easy is not None
    assert longer is not None
    assert harder is not None
    assert easy > longer > harder


def test_a_number_with_a_comma_or_point_ends_no_sentence() -> None:
    assert text_measures("Ik sta een 7.4 gemiddeld.").sentences == 1


@pytest.mark.parametrize("text", ["", "Groeten van", "...", "!?"])
def test_no_sentence_no_reading_ease(text: str) -> None:
    assert text_measures(text).reading_ease is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ik werk hier. Ik kom op tijd.", 0),
        ("Ik ik werk hier.", 1),
        ("Ik werk hier . Ik kom", 1),
        ("Ik werk hier. ik kom", 1),
        ("Ja,ik kom", 1),
        ("Een 7,4 voor mijn cv. E-mail: a.b@c.example", 0),
    ],
)
def test_slips(text: str, number: int) -> None:
    assert slips(text) == number
