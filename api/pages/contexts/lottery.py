"""The lottery of a round: for the school, on paper, and for anybody."""

from __future__ import annotations

import uuid
from typing import ClassVar

import msgspec

from api.messages.lottery import LotteryRecord, LotteryView, PublicRoundLottery, Ticket
from api.messages.rounds import RoundView
from api.pages.contexts.page import Page
from api.pages.tabs import Tab


class LotteryPage(Page, frozen=True, kw_only=True):
    """How far the lottery is, and the next step. ``values`` are what was typed, never the secret.

    ``public_address``: where anybody can follow it.
    """

    template: ClassVar[str] = "lottery.html"

    round: RoundView
    tabs: tuple[Tab, ...]
    lottery: LotteryView | None
    replaced: tuple[LotteryView, ...]
    public_address: str
    values: dict[str, str] = msgspec.field(default_factory=dict)


class LotteryRecordPage(Page, frozen=True, kw_only=True):
    """The record, to print and keep."""

    template: ClassVar[str] = "lottery_record.html"

    round: RoundView
    tabs: tuple[Tab, ...]
    record: LotteryRecord
    public_address: str


class PublicLotteryPage(Page, frozen=True, kw_only=True):
    """The lottery for anybody. ``student_number`` is what was typed, ``ticket`` what the seed gives for it.

    ``command`` checks the seed without us; empty until that is revealed.
    """

    template: ClassVar[str] = "lottery_public.html"

    round_id: uuid.UUID
    found: PublicRoundLottery
    can_draw: bool
    command: str
    student_number: str = ""
    ticket: Ticket | None = None
