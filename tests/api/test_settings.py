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
