"""An explanation is at most five lines, whatever the facts are, and says the facts that matter."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.catalogue import Language
from api.pages.telling import MOST_LINES, removed_first, tell
from matching.result import Bottleneck, Explanation, RuleCode, UnplacedReason, UtilityParts, WishFate, WishOutcome
from tests.pages.samples import EXPLANATION, UNPLACED

LANGUAGES: tuple[Language, ...] = ("nl", "en")
counts = st.integers(min_value=0, max_value=70_000)
rules = st.sampled_from(get_args(RuleCode))
offers = st.text(alphabet="O0123-{}$<", min_size=1, max_size=6)
wishes = st.builds(
    WishOutcome,
    offer_id=offers,
    rank=st.integers(min_value=1, max_value=9),
    fate=st.sampled_from(get_args(WishFate)),
    rule=st.none() | rules,
    eligible=counts,
    places=counts,
)
common = {
    "student_number": st.just("1"),
    "offers": counts,
    "eligible": counts,
    "removed": st.dictionaries(rules, counts),
    "wishes": st.lists(wishes, max_size=6).map(tuple),
    "lot_number": st.integers(min_value=1, max_value=70_000),
    "lot_decided": st.booleans(),
}
placed = st.builds(
    Explanation,
    **common,
    offer_id=offers,
    rank=st.none() | st.integers(min_value=1, max_value=9),
    utility=st.integers(min_value=0, max_value=1000),
    parts=st.none() | st.just(UtilityParts(preference=600, travel=100, learning_wishes=0)),
    travel_minutes=st.none() | counts,
    locked=st.booleans(),
    check=st.sampled_from([(), ("recognition_unverified",), ("recognition_unverified", "travel_unknown")]),
)
unplaced = st.builds(
    Explanation,
    **common,
    reason_code=st.sampled_from(get_args(UnplacedReason)),
    bottleneck=st.none()
    | st.builds(Bottleneck, students=counts, places=counts, crebos=st.just(("25655",)), offers=st.just(())),
)


@pytest.mark.parametrize("language", LANGUAGES)
@given(explanation=placed | unplaced)
def test_any_facts_give_one_to_five_whole_lines(language: Language, explanation: Explanation) -> None:
    lines = tell(explanation, language, {})
    assert 1 <= len(lines) <= MOST_LINES
    assert all(line and line == line.strip() for line in lines)
    assert all(line.endswith(".") for line in lines)


def test_a_placed_student_reads_where_why_and_how() -> None:
    lines = tell(EXPLANATION, "nl", {"O-1042": "De Lindehof"})
    assert lines == (
        "Voorstel: De Lindehof (O-1042). Dit is keuze 2 van 3.",
        "Van het aanbod (412) passen er 23. De rest valt vooral af door een andere opleiding en te lange reistijd.",
        "Keuze 1, O-0007, is vol: 67 studenten passen, er zijn 3 plekken. "
        "Keuze 1, O-0211, valt af: de reis is te lang.",
        "De reis duurt ongeveer 34 minuten. De plek krijgt 655 van de 1.000 punten: voorkeur 400, reistijd 105, "
        "leerwensen 150.",
        "Er waren gelijke kansen. Toen besliste het lot (lotnummer 417). Let op: controleer de erkenning van dit "
        "bedrijf bij SBB.",
    )


def test_an_unplaced_student_reads_the_shortage_and_what_helps() -> None:
    lines = tell(UNPLACED, "en", {})
    assert lines[0] == ("There is no place: 14 students have 11 places between them. It is about programme 25998.")
    assert lines[-1].endswith("What helps: one more place for programme 25998.")


def test_rules_come_largest_first_without_empty_ones() -> None:
    assert removed_first(EXPLANATION) == (("crebo", 341), ("travel", 31), ("period", 12), ("level", 5))
