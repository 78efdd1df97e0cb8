"""A synthetic school to try the product with: nothing in it is about a real person or a real company.

Theory of operation. ``school`` draws students and offers around Hilversum and Utrecht from one seed; names come from
a stream of their own, so that no name hints at anything that matching uses. ``files`` writes them in the canonical
formats, ``seeding`` brings them into a database through the same import service that people use.
"""
