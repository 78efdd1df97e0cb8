"""*Group gap* against enumeration: twenty thousand small instances, a third of them with reserves and other agreements.

The short versions are in tests/pure/matching (``test_engine_counts.py``, ``test_staged.py``).
"""

from __future__ import annotations

import random
import sys
from collections import Counter

import pytest

from tests.pure.matching import test_staged
from tests.pure.matching.side_rounds import random_round
from tests.pure.matching.test_engine_counts import ORDERS, check_against_enumeration

pytestmark = pytest.mark.evidence

INSTANCES, TURN = 1_000, 3  # instances in a block, orders of goals for each: all 49 come by after 17 instances


def told(line: str) -> None:
    """For the evidence file."""
    sys.stdout.write(f"{line}\n")


@pytest.mark.parametrize("block", range(12))
def test_twelve_thousand_with_overlapping_groups(block: int) -> None:
    """Ties, locks, tolerance, price, smallest group; each goal, and the one matching of the lottery."""
    seen = Counter[tuple[str, ...]]()
    first = 100_000 + block * INSTANCES
    for number in range(first, first + INSTANCES):
        orders = [ORDERS[(number * TURN + turn) % len(ORDERS)] for turn in range(TURN)]
        check_against_enumeration(number, orders)
        seen.update(orders)
    assert set(seen) == set(ORDERS)
    told(f"{INSTANCES:,} instances in {len(seen)} orders of goals ({seen.total():,} runs): equal")


@pytest.mark.parametrize("block", range(10))
def test_eight_thousand_with_reserves(block: int) -> None:
    """Reserves, shares, minimum, shared capacity, together, locks, re-match; the order of goals is drawn."""
    compared, reserved, number = 0, 0, 200_000 + block * 10_000
    while compared < 800:
        if test_staged.check_against_enumeration(number):
            compared += 1
            reserved += any(offer.reserves for offer in random_round(random.Random(number))[0].offers)
        number += 1
    refused = number - 200_000 - block * 10_000 - compared
    told(f"{compared} instances, {reserved} with reserves: equal ({refused} more cannot be met, and are refused)")


@pytest.mark.parametrize("block", range(4))
def test_each_of_forty_nine_orders_on_the_same_instance(block: int) -> None:
    for number in range(90_000 + block * 25, 90_000 + block * 25 + 25):
        check_against_enumeration(number, ORDERS)
    told(f"25 instances in each of {len(ORDERS)} orders: equal")
