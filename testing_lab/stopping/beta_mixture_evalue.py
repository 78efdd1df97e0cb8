"""May we stop now? An e-value for equal chances that allows a look after every pair."""

from __future__ import annotations

import math

from testing_lab.arguments import open_share
from testing_lab.distributions import exponential
from testing_lab.result import Result
from testing_lab.stopping.beta_mixture import log_mixture, log_share_above, prior_parameter, reaches
from testing_lab.stopping.e_process import e_process
from testing_lab.stopping.sequence import discordant_sequence


class BetaMixtureEValue(Result, frozen=True, kw_only=True):
    """Evidence against equal chances.

    ``b``, ``c``: pairs with only the majority, only the minority applicant positive. ``e_final``: after the last pair
    (``inf`` beyond what a float holds; ``log_e_final`` always holds). ``e_max``: the largest so far, at least the 1
    of the start. ``p_anytime``: 1 / e_max. ``first_n_e_ge_20`` and ``first_n_e_ge_bound``: after how many discordant
    pairs the e-value first reached 20, and 1/alpha; ``None`` when never. ``e_one_sided_uniform``: with a prior that is
    uniform on shares above 1/2, against "the majority applicant is not favoured".
    """

    b: int
    c: int
    e_final: float
    log_e_final: float
    e_max: float
    p_anytime: float
    first_n_e_ge_20: int | None
    first_n_e_ge_bound: int | None
    e_path_first10: tuple[float, ...]
    e_one_sided_uniform: float


class OneSidedBetaMixtureEValue(Result, frozen=True, kw_only=True):
    """Evidence that the majority applicant is favoured; fields as in :class:`BetaMixtureEValue`."""

    b: int
    c: int
    e_final: float
    log_e_final: float
    e_max: float
    p_anytime: float
    first_n_e_ge_bound: int | None


def beta_mixture_evalue_mcnemar(
    *, sequence: str, prior_a: float = 0.5, prior_b: float = 0.5, alpha: float = 0.05
) -> BetaMixtureEValue:
    r"""Anytime-valid test of equal chances within pairs, by betting with a Beta mixture.

    Parameters
    ----------
    sequence : str
        Discordant pairs in their order: ``1`` only majority positive, ``0`` only minority positive. Any length.
    prior_a, prior_b : float
        Beta prior of the share of ``1``, each above 0. Choose them before the first pair.
    alpha : float
        Level between 0 and 1, for ``first_n_e_ge_bound``.

    Returns
    -------
    BetaMixtureEValue
        With the reason ``never_reached`` where a bound was not reached. No pair: e = 1.

    Raises
    ------
    ImpossibleInput
        Another sign than 0 and 1, a prior parameter not above 0, an alpha outside its range.

    Notes
    -----
    .. math:: E_n = 2^n B(a + b, b_0 + c) / B(a, b_0)

    Under equal chances E is a martingale with mean 1: it ever reaches 1/alpha with probability at most alpha
    (Ville), however often one looks and for whatever reason one stops. A mid-p test after every pair up to 200 rejects
    a true null in 37 % (:func:`testing_lab.stopping.peeking.peeking_mcnemar`). No R package for audits offers this;
    ``safestats`` has relatives.

    References
    ----------
    Ville (1939). Robbins (1970), Annals of Mathematical Statistics 41:1397. Ramdas, Grünwald, Vovk & Shafer (2023),
    Statistical Science 38:576.

    Examples
    --------
    >>> answer = beta_mixture_evalue_mcnemar(sequence="1111111", prior_a=1, prior_b=1)
    >>> round(answer.e_final, 9), round(answer.p_anytime, 9), round(answer.e_one_sided_uniform, 9)
    (16.0, 0.0625, 31.875)
    """
    state = e_process(prior_a=prior_a, prior_b=prior_b)
    start, alphas = state, (1 / 20, open_share("alpha", alpha))
    first: list[int | None] = [None, None]
    path: list[float] = []
    for favoured in discordant_sequence("sequence", sequence):
        state = state.after(only_majority_positive=favoured)
        if len(path) < 10:
            path.append(state.e)
        for place, level in enumerate(alphas):
            if first[place] is None and reaches(state.log_e, level):
                first[place] = state.discordant
    log_final = log_mixture(
        only_majority=state.only_majority,
        only_minority=state.only_minority,
        prior_a=start.prior_a,
        prior_b=start.prior_b,
        share=0.5,
    )
    names = ("first_n_e_ge_20", "first_n_e_ge_bound")
    return BetaMixtureEValue(
        b=state.only_majority,
        c=state.only_minority,
        e_final=exponential(log_final),
        log_e_final=log_final,
        e_max=exponential(state.log_e_max),
        p_anytime=state.p_anytime,
        first_n_e_ge_20=first[0],
        first_n_e_ge_bound=first[1],
        e_path_first10=tuple(path),
        e_one_sided_uniform=exponential(_log_one_sided(state.only_majority, state.only_minority, 1.0, 1.0)),
        undefined={name: "never_reached" for name, one in zip(names, first, strict=True) if one is None},
    )


