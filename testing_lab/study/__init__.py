"""A paired study as a whole: raw outcome rows in, the complete and ordered analysis out."""

from testing_lab.study.analysis import paired_study

#: What can be asked by name (:mod:`testing_lab.methods`).
METHODS = (paired_study,)
