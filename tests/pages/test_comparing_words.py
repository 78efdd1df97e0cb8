"""A comparison in words: every field, key and effect has some, and hostile names stay names."""

from __future__ import annotations

import pytest

from api.catalogue import Language, has
from api.services.comparing_words import change_lines, field_word, grouping_word, policy_key, value_text, why_lines
from matching.comparison import EFFECTS, Why
from matching.groupings import DERIVED
from matching.instance import Offer, Student
from tests.pages.samples_compare import CHANGES, WHY

FIELDS = sorted({*Student.__struct_fields__, *Offer.__struct_fields__} - {"student_number", "offer_id"})


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_field_grouping_and_effect_has_words(language: Language) -> None:
    assert [name for name in FIELDS if not has(language, f"compare-field-{name}".replace("_", "-"))] == []
    assert [name for name in DERIVED if grouping_word(language, name) == name] == []
    assert [name for name in EFFECTS if not has(language, f"compare-effect-{name}".replace("_", "-"))] == []


def test_goals_follow_one_another_and_groupings_stand_beside_each_other() -> None:
    assert value_text("nl", ("placed", "satisfaction")) == "Studenten met een plek, daarna Tevredenheid (punten samen)"
    assert value_text("nl", ["team", "Klas {x}"]) == "Team, Klas {x}"
    assert value_text("nl", {"max_changes": 1000, "published": ""}) == "hoogstens 1.000"
    assert value_text("en", {"max_changes": 10, "published": "told.csv"}) == "at most 10"
    assert (value_text("nl", ()), value_text("nl", None), value_text("en", 0.02)) == ("geen", "geen", "0.02")


def test_names_that_the_catalogue_does_not_have_stay_as_they_are() -> None:
    for name in ("Klas", "a b", "{ $x }", "é", ""):
        assert grouping_word("nl", name) == name
    assert field_word("nl", "unheard_of") == "unheard_of"
    assert policy_key("nl", "group_gap.tolerance") == "Verschil dat mag"


def test_what_differed_and_what_was_asked_are_told_line_by_line() -> None:
    assert why_lines("nl", Why()) == ("Niets: dezelfde gegevens, hetzelfde beleid en dezelfde loting.",)
    told = why_lines("nl", WHY)
    assert "1 student met andere gegevens: woonplaats, langste reistijd" in told
    assert "30 keer aanbod minder" in told
    assert "Rekentijd (seconden): eerst geen, nu 5.0" in told
    asked = change_lines("en", CHANGES)
    assert asked[0] == "2 places more at O-1042"
    assert "4 offers close" in asked
    assert "Another lottery" in asked
