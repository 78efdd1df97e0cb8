"""The protocol of a study."""
