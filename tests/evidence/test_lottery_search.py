"""The lottery over thousands of seeds; the short version is in tests/pure/matching."""

from __future__ import annotations

import hashlib
import sys

import msgspec
import pytest

from matching.commitment import Opening
from tests.pure.matching.exchangeable import SIGNIFICANCE, p_value, p_values_of_pairs, result

SEEDS = [Opening(salt=f"{number:064x}", secret="lange proef").seed(f"getuige {number}") for number in range(8_000)]


def told(line: str) -> None:
    """For the evidence file."""
    sys.stdout.write(f"{line}\n")


@pytest.mark.evidence
def test_eight_thousand_seeds_treat_equals_alike() -> None:
    found, kinds = p_value(SEEDS)
    told(f"8,000 seeds, 5 equals, {kinds} outcomes: p = {found:.3f} (alarm below {SIGNIFICANCE})")
    assert found > SIGNIFICANCE


@pytest.mark.evidence
def test_each_two_of_five_equals_split_evenly() -> None:
    found = p_values_of_pairs(SEEDS)
    told(f"8,000 seeds, {len(found)} pairs: smallest p = {min(found):.3f} (alarm below {SIGNIFICANCE / len(found)})")
    assert min(found) > SIGNIFICANCE / len(found)


@pytest.mark.evidence
def test_two_thousand_results_are_the_same_bytes_twice() -> None:
    first, second = (
        [hashlib.sha256(msgspec.json.encode(result(seed))).hexdigest() for seed in SEEDS[:2_000]] for _ in range(2)
    )
    assert first == second
    told("2,000 results twice: the same bytes")
