"""Before the study: how likely is it to find what is there, and how many pairs does it need?"""

from testing_lab.power.mcnemar_conditional_power import mcnemar_conditional_power
from testing_lab.power.mcnemar_power import mcnemar_power
from testing_lab.power.power_curve import detectable_difference, power_curve
from testing_lab.power.power_of_splits import power_of_cells, power_of_splits

#: What can be asked by name (:mod:`testing_lab.methods`).
METHODS = (
    mcnemar_power,
    mcnemar_conditional_power,
    power_curve,
    detectable_difference,
    power_of_splits,
    power_of_cells,
)
