"""What the lab computes for one request, in CPU seconds of this process: small studies and large ones.

    python -m bench.lab [--pairs 160 1000] [--messages 5000] [--letters 100]        (some minutes)

Every step goes through the service that a page, the JSON API or the command line calls, on the PostgreSQL that comes
along, so reading and writing rows counts; the server's own work does not. ``wall`` is what a person waits here.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import email.message
import email.utils
import random
import tempfile
import time
import uuid
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import asyncpg

from api.cli.database import found_lab
from api.messages.accounts import Actor, NewLabAccount
from api.messages.lab.plans import DrawPlan
from api.messages.lab.protocols import SaveProtocol, TickGate
from api.messages.lab.results import AnalysisDocument
from api.messages.lab.studies import NewStudy
from api.services.files.writing import csv_bytes
from api.services.lab import (
    dispatch_files,
    fieldwork,
    frame,
    plans,
    profiles,
    protocols,
    registering,
    replies,
    result_files,
    studies,
)
from api.services.lab.accounts import create_account
from api.services.lab.demo.protocols import profiles_of, protocol_of
from api.services.operators import operator
from db import embedded
from db.halves import LAB
from db.pool import open_pool
from testing_lab.frame.reading import COLUMNS
from testing_lab.protocol.gates import gates_of
from testing_lab.registered.analysis import registered_analysis
from testing_lab.registered.coded import CodedApplication

SECTORS: Final = ("zorg", "ict")
START: Final = dt.date(2026, 9, 1)
BEFORE: Final = dt.datetime(2026, 8, 20, 10, tzinfo=dt.UTC)
AFTER: Final = dt.datetime(2027, 9, 1, 10, tzinfo=dt.UTC)


@contextmanager
def measured(pairs: int, name: str) -> Iterator[None]:
    """Print CPU seconds (all threads of this process) and seconds on the wall."""
    cpu, wall = time.process_time(), time.perf_counter()
    yield
    print(f"{pairs:>6} {name:<42} cpu {time.process_time() - cpu:8.2f} s   wall {time.perf_counter() - wall:8.2f} s")


def vacancies(number: int, first: int) -> bytes:
    """A frame of so many companies; no two studies may write to one."""
    rows = [
        {
            "entry_id": f"V{one}", "company": f"Bedrijf {one}", "kvk": f"{90_000_000 + one}", "postcode4": "3511",
            "place": "Utrecht", "sector": SECTORS[one % 2], "size_class": "klein" if one % 3 else "groot",
            "vacancy_title": "Stage", "contact_email": f"werk{one}@bedrijf.example", "source": "site",
            "found_on": "2026-08-15",
        }
        for one in range(first, first + number)
    ]  # fmt: skip
    return csv_bytes(COLUMNS, [[row.get(column, "") for column in COLUMNS] for row in rows])


def mailbox(addresses: list[str], number: int) -> bytes:
    """So many answers of companies, each with a quoted letter and its HTML twin, as one mbox file."""
    parts = []
    for one in range(number):
        mail = email.message.EmailMessage()
        mail["From"], mail["To"] = f"Chef <werk{one}@bedrijf.example>", addresses[one % len(addresses)]
        mail["Subject"] = "Re: Sollicitatie stage"
        mail["Date"] = email.utils.format_datetime(AFTER - dt.timedelta(days=30, minutes=one))
        mail["Message-ID"] = f"<{one}@bedrijf.example>"
        said = f"Beste sollicitant,\n\nKom je dag {one} langs voor een gesprek?\n\nMet groet,\nBedrijf {one}\n"
        quoted = "\n".join(f"> regel {line} van de brief die wij kregen" for line in range(25))
        mail.set_content(f"{said}\nOp maandag schreef u:\n{quoted}\n")
        mail.add_alternative(f"<p>{said}</p><blockquote>{quoted}</blockquote>", subtype="html")
        parts.append(b"From chef Mon Feb  1 14:00:00 2027\n" + mail.as_bytes() + b"\n")
    return b"".join(parts)


def answers(pairs: int) -> tuple[CodedApplication, ...]:
    """Coded applications of so many vacancies, one in six by a company that has more."""
    chance = random.Random(pairs)
    return tuple(
        CodedApplication(
            pair=str(pair), place=place, applicant=who, code=chance.choice(("invited", "refused", "no_answer")),
            strata={"sector": SECTORS[pair % 2]}, employer=str(pair % max(1, 5 * pairs // 6)), decided=BEFORE,
        )
        for pair in range(1, pairs + 1)
        for place, who in ((1, "majority"), (2, "minority"))
    )  # type: ignore[arg-type]  # fmt: skip


async def prepared(pool: asyncpg.Pool, lead: Actor, pairs: int) -> uuid.UUID:
    """A registered study with frame and profiles; its steps are measured on the way."""
    study_id = await studies.create_study(pool, lead, NewStudy(name=f"{pairs} pairs"))
    protocol = protocol_of(
        title="Bench", minority="moroccan", sectors=SECTORS, pairs=pairs, start=START,
        end=START + dt.timedelta(days=330),
    )  # fmt: skip
    await protocols.save_protocol(pool, lead, study_id, SaveProtocol(protocol=protocol, version=1))
    await step(pairs, "findings of the protocol", lambda: protocols.get_protocol(pool, lead, study_id))
    await step(pairs, "exact power, whole and parts", lambda: protocols.get_size(pool, lead, study_id))
    for gate in gates_of(protocol):
        await registering.tick_gate(pool, lead, study_id, TickGate(gate=gate, evidence="Map"), now=BEFORE)
    await step(pairs, "register", lambda: registering.register_study(pool, lead, study_id, now=BEFORE))
    rows = vacancies(pairs + 20, 10_000 * pairs % 9_000_000)
    await step(pairs, "import the frame", lambda: frame.import_frame(pool, lead, study_id, "v.csv", rows, now=BEFORE))
    await profiles.save_profiles(pool, lead, study_id, profiles_of("moroccan", SECTORS))
    return study_id


async def step(pairs: int, name: str, do: Callable[[], Awaitable[Any]]) -> Any:
    """Measure one use of a service."""
    with measured(pairs, name):
        return await do()


async def study(pool: asyncpg.Pool, lead: Actor, pairs: int, messages: int, letters: int) -> None:
    """Everything that takes long, of one study."""
    study_id = await prepared(pool, lead, pairs)
    asked = DrawPlan(start=START, seed="bench", most_per_day=40)
    await step(pairs, "draw the plan", lambda: plans.draw(pool, lead, study_id, asked, now=BEFORE))
    await step(pairs, "replay the plan", lambda: plans.replay(pool, lead, study_id))
    await fieldwork.start(pool, lead, study_id)
    made = min(letters, 2 * pairs, dispatch_files.MOST_AT_ONCE)
    name = f"letters and CVs of {made} applications"
    await step(pairs, name, lambda: dispatch_files.files_of_today(pool, lead, study_id, now=AFTER))
    await pool.execute(
        "update lab.dispatch set state = 'sent', sent_at = due_at, sent_how = 'hand', sent_by = $2 where study_id = $1",
        study_id, lead.account_id,
    )  # fmt: skip
    rows = await pool.fetch("select from_address, token from lab.dispatch where study_id = $1", study_id)
    content = mailbox([row["from_address"].replace("@", f"+{row['token']}@", 1) for row in rows], messages)
    name = f"import {messages} messages"
    await step(pairs, name, lambda: replies.import_file(pool, lead, study_id, content, now=AFTER))
    name = f"import the same {messages} again"
    await step(pairs, name, lambda: replies.import_file(pool, lead, study_id, content, now=AFTER))
    protocol, _ = await protocols.read_protocol(pool, lead, study_id)
    coded = answers(pairs)
    with measured(pairs, "registered analysis"):
        result = registered_analysis(protocol, coded)
    document = AnalysisDocument(
        origin="study", name="Bench", registration_hash="0" * 64, amendments=0, program="bench", protocol=protocol,
        unsent=0, applications=coded, result=result,
    )  # fmt: skip
    with measured(pairs, "report (PDF), one language"):
        result_files.report_pdf(document, (), "nl")
    with measured(pairs, "files to recount"):
        result_files.recount_zip(document)


async def everything(url: str, sizes: list[int], messages: int, letters: int) -> None:
    """One account, and a study of each size."""
    async with await open_pool(url, LAB) as pool:
        account = NewLabAccount(
            sign_in_name="bench", display_name="Bench", password="a long password", roles=("researcher",)  # noqa: S106  # of a database that lives for minutes
        )  # fmt: skip
        await create_account(pool, account)
        lead = await operator(pool, "bench")
        if lead is None:
            raise LookupError("bench")
        for pairs in sizes:
            await study(pool, lead, pairs, messages, letters)


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--pairs", type=int, nargs="+", default=[160, 1000])
    parser.add_argument("--messages", type=int, default=5000)
    parser.add_argument("--letters", type=int, default=100)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="stagekans-bench-") as folder:
        Path(folder).chmod(0o711)
        with embedded.start(Path(folder) / "home") as server:
            asyncio.run(everything(found_lab(server.url), asked.pairs, asked.messages, asked.letters))


if __name__ == "__main__":
    main()
