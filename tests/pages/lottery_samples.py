"""Believable lotteries in every state."""

from __future__ import annotations

import datetime as dt
import uuid

from api.messages.accounts import Actor
from api.messages.lottery import (
    Lot,
    LotteryRecord,
    LotteryRunView,
    LotteryView,
    PublicLottery,
    PublicRoundLottery,
    Ticket,
)
from api.messages.rounds import RoundView
from api.pages.contexts.lottery import LotteryPage, LotteryRecordPage, PublicLotteryPage
from api.pages.contexts.page import Page
from api.pages.tabs import tabs_of

AN_ID = uuid.UUID("00000000-0000-4000-8000-000000000001")
NOON = dt.datetime(2027, 2, 5, 11, 0, tzinfo=dt.UTC)
COMMITMENT = "82f92a3a2898a37482dce72a4495e8059285a80aa649225838547dad01ef0828"
SALT = "00112233445566778899aabbccddeeff" * 2
SEED = "b16e8e3f2d1b8e2c23dc03bc281303435040edc7742018a4d1b4d10f780d5e88"
ADDRESS = f"https://stagekans.school.example/lottery/{AN_ID}"
WITNESSED = {
    "public_text": "7 12 19 23 40 44", "source": "Trekking van de loterij van 10 februari 2027",
    "witness": "mr. A. de Wit, notaris", "frozen_sha256": COMMITMENT[::-1], "frozen_students": 1200,
    "frozen_offers": 412, "witnessed_by": "Ineke Vermeulen", "witnessed_at": NOON,
}  # fmt: skip
OPENED = {"opened_by": "Ineke Vermeulen", "opened_at": NOON, "salt": SALT, "secret": "lente 2027 – kanaal 3"}


def run(number: int, *, as_witnessed: bool | None = None, state: str = "finished") -> LotteryRunView:
    return LotteryRunView(
        run_id=AN_ID, number=number, state=state, created_at=NOON, students=1200, input_sha256=COMMITMENT[::-1],  # type: ignore[arg-type]  # a RunState
        finished_at=NOON if state == "finished" else None, as_witnessed=as_witnessed,
    )  # fmt: skip


def lottery(state: str = "committed", **changes: object) -> LotteryView:
    """A lottery in any state."""
    facts: dict[str, object] = {
        "lottery_id": AN_ID, "round_id": AN_ID, "number": 1, "state": state, "commitment_sha256": COMMITMENT,
        "drawn": True, "earlier_runs": 0, "committed_by": "Ineke Vermeulen", "committed_at": NOON, "public_text": None,
        "source": None, "witness": None, "frozen_sha256": None, "frozen_students": None, "frozen_offers": None,
        "witnessed_by": None, "witnessed_at": None, "used_at": None, "opened_by": None, "opened_at": None,
        "reason": None, "salt": None, "secret": None, "seed": None,
    }  # fmt: skip
    return LotteryView(**(facts | changes))  # type: ignore[arg-type]  # the facts are spelled out above


USED = lottery("used", used_at=NOON, runs=(run(1, as_witnessed=True), run(2, as_witnessed=False)), **WITNESSED)
REVEALED = lottery("revealed", used_at=NOON, seed=SEED, runs=(run(1, as_witnessed=True),), **WITNESSED, **OPENED)
REPLACED = lottery("replaced", reason="De verkeerde ronde: dit hoorde bij het najaar.", earlier_runs=1, **OPENED)


def public(view: LotteryView, **changes: object) -> PublicLottery:
    facts = {name: getattr(view, name) for name in PublicLottery.__struct_fields__ if hasattr(view, name)}
    return PublicLottery(**(facts | {"runs": 1, "students": 1200, "input_sha256": COMMITMENT[::-1]} | changes))


def lottery_samples(actor: Actor, round_view: RoundView) -> dict[str, Page]:
    """The pages of the lottery, by a name for people."""
    tabs = tabs_of(actor, AN_ID, "lottery")

    def page(shown: LotteryView | None, **changes: object) -> LotteryPage:
        facts: dict[str, object] = {
            "round": round_view, "tabs": tabs, "lottery": shown, "replaced": (), "public_address": ADDRESS,
        }  # fmt: skip
        return LotteryPage(**(facts | changes))  # type: ignore[arg-type]  # the facts are spelled out above

    def record(shown: LotteryView, **changes: object) -> LotteryRecordPage:
        facts: dict[str, object] = {
            "round_name": round_view.name, "lottery": shown, "replaced": (), "run": run(1, as_witnessed=True),
            "lots": (Lot(student_number="2041883", lot_number=3), Lot(student_number="9/1", lot_number=1042)),
            "fits": True,
        }  # fmt: skip
        told = LotteryRecord(**(facts | changes))  # type: ignore[arg-type]  # spelled out as above
        return LotteryRecordPage(round=round_view, tabs=tabs, record=told, public_address=ADDRESS)

    def for_anybody(*shown: PublicLottery, **changes: object) -> PublicLotteryPage:
        facts: dict[str, object] = {
            "round_id": AN_ID, "found": PublicRoundLottery(round_name=round_view.name, lotteries=shown),
            "can_draw": False, "command": "",
        }  # fmt: skip
        return PublicLotteryPage(**(facts | changes))  # type: ignore[arg-type]  # spelled out as above

    ticket = Ticket(
        student_number="2041883", hmac_sha256=SEED, before_percent=34.7, about=417, students=1200
    )  # fmt: skip
    opened = {"can_draw": True, "command": f"stagekans lottery check --sha256 {COMMITMENT} --salt {SALT}"}
    return {
        "lottery-none": page(None),
        "lottery-none-refused": page(None, faults={"secret": "not_secret"}),
        "lottery-committed": page(lottery(), notice="lottery_committed"),
        "lottery-made-up": page(lottery(drawn=False, earlier_runs=2), faults={"source": "missing"},
                                values={"public_text": "7 12", "witness": "A. de Wit"}),
        "lottery-witnessed": page(lottery("witnessed", **WITNESSED), notice="lottery_witnessed"),
        "lottery-used": page(USED, refusal="Er loopt al een matching."),
        "lottery-revealed": page(REVEALED, notice="lottery_revealed", replaced=(REPLACED,)),
        "lottery-replacing": page(USED, faults={"reason": "too_short"}, values={"reason": "nee"}),
        "lottery-record": record(REVEALED, replaced=(REPLACED,)),
        "lottery-record-early": record(lottery(), run=None, lots=(), fits=None),
        "lottery-record-sealed": record(USED, fits=None, lots=(), run=run(2, as_witnessed=False)),
        "lottery-record-wrong": record(REVEALED, fits=False, run=run(1)),
        "lottery-public": for_anybody(public(lottery(), runs=0, students=None, input_sha256=None)),
        "lottery-public-revealed": for_anybody(public(REVEALED), public(REPLACED, seed=None), **opened),
        "lottery-public-ticket": for_anybody(public(REVEALED), student_number="2041883", ticket=ticket, **opened),
        "lottery-public-wrong": for_anybody(public(REVEALED), faults={"student_number": "missing"}, **opened),
    }  # fmt: skip
