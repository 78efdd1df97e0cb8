"""``stagekans import``, ``account`` and ``migrate`` on a real database."""

from __future__ import annotations

import asyncio
import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from api.messages.accounts import NewAccount
from api.messages.rounds import NewRound
from api.services import new_accounts, rounds
from api.services.operators import new_password, operator, replace_password
from db.pool import open_pool
from tests.cli.conftest import Outcome, Stagekans

ROUND = "Stage voorjaar"


async def _prepare(url: str) -> None:
    async with await open_pool(url, size=2) as pool:
        people = {"noor": ("coordinator",), "sam": ("service_point",)}
        for name, roles in people.items():
            await new_accounts.create_account(
                pool,
                NewAccount(
                    sign_in_name=name,
                    display_name=name,
                    password=new_password(),
                    roles=roles,  # type: ignore[arg-type]  # both are roles
                    all_programmes=True,
                ),
            )
        noor = await operator(pool, "noor")
        assert noor is not None
        day = dt.date(2027, 2, 1)
        await rounds.create_round(pool, noor, NewRound(name=ROUND, starts_on=day, ends_on=day))


async def _count(url: str) -> tuple[int, int]:
    async with await open_pool(url, size=2) as pool:
        return (
            await pool.fetchval("select count(*) from placement.student"),
            await pool.fetchval("select count(*) from placement.offer"),
        )


@pytest.fixture
def bring_in(
    stagekans: Stagekans, database_url: str, demo_files: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Outcome]:
    """``bring_in("offers", "offers.csv")`` into a round of a fresh database."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    asyncio.run(_prepare(database_url))

    def call(kind: str, file: str, *options: str | Path, sign_in_name: str = "noor") -> Outcome:
        return stagekans("import", "--round", ROUND, "--kind", kind, "--as", sign_in_name, demo_files / file, *options)

    return call


def test_twice_is_once(bring_in: Callable[..., Outcome], database_url: str) -> None:
    assert bring_in("equivalents", "equivalents.csv").code == 0
    first, second = bring_in("offers", "offers.csv"), bring_in("offers", "offers.csv")
    assert (first.code, second.code) == (0, 0)
    assert "506 nieuw, 0 gewijzigd, 0 gelijk" in first.out
    assert "0 nieuw, 0 gewijzigd, 506 gelijk" in second.out
    done = bring_in("students", "students.xlsx")
    assert "1.200 nieuw" in done.out
    assert asyncio.run(_count(database_url)) == (1200, 506)


def test_all_or_nothing_unless_the_good_rows_are_asked_for(
    bring_in: Callable[..., Outcome], database_url: str, tmp_path: Path
) -> None:
    assert bring_in("offers", "offers.csv").code == 0
    refused = bring_in("students", "students-with-mistakes.csv")
    assert refused.code == 2
    assert refused.err.count("Doe dit: ") == 7
    assert asyncio.run(_count(database_url))[0] == 0
    rejected = tmp_path / "rejected.csv"
    taken = bring_in(
        "students", "students-with-mistakes.csv", "--take-good-rows", "--rejected", rejected, "--language", "en"
    )
    assert taken.code == 0
    assert asyncio.run(_count(database_url))[0] == 33
    lines = rejected.read_text("utf-8-sig").splitlines()
    assert len(lines) == 8
    assert "is not a programme code" in lines[1]


def test_a_preview_stores_nothing(bring_in: Callable[..., Outcome], database_url: str) -> None:
    assert bring_in("offers", "offers.csv", "--preview").code == 0
    assert asyncio.run(_count(database_url)) == (0, 0)


def test_a_forbidden_column_is_refused_whatever_is_asked(bring_in: Callable[..., Outcome], database_url: str) -> None:
    done = bring_in("students", "students-forbidden-column.csv", "--take-good-rows")
    assert done.code == 2
    assert "nationaliteit" in done.err
    assert asyncio.run(_count(database_url)) == (0, 0)


def test_who_may_not_import_cannot_do_it_here_either(bring_in: Callable[..., Outcome], database_url: str) -> None:
    assert bring_in("students", "students.csv", sign_in_name="sam").code == 2
    assert bring_in("students", "students.csv", sign_in_name="nobody").code == 2
    assert asyncio.run(_count(database_url)) == (0, 0)


def test_an_unknown_round_names_the_known_ones(bring_in: Callable[..., Outcome]) -> None:
    done = bring_in("offers", "offers.csv", "--round", "Herfst")
    assert done.code == 2
    assert f'"{ROUND}"' in done.err


def test_an_account_is_made_once_and_can_sign_in(
    stagekans: Stagekans, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    asked = ("account", "a.jansen", "--name", "An Jansen", "--role", "coordinator", "--programme", "25998")
    made = stagekans(*asked)
    assert made.code == 0
    password = re.search(r"Wachtwoord: (\S+)", made.out)
    assert password is not None
    assert stagekans(*asked).code == 2
    assert stagekans("account", "x.y", "--name", "X", "--role", "researcher").code == 2

    async def change() -> None:
        async with await open_pool(database_url, size=2) as pool:
            actor = await operator(pool, "a.jansen")
            assert actor is not None
            assert actor.programmes == {"25998"}
            with pytest.raises(LookupError):
                await replace_password(pool, "nobody", new_password())

    asyncio.run(change())


def test_migrate_twice_and_nowhere(stagekans: Stagekans, database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    done = stagekans("migrate")
    assert (done.code, done.out.strip()) == (0, "De database was al bij de tijd.")
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    assert stagekans("migrate").code == 2
    monkeypatch.setenv("DATABASE_URL", "nonsense")
    assert stagekans("migrate").code == 2
