"""A run from files to files: what ``stagekans match`` and ``stagekans verify`` do.

Theory of operation. ``reading`` turns the files into one frozen instance, or into every fault in them. ``folder``
is the result as a folder: written beside its place and then moved there whole, so that nobody ever sees half a
result. ``checking`` reads a folder back and has it verified by code that shares nothing with the run.
"""
