"""A registered protocol: frozen, hashed, and changed only by amendments that everyone can see.

Registration freezes the document as it is. Whoever wants something else afterwards writes an amendment: a whole new
protocol with a reason; what changed is computed, never told. Each amendment carries the hash of what came before it,
so that none can be taken out, put in or rewritten unseen. Once outcomes are unblinded, nothing that decides the results
can be changed any more: an analysis that is chosen by its result proves nothing. How the study is conducted can.

A hash chain shows that something was rewritten, not by whom; publish the hash of the registration (in a council paper,
at OSF) and it also shows when.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated, Final, Literal

import msgspec

from testing_lab.findings import Finding
from testing_lab.protocol.canonical import canonical_json, normal, sha256_of
from testing_lab.protocol.changes import Change, changes_between
from testing_lab.protocol.checks import errors_of
from testing_lab.protocol.document import Protocol
from testing_lab.protocol.gates import Tick, gate_findings

#: What decides the results: closed once outcomes are unblinded. Names of fields or of whole parts.
CLOSED_AFTER_UNBLINDING: Final = (
    "question.hypotheses", "question.traits", "question.sectors", "design", "outcomes", "analysis", "sampling",
)  # fmt: skip


#: A moment that everyone reads alike.
Moment = Annotated[datetime, msgspec.Meta(tz=True)]


class Registration(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was registered, when and by whom. ``protocol_hash``: of the protocol's canonical JSON, the file that is
    given out. ``hash``: of everything here but itself; the first link of the chain.
    """

    schema: Literal[1] = 1
    at: Moment
    by: str
    protocol: Protocol
    ticks: tuple[Tick, ...]
    protocol_hash: str = ""
    hash: str = ""


