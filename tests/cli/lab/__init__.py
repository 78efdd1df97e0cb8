"""The lab at the terminal."""
