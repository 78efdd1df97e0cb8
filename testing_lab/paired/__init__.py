"""One majority and one minority applicant for each offer: the 2×2 table of pairs, and what it says."""

from testing_lab.paired.mcnemar_midp import mcnemar_midp

#: What can be asked by name (:mod:`testing_lab.methods`).
METHODS = (mcnemar_midp,)
