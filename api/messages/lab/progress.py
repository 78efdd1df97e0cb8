"""How the fieldwork goes: counts, balance, and what the registered stopping rule lets people see."""

from __future__ import annotations

import msgspec

from testing_lab.fieldwork.monitor import MonitorView


class TemplateUse(msgspec.Struct, frozen=True, kw_only=True):
    """How often a template was really sent for each applicant."""

    template: str
    majority: int
    minority: int


class SentBalance(msgspec.Struct, frozen=True, kw_only=True):
    """What was really sent, whatever was planned; pairs of which both letters went out.

    ``p_value``: of "each is first equally often", exact and two-sided; None where the protocol fixes the order, or
    no pair is out.
    """

    majority_first: int
    minority_first: int
    p_value: float | None
    templates: tuple[TemplateUse, ...]


class OrderEffect(msgspec.Struct, frozen=True, kw_only=True):
    """Whether it mattered who was first, in the usable pairs; ``p_value`` by the test of Mainland and Gart."""

    majority_first: int
    minority_first: int
    p_value: float


class ProgressView(msgspec.Struct, frozen=True, kw_only=True):
    """How far the fieldwork is, without outcomes by applicant.

    ``by_state``: letters by their state, those that occur, in the order of their life. ``response``: answered of
    the letters that arrived, 0 to 1.
    ``monitor``: what the registered rule shows; None where the study is not in the field. ``pairs_planned``: of the
    protocol. ``order_effect``: only once the trait is revealed.
    """

    planned: int
    sent: int
    answered: int
    undeliverable: int
    detected: int
    response: float | None
    by_state: dict[str, int]
    balance: SentBalance
    pairs_planned: int
    monitor: MonitorView | None = None
    order_effect: OrderEffect | None = None
