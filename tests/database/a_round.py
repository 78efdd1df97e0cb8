"""Rounds to test with, written straight into the database: small ones by hand, larger ones drawn from a seed."""

from __future__ import annotations

import gzip
import itertools
import random
import uuid
from typing import Any

import asyncpg

from api.messages.accounts import Actor, Role
from api.messages.runs import NewRun
from api.services import running, runs
from matching.fair_run import fair_run
from matching.instance import decode
from matching.policy import Policy

_numbers = itertools.count(1)
COOK, CARE = "25180", "25655"


async def an_actor(pool: asyncpg.Pool, *roles: Role, programmes: tuple[str, ...] | None = None) -> Actor:
    """An account that nobody signs in with."""
    name = f"{'-'.join(roles)}-{next(_numbers)}"
    account_id = await pool.fetchval(
        "insert into placement.account (sign_in_name, display_name, password_hash, all_programmes)"
        " values ($1, $1, 'none', $2) returning account_id",
        name,
        programmes is None,
    )
    return Actor(
        account_id=account_id,
        display_name=name,
        roles=frozenset(roles),
        language="nl",
        programmes=None if programmes is None else frozenset(programmes),
    )


async def a_round(pool: asyncpg.Pool) -> uuid.UUID:
    """A round with nothing in it."""
    round_id: uuid.UUID = await pool.fetchval(
        "insert into placement.placement_round (name, starts_on, ends_on) values ($1, '2027-02-01', '2027-07-16')"
        " returning round_id",
        f"Ronde {next(_numbers)}",
    )
    return round_id


async def _insert(pool: asyncpg.Pool, table: str, columns: dict[str, Any], key: str) -> uuid.UUID:
    names = ", ".join(columns)
    marks = ", ".join(f"${number}" for number in range(1, len(columns) + 1))
    made: uuid.UUID = await pool.fetchval(
        f"insert into placement.{table} ({names}) values ({marks}) returning {key}",  # noqa: S608  # names from this file
        *columns.values(),
    )
    return made


async def an_offer(
    pool: asyncpg.Pool, round_id: uuid.UUID, offer_id: str, places: int = 1, **columns: Any
) -> uuid.UUID:
    """An open offer for cooks, at a company of its own."""
    company = await _insert(pool, "company", {"name": f"Bedrijf {offer_id}"}, "company_id")
    establishment = await _insert(
        pool, "establishment", {"company_id": company, "place": "Hilversum"}, "establishment_id"
    )
    standard = {"crebos": [COOK], "recognition_checked_on": None}
    return await _insert(
        pool,
        "offer",
        {
            "round_id": round_id,
            "offer_id": offer_id,
            "places": places,
            "establishment_id": establishment,
            **standard,
            **columns,
        },
        "offer_uid",
    )


async def a_student(
    pool: asyncpg.Pool, round_id: uuid.UUID, student_number: str, wishes: tuple[str, ...] = (), **columns: Any
) -> uuid.UUID:
    """A student cook. ``wishes``: offer ids, most wanted first."""
    standard = {"name": f"Naam {student_number}", "crebo": COOK}
    student_id = await _insert(
        pool,
        "student",
        {"round_id": round_id, "student_number": student_number, **standard, **columns},
        "student_id",
    )
    await pool.executemany(
        "insert into placement.preference (student_id, offer_uid, rank)"
        " select $1, offer_uid, $4 from placement.offer where round_id = $2 and offer_id = $3",
        [(student_id, round_id, offer_id, rank) for rank, offer_id in enumerate(wishes, 1)],
    )
    return student_id


async def place(pool: asyncpg.Pool, student_id: uuid.UUID, offer_uid: uuid.UUID) -> None:
    """A live placement, as an earlier run left it."""
    await pool.execute("insert into placement.placement (student_id, offer_uid) values ($1, $2)", student_id, offer_uid)


async def a_drawn_round(
    pool: asyncpg.Pool, students: int, offers: int, *, seed: int = 1, crebo: str = COOK
) -> uuid.UUID:
    """A round with this many of each; a place each, five wishes each, half of the recognitions checked."""
    drawn = random.Random(seed)
    round_id = await a_round(pool)
    await pool.execute(
        "insert into placement.offer (round_id, offer_id, places, crebos, recognition_checked_on)"
        " select $1, 'O' || n, 1, array[$3], case when n % 2 = 0 then date '2026-09-01' end"
        " from generate_series(1, $2::int) n",
        round_id,
        offers,
        crebo,
    )
    await pool.execute(
        "insert into placement.student (round_id, student_number, name, crebo)"
        " select $1, 's' || n, 'Naam ' || n, $3 from generate_series(1, $2::int) n",
        round_id,
        students,
        crebo,
    )
    wishes = [
        (f"s{student}", f"O{offer}", rank)
        for student in range(1, students + 1)
        for rank, offer in enumerate(drawn.sample(range(1, offers + 1), min(5, offers)), 1)
    ]
    await pool.execute(
        "insert into placement.preference (student_id, offer_uid, rank)"
        " select s.student_id, o.offer_uid, w.rank from unnest($2::text[], $3::text[], $4::int[]) w(s, o, rank)"
        " join placement.student s on s.round_id = $1 and s.student_number = w.s"
        " join placement.offer o on o.round_id = $1 and o.offer_id = w.o",
        round_id,
        *(list(column) for column in zip(*wishes, strict=True)),
    )
    return round_id


async def a_finished_run(pool: asyncpg.Pool, actor: Actor, round_id: uuid.UUID, *, seed: str = "zaad") -> uuid.UUID:
    """A run of the round, matched in this process; its id."""
    asked = await runs.start_run(pool, actor, round_id, NewRun(policy=Policy(seed=seed)))
    claimed = await running.claim(pool, asked.run_id)
    assert claimed is not None
    made = fair_run(decode(gzip.decompress(claimed.instance)), claimed.policy, clock=lambda: 0.0)
    assert await running.finish(pool, claimed, made.result, made.fairness)
    return asked.run_id
