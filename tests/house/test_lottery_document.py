"""docs/lottery.md says what the program does: the forms, the example, the table of states."""

from __future__ import annotations

import hmac
import re
from typing import get_args

from api.services.lottery_states import TRANSITIONS, Step
from matching.commitment import COMMITMENT_FORM, SEED_FORM, Opening
from matching.verify.lots import ticket_of
from tests.house.repository import ROOT

DOCUMENT = (ROOT / "docs" / "lottery.md").read_text("utf-8")


def test_the_example_is_right() -> None:
    found = re.search(r"Example: salt `([0-9a-f]+)`, secret `([^`]+)`", DOCUMENT)
    assert found
    opening = Opening(salt=found[1], secret=found[2])
    assert re.search(rf"commitment +{opening.commitment}\n", DOCUMENT)
    text = re.search(r"seed, public text (.*?) {2}([0-9a-f]{64})", DOCUMENT)
    assert text
    assert opening.seed(text[1]) == text[2]


def test_the_forms_stand_there_line_by_line() -> None:
    assert f"    {COMMITMENT_FORM}\n    <salt>\n    <secret>\n\n" in DOCUMENT
    assert f"    {SEED_FORM}\n    <salt>\n    <secret>\n    <public text>\n\n" in DOCUMENT


def test_the_table_is_that_of_the_program() -> None:
    rows = re.findall(r"^\| (\w+) \| (.+?) \|$", DOCUMENT, flags=re.MULTILINE)
    head = next(cells for name, cells in rows if name == "from").split(" | ")
    assert set(head) == set(get_args(Step))
    told = {
        (name, step): now
        for name, cells in rows
        if name != "from"
        for step, now in zip(head, cells.split(" | "), strict=False)
        if now != "–"
    }
    assert told == TRANSITIONS


def test_a_draw_is_a_plain_hmac() -> None:
    assert "printf 'lot|%s' 2041883 | openssl dgst -sha256 -hmac" in DOCUMENT
    assert ticket_of("2041883", "seed") == hmac.digest(b"seed", b"lot|2041883", "sha256")
