"""Many studies together: effects with their variances in, the pooled effect and the spread between studies out.

``effects.py`` has the sums that everything is made of; ``heterogeneity.py`` the variance between studies by each
estimator; ``summary.py`` what one estimator says; ``random_effects.py`` asks them all. Where a study gives several
effects, ``three_level.py``.
"""

from testing_lab.pooling.egger import egger
from testing_lab.pooling.log_callback_ratio import log_callback_ratio_paired, log_callback_ratio_unpaired
from testing_lab.pooling.q_profile import q_profile
from testing_lab.pooling.random_effects import random_effects
from testing_lab.pooling.stepwise import cumulative_pooling, leave_one_out
from testing_lab.pooling.summary import pooled_effect
from testing_lab.pooling.three_level import three_level_REML_CR2

#: What can be asked by name (:mod:`testing_lab.methods`).
METHODS = (
    cumulative_pooling,
    egger,
    leave_one_out,
    log_callback_ratio_paired,
    log_callback_ratio_unpaired,
    pooled_effect,
    q_profile,
    random_effects,
    three_level_REML_CR2,
)
