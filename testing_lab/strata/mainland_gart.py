"""Does it matter who applies first? Order and treatment in pairs whose order of sending was drawn by lot."""

from __future__ import annotations

import math

import msgspec

from testing_lab.arguments import count
from testing_lab.hypergeometric import tails
from testing_lab.result import Result


class OrderTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Discordant pairs by who applied first (1 is the majority applicant) and who alone had a positive answer."""

    first1_only1: int
    first1_only2: int
    first2_only1: int
    first2_only2: int


class MainlandGart(Result, frozen=True, kw_only=True):
    """Two-sided p-values, and the odds for applicant 1 and for the first applicant, each free of the other effect."""

    treatment_p: float
    order_p: float
    treatment_or: float | None
    order_or: float | None


def mainland_gart(*, table: OrderTable) -> MainlandGart:
    r"""Tests of a treatment effect and of an order effect in pairs.

    Parameters
    ----------
    table : OrderTable
        Discordant pairs, each count from 0 up.

    Returns
    -------
    MainlandGart
        P-values from 0 to 1; odds ratios from 0 to infinity, or ``None`` (``no_discordant_pairs`` or
        ``one_sided_discordance``).

    Raises
    ------
    ImpossibleInput
        A count that cannot be.

    Notes
    -----
    Order: Fisher's exact test of who applied first against who was favoured. Treatment:
    Fisher's exact test of who applied first against whether the first or the second was favoured. In Gart's model
    the log odds that applicant 1 is favoured are treatment plus order (when 1 was first) or treatment minus order, so
    that with x the odds when 1 was first and y when 2 was, treatment is :math:`\sqrt{xy}` and order
    :math:`\sqrt{x/y}`. Agrees with R ``fisher.test`` on the two tables.

    References
    ----------
    Mainland (1963), Elementary Medical Statistics, chapter 11; Gart (1969), Biometrika 56:75-80.

    Examples
    --------
    Man and woman with French names in Petit et al. (2013), data set inter1 of R ``callback``:

    >>> found = mainland_gart(table=OrderTable(first1_only1=16, first1_only2=5, first2_only1=18, first2_only2=17))
    >>> round(found.treatment_p, 8), round(found.order_p, 8)
    (0.0531884, 0.09198636)
    """
    a, b = count("table.first1_only1", table.first1_only1), count("table.first1_only2", table.first1_only2)
    c, d = count("table.first2_only1", table.first2_only1), count("table.first2_only2", table.first2_only2)
    treatment_or, why_treatment = _root_of_odds(a, b, c, d)
    order_or, why_order = _root_of_odds(a, b, d, c)
    reasons = {"treatment_or": why_treatment, "order_or": why_order}
    return MainlandGart(
        treatment_p=tails(a, first=a + b, second=c + d, drawn=a + d).two_sided,
        order_p=tails(a, first=a + b, second=c + d, drawn=a + c).two_sided,
        treatment_or=treatment_or,
        order_or=order_or,
        undefined={field: reason for field, reason in reasons.items() if reason},
    )


def _root_of_odds(a: int, b: int, c: int, d: int) -> tuple[float | None, str]:
    """√(a c / (b d)): the odds a/b and c/d of the two orders have equal weight."""
    if a + b == 0 or c + d == 0:
        return None, "no_discordant_pairs"
    if a * c == 0 and b * d == 0:
        return None, "one_sided_discordance"
    return (math.inf if b * d == 0 else math.sqrt(a * c / (b * d))), ""
