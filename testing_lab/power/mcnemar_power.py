"""How likely is a paired study to find a difference, and how many pairs does it need?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from testing_lab.arguments import count, open_share
from testing_lab.faults import ImpossibleInput
from testing_lab.power.discordance import discordance, power, two_sided_power
from testing_lab.power.formulas import McNemarFormulas, approx_power, mcnemar_formulas
from testing_lab.power.smallest import NONE_FOUND, SmallestPairs, smallest_pairs
from testing_lab.result import Result

if TYPE_CHECKING:
    from testing_lab.power.critical import TestName

_SEARCHED: Final[tuple[TestName, ...]] = ("exact", "midp", "asymptotic")


class McNemarPower(Result, frozen=True, kw_only=True):
    """Powers, 0 to 1, at the given number of pairs, and the pairs needed for the target power.

    ``power_exact`` and the like: the probability that the two-sided test rejects, in whichever direction.
    ``power_exact_right_direction``: that the exact test rejects and points the way the true difference does.
    ``approx_power``: Connor's normal approximation.
    """

    formulas: McNemarFormulas
    approx_power: float
    power_exact: float
    power_midp: float
    power_asymptotic: float
    power_cc: float
    power_exact_right_direction: float | None
    min_n_exact: SmallestPairs
    min_n_midp: SmallestPairs
    min_n_asymptotic: SmallestPairs


def mcnemar_power(
    *,
    p_only_majority: float,
    p_only_minority: float,
    n_pairs: int,
    alpha_two_sided: float = 0.05,
    target_power: float = 0.8,
) -> McNemarPower:
    r"""Exact power of McNemar's tests, and the smallest number of pairs that gives the target power.

    Parameters
    ----------
    p_only_majority, p_only_minority : float
        Probability that in a pair only that applicant has a positive answer; each 0 to 1, together at most 1.
    n_pairs : int
        Pairs in the study, from 1 up.
    alpha_two_sided : float
        Level of the test, between 0 and 1.
    target_power : float
        Between alpha and 1.

    Returns
    -------
    McNemarPower
        Without a difference nothing is the right direction and no number is enough: ``None``, reason
        ``no_difference`` (``no_discordant_pairs`` where both probabilities are 0). A number of pairs that would mean
        hundreds of thousands of discordant ones is not searched: ``None``, reason ``beyond_the_search``.

    Raises
    ------
    ImpossibleInput
        A probability outside its range, no pair, or a target power not above alpha.

    Notes
    -----
    .. math:: \text{power} = \sum_{m=0}^{N} \mathrm{Bin}(m; N, p_{10} + p_{01}) P(\text{reject} \mid m)

    where given m the test rejects on a binomial tail of share :math:`p_{10} / (p_{10} + p_{01})`. A test rejects when
    its p-value is at most alpha. The search for the smallest number is exhaustive (:mod:`testing_lab.power.smallest`).
    Agrees with R ``exact2x2::powerPaired2x2(strict=TRUE)`` and, for Connor's formula, ``MESS::power_mcnemar_test``.

    References
    ----------
    Connor (1987), Biometrics 43:207. Lachin (1992), Statistics in Medicine 11:1239. Miettinen (1968), Biometrics
    24:339. Schlesselman (1982), Case-Control Studies, section 6.6. Suissa & Shuster (1991), Biometrics 47:361.

    Examples
    --------
    A city tests 288 vacancies; only the majority applicant is invited in 12 %, only the minority applicant in 5 %:

    >>> answer = mcnemar_power(p_only_majority=0.12, p_only_minority=0.05, n_pairs=288)
    >>> round(answer.power_midp, 3), answer.min_n_midp.first_crossing, answer.min_n_exact.first_crossing
    (0.836, 263, 287)
    """
    chances = discordance(p_only_majority=p_only_majority, p_only_minority=p_only_minority)
    alpha, target = open_share("alpha_two_sided", alpha_two_sided), open_share("target_power", target_power)
    pairs = count("n_pairs", n_pairs)
    if pairs == 0:
        raise ImpossibleInput("n_pairs", "there is no pair at all")
    if target <= alpha:
        raise ImpossibleInput("target_power", "is not above alpha", value=target, alpha=alpha)
    formulas = mcnemar_formulas(chances, alpha=alpha, target=target)
    many, few = power("exact", pairs=pairs, chances=chances, alpha=alpha)
    undefined, right = {}, many if chances.difference > 0 else few
    needed = {f"min_n_{test}": NONE_FOUND for test in _SEARCHED}
    if chances.difference == 0:
        reason = "no_difference" if chances.discordant > 0 else "no_discordant_pairs"
        undefined = dict.fromkeys(["power_exact_right_direction", *needed], reason)
    else:
        expected = formulas.connor_1987_lachin_1992_unconditional
        for test in _SEARCHED:
            found = smallest_pairs(test, chances=chances, alpha=alpha, target=target, expected=expected)
            needed[f"min_n_{test}"] = found
            if found is NONE_FOUND:
                undefined[f"min_n_{test}"] = "beyond_the_search"
    return McNemarPower(
        formulas=formulas,
        approx_power=approx_power(chances, pairs=pairs, alpha=alpha),
        power_exact=min(1.0, many + few),
        power_midp=two_sided_power("midp", pairs=pairs, chances=chances, alpha=alpha),
        power_asymptotic=two_sided_power("asymptotic", pairs=pairs, chances=chances, alpha=alpha),
        power_cc=two_sided_power("cc", pairs=pairs, chances=chances, alpha=alpha),
        power_exact_right_direction=None if chances.difference == 0 else right,
        undefined=undefined,
        **needed,
    )