def one_sided_beta_mixture_evalue_mcnemar(
    *, sequence: str, prior_a: float = 0.5, prior_b: float = 0.5, alpha: float = 0.05
) -> OneSidedBetaMixtureEValue:
    r"""Anytime-valid evidence that the majority applicant is favoured: the prior is cut off at a share of 1/2.

    Parameters
    ----------
    sequence, prior_a, prior_b, alpha
        As for :func:`beta_mixture_evalue_mcnemar`.

    Returns
    -------
    OneSidedBetaMixtureEValue
        ``first_n_e_ge_bound`` is ``None`` with the reason ``never_reached`` when never.

    Raises
    ------
    ImpossibleInput
        As for :func:`beta_mixture_evalue_mcnemar`.

    Notes
    -----
    .. math:: E_n = 2^n \frac{B(a + b, b_0 + c)}{B(a, b_0)}
       \frac{P(\mathrm{Beta}(a + b, b_0 + c) > 1/2)}{P(\mathrm{Beta}(a, b_0) > 1/2)}

    Holds for every share up to 1/2, not only for equal chances: each single bet on a share above 1/2 loses on average
    there. Against the majority: write the sequence the other way round.

    References
    ----------
    Ramdas, Grünwald, Vovk & Shafer (2023), Statistical Science 38:576, section 3.

    Examples
    --------
    >>> round(one_sided_beta_mixture_evalue_mcnemar(sequence="1111111", prior_a=1, prior_b=1).e_final, 9)
    31.875
    """
    a, b0 = prior_parameter("prior_a", prior_a), prior_parameter("prior_b", prior_b)
    level = open_share("alpha", alpha)
    b = c = 0
    log_e = log_max = 0.0
    first = None
    for favoured in discordant_sequence("sequence", sequence):
        b, c = b + favoured, c + (not favoured)
        log_e = _log_one_sided(b, c, a, b0)
        log_max = max(log_max, log_e)
        if first is None and reaches(log_e, level):
            first = b + c
    return OneSidedBetaMixtureEValue(
        b=b,
        c=c,
        e_final=exponential(log_e),
        log_e_final=log_e,
        e_max=exponential(log_max),
        p_anytime=math.exp(-log_max),
        first_n_e_ge_bound=first,
        undefined={} if first is not None else {"first_n_e_ge_bound": "never_reached"},
    )


def _log_one_sided(b: int, c: int, prior_a: float, prior_b: float) -> float:
    both = log_mixture(only_majority=b, only_minority=c, prior_a=prior_a, prior_b=prior_b, share=0.5)
    above = log_share_above(x=prior_a + b, y=prior_b + c, share=0.5)
    return both + above - log_share_above(x=prior_a, y=prior_b, share=0.5)
