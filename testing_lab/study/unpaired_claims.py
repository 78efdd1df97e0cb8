"""What tests that ignore the pairs would have claimed, and why they are wrong. Shown, never used."""

from __future__ import annotations

import msgspec

from testing_lab.paired.counts import PairedCounts
from testing_lab.paired.wrong_tests import exclusive_share_fisher_of_callback, unpaired_fisher_on_margins


class UnpairedClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A p-value that must not be believed, and the code of the reason."""

    method: str
    p_value: float
    why: str


def unpaired_claims(table: PairedCounts) -> tuple[UnpairedClaim, ...]:
    """Fisher's test on the margins, and on the exclusive shares as R ``callback`` 0.1.1 does it.

    The first treats the two applicants to one offer as strangers: its size falls far below the nominal one and it
    misses discrimination. The second compares one part of the discordant pairs with the rest of the *same* pairs, as
    if they were two samples: at nominal 5 % it rejects a true null in 13 %.
    """
    counts = msgspec.structs.asdict(table)
    return tuple(
        UnpairedClaim(method=claim.__name__, p_value=found.p_value, why=found.reason)
        for claim in (unpaired_fisher_on_margins, exclusive_share_fisher_of_callback)
        for found in (claim(**counts),)
    )
