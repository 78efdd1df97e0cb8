"""Rows of a pre-test as people typed them: which can be used, and what is wrong with the others."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final, Literal, get_args

import msgspec

from testing_lab.findings import Finding
from testing_lab.profiles.names import REGION_OF, Group, Name, NameList, Region, Sex, folded

#: What a rater can answer to "where do you think this person's family comes from?".
Perceived = Literal[
    "dutch", "turkish", "moroccan", "surinamese", "polish",
    "other_western_europe", "other_eastern_europe", "other_north_africa_middle_east", "other_caribbean_latin_america",
    "other_africa", "other_asia", "dont_know",
]  # fmt: skip

LOWEST_STATUS: Final = 1
HIGHEST_STATUS: Final = 7


class RatingRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One row of the file, as text: who rated which name, and what he or she heard in it.

    ``sex`` and ``status`` may be empty: the rater did not know, or was not asked.
    """

    rater: str
    name: str
    group: str
    sex: str = ""
    status: str = ""


class Rating(msgspec.Struct, frozen=True, kw_only=True):
    """A row that can be used. ``status`` lies from 1 (lowest) to 7 (highest)."""

    rater: str
    name: Name
    group: Perceived
    sex: Sex | None
    status: float | None


def region_of(perceived: Perceived) -> Region | None:
    """The part of the world that an answer names; None where it is none of those of the groups."""
    if perceived in REGION_OF:
        return REGION_OF[_group(perceived)]
    place = perceived.removeprefix("other_")
    return next((region for region in get_args(Region) if region == place), None)


def _group(perceived: str) -> Group:
    return next(group for group in REGION_OF if group == perceived)


def ratings_of(
    rows: Sequence[RatingRow], *, names: NameList, first_row: int = 2
) -> tuple[tuple[Rating, ...], tuple[Finding, ...]]:
    """The usable ratings, and a finding for every fault of the other rows.

    Parameters
    ----------
    rows : sequence of RatingRow
        In the order of the file.
    names : NameList
        The names that were rated; accents and capitals in a row need not be the same.
    first_row : int
        The number of the first row in its file: 2 below a line with titles.

    Returns
    -------
    tuple of Rating, tuple of Finding
        A row with a fault is not used at all. Of two ratings of one name by one rater the first is used.
    """
    known = {folded(name.full): name for name in names.entries}
    seen: dict[tuple[str, str], int] = {}
    good: list[Rating] = []
    wrong: list[Finding] = []
    for number, row in enumerate(rows, start=first_row):
        key = (row.rater.strip(), folded(" ".join(row.name.split())))
        faults = list(_faults(row, number, known=key[1] in known))
        if not faults and key in seen:
            facts: dict[str, str | int | float] = {"rater": key[0], "name": row.name, "first": seen[key]}
            faults.append(Finding(path=f"row {number}, column name", code="pretest-rating-twice", facts=facts))
        wrong.extend(faults)
        if not faults:
            seen[key] = number
            good.append(_rating(row, key[0], known[key[1]]))
    return tuple(good), tuple(wrong)


def _faults(row: RatingRow, number: int, *, known: bool) -> Iterator[Finding]:
    if not row.rater.strip():
        yield Finding(path=f"row {number}, column rater", code="pretest-no-rater")
    if not known:
        yield Finding(path=f"row {number}, column name", code="pretest-name-unknown", facts={"name": row.name})
    if row.group.strip() not in get_args(Perceived):
        facts: dict[str, str | int | float] = {"group": row.group, "known": ", ".join(get_args(Perceived))}
        yield Finding(path=f"row {number}, column group", code="pretest-group-unknown", facts=facts)
    if row.sex.strip() not in ("", *get_args(Sex)):
        yield Finding(path=f"row {number}, column sex", code="pretest-sex-unknown", facts={"sex": row.sex})
    status = _number(row.status)
    if status is None and row.status.strip():
        yield Finding(
            path=f"row {number}, column status", code="pretest-status-no-number", facts={"status": row.status}
        )
    if status is not None and not LOWEST_STATUS <= status <= HIGHEST_STATUS:
        facts = {"status": status, "lowest": LOWEST_STATUS, "highest": HIGHEST_STATUS}
        yield Finding(path=f"row {number}, column status", code="pretest-status-range", facts=facts)


def _number(written: str) -> float | None:
    try:
        value = float(written.strip().replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _rating(row: RatingRow, rater: str, name: Name) -> Rating:
    perceived: dict[str, Perceived] = {one: one for one in get_args(Perceived)}
    sexes: dict[str, Sex] = {one: one for one in get_args(Sex)}
    return Rating(
        rater=rater,
        name=name,
        group=perceived[row.group.strip()],
        sex=sexes.get(row.sex.strip()),
        status=_number(row.status),
    )
