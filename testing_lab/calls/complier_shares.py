"""How many agencies go along with a discriminating client? What a study with mystery calls found."""

from __future__ import annotations

import msgspec

from testing_lab.arguments import count
from testing_lab.calls.multinomial_ci import multinomial_ci
from testing_lab.distributions import two_sided_z
from testing_lab.faults import ImpossibleInput
from testing_lab.proportions import wilson
from testing_lab.result import Result

OUTCOMES = ("comply", "left_to_client", "neutral", "refuse", "refuse_explained")


class CallShare(msgspec.Struct, frozen=True, kw_only=True):
    """Calls with this outcome of all that the share is of, its Wilson interval, and one that holds for all outcomes."""

    calls: int
    of: int
    share: float
    lower: float
    upper: float
    simultaneous_lower: float | None = None
    simultaneous_upper: float | None = None


class ComplierShares(Result, frozen=True, kw_only=True):
    """Shares of the valid calls by outcome, and the complier share in four readings, each with its denominator.

    ``complier`` counts only who says yes; ``accommodating`` also who leaves it to the client; ``complier_of_decided``
    leaves out the calls without a decision; ``complier_at_most`` is the share if all of those had said yes too.
    """

    valid_calls: int
    unusable_calls: int
    outcomes: dict[str, CallShare]
    complier: CallShare
    accommodating: CallShare
    complier_of_decided: CallShare | None
    complier_at_most: CallShare


def complier_shares(
    *,
    comply: int,
    left_to_client: int,
    neutral: int,
    refuse: int,
    refuse_explained: int,
    unusable: int = 0,
    confidence: float = 0.95,
) -> ComplierShares:
    """Complier shares of a study with mystery calls, in which a client asks not to send certain people.

    Parameters
    ----------
    comply : int
        Calls in which the agency said that it would do so.
    left_to_client : int
        Calls in which it did so tacitly: the client may choose.
    neutral : int
        Calls without a decision: asked for a reason, would call back, did not answer the question.
    refuse, refuse_explained : int
        Calls in which it refused, without and with an explanation of the law.
    unusable : int
        Calls that did not come to the question; in no denominator.
    confidence : float
        Two-sided, between 0 and 1; also that all simultaneous intervals (Goodman) hold at once.

    Returns
    -------
    ComplierShares
        Shares, 0 to 1. ``complier_of_decided`` is ``None`` (``no_decided_calls``) when every call was neutral.

    Raises
    ------
    ImpossibleInput
        Counts or a confidence that cannot be, or no valid call.

    Notes
    -----
    A neutral call is never counted as compliance or as refusal; the readings say how much hangs on it.

    References
    ----------
    Intervals: Wilson (1927) and Goodman (1965), as :func:`testing_lab.calls.multinomial_ci.multinomial_ci`.

    Examples
    --------
    Radar (AVROTROS) in January 2018, counts from printed shares of 78 agencies:

    >>> found = complier_shares(comply=37, left_to_client=11, neutral=2, refuse=28, refuse_explained=0)
    >>> round(found.complier.share, 3), round(found.accommodating.share, 3), round(found.complier_of_decided.share, 3)
    (0.474, 0.615, 0.487)
    """
    given = (comply, left_to_client, neutral, refuse, refuse_explained)
    counts = {name: count(name, value) for name, value in zip(OUTCOMES, given, strict=True)}
    aside = count("unusable", unusable)
    valid = sum(counts.values())
    if valid == 0:
        raise ImpossibleInput(", ".join(OUTCOMES), "there is no valid call")
    z = two_sided_z(confidence)
    together = multinomial_ci(counts=tuple(counts.values()), confidence=confidence).goodman
    decided = valid - counts["neutral"]
    return ComplierShares(
        valid_calls=valid,
        unusable_calls=aside,
        outcomes={
            name: msgspec.structs.replace(
                _share(calls, valid, z), simultaneous_lower=bounds[0], simultaneous_upper=bounds[1]
            )
            for (name, calls), bounds in zip(counts.items(), together, strict=True)
        },
        complier=_share(counts["comply"], valid, z),
        accommodating=_share(counts["comply"] + counts["left_to_client"], valid, z),
        complier_of_decided=_share(counts["comply"], decided, z) if decided else None,
        complier_at_most=_share(counts["comply"] + counts["neutral"], valid, z),
        undefined={} if decided else {"complier_of_decided": "no_decided_calls"},
    )


def _share(calls: int, of: int, z: float) -> CallShare:
    lower, upper = wilson(calls, of, z=z)
    return CallShare(calls=calls, of=of, share=calls / of, lower=lower, upper=upper)
