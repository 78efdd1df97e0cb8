"""Every outcome and finding of the lab's mail has its text in both languages, and the catalogue has no others."""

from __future__ import annotations

import ast

from tests.house.repository import ROOT, files, text_of
from tests.house.test_catalogue import _messages

_OUTCOMES = {"Refused", "TryLater", "MailboxClosed"}
#: Parts of other texts.
_PARTS = {"lab-mail-step"}


def _codes(*makers: str) -> set[str]:
    found = set()
    for path in files():
        if path.parts[:3] == ("api", "services", "lab") and path.suffix == ".py":
            for node in ast.walk(ast.parse(text_of(path))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in makers:
                    code = next((one.value for one in node.keywords if one.arg == "code"), None)
                    assert isinstance(code, ast.Constant), f"{path}:{node.lineno}: a code is a plain text"
                    found.add(str(code.value))
    return found


def _own(prefix: str) -> set[str]:
    lines = (ROOT / "api" / "catalogue" / "nl" / "lab_mail.ftl").read_text("utf-8").splitlines()
    return {line.split(" = ")[0] for line in lines if line.startswith(prefix)}


def test_every_outcome_has_words() -> None:
    codes = {f"lab-mail-{code}" for code in _codes(*_OUTCOMES)}
    assert len(codes) > 15
    assert codes <= _messages("en").keys()
    assert _own("lab-mail-") - _PARTS == codes


def test_every_finding_has_words() -> None:
    codes = {f"lab-finding-{code.replace('_', '-')}" for code in _codes("Finding")}
    assert len(codes) > 10
    assert codes <= _messages("en").keys()
    assert _own("lab-finding-") <= codes, "words that no service says"
