"""Did all pairs of testers find the same net discrimination? The check that the ILO prescribes."""

from __future__ import annotations

from collections.abc import Sequence

from scipy import special

from testing_lab.arguments import count, same_length
from testing_lab.faults import ImpossibleInput
from testing_lab.result import Result


class HomogeneityOfTesters(Result, frozen=True, kw_only=True):
    """Chi-squared over pairs of testers; ``expected`` net cases of each pair in the order given."""

    statistic: float | None
    df: int | None
    p_value: float | None
    net_rate: float
    observed: tuple[int, ...]
    expected: tuple[float, ...]


def tester_homogeneity(
    *, favour_majority: Sequence[int], favour_minority: Sequence[int], usable: Sequence[int]
) -> HomogeneityOfTesters:
    r"""Compare the net cases of discrimination of each pair of testers with what the overall rate lets expect.

    Parameters
    ----------
    favour_majority, favour_minority : sequence of int
        Tests that favoured each side, by pair of testers, each from 0 up.
    usable : sequence of int
        Usable tests by pair of testers, each from 1 up.

    Returns
    -------
    HomogeneityOfTesters
        With one pair of testers (``one_tester_pair``), or when no more tests favour the majority than the minority
        (``no_net_discrimination``: nothing to expect), there is no statistic.

    Raises
    ------
    ImpossibleInput
        A count that cannot be, lists of unequal length, or more tests favouring a side than usable ones.

    Notes
    -----
    :math:`\chi^2 = \sum_i (o_i - n_i r)^2/(n_i r)` with :math:`o_i = b_i - c_i`, :math:`r = \sum o_i/\sum n_i`, and
    one degree of freedom fewer than pairs of testers (critical value at 5 %: 7.81 for four pairs). A net count varies
    by :math:`b_i + c_i`, not by :math:`b_i - c_i`, so that the test rejects too often; read it beside a test of equal
    discordance. No R function does this.

    References
    ----------
    Bovenkerk (1992), A manual for international comparative research on discrimination, ILO; as used by
    Cediey & Foroni (2007), ILO, whose Nantes testers have 7.02.

    Examples
    --------
    >>> answer = tester_homogeneity(favour_majority=[30, 26, 34], favour_minority=[10, 8, 6], usable=[50, 45, 55])
    >>> answer.df, answer.observed, round(answer.statistic, 4), round(answer.p_value, 4)
    (2, (20, 18, 28), 0.9421, 0.6243)
    """
    same_length(favour_majority=favour_majority, favour_minority=favour_minority, usable=usable)
    if not usable:
        raise ImpossibleInput("usable", "is empty")
    majority = _counts("favour_majority", favour_majority)
    minority = _counts("favour_minority", favour_minority)
    tests = _counts("usable", usable)
    for place, (b, c, n) in enumerate(zip(majority, minority, tests, strict=True)):
        if n == 0:
            raise ImpossibleInput(f"usable[{place}]", "is 0")
        if b + c > n:
            raise ImpossibleInput(f"usable[{place}]", "is below the tests that favour a side", usable=n, ended=b + c)
    observed = tuple(b - c for b, c in zip(majority, minority, strict=True))
    net, total = sum(observed), sum(tests)
    expected = tuple(n * net / total for n in tests)
    if len(tests) == 1 or net <= 0:
        why = dict.fromkeys(
            ("statistic", "df", "p_value"), "one_tester_pair" if len(tests) == 1 else "no_net_discrimination"
        )
        return HomogeneityOfTesters(
            statistic=None,
            df=None,
            p_value=None,
            net_rate=net / total,
            observed=observed,
            expected=expected,
            undefined=why,
        )
    statistic = sum((o - e) ** 2 / e for o, e in zip(observed, expected, strict=True))
    df = len(tests) - 1
    return HomogeneityOfTesters(
        statistic=statistic,
        df=df,
        p_value=float(special.chdtrc(df, statistic)),
        net_rate=net / total,
        observed=observed,
        expected=expected,
    )


def _counts(argument: str, values: Sequence[int]) -> list[int]:
    return [count(f"{argument}[{place}]", value) for place, value in enumerate(values)]
