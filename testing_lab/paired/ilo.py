"""How much discrimination is there, stage by stage? The net rates of the International Labour Organization.

A test goes through stages (first contact, invitation, offer). At each stage some tests end with one applicant
favoured. The ILO divides the gap of every stage by the same number, the usable tests, and adds the stages up.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec

from testing_lab.arguments import count
from testing_lab.faults import ImpossibleInput
from testing_lab.result import Result


class Stage(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Tests that ended at this stage with one of the two favoured."""

    stage: str
    favour_majority: int
    favour_minority: int


class UsableTests(Result, frozen=True, kw_only=True):
    """The ILO's denominator."""

    usable_tests: int


class CumulativeNetDiscrimination(Result, frozen=True, kw_only=True):
    """Rates of usable tests, by stage in the order given and in all; shares of usable tests, 0 to 1."""

    stage_rates: tuple[float, ...] | None
    cumulative_net_discrimination_rate: float | None
    total_favour_majority: int
    total_favour_minority: int
    share_majority: float | None
    share_minority: float | None
    share_equal: float | None


class NetRateFinal(Result, frozen=True, kw_only=True):
    """The net rate of usable tests, -1 to 1; tests for the majority to one for the minority; McNemar's statistic."""

    usable: int
    net_rate: float | None
    ratio: float | None
    mcnemar_chi2: float | None


def ilo_usable_tests(*, valid_tests: int, both_refused_at_first_stage: int, not_pursued: int = 0) -> UsableTests:
    r"""How many tests the ILO divides by.

    Parameters
    ----------
    valid_tests : int
        Tests carried out without a mistake, from 0 up.
    both_refused_at_first_stage : int
        Both applicants were turned down at the first contact: nothing was learnt. From 0 up.
    not_pursued : int
        Both went on and the team stopped there. From 0 up.

    Returns
    -------
    UsableTests
        Tests. Those in which both were refused at the last stage count.

    Raises
    ------
    ImpossibleInput
        A count that cannot be, or more left out than there were.

    References
    ----------
    Bovenkerk (1992), A manual for international comparative research on discrimination, ILO;
    Cediey & Foroni (2007), ILO, page 49.

    Examples
    --------
    Moroccan men in the Netherlands, 1994: 257 vacancies, of which 92 gave no usable test at the first stage.

    >>> ilo_usable_tests(valid_tests=257, both_refused_at_first_stage=92).usable_tests
    165
    """
    valid = count("valid_tests", valid_tests)
    refused = count("both_refused_at_first_stage", both_refused_at_first_stage)
    left_out = refused + count("not_pursued", not_pursued)
    if left_out > valid:
        raise ImpossibleInput("valid_tests", "is below the tests left out", valid_tests=valid, left_out=left_out)
    return UsableTests(usable_tests=valid - left_out)


