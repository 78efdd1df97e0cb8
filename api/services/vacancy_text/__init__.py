"""The check of a vacancy text: text in, possible faults out. Pure: no database, no web, no files, no clock.

A *rule* (``grounds/``) is data: bounded patterns over the folded text, what is an exception to them, the legal ground,
the level and the source. ``folding`` brings a text to one shape (small letters, no accents, one kind of quote, hyphen
and blank) and remembers where each character stood, so that a hit has the exact place in the text as it was typed.
``context`` reads what stands around a find: negations, quotations, clients instead of candidates, legal reasons.
``check`` puts those together.

It gives advice and says "possible": words alone give one false alarm in three (VU study of 1.8 million vacancies,
DOMAIN.md §6.1). It never counts hits per company.
"""
