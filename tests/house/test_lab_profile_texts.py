"""Every finding about names, letters and pairs has words in both languages, and no words are left over."""

from __future__ import annotations

import ast
import re

from api.catalogue import has, text
from testing_lab.profiles.names import GROUPS, SEXES
from tests.house.repository import ROOT, files, text_of
from tests.house.test_catalogue import _messages


def _codes() -> dict[str, set[str]]:
    """Facts by code, as the rooms write them; a fact that is not a plain key is found by its variable's name."""
    found: set[str] = set()
    for path in files():
        if path.parts[:2] == ("testing_lab", "profiles") and path.suffix == ".py":
            for node in ast.walk(ast.parse(text_of(path))):
                if isinstance(node, ast.Call) and ast.unparse(node.func) == "Finding":
                    code = next(word.value for word in node.keywords if word.arg == "code")
                    assert isinstance(code, ast.Constant), f"{path}:{node.lineno}: a code is a plain text"
                    found.add(str(code.value))
    return {code: _messages("nl").get(f"lab-finding-{code}", set()) for code in found}


def _texts(language: str) -> set[str]:
    written = (ROOT / "api" / "catalogue" / language / "lab_profiles.ftl").read_text("utf-8")
    return set(re.findall(r"^([a-z][a-z0-9-]*) =", written, flags=re.MULTILINE))


def test_every_finding_has_its_text_and_no_text_is_left_over() -> None:
    codes = _codes()
    assert len(codes) > 5
    labels = {f"lab-group-{group}" for group in GROUPS} | {f"lab-sex-{sex}" for sex in SEXES}
    wanted = {f"lab-finding-{code}" for code in codes} | labels
    for language in ("nl", "en"):
        assert _texts(language) == wanted


def test_every_text_can_be_shown() -> None:
    for language in ("nl", "en"):
        for code, variables in _codes().items():
            assert has(language, f"lab-finding-{code}")
            assert text(language, f"lab-finding-{code}", **dict.fromkeys(variables, 3))
