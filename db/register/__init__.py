"""SQL of the offer register."""
