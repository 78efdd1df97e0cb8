"""Planned looks: where is the boundary at each of them?"""

from __future__ import annotations

import math
from collections.abc import Sequence

from scipy import optimize, special

from testing_lab.arguments import numbers, open_share
from testing_lab.faults import ImpossibleInput
from testing_lab.result import Result
from testing_lab.stopping.crossing import Walk, crossings
from testing_lab.stopping.spending_functions import spending_function


class AlphaSpending(Result, frozen=True, kw_only=True):
    """At each look: the boundary for z, alpha spent up to there, and the boundary as a p-value.

    A look at which nothing to speak of (10⁻¹⁶) may be spent has no boundary: z is ``inf``, the p-value 0.
    """

    z: tuple[float, ...]
    cumulative_alpha: tuple[float, ...]
    nominal_p: tuple[float, ...]


class ClassicalBoundary(Result, frozen=True, kw_only=True):
    """At each look the boundary for z, from one constant."""

    z: tuple[float, ...]
    constant: float
    nominal_p: tuple[float, ...]


def alpha_spending(
    *, information: Sequence[float], alpha: float = 0.05, sided: int = 2, spending: str = "Lan-DeMets O'Brien-Fleming"
) -> AlphaSpending:
    r"""Group-sequential boundaries from a spending function.

    Parameters
    ----------
    information : sequence of float
        Information fraction at each look so far, above 0, rising, at most 1. For paired tests: discordant pairs seen,
        over discordant pairs planned (:func:`testing_lab.stopping.looks.look_of_discordant_pairs`); pairs sent are
        not the information.
    alpha : float
        Level of the whole, between 0 and 1.
    sided : int
        1 (reject above) or 2 (symmetric; each side spends alpha / 2).
    spending : str
        ``Lan-DeMets O'Brien-Fleming``, ``Lan-DeMets Pocock``, ``Hwang-Shih-DeCani gamma=…`` or ``Kim-DeMets rho=…``.

    Returns
    -------
    AlphaSpending
        Looks may be given as they come: earlier boundaries never change. What is not spent before 1 is not spent.

    Raises
    ------
    ImpossibleInput
        An argument outside its range, or an unknown spending function.

    Notes
    -----
    O'Brien-Fleming type :math:`2(1 - \Phi(z_{\alpha/2} / \sqrt t))`, Pocock type :math:`\alpha \ln(1 + (e - 1)t)`,
    Hwang-Shih-DeCani :math:`\alpha (1 - e^{-\gamma t})/(1 - e^{-\gamma})`, Kim-DeMets :math:`\alpha t^\rho`. The
    boundary at a look solves P(first crossing there) = what may be spent there. Agrees with R ``rpact``;
    ``ldbounds`` is coarser (4e-5).

    References
    ----------
    Lan & DeMets (1983), Biometrika 70:659. Hwang, Shih & DeCani (1990), Statistics in Medicine 9:1439. Kim & DeMets
    (1987), Biometrika 74:149.

    Examples
    --------
    >>> [round(one, 6) for one in alpha_spending(information=[0.2, 0.4, 0.6, 0.8, 1], alpha=0.025, sided=1).z]
    [4.876885, 3.357012, 2.68028, 2.289817, 2.031032]
    """
    times, level, sides = _design(information, alpha, sided)
    spent_by = spending_function(spending)
    walk, boundary, spent, before = Walk(information=times, sided=sides), [], [], 0.0
    for time in times:
        total = min(sides * spent_by(time, level / sides), level)
        z = walk.boundary(total - before)
        walk.past(z)
        boundary.append(z)
        spent.append(total)
        # What was too little to have a boundary may be spent later.
        before = before if math.isinf(z) else total
    return AlphaSpending(z=tuple(boundary), cumulative_alpha=tuple(spent), nominal_p=_nominal(boundary, sides))


def classical_obrien_fleming(*, information: Sequence[float], alpha: float = 0.05, sided: int = 2) -> ClassicalBoundary:
    r"""O'Brien and Fleming's boundaries: high first, near the usual value at the last look.

    Parameters
    ----------
    information, alpha, sided
        As for :func:`alpha_spending`; all looks must be planned before.

    Returns
    -------
    ClassicalBoundary
        ``constant`` is the boundary at the last look.

    Raises
    ------
    ImpossibleInput
        An argument outside its range.

    Notes
    -----
    :math:`z_k = C \sqrt{t_K / t_k}`, C such that the whole is crossed with probability alpha. Agrees with R ``rpact``.

    References
    ----------
    O'Brien & Fleming (1979), Biometrics 35:549.

    Examples
    --------
    >>> [round(one, 6) for one in classical_obrien_fleming(information=[0.5, 1], alpha=0.05, sided=2).z]
    [2.79651, 1.977431]
    """
    times, level, sides = _design(information, alpha, sided)
    return _classical(times, level, sides, [math.sqrt(times[-1] / time) for time in times])


def classical_pocock(*, information: Sequence[float], alpha: float = 0.05, sided: int = 2) -> ClassicalBoundary:
    r"""Pocock's boundaries: the same at every look.

    Parameters
    ----------
    information, alpha, sided
        As for :func:`alpha_spending`; all looks must be planned before.

    Returns
    -------
    ClassicalBoundary
        ``constant`` is the boundary at every look.

    Raises
    ------
    ImpossibleInput
        An argument outside its range.

    Notes
    -----
    C such that the whole is crossed with probability alpha. Agrees with R ``rpact``.

    References
    ----------
    Pocock (1977), Biometrika 64:191.

    Examples
    --------
    >>> round(classical_pocock(information=[0.2, 0.4, 0.6, 0.8, 1], alpha=0.025, sided=1).constant, 6)
    2.41318
    """
    times, level, sides = _design(information, alpha, sided)
    return _classical(times, level, sides, [1.0] * len(times))


def _classical(times: tuple[float, ...], alpha: float, sided: int, shape: Sequence[float]) -> ClassicalBoundary:
    def excess(constant: float) -> float:
        return sum(crossings(information=times, boundary=[constant * one for one in shape], sided=sided)) - alpha

    # One look needs the least; every look at its own alpha / K is enough for all (Bonferroni).
    low = float(-special.ndtri(alpha / sided))
    high = max(float(-special.ndtri(alpha / sided / len(times))), 0.0) + 1e-9
    constant = low if len(times) == 1 else float(optimize.brentq(excess, low, high, xtol=1e-12, rtol=8.9e-16))
    boundary = [constant * one for one in shape]
    return ClassicalBoundary(z=tuple(boundary), constant=constant, nominal_p=_nominal(boundary, sided))


def _design(information: Sequence[float], alpha: float, sided: int) -> tuple[tuple[float, ...], float, int]:
    if not 1e-9 <= open_share("alpha", alpha) <= 0.999:
        raise ImpossibleInput("alpha", "must lie from 1e-9 to 0.999", value=alpha)
    times = tuple(float(one) for one in numbers("information", information))
    for place, time in enumerate(times):
        if not (times[place - 1] if place else 0.0) < time <= 1:
            raise ImpossibleInput(
                f"information[{place}]", "must be above 0 and the one before, and at most 1", value=time
            )
    if sided not in (1, 2):
        raise ImpossibleInput("sided", "must be 1 or 2", value=sided)
    return times, open_share("alpha", alpha), int(sided)


def _nominal(boundary: Sequence[float], sided: int) -> tuple[float, ...]:
    return tuple(min(1.0, sided * float(special.ndtr(-z))) for z in boundary)
