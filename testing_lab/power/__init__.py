"""Before the study: how likely is it to find what is there, and how many pairs does it need?"""

from testing_lab.power.mcnemar_conditional_power import mcnemar_conditional_power
from testing_lab.power.mcnemar_power import mcnemar_power
from testing_lab.power.mcnemar_unconditional_power import mcnemar_unconditional_power
from testing_lab.power.power_curve import detectable_difference, power_curve
from testing_lab.power.power_of_splits import power_of_cells, power_of_splits
from testing_lab.power.simulate_design import simulate_design
from testing_lab.power.unpaired_power import paired_or_unpaired, unpaired_power

#: What can be asked by name (:mod:`testing_lab.methods`).
METHODS = (
    mcnemar_power,
    mcnemar_conditional_power,
    power_curve,
    detectable_difference,
    power_of_splits,
    power_of_cells,
    mcnemar_unconditional_power,
    unpaired_power,
    paired_or_unpaired,
    simulate_design,
)
