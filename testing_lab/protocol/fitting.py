"""Which primary test fits which design and stopping rule, and what its rate can be divided by."""

from __future__ import annotations

from typing import Final, Literal, get_args

from testing_lab.paired.discrimination_rates import Counted
from testing_lab.protocol.analysis_plan import RateOf
from testing_lab.protocol.document import Kind

Rule = Literal["fixed", "alpha_spending", "e_process"]

#: Tests by design, each with the stopping rule that it is made for. McNemar's tests ask whether the two applicants of a
#: pair differ; a test that ignores pairs is wrong for pairs. Chance decides over applications, not over vacancies, in a
#: randomised composition: there models whose errors are clustered by vacancy answer.
PRIMARY_TESTS: Final[dict[Kind, dict[str, Rule]]] = {
    "paired": {
        "mcnemar_midp": "fixed",
        "mcnemar_exact": "fixed",
        "mcnemar_exact_unconditional": "fixed",
        "mcnemar_asymptotic": "fixed",
        "mcnemar_continuity_corrected": "fixed",
        "beta_mixture_evalue_mcnemar": "e_process",
        "one_sided_beta_mixture_evalue_mcnemar": "e_process",
        "exact_looks": "alpha_spending",
    },
    "unpaired": {
        "pearson_chi2": "fixed",
        "fisher_exact": "fixed",
        "boschloo_exact": "fixed",
        "lpm_cluster_robust": "fixed",
        "logit_cluster_robust": "fixed",
    },
    "randomised_composition": {"lpm_cluster_robust": "fixed", "logit_cluster_robust": "fixed"},
    "mystery_call": {"complier_shares": "fixed"},
}

#: What the main rate can be divided by.
DENOMINATORS: Final[dict[Kind, tuple[RateOf, ...]]] = {
    "paired": get_args(Counted),
    "unpaired": ("all_applications",),
    "randomised_composition": ("all_applications",),
    "mystery_call": ("valid_calls", "decided_calls"),
}


def fits(test: str, *, kind: Kind) -> bool:
    """Is it a primary test for that design?"""
    return test in PRIMARY_TESTS[kind]
