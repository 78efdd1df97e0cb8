"""Pages of the testing lab, in the manner of :mod:`api.pages`."""
