"""The numbered migrations of the lab."""
