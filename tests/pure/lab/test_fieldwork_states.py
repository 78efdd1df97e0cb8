"""The two lifecycles, and what may be done in which state."""

from __future__ import annotations

import datetime as dt
from typing import Any, get_args

import pytest

from testing_lab.faults import ImpossibleInput
from testing_lab.fieldwork import dispatch_states, study_states
from testing_lab.fieldwork.dispatch_states import DispatchState, check_sending, dispatch_after, dispatch_steps_from
from testing_lab.fieldwork.not_allowed import NotAllowed
from testing_lab.fieldwork.study_states import (
    StudyAction,
    StudyState,
    StudyStep,
    allow,
    allowed_in,
    steps_from,
    study_after,
)

LIFE: tuple[StudyStep, ...] = (
    "register",
    "start",
    "stop",
    "resume",
    "close",
    "lock_codes",
    "unblind",
    "analyse",
    "archive",
)


def test_a_study_lives_from_draft_to_archive() -> None:
    state: StudyState = "draft"
    seen = [state]
    for step in LIFE:
        state = study_after(state, step)
        seen.append(state)
    assert seen[-1] == "archived"
    assert set(seen) == set(get_args(StudyState))
    assert study_after("stopped", "close") == "closed"


@pytest.mark.parametrize(
    ("state", "step"),
    [("draft", "start"), ("running", "unblind"), ("closed", "unblind"), ("coded", "analyse"), ("archived", "resume"),
     ("registered", "register"), ("analysed", "unblind"), ("closed", "resume")],
)  # fmt: skip
def test_no_step_is_skipped(state: StudyState, step: StudyStep) -> None:
    with pytest.raises(NotAllowed) as refused:
        study_after(state, step)
    assert (refused.value.reason, refused.value.facts) == ("study-step", {"step": step, "state": state})
    assert step not in steps_from(state)


@pytest.mark.parametrize(
    ("action", "state"),
    [("edit_protocol", "registered"), ("amend_protocol", "unblinded"), ("send", "registered"), ("send", "stopped"),
     ("send", "draft"), ("see_identity", "coded"), ("see_identity", "running"), ("run_registered_analysis", "coded"),
     ("code_reply", "coded"), ("draw_plan", "running"), ("import_frame", "running"), ("export_results", "unblinded"),
     ("delete_raw_replies", "closed"), ("run_exploratory_analysis", "unblinded")],
)  # fmt: skip
def test_what_is_out_of_turn_is_refused(action: StudyAction, state: StudyState) -> None:
    with pytest.raises(NotAllowed, match="study-action") as refused:
        allow(action, state)
    assert refused.value.facts == {"action": action, "state": state}


@pytest.mark.parametrize("state", ["running", "stopped", "closed", "coded", "unblinded", "analysed"])
def test_an_answer_is_never_lost_and_a_company_always_hears(state: StudyState) -> None:
    assert {"record_reply", "withdraw", "record_complaint"} <= allowed_in(state)


def reached(transitions: dict[tuple[Any, Any], Any], start: str) -> set[str]:
    found = {start}
    while more := {to for (state, _), to in transitions.items() if state in found} - found:
        found |= more
    return found


def test_every_state_can_be_reached_and_every_action_has_its_state() -> None:
    assert reached(study_states.TRANSITIONS, "draft") == set(get_args(StudyState))
    assert reached(dispatch_states.TRANSITIONS, "planned") == set(get_args(DispatchState))
    assert set(study_states.ALLOWED) == set(get_args(StudyAction))
    assert all(study_states.ALLOWED.values())
    assert {step for state in get_args(StudyState) for step in steps_from(state)} == set(get_args(StudyStep))


def test_what_was_sent_cannot_be_stopped_but_can_be_withdrawn() -> None:
    for state in ("sent", "replied", "unanswered"):
        assert "stop" not in dispatch_steps_from(state)
        assert dispatch_after(state, "withdraw") == "withdrawn"
    for state in ("planned", "due"):
        assert dispatch_after(state, "stop") == "stopped"
    with pytest.raises(NotAllowed, match="dispatch-step"):
        dispatch_after("planned", "send")
    with pytest.raises(NotAllowed, match="dispatch-step"):
        dispatch_after("sent", "send")
    with pytest.raises(NotAllowed, match="dispatch-step"):
        dispatch_after("stopped", "fall_due")


def test_a_late_answer_is_kept() -> None:
    assert dispatch_after("unanswered", "reply") == "replied"
    assert dispatch_after("withdrawn", "reply") == "withdrawn"
    assert dispatch_after("detected", "reply") == "detected"


# The night in which the clock goes forward: at 02:00 it is 03:00.
AT = dt.datetime.fromisoformat("2027-03-29T10:00+02:00")
GOOD: dict[str, Any] = {
    "study": "running", "dispatch": "due", "due": AT, "now": AT, "from_address": "j@Study.example",
    "allowed_domains": ["study.example"], "first_sent": AT - dt.timedelta(days=1), "place": 2,
    "least_delay_minutes": 24 * 60,
}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "reason", "facts"),
    [
        ({"study": "stopped"}, "study-action", {"action": "send", "state": "stopped"}),
        ({"study": "registered"}, "study-action", {"action": "send", "state": "registered"}),
        ({"dispatch": "planned"}, "dispatch-step", {"step": "send", "state": "planned"}),
        ({"dispatch": "sent"}, "dispatch-step", {"step": "send", "state": "sent"}),
        ({"from_address": "j@other.example"}, "sender-outside-domain", {"domain": "other.example"}),
        ({"from_address": "j@a.study.example"}, "sender-outside-domain", {"domain": "a.study.example"}),
        ({"from_address": "nobody"}, "sender-outside-domain", {"domain": "nobody"}),
        ({"now": AT - dt.timedelta(seconds=1)}, "not-due-yet", {"minutes": 1}),
        ({"first_sent": None}, "first-not-sent", {}),
        ({"first_sent": dt.datetime.fromisoformat("2027-03-28T10:00:30+02:00")}, "delay-too-short",
         {"passed": 1439, "least": 1440}),
        # One wall clock day, but 23 hours.
        ({"now": dt.datetime.fromisoformat("2027-03-28T10:00+02:00"),
          "due": dt.datetime.fromisoformat("2027-03-28T10:00+02:00"),
          "first_sent": dt.datetime.fromisoformat("2027-03-27T10:00+01:00")}, "delay-too-short",
         {"passed": 23 * 60, "least": 1440}),
    ],
)  # fmt: skip
def test_nothing_is_sent_that_may_not_be(changes: dict[str, Any], reason: str, facts: dict[str, Any]) -> None:
    with pytest.raises(NotAllowed) as refused:
        check_sending(**{**GOOD, **changes})
    assert (refused.value.reason, refused.value.facts) == (reason, facts)


def test_what_may_be_sent_is() -> None:
    check_sending(**GOOD)
    check_sending(**{**GOOD, "place": 1, "first_sent": None})
    with pytest.raises(ImpossibleInput, match="time zone"):
        check_sending(**{**GOOD, "now": dt.datetime(2027, 3, 29, 10)})  # noqa: DTZ001  # what is tested
