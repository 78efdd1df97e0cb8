"""Employers beside each other: how much they differ, which ones, and when that cannot be told."""

from testing_lab.employers.heterogeneity import employer_heterogeneity
from testing_lab.employers.kline_rose_walters_grades import kline_rose_walters_grades
from testing_lab.employers.kline_walters_moments import kline_walters_moments
from testing_lab.employers.p_values import employer_gap_p_values, employer_mcnemar_p_values
from testing_lab.employers.shrinkage import normal_normal_linear_shrinkage

#: What can be asked by name (:mod:`testing_lab.methods`).
METHODS = (
    employer_gap_p_values,
    employer_heterogeneity,
    employer_mcnemar_p_values,
    kline_rose_walters_grades,
    kline_walters_moments,
    normal_normal_linear_shrinkage,
)
