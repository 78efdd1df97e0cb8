"""What happened to a letter or a mailbox, in the reader's words. Findings are told by ``words``."""

from __future__ import annotations

from typing import Protocol

from api.catalogue import Language, text


class Told(Protocol):
    """An outcome with a code and its facts: refused, try later, mailbox closed."""

    @property
    def code(self) -> str:
        """A stable slug."""

    @property
    def facts(self) -> dict[str, str | int]:
        """The variables of its text."""


def words_of(outcome: Told, language: Language) -> str:
    """One or two sentences: what happened, and what the reader can do."""
    return text(language, f"lab-mail-{outcome.code}", **outcome.facts)
