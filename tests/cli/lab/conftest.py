"""The command line on a fresh database of the lab, with a researcher who is signed in."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import asyncpg
import pytest

from db.halves import LAB
from db.pool import open_pool
from tests.cli.conftest import Outcome, Stagekans
from tests.database.lab.a_study import PASSWORD, a_person

T = TypeVar("T")


@pytest.fixture
def in_lab(lab_url: str) -> Callable[[Callable[[asyncpg.Pool], Awaitable[T]]], T]:
    """``in_lab(do)``: what happens beside the command line, on a pool of its own."""

    def call(do: Callable[[asyncpg.Pool], Awaitable[T]]) -> T:
        async def act() -> T:
            async with await open_pool(lab_url, LAB, size=2) as pool:
                return await do(pool)

        return asyncio.run(act())

    return call


@pytest.fixture
def lab(
    stagekans: Stagekans,
    lab_url: str,
    in_lab: Callable[[Callable[[asyncpg.Pool], Awaitable[object]]], object],
    monkeypatch: pytest.MonkeyPatch,
) -> Stagekans:
    """``lab("show", ...)``: a command of ``stagekans lab study`` in English; the researcher ``bo`` is signed in."""
    monkeypatch.setenv("LAB_DATABASE_URL", lab_url)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("STAGEKANS_LAB_PASSWORD", PASSWORD)
    in_lab(lambda pool: a_person(pool, "bo.visser", "researcher"))
    signed_in = stagekans("lab", "sign-in", "--as", "bo.visser")
    assert signed_in.code == 0, signed_in.err
    monkeypatch.setenv("STAGEKANS_LAB_SESSION", signed_in.out.strip())
    monkeypatch.delenv("STAGEKANS_LAB_PASSWORD")

    def call(*arguments: str | Path) -> Outcome:
        return stagekans("lab", "study", *arguments)

    return call
