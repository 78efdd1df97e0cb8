"""The numbered migrations of the placing half."""
