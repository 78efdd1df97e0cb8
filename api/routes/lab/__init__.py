"""The JSON API of the testing lab."""
