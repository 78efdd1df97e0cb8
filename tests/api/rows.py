"""A small round to look at: three students of two programmes, two offers of one company."""

from __future__ import annotations

import datetime as dt
import uuid

import asyncpg

CARE, CATERING = "25655", "25168"


async def make_round(pool: asyncpg.Pool, name: str = "Februari 2027") -> uuid.UUID:
    """A round with Anna and Bram (care) and Chris (catering). Anna named both offers and has a place at O1."""
    async with pool.acquire() as connection, connection.transaction():
        round_id: uuid.UUID = await connection.fetchval(
            "insert into placement.placement_round (name, starts_on, ends_on) values ($1, $2, $3) returning round_id",
            name,
            dt.date(2027, 2, 1),
            dt.date(2027, 7, 9),
        )
        await connection.execute(
            "insert into placement.programme values ($1, 'Verzorgende-IG', 3), ($2, 'Kok', 2) on conflict do nothing",
            CARE,
            CATERING,
        )
        company = await connection.fetchval(
            "insert into placement.company (name) values ('Zorg 100% Dichtbij') returning company_id"
        )
        establishment = await connection.fetchval(
            "insert into placement.establishment (company_id, name, place) values ($1, 'Noord', 'Hilversum') "
            "returning establishment_id",
            company,
        )
        offer = {}
        for offer_id, places, crebos in (("O1", 2, [CARE]), ("O2", 5, [CARE, CATERING])):
            offer[offer_id] = await connection.fetchval(
                "insert into placement.offer (round_id, establishment_id, offer_id, places, crebos, place) "
                "values ($1, $2, $3, $4, $5, 'Hilversum') returning offer_uid",
                round_id,
                establishment,
                offer_id,
                places,
                crebos,
            )
        student = {}
        for number, student_name, crebo, team in (
            ("0001", "Anna de Vries", CARE, "Zorg"),
            ("0002", "Bram Bakker", CARE, "Zorg"),
            ("0003", "Chris_Jansen", CATERING, "Horeca"),
        ):
            student[number] = await connection.fetchval(
                "insert into placement.student (round_id, student_number, name, crebo, team, level) "
                "values ($1, $2, $3, $4, $5, 3) returning student_id",
                round_id,
                number,
                student_name,
                crebo,
                team,
            )
        for offer_id in ("O2", "O1"):
            await connection.execute(
                "insert into placement.preference values ($1, $2, $3)", student["0001"], offer[offer_id], 1
            )
        await connection.execute(
            "insert into placement.placement (student_id, offer_uid) values ($1, $2)", student["0001"], offer["O1"]
        )
    return round_id
