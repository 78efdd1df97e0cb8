"""What the environment decides."""

from __future__ import annotations

import pytest

from api.settings import Settings


def test_defaults_need_only_a_database() -> None:
    settings = Settings.from_environment({"DATABASE_URL": "postgresql://h/d"})
    assert settings == Settings(database_url="postgresql://h/d")
    assert not settings.secure_cookies


def test_values_are_read_by_their_type() -> None:
    settings = Settings.from_environment(
        {
            "DATABASE_URL": "postgresql://h/d",
            "STAGEKANS_PUBLIC_URL": "https://stage.school.test",
            "STAGEKANS_POOL_SIZE": "3",
            "STAGEKANS_TRUST_FORWARDED_FOR": "true",
            "STAGEKANS_REQUESTS_PER_MINUTE": "",
        }
    )
    assert settings.secure_cookies
    assert (settings.pool_size, settings.trust_forwarded_for, settings.requests_per_minute) == (3, True, 600)


@pytest.mark.parametrize(
    ("environment", "words"),
    [({}, "DATABASE_URL"), ({"DATABASE_URL": "x", "STAGEKANS_POOL_SIZE": "many"}, "pool_size")],
)
def test_a_wrong_setting_is_named(environment: dict[str, str], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Settings.from_environment(environment)


def test_mail_is_off_until_somebody_fills_it_in() -> None:
    settings = Settings.from_environment({"LAB_DATABASE_URL": "postgresql://h/d"}, "lab")
    assert (settings.mail, settings.mailbox) == (None, None)
    given = {
        "LAB_DATABASE_URL": "postgresql://h/d",
        "STAGEKANS_LAB_MAIL_HOST": "mail.test",
        "STAGEKANS_LAB_MAIL_PORT": "2525",
        "STAGEKANS_LAB_MAIL_SECURITY": "tls",
        "STAGEKANS_LAB_MAIL_USER": "studie",
        "STAGEKANS_LAB_MAIL_PASSWORD": "geheim",
        "STAGEKANS_LAB_MAIL_ALLOWED_RECIPIENT_DOMAINS": "een.test, twee.test,",
        "STAGEKANS_LAB_IMAP_HOST": "mail.test",
        "STAGEKANS_LAB_IMAP_USER": "studie",
        "STAGEKANS_LAB_IMAP_PASSWORD": "geheim",
    }
    settings = Settings.from_environment(given, "lab")
    assert settings.mail is not None
    assert (settings.mail.port, settings.mail.allowed_recipient_domains) == (2525, ("een.test", "twee.test"))
    assert settings.mailbox is not None
    assert (settings.mailbox.port, settings.mailbox.folder) == (993, "INBOX")
    assert "geheim" not in repr(settings)
    assert Settings.from_environment(settings.to_environment(), "lab") == settings
    # The placing half has no mail.
    assert Settings.from_environment({**given, "DATABASE_URL": "postgresql://h/d"}).mail is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"MAIL_PORT": "25"},
        {"MAIL_HOST": "x", "MAIL_SECURITY": "soms"},
        {"IMAP_HOST": "x"},
        {"MAIL_HOST": "x", "MAIL_PORT": "p"},
    ],
)
def test_half_a_mail_server_is_refused(wrong: dict[str, str]) -> None:
    named = {f"STAGEKANS_LAB_{name}": value for name, value in wrong.items()}
    with pytest.raises(ValueError, match="STAGEKANS_LAB"):
        Settings.from_environment({"LAB_DATABASE_URL": "postgresql://h/d", **named}, "lab")
