"""The profiles of a study: names, letters, words and senders, until its plan is drawn."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final, get_args

import asyncpg
import msgspec

from api.messages.accounts import Actor
from api.messages.faults import Conflict, Unusable
from api.messages.importing import Fault
from api.messages.lab.faults import FindingsRefused
from api.messages.lab.plans import (
    ExamplePair,
    ExampleSide,
    OfferedNames,
    PretestView,
    ProfilesView,
    SaveProfiles,
)
from api.services import events
from api.services.constraints import translated
from api.services.files.headers import match
from api.services.files.opening import read_table
from api.services.files.tables import TableUnreadable
from api.services.lab.chain import protocol_of
from api.services.lab.frame import check_not_drawn
from api.services.lab.frame_file import refused
from api.services.lab.studies import check_state, found, taken
from api.services.pool import Pool
from db.lab import plans, profiles
from db.pool import transaction
from testing_lab.fieldwork.study_states import allowed_in
from testing_lab.findings import Finding
from testing_lab.profiles.applications import ApplicationPair, planned_applications
from testing_lab.profiles.forbidden import StudyContacts
from testing_lab.profiles.names import SEXES, Group, Sex
from testing_lab.profiles.pair_linter import differences
from testing_lab.profiles.pretest import usable
from testing_lab.profiles.rating_rows import RatingRow
from testing_lab.profiles.status_matching import match_status
from testing_lab.profiles.study_profiles import (
    LONGEST_WORDS,
    StudyProfiles,
    measured_names,
    names_by_full,
    pretest_result,
)
from testing_lab.protocol.document import Protocol
from testing_lab.randomisation.recipe import findings_of_profiles, labels_of

#: Raters times names of any pre-test that a study can pay for.
MOST_RATINGS: Final = 20_000
_RATING_COLUMNS: Final[dict[str, object]] = dict.fromkeys(("rater", "name", "group", "sex", "status"))
_RATING_ALIASES: Final = {
    "beoordelaar": "rater", "naam": "name", "groep": "group", "geslacht": "sex", "aanzien": "status"
}  # fmt: skip


async def get_profiles(pool: Pool, actor: Actor, study_id: uuid.UUID) -> ProfilesView:
    """The profiles as they stand; only who leads the study sees them."""
    async with pool.acquire() as connection:
        row = await found(connection, actor, study_id, "lead")
        kept, version = await _kept(connection, study_id)
        drawn = await plans.is_drawn(connection, study_id)
    protocol = protocol_of(row)
    return ProfilesView(
        document=kept,
        version=version,
        open="choose_profiles" in allowed_in(row.state) and not drawn,  # type: ignore[arg-type]  # the database holds no other state
        sectors=_sectors(protocol),
        labels=labels_of(protocol),
        domain=protocol.fieldwork.mail_domain,
        findings=await asyncio.to_thread(findings_of_profiles, kept, protocol),
    )


async def _kept(connection: asyncpg.Connection, study_id: uuid.UUID) -> tuple[StudyProfiles, int]:
    row = await profiles.of(connection, study_id)
    if row is None:
        return StudyProfiles(), 0
    return msgspec.convert(row.document, StudyProfiles), row.version


async def profiles_of(connection: asyncpg.Connection, study_id: uuid.UUID) -> StudyProfiles:
    """The profiles that a draw uses."""
    return (await _kept(connection, study_id))[0]


def _sectors(protocol: Protocol) -> tuple[str, ...]:
    return tuple(" ".join(one.split()) for one in protocol.question.sectors)


def offered_names(kept: StudyProfiles) -> tuple[OfferedNames, ...]:
    """The names of both groups by sex, with their figures, and the pairs that status makes."""
    if kept.majority == kept.minority:
        return ()
    names = measured_names(kept)
    return tuple(
        OfferedNames(
            sex=sex,
            majority=names.of(kept.majority, sex),
            minority=names.of(kept.minority, sex),
            match=match_status(names, majority=kept.majority, minority=kept.minority, sex=sex),
        )
        for sex in SEXES
    )


def pretest_view(kept: StudyProfiles) -> PretestView | None:
    """The results of the pre-test; None where there was none."""
    if not kept.pretest:
        return None
    result = pretest_result(kept)
    return PretestView(source=kept.pretest_source, result=result, usable=usable(result.names))


def example_pair(view: ProfilesView, *, sex: Sex, first: str, second: str, sector: str) -> ExamplePair | None:
    """A filled pair of two letters, the first for the majority; None while a name, a letter or a sender lacks."""
    kept, names = view.document, names_by_full(measured_names(view.document))
    templates = {one.name: one for one in kept.chosen_templates()}
    chosen = kept.of(sex)
    senders = [one for one in kept.senders if one.label in view.labels][:2]
    known = [[names[one] for one in full if one in names] for full in (chosen.majority, chosen.minority)]
    if not all(known) or len(senders) < 2 or first == second or not {first, second} <= templates.keys():
        return None
    domain = view.domain or "onderzoek.example"
    written = planned_applications(
        [templates[first], templates[second]],
        [kept.applicant(one[0], sender, domain=domain) for one, sender in zip(known, senders, strict=True)],
        study_words=kept.words_for(sector, company="uw bedrijf"),
        seed=f"example {sex} {first} {second}",
        given={},
    )
    points = templates[first].points
    pair = ApplicationPair(
        majority=written[0], minority=written[1],
        shared_points=tuple(point.name for point in points if point.across == "same"),
    )  # fmt: skip
    contacts = StudyContacts(domain=domain, phones=tuple(one.phone for one in kept.senders))
    return ExamplePair(
        sides=tuple(
            ExampleSide(
                identity=identity, name=made.applicant.name.full, template=made.drawn.template,
                letter=made.letter, cv=made.cv,
            )
            for identity, made in zip(("majority", "minority"), written, strict=True)
        ),
        findings=differences(pair, contacts),
    )  # fmt: skip


async def save_profiles(pool: Pool, actor: Actor, study_id: uuid.UUID, asked: SaveProfiles) -> ProfilesView:
    """Keep what was chosen. What still lacks is told, and forbids the draw, not the saving.

    Raises
    ------
    Conflict
        ``changed_meanwhile``: somebody saved a newer version.
    Unusable
        A group that does not exist, or words that are too long.
    StudyRefused
        The plan has been drawn, or the study has gone on.
    """
    groups = {one: one for one in get_args(Group)}
    faults = {name: "not_a_choice" for name in ("majority", "minority") if getattr(asked, name) not in groups}
    texts = [*asked.words.values(), *(one for own in asked.sector_words.values() for one in own.values())]
    texts += [part for one in asked.senders for part in (one.label, one.phone, one.mailbox)]
    if any(len(one) > LONGEST_WORDS for one in texts):
        faults["words"] = "too_long"
    if faults:
        raise Unusable(faults)
    async with _changing(pool, actor, study_id, asked.version) as (connection, kept):
        fresh = msgspec.structs.replace(
            kept,
            majority=groups[asked.majority],
            minority=groups[asked.minority],
            names=asked.names,
            second_cue=asked.second_cue,
            templates=asked.templates,
            words=_tidy(asked.words),
            sector_words={sector: _tidy(own) for sector, own in asked.sector_words.items()},
            senders=asked.senders,
        )
        await profiles.save(connection, study_id, msgspec.to_builtins(fresh))
        await events.record(connection, actor, "profiles_saved", f"study:{study_id}")
    return await get_profiles(pool, actor, study_id)


def _tidy(words: dict[str, str]) -> dict[str, str]:
    return {name: " ".join(value.split()) for name, value in words.items()}


@asynccontextmanager
async def _changing(
    pool: Pool, actor: Actor, study_id: uuid.UUID, version: int | None
) -> AsyncIterator[tuple[asyncpg.Connection, StudyProfiles]]:
    """One transaction in which the profiles are changed: the right, the state, the version."""
    with translated():
        async with transaction(pool) as connection:
            row = await taken(connection, actor, study_id, "lead")
            check_state("choose_profiles", row.state)
            await check_not_drawn(connection, study_id)
            kept, there = await _kept(connection, study_id)
            if version not in (None, there):
                raise Conflict("changed_meanwhile")
            yield connection, kept


async def import_pretest(
    pool: Pool, actor: Actor, study_id: uuid.UUID, content: bytes, *, source: str
) -> tuple[Finding, ...]:
    """Take the ratings of a pre-test in place of earlier ones. Raters become numbers: who they are is not kept.

    Raises
    ------
    FileRefused
        No table, or without the columns rater, name and group.
    FindingsRefused
        No row can be used.
    """
    said = " ".join(source.split())
    if not 1 <= len(said) <= LONGEST_WORDS:
        raise Unusable({"source": "length"})
    rows = await asyncio.to_thread(read_ratings, content)
    async with _changing(pool, actor, study_id, None) as (connection, kept):
        fresh = msgspec.structs.replace(kept, pretest=rows, pretest_source=said)
        result = await asyncio.to_thread(pretest_result, fresh)
        if not result.names:
            raise FindingsRefused(result.findings[:200])
        await profiles.save(connection, study_id, msgspec.to_builtins(fresh))
        await events.record(
            connection, actor, "pretest_imported", f"study:{study_id}", rows=len(rows), names=len(result.names)
        )
    return result.findings


def read_ratings(content: bytes) -> tuple[RatingRow, ...]:
    """The rows of a file; raters are numbered in the order in which they come."""
    try:
        table = read_table(content, most_rows=MOST_RATINGS)
    except TableUnreadable as unreadable:
        raise refused(unreadable.fault) from unreadable
    names = match(table.header, _RATING_COLUMNS, _RATING_ALIASES)
    missing = [Fault(code="column_missing", column=one) for one in ("rater", "name", "group") if one not in names]
    if missing:
        raise refused(*missing, table=table)
    numbers: dict[str, str] = {}
    rows = []
    for line in table.lines:
        cells = {name: cell[:LONGEST_WORDS] for name, cell in zip(names, line.cells, strict=False) if name}
        rater = cells.get("rater", "").strip()
        number = numbers.setdefault(rater, str(len(numbers) + 1)) if rater else ""
        rows.append(RatingRow(**(cells | {"rater": number})))
    return tuple(rows)
