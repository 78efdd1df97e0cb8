"""What tests that ignore the pairs would have claimed, and why they are wrong. Shown, never used."""

from __future__ import annotations

from typing import Literal

import msgspec

from testing_lab.paired.counts import PairedCounts
from testing_lab.paired.wrong_tests import exclusive_share_fisher_of_callback, fisher_on_margins

Why = Literal["ignores_the_pairs", "counts_discordant_pairs_twice"]


class UnpairedClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A p-value that must not be believed."""

    method: str
    p_value: float
    why: Why


def unpaired_claims(table: PairedCounts) -> tuple[UnpairedClaim, ...]:
    """Fisher's test on the margins, and on the exclusive shares as R ``callback`` 0.1.1 does it.

    The first treats the two applicants to one offer as strangers: its size falls far below the nominal one and it
    misses discrimination. The second compares c10 of the discordant pairs with c01 of the *same* pairs, as if they
    were two samples: at nominal 5 % it rejects a true null in 13 %.
    """
    counts = msgspec.structs.asdict(table)
    return (
        UnpairedClaim(method="fisher_on_margins", p_value=fisher_on_margins(**counts), why="ignores_the_pairs"),
        UnpairedClaim(
            method="exclusive_share_fisher_of_callback",
            p_value=exclusive_share_fisher_of_callback(**counts),
            why="counts_discordant_pairs_twice",
        ),
    )
