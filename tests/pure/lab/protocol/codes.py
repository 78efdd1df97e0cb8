"""Which codes the room can say, read from its source."""

from __future__ import annotations

import ast
from pathlib import Path

_ROOM = Path(__file__).parents[4] / "testing_lab" / "protocol"


def codes_said() -> set[str]:
    """The codes of every finding that is made; each is a plain text, never put together."""
    said = set()
    for path in _ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Finding":
                code = next(word.value for word in node.keywords if word.arg == "code")
                assert isinstance(code, ast.Constant), f"{path.name}:{node.lineno}"
                assert isinstance(code.value, str)
                said.add(code.value)
    return said
