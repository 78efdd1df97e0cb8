"""All text that people read, in Dutch (B1) and English: one catalogue for pages, mail, command line and files.

Texts are Project Fluent files, ``nl/*.ftl`` and ``en/*.ftl``; a test proves that both languages have the same
messages with the same variables.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from fluent.runtime import FluentBundle, FluentResource

Language = Literal["nl", "en"]
FOLDER = Path(__file__).parent


class MessageMissing(LookupError):
    """A message id is not in the catalogue: a fault of ours, never of the reader."""


@cache
def _bundle(language: Language) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for path in sorted((FOLDER / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


def text(language: Language, message: str, **facts: object) -> str:
    """The text of ``message`` with its variables filled in.

    Raises
    ------
    MessageMissing
        The catalogue has no such message, or a variable is missing.
    """
    bundle = _bundle(language)
    pattern = bundle.get_message(message).value if bundle.has_message(message) else None
    if pattern is None:
        raise MessageMissing(message)
    value, errors = bundle.format_pattern(pattern, facts)
    if errors:
        raise MessageMissing(f"{message}: {errors}")
    return str(value)


def has(language: Language, message: str) -> bool:
    """Whether the catalogue knows the message."""
    return bool(_bundle(language).has_message(message))
