"""Which entries are drawn? A seed decides, in each stratum of sector and size; the order of the rows has no part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from testing_lab.arguments import count
from testing_lab.draws import draw, shuffled
from testing_lab.findings import Finding
from testing_lab.frame.entries import CompanyIdentity, FrameEntry, plain_name

Stratum = tuple[str, str]


class SampleSize(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How many entries: ``per_stratum``, or ``total`` divided ``proportional`` to the frame or ``equal``, or so many of
    each sector (``by_sector``), divided in the same way over its sizes.

    ``most_per_company``: entries of one company (all its establishments together); ``None`` is no limit.
    """

    per_stratum: int | None = None
    total: int | None = None
    by_sector: dict[str, int] = {}
    allocation: Literal["proportional", "equal"] = "proportional"
    most_per_company: int | None = None


class StratumSample(msgspec.Struct, frozen=True, kw_only=True):
    """One stratum: entries available and asked for, those drawn, and the rest in the order of their turn."""

    sector: str
    size_class: str
    available: int
    asked: int
    chosen: tuple[str, ...]
    reserve: tuple[str, ...]


class Sample(msgspec.Struct, frozen=True, kw_only=True):
    """The drawn entries by their id, the strata by name, and what fell short."""

    seed: str
    chosen: tuple[FrameEntry, ...]
    strata: tuple[StratumSample, ...]
    findings: tuple[Finding, ...]


def sample(entries: Sequence[FrameEntry], *, size: SampleSize, seed: str) -> Sample:
    """Draw from the usable entries.

    Parameters
    ----------
    entries : sequence of FrameEntry
        Usable entries (:func:`testing_lab.frame.checking.check_entries`), in any order, each id once.
    size : SampleSize
        One of ``per_stratum``, ``total`` and ``by_sector``.
    seed : str
        Not empty. The same seed and entries give the same sample on any machine (:mod:`testing_lab.draws`).

    Returns
    -------
    Sample
        Within a stratum each set of entries is equally likely. A smaller sample from the same seed is part of a larger
        one. A shortage is a finding; it is not made up from another stratum. ``reserve`` may replace an entry whose
        vacancy has gone.

    Notes
    -----
    Proportional: largest remainders, so that no stratum is off by one whole entry (Hamilton's method); equal
    remainders, and the remainder of an equal allocation, go by the seed.
    """
    findings = list(_size_faults(size))
    if findings:
        return Sample(seed=seed, chosen=(), strata=(), findings=tuple(findings))
    allowed, set_aside = _company_limit(entries, size.most_per_company, seed)
    if set_aside:
        facts: dict[str, str | int | float] = {"entries": set_aside, "most": size.most_per_company or 0}
        code = "sample-company-limit"
        findings.append(Finding(path="sampling.most_per_company", code=code, level="warning", facts=facts))
    strata: defaultdict[Stratum, list[FrameEntry]] = defaultdict(list)
    for entry in allowed:
        strata[entry.stratum].append(entry)
    asked = _asked({stratum: len(members) for stratum, members in strata.items()}, size, seed)
    drawn: list[StratumSample] = []
    chosen: list[FrameEntry] = []
    for stratum in sorted(strata):
        order = shuffled(strata[stratum], seed, "sample", name=lambda one: one.entry_id)
        number = asked[stratum]
        chosen += order[:number]
        ids = [one.entry_id for one in order]
        drawn.append(
            StratumSample(
                sector=stratum[0], size_class=stratum[1], available=len(order), asked=number,
                chosen=tuple(ids[:number]), reserve=tuple(ids[number:]),
            )
        )  # fmt: skip
    findings += [_shortage(one) for one in drawn if one.asked > one.available]
    findings += _short_sectors(drawn, size.by_sector)
    short = (size.total or 0) - sum(one.asked for one in drawn)
    if short > 0:
        facts = {"asked": size.total or 0, "available": len(allowed)}
        findings.append(Finding(path="sampling.total", code="sample-frame-too-small", facts=facts))
    chosen.sort(key=lambda one: one.entry_id)
    return Sample(seed=seed, chosen=tuple(chosen), strata=tuple(drawn), findings=tuple(findings))


def _size_faults(size: SampleSize) -> list[Finding]:
    found = []
    if [size.per_stratum is None, size.total is None, not size.by_sector].count(False) != 1:
        found.append(Finding(path="sampling", code="sample-size-one-of-two"))
    asked = {name: getattr(size, name) for name in ("per_stratum", "total", "most_per_company")}
    for name, value in (asked | {f"by_sector.{sector}": number for sector, number in size.by_sector.items()}).items():
        if value is not None and value < 1:
            found.append(Finding(path=f"sampling.{name}", code="sample-size-below-one", facts={"value": value}))
    return found


def _company_limit(entries: Sequence[FrameEntry], most: int | None, seed: str) -> tuple[list[FrameEntry], int]:
    """At most so many entries of one company, drawn by the seed; and how many were set aside."""
    if most is None:
        return list(entries), 0
    taken: defaultdict[str, int] = defaultdict(int)
    kept = []
    for entry in shuffled(entries, seed, "company limit", name=lambda one: one.entry_id):
        company = _company(entry.identity)
        taken[company] += 1
        if taken[company] <= most:
            kept.append(entry)
    return kept, len(entries) - len(kept)


def _company(identity: CompanyIdentity) -> str:
    return f"kvk {identity.kvk}" if identity.kvk else f"name {plain_name(identity.company)}"


def _asked(available: Mapping[Stratum, int], size: SampleSize, seed: str) -> dict[Stratum, int]:
    if size.per_stratum is not None or not available:
        return dict.fromkeys(available, size.per_stratum or 0)
    if size.by_sector:
        found: dict[Stratum, int] = {}
        for sector in sorted({one for one, _ in available}):
            members = {stratum: number for stratum, number in available.items() if stratum[0] == sector}
            wanted = size.by_sector.get(sector, 0)
            part = SampleSize(total=wanted, allocation=size.allocation)
            found |= _asked(members, part, seed) if wanted else dict.fromkeys(members, 0)
        return found
    total, everything = count("total", size.total or 0), sum(available.values())
    if size.allocation == "equal":
        quotas = {stratum: divmod(total, len(available)) for stratum in available}
    else:
        total = min(total, everything)
        quotas = {stratum: divmod(total * members, everything) for stratum, members in available.items()}
    left = total - sum(whole for whole, _ in quotas.values())
    by_remainder = sorted(quotas, key=lambda one: (-quotas[one][1], draw(seed, "allocation", *one), one))
    more = set(by_remainder[:left])
    return {stratum: whole + (stratum in more) for stratum, (whole, _) in quotas.items()}


def _short_sectors(drawn: Sequence[StratumSample], by_sector: Mapping[str, int]) -> list[Finding]:
    found = []
    for sector, wanted in by_sector.items():
        available = sum(one.available for one in drawn if one.sector == sector)
        if wanted > sum(one.asked for one in drawn if one.sector == sector):
            facts: dict[str, str | int | float] = {"sector": sector, "asked": wanted, "available": available}
            found.append(Finding(path=f"sampling.by_sector.{sector}", code="sample-sector-short", facts=facts))
    return found


def _shortage(one: StratumSample) -> Finding:
    facts: dict[str, str | int | float] = {
        "sector": one.sector,
        "size": one.size_class,
        "asked": one.asked,
        "available": one.available,
    }
    return Finding(path=f"stratum {one.sector}, {one.size_class}", code="sample-stratum-short", facts=facts)
