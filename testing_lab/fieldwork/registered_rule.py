"""The stopping rule of a protocol, as the monitor needs it."""

from __future__ import annotations

from testing_lab.faults import ImpossibleInput
from testing_lab.fieldwork.monitor import EProcessRule, FixedRule, LooksRule, StoppingRule
from testing_lab.protocol.document import Protocol
from testing_lab.protocol.sample_size import planned_discordant


def registered_rule(protocol: Protocol) -> StoppingRule:
    """What the protocol registered.

    Raises
    ------
    ImpossibleInput
        Looks are planned, and the protocol does not say how many discordant pairs are: such a protocol has findings
        and is not registered.
    """
    stopping, plan = protocol.analysis.stopping, protocol.sampling
    if stopping.rule == "fixed":
        return FixedRule(pairs=plan.pairs)
    if stopping.rule == "alpha_spending":
        planned = planned_discordant(protocol)
        if planned is None:
            raise ImpossibleInput("sampling", "is missing")
        return LooksRule(discordant_planned=planned, looks=stopping.looks, alpha=plan.alpha, spending=stopping.spending)
    usual = EProcessRule()
    return EProcessRule(
        alpha=plan.alpha,
        sided=1 if protocol.analysis.primary_test.startswith("one_sided") else 2,
        prior_a=usual.prior_a if stopping.prior_a is None else stopping.prior_a,
        prior_b=usual.prior_b if stopping.prior_b is None else stopping.prior_b,
    )
