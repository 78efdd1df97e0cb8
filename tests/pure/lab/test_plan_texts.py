"""Every code of the frame, the randomisation and the fieldwork has its text in both languages, and no text is idle."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import get_args

import pytest

from api.catalogue import text
from testing_lab import draws
from testing_lab.fieldwork import mail_kinds, replies
from testing_lab.fieldwork.dispatch_states import DispatchState, DispatchStep
from testing_lab.fieldwork.monitor import Decision
from testing_lab.fieldwork.study_states import StudyAction, StudyState, StudyStep
from testing_lab.fieldwork.withdrawal import WithdrawalState
from testing_lab.randomisation import assigning
from tests.house.repository import ROOT, files, text_of

_ROOMS = ("frame", "randomisation", "fieldwork")


def _code() -> str:
    return "\n".join(text_of(one) for one in files() if one.parts[:1] == ("testing_lab",) and one.parts[1] in _ROOMS)


def _texts(language: str) -> set[str]:
    catalogue = (ROOT / "api" / "catalogue" / language / "lab_plan.ftl").read_text("utf-8")
    return set(re.findall(r"^([a-z][\w-]*) =", catalogue, flags=re.MULTILINE))


_BALANCE = ("order", "identity", "template", "sender", "look", "stratum", "quality", "name_list")
_RULES = re.findall(r'rule="([a-z-]+)"', text_of(ROOT / "testing_lab" / "fieldwork" / "mail_kinds.py"))

CODES: dict[str, Iterable[str]] = {
    "study-state": get_args(StudyState),
    "study-step": get_args(StudyStep),
    "study-action": get_args(StudyAction),
    "dispatch-state": get_args(DispatchState),
    "dispatch-step": get_args(DispatchStep),
    "mail-kind": get_args(mail_kinds.Kind),
    "mail-rule": _RULES,
    "reply-rule": (*replies.RULES, "several-applicants"),
    "withdrawal": get_args(WithdrawalState),
    "monitor": get_args(Decision),
    "composition": assigning._COMPOSITIONS,
    "balance": _BALANCE,
    "finding": re.findall(r'code\s*=\s*"([a-z-]+)"', _code()),
    "not-allowed": re.findall(r'NotAllowed\(\s*"([a-z-]+)"', _code()),
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_code_has_its_text_and_no_text_is_idle(language: str) -> None:
    wanted = {f"lab-{room}-{code}".replace("_", "-") for room, codes in CODES.items() for code in codes}
    assert min(len(set(codes)) for codes in CODES.values()) >= 4
    assert wanted == _texts(language)


def test_a_text_can_be_filled_in() -> None:
    told = text("nl", "lab-finding-frame-cool-down", row=4, last="2026-01-01", free="2026-07-01")
    assert told == "Rij 4: deze vestiging had op 2026-01-01 een test. Vanaf 2026-07-01 mag het weer."


def test_the_form_of_a_draw_is_what_its_room_says() -> None:
    assert f'["{draws.FORM}",' in (draws.__doc__ or "")
