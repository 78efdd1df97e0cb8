"""A search through every page, file and log of the demo's studies for the companies in them.

The addresses come from the application itself, and what stands in their places from the links of its pages: a new page
is searched from its first day. Where a company may be named is :data:`ALLOWED`, and ``docs/lab.md`` says so too.
"""

from __future__ import annotations

import datetime as dt
import html
import io
import itertools
import re
import uuid
import zipfile
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from typing import Final, get_args

import asyncpg
import httpx
import msgspec
import pypdf
import pytest

from api.application import Application
from api.lab_app import create_lab_app
from api.pages.lab.protocol_form import PARTS
from api.services.lab.demo import accounts
from api.services.lab.demo.studies import FINISHED, HALFWAY, make_studies
from api.services.lab.result_files import ResultFile
from api.settings import Settings
from db.halves import LAB
from db.pool import open_pool
from tests.api.conftest import ADDRESS, started
from tests.api.test_every_address import addresses
from tests.databases import Databases

#: Whoever sends the letters must know to whom: the frame, the work list and what came in. Nobody else, nowhere else.
ALLOWED = {
    f"{half}/studies/{{study_id:uuid}}/{place}"
    for half in ("", "/api/v1")
    for place in (
        "frame", "frame/entries", "frame/refused", "frame/refused/file", "frame/blocked",
        "fieldwork", "fieldwork/dispatches", "fieldwork/dispatches/{dispatch_id:str}",
        "fieldwork/dispatches/{dispatch_id:str}/files/{part:str}/{ending:str}", "fieldwork/today.zip",
        "fieldwork/sent-by-hand", "jobs/{job_id:uuid}/file", "fieldwork/withdrawals", "fieldwork/replies",
        "replies/loose", "replies/unjudged",
    )
}  # fmt: skip
#: For coders alone, or for a study in another state or with calls, which these two are not.
_NOT_FOR_A_LEAD = {
    f"{half}/studies/{{study_id:uuid}}/{place}"
    for half in ("", "/api/v1")
    for place in ("coding", "fieldwork/calls/{dispatch_id:str}")
}
#: Tables that name companies.
KEPT_WITH_NAMES = {
    "frame_entry",
    "frame_refusal",
    "dispatch",
    "reply",
    "complaint",
    "tested_establishment",
    "blocked_company",
}
#: Addresses that are the asker's own, or no study's.
_OWN = ("/api/v1/session", "/sign-", "/language", "/account", "/static", "/schema", "/health")
#: Of each address with the same names in its query: so many are asked.
_OF_EACH = 2
_FORMATS = ("csv", "xlsx")
#: What can stand in the places of addresses.
JOB: Final = uuid.UUID(int=7)
PLACES: dict[str, tuple[str, ...]] = {
    "{job_id:uuid}": (str(JOB),),
    "{dispatch_id:str}": ("1-1", "2-2"),
    "{part:str}/{ending:str}": ("letter/pdf", "cv/docx"),
    "protocol/{part:str}": tuple(f"protocol/{one}" for one in PARTS),
    "registration/{name:str}": tuple(f"registration/{one}" for one in ("protocol.json", "protocol.pdf", "osf.json")),
    "{kind:str}": get_args(ResultFile),
    "{step:str}": ("stop",),
}


class Demo(msgspec.Struct, frozen=True):
    """The lab of the demo while it runs, its people's passwords, and its studies by state."""

    application: Application
    passwords: dict[str, str]
    studies: dict[str, uuid.UUID]
    companies: frozenset[str]

    @property
    def pool(self) -> asyncpg.Pool:
        pool: asyncpg.Pool = self.application.state.pool
        return pool

    def named_in(self, text: str) -> str | None:
        """The first company that is named there, by its name, its address or its numbers."""
        folded = text.lower()
        return next((one for one in self.companies if one in folded), None)


@pytest.fixture(scope="module")
async def demo_url(databases: Databases, lab_template: str) -> AsyncIterator[str]:
    """A database of the lab for all tests here."""
    async with databases.copy_of(lab_template) as url:
        yield url


