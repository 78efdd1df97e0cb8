"""docs/lab-plan.md says what the program does: the form of a draw, the example, the rules, the table of states."""

from __future__ import annotations

import hashlib
import re

from testing_lab.draws import FORM, below, draw, shuffled
from testing_lab.fieldwork.study_states import TRANSITIONS
from testing_lab.randomisation.rerandomising import redraw_seed
from tests.house.repository import ROOT

DOCUMENT = (ROOT / "docs" / "lab-plan.md").read_text("utf-8")


def test_the_example_is_right() -> None:
    found = re.search(r"printf '(.+)' \| sha256sum\n    ([0-9a-f]{64})\n", DOCUMENT)
    assert found
    assert found[1].startswith(f'["{FORM}",')
    assert hashlib.sha256(found[1].encode()).hexdigest() == found[2] == format(draw("2026", "order", "v1"), "064x")


def test_the_rules_are_those_of_the_program() -> None:
    assert below(7, "s", "x") == int(draw("s", "x") * 7 / 2**256)
    assert shuffled("abc", "s", "x") == sorted("abc", key=lambda one: draw("s", "x", one))
    assert f"`{redraw_seed('<seed>', 1).replace('1', '<n>')}`" in DOCUMENT


def test_the_table_is_that_of_the_program() -> None:
    rows = re.findall(r"^\| (\w+) \| (\w+) \| (\w+) \|$", DOCUMENT, flags=re.MULTILINE)
    told = {(state, step): to for state, step, to in rows if state != "from"}
    assert told == TRANSITIONS
