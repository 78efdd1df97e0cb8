"""Four applications for an internship (stage) in vocational education, and words for four sectors.

All four have the same points and say the same in other words, in plain Dutch (B1) as a student of 17 to 19 writes it.
Nothing in them must be forged: no diploma, certificate or number, no teacher, no earlier employer by name. The school
is a word of the study, filled in by schools that gave their consent.
"""

from __future__ import annotations

from typing import Final

from testing_lab.profiles.letters.letter_a import LETTER_A
from testing_lab.profiles.letters.letter_b import LETTER_B
from testing_lab.profiles.letters.letter_c import LETTER_C
from testing_lab.profiles.letters.letter_d import LETTER_D
from testing_lab.profiles.template_format import parse_template
from testing_lab.profiles.templates import Template

#: Words for the slots ``field``, ``tasks`` and ``learn``, by sector.
SECTOR_WORDS: Final[dict[str, dict[str, str]]] = {
    "care": {
        "field": "de zorg",
        "tasks": "bewoners helpen en activiteiten begeleiden",
        "learn": "bewoners goed begeleidt",
    },
    "ict": {
        "field": "de ICT",
        "tasks": "computers installeren en storingen oplossen",
        "learn": "gebruikers snel en goed helpt",
    },
    "technical": {
        "field": "de techniek",
        "tasks": "onderdelen maken en machines onderhouden",
        "learn": "veilig met machines werkt",
    },
    "trade": {
        "field": "de handel",
        "tasks": "klanten helpen en de voorraad bijhouden",
        "learn": "klanten goed advies geeft",
    },
}


def _read(text: str) -> Template:
    parsed = parse_template(text)
    if parsed.template is None:
        raise AssertionError(parsed.findings)
    return parsed.template


#: Any two of them can meet in a pair.
TEMPLATES: Final[tuple[Template, ...]] = tuple(_read(text) for text in (LETTER_A, LETTER_B, LETTER_C, LETTER_D))