@pytest.fixture(scope="module")
async def demo(demo_url: str) -> AsyncIterator[Demo]:
    """Made once: it takes as long as all that is asked of it."""
    async with await open_pool(demo_url, LAB, size=2) as pool:
        passwords = {one.sign_in_name: one.password for one in await accounts.give_accounts(pool)}
        made = [one async for one in make_studies(pool, now=dt.datetime.now(dt.UTC))]
        assert made == [(one.name, state) for one in (FINISHED, HALFWAY) for state in ("making", "ready")]
        rows = await pool.fetch("select name, study_id from lab.study")
        await pool.execute(
            """
            insert into lab.job (job_id, study_id, account_id, kind, asked, state, file, ended_at)
            select $1, study_id, created_by, 'letters', '{}', 'done', 'PK', now() from lab.study where name = $2
            """,
            JOB, HALFWAY.name,
        )  # fmt: skip
        entries = [
            row["entry"]
            for row in await pool.fetch(
                "select entry from lab.frame_entry union all select cells from lab.frame_refusal"
            )
        ]
    told = frozenset(
        word.lower() for one in entries for word in (one["company"].split()[-1], one["kvk"], one["entry_id"])
    )
    assert len(told) == 3 * len(entries) == 3 * (FINISHED.truth.pairs + HALFWAY.truth.pairs + 22)
    settings = Settings(database_url=demo_url, public_url=ADDRESS, pool_size=5, half="lab", requests_per_minute=100_000)
    async with started(create_lab_app(settings)) as application:
        yield Demo(application, passwords, {row["name"]: row["study_id"] for row in rows}, told)


@pytest.fixture(scope="module")
async def sign_in(demo: Demo) -> AsyncIterator[dict[str, httpx.AsyncClient]]:
    """Everybody of the demo, signed in."""
    async with AsyncExitStack() as stack:
        callers = {}
        for name, password in demo.passwords.items():
            transport = httpx.ASGITransport(app=demo.application, raise_app_exceptions=False)  # type: ignore[arg-type]  # httpx types ASGI more loosely than Litestar
            caller = await stack.enter_async_context(httpx.AsyncClient(transport=transport, base_url=ADDRESS))
            answer = await caller.post("/api/v1/session", json={"sign_in_name": name, "password": password})
            assert answer.status_code == 201, answer.text
            caller.headers["X-CSRF-Token"] = answer.json()["csrf_token"]
            callers[name] = caller
        yield callers


def pattern_of(path: str) -> re.Pattern[str]:
    """The addresses of a route."""
    return re.compile(re.sub(r"\\{\w+:\w+\\}", "[^/]+", re.escape(path)) + "$")


def texts_of(content: bytes) -> Iterator[str]:
    """All that can be read in an answer: archives (also Word and Excel) and PDFs are opened."""
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for one in archive.infolist():
                yield one.filename
                yield from texts_of(archive.read(one))
    elif content.startswith(b"%PDF"):
        reader = pypdf.PdfReader(io.BytesIO(content))
        yield str(reader.metadata)
        yield from (page.extract_text() for page in reader.pages)
    else:
        yield html.unescape(content.decode("utf-8", "replace"))


class Walk:
    """Somebody who asks for every address, and follows every link that looks new."""

    def __init__(self, demo: Demo, caller: httpx.AsyncClient) -> None:
        self.demo, self.caller = demo, caller
        self.routes = [
            path for method, path in addresses(demo.application) if method == "GET" and not path.startswith(_OWN)
        ]
        self.answered: Counter[str] = Counter()
        self.named: dict[str, str] = {}
        self._asked: set[str] = set()
        self._like: Counter[tuple[str, ...]] = Counter()

    def route_of(self, path: str) -> str:
        """The route that answers; one without places before one with places."""
        fitting = [one for one in self.routes if pattern_of(one).match(path)]
        return min(fitting, key=lambda one: one.count("{"), default="")

    async def everything(self) -> None:
        """From every address that can be filled in, on to all that its pages link to."""
        waiting = ["/"]
        for study_id, path in itertools.product(self.demo.studies.values(), self.routes):
            waiting += self._filled(path.replace("{study_id:uuid}", str(study_id)))
        while waiting:
            waiting += await self._ask(waiting.pop(0))

    def _filled(self, path: str) -> list[str]:
        """With every value that its places can have; files in every form. A new place must be told here."""
        for place, values in PLACES.items():
            if place in path:
                return [one for value in values for one in self._filled(path.replace(place, value))]
        assert "{" not in path, path
        if path.endswith(("/file", "/template")):
            return [f"{path}?format={one}&file_format={one}" for one in _FORMATS]
        return [path]

    @staticmethod
    def _filled_in(path: str) -> bool:
        """Of applications there are hundreds; everything else is asked whole."""
        return "/dispatches/" in path and "/files/" not in path

    async def _ask(self, address: str) -> list[str]:
        path, _, query = address.partition("?")
        route = self.route_of(path)
        study = next((name for name, one in self.demo.studies.items() if str(one) in path), "")
        names = query if "format" in query else re.sub(r"=[^&]*", "", query)
        like = (route, study, names, "" if self._filled_in(path) else path)
        if not route or address in self._asked or self._like[like] >= _OF_EACH:
            return []
        self._asked.add(address)
        self._like[like] += 1
        answer = await self.caller.get(address)
        assert answer.status_code < 500, address
        if answer.status_code < 400:
            self.answered[route] += 1
        for text in texts_of(answer.content + str(answer.headers).encode()):
            if found := self.demo.named_in(text):
                self.named.setdefault(route, f"{address}: {found}")
        return [html.unescape(one) for one in re.findall(r'(?:href|hx-get)="(/[^"#]*)', answer.text)]


