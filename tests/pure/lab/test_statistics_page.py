"""The page for researchers is true: its examples run, in order, and say what they print."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

_PAGE = Path(__file__).parents[3] / "docs" / "statistics.md"


def test_every_example_says_what_it_prints() -> None:
    blocks = re.findall(r"^```pycon\n(.*?)^```$", _PAGE.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    examples = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, _PAGE.name, str(_PAGE), 0)
    assert len(examples.examples) > 30
    told: list[str] = []
    assert doctest.DocTestRunner().run(examples, out=told.append).failed == 0, "".join(told)
