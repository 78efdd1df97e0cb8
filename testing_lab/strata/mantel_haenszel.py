"""Unpaired groups in several strata: one odds ratio, one ratio of shares, and whether the strata agree."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import msgspec
from scipy import special

from testing_lab.distributions import exponential, two_sided_z
from testing_lab.result import Result
from testing_lab.strata.conditional_odds import conditional_odds
from testing_lab.strata.strata_counts import Stratum, strata_of


class MantelHaenszel(Result, frozen=True, kw_only=True):
    """Mantel–Haenszel odds ratio and ratio of shares, tests of equal chances, exact answers, tests of homogeneity."""

    or_mh: float | None
    or_lower_rbg: float | None = msgspec.field(name="or_lower_RBG")
    or_upper_rbg: float | None = msgspec.field(name="or_upper_RBG")
    cmh_chi2: float | None
    cmh_p: float
    cmh_chi2_cc: float | None
    cmh_p_cc: float
    exact_conditional_p: float | None
    exact_conditional_or: float | None
    exact_lower: float | None
    exact_upper: float | None
    rr_mh: float | None
    rr_mh_lower: float | None
    rr_mh_upper: float | None
    breslow_day: float | None
    breslow_day_p: float | None
    breslow_day_tarone: float | None
    breslow_day_tarone_p: float | None
    breslow_day_df: int


def mantel_haenszel(*, tables: Mapping[str, Sequence[int]], confidence: float = 0.95) -> MantelHaenszel:
    r"""Mantel–Haenszel analysis of unpaired callbacks in strata.

    Parameters
    ----------
    tables : mapping
        Of each stratum by name four counts from 0 up: majority yes, majority no, minority yes, minority no.
    confidence : float
        Two-sided, between 0 and 1.

    Returns
    -------
    MantelHaenszel
        Ratios from 0 to infinity, above 1 when the majority is favoured. ``None`` with a reason: ``no_variation`` (no
        stratum has two groups and both answers), ``ratio_at_the_edge`` (a ratio of 0 or infinity has no standard error
        and no expected tables), ``fewer_than_two_strata``, ``too_many_tables`` (for the exact answers).

    Raises
    ------
    ImpossibleInput
        Tables or a confidence that cannot be.

    Notes
    -----
    With a, b, c, d the four counts and n their sum: :math:`OR = \sum ad/n / \sum bc/n` with the log interval of Robins,
    Breslow and Greenland; :math:`RR = \sum a(c+d)/n / \sum c(a+b)/n` with that of Greenland and Robins. The
    Cochran–Mantel–Haenszel test is Birch's, with hypergeometric variances; its correction takes min(1/2, gap) off the
    gap (R takes nothing off below 1/2, which matters only where p is near 1). The exact test sums the probabilities,
    given all margins, that are not larger than the observed one; the exact interval inverts two one-sided tests. R's
    exact odds ratio and interval carry the tolerance of ``uniroot`` (1e-5 or so); ours agree with exact fractions.
    Breslow–Day without and with Tarone's correction, on the number of informative strata minus 1 degrees of freedom.
    Agrees with R ``mantelhaen.test`` (also ``exact=TRUE``), ``epiR::epi.2by2`` and statsmodels ``StratifiedTable``.

    References
    ----------
    Mantel & Haenszel (1959), Journal of the National Cancer Institute 22:719-748; Robins, Breslow & Greenland (1986),
    Biometrics 42:311-323; Greenland & Robins (1985), Biometrics 41:55-68; Breslow & Day (1980), Statistical Methods in
    Cancer Research I, section 4.4; Tarone (1985), Biometrika 72:91-95.

    Examples
    --------
    Bertrand & Mullainathan (2004), city by sex:

    >>> found = mantel_haenszel(
    ...     tables={
    ...         "b.f": [95, 586, 66, 638],
    ...         "c.f": [89, 1090, 59, 1123],
    ...         "b.m": [31, 371, 18, 361],
    ...         "c.m": [20, 153, 14, 156],
    ...     }
    ... )
    >>> round(found.or_mh, 6), round(found.or_lower_rbg, 6), round(found.or_upper_rbg, 6)
    (1.565485, 1.267358, 1.933742)
    """
    z = two_sided_z(confidence)
    strata = [one for one in strata_of(tables) if one.total]
    undefined: dict[str, str] = {}
    odds, lower, upper = _odds_ratio(strata, z, undefined)
    share_ratio, share_lower, share_upper = _share_ratio(strata, z, undefined)
    chi2, corrected = _cmh(strata, undefined)
    day, tarone, df = _breslow_day(strata, odds, undefined)
    near = 1.0 if odds is None or odds in (0, math.inf) else odds
    exact = conditional_odds(strata, confidence=confidence, near=near)
    if exact is None:
        exact_fields = ("exact_conditional_p", "exact_conditional_or", "exact_lower", "exact_upper")
        undefined |= dict.fromkeys(exact_fields, "too_many_tables")
    elif exact.estimate is None:
        undefined["exact_conditional_or"] = "no_variation"
    return MantelHaenszel(
        or_mh=odds,
        or_lower_rbg=lower,
        or_upper_rbg=upper,
        cmh_chi2=chi2,
        cmh_p=_p_value(chi2),
        cmh_chi2_cc=corrected,
        cmh_p_cc=_p_value(corrected),
        exact_conditional_p=None if exact is None else exact.p_value,
        exact_conditional_or=None if exact is None else exact.estimate,
        exact_lower=None if exact is None else exact.lower,
        exact_upper=None if exact is None else exact.upper,
        rr_mh=share_ratio,
        rr_mh_lower=share_lower,
        rr_mh_upper=share_upper,
        breslow_day=day,
        breslow_day_p=None if day is None else float(special.chdtrc(df, day)),
        breslow_day_tarone=tarone,
        breslow_day_tarone_p=None if tarone is None else float(special.chdtrc(df, tarone)),
        breslow_day_df=df,
        undefined=undefined,
    )


_Bounds = tuple[float | None, float | None, float | None]


def _odds_ratio(strata: Sequence[Stratum], z: float, undefined: dict[str, str]) -> _Bounds:
    for_majority = [one.majority_yes * one.minority_no / one.total for one in strata]
    for_minority = [one.majority_no * one.minority_yes / one.total for one in strata]
    r, s = sum(for_majority), sum(for_minority)
    if r == 0 or s == 0:
        return _edge(r, s, "or_mh", ("or_lower_RBG", "or_upper_RBG"), undefined)
    variance = 0.0
    for one, r_k, s_k in zip(strata, for_majority, for_minority, strict=True):
        p = (one.majority_yes + one.minority_no) / one.total
        q = (one.majority_no + one.minority_yes) / one.total
        variance += p * r_k / (2 * r * r) + (p * s_k + q * r_k) / (2 * r * s) + q * s_k / (2 * s * s)
    half = z * math.sqrt(variance)
    return r / s, r / s * math.exp(-half), r / s * exponential(half)


def _share_ratio(strata: Sequence[Stratum], z: float, undefined: dict[str, str]) -> _Bounds:
    r = sum(one.majority_yes * one.minority / one.total for one in strata)
    s = sum(one.minority_yes * one.majority / one.total for one in strata)
    if r == 0 or s == 0:
        return _edge(r, s, "rr_mh", ("rr_mh_lower", "rr_mh_upper"), undefined)
    spread = sum(
        (one.majority * one.minority * one.yes - one.majority_yes * one.minority_yes * one.total)
        / (one.total * one.total)
        for one in strata
    )
    half = z * math.sqrt(spread / (r * s))
    return r / s, r / s * math.exp(-half), r / s * exponential(half)


def _edge(r: float, s: float, field: str, bounds: tuple[str, str], undefined: dict[str, str]) -> _Bounds:
    if r == 0 and s == 0:
        undefined |= dict.fromkeys((field, *bounds), "no_variation")
        return None, None, None
    undefined |= dict.fromkeys(bounds, "ratio_at_the_edge")
    return (math.inf if s == 0 else 0.0), None, None


def _cmh(strata: Sequence[Stratum], undefined: dict[str, str]) -> tuple[float | None, float | None]:
    gap = math.fsum(
        (one.majority_yes * one.total - one.majority * one.yes) / one.total for one in strata
    )  # whole numbers before each division: no digits are lost
    variance = sum(
        one.majority * one.minority * one.yes * one.no / (one.total * one.total * (one.total - 1))
        for one in strata
        if one.total > 1
    )
    if variance == 0:
        undefined |= dict.fromkeys(("cmh_chi2", "cmh_chi2_cc"), "no_variation")
        return None, None
    return gap * gap / variance, max(0.0, abs(gap) - 0.5) ** 2 / variance


def _p_value(statistic: float | None) -> float:
    return 1.0 if statistic is None else math.erfc(math.sqrt(statistic / 2))


def _breslow_day(
    strata: Sequence[Stratum], odds: float | None, undefined: dict[str, str]
) -> tuple[float | None, float | None, int]:
    informative = [one for one in strata if one.majority and one.minority and one.yes and one.no]
    df = max(0, len(informative) - 1)
    reason = ""
    if not informative:
        reason = "no_variation"
    elif df == 0:
        reason = "fewer_than_two_strata"
    elif odds is None or odds in (0, math.inf):
        reason = "ratio_at_the_edge"
    if reason or odds is None:
        fields = ("breslow_day", "breslow_day_p", "breslow_day_tarone", "breslow_day_tarone_p")
        undefined |= dict.fromkeys(fields, reason)
        return None, None, df
    statistic = gaps = variances = 0.0
    for one in informative:
        expected = _expected(one, odds)
        cells = (
            expected,
            one.majority - expected,
            one.yes - expected,
            one.minority - one.yes + expected,
        )
        variance = 1 / sum(1 / cell for cell in cells)
        gap = one.majority_yes - expected
        statistic += gap * gap / variance
        gaps += gap
        variances += variance
    return statistic, max(0.0, statistic - gaps * gaps / variances), df


def _expected(one: Stratum, odds: float) -> float:
    """The majority's callbacks that give this odds ratio with the same margins (Breslow & Day, equation 4.30)."""
    # (ψ - 1) A² - (ψ (m + n1) + n0 - m) A + ψ m n1 = 0: the root between the bounds, written without cancellation.
    middle = odds * (one.yes + one.majority) + one.minority - one.yes
    inside = middle * middle - 4 * (odds - 1) * odds * one.yes * one.majority
    root = 2 * odds * one.yes * one.majority / (middle + math.sqrt(max(0.0, inside)))
    tiny = 1e-300
    return min(max(root, max(0, one.yes - one.minority) + tiny), min(one.yes, one.majority) - tiny)
