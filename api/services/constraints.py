"""Database errors translated once, by the name of the constraint.

A constraint that stands in no table below is a fault of ours: the error goes on as it is, and the person sees an
incident number.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg
from asyncpg.exceptions import InterfaceError, PostgresError

from api.messages.faults import Conflict, Refused, Unusable

#: Constraint → what stands in the way (``conflict-<what>`` in the catalogue).
CONFLICTS: dict[str, str] = {
    "lottery_one_a_round": "changed_meanwhile",
    "lottery_number_unique": "changed_meanwhile",
    "lottery_never_rewritten": "lottery_changed",
    "account_sign_in_name_unique": "name_taken",
    "study_name_unique": "name_taken",
    "study_member_pkey": "member_already",
    "placement_round_name_unique": "name_taken",
    "decision_one_a_student": "already_decided",
    "decision_not_what_if": "run_is_what_if",
    "placement_one_live_a_student": "already_placed",
    "match_run_number_unique": "changed_meanwhile",
    "student_number_unique": "changed_meanwhile",
    "offer_id_unique": "changed_meanwhile",
    "company_training_company_id_unique": "changed_meanwhile",
    "saved_policy_one_default": "changed_meanwhile",
    "offer_registered_once": "changed_meanwhile",
    "establishment_unique": "changed_meanwhile",
}

#: Constraint → field and what is wrong with it (``field-<code>`` in the catalogue).
FIELDS: dict[str, tuple[str, str]] = {
    "account_sign_in_name_length": ("sign_in_name", "length"),
    "account_programme_crebo_form": ("programmes", "not_crebo"),
    "placement_round_name_length": ("name", "length"),
    "saved_policy_name_length": ("name", "length"),
    "placement_round_period": ("ends_on", "period_reversed"),
    "decision_override_reason": ("reason", "too_short"),
    "student_lock_reason": ("reason", "too_short"),
    "removal_reason": ("reason", "too_short"),
}


def translate(error: BaseException) -> Refused | None:
    """What the person did that the database would not take; None where it is not the person's doing."""
    if isinstance(error, asyncpg.IntegrityConstraintViolationError):
        name = str(getattr(error, "constraint_name", ""))
        if name in CONFLICTS:
            return Conflict(CONFLICTS[name])
        if name in FIELDS:
            field, code = FIELDS[name]
            return Unusable({field: code})
    # A character (NUL, half a surrogate pair) or a number that PostgreSQL, or asyncpg on its behalf, cannot store.
    unstorable = isinstance(error, InterfaceError) and isinstance(error, ValueError)
    if unstorable or isinstance(error, asyncpg.DataError):
        return Unusable({})
    return None


def database_is_away(error: BaseException) -> bool:
    """Whether the error says that the database cannot be reached now; trying again may help."""
    return isinstance(
        error,
        asyncpg.PostgresConnectionError
        | asyncpg.CannotConnectNowError
        | asyncpg.AdminShutdownError
        | asyncpg.CrashShutdownError
        | asyncpg.TooManyConnectionsError
        | InterfaceError
        | ConnectionError
        | TimeoutError
        | FileNotFoundError,
    )


@contextmanager
def translated() -> Iterator[None]:
    """Raise the refusal in place of the database error."""
    try:
        yield
    except (PostgresError, InterfaceError) as error:
        if (refusal := translate(error)) is not None:
            raise refusal from error
        raise
