"""One majority and one minority applicant for each offer: the 2×2 table of pairs, and what it says."""

from testing_lab.paired.discrimination_rates import discrimination_rates
from testing_lab.paired.ilo import cumulative_net_discrimination, ilo_usable_tests, net_rate_final
from testing_lab.paired.laud_scas import rd_laud_scas_paired, rr_laud_scas_paired
from testing_lab.paired.mcnemar_asymptotic import mcnemar_asymptotic, mcnemar_continuity_corrected
from testing_lab.paired.mcnemar_exact import mcnemar_exact
from testing_lab.paired.mcnemar_exact_unconditional import mcnemar_exact_unconditional
from testing_lab.paired.mcnemar_midp import mcnemar_midp
from testing_lab.paired.or_approximate import (
    or_conditional_scas,
    or_conditional_wald,
    or_conditional_wald_laplace,
    or_conditional_wilson,
)
from testing_lab.paired.or_exact import or_conditional_clopper_pearson, or_conditional_midp
from testing_lab.paired.rd_newcombe import rd_newcombe_square_and_add
from testing_lab.paired.rd_simple import rd_agresti_min, rd_bonett_price, rd_wald
from testing_lab.paired.rd_tango_score import rd_tango_score
from testing_lab.paired.rr_mover import rr_mover_wilson, rr_mover_wilson_newcombe_psi
from testing_lab.paired.rr_simple import rr_bonett_price_hybrid_wilson, rr_wald_log
from testing_lab.paired.rr_tang_score import rr_tang_score
from testing_lab.paired.tester_homogeneity import tester_homogeneity

#: What can be asked by name (:mod:`testing_lab.methods`).
METHODS = (
    mcnemar_midp,
    mcnemar_asymptotic,
    mcnemar_continuity_corrected,
    mcnemar_exact,
    mcnemar_exact_unconditional,
    rd_tango_score,
    rd_newcombe_square_and_add,
    rd_bonett_price,
    rd_agresti_min,
    rd_wald,
    rd_laud_scas_paired,
    rr_tang_score,
    rr_bonett_price_hybrid_wilson,
    rr_mover_wilson,
    rr_mover_wilson_newcombe_psi,
    rr_wald_log,
    rr_laud_scas_paired,
    or_conditional_midp,
    or_conditional_clopper_pearson,
    or_conditional_wilson,
    or_conditional_wald,
    or_conditional_wald_laplace,
    or_conditional_scas,
    discrimination_rates,
    ilo_usable_tests,
    cumulative_net_discrimination,
    net_rate_final,
    tester_homogeneity,
)
