"""Which dispatch does a message answer? Fixed rules, the surest first; what two rules contradict goes to a person.

1. ``bounced-message``    the delivery report is about the message that was sent
2. ``thread``             In-Reply-To or References name the message that was sent
3. ``token``              it came to the reply address with the plus-tag of the dispatch
4. ``bounced-recipient``  the delivery report names the company's address, and came to the applicant's
5. ``company``            to the applicant, from the address that was written to
6. ``company-domain``     to the applicant, from the domain that was written to (not that of a mail provider)
7. ``subject``            to the applicant, with the subject that was sent
8. ``applicant``          to the applicant: sure where that address wrote to one company only

The first rule that finds something names the candidates; rules after it only choose among those. A message that came to
an applicant who is not among the candidates contradicts them, and so does one that came to two applicants
(``several-applicants``): then nothing is chosen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from testing_lab.fieldwork.mail import (
    InboundMail,
    SentDispatch,
    domain_of,
    plain_address,
    plain_message_id,
    plain_subject,
    tag_of,
)
from testing_lab.fieldwork.moments import in_utc

#: The rules in their order.
RULES: Final = (
    "bounced-message", "thread", "token", "bounced-recipient", "company", "company-domain", "subject", "applicant",
)  # fmt: skip

#: Providers whose domain says nothing about who writes.
MAIL_PROVIDERS: Final = frozenset(
    {
        "gmail.com", "googlemail.com", "hotmail.com", "hotmail.nl", "outlook.com", "live.com", "live.nl", "msn.com",
        "icloud.com", "me.com", "yahoo.com", "ziggo.nl", "kpnmail.nl", "kpnplanet.nl", "planet.nl", "hetnet.nl",
        "home.nl", "xs4all.nl", "upcmail.nl", "casema.nl", "chello.nl", "proton.me", "protonmail.com", "gmx.com",
    }
)  # fmt: skip


class Matched(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """One dispatch, and the rules that led to it: the first named the candidates, the others chose among them."""

    dispatch_id: str
    how: tuple[str, ...]


class NoMatch(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """No rule found a dispatch."""


class Ambiguous(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Several dispatches, sorted. ``contradiction``: the rules point at different ones."""

    dispatch_ids: tuple[str, ...]
    how: tuple[str, ...]
    contradiction: bool


def match_reply(mail: InboundMail, dispatches: Sequence[SentDispatch]) -> Matched | NoMatch | Ambiguous:
    """The dispatch that a message answers.

    Parameters
    ----------
    mail : InboundMail
        With a time zone in its moment; so have the dispatches.
    dispatches : sequence of SentDispatch
        In any order. What was sent after the message came cannot be meant.

    Raises
    ------
    ImpossibleInput
        A moment without a time zone.
    """
    received = in_utc("received", mail.received)
    before = [one for one in dispatches if in_utc("sent", one.sent) <= received]
    recipients = {plain_address(one) for one in mail.to_addresses}
    applicants = sorted({plain_address(one.from_address) for one in before} & recipients)
    if len(applicants) > 1:
        for_each = [_match(_to_one(mail, applicant), before) for applicant in applicants]
        ids = {dispatch for one in for_each for dispatch in _ids(one)}
        if len(ids) > 1:
            return Ambiguous(dispatch_ids=tuple(sorted(ids)), how=("several-applicants",), contradiction=True)
    return _match(mail, before)


def _to_one(mail: InboundMail, applicant: str) -> InboundMail:
    """The message as if only this applicant had got it."""
    to = tuple(one for one in mail.to_addresses if plain_address(one) == applicant)
    return msgspec.structs.replace(mail, to_addresses=to)


def _ids(found: Matched | NoMatch | Ambiguous) -> tuple[str, ...]:
    if isinstance(found, Matched):
        return (found.dispatch_id,)
    return found.dispatch_ids if isinstance(found, Ambiguous) else ()


def _match(mail: InboundMail, dispatches: Sequence[SentDispatch]) -> Matched | NoMatch | Ambiguous:
    evidence = dict(_evidence(mail, dispatches))
    found = {rule: evidence[rule] for rule in RULES if evidence.get(rule)}
    if not found:
        return NoMatch()
    sure = [found[rule] for rule in ("bounced-message", "thread", "token", "applicant") if rule in found]
    common = set.intersection(*sure) if sure else set(next(iter(found.values())))
    if not common:
        everything: set[str] = set().union(*(found[rule] for rule in RULES[:3] if rule in found))
        if len(everything) == 1:  # who was addressed contradicts it
            everything |= next(found[rule] for rule in RULES[3:] if rule in found)
        return Ambiguous(dispatch_ids=tuple(sorted(everything)), how=tuple(found), contradiction=True)
    candidates: set[str] = set()
    how: list[str] = []
    for rule, ids in found.items():
        narrowed = ids & (candidates or common)
        if narrowed and narrowed != candidates:
            candidates, how = narrowed, [*how, rule]
        if len(candidates) == 1:
            return Matched(dispatch_id=candidates.pop(), how=tuple(how))
    return Ambiguous(dispatch_ids=tuple(sorted(candidates)), how=tuple(how), contradiction=False)


def _evidence(mail: InboundMail, dispatches: Sequence[SentDispatch]) -> Iterator[tuple[str, set[str]]]:
    """What each rule finds by itself."""
    threads = {plain_message_id(one) for one in (*mail.in_reply_to, *mail.references)}
    tags = {tag.lower() for tag in map(tag_of, mail.to_addresses) if tag}
    recipients = {plain_address(one) for one in mail.to_addresses}
    sender, domain = plain_address(mail.from_address), domain_of(mail.from_address)
    report = mail.delivery
    about = plain_message_id(report.original_message_id) if report and report.original_message_id else None
    failed = plain_address(report.final_recipient) if report and report.final_recipient else None
    to_applicant = [one for one in dispatches if plain_address(one.from_address) in recipients]
    with_id = [(plain_message_id(one.message_id), one.dispatch_id) for one in dispatches if one.message_id]
    yield "bounced-message", {dispatch for message, dispatch in with_id if message == about}
    yield "thread", {dispatch for message, dispatch in with_id if message in threads}
    yield "token", {one.dispatch_id for one in dispatches if one.token and one.token.lower() in tags}
    yield "bounced-recipient", {one.dispatch_id for one in to_applicant if plain_address(one.to_address) == failed}
    yield "company", {one.dispatch_id for one in to_applicant if plain_address(one.to_address) == sender}
    yield (
        "company-domain",
        {one.dispatch_id for one in to_applicant if _same_company(domain, domain_of(one.to_address))},
    )
    subject = plain_subject(mail.subject)
    yield "subject", {one.dispatch_id for one in to_applicant if subject and plain_subject(one.subject) == subject}
    yield "applicant", {one.dispatch_id for one in to_applicant}


def _same_company(one: str, other: str) -> bool:
    """The same domain, or one under the other; never that of a mail provider."""
    if not one or not other or MAIL_PROVIDERS & {one, other}:
        return False
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")
