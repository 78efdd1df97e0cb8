"""Vacancies come in: each row is used or refused with its reasons, and nothing comes in twice."""

from __future__ import annotations

import datetime as dt
import uuid

import asyncpg
import msgspec
import pytest

from api.messages.accounts import Actor
from api.messages.faults import Conflict, FileRefused, NotAllowed, NotFound, Unusable
from api.messages.lab.faults import StudyRefused
from api.messages.lab.frame import FrameOutcome, NewBlocked
from api.services.lab import blocked_companies, frame
from testing_lab.frame.entries import CompanyIdentity
from testing_lab.frame.reading import COLUMNS
from tests.database.lab.a_study import a_person, a_study, a_task, pairs
from tests.database.lab.frame_files import a_csv, a_row, an_xlsx

NOW = dt.datetime(2026, 12, 1, 10, tzinfo=dt.UTC)


@pytest.fixture
async def lead(lab_pool: asyncpg.Pool) -> Actor:
    return await a_person(lab_pool, "lead", "researcher")


@pytest.fixture
async def study(lab_pool: asyncpg.Pool, lead: Actor) -> uuid.UUID:
    return await a_study(lab_pool, lead)


async def bring(
    pool: asyncpg.Pool, actor: Actor, study: uuid.UUID, content: bytes, name: str = "kader.csv"
) -> FrameOutcome:
    return await frame.import_frame(pool, actor, study, name, content, now=NOW)


async def reasons(pool: asyncpg.Pool, actor: Actor, study: uuid.UUID) -> dict[int, list[str]]:
    rows = await frame.list_refusals(pool, actor, study)
    return {one.row: [finding.code for finding in one.findings] for one in rows.items}


@pytest.mark.parametrize("write", [a_csv, an_xlsx])
async def test_good_rows_come_in_with_the_next_pseudonyms(
    lab_pool: asyncpg.Pool, lead: Actor, study: uuid.UUID, write: object
) -> None:
    assert callable(write)
    outcome = await bring(lab_pool, lead, study, write([a_row(number) for number in range(1, 61)]))
    assert (outcome.rows, outcome.added, outcome.already, outcome.refused, outcome.warnings) == (60, 60, 0, 0, ())
    await bring(lab_pool, lead, study, write([a_row(61)]))
    page = await frame.list_entries(lab_pool, lead, study, number=2, size=50)
    assert (page.total, page.pages) == (61, 2)
    assert [(one.pseudonym, one.entry_id) for one in page.items][-1] == ("B-0061", "V61")
    care = await frame.list_entries(lab_pool, lead, study, sector="care")
    assert care.total == 30
    assert {one.sector for one in care.items} == {"care"}
    seen = await frame.get_frame(lab_pool, lead, study)
    assert [(one.sector, one.number, one.sizes) for one in seen.sectors] == [
        ("ICT", 31, (("groot", 10), ("klein", 21))), ("care", 30, (("groot", 10), ("klein", 20))),
    ]  # fmt: skip
    assert (seen.open, seen.drawn, len(seen.imports)) == (True, False, 2)


async def test_the_same_file_twice_changes_nothing(lab_pool: asyncpg.Pool, lead: Actor, study: uuid.UUID) -> None:
    rows = [a_row(1), a_row(2), a_row(3, kvk="12"), a_row(4, entry_id="")]
    first = await bring(lab_pool, lead, study, a_csv(rows))
    assert (first.added, first.refused) == (2, 2)
    before = await lab_pool.fetch("select number, entry from lab.frame_entry order by number")
    again = await bring(lab_pool, lead, study, a_csv(rows))
    assert (again.added, again.already, again.changed, again.refused) == (0, 2, 0, 2)
    assert await lab_pool.fetch("select number, entry from lab.frame_entry order by number") == before
    assert await reasons(lab_pool, lead, study) == {4: ["frame-number-unreadable"], 5: ["frame-cell-missing"]}


