"""What may be seen while the study runs? Exactly what its registered stopping rule can bear.

Looking at the outcomes and stopping when they please makes a test wrong more often than it says (mid-p at every pair up
to 200: 37 % instead of 5 %). A fixed number of pairs shows progress only. Planned looks show the discordant pairs at
those looks, as they stood there, and nothing in between. An e-process may be seen at every pair.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final, Literal

import msgspec

from testing_lab.arguments import open_share
from testing_lab.fieldwork.moments import in_utc
from testing_lab.stopping.beta_mixture import prior_parameter
from testing_lab.stopping.beta_mixture_evalue import beta_mixture_evalue_mcnemar, one_sided_beta_mixture_evalue_mcnemar
from testing_lab.stopping.exact_looks import exact_looks
from testing_lab.stopping.looks import look_of_discordant_pairs

ALPHA: Final = 0.05

Decision = Literal["go_on", "stop_majority_favoured", "stop_minority_favoured", "end"]


class FixedRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="rule", tag="fixed"):
    """The study ends at a number of pairs. Nobody looks before."""

    pairs: int


class LooksRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="rule", tag="looks"):
    """Looks at planned shares of the planned discordant pairs, with alpha divided over them. The last share is 1."""

    discordant_planned: int
    looks: tuple[float, ...]
    alpha: float = ALPHA
    sided: Literal[1, 2] = 2
    spending: str = "Lan-DeMets O'Brien-Fleming"


class EProcessRule(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="rule", tag="e_process"
):
    """The study may stop when the e-value reaches 1/alpha. 1-sided: the majority is favoured."""

    alpha: float = ALPHA
    sided: Literal[1, 2] = 2
    prior_a: float = 0.5
    prior_b: float = 0.5


StoppingRule = FixedRule | LooksRule | EProcessRule


class DecidedPair(msgspec.Struct, frozen=True, kw_only=True):
    """A pair whose two outcomes are final: when the second was, and whether each is positive (``None``: not usable)."""

    pair: str
    decided: dt.datetime
    majority: bool | None
    minority: bool | None


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """A planned look as it stood: discordant pairs, the smallest lead that stops, and whether it does."""

    look: int
    discordant: int
    only_majority: int
    only_minority: int
    lead_needed: int | None
    crossed: bool


class MonitorView(msgspec.Struct, frozen=True, kw_only=True):
    """What may be seen now; what may not is not here.

    ``decided``: pairs of which both outcomes are final. ``looks`` and ``next_look_at`` (discordant pairs) for planned
    looks; how many discordant pairs there are between looks is not told. ``discordant`` to ``p_anytime`` for an
    e-process. ``decision``: ``go_on``, ``stop_majority_favoured``, ``stop_minority_favoured``, ``end``.
    """

    rule: str
    decided: int
    decision: Decision
    looks: tuple[Look, ...] = ()
    next_look_at: int | None = None
    discordant: int | None = None
    e_value: float | None = None
    e_needed: float | None = None
    p_anytime: float | None = None


def monitor(pairs: Sequence[DecidedPair], *, rule: StoppingRule, ended: bool = False) -> MonitorView:
    """What the registered rule lets a person see.

    Parameters
    ----------
    pairs : sequence of DecidedPair
        In any order; they count in the order in which they were decided, and by name where that was at one moment.
    rule : FixedRule, LooksRule or EProcessRule
        As registered.
    ended : bool
        No further pair will be decided. Planned looks then close with a look at the discordant pairs that there are,
        with all alpha that is left.

    Returns
    -------
    MonitorView
        The first look that crosses decides, and the first moment at which the e-value does: later pairs change nothing.

    Raises
    ------
    ImpossibleInput
        A rule outside its range, a moment without a time zone.

    Notes
    -----
    Without any difference the study stops with a claim in at most alpha of all cases: exactly so for the looks (the
    boundaries are those of :func:`testing_lab.stopping.exact_looks.exact_looks`), by Ville's inequality for the
    e-process.
    """
    sequence = discordant_in_order(pairs)
    if isinstance(rule, FixedRule):
        decision: Decision = "end" if ended or len(pairs) >= rule.pairs else "go_on"
        return MonitorView(rule="fixed", decided=len(pairs), decision=decision)
    if isinstance(rule, LooksRule):
        return _at_looks(sequence, len(pairs), rule, ended=ended)
    return _e(sequence, len(pairs), rule, ended=ended)


def discordant_in_order(pairs: Sequence[DecidedPair]) -> str:
    """The discordant pairs as they were decided: ``1`` only the majority positive, ``0`` only the minority."""
    ordered = sorted(pairs, key=lambda one: (in_utc("decided", one.decided), one.pair))
    usable = [(one.majority, one.minority) for one in ordered if None not in (one.majority, one.minority)]
    return "".join("1" if majority else "0" for majority, minority in usable if majority != minority)


def _at_looks(sequence: str, decided: int, rule: LooksRule, *, ended: bool) -> MonitorView:
    place = look_of_discordant_pairs(
        discordant_seen=len(sequence), discordant_planned=rule.discordant_planned, looks=rule.looks
    )
    at = [pairs for pairs in place.looks_at if pairs <= len(sequence)]
    if ended and len(sequence) > (at[-1] if at else 0) and len(at) < len(place.looks_at):
        at.append(len(sequence))
    boundary = exact_looks(
        looks_at=at or place.looks_at[:1], planned=rule.discordant_planned, alpha=rule.alpha, sided=rule.sided,
        spending=rule.spending, ended=ended,
    )  # fmt: skip
    looks: list[Look] = []
    for number, (pairs, needed) in enumerate(zip(at, boundary.lead, strict=False), start=1):
        if looks and looks[-1].crossed:
            break
        more = sequence[:pairs].count("1")
        lead = 2 * more - pairs
        reach = abs(lead) if rule.sided == 2 else lead
        looks.append(
            Look(
                look=number, discordant=pairs, only_majority=more, only_minority=pairs - more, lead_needed=needed,
                crossed=needed is not None and reach >= needed,
            )
        )  # fmt: skip
    decision: Decision = "go_on"
    if looks and looks[-1].crossed:
        favoured = looks[-1].only_majority > looks[-1].only_minority
        decision = "stop_majority_favoured" if favoured else "stop_minority_favoured"
    elif ended or len(looks) == len(place.looks_at):
        decision = "end"
    return MonitorView(
        rule="looks",
        decided=decided,
        decision=decision,
        looks=tuple(looks),
        next_look_at=place.looks_at[len(looks)] if decision == "go_on" else None,
    )


def _e(sequence: str, decided: int, rule: EProcessRule, *, ended: bool) -> MonitorView:
    question = beta_mixture_evalue_mcnemar if rule.sided == 2 else one_sided_beta_mixture_evalue_mcnemar
    alpha = open_share("alpha", rule.alpha)
    priors = {"prior_a": prior_parameter("prior_a", rule.prior_a), "prior_b": prior_parameter("prior_b", rule.prior_b)}
    answer = question(sequence=sequence, alpha=alpha, **priors)
    crossed = answer.first_n_e_ge_bound
    decision: Decision = "end" if ended else "go_on"
    if crossed is not None:
        favoured = 2 * sequence[:crossed].count("1") > crossed
        decision = "stop_majority_favoured" if favoured or rule.sided == 1 else "stop_minority_favoured"
    return MonitorView(
        rule="e_process",
        decided=decided,
        decision=decision,
        discordant=len(sequence),
        e_value=answer.e_final,
        e_needed=1 / alpha,
        p_anytime=answer.p_anytime,
    )
