"""*Group gap* with the goals around it on rounds of 60 to 150 students, against a second exact solver (HiGHS)."""

from __future__ import annotations

import sys
from collections import Counter

import pytest

from tests.pure.matching.second_gap import OutOfTime
from tests.pure.matching.test_engine_counts import ORDERS
from tests.pure.matching.test_gap_second_solver import check_against_highs

pytestmark = pytest.mark.evidence

ROUNDS, SECONDS = 25, 5.0  # of a block; that a run may last


@pytest.mark.parametrize("block", range(12))
def test_three_hundred_rounds_equal_highs(block: int) -> None:
    """Each round in one order; all 49 come by. What HiGHS cannot say in time is counted, and told."""
    seen = Counter[str]()
    for number in range(1_000 + block * ROUNDS, 1_000 + block * ROUNDS + ROUNDS):
        try:
            compared = check_against_highs(number, ORDERS[number % len(ORDERS)], budget=SECONDS)
        except OutOfTime:
            seen["late"] += 1
            continue
        seen.update(
            rounds=1,
            goals=compared.goals,
            proven=compared.proven,
            apart=compared.smallest > 0,
            paid=compared.given_up > 0,
        )
    sys.stdout.write(
        f"{seen['rounds']} rounds ({seen['apart']} with a smallest gap above 0, in {seen['paid']} placements were "
        f"given up): {seen['goals']} goals compared, {seen['proven']} of them proven: equal; {seen['late']} more "
        f"rounds: HiGHS not ready in time\n"
    )
    assert seen["rounds"] > ROUNDS // 3
