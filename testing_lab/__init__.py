"""The testing lab: paired fictitious-applicant tests, from design to statistics.

This room is pure like :mod:`matching` and never meets it: values in, values out; no file, clock or hidden randomness.

One question is one function with keyword arguments only, so that swapped counts cannot happen silently; its answer is
one :class:`testing_lab.result.Result`. The order of things is always the same: majority minus minority, majority over
minority, only-majority over only-minority, so that above 0 or above 1 means that the minority applicant is worse off.
A quantity that does not exist is ``None`` with a reason; what cannot be asked is a
:class:`testing_lab.faults.LabFault`. :mod:`testing_lab.methods` finds a question by its name.
"""
