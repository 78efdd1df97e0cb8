"""Files to one frozen instance, or every fault in all of them at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from api.messages.importing import Fault
from api.services import places
from api.services.files import (
    Reading,
    read_equivalents,
    read_offers,
    read_pairs,
    read_published,
    read_students,
    read_travel,
)
from api.services.files.crosschecks import (
    broken_locks,
    gone_since_published,
    uncertain_places,
    unknown_in_pairs,
    unknown_offers,
)
from api.services.files.instances import instance_of
from api.services.files.side_checks import different_capacities, empty_groups, groups_in, rules_of, unknown_together
from matching.faults import PolicyUnreadable
from matching.instance import Instance
from matching.policy import Policy, read_policy
from matching.policy_faults import PolicyFault

if TYPE_CHECKING:
    from collections.abc import Callable


class Sources(msgspec.Struct, frozen=True, kw_only=True):
    """The files of a run; None: not given."""

    students: Path
    offers: Path
    pairs: Path | None = None
    equivalents: Path | None = None
    travel: Path | None = None
    policy: Path | None = None
    published: Path | None = None

    def name_of(self, path: Path) -> str:
        """What a message calls a file: its name, or its whole path where two files have that name."""
        given = (self.students, self.offers, self.pairs, self.equivalents, self.travel, self.policy, self.published)
        same = {one for one in given if one is not None and one.name == path.name}
        return path.name if len(same) == 1 else str(path)


class InputFault(msgspec.Struct, frozen=True, kw_only=True):
    """A fault and the file that it stands in."""

    file_name: str
    fault: Fault


class Inputs(msgspec.Struct, frozen=True, kw_only=True):
    """What the files say. ``remarks`` are faults that stop nothing. ``row_of``: (kind, key) to file and row."""

    instance: Instance
    remarks: tuple[InputFault, ...]
    row_of: dict[tuple[str, str], tuple[str, int]]


class InputsRefused(Exception):
    """The files cannot be used; ``faults`` has every reason in files that could be opened."""

    def __init__(self, faults: tuple[InputFault, ...], unreadable: tuple[FileUnreadable, ...]) -> None:
        super().__init__(f"{len(faults) + len(unreadable)} faults")
        self.faults, self.unreadable = faults, unreadable


class FileUnreadable(Exception):
    """A file is not there, or may not be read."""

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(f"{path}: {error.strerror or error}")
        self.path, self.error = path, error


def content_of(path: Path) -> bytes:
    """The bytes of a file; :class:`FileUnreadable` says why not."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileUnreadable(path, error) from error


def policy_of(path: Path | None) -> Policy:
    """The policy of the file, or the default one.

    Raises
    ------
    PolicyUnreadable
        See :func:`matching.policy.read_policy`.
    """
    return Policy() if path is None else read_policy(content_of(path))


def with_published(sources: Sources, policy: Policy) -> Sources:
    """The files of a run, with the one that the policy names for a re-match: beside the policy where it is relative.

    Raises
    ------
    PolicyUnreadable
        The policy asks for a re-match, and names no file with the places that were published.
    """
    if policy.rematch is None or sources.policy is None:
        return sources
    if not policy.rematch.published:
        raise PolicyUnreadable((PolicyFault(code="missing", key="rematch.published"),))
    return msgspec.structs.replace(sources, published=sources.policy.parent / policy.rematch.published)


def read_inputs(sources: Sources) -> Inputs:
    """Read every file and check the one against the other.

    Raises
    ------
    InputsRefused
        With every file that cannot be opened, and every serious fault of every other.
    """
    unreadable: list[FileUnreadable] = []

    def reading_of(path: Path, reader: Callable[[bytes, str], Reading[Any]]) -> Reading[Any]:
        name = sources.name_of(path)
        try:
            return reader(content_of(path), name)
        except FileUnreadable as error:
            unreadable.append(error)
            return Reading(file_name=name, records=(), faults=(), fatal=True)

    students = reading_of(sources.students, read_students)
    offers = reading_of(sources.offers, read_offers)
    pairs = None if sources.pairs is None else reading_of(sources.pairs, read_pairs)
    equivalents = None if sources.equivalents is None else reading_of(sources.equivalents, read_equivalents)
    travel = None if sources.travel is None else reading_of(sources.travel, read_travel)
    published = None if sources.published is None else reading_of(sources.published, read_published)

    offer_ids, student_numbers = _keys(offers, "offer_id"), _keys(students, "student_number")
    if not offers.fatal:
        students = students.with_faults(unknown_offers(students.records, offer_ids))
    if not students.fatal:
        students = students.with_faults(unknown_together(students.records, student_numbers))
        groupings = {rule.grouping for rule in rules_of(offers.records)}
        offers = offers.with_faults(empty_groups(offers.records, groups_in(students.records, groupings)))
    offers = offers.with_faults(different_capacities(offers.records))
    if published is not None and not offers.fatal and not students.fatal:
        published = published.with_faults(gone_since_published(published.records, student_numbers, offer_ids))
    if pairs is not None and not offers.fatal and not students.fatal:
        pairs = pairs.with_faults(unknown_in_pairs(pairs.records, student_numbers, offer_ids))
    if pairs is None and not offers.fatal:
        steps = () if equivalents is None else [(row.crebo, row.equivalent_crebo) for row in equivalents.records]
        students = students.with_faults(broken_locks(students.records, offers.records, steps, places.spot))
    students = students.with_faults(uncertain_places(students.records, places.known))
    offers = offers.with_faults(uncertain_places(offers.records, places.known))

    faults = tuple(
        InputFault(file_name=reading.file_name, fault=fault)
        for reading in (students, offers, pairs, equivalents, travel, published)
        if reading is not None
        for fault in reading.faults
    )
    serious = tuple(one for one in faults if one.fault.serious)
    if serious or unreadable:
        raise InputsRefused(serious, tuple(unreadable))
    instance = instance_of(
        students.records,
        offers.records,
        places.spot,
        equivalents=() if equivalents is None else equivalents.records,
        travel=() if travel is None else travel.records,
        pairs=None if pairs is None else pairs.records,
        published=None if published is None else published.records,
    )
    row_of = {("students", record.student_number): (students.file_name, record.row) for record in students.records}
    row_of |= {("offers", record.offer_id): (offers.file_name, record.row) for record in offers.records}
    return Inputs(instance=instance, remarks=faults, row_of=row_of)


def _keys(reading: Reading[Any], column: str) -> set[str]:
    """Every key in the file, those of rejected rows too: one wrong cell must not make its offer unknown."""
    found = {getattr(record, column) for record in reading.records}
    if reading.table is not None and column in reading.matched:
        index = reading.matched.index(column)
        found |= {line.cells[index] for line in reading.table.lines if len(line.cells) > index}
    return found