async def test_a_row_that_is_mended_goes_from_the_list_and_another_text_is_told(
    lab_pool: asyncpg.Pool, lead: Actor, study: uuid.UUID
) -> None:
    await bring(lab_pool, lead, study, a_csv([a_row(1), a_row(2, postcode4="abc")]))
    mended = await bring(lab_pool, lead, study, a_csv([a_row(1, company="Ander Bedrijf"), a_row(2)]), "nieuw.csv")
    assert (mended.added, mended.already, mended.changed, mended.refused) == (1, 1, 1, 0)
    assert await reasons(lab_pool, lead, study) == {}
    names = [one.company for one in (await frame.list_entries(lab_pool, lead, study)).items]
    assert names == ["Bedrijf Geheim 1", "Bedrijf Geheim 2"]


async def test_dutch_names_of_columns_and_the_sector_of_the_protocol(
    lab_pool: asyncpg.Pool, lead: Actor, study: uuid.UUID
) -> None:
    content = (
        "Kenmerk;Bedrijf;KvK-nummer;Postcode;Plaats;Branche;Functie;E-mail;Bron;Gevonden op;Kleur\r\n"
        "A1;Zaak Een;9000001;3511 AB;Utrecht;ict;Stagiair;a@zaak.test;site;01-09-2026;rood\r\n"
        "A2;Zaak Twee;;3512;Utrecht;bouw;Stagiair;b@zaak.test;site;01-09-2026;blauw\r\n"
    ).encode("windows-1252")
    outcome = await bring(lab_pool, lead, study, content)
    assert (outcome.added, outcome.refused) == (2, 0)
    assert [one.code for one in outcome.warnings] == [
        "frame-column-unknown", "frame-zeros-added", "frame-sector-outside"
    ]  # fmt: skip
    assert [outcome.warnings[0].facts["column"], outcome.warnings[1].facts["full"]] == ["Kleur", "09000001"]
    entries = (await frame.list_entries(lab_pool, lead, study)).items
    assert [one.sector for one in entries] == ["ICT", "bouw"]
    assert await lab_pool.fetchval("select count(*) from lab.frame_entry where entry::text like '%rood%'") == 0


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        (b"", ["file_empty"]),
        (b"%PDF-1.7 kader", ["file_not_readable"]),
        (b"a;b\r\n1;2\r\n", ["column_missing"] * 8),
        (a_csv([a_row(1)], ["company", *COLUMNS]), ["column_twice"]),
        (a_csv([]), ["no_rows"]),
    ],
)  # fmt: skip
async def test_a_file_that_is_no_frame_changes_nothing(
    lab_pool: asyncpg.Pool, lead: Actor, study: uuid.UUID, content: bytes, codes: list[str]
) -> None:
    with pytest.raises(FileRefused) as refused:
        await bring(lab_pool, lead, study, content)
    assert [one.code for one in refused.value.report.faults] == codes
    seen = await frame.get_frame(lab_pool, lead, study)
    assert (seen.entries, seen.refused, seen.imports) == (0, 0, ())


async def test_every_reason_of_every_row(lab_pool: asyncpg.Pool, lead: Actor, study: uuid.UUID) -> None:
    rows = [
        a_row(1), a_row(2, entry_id="V1"), a_row(3, kvk="10000001", company="Anders"), a_row(4, kvk="x", postcode4=""),
        a_row(5, found_on="2026-12-02"), a_row(6, contact_email="geen adres"),
    ]  # fmt: skip
    outcome = await bring(lab_pool, lead, study, a_csv(rows))
    assert (outcome.added, outcome.refused) == (1, 5)
    assert await reasons(lab_pool, lead, study) == {
        3: ["frame-id-twice"], 4: ["frame-establishment-twice"],
        5: ["frame-number-unreadable", "frame-cell-missing"],
        6: ["frame-day-in-future"], 7: ["frame-email-unreadable"],
    }  # fmt: skip
    file = (await frame.refusals_file(lab_pool, lead, study, "csv")).content.decode("utf-8-sig")
    lines = file.splitlines()
    assert len(lines) == 6
    assert lines[0].endswith(";found_on;reden")
    assert "Rij 4: deze vestiging staat ook in rij 2." in file


