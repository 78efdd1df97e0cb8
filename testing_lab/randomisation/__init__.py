"""Who gets what: chance, fixed by a seed, decides everything in which two applications could differ.

The design says what can vary (:mod:`testing_lab.randomisation.design`). :mod:`testing_lab.randomisation.assigning`
spreads each of those things evenly over the units (vacancies) and over the identities; what is spread evenly cannot be
the cause of a difference. :mod:`testing_lab.randomisation.scheduling` turns the plan into due times. The balance table
(:mod:`testing_lab.randomisation.balance`) reports every crossing, none left out; a plan is drawn again only by criteria
that were stated beforehand (:mod:`testing_lab.randomisation.rerandomising`).
"""
