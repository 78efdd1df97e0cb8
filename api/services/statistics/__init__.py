"""Questions to the testing lab from a file: read cases, ask each, write answers.

Only :mod:`testing_lab` knows the mathematics. Here stands what is no mathematics: files, tables, formulas, words.
"""
