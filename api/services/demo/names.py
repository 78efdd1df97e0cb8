"""Names of people and companies that do not exist, from a stream of their own.

Matching never sees a name. Names are drawn apart from everything else, so that another name seed changes names and
nothing but names: a test holds that.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from faker import Faker

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIRST_HALF = (
    "Zilver", "Kwartel", "Vossen", "Maan", "Hazel", "Pimpel", "Dauw", "Klaver", "Nevel", "Ganzen", "Schemer", "Bosuil",
    "Wespen", "Koper", "Tureluur", "Amber", "Winterkoning", "Sleutelbloem", "Pluvier", "Rietzanger",
)  # fmt: skip
_SECOND_HALF = (
    "lantaarn", "kompas", "vlonder", "wiek", "baken", "kroon", "spoor", "bries", "sprong", "anker", "zolder", "draad",
)  # fmt: skip


def people(seed: int) -> Iterator[str]:
    """Names of people, Dutch style, without end."""
    fake = Faker("nl_NL")
    fake.seed_instance(seed)
    while True:
        yield f"{fake.first_name()} {fake.last_name()}"


def companies(seed: int) -> Iterator[str]:
    """Proper names of invented companies, each once: "Zilverlantaarn", "Kwartelkompas"."""
    every = [first + second for first in _FIRST_HALF for second in _SECOND_HALF]
    random.Random(seed).shuffle(every)  # noqa: S311  # demo data, not a secret
    for turn in range(1, 1000):
        for name in every:
            yield name if turn == 1 else f"{name} {turn}"
