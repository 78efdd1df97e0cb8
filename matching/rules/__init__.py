"""The hard rules: each one a unit with its own reason code, in the order in which they are asked.

Every unit has one function, ``allows(columns, s, o)``: for index arrays of students and offers that broadcast against
each other, whether the rule lets the pair through. The first rule that does not is the reason that is given.

The order is also the plan. Status and programme choose the candidates of a whole programme; the rules of
``BY_SIGNATURE`` look at the same few values for many students and are asked once for all of them; ``travel`` is
personal and dense; the rules of ``BY_PAIR`` are asked only about the pairs that are left.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from matching.result import RULE_CODES, RuleCode
from matching.rules import (
    crebo,
    days,
    forbidden,
    learning_path,
    level,
    not_named,
    offer_status,
    period,
    support,
    travel,
)
from matching.rules.columns import Columns, Ints, Mask


class Rule(NamedTuple):
    """A hard rule: its reason code, its column in tables of counts, and the question it asks."""

    code: RuleCode
    column: int
    allows: Callable[[Columns, Ints, Ints], Mask]


def _rule(code: RuleCode, allows: Callable[[Columns, Ints, Ints], Mask]) -> Rule:
    return Rule(code, RULE_CODES.index(code), allows)


OFFER_STATUS = _rule("offer_status", offer_status.allows)
CREBO = _rule("crebo", crebo.allows)
BY_SIGNATURE = (
    _rule("level", level.allows),
    _rule("learning_path", learning_path.allows),
    _rule("period", period.allows),
    _rule("days", days.allows),
)
TRAVEL = _rule("travel", travel.allows)
SUPPORT = _rule("support", support.allows)
FORBIDDEN = _rule("forbidden", forbidden.allows)
NOT_NAMED = _rule("not_named", not_named.allows)
BY_PAIR = (SUPPORT, FORBIDDEN, NOT_NAMED)
RULES = (OFFER_STATUS, CREBO, *BY_SIGNATURE, TRAVEL, *BY_PAIR)


def first_refusal(columns: Columns, s: Ints, o: Ints) -> Ints:
    """The column of the first rule that refuses each pair (``s[i]``, ``o[i]``); -1 = eligible."""
    reason = np.full(s.shape, -1, np.int64)
    left = np.arange(s.size)
    for rule in RULES:
        fits = rule.allows(columns, s[left], o[left])
        reason[left[~fits]] = rule.column
        left = left[fits]
    return reason
