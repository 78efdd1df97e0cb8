"""What the environment decides, read in one place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

Half = Literal["placing", "lab"]

#: The variable with the address of the database, and the beginning of the others, by half.
URL: dict[Half, str] = {"placing": "DATABASE_URL", "lab": "LAB_DATABASE_URL"}
PREFIX: dict[Half, str] = {"placing": "STAGEKANS", "lab": "STAGEKANS_LAB"}
#: Processes that one run may use; more than any machine of ours has processors.
MOST_SOLVE_WORKERS = 64


Security = Literal["none", "starttls", "tls"]


class MailServer(msgspec.Struct, frozen=True, kw_only=True):
    """The server that letters of studies go to. ``allowed_recipient_domains``: the test mode, others get no mail."""

    host: str
    port: int = 587
    security: Security = "starttls"
    user: str | None = None
    password: str | None = None
    allowed_recipient_domains: tuple[str, ...] | None = None
    certificates: str | None = None

    def __repr__(self) -> str:
        return f"MailServer(host={self.host!r}, port={self.port}, security={self.security!r}, user={self.user!r})"


class ReplyMailbox(msgspec.Struct, frozen=True, kw_only=True):
    """The mailbox that replies to studies come in at, over IMAP."""

    host: str
    port: int = 993
    security: Security = "tls"
    user: str
    password: str
    folder: str = "INBOX"
    certificates: str | None = None

    def __repr__(self) -> str:
        return f"ReplyMailbox(host={self.host!r}, port={self.port}, user={self.user!r}, folder={self.folder!r})"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How a web application runs here. Each half has one of its own, at an address of its own.

    ``public_url`` is the address that people type; with ``https`` cookies are sent over https alone.
    ``trust_forwarded_for``: the caller's address is the last one of ``X-Forwarded-For``, set by our own proxy.
    ``requests_per_minute`` limits one account (or one address, when nobody is signed in); 0 lifts the limit.
    ``mail`` and ``mailbox``, of the lab alone, are off until somebody fills them in.
    """

    database_url: str
    public_url: str = "http://127.0.0.1:8000"
    pool_size: int = 10
    trust_forwarded_for: bool = False
    requests_per_minute: int = 600
    half: Half = "placing"
    mail: MailServer | None = None
    mailbox: ReplyMailbox | None = None

    @property
    def home(self) -> str:
        """The first page after signing in."""
        return "/studies" if self.half == "lab" else "/rounds"

    @property
    def title(self) -> str:
        """What the JSON API calls itself."""
        return "Stagekans Lab" if self.half == "lab" else "Stagekans"

    @property
    def secure_cookies(self) -> bool:
        """Whether the pages are served over https."""
        return self.public_url.startswith("https://")

    def to_environment(self) -> dict[str, str]:
        """The variables that :meth:`from_environment` reads."""
        fields = {name: str(getattr(self, name)).lower() for name in _named()}
        fields["public_url"] = self.public_url
        prefix = PREFIX[self.half]
        named = {f"{prefix}_{field.upper()}": value for field, value in fields.items()}
        post = {**_post_variables("MAIL", self.mail), **_post_variables("IMAP", self.mailbox)}
        return {URL[self.half]: self.database_url, **named, **post}

    @classmethod
    def from_environment(cls, environment: Mapping[str, str], half: Half = "placing") -> Settings:
        """Read ``DATABASE_URL`` and ``STAGEKANS_<FIELD>``; the lab: ``LAB_DATABASE_URL``, ``STAGEKANS_LAB_<FIELD>``.

        :class:`ValueError` names what is missing or wrong.
        """
        named = {field: environment.get(f"{PREFIX[half]}_{field.upper()}") for field in _named()}
        given = {field: value for field, value in named.items() if value not in (None, "")}
        url = environment.get(URL[half], "")
        if not url:
            raise ValueError(f"{URL[half]} is not set: it names the PostgreSQL database, postgresql://user@host/name.")
        post = {"mail": _post_given(environment, "MAIL"), "mailbox": _post_given(environment, "IMAP")}
        fields = {**given, **({name: value for name, value in post.items() if value} if half == "lab" else {})}
        try:
            return msgspec.convert({"database_url": url, **fields, "half": half}, cls, strict=False)
        except msgspec.ValidationError as error:
            raise ValueError(f"A {PREFIX[half]}_ setting cannot be read: {error}") from error


def _named() -> tuple[str, ...]:
    """The fields that have a variable of their own."""
    return tuple(name for name in Settings.__struct_fields__ if name not in ("database_url", "half", "mail", "mailbox"))


def _post_given(environment: Mapping[str, str], kind: Literal["MAIL", "IMAP"]) -> dict[str, object]:
    """What the variables ``STAGEKANS_LAB_MAIL_<FIELD>`` or ``STAGEKANS_LAB_IMAP_<FIELD>`` say; domains by commas."""
    fields = (MailServer if kind == "MAIL" else ReplyMailbox).__struct_fields__
    found: dict[str, object] = {}
    for field in fields:
        value = environment.get(f"STAGEKANS_LAB_{kind}_{field.upper()}", "")
        if value and field == "allowed_recipient_domains":
            found[field] = [one.strip() for one in value.split(",") if one.strip()]
        elif value:
            found[field] = value
    return found


def _post_variables(kind: Literal["MAIL", "IMAP"], post: MailServer | ReplyMailbox | None) -> dict[str, str]:
    """The variables that :func:`_post_given` reads."""
    values = {} if post is None else msgspec.structs.asdict(post)
    return {
        f"STAGEKANS_LAB_{kind}_{field.upper()}": ",".join(value) if isinstance(value, tuple) else str(value)
        for field, value in values.items()
        if value is not None
    }


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
