"""Many questions at once: p-values and q-values that stay honest."""

from testing_lab.comparisons.adjusted_p import adjusted_p

#: What can be asked by name (:mod:`testing_lab.methods`).
METHODS = (adjusted_p,)
