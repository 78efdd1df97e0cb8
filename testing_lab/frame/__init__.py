"""The frame of a study: which vacancies or companies could be tested, which may, and which are drawn.

Rows come in as a person gave them (:mod:`testing_lab.frame.reading`). Each ends in one of two heaps
(:mod:`testing_lab.frame.checking`): usable, or refused with its row number and every reason. From the usable ones a
seed draws the sample (:mod:`testing_lab.frame.sampling`). Nothing here comes from the placing side.
"""
