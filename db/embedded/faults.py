"""What keeps the embedded server from running."""

from __future__ import annotations


class EmbeddedFault(Exception):
    """The embedded database server cannot run; `code` says why, the message how to mend it.

    Codes: ``binaries_missing``, ``no_place``, ``home_of_other_user``, ``other_version``, ``data_in_use``,
    ``initdb_failed``, ``start_failed``, ``start_slow``.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
