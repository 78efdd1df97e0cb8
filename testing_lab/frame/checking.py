"""Which rows may be tested? Every row is usable, or refused with its number and every reason: nothing is lost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec

from testing_lab.arguments import count
from testing_lab.findings import Finding
from testing_lab.frame.entries import CompanyIdentity, FrameEntry, RefusedEntry, TestedBefore
from testing_lab.frame.reading import COLUMNS, FrameRow, read_row
from testing_lab.frame.register import Companies, Establishments


class CheckedFrame(msgspec.Struct, frozen=True, kw_only=True):
    """Usable and refused rows, together all of them, in the order of the file; and what a person should look at."""

    usable: tuple[FrameEntry, ...]
    refused: tuple[RefusedEntry, ...]
    warnings: tuple[Finding, ...]


class _Known:
    """What rows are held against; grows with each usable row."""

    def __init__(
        self,
        blocked: Sequence[CompanyIdentity],
        in_other_studies: Sequence[CompanyIdentity],
        last_tested: Sequence[TestedBefore],
        earlier: Sequence[CompanyIdentity],
        cool_down_days: int,
        today: dt.date,
        *,
        calls: bool,
    ) -> None:
        self._earlier: Establishments[CompanyIdentity] = Establishments()
        for identity in earlier:
            self._earlier.add(identity, identity)
        self._blocked, self._elsewhere = Companies(blocked), Companies(in_other_studies)
        self._tested: Establishments[TestedBefore] = Establishments()
        for one in last_tested:
            self._tested.add(one.identity, one)
        self._calls = calls
        self._cool_down, self._today = dt.timedelta(days=cool_down_days), today
        self._entries: Establishments[FrameEntry] = Establishments()
        self._rows: dict[str, int] = {}

    def keep(self, entry: FrameEntry) -> None:
        """This entry is usable."""
        self._entries.add(entry.identity, entry)
        self._rows[entry.entry_id] = entry.row

    def against(self, entry: FrameEntry) -> Iterator[Finding]:
        """Every reason why this entry may not be tested."""
        here: dict[str, str | int | float] = {"row": entry.row}
        if entry.entry_id in self._rows:
            facts = {**here, "other": self._rows[entry.entry_id], "entry": entry.entry_id}
            yield Finding(path=f"row {entry.row}, column entry_id", code="frame-id-twice", facts=facts)
        same = self._entries.known(entry.identity)
        if same:
            facts = {**here, "other": same[0].row}
            yield Finding(path=f"row {entry.row}", code="frame-establishment-twice", facts=facts)
        if self._earlier.known(entry.identity):
            yield Finding(path=f"row {entry.row}", code="frame-establishment-earlier", facts=here)
        yield from self.now(entry)

    def now(self, entry: FrameEntry) -> Iterator[Finding]:
        """The reasons outside the file, which can come and go."""
        here: dict[str, str | int | float] = {"row": entry.row}
        if self._calls and entry.phone is None:
            yield Finding(path=f"row {entry.row}", code="frame-without-phone", facts=here)
        if entry.identity in self._blocked:
            yield Finding(path=f"row {entry.row}", code="frame-company-blocked", facts=here)
        if entry.identity in self._elsewhere:
            yield Finding(path=f"row {entry.row}", code="frame-company-in-other-study", facts=here)
        days = [one.on for one in self._tested.known(entry.identity)]
        if days and self._today < max(days) + self._cool_down:
            free = max(days) + self._cool_down
            facts = {**here, "last": max(days).isoformat(), "free": free.isoformat()}
            yield Finding(path=f"row {entry.row}", code="frame-cool-down", facts=facts)


def check_entries(
    rows: Sequence[FrameRow],
    *,
    blocked: Sequence[CompanyIdentity] = (),
    in_other_studies: Sequence[CompanyIdentity] = (),
    last_tested: Sequence[TestedBefore] = (),
    earlier: Sequence[CompanyIdentity] = (),
    cool_down_days: int,
    today: dt.date,
    calls: bool = False,
) -> CheckedFrame:
    """Rows of a file as entries that may be tested, and as refused rows.

    Parameters
    ----------
    rows : sequence of FrameRow
        In the order of the file. Of rows for one establishment the first usable one stays.
    blocked : sequence of CompanyIdentity
        Companies that are never tested (a complaint, a request). The whole company, whatever the establishment.
    in_other_studies : sequence of CompanyIdentity
        Companies of studies that run now. The whole company.
    last_tested : sequence of TestedBefore
        By establishment.
    earlier : sequence of CompanyIdentity
        What the frame of this study has from earlier files, by establishment.
    cool_down_days : int
        Days, from 0 up, in which an establishment is left alone after a test. On the day after the last of them it may
        be tested again (METHODS: 6 to 12 months).
    today : date
        The day of the check.
    calls : bool
        A study with mystery calls: every entry needs a telephone number.

    Returns
    -------
    CheckedFrame
        ``len(usable) + len(refused) == len(rows)``. A column that a frame does not have is not taken in, and said once.
    """
    cool_down = count("cool_down_days", cool_down_days)
    known = _Known(blocked, in_other_studies, last_tested, earlier, cool_down, today, calls=calls)
    usable, refused = [], []
    warnings = list(_strange_columns(rows))
    for row in rows:
        read = read_row(row, today=today, calls=calls)
        reasons = [one for one in read.findings if one.level == "error"]
        doubts = [one for one in read.findings if one.level == "warning"]
        if read.entry is not None:
            reasons += known.against(read.entry)
        if read.entry is None or reasons:
            refused.append(RefusedEntry(row=row.row, cells=row.cells, findings=(*reasons, *doubts)))
            continue
        known.keep(read.entry)
        usable.append(read.entry)
        warnings += doubts
    return CheckedFrame(usable=tuple(usable), refused=tuple(refused), warnings=tuple(warnings))


def still_allowed(
    entries: Sequence[FrameEntry],
    *,
    blocked: Sequence[CompanyIdentity] = (),
    in_other_studies: Sequence[CompanyIdentity] = (),
    last_tested: Sequence[TestedBefore] = (),
    cool_down_days: int,
    today: dt.date,
    calls: bool = False,
) -> tuple[tuple[FrameEntry, ...], tuple[tuple[FrameEntry, Finding], ...]]:
    """Which entries may be tested today, and the others with their first reason: much can happen after an import.

    The arguments are those of :func:`check_entries`.
    """
    cool_down = count("cool_down_days", cool_down_days)
    known = _Known(blocked, in_other_studies, last_tested, (), cool_down, today, calls=calls)
    reasons = {entry.entry_id: next(known.now(entry), None) for entry in entries}
    allowed = tuple(one for one in entries if reasons[one.entry_id] is None)
    not_now = ((one, reason) for one in entries if (reason := reasons[one.entry_id]) is not None)
    return allowed, tuple(not_now)


def _strange_columns(rows: Sequence[FrameRow]) -> Iterator[Finding]:
    strange = dict.fromkeys(column for row in rows for column in row.cells if column not in COLUMNS)
    for column in strange:
        facts: dict[str, str | int | float] = {"column": column[:60]}
        yield Finding(path=f"column {column[:60]}", code="frame-column-unknown", level="warning", facts=facts)
