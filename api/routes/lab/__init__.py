"""The JSON API of the lab, in the manner of :mod:`api.routes`."""
