"""Whatever the lab says is wrong has words in the catalogue, and the catalogue has no other words for it."""

from __future__ import annotations

import ast

from api.catalogue import has
from api.services.statistics.telling import message_of
from tests.house.repository import files, text_of
from tests.house.test_catalogue import _messages

#: Which argument of each fault says what is wrong.
_WRONG = {"ImpossibleInput": 1, "UnknownMethod": 1, "NotConverged": 0}


def _said() -> set[str]:
    said = set()
    for path in files():
        if path.suffix != ".py" or not (
            path.parts[0] == "testing_lab" or path.parts[:3] == ("api", "services", "statistics")
        ):
            continue
        for node in ast.walk(ast.parse(text_of(path))):
            name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
            if name in _WRONG:
                assert isinstance(node, ast.Call)
                wrong = node.args[_WRONG[name]]
                assert isinstance(wrong, ast.Constant), (
                    f"{path}:{node.lineno}: a fault's words are a plain text, facts go beside them"
                )
                assert isinstance(wrong.value, str)
                said.add(wrong.value)
    return said


def test_every_fault_of_the_lab_has_words() -> None:
    said = _said()
    assert len(said) > 10
    assert sorted(one for one in said if not has("nl", message_of(one))) == []
    known = {name for name in _messages("nl") if name.startswith("lab-fault-")}
    assert sorted(known - {message_of(one) for one in said}) == []
