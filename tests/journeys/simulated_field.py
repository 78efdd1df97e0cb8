"""Companies that answer letters, as a mailbox: what each thinks of its two applicants is known beforehand."""

from __future__ import annotations

import datetime as dt
import random
import uuid
from email.message import EmailMessage
from email.utils import format_datetime

import asyncpg
import msgspec

DOMAIN = "stage-post.example"
#: Out of 100 companies: both answers positive, the majority's alone, the minority's alone, none.
SHARES = {"both": 28, "only_majority": 32, "only_minority": 20, "neither": 20}
INVITED = "Beste {name},\n\nWat leuk dat u bij {company} wilt leren. Komt u dinsdag voor een gesprek?\n\n{company}"
REFUSED = "Beste {name},\n\nDank voor de brief. Wij hebben helaas geen plek voor een stagiair.\n\n{company}"


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """A letter in the field. ``positive``: what its company thinks of the applicant; ``silent``: it says nothing."""

    dispatch_id: str
    number: int
    identity: str
    name: str
    company: str
    to: str
    token: str
    address: str
    sent_at: dt.datetime
    positive: bool
    silent: bool

    @property
    def answered_at(self) -> dt.datetime:
        """Two days later."""
        return self.sent_at + dt.timedelta(days=2)

    @property
    def answer(self) -> str:
        """Its words."""
        return (INVITED if self.positive else REFUSED).format(name=self.name, company=self.company)


async def letters_in(pool: asyncpg.Pool, study: uuid.UUID, *, seed: int) -> list[Letter]:
    """Every letter that was sent, with what its company thinks: by the seed alone."""
    chance = random.Random(seed)
    rows = await pool.fetch(
        """
        select dispatch_id, number, identity, name, token, from_address, sent_at, entry->>'company' as company,
            entry->>'contact_email' as email
        from lab.dispatch join lab.frame_entry using (study_id, number)
        where study_id = $1 and sent_at is not null order by number, place
        """,
        study,
    )
    numbers = list(dict.fromkeys(row["number"] for row in rows))
    kinds = [kind for kind, share in SHARES.items() for _ in range(round(share * len(numbers) / 100))]
    chance.shuffle(kinds)
    thought = dict(zip(numbers, kinds, strict=True))
    found = []
    for row in rows:
        kind = thought[row["number"]]
        positive = kind == "both" or kind == f"only_{row['identity']}"
        local, _, domain = row["from_address"].partition("@")
        found.append(
            Letter(
                dispatch_id=row["dispatch_id"],
                number=row["number"],
                identity=row["identity"],
                name=row["name"],
                company=row["company"],
                to=row["email"],
                token=row["token"],
                address=f"{local}+{row['token']}@{domain}",
                sent_at=row["sent_at"],
                positive=positive,
                silent=not positive and chance.random() < 0.5,
            )
        )
    return found


def truth_of(letters: list[Letter]) -> dict[str, int]:
    """How many companies were positive about both, one or none of their two applicants."""
    by_company: dict[int, set[str]] = {one.number: set() for one in letters}
    for one in letters:
        if one.positive:
            by_company[one.number].add(one.identity)
    counted = dict.fromkeys(SHARES, 0)
    for liked in by_company.values():
        counted["both" if len(liked) == 2 else f"only_{next(iter(liked))}" if liked else "neither"] += 1
    return counted


def mailbox(letters: list[Letter]) -> bytes:
    """The answers as one mbox file, with one message that belongs to no letter."""
    messages = [_mail(one.to, one.address, one.answer, one.answered_at, one.token) for one in letters]
    stray = letters[0]
    messages.append(_mail("reclame@bloemen.test", f"iemand@{DOMAIN}", "Bloemen!", stray.answered_at, "stray"))
    return b"".join(b"From bedrijf Mon Feb  1 14:00:00 2027\n" + one + b"\n\n" for one in messages)


def _mail(sender: str, to: str, text: str, at: dt.datetime, number: str) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, to, "Re: Sollicitatie stage"
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{number}@bedrijf-geheim.test>"
    message.set_content(text)
    return message.as_bytes()
