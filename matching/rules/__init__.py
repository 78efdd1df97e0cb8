"""The hard rules: each one a unit with its own reason code."""
