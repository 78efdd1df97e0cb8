"""The registered analysis of a study: from the final code of each application to every number of its result.

The plan is read from the protocol and from nothing else: which test decides, what its rate is divided by, which further
tests there are and how they are corrected, by what the results are split. What the plan asks and the data cannot give
stays in the result with its reason; nothing is left out unseen.
"""
