"""How much discrimination is there? Every rate that the literature calls by that name, each with its denominator."""

from __future__ import annotations

from typing import Literal

import msgspec

from testing_lab.arguments import count
from testing_lab.faults import ImpossibleInput
from testing_lab.paired.counts import PairedCounts, paired_counts
from testing_lab.paired.rr_simple import ratio
from testing_lab.result import Result

#: What a rate is divided by.
Counted = Literal[
    "all_pairs", "pairs_with_a_positive_answer", "usable_tests", "discordant_pairs", "positive_answers_of_the_minority"
]


class Denominator(msgspec.Struct, frozen=True, kw_only=True):
    """What a rate is divided by, and how many of those there are."""

    counted: Counted
    number: int


class DiscriminationRates(Result, frozen=True, kw_only=True):
    """Rates from -1 (net) or 0 (gross, shares) to 1; the ratio from 0 up. ``denominators`` has one for each rate."""

    net_all_pairs: float
    gross_against_minority: float
    gross_against_majority: float
    net_at_least_one_positive: float | None
    net_ilo_final_stage_usable: float | None
    net_discordant_only: float | None
    callback_ratio_majority_to_minority: float | None
    share_discordant_majority: float | None
    denominators: dict[str, Denominator]


def discrimination_rates(
    *, both: int, only_majority: int, only_minority: int, neither: int, not_usable: int = 0
) -> DiscriminationRates:
    r"""Net and gross discrimination rates, with their denominators named.

    Parameters
    ----------
    both, only_majority, only_minority, neither : int
        Pairs by who had a positive answer, each from 0 up, at least one pair in all.
    not_usable : int
        How many of ``neither`` the ILO leaves out: both refused at the first stage, or not pursued. From 0 to
        ``neither``.

    Returns
    -------
    DiscriminationRates
        A rate whose denominator is 0 is ``None``.

    Raises
    ------
    ImpossibleInput
        A count that cannot be, or more pairs left out than there are.

    Notes
    -----
    Net :math:`(b - c)/N`; gross :math:`b/N` and :math:`c/N`; net among pairs with a positive answer
    :math:`(b - c)/(a + b + c)` (Riach & Rich); net of usable tests :math:`(b - c)/(N - \text{not usable})` (ILO, final
    stage; for rates by stage see :func:`cumulative_net_discrimination`); net of discordant pairs :math:`(b - c)/m`;
    share :math:`b/m`, which R ``callback`` calls the exclusive callback share; callback ratio
    :math:`(a + b)/(a + c)`. The same study has five "rates": never print one without its denominator.

    References
    ----------
    Riach & Rich (2002), Economic Journal 112:F480-F518; Bovenkerk (1992), A manual for international
    comparative research on discrimination, ILO; Cediey & Foroni (2007), ILO, page 49.

    Examples
    --------
    >>> answer = discrimination_rates(both=43, only_majority=43, only_minority=27, neither=197)
    >>> round(answer.net_all_pairs, 4), round(answer.net_at_least_one_positive, 4)
    (0.0516, 0.1416)
    >>> answer.denominators["net_at_least_one_positive"].number
    113
    """
    counts = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    left_out = count("not_usable", not_usable)
    if left_out > counts.neither:
        raise ImpossibleInput("not_usable", "is above neither", not_usable=left_out, neither=counts.neither)
    b, c = counts.only_majority, counts.only_minority
    denominators = _denominators(counts, left_out)
    above = {
        "net_all_pairs": b - c,
        "gross_against_minority": b,
        "gross_against_majority": c,
        "net_at_least_one_positive": b - c,
        "net_ilo_final_stage_usable": b - c,
        "net_discordant_only": b - c,
        "share_discordant_majority": b,
    }
    rates = {name: _rate(number, denominators[name].number) for name, number in above.items()}
    why = {name: f"no_{denominators[name].counted}" for name, rate in rates.items() if rate is None}
    times = ratio(counts)
    if times is None:
        why["callback_ratio_majority_to_minority"] = "no_positive_answers"
    answer = {**rates, "callback_ratio_majority_to_minority": times, "denominators": denominators, "undefined": why}
    return DiscriminationRates(**answer)  # type: ignore[arg-type]  # the rates of all pairs are never None: N ≥ 1


def _denominators(counts: PairedCounts, left_out: int) -> dict[str, Denominator]:
    every = Denominator(counted="all_pairs", number=counts.pairs)
    discordant = Denominator(counted="discordant_pairs", number=counts.discordant)
    return {
        "net_all_pairs": every,
        "gross_against_minority": every,
        "gross_against_majority": every,
        "net_at_least_one_positive": Denominator(counted="pairs_with_a_positive_answer", number=counts.positive),
        "net_ilo_final_stage_usable": Denominator(counted="usable_tests", number=counts.pairs - left_out),
        "net_discordant_only": discordant,
        "callback_ratio_majority_to_minority": Denominator(
            counted="positive_answers_of_the_minority", number=counts.positive_minority
        ),
        "share_discordant_majority": discordant,
    }


def _rate(above: int, below: int) -> float | None:
    return above / below if below else None
