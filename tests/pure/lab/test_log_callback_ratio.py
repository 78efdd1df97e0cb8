"""The effect of one study: identities between the two designs, and empty cells."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testing_lab.faults import ImpossibleInput
from testing_lab.pooling import log_callback_ratio_paired, log_callback_ratio_unpaired

cells = st.integers(1, 10**9)


@given(cells, cells, cells, cells)
def test_swapping_turns_the_sign(both: int, first: int, second: int, neither: int) -> None:
    one = log_callback_ratio_paired(both=both, only_majority=first, only_minority=second, neither=neither)
    other = log_callback_ratio_paired(both=both, only_majority=second, only_minority=first, neither=neither)
    assert one.yi == pytest.approx(-other.yi, abs=1e-12)  # type: ignore[operator]  # both exist: no cell is empty
    assert one.vi == pytest.approx(other.vi, rel=1e-14)


@given(cells, cells, cells, cells)
def test_pairs_have_the_unpaired_variance_less_twice_the_covariance(
    both: int, first: int, second: int, neither: int
) -> None:
    pairs = both + first + second + neither
    paired = log_callback_ratio_paired(both=both, only_majority=first, only_minority=second, neither=neither)
    unpaired = log_callback_ratio_unpaired(
        positive_majority=both + first, sent_majority=pairs, positive_minority=both + second, sent_minority=pairs
    )
    assert paired.yi == pytest.approx(unpaired.yi, rel=1e-9, abs=1e-12)
    covariance = (both / pairs) / ((both + first) / pairs) / ((both + second) / pairs) / pairs - 1 / pairs
    assert paired.vi is not None
    assert unpaired.vi is not None
    assert paired.vi == pytest.approx(unpaired.vi - 2 * covariance, rel=1e-6, abs=1e-15)


def test_an_empty_cell_gets_a_half_everywhere() -> None:
    found = log_callback_ratio_unpaired(positive_majority=5, sent_majority=20, positive_minority=0, sent_minority=20)
    assert found.added == 0.5
    assert found.yi == pytest.approx(math.log((5.5 / 21) / (0.5 / 21)))
    assert found.vi == pytest.approx(1 / 5.5 - 1 / 21 + 1 / 0.5 - 1 / 21)
    paired = log_callback_ratio_paired(both=0, only_majority=4, only_minority=0, neither=9)
    assert paired.added == 0.5
    assert paired.yi == pytest.approx(math.log(5 / 1))
    assert paired.vi == pytest.approx(5 / (5 * 1))


def test_always_and_never() -> None:
    counts = {"positive_majority": 5, "sent_majority": 20, "positive_minority": 4, "sent_minority": 20}
    assert log_callback_ratio_unpaired(**counts).added == 0
    assert log_callback_ratio_unpaired(**counts, zero_cells="always").added == 0.5


@pytest.mark.parametrize(
    ("x1", "x2", "reason"),
    [(0, 3, "no_positive_majority"), (3, 0, "no_positive_minority"), (9, 9, "no_variance")],
)
def test_never_says_why_there_is_no_ratio(x1: int, x2: int, reason: str) -> None:
    found = log_callback_ratio_unpaired(
        positive_majority=x1, sent_majority=9, positive_minority=x2, sent_minority=9, zero_cells="never"
    )
    assert (found.yi, found.vi, found.undefined) == (None, None, {"yi": reason, "vi": reason})


def test_never_with_pairs_that_all_agree() -> None:
    found = log_callback_ratio_paired(both=4, only_majority=0, only_minority=0, neither=3, zero_cells="never")
    assert found.undefined["vi"] == "no_discordant_pairs"


def test_more_answers_than_applications_cannot_be() -> None:
    with pytest.raises(ImpossibleInput, match="positive_minority"):
        log_callback_ratio_unpaired(positive_majority=1, sent_majority=9, positive_minority=10, sent_minority=9)
    with pytest.raises(ImpossibleInput, match="sent_majority"):
        log_callback_ratio_unpaired(positive_majority=0, sent_majority=0, positive_minority=1, sent_minority=9)
    with pytest.raises(ImpossibleInput, match="zero_cells"):
        log_callback_ratio_paired(
            both=1,
            only_majority=1,
            only_minority=1,
            neither=1,
            zero_cells="some",  # type: ignore[arg-type]  # on purpose
        )
