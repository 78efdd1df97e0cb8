"""The e-process itself, one discordant pair at a time: its state is small and can be stored."""

from __future__ import annotations

import math

import msgspec

from testing_lab.arguments import open_share
from testing_lab.distributions import exponential
from testing_lab.stopping.beta_mixture import prior_parameter, reaches


class EProcess(msgspec.Struct, frozen=True, kw_only=True):
    """Evidence so far against equal chances. Start with :func:`e_process`, go on with :meth:`after`.

    A value, not a machine: encode it with msgspec, store it, decode it and go on; each pair costs the same.
    The evidence is a bet: with each pair the stake is multiplied by twice the probability that the mixture gave to what
    happened. By Ville's inequality a true null ever reaches 1/alpha with probability at most alpha.
    """

    prior_a: float
    prior_b: float
    only_majority: int = 0
    only_minority: int = 0
    log_e: float = 0.0
    log_e_max: float = 0.0

    def after(self, *, only_majority_positive: bool) -> EProcess:
        """The state after one more discordant pair."""
        ahead = self.prior_a + self.only_majority if only_majority_positive else self.prior_b + self.only_minority
        both = self.prior_a + self.prior_b + self.only_majority + self.only_minority
        log_e = self.log_e + math.log(2 * ahead / both)
        return msgspec.structs.replace(
            self,
            only_majority=self.only_majority + only_majority_positive,
            only_minority=self.only_minority + (not only_majority_positive),
            log_e=log_e,
            log_e_max=max(log_e, self.log_e_max),
        )

    @property
    def discordant(self) -> int:
        """Discordant pairs seen."""
        return self.only_majority + self.only_minority

    @property
    def e(self) -> float:
        """The e-value; ``inf`` beyond what a float holds."""
        return exponential(self.log_e)

    @property
    def p_anytime(self) -> float:
        """A p-value that holds whenever one looks: 1 over the largest e-value so far."""
        return math.exp(-self.log_e_max)

    def rejects(self, *, alpha: float = 0.05) -> bool:
        """Has the evidence ever reached 1/alpha?"""
        return reaches(self.log_e_max, open_share("alpha", alpha))


def e_process(*, prior_a: float = 0.5, prior_b: float = 0.5) -> EProcess:
    """The e-process before the first pair; the parameters of the Beta prior are above 0."""
    return EProcess(prior_a=prior_parameter("prior_a", prior_a), prior_b=prior_parameter("prior_b", prior_b))
