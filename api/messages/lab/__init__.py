"""What the lab takes and gives."""
