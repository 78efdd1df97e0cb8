"""What the environment decides, read in one place."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

#: Processes that one run may use; more than any machine of ours has processors.
MOST_SOLVE_WORKERS = 64


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How the web application runs here.

    ``public_url`` is the address that people type; with ``https`` cookies are sent over https alone.
    ``trust_forwarded_for``: the caller's address is the last one of ``X-Forwarded-For``, set by our own proxy.
    ``requests_per_minute`` limits one account (or one address, when nobody is signed in); 0 lifts the limit.
    """

    database_url: str
    public_url: str = "http://127.0.0.1:8000"
    pool_size: int = 10
    trust_forwarded_for: bool = False
    requests_per_minute: int = 600

    @property
    def secure_cookies(self) -> bool:
        """Whether the pages are served over https."""
        return self.public_url.startswith("https://")

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Settings:
        """Read ``DATABASE_URL`` and ``STAGEKANS_<FIELD>``; :class:`ValueError` names what is missing or wrong."""
        named = {field: environment.get(f"STAGEKANS_{field.upper()}") for field in cls.__struct_fields__[1:]}
        given = {field: value for field, value in named.items() if value not in (None, "")}
        url = environment.get("DATABASE_URL", "")
        if not url:
            raise ValueError("DATABASE_URL is not set: it names the PostgreSQL database, postgresql://user@host/name.")
        try:
            return msgspec.convert({"database_url": url, **given}, cls, strict=False)
        except msgspec.ValidationError as error:
            raise ValueError(f"A STAGEKANS_ setting cannot be read: {error}") from error


def solve_workers(environment: Mapping[str, str]) -> int:
    """``STAGEKANS_SOLVE_WORKERS``: processes that solve one run of the worker; 1 where it is not set.

    Raises
    ------
    ValueError
        It is no whole number from 1 to ``MOST_SOLVE_WORKERS``; the text is what it was.
    """
    given = environment.get("STAGEKANS_SOLVE_WORKERS") or "1"
    return solve_workers_in(given)


def solve_workers_in(text: str) -> int:
    """The number that a person wrote; :class:`ValueError` with the text where it is none that we know."""
    written = text.strip()
    if written.isascii() and written.isdigit() and len(written) <= 4 and 1 <= int(written) <= MOST_SOLVE_WORKERS:
        return int(written)
    raise ValueError(text)
