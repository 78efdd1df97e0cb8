"""What the intervals of the conditional odds ratio b/c share: it is the odds of a share of the discordant pairs."""

from __future__ import annotations

import math

from testing_lab.paired.counts import PairedCounts


def odds_ratio(counts: PairedCounts) -> float | None:
    """Pairs in which only the majority applicant had a positive answer, for one the other way round."""
    if counts.only_minority:
        return counts.only_majority / counts.only_minority
    return math.inf if counts.only_majority else None


def why_no_odds_ratio(counts: PairedCounts, *fields: str) -> dict[str, str]:
    """The reasons for a result: without discordant pairs there is no odds ratio."""
    return {} if counts.discordant else dict.fromkeys(fields, "no_discordant_pairs")


def odds(share: float, rest: float) -> float:
    """The odds of a share; ``rest`` is one minus the share."""
    return share / rest if rest else math.inf
