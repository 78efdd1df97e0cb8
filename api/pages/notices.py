"""What the last action did: a code in the address after a redirect, so that no state is needed to show it once."""

from __future__ import annotations

from typing import Literal, get_args

Notice = Literal[
    "study_made", "member_added", "member_removed", "protocol_saved", "study_registered",
    "frame_imported", "company_blocked", "company_unblocked", "profiles_saved", "pretest_imported", "plan_drawn",
    "code_given", "code_changed", "coding_again", "codes_locked", "unblinded",
    "study_started", "study_stopped", "study_resumed", "study_closed", "dispatch_sent", "dispatches_sent",
    "dispatch_resolved",
    "reply_recorded", "reply_judged", "reply_assigned", "reply_set_aside", "replies_imported", "withdrawal_sent",
    "complaint_recorded", "detection_recorded", "call_made", "call_heard", "recording_gone",
    "round_made", "import_applied", "import_cancelled", "run_asked", "run_cancelled", "accepted", "overridden",
    "reviewed", "rest_accepted", "rest_partly", "signed_out", "second_step_on", "second_step_off",
    "policy_saved", "policy_removed",
    "lottery_committed", "lottery_witnessed", "lottery_revealed",
    "analysis_stored", "exploration_stored", "study_read_in", "study_archived",
    "offer_entered", "offer_saved", "offer_moved", "offer_move_undone", "action_planned", "action_done",
    "action_reopened", "company_saved", "contact_added", "contact_removed", "talk_recorded", "companies_merged",
    "merge_undone", "case_opened", "step_added", "case_closed", "offers_taken", "offer_given_back",
    "locked", "unlocked", "removal_asked", "removal_confirmed", "removal_refused",
    "text_checked", "text_answered", "text_agreed", "text_disagreed",
]  # fmt: skip

_KNOWN: frozenset[str] = frozenset(get_args(Notice))


def notice_of(code: str | None) -> Notice | None:
    """The notice that an address names; None for anything unknown, since anybody can type an address."""
    return code if code in _KNOWN else None  # type: ignore[return-value]  # membership proves the Literal
