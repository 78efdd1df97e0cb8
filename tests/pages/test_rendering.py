"""Words for facts that a run or a file left behind."""

from __future__ import annotations

import pytest

from api.catalogue import Language
from api.pages.rendering import clash_text, clash_where
from matching.faults import RowFault

LOCK = RowFault(
    code="lock_breaks_rule",
    kind="students",
    row_key="17",
    column="locked_offer",
    facts={"offer_id": "O-7", "rule": "travel"},
)


def test_a_clash_is_told_with_what_to_do() -> None:
    assert clash_where("nl", LOCK) == "Student 17:"
    told = clash_text("nl", LOCK)
    assert "O-7" in told
    assert "te lange reistijd" in told
    assert "lock" not in told


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_clash_that_has_no_words_yet_is_told_all_the_same(language: Language) -> None:
    strange = RowFault(code="from_mars", kind="moons", row_key="9", column="x")
    assert "from_mars" in clash_text(language, strange)
    assert "9" in clash_where(language, strange)
