"""Journeys of people through a real browser, a real server and a real worker."""
