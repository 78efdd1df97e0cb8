"""The offer register against a real database."""
