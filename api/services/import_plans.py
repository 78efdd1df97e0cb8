"""What a file would do to a round: compared row by row with what is stored, before anything is written."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from typing import Any, TypeVar

import asyncpg
import msgspec

from api.messages.accounts import Actor
from api.messages.importing import Fault, ImportKind, ImportReport
from api.services import companies_in_file, permissions, places
from api.services.files import (
    EquivalentRecord,
    OfferRecord,
    Reading,
    StudentRecord,
    crosschecks,
    forbidden,
    read_equivalents,
    read_offers,
    read_students,
    side_checks,
    side_rules,
)
from db import equivalents_in, offers_in, students_in

#: Faults that a report keeps; the rejected rows as a file have them all.
MOST_FAULTS = 1_000
_SAMPLE = 5

READERS: Mapping[ImportKind, Callable[[bytes, str], Reading[Any]]] = {
    "students": read_students,
    "offers": read_offers,
    "equivalents": read_equivalents,
}


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """The reading with all its faults, the counts, and ``write``: what puts the good rows in."""

    reading: Reading[Any]
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    not_in_file: int = 0
    write: Callable[[asyncpg.Connection], Awaitable[None]] | None = None

    def report(self) -> ImportReport:
        """The preview."""
        reading, good = self.reading, len(self.reading.records)
        table = reading.table
        return ImportReport(
            rows=reading.rows,
            good=good,
            rejected=reading.rows - good,
            added=self.added,
            changed=self.changed,
            unchanged=self.unchanged,
            not_in_file=self.not_in_file,
            unknown_columns=reading.unknown_columns,
            encoding="" if table is None else table.encoding,
            delimiter="" if table is None else table.delimiter,
            faults=reading.faults[:MOST_FAULTS],
            fatal=reading.fatal,
            sample=_sample(reading),
            faults_left_off=max(0, len(reading.faults) - MOST_FAULTS),
        )


def _sample(reading: Reading[Any]) -> tuple[dict[str, str], ...]:
    if reading.table is None:
        return ()
    shown = [
        (index, name or cell)
        for index, (name, cell) in enumerate(zip(reading.matched, reading.table.header, strict=True))
        if name is not None or (cell and not forbidden.not_kept(cell))
    ]
    return tuple(
        {column: _shown(line.cells[index]) if index < len(line.cells) else "" for index, column in shown}
        for line in reading.table.lines[:_SAMPLE]
    )


def _shown(cell: str) -> str:
    """A cell as a preview shows it: short, and without characters that nobody sees."""
    return "".join(letter if letter.isprintable() else " " for letter in cell[:200])


async def plan(
    connection: asyncpg.Connection, actor: Actor, round_id: uuid.UUID, kind: ImportKind, reading: Reading[Any]
) -> Plan:
    """Compare a reading with the round as it is now. A fatal reading compares with nothing."""
    if reading.fatal:
        return Plan(reading=reading)
    if kind == "students":
        return await _plan_students(connection, actor, round_id, reading)
    if kind == "offers":
        return await _plan_offers(connection, actor, round_id, reading)
    return await _plan_equivalents(connection, actor, reading)


Row = TypeVar("Row")


def _compared(rows: Mapping[str, Row], stored: Mapping[str, Row]) -> tuple[list[Row], int, int]:
    """The rows to write, how many of them are new, and how many are stored already just so."""
    to_write = [row for key, row in rows.items() if stored.get(key) != row]
    added = sum(key not in stored for key in rows)
    return to_write, added, len(rows) - len(to_write)


async def _plan_students(
    connection: asyncpg.Connection, actor: Actor, round_id: uuid.UUID, reading: Reading[StudentRecord]
) -> Plan:
    stored = await students_in.stored(connection, round_id)
    known = await offers_in.ids(connection, round_id)
    locked = {record.locked_offer for record in reading.records} - {None}
    offers = await offers_in.stored(connection, round_id) if locked else {}
    equivalents = await equivalents_in.stored(connection) if locked else {}

    def compare() -> tuple[list[students_in.StoredStudent], Plan]:
        in_scope = {number for number, student in stored.items() if _covers(actor, student.crebo)}
        outside = [
            _outside(record.row, crebo)
            for record in reading.records
            for crebo in {record.crebo, stored[record.student_number].crebo if record.student_number in stored else ""}
            if crebo and not _covers(actor, crebo)
        ]
        faults = (
            *outside,
            *crosschecks.numbers_not_in_address(reading.records),
            *crosschecks.unknown_offers(reading.records, known),
            *crosschecks.broken_locks(
                reading.records,
                [_offer_record(offer) for offer_id, offer in offers.items() if offer_id in locked],
                [(row.crebo, row.equivalent_crebo) for row in equivalents.values()],
                places.spot,
            ),
            *crosschecks.uncertain_places(reading.records, places.known),
        )
        checked = _without_strangers(reading.with_faults(faults), stored.keys())
        rows = {record.student_number: _stored_student(record) for record in checked.records}
        to_write, added, unchanged = _compared(rows, stored)
        in_file = {record.student_number for record in reading.records}
        counts = Plan(
            reading=checked,
            added=added,
            changed=len(to_write) - added,
            unchanged=unchanged,
            not_in_file=len(in_scope - in_file),
        )
        return to_write, counts

    to_write, counts = await asyncio.to_thread(compare)

    async def write(connection: asyncpg.Connection) -> None:
        await students_in.write(connection, round_id, to_write)

    return msgspec.structs.replace(counts, write=write)


def _without_strangers(reading: Reading[StudentRecord], stored: Collection[str]) -> Reading[StudentRecord]:
    """Without rows that name, to be together with, a student who is neither stored nor taken from this file."""
    while faults := side_checks.unknown_together(
        reading.records, {*stored, *(record.student_number for record in reading.records)}
    ):
        reading = reading.with_faults(faults)
    return reading


def _offer_record(offer: offers_in.StoredOffer) -> OfferRecord:
    """A stored offer as if it had just been read."""
    return msgspec.convert({**msgspec.structs.asdict(offer), "row": 0, "days": offer.weekdays}, OfferRecord)


def _stored_student(record: StudentRecord) -> students_in.StoredStudent:
    wishes = [(rank, offer) for rank, equals in enumerate(record.preferences, start=1) for offer in equals]
    same = {
        name: getattr(record, name)
        for name in students_in.StoredStudent.__struct_fields__
        if name not in ("weekdays", "together_with", "groups", "wish_ranks", "wish_offers")
    }
    return students_in.StoredStudent(
        **same,
        weekdays=record.days,
        together_with=side_rules.together_marks(record.together_with),
        groups=dict(record.groups),
        wish_ranks=tuple(rank for rank, _ in wishes),
        wish_offers=tuple(offer for _, offer in wishes),
    )


async def _plan_offers(
    connection: asyncpg.Connection, actor: Actor, round_id: uuid.UUID, reading: Reading[OfferRecord]
) -> Plan:
    stored = await offers_in.stored(connection, round_id)
    groupings = {rule.grouping for rule in side_checks.rules_of(reading.records)}
    looks = bool(groupings) and permissions.holds(actor, *permissions.SEE_STUDENTS)
    students = await students_in.stored(connection, round_id) if looks else {}
    wanted = companies_in_file.wanted(reading.records)
    found = await offers_in.companies(connection, wanted.training_company_ids, wanted.lower_names)

    def compare() -> tuple[list[offers_in.OfferToWrite], list[offers_in.StoredCompany], Plan]:
        checked = reading.with_faults(_about_rules(reading, stored, students, groupings))
        checked = checked.with_faults(crosschecks.uncertain_places(reading.records, places.known))
        assigned, new_or_renamed = companies_in_file.assign(checked.records, found)
        rows = {item.offer.offer_id: item.offer for item in assigned}
        to_write, added, unchanged = _compared(rows, stored)
        written = {offer.offer_id for offer in to_write}
        counts = Plan(
            reading=checked,
            added=added,
            changed=len(to_write) - added,
            unchanged=unchanged,
            not_in_file=len(stored.keys() - {record.offer_id for record in reading.records}),
        )
        return [item for item in assigned if item.offer.offer_id in written], new_or_renamed, counts

    to_write, new_or_renamed, counts = await asyncio.to_thread(compare)

    async def write(connection: asyncpg.Connection) -> None:
        await offers_in.write_companies(connection, new_or_renamed)
        await offers_in.write(connection, round_id, to_write)

    return msgspec.structs.replace(counts, write=write)


def _about_rules(
    reading: Reading[OfferRecord],
    stored: Mapping[str, offers_in.StoredOffer],
    students: Mapping[str, students_in.StoredStudent],
    groupings: Collection[str],
) -> tuple[Fault, ...]:
    """Capacities that differ, also from offers that stay as they are; and groups that no student of the round is in."""
    in_file = {record.offer_id for record in reading.records}
    staying = [_offer_record(offer) for offer_id, offer in stored.items() if offer_id not in in_file]
    different = side_checks.different_capacities([*staying, *reading.records])
    faults = tuple(fault for fault in different if fault.row)
    if not students:  # offers come first: nobody can be in a group yet
        return faults
    groups = side_checks.groups_in((_student_record(student) for student in students.values()), groupings)
    return (*faults, *side_checks.empty_groups(reading.records, groups))


def _student_record(student: students_in.StoredStudent) -> StudentRecord:
    """What decides the groups of a stored student."""
    names = ("student_number", "crebo", "level", "study_year", "team", "location", "support_needs")
    return msgspec.convert(
        {
            **{name: getattr(student, name) for name in (*names, "learning_path", "failed_applications")},
            "row": 0,
            "groups": tuple(student.groups.items()),
        },
        StudentRecord,
    )


async def _plan_equivalents(connection: asyncpg.Connection, actor: Actor, reading: Reading[EquivalentRecord]) -> Plan:
    stored = await equivalents_in.stored(connection)
    checked = reading.with_faults(
        tuple(_outside(record.row, record.crebo) for record in reading.records if not _covers(actor, record.crebo))
    )
    rows = {
        f"{record.crebo} {record.equivalent_crebo}": equivalents_in.StoredEquivalent(
            crebo=record.crebo, equivalent_crebo=record.equivalent_crebo
        )
        for record in checked.records
    }
    to_write, added, unchanged = _compared(rows, stored)

    async def write(connection: asyncpg.Connection) -> None:
        await equivalents_in.write(connection, to_write)

    not_in_file = len(stored.keys() - rows.keys())
    return Plan(reading=checked, added=added, unchanged=unchanged, not_in_file=not_in_file, write=write)


def _covers(actor: Actor, crebo: str) -> bool:
    return actor.programmes is None or crebo in actor.programmes


def _outside(row: int, crebo: str) -> Fault:
    return Fault(code="outside_programmes", row=row, column="crebo", facts={"crebo": crebo})


def rejected(reading: Reading[Any], more: Sequence[Fault] = ()) -> dict[int, list[Fault]]:
    """The serious faults by row; ``more`` are those that were found when the file was applied."""
    by_row: dict[int, list[Fault]] = {}
    for fault in (*reading.faults, *more):
        if fault.serious and fault.row is not None and fault not in by_row.setdefault(fault.row, []):
            by_row[fault.row].append(fault)
    return by_row
