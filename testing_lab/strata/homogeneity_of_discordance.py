"""Is the split of the discordant pairs the same at every site?"""

from __future__ import annotations

import math
from collections.abc import Sequence

from scipy import special

from testing_lab.arguments import count, same_length
from testing_lab.faults import ImpossibleInput
from testing_lab.result import Result
from testing_lab.strata.exact_homogeneity import exact_homogeneity


class HomogeneityOfDiscordance(Result, frozen=True, kw_only=True):
    """Chi-square on ``df`` degrees of freedom, the exact p-value, and the odds of all sites together."""

    chi2: float | None
    df: int
    p_value: float
    fisher_exact_p: float | None
    pooled_conditional_or: float | None


def homogeneity_of_discordance(
    *, only_majority: Sequence[int], only_minority: Sequence[int]
) -> HomogeneityOfDiscordance:
    r"""Tests that the odds "only the majority" to "only the minority" are equal at all sites.

    Parameters
    ----------
    only_majority, only_minority : sequences of int
        Discordant pairs of each site, from 0 up, the same sites in the same order. Sites with none are left out.

    Returns
    -------
    HomogeneityOfDiscordance
        With fewer than two sites (``fewer_than_two_sites``) or when all pairs of all sites favour the same side
        (``one_sided_discordance``), ``chi2`` is ``None`` and p = 1. ``fisher_exact_p`` is ``None``
        (``too_many_tables``) when not even half of the sites can be enumerated in memory.

    Raises
    ------
    ImpossibleInput
        Counts that cannot be, or lists that are not equally long.

    Notes
    -----
    Pearson's chi-square and Fisher's exact test of the K × 2 table, the latter over all tables that are not more
    probable than the observed one up to a relative 1e-7 (:mod:`testing_lab.strata.exact_homogeneity`); the pooled
    conditional odds ratio is :math:`\sum b / \sum c`, the maximum-likelihood estimate when the sites are equal.
    Agrees with R ``chisq.test(correct=FALSE)`` and ``fisher.test`` (which needs ``workspace`` for such tables).

    References
    ----------
    Freeman & Halton (1951), Biometrika 38:141-149; Mehta & Patel (1983), Journal of the American Statistical
    Association 78:427-434.

    Examples
    --------
    Six cities of the ILO test in France (Cediey & Foroni 2007):

    >>> majority, minority = [116, 102, 45, 85, 88, 53], [33, 30, 10, 26, 22, 26]
    >>> found = homogeneity_of_discordance(only_majority=majority, only_minority=minority)
    >>> round(found.chi2, 6), round(found.p_value, 6), round(found.fisher_exact_p, 6)
    (5.715634, 0.334879, 0.369262)
    """
    if same_length(only_majority=only_majority, only_minority=only_minority) == 0:
        raise ImpossibleInput("only_majority, only_minority", "there is no site at all")
    first = [count(f"only_majority[{place}]", value) for place, value in enumerate(only_majority)]
    second = [count(f"only_minority[{place}]", value) for place, value in enumerate(only_minority)]
    sites = [(a, b) for a, b in zip(first, second, strict=True) if a + b]
    favoured, others = sum(first), sum(second)
    undefined = {}
    pooled = None
    if not sites:
        undefined["pooled_conditional_or"] = "no_discordant_pairs"
    else:
        pooled = favoured / others if others else math.inf
    chi2, df = None, max(0, len(sites) - 1)
    if df == 0 or favoured == 0 or others == 0:
        undefined["chi2"] = "fewer_than_two_sites" if df == 0 else "one_sided_discordance"
    else:
        chi2 = sum((a * others - b * favoured) ** 2 / (a + b) for a, b in sites) / (favoured * others)
    exact = exact_homogeneity(first=first, second=second)
    if exact is None:
        undefined["fisher_exact_p"] = "too_many_tables"
    return HomogeneityOfDiscordance(
        chi2=chi2,
        df=df,
        p_value=1.0 if chi2 is None else float(special.chdtrc(df, chi2)),
        fisher_exact_p=exact,
        pooled_conditional_or=pooled,
        undefined=undefined,
    )
