"""The life of a study, as one table; and what may be done in which state.

::

    draft ─register─> registered ─start─> running ─close─> closed ─lock_codes─> coded ─unblind─> unblinded
                                          │    ^              ^                                       │
                                          stop resume         │               archived <─archive─ analysed <─analyse
                                          v    │              │
                                          stopped ───close────┘
"""

from __future__ import annotations

from typing import Final, Literal, get_args

from testing_lab.fieldwork.not_allowed import NotAllowed

StudyState = Literal[
    "draft", "registered", "running", "stopped", "closed", "coded", "unblinded", "analysed", "archived"
]
StudyStep = Literal["register", "start", "stop", "resume", "close", "lock_codes", "unblind", "analyse", "archive"]
StudyAction = Literal[
    "edit_protocol", "amend_protocol", "import_frame", "choose_profiles", "draw_plan", "send", "record_reply",
    "withdraw", "record_complaint", "code_reply", "monitor", "see_identity", "run_registered_analysis",
    "run_exploratory_analysis", "export_results", "delete_raw_replies",
]  # fmt: skip

TRANSITIONS: Final[dict[tuple[StudyState, StudyStep], StudyState]] = {
    # "Gates must be ticked by a named person with evidence before register; registering freezes the protocol."
    ("draft", "register"): "registered",
    # "Randomisation (seeded) fixes which template carries which trait, order, delay, sender": before the first letter.
    ("registered", "start"): "running",
    # "A stop button for the whole study."
    ("running", "stop"): "stopped",
    # A study that was stopped goes on by a named person's decision, with a reason; never by itself.
    ("stopped", "resume"): "running",
    # The last answers are in, or their days are over; a stopped study ends the same way.
    ("running", "close"): "closed",
    ("stopped", "close"): "closed",
    # "Codes lock before the trait is revealed."
    ("closed", "lock_codes"): "coded",
    ("coded", "unblind"): "unblinded",
    # "Analysis uses only the registered plan; anything else is labelled exploratory."
    ("unblinded", "analyse"): "analysed",
    # "Raw replies and the key file are deleted on their date, with a log."
    ("analysed", "archive"): "archived",
}

_FIELD: Final[frozenset[StudyState]] = frozenset({"running", "stopped", "closed"})
_SINCE_START: Final[frozenset[StudyState]] = _FIELD | {"coded", "unblinded", "analysed"}

ALLOWED: Final[dict[StudyAction, frozenset[StudyState]]] = {
    # A registered protocol is "frozen and hashed; later changes are amendments with a reason".
    "edit_protocol": frozenset({"draft"}),
    # After unblinding an amendment could follow from what was seen: what is new then is exploratory.
    "amend_protocol": frozenset({"registered", "running", "stopped", "closed", "coded"}),
    "import_frame": frozenset({"draft", "registered"}),
    "choose_profiles": frozenset({"draft", "registered"}),
    "draw_plan": frozenset({"registered"}),
    # "Dispatching before the gates" is refused; so is sending after the stop button.
    "send": frozenset({"running"}),
    # Companies answer when they like: nothing that comes in is lost, and every company hears a withdrawal.
    "record_reply": _SINCE_START,
    "withdraw": _SINCE_START,
    "record_complaint": _SINCE_START | {"archived"},
    "code_reply": _FIELD,
    # "Shows only what the registered rule allows."
    "monitor": _FIELD | {"coded"},
    # "Unblinding early" is refused.
    "see_identity": frozenset({"unblinded", "analysed", "archived"}),
    "run_registered_analysis": frozenset({"unblinded", "analysed"}),
    "run_exploratory_analysis": frozenset({"analysed"}),
    "export_results": frozenset({"analysed", "archived"}),
    # "Study raw replies deleted after coding + check" (DOMAIN 5.4).
    "delete_raw_replies": frozenset({"coded", "unblinded", "analysed", "archived"}),
}


def study_after(state: StudyState, step: StudyStep) -> StudyState:
    """The state that a step leads to.

    Raises
    ------
    NotAllowed
        ``study-step``: not from this state.
    """
    if (state, step) not in TRANSITIONS:
        raise NotAllowed("study-step", step=step, state=state)
    return TRANSITIONS[state, step]


def allow(action: StudyAction, state: StudyState) -> None:
    """Nothing, if the action is allowed in this state.

    Raises
    ------
    NotAllowed
        ``study-action``.
    """
    if state not in ALLOWED[action]:
        raise NotAllowed("study-action", action=action, state=state)


def allowed_in(state: StudyState) -> frozenset[StudyAction]:
    """Everything that is allowed in this state: what a page shows buttons for."""
    return frozenset(action for action in get_args(StudyAction) if state in ALLOWED[action])


def steps_from(state: StudyState) -> tuple[StudyStep, ...]:
    """The steps that this state can take."""
    return tuple(step for step in get_args(StudyStep) if (state, step) in TRANSITIONS)
