"""Believable contexts for coding: the desk of a coder, and the overview of who leads the study."""

from __future__ import annotations

from typing import Any

import msgspec

from api.messages.lab.coding import (
    Agreement,
    BlindLetter,
    BlindReply,
    CodesView,
    CodingRound,
    CodingView,
    OwnCode,
    Unblinding,
)
from api.messages.lab.studies import StudyView
from api.pages.contexts.lab.coding import CodesPage, CodingPage
from api.pages.contexts.page import Page
from api.pages.lab.tabs import study_tabs
from testing_lab.protocol.outcome_list import LETTER_OUTCOMES, LOST_OUTCOMES
from tests.pages.lab_samples import WHEN, a_view

LETTER = BlindLetter(
    number="K7Q2M-D4XP3",
    replies=(
        BlindReply(kind="automatic", day=0, text="Uw bericht is ontvangen."),
        BlindReply(kind="reply", day=3, text="Beste [naam],\n\nKunt u woensdag langskomen?\n\n[handtekening]"),
        BlindReply(kind="call", day=4, text="Vroeg om terug te bellen."),
    ),
)
DESK = CodingView(
    open=True, round=1, done=17, total=40, outcomes=(*LETTER_OUTCOMES, *LOST_OUTCOMES), letter=LETTER,
    changeable=OwnCode(number="A2B3C-D4E5F", outcome="refused"),
)  # fmt: skip
AGREEMENT = Agreement(
    method="cohen_kappa", letters=33, agreed=30, estimate=0.8612, lower=0.7204, upper=1.0, confidence=0.95
)
CODES = CodesView(
    round=1, coders=2, sent=60, days_running=6, no_answer=12, undeliverable=1, detected=1, unknown=1, to_read=39,
    unreadable=1, by_none=2, by_one=3, by_two=30, disagreements=2, by_third=1, homeless=2, least_kappa=0.7,
    rounds=(CodingRound(round=1, reason=None, at=None, agreement=AGREEMENT),),
    obstacles={"days_running": 6, "unreadable": 1, "uncoded": 5, "disagreements": 2},
)  # fmt: skip
READY = msgspec.structs.replace(
    CODES, obstacles={}, homeless=0, coders=3, days_running=0, no_answer=18, unreadable=0, by_none=0, by_one=0,
    by_two=36, disagreements=0, by_third=3,
)  # fmt: skip
LOW = msgspec.structs.replace(AGREEMENT, agreed=19, estimate=0.41, lower=0.21, upper=0.61)
AGAIN = msgspec.structs.replace(
    READY, round=2,
    rounds=(
        CodingRound(round=1, reason=None, at=None, agreement=LOW),
        CodingRound(round=2, reason="Kappa was te laag.", at=WHEN, agreement=LOW),
    ),
)  # fmt: skip


def _desk(coding: CodingView, study: StudyView | None = None, **more: Any) -> CodingPage:
    study = study or a_view("running", "coder")
    return CodingPage(study=study, tabs=study_tabs(study, "coding"), coding=coding, **more)


def _codes(codes: CodesView, study: StudyView, **more: Any) -> CodesPage:
    return CodesPage(study=study, tabs=study_tabs(study, "codes"), codes=codes, **more)


def _kappa(agreement: Agreement | None) -> CodesView:
    return msgspec.structs.replace(
        CODES, coders=0, rounds=(CodingRound(round=1, reason=None, at=None, agreement=agreement),)
    )


NOTHING = msgspec.structs.replace(DESK, done=0, total=0, letter=None, changeable=None)
SAMPLES: dict[str, Page] = {
    "lab-coding": _desk(DESK),
    "lab-coding-again": _desk(msgspec.structs.replace(DESK, round=2)),
    "lab-coding-change": _desk(
        msgspec.structs.replace(DESK, letter=msgspec.structs.replace(LETTER, chosen="refused"))
    ),
    "lab-coding-faults": _desk(DESK, faults={"outcome": "missing"}),
    "lab-coding-nothing": _desk(NOTHING),
    "lab-coding-closed": _desk(msgspec.structs.replace(NOTHING, open=False), a_view("coded", "coder")),
    "lab-codes": _codes(CODES, a_view("closed")),
    "lab-codes-running": _codes(CODES, a_view("running")),
    "lab-codes-ready": _codes(READY, a_view("closed")),
    "lab-codes-again": _codes(AGAIN, a_view("closed"), values={"again_reason": ""}, faults={"again_reason": "missing"}),
    "lab-codes-low": _codes(
        msgspec.structs.replace(READY, rounds=AGAIN.rounds[:1], obstacles={"kappa_too_low": 1}), a_view("closed")
    ),
    "lab-codes-locked": _codes(
        READY, a_view("coded"), values={"decided_by": ""}, faults={"decided_by": "missing"}
    ),
    "lab-codes-unblinded": _codes(
        msgspec.structs.replace(
            READY, unblinding=Unblinding(person="M. de Boer", reason="Alle codes staan vast.", at=WHEN)
        ),
        a_view("unblinded"),
    ),
    "lab-codes-empty": _codes(msgspec.structs.replace(READY, sent=0), a_view("registered")),
    "lab-codes-nobody": _codes(_kappa(None), a_view("running")),
    "lab-codes-one-code": _codes(_kappa(msgspec.structs.replace(LOW, estimate=None, lower=None)), a_view("running")),
    "lab-codes-one-letter": _codes(_kappa(msgspec.structs.replace(LOW, letters=1, lower=None)), a_view("running")),
}  # fmt: skip
