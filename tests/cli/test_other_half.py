"""Nobody gets an account in both halves, whichever comes first."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Stagekans

PLACING = ("account", "bo.visser", "--name", "Bo", "--role", "admin")
LAB = ("lab", "account", "Bo.Visser", "--name", "Bo", "--role", "researcher")


@pytest.mark.parametrize(("first", "second"), [(PLACING, LAB), (LAB, PLACING)], ids=["placing first", "lab first"])
def test_a_name_of_the_other_half_is_refused(
    stagekans: Stagekans,
    database_url: str,
    lab_url: str,
    monkeypatch: pytest.MonkeyPatch,
    first: tuple[str, ...],
    second: tuple[str, ...],
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("LAB_DATABASE_URL", lab_url)
    assert stagekans(*first).code == 0
    refused = stagekans(*second)
    assert refused.code == 2
    assert "heeft al een account in de andere helft" in refused.err
