"""During the study: may we stop? Evidence that allows a look after every pair, and looks that were planned."""

from testing_lab.stopping.alpha_spending import alpha_spending, classical_obrien_fleming, classical_pocock
from testing_lab.stopping.beta_mixture_confidence_sequence import beta_mixture_confidence_sequence
from testing_lab.stopping.beta_mixture_evalue import beta_mixture_evalue_mcnemar, one_sided_beta_mixture_evalue_mcnemar
from testing_lab.stopping.conditional_power import conditional_power_mcnemar
from testing_lab.stopping.e_values import e_benjamini_hochberg, evalue_over_strata, merged_evalue
from testing_lab.stopping.exact_looks import exact_looks
from testing_lab.stopping.looks import group_sequential_mcnemar, look_of_discordant_pairs
from testing_lab.stopping.peeking import peeking_mcnemar
from testing_lab.stopping.wald_sprt import wald_sprt

#: What can be asked by name (:mod:`testing_lab.methods`).
METHODS = (
    beta_mixture_evalue_mcnemar,
    one_sided_beta_mixture_evalue_mcnemar,
    beta_mixture_confidence_sequence,
    merged_evalue,
    evalue_over_strata,
    e_benjamini_hochberg,
    wald_sprt,
    alpha_spending,
    classical_obrien_fleming,
    classical_pocock,
    look_of_discordant_pairs,
    exact_looks,
    group_sequential_mcnemar,
    conditional_power_mcnemar,
    peeking_mcnemar,
)