class Amendment(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A change of a registered protocol. ``number``: from 1 on. ``unblinded``: outcomes had been seen by then.
    ``previous_hash``: of the amendment before, or of the registration. ``hash``: of everything here but itself.
    """

    schema: Literal[1] = 1
    number: int
    at: Moment
    by: str
    reason: str
    unblinded: bool
    changes: tuple[Change, ...]
    protocol: Protocol
    protocol_hash: str = ""
    previous_hash: str
    hash: str = ""


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """Nothing was registered or amended; the findings say why."""

    findings: tuple[Finding, ...]


def register(protocol: Protocol, ticks: Sequence[Tick], *, at: datetime, by: str) -> Registration | Refused:
    """Freeze a protocol.

    Parameters
    ----------
    protocol : Protocol
        Without an error among its findings; warnings do not matter.
    ticks : sequence of Tick
        One for each gate of the study.
    at : datetime
        Now, where the people are: no tick may be of a later day. With its offset from UTC; kept in UTC.
    by : str
        Who registers.

    Returns
    -------
    Registration or Refused
        Refused with every error of the protocol, of its gates, of the time and of the name.
    """
    found = [*errors_of(protocol), *_signed(at, by)]
    found += gate_findings(protocol, ticks, today=at.date())
    if found:
        return Refused(findings=tuple(found))
    plain = Registration(at=at.astimezone(UTC), by=by.strip(), protocol=normal(protocol), ticks=tuple(ticks))
    plain = msgspec.structs.replace(plain, protocol_hash=sha256_of(plain.protocol))
    return msgspec.structs.replace(plain, hash=_hash_of(plain))


def amend(
    registration: Registration,
    amendments: Sequence[Amendment],
    protocol: Protocol,
    *,
    at: datetime,
    by: str,
    reason: str,
    unblinded: bool,
) -> Amendment | Refused:
    """Change a registered protocol in the open.

    Parameters
    ----------
    registration, amendments
        All that came before, in order.
    protocol : Protocol
        The whole protocol as it is to be.
    at, by
        As for :func:`register`; not before the link before it.
    reason : str
        Why; never empty.
    unblinded : bool
        Has anyone seen outcomes together with what the applicants were?

    Returns
    -------
    Amendment or Refused
        Refused without a reason or a change, with an error in the new protocol, with a change of what decides the
        results after unblinding, or on a chain that does not hold.
    """
    broken = [one for one in verify(registration, amendments) if one.level == "error"]
    if broken:
        return Refused(findings=tuple(broken))
    last: Registration | Amendment = amendments[-1] if amendments else registration
    found = [*errors_of(protocol), *_signed(at, by)]
    changes = () if found else changes_between(last.protocol, protocol)
    if not reason.strip():
        found.append(Finding(path="reason", code="amendment_without_reason"))
    if not changes and not found:
        found.append(Finding(path="", code="amendment_without_change"))
    if at.tzinfo is not None and at < last.at:
        found.append(_too_early(at, last.at, path="at"))
    sealed = unblinded or any(one.unblinded for one in amendments)
    found += [_closed(one, path=one.path) for one in changes if sealed and closed_after_unblinding(one.path)]
    if found:
        return Refused(findings=tuple(found))
    plain = Amendment(
        number=len(amendments) + 1,
        at=at.astimezone(UTC),
        by=by.strip(),
        reason=reason.strip(),
        unblinded=sealed,
        changes=changes,
        protocol=normal(protocol),
        protocol_hash=sha256_of(protocol),
        previous_hash=last.hash,
    )
    return msgspec.structs.replace(plain, hash=_hash_of(plain))


def verify(registration: Registration, amendments: Sequence[Amendment]) -> tuple[Finding, ...]:
    """Does the chain hold? Nothing of it is believed: hashes, numbers, times and changes are computed again.

    Returns
    -------
    tuple of Finding
        Empty where all is well. ``path`` is ``registration`` or ``amendments[0]`` and the field.

    Notes
    -----
    A chain that was cut off at its end holds: compare the last ``hash`` with the one that was published.
    """
    found = [*_hashes(registration, path="registration")]
    before: Registration | Amendment = registration
    for place, one in enumerate(amendments):
        path = f"amendments[{place}]"
        found += _hashes(one, path=path)
        if one.number != place + 1:
            facts: dict[str, str | int | float] = {"number": one.number, "expected": place + 1}
            found.append(Finding(path=f"{path}.number", code="chain_number_wrong", facts=facts))
        if one.previous_hash != before.hash:
            found.append(Finding(path=f"{path}.previous_hash", code="chain_link_broken", facts={"number": place + 1}))
        if canonical_json(list(one.changes)) != canonical_json(list(changes_between(before.protocol, one.protocol))):
            found.append(Finding(path=f"{path}.changes", code="chain_changes_wrong", facts={"number": place + 1}))
        if not one.changes:
            found.append(Finding(path=f"{path}.changes", code="amendment_without_change"))
        if not one.reason.strip():
            found.append(Finding(path=f"{path}.reason", code="amendment_without_reason"))
        if one.at < before.at:
            found.append(_too_early(one.at, before.at, path=f"{path}.at"))
        sealed = one.unblinded or any(other.unblinded for other in amendments[:place])
        if sealed and not one.unblinded:
            found.append(Finding(path=f"{path}.unblinded", code="chain_blinded_again", facts={"number": place + 1}))
        closed = [change for change in one.changes if sealed and closed_after_unblinding(change.path)]
        found += [_closed(change, path=f"{path}.changes") for change in closed]
        before = one
    return tuple(found)


def current_protocol(registration: Registration, amendments: Sequence[Amendment]) -> Protocol:
    """The protocol as it stands after the last amendment."""
    return amendments[-1].protocol if amendments else registration.protocol


def closed_after_unblinding(path: str) -> bool:
    """Is it a field that decides the results?"""
    return any(path == one or path.startswith((f"{one}.", f"{one}[")) for one in CLOSED_AFTER_UNBLINDING)


def _signed(at: datetime, by: str) -> list[Finding]:
    found = []
    if at.tzinfo is None:
        found.append(Finding(path="at", code="time_without_zone"))
    if not by.strip():
        found.append(Finding(path="by", code="name_missing"))
    return found


def _too_early(at: datetime, before: datetime, *, path: str) -> Finding:
    return Finding(path=path, code="time_before_last", facts={"at": at.isoformat(), "last": before.isoformat()})


def _closed(change: Change, *, path: str) -> Finding:
    return Finding(path=path, code="closed_after_unblinding", facts={"field": change.path})


def _hash_of(link: Registration | Amendment) -> str:
    return sha256_of(msgspec.structs.replace(link, hash=""))


def _hashes(link: Registration | Amendment, *, path: str) -> list[Finding]:
    found = []
    if link.protocol_hash != sha256_of(link.protocol):
        found.append(Finding(path=f"{path}.protocol_hash", code="chain_protocol_changed"))
    if link.hash != _hash_of(link):
        found.append(Finding(path=f"{path}.hash", code="chain_hash_wrong"))
    return found
