"""One applicant for each vacancy: callbacks of two independent groups of applications, and what they say."""

from testing_lab.unpaired.boschloo_exact import boschloo_exact
from testing_lab.unpaired.difference import (
    rd_agresti_caffo,
    rd_mee_score,
    rd_miettinen_nurminen_score,
    rd_newcombe_hybrid,
    rd_wald,
)
from testing_lab.unpaired.fisher_exact import fisher_exact
from testing_lab.unpaired.pearson_chi2 import pearson_chi2, pearson_chi2_yates
from testing_lab.unpaired.ratio import rr_katz_log, rr_koopman_score, rr_miettinen_nurminen_score

#: What can be asked by name (:mod:`testing_lab.methods`).
METHODS = (
    pearson_chi2,
    pearson_chi2_yates,
    fisher_exact,
    boschloo_exact,
    rr_katz_log,
    rr_koopman_score,
    rr_miettinen_nurminen_score,
    rd_wald,
    rd_newcombe_hybrid,
    rd_agresti_caffo,
    rd_mee_score,
    rd_miettinen_nurminen_score,
)
