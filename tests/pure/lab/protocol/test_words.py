"""Every field, choice, finding and gate has its words in both languages, and the catalogue file has no other words."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from fluent.syntax import ast, parse

from api import catalogue
from testing_lab.findings import Finding
from testing_lab.protocol.fields import CHOICE_FACTS, fields_of
from testing_lab.protocol.gates import GATES
from tests.pure.lab.protocol.broken import all_findings
from tests.pure.lab.protocol.codes import codes_said

_ROOT: Final = Path(__file__).parents[4]


def _expected() -> set[str]:
    every = [one for field in fields_of() for one in (field, *field.row)]
    return {
        *(f"lab-protocol-{one.part}" for one in fields_of()),
        *(f"lab-protocol-{one.part}-{one.name}".replace("_", "-") for one in every),
        *(f"lab-choice-{choice}".replace("_", "-") for one in every for choice in one.choices),
        *(f"lab-finding-{code}".replace("_", "-") for code in codes_said()),
        *(f"lab-gate-{gate}{end}".replace("_", "-") for gate in GATES for end in ("", "-evidence")),
    }


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_file_has_these_words_and_no_others(language: str) -> None:
    text = (_ROOT / "api" / "catalogue" / language / "lab_protocol.ftl").read_text("utf-8")
    there = {one.id.name for one in parse(text).body if isinstance(one, ast.Message)}
    assert there == _expected()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_finding_can_be_told(language: catalogue.Language) -> None:
    for finding in all_findings():
        told = catalogue.text(language, _message(finding.code), **_words(language, finding))
        assert len(told) > 10
        # No word of ours is left untranslated: what has an underscore is a code, but for names of methods and fields.
        plain = [one for name, one in finding.facts.items() if name in CHOICE_FACTS and "_" in str(one)]
        assert [one for one in plain if str(one) in told] == []


def _message(code: str) -> str:
    return f"lab-finding-{code}".replace("_", "-")


def _words(language: catalogue.Language, finding: Finding) -> dict[str, object]:
    words: dict[str, object] = dict(finding.facts)
    for name in CHOICE_FACTS & words.keys():
        kind = "gate" if name == "gate" else "choice"
        words[name] = catalogue.text(language, f"lab-{kind}-{words[name]}".replace("_", "-"))
    return words
