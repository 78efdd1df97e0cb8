"""Mystery calls: one caller asks an agency to leave out certain people; what did the agencies say?"""

from testing_lab.calls.binomial_ci import binomial_ci
from testing_lab.calls.complier_shares import complier_shares
from testing_lab.calls.multinomial_ci import multinomial_ci

#: What can be asked by name (:mod:`testing_lab.methods`).
METHODS = (binomial_ci, multinomial_ci, complier_shares)
