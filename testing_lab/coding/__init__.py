"""Answers are coded twice, blindly: how far do the coders agree beyond chance?"""

from testing_lab.coding.cohen_kappa import cohen_kappa
from testing_lab.coding.fleiss_kappa import fleiss_kappa

#: What can be asked by name (:mod:`testing_lab.methods`).
METHODS = (cohen_kappa, fleiss_kappa)
