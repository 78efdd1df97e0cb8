"""Use cases: one transaction each, every permission decided here. No Litestar, no Jinja.

A service takes the pool, the :class:`~api.messages.accounts.Actor` and a command, and returns a view. It raises a
class of :mod:`api.messages.faults` where it refuses. Whatever it changes, it writes an event about
(``api.services.events``) in the same transaction.
"""
