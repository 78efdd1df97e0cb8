"""The lock: every package by hash, from nowhere in particular."""

from __future__ import annotations

import re
import tomllib

from tests.house.repository import ROOT

LOCK = (ROOT / "requirements.lock").read_text("utf-8")


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=~! ;]", name, maxsplit=1)[0]).lower()


def test_every_direct_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    named = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    locked = {_plain(line) for line in LOCK.splitlines() if re.match(r"[a-z]", line)}
    assert {_plain(name) for name in named} - locked == set()


def test_every_package_has_a_version_and_hashes_and_no_address() -> None:
    blocks = re.split(r"\n(?=[a-z])", LOCK.strip())
    assert len(blocks) > 80
    assert [block.splitlines()[0] for block in blocks if "==" not in block or "--hash=sha256:" not in block] == []
    assert "://" not in LOCK
