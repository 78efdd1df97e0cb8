"""The published forms, letter for letter; and what a commitment does not let through."""

from __future__ import annotations

import hashlib
import subprocess

import pytest

from matching.commitment import LONGEST_SECRET, Opening, is_secret, is_sha256, one_line, sealed
from matching.engine.lottery import lot_numbers
from matching.verify.lots import lots_of_numbers, ticket_of

SALT = "00112233445566778899aabbccddeeff" * 2
OPENING = Opening(salt=SALT, secret="lente 2027 – kanaal 3")


def of_tool(text: str) -> str:
    """The hash by coreutils, as anybody can make it at a terminal."""
    told = subprocess.run(["sha256sum"], input=text.encode(), capture_output=True, check=True).stdout
    return told.split()[0].decode()


def test_the_forms_are_the_published_ones() -> None:
    commitment = f"stagekans lottery commitment 1\n{SALT}\nlente 2027 – kanaal 3\n"
    assert OPENING.commitment == of_tool(commitment)
    assert OPENING.seed("7 12 19 23 40 44") == of_tool(
        f"stagekans lottery seed 1\n{SALT}\nlente 2027 – kanaal 3\n7 12 19 23 40 44\n"
    )
    assert OPENING.seed() == of_tool(f"stagekans lottery seed 1\n{SALT}\nlente 2027 – kanaal 3\n\n")


def test_the_values_of_the_document() -> None:
    """The example of docs/lottery.md; a change of the form shows here."""
    assert OPENING.commitment == "82f92a3a2898a37482dce72a4495e8059285a80aa649225838547dad01ef0828"
    assert OPENING.seed("7 12 19 23 40 44") == "b16e8e3f2d1b8e2c23dc03bc281303435040edc7742018a4d1b4d10f780d5e88"


def test_every_part_matters() -> None:
    others = [
        Opening(salt=SALT[:-1] + "0", secret=OPENING.secret),
        Opening(salt=SALT, secret=OPENING.secret + "."),
    ]
    assert len({OPENING.commitment, *(other.commitment for other in others)}) == 3
    seeds = {opening.seed(text) for opening in (OPENING, *others) for text in ("", "1", "2")}
    assert len(seeds) == 9
    assert OPENING.commitment not in seeds, "the published hash tells nothing about the seed"


@pytest.mark.parametrize(
    "secret", ["", "korte", "x" * (LONGEST_SECRET + 1), " met een blanco", "twee\nregels erin", "a\tb c d e f"]
)
def test_what_is_no_secret(secret: str) -> None:
    assert not is_secret(secret)
    with pytest.raises(ValueError, match="secret"):
        Opening(salt=SALT, secret=secret)


@pytest.mark.parametrize("salt", ["", SALT[:-1], SALT.upper(), SALT[:-1] + "g", SALT + "\n"])
def test_what_is_no_salt(salt: str) -> None:
    assert not is_sha256(salt)
    with pytest.raises(ValueError, match="salt"):
        Opening(salt=salt, secret="lang genoeg")


def test_a_public_text_is_one_line_whoever_pastes_it() -> None:
    assert one_line(" 7  12\r\n19\t23 ") == "7 12 19 23"
    assert one_line("e\u0301") == "é"
    assert one_line(" \n ") == ""


def test_two_ways_to_the_same_lots() -> None:
    numbers = [f"{2_041_000 + number}" for number in range(500)]
    seed = OPENING.seed()
    lots = lots_of_numbers(numbers, seed)
    assert lots == lot_numbers(numbers, seed).tolist()
    assert lots == [1 + sorted(ticket_of(n, seed) for n in numbers).index(ticket_of(n, seed)) for n in numbers]
    assert sorted(lots) == list(range(1, 501))


def test_a_sealed_seed_cannot_be_taken_for_one() -> None:
    assert sealed(OPENING.commitment) == "sha256:" + OPENING.commitment
    assert not is_sha256(sealed(OPENING.commitment))
    assert hashlib.sha256(sealed(OPENING.commitment).encode()).hexdigest() != OPENING.seed()
