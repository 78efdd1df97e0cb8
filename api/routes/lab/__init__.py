"""JSON of the testing lab, in the manner of :mod:`api.routes`."""