async def test_an_establishment_of_an_earlier_file(lab_pool: asyncpg.Pool, lead: Actor, study: uuid.UUID) -> None:
    await bring(lab_pool, lead, study, a_csv([a_row(1)]))
    await bring(lab_pool, lead, study, a_csv([a_row(2, kvk="10000001")]), "tweede.csv")
    assert await reasons(lab_pool, lead, study) == {2: ["frame-establishment-earlier"]}


@pytest.mark.parametrize(
    ("state", "refused"),
    [("draft", False), ("registered", True), ("running", True), ("closed", True), ("coded", False)],
)
async def test_a_company_of_another_study_that_goes_on(
    lab_pool: asyncpg.Pool, lead: Actor, study: uuid.UUID, state: str, refused: bool
) -> None:
    other = await a_study(lab_pool, await a_person(lab_pool, "iemand", "researcher"), state=state, name="Ander")
    await pairs(lab_pool, other, 1)
    outcome = await bring(lab_pool, lead, study, a_csv([a_row(1, postcode4="9999"), a_row(2)]))
    assert (outcome.added, outcome.refused) == ((1, 1) if refused else (2, 0))
    if refused:
        assert await reasons(lab_pool, lead, study) == {2: ["frame-company-in-other-study"]}


async def test_what_another_study_left_undrawn_is_free(lab_pool: asyncpg.Pool, lead: Actor, study: uuid.UUID) -> None:
    other = await a_study(lab_pool, lead, state="running", name="Ander")
    await pairs(lab_pool, other, 3)
    await lab_pool.execute("update lab.frame_entry set turn = null where number > 1")
    outcome = await bring(lab_pool, lead, study, a_csv([a_row(1), a_row(2), a_row(3)]))
    assert outcome.added == 2


async def test_an_establishment_within_its_cool_down(lab_pool: asyncpg.Pool, lead: Actor, study: uuid.UUID) -> None:
    for number, day in ((1, dt.date(2025, 12, 2)), (2, dt.date(2025, 12, 1))):
        identity = CompanyIdentity(company="x", kvk=f"{10_000_000 + number}", postcode4="3511")
        await lab_pool.execute(
            "insert into lab.tested_establishment (identity, on_day) values ($1, $2)",
            msgspec.to_builtins(identity), day,
        )  # fmt: skip
    await bring(lab_pool, lead, study, a_csv([a_row(1), a_row(2)]))
    (refusal,) = (await frame.list_refusals(lab_pool, lead, study)).items
    assert (refusal.row, refusal.findings[0].code) == (2, "frame-cool-down")
    assert refusal.findings[0].facts["free"] == "2026-12-02"


async def test_a_blocked_company(lab_pool: asyncpg.Pool, lead: Actor, study: uuid.UUID) -> None:
    asked = NewBlocked(company="  bedrijf  GEHEIM 1 bv ", reason="Vroeg erom.")
    blocked_id = await blocked_companies.block_company(lab_pool, lead, study, asked)
    await blocked_companies.block_company(
        lab_pool, lead, study, NewBlocked(company="X", kvk="10000002", reason="klacht")
    )
    await bring(lab_pool, lead, study, a_csv([a_row(1, kvk=""), a_row(2), a_row(3)]))
    assert await reasons(lab_pool, lead, study) == {2: ["frame-company-blocked"], 3: ["frame-company-blocked"]}
    field = await a_person(lab_pool, "veld", "researcher")
    await a_task(lab_pool, study, field, "field")
    with pytest.raises(NotAllowed):
        await blocked_companies.unblock_company(lab_pool, field, study, blocked_id)
    await blocked_companies.unblock_company(lab_pool, lead, study, blocked_id)
    with pytest.raises(NotFound):
        await blocked_companies.unblock_company(lab_pool, lead, study, blocked_id)
    assert [one.company for one in await blocked_companies.list_blocked(lab_pool, field, study)] == ["X"]
    assert (await bring(lab_pool, lead, study, a_csv([a_row(1, kvk="")]))).added == 1


