"""Do sectors or sites differ in the split of their discordant pairs?"""

from __future__ import annotations

from collections.abc import Sequence

from testing_lab.paired.counts import PairedCounts
from testing_lab.result import Result
from testing_lab.strata.homogeneity_of_discordance import HomogeneityOfDiscordance, homogeneity_of_discordance
from testing_lab.study.rows import Pair, counts_of


class StudyStrata(Result, frozen=True, kw_only=True):
    """The table of each stratum, and one test that they all split alike; never a test per stratum.

    ``homogeneity`` is None where fewer than two strata have discordant pairs.
    """

    tables: dict[str, PairedCounts]
    homogeneity: HomogeneityOfDiscordance | None


def study_strata(pairs: Sequence[Pair]) -> StudyStrata | None:
    """The strata of the usable pairs, or None where none was recorded. Pairs without a stratum stand under ""."""
    names = sorted({pair.stratum or "" for pair in pairs if pair.usable})
    if names in ([], [""]):
        return None
    tables = {name: counts_of(pair for pair in pairs if (pair.stratum or "") == name) for name in names}
    split = [table for table in tables.values() if table.discordant]
    if len(split) < 2:
        return StudyStrata(
            tables=tables, homogeneity=None, undefined={"homogeneity": "fewer_than_two_strata_discordant"}
        )
    homogeneity = homogeneity_of_discordance(
        only_majority=[table.only_majority for table in split], only_minority=[table.only_minority for table in split]
    )
    return StudyStrata(tables=tables, homogeneity=homogeneity)
