"""More than one 2×2 table: order of sending, several applicants, several kinds of answer, sites and strata."""

from testing_lab.strata.cochran_q import cochran_q
from testing_lab.strata.homogeneity_of_discordance import homogeneity_of_discordance
from testing_lab.strata.mainland_gart import mainland_gart
from testing_lab.strata.mantel_haenszel import mantel_haenszel
from testing_lab.strata.marginal_homogeneity import bhapkar, stuart_maxwell

#: What can be asked by name (:mod:`testing_lab.methods`).
METHODS = (mainland_gart, cochran_q, stuart_maxwell, bhapkar, homogeneity_of_discordance, mantel_haenszel)
