"""How well the check of vacancy texts does, on sentences that people labelled (``sentences.tsv``)."""
