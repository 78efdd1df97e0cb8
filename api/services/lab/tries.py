"""A try at sending something: written down before it begins, and how it ended.

Theory of operation. *Before*: one transaction checks everything and writes down that a try begins. Then the try itself.
*After*: one transaction writes down how it ended. Where the program dies in between, the first mark stays: then nobody
knows whether the company has it, and it is never sent again until a person says what happened. A second click, or a
second person, meets the same mark; two at once take turns at the row of the study.
"""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Final, Literal

import asyncpg
import msgspec

from api.messages.accounts import Actor
from api.messages.faults import Unusable
from api.messages.lab.faults import StudyRefused
from api.messages.lab.fieldwork import Trouble
from api.services import events
from api.services.lab.chain import protocol_of
from api.services.lab.composing import Refused
from api.services.lab.outgoing import MailSettings, TryLater
from api.services.lab.work_list import entry_of, trouble_of
from api.settings import MailServer
from db.lab import blocked, dispatches, withdrawals
from db.lab.dispatches import DispatchRow
from db.lab.studies import StudyRow
from testing_lab.frame.entries import CompanyIdentity
from testing_lab.frame.register import Companies

What = Literal["letter", "withdrawal"]

#: A try that began less long ago may still be going on: a mail server may take half a minute for each of its answers.
A_TRY: Final = dt.timedelta(minutes=5)
BEGUN: Final = "sending-begun"
#: Clocks of two machines differ.
_CLOCK_SLACK: Final = dt.timedelta(minutes=1)


def subject_of(study_id: uuid.UUID, dispatch_id: str) -> str:
    """A dispatch as events name it."""
    return f"dispatch:{study_id}:{dispatch_id}"


def check_past(at: dt.datetime, now: dt.datetime) -> None:
    """Nothing where the moment has a time zone and has come.

    Raises
    ------
    Unusable
        It has not.
    """
    if at.tzinfo is None:
        raise Unusable({"at": "not_moment"})
    if at > now + _CLOCK_SLACK:
        raise Unusable({"at": "in_future"})


async def state_at(connection: asyncpg.Connection, row: StudyRow, at: dt.datetime) -> str:
    """The state of the study when something was done by hand: before the stop it was running.

    What went out before somebody pressed the button went out; a company that answers it is owed a withdrawal.
    """
    if row.state != "stopped":
        return row.state
    last = await withdrawals.last_step(connection, row.study_id)
    return "running" if last is not None and last.kind == "study_stop" and at < last.at else row.state


def check_clear(one: DispatchRow) -> None:
    """Nothing where it is known how the last try ended.

    Raises
    ------
    StudyRefused
        ``dispatch-perhaps-sent``.
    """
    trouble = trouble_of(one)
    if trouble is not None and trouble.perhaps_sent:
        raise StudyRefused("dispatch-perhaps-sent")


async def check_not_left_alone(connection: asyncpg.Connection, one: DispatchRow) -> None:
    """Nothing where the company may be tested.

    Raises
    ------
    StudyRefused
        ``dispatch-company-left-alone``: it complained, or asked for it.
    """
    entry = entry_of(one)
    alone = await blocked.identities(connection)
    if entry is not None and entry.identity in Companies(msgspec.convert(one, CompanyIdentity) for one in alone):
        raise StudyRefused("dispatch-company-left-alone")


def mail_settings(server: MailServer | None, row: StudyRow) -> MailSettings:
    """The server, with the domain of this study.

    Raises
    ------
    StudyRefused
        ``dispatch-sending-off``: nobody filled in a server.
    """
    if server is None:
        raise StudyRefused("dispatch-sending-off")
    domains = server.allowed_recipient_domains
    return MailSettings(
        host=server.host,
        port=server.port,
        security=server.security,
        user=server.user,
        password=server.password,
        certificates=server.certificates,
        own_domain=protocol_of(row).fieldwork.mail_domain,
        allowed_recipient_domains=None if domains is None else frozenset(domains),
    )


async def begin(
    connection: asyncpg.Connection, study_id: uuid.UUID, one: DispatchRow, what: What, at: dt.datetime
) -> None:
    """Write down that a try begins."""
    await _keep(connection, study_id, one, Trouble(what=what, code=BEGUN, perhaps_sent=True, at=at))


async def failed(
    connection: asyncpg.Connection,
    actor: Actor,
    study_id: uuid.UUID,
    one: DispatchRow,
    what: What,
    outcome: Refused | TryLater,
    at: dt.datetime,
) -> Trouble:
    """Write down how it ended, and tell it."""
    unclear = isinstance(outcome, TryLater) and outcome.perhaps_sent
    trouble = Trouble(what=what, code=outcome.code, facts=outcome.facts, perhaps_sent=unclear, at=at)
    await _keep(connection, study_id, one, trouble)
    # The words of a server may name a company: the log has the code alone.
    await events.record(connection, actor, f"{what}_not_sent", subject_of(study_id, one.dispatch_id), code=outcome.code)
    return trouble


async def _keep(connection: asyncpg.Connection, study_id: uuid.UUID, one: DispatchRow, trouble: Trouble) -> None:
    await dispatches.set_trouble(connection, study_id, one.dispatch_id, msgspec.to_builtins(trouble))