def cumulative_net_discrimination(*, usable_tests: int, stages: Sequence[Stage]) -> CumulativeNetDiscrimination:
    r"""Net discrimination by stage, and added up.

    Parameters
    ----------
    usable_tests : int
        The denominator of every stage, from 0 up (:func:`ilo_usable_tests`).
    stages : sequence of Stage
        At least one, in their order; each test ends at one stage at most.

    Returns
    -------
    CumulativeNetDiscrimination
        Without usable tests the rates are ``None``.

    Raises
    ------
    ImpossibleInput
        A count that cannot be, no stage, or more tests ended than were usable.

    Notes
    -----
    :math:`\sum_s (\text{majority}_s - \text{minority}_s)/\text{usable}`, not :math:`(b - c)/N`. A published stage
    percentage is often a difference of rounded percentages, and off by 0.1.

    References
    ----------
    Bovenkerk (1992), ILO; Cediey & Foroni (2007), ILO, pages 49, 56 and 68-70.

    Examples
    --------
    France, 2006, figure 2: 33.1 + 10.6 + 7.2 + 0.1 = 51.0 %.

    >>> answer = cumulative_net_discrimination(
    ...     usable_tests=1100,
    ...     stages=[
    ...         Stage(stage="first contact", favour_majority=507, favour_minority=143),
    ...         Stage(stage="put on hold", favour_majority=167, favour_minority=51),
    ...         Stage(stage="interview at once", favour_majority=93, favour_minority=13),
    ...         Stage(stage="interview after hold", favour_majority=3, favour_minority=2),
    ...     ],
    ... )
    >>> [round(100 * rate, 1) for rate in answer.stage_rates], answer.cumulative_net_discrimination_rate
    ([33.1, 10.5, 7.3, 0.1], 0.51)
    """
    usable = count("usable_tests", usable_tests)
    if not stages:
        raise ImpossibleInput("stages", "is empty")
    majority = [count(f"stages[{place}].favour_majority", one.favour_majority) for place, one in enumerate(stages)]
    minority = [count(f"stages[{place}].favour_minority", one.favour_minority) for place, one in enumerate(stages)]
    for_majority, for_minority = sum(majority), sum(minority)
    equal = usable - for_majority - for_minority
    if equal < 0:
        ended = for_majority + for_minority
        raise ImpossibleInput("usable_tests", "is below the tests that ended", usable_tests=usable, ended=ended)
    rates = ("stage_rates", "cumulative_net_discrimination_rate", "share_majority", "share_minority", "share_equal")
    return CumulativeNetDiscrimination(
        stage_rates=tuple((a - b) / usable for a, b in zip(majority, minority, strict=True)) if usable else None,
        cumulative_net_discrimination_rate=_share(for_majority - for_minority, usable),
        total_favour_majority=for_majority,
        total_favour_minority=for_minority,
        share_majority=_share(for_majority, usable),
        share_minority=_share(for_minority, usable),
        share_equal=_share(equal, usable),
        undefined={} if usable else dict.fromkeys(rates, "no_usable_tests"),
    )


def net_rate_final(
    *, favour_majority: int, favour_minority: int, both_accepted: int, both_refused_last_stage: int
) -> NetRateFinal:
    r"""The ILO's net rate from how each usable test ended.

    Parameters
    ----------
    favour_majority, favour_minority, both_accepted, both_refused_last_stage : int
        Usable tests by their end, each from 0 up. Tests in which both were refused at the first stage are no part.

    Returns
    -------
    NetRateFinal
        Without usable tests there is no rate; without tests that favour one there is no ratio and no statistic.

    Raises
    ------
    ImpossibleInput
        A count that cannot be.

    Notes
    -----
    :math:`(b - c)/\text{usable}`; ratio :math:`b/c`; :math:`\chi^2 = (b - c)^2/(b + c)` with 1 degree of freedom.

    References
    ----------
    Cediey & Foroni (2007), ILO, tables 16 and 17.

    Examples
    --------
    Lille, men with names from the Maghreb: 48.8 %.

    >>> answer = net_rate_final(favour_majority=116, favour_minority=33, both_accepted=6, both_refused_last_stage=15)
    >>> answer.usable, round(answer.net_rate, 3)
    (170, 0.488)
    """
    b, c = count("favour_majority", favour_majority), count("favour_minority", favour_minority)
    usable = b + c + count("both_accepted", both_accepted) + count("both_refused_last_stage", both_refused_last_stage)
    why = {} if usable else {"net_rate": "no_usable_tests"}
    if b + c == 0:
        why |= dict.fromkeys(("ratio", "mcnemar_chi2"), "no_discordant_pairs")
        return NetRateFinal(usable=usable, net_rate=_share(b - c, usable), ratio=None, mcnemar_chi2=None, undefined=why)
    return NetRateFinal(
        usable=usable,
        net_rate=(b - c) / usable,
        ratio=b / c if c else math.inf,
        mcnemar_chi2=(b - c) ** 2 / (b + c),
    )


def _share(above: int, below: int) -> float | None:
    return above / below if below else None
