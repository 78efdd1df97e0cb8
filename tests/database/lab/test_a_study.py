"""The studies that other tests begin from are whole."""

from __future__ import annotations

import asyncpg

from tests.database.lab.a_study import a_person, a_study, pairs


async def test_a_study_for_tests_fits_the_tables(lab_pool: asyncpg.Pool) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    study_id = await a_study(lab_pool, lead, state="running")
    made = await pairs(lab_pool, study_id, 4, state="sent")
    assert len(made) == 4
    assert await lab_pool.fetchval("select count(*) from lab.dispatch where sent_at is not null") == 8
    first = await lab_pool.fetch("select identity from lab.dispatch where place = 1 order by number")
    assert [row["identity"] for row in first] == ["majority", "minority"] * 2
