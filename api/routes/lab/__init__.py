"""The JSON API of the lab."""
