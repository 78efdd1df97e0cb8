"""Models with covariates: rows of applications, what each had, and which of them belong together."""

from testing_lab.models.clogit_exact import clogit_exact
from testing_lab.models.clogit_pairs_closed_form import clogit_pairs_closed_form
from testing_lab.models.glmm_random_intercept_agq25 import glmm_random_intercept_AGQ25
from testing_lab.models.heteroskedastic_probit import heteroskedastic_probit
from testing_lab.models.logit_cluster_robust import logit_cluster_robust
from testing_lab.models.lpm_cluster_robust import lpm_cluster_robust

#: What can be asked by name (:mod:`testing_lab.methods`).
METHODS = (
    lpm_cluster_robust,
    logit_cluster_robust,
    clogit_exact,
    clogit_pairs_closed_form,
    glmm_random_intercept_AGQ25,
    heteroskedastic_probit,
)
