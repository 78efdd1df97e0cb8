"""The testing lab: paired fictitious-applicant tests, from design to statistics.

This room is pure like :mod:`matching` and never meets it. It is empty in this version: designs and statistics
arrive with their own issues, and nothing of them is reachable before it works.
"""
