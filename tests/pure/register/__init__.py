"""Pure rules of the offer register."""