async def test_the_finished_study_found_what_was_there(demo: Demo) -> None:
    stored = await demo.pool.fetchval("select document from lab.analysis")
    assert stored["result"]["table"] == msgspec.to_builtins(FINISHED.truth)


async def test_a_researcher_meets_no_company_where_he_need_not(
    demo: Demo, sign_in: dict[str, httpx.AsyncClient], capfd: pytest.CaptureFixture[str]
) -> None:
    walk = Walk(demo, sign_in["onderzoeker"])
    await walk.everything()
    assert {where: said for where, said in walk.named.items() if where not in ALLOWED} == {}
    # He does see companies where he needs them, and every address gave something to read: else nothing above says much.
    assert {"/studies/{study_id:uuid}/fieldwork/dispatches/{dispatch_id:str}", "/studies/{study_id:uuid}/frame"} <= set(
        walk.named
    )
    assert {one for one in walk.routes if not walk.answered[one]} <= _NOT_FOR_A_LEAD
    assert demo.named_in("".join(capfd.readouterr())) is None


async def test_a_coder_meets_none_anywhere(
    demo: Demo, sign_in: dict[str, httpx.AsyncClient], capfd: pytest.CaptureFixture[str]
) -> None:
    walk = Walk(demo, sign_in["codeur-3"])
    await walk.everything()
    assert walk.named == {}
    assert walk.answered["/studies/{study_id:uuid}/coding"]
    assert demo.named_in("".join(capfd.readouterr())) is None


async def test_the_log_of_events_and_what_stays_name_none(demo: Demo) -> None:
    """Events, stored results, registrations, plans and codes are kept when the key file is deleted."""
    tables = await demo.pool.fetch("select tablename from pg_tables where schemaname = 'lab' order by 1")
    naming = set()
    for (table,) in tables:
        rows = await demo.pool.fetch(f"select to_jsonb(one)::text from lab.{table} one")  # noqa: S608  # the names of the catalogue
        if demo.named_in("\n".join(row[0] for row in rows)):
            naming.add(table)
    # The key file, the letters that were sent and the raw replies; and, so that nobody is asked again too soon, who was
    # tested and who is left alone.
    assert naming == KEPT_WITH_NAMES


async def test_a_second_time_nothing_is_made(demo: Demo) -> None:
    assert [one async for one in make_studies(demo.pool, now=dt.datetime.now(dt.UTC))] == []
    assert len(demo.studies) == await demo.pool.fetchval("select count(*) from lab.study") == 2


async def test_the_study_in_the_field_is_halfway(demo: Demo, sign_in: dict[str, httpx.AsyncClient]) -> None:
    """Some sent and answered, some not; two withdrawals due and one late; codes by one, by two, by nobody."""
    base = f"/api/v1/studies/{demo.studies[HALFWAY.name]}"
    lead = sign_in["onderzoeker"]
    owed = Counter(one["state"] for one in (await lead.get(f"{base}/fieldwork/withdrawals")).json()["tasks"])
    assert (owed["overdue"], owed["open"]) == (1, 2)
    assert owed["done"] > 10
    stand = (await lead.get(f"{base}/fieldwork")).json()["by_state"]
    assert all(stand.get(state, 0) for state in ("planned", "sent", "replied", "withdrawn", "detected"))
    codes = (await lead.get(f"{base}/codes")).json()
    assert min(codes["by_one"], codes["by_two"], codes["by_none"]) > 0
