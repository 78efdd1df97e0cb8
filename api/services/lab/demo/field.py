"""The fieldwork of the demo: what is due is sent by hand, companies answer, and who is positive hears a withdrawal."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import get_args

import msgspec

from api.messages.accounts import Actor
from api.messages.lab.fieldwork import NewReply, When, WorkItem
from api.messages.paging import LARGEST_SIZE
from api.services.lab import replies, sending, withdrawals, work_list
from api.services.lab.demo.answers import Answer, Truth, answer_of, thoughts_of
from api.services.pool import Pool
from testing_lab.profiles.study_profiles import ChosenNames

#: Whoever has the lists of the demo knows which applicant a company meant.
Names = Sequence[ChosenNames]


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """An application, as it stands and as its company thinks of it."""

    item: WorkItem
    answer: Answer

    @property
    def sent(self) -> dt.datetime:
        """When it is sent: a few minutes after it is due."""
        return self.item.sent_at or self.item.due_at + dt.timedelta(minutes=4)

    @property
    def answered(self) -> dt.datetime | None:
        """When its company answers, if ever; a second application is never answered before it was sent."""
        return self.sent + dt.timedelta(hours=self.answer.hours) if self.answer.words else None


def silent(letter: Letter) -> Letter:
    """The same, of a company that does not answer yet."""
    return msgspec.structs.replace(letter, answer=Answer(positive=False))


async def letters_of(
    pool: Pool, lead: Actor, study_id: uuid.UUID, *, truth: Truth, names: Names, seed: str
) -> list[Letter]:
    """Every application of the plan, in order of due time."""
    items: dict[str, WorkItem] = {}
    for when in get_args(When):
        number = 1
        while (page := await work_list.list_work(pool, lead, study_id, when, number=number, size=LARGEST_SIZE)).items:
            items |= {one.dispatch_id: one for one in page.items}
            number += 1
    thoughts = thoughts_of(truth, list({one.pseudonym for one in items.values()}), seed=seed)
    majority = {name for one in names for name in one.majority}
    letters = [
        Letter(
            item=one,
            answer=answer_of(
                thoughts[one.pseudonym], majority=one.name in majority, name=one.name, company=one.company,
                seed=f"{seed} {one.pseudonym} {one.place}",
            ),
        )
        for one in items.values()
    ]  # fmt: skip
    return sorted(letters, key=lambda one: (one.item.due_at, one.item.dispatch_id))


async def live_until(
    pool: Pool, lead: Actor, study_id: uuid.UUID, letters: Sequence[Letter], moment: dt.datetime
) -> None:
    """Do all that happened before a moment and was not done yet.

    What was due is sent; companies answer; who was positive hears within a day that the applicant withdraws.
    """
    for one in letters:
        dispatch_id, state, at = one.item.dispatch_id, one.item.state, one.answered
        if state in ("planned", "due") and one.sent < moment:
            await sending.send_by_hand(pool, lead, study_id, dispatch_id, one.sent, now=moment)
            state = "sent"
        if at is None or at >= moment:
            continue
        if state == "sent":
            await answer(pool, lead, study_id, one, at, now=moment)
            state = "replied"
        if state == "replied" and one.answer.positive:
            withdrawn = min(at + dt.timedelta(hours=one.answer.withdrawn_after), moment)
            await withdrawals.withdraw_by_hand(pool, lead, study_id, dispatch_id, withdrawn, now=moment)


async def answer(
    pool: Pool, lead: Actor, study_id: uuid.UUID, letter: Letter, at: dt.datetime, *, now: dt.datetime,
    judged: bool = True,
) -> None:  # fmt: skip
    """Write down the answer of a company; not ``judged``: nobody has said yet whether it is positive."""
    asked = NewReply(
        kind="call" if letter.answer.by_phone else "reply",
        at=at,
        text=letter.answer.words,
        positive=letter.answer.positive if judged else None,
    )
    await replies.record_by_hand(pool, lead, study_id, letter.item.dispatch_id, asked, now=now)
