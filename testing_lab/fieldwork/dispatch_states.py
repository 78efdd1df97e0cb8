"""The life of one dispatch, as one table; and whether it may be sent now.

::

    planned ─fall_due─> due ─send─> sent ─reply─> replied ─withdraw─> withdrawn
       └─────stop────────┴─> stopped  ├─time_out─> unanswered ─reply─> replied
                                      ├─withdraw─> withdrawn
                                      └─bounce───> undeliverable          sent … withdrawn ─detect─> detected
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Final, Literal, get_args

from testing_lab.fieldwork.mail import domain_of
from testing_lab.fieldwork.moments import in_utc
from testing_lab.fieldwork.not_allowed import NotAllowed
from testing_lab.fieldwork.study_states import StudyState, allow

DispatchState = Literal[
    "planned", "due", "sent", "replied", "unanswered", "withdrawn", "undeliverable", "detected", "stopped"
]
DispatchStep = Literal["fall_due", "send", "reply", "time_out", "withdraw", "bounce", "detect", "stop"]

TRANSITIONS: Final[dict[tuple[DispatchState, DispatchStep], DispatchState]] = {
    # "The dispatch plan as a work list with due times": nothing goes before its time.
    ("planned", "fall_due"): "due",
    ("due", "send"): "sent",
    # "A stop button for the whole study"; "complaints from companies are recorded and end their part". What was sent
    # cannot be stopped: its answer still gets a withdrawal.
    ("planned", "stop"): "stopped",
    ("due", "stop"): "stopped",
    # A company may answer more than once; each answer is kept, the coders read all of them.
    ("sent", "reply"): "replied",
    ("replied", "reply"): "replied",
    # "No answer after n days" is an outcome; an answer that comes later is kept all the same.
    ("sent", "time_out"): "unanswered",
    ("unanswered", "reply"): "replied",
    # "Positive replies get the polite withdrawal (same text to both) within 24 h"; also without an answer, when the
    # study stops or a company complains.
    ("replied", "withdraw"): "withdrawn",
    ("sent", "withdraw"): "withdrawn",
    ("unanswered", "withdraw"): "withdrawn",
    ("withdrawn", "reply"): "withdrawn",
    # A failed delivery is no refusal: the pair is left out and counted.
    ("sent", "bounce"): "undeliverable",
    # The company knows that it was a test, before or after it answered.
    ("sent", "detect"): "detected",
    ("replied", "detect"): "detected",
    ("unanswered", "detect"): "detected",
    ("withdrawn", "detect"): "detected",
    ("detected", "reply"): "detected",
    ("detected", "withdraw"): "detected",
}


def dispatch_after(state: DispatchState, step: DispatchStep) -> DispatchState:
    """The state that a step leads to.

    Raises
    ------
    NotAllowed
        ``dispatch-step``: not from this state.
    """
    if (state, step) not in TRANSITIONS:
        raise NotAllowed("dispatch-step", step=step, state=state)
    return TRANSITIONS[state, step]


def dispatch_steps_from(state: DispatchState) -> tuple[DispatchStep, ...]:
    """The steps that this state can take."""
    return tuple(step for step in get_args(DispatchStep) if (state, step) in TRANSITIONS)


def check_sending(
    *,
    study: StudyState,
    dispatch: DispatchState,
    due: dt.datetime,
    now: dt.datetime,
    from_address: str,
    allowed_domains: Collection[str],
    first_sent: dt.datetime | None,
    place: int,
    least_delay_minutes: int,
) -> None:
    """Nothing, if this dispatch may be sent now.

    Parameters
    ----------
    due, now : datetime
        With a time zone.
    from_address : str
        The applicant's address.
    allowed_domains : collection of str
        The study's own mail domains; a domain under one of them is not allowed.
    first_sent : datetime, optional
        When the first application of the unit was really sent; for the second.
    place : int
        1 or 2: the place of this application in the order of sending.
    least_delay_minutes : int
        Real minutes that must lie between the two.

    Raises
    ------
    NotAllowed
        ``study-action``, ``dispatch-step``, ``sender-outside-domain``, ``not-due-yet``, ``first-not-sent`` or
        ``delay-too-short``.
    """
    allow("send", study)
    dispatch_after(dispatch, "send")
    domain = domain_of(from_address)
    if domain not in {one.lower() for one in allowed_domains}:
        raise NotAllowed("sender-outside-domain", domain=domain)
    moment, planned = in_utc("now", now), in_utc("due", due)
    if moment < planned:
        raise NotAllowed("not-due-yet", minutes=-((moment - planned) // dt.timedelta(minutes=1)))
    if place == 1:
        return
    if first_sent is None:
        raise NotAllowed("first-not-sent")
    passed = (moment - in_utc("first_sent", first_sent)) // dt.timedelta(minutes=1)
    if passed < least_delay_minutes:
        raise NotAllowed("delay-too-short", passed=passed, least=least_delay_minutes)