@pytest.mark.parametrize(
    ("company", "kvk", "reason", "fields"),
    [
        ("", "", "", {"company": "missing", "reason": "missing"}),
        ("x" * 201, "123", "r", {"company": "too_long", "kvk": "not_kvk"}),
    ],
)
async def test_a_block_needs_a_name_and_a_reason(
    lab_pool: asyncpg.Pool, lead: Actor, study: uuid.UUID, company: str, kvk: str, reason: str, fields: dict[str, str]
) -> None:
    with pytest.raises(Unusable) as refused:
        await blocked_companies.block_company(
            lab_pool, lead, study, NewBlocked(company=company, kvk=kvk, reason=reason)
        )
    assert refused.value.fields == fields


@pytest.mark.parametrize("state", ["running", "stopped", "closed", "coded", "archived"])
async def test_a_study_that_has_begun_takes_no_more(lab_pool: asyncpg.Pool, lead: Actor, state: str) -> None:
    study = await a_study(lab_pool, lead, state=state)
    with pytest.raises(StudyRefused) as refused:
        await bring(lab_pool, lead, study, a_csv([a_row(1)]))
    assert refused.value.facts == {"reason": "study-action", "action": "import_frame", "state": state}
    assert not (await frame.get_frame(lab_pool, lead, study)).open


async def test_who_sees_companies(lab_pool: asyncpg.Pool, lead: Actor, study: uuid.UUID) -> None:
    field, coder = await a_person(lab_pool, "veld", "researcher"), await a_person(lab_pool, "codeur", "coder")
    stranger = await a_person(lab_pool, "vreemde", "researcher")
    await a_task(lab_pool, study, field, "field")
    await a_task(lab_pool, study, coder, "coder")
    await bring(lab_pool, field, study, a_csv([a_row(1), a_row(2, kvk="1")]))
    for actor, refusal in ((coder, NotAllowed), (stranger, NotFound)):
        for asked in (
            frame.list_entries(lab_pool, actor, study), frame.list_refusals(lab_pool, actor, study),
            frame.get_frame(lab_pool, actor, study), frame.refusals_file(lab_pool, actor, study, "csv"),
            bring(lab_pool, actor, study, a_csv([a_row(3)])), blocked_companies.list_blocked(lab_pool, actor, study),
            blocked_companies.block_company(lab_pool, actor, study, NewBlocked(company="a", reason="b")),
        ):  # fmt: skip
            with pytest.raises(refusal):
                await asked


async def test_events_name_no_company(lab_pool: asyncpg.Pool, lead: Actor, study: uuid.UUID) -> None:
    await bring(lab_pool, lead, study, a_csv([a_row(1)]))
    await blocked_companies.block_company(
        lab_pool, lead, study, NewBlocked(company="Bedrijf Geheim 9", reason="klacht")
    )
    rows = await lab_pool.fetch(
        "select kind, facts from lab.event where subject = $1 order by at, kind", f"study:{study}"
    )
    assert [row["kind"] for row in rows] == ["frame_imported", "company_blocked"]
    assert "Geheim" not in str(rows)
    assert rows[0]["facts"] == {"rows": 1, "added": 1, "already": 0, "refused": 0}


async def test_nothing_refused_gives_no_file(lab_pool: asyncpg.Pool, lead: Actor, study: uuid.UUID) -> None:
    with pytest.raises(Conflict):
        await frame.refusals_file(lab_pool, lead, study, "xlsx")
