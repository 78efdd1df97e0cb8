"""What the law does not ask for in so many words: levels, "a click", personal details, bravado, hard reading."""

from __future__ import annotations

from typing import Final

from api.services.vacancy_text.rules import Rule
from api.services.vacancy_text.words import ONLY, within

_LEVEL: Final = r"(?:(?:mbo|mbo-)? ?niveau [1-4]|mbo-?[1-4]|hbo(?:'ers?|-[\w]{2,20})?)"

ADVICE: Final = (
    Rule(
        name="level_demand",
        ground="none",
        level="advice",
        source="selection",
        patterns=(
            rf"(?:{ONLY}|geen|minimaal|minstens|vanaf) (?:een |van |voor |op )?(?:studenten |stagiairs )?(?:van )?"
            rf"{_LEVEL}(?: of hoger)?",
            r"(?:mbo[- ]?|niveau )[1-4][\w-]{0,15} (?:hoeven|kunnen|mogen|nemen) (?:we |wij )?niet",
        ),
    ),
    Rule(
        name="fit_vague",
        ground="none",
        level="advice",
        source="selection",
        patterns=(
            r"past? (?:goed |echt |helemaal )?bij ons(?: team| bedrijf)?",
            r"(?:in|binnen) ons team past?",
            r"(?:een|de|die|goede|persoonlijke) klik(?! op)",
            r"cultu(?:urfit|rele (?:fit|match))",
            r"cultural fit",
            r"leuke persoonlijkheid",
            r"ons soort mensen",
        ),
        negatable=True,
    ),
    Rule(
        name="data_asked",
        ground="race",
        level="indirect",
        source="awgb",
        patterns=(
            r"(?:cv|curriculum|brief|sollicitatie|mail|stuur|stuurt|vermeld|vermeldt|noem|zet|voeg)(?!\w)"
            r"[^.!?\n]{0,60}?"
            r"(?<!\w)(?P<hit>(?:pas)?foto|geboorteplaats|geboorteland|geboortedatum|nationaliteit"
            r"|burgerlijke staat|bsn)"
            r"(?:(?:,| en| of) (?:je |uw )?(?:(?:pas)?foto|geboorteplaats|geboorteland|geboortedatum|nationaliteit"
            r"|burgerlijke staat|bsn))?(?!')",
            r"waar (?:je|u|jij) geboren (?:bent|bent u)",
        ),
        unless_before=(rf"(?:zonder|geen) {within(1)}",),
    ),
    Rule(
        name="macho",
        ground="sex",
        level="advice",
        source="tone",
        tone=True,
        patterns=(
            r"dominante?",
            r"killers?-?(?:mentaliteit|instinct)",
            r"haantjes?",
            r"ninja'?s?",
            r"rock ?-?stars?",
            r"geen (?:9|negen)[ -]tot[ -](?:5|vijf)[\w-]{0,20}",
        ),
    ),
    Rule(
        name="style_long",
        ground="none",
        level="advice",
        source="plain_language",
        longest_sentence=20,
    ),
    Rule(
        name="style_passive",
        ground="none",
        level="advice",
        source="plain_language",
        negatable=False,
        patterns=(
            rf"(?:wordt|worden|werd|werden) {within(6)}(?:(?:ge|be|ver|ont|op|aan|uit|af|mee|in)[\w]{{1,8}})?"
            r"(?:ge|be|ver|ont)\w{2,20}(?:d|t|en)",
        ),
    ),
    Rule(
        name="style_jargon",
        ground="none",
        level="advice",
        source="plain_language",
        negatable=False,
        patterns=(
            r"hands-? ?on",
            r"team-? ?players?",
            r"can-? ?do(?:-?mentaliteit)?",
            r"mind-?set",
            r"skills",
            r"targets?",
            r"self-? ?starters?",
            r"go-? ?getters?",
            r"no-? ?nonsense",
            r"challenging",
            r"out of the box",
            r"multi-?tasken",
            r"committed",
            r"pro-? ?active",
        ),
    ),
    Rule(
        name="style_abbreviation",
        ground="none",
        level="advice",
        source="plain_language",
        negatable=False,
        patterns=(
            r"(?:o\.a|d\.m\.v|i\.v\.m|m\.b\.t|t\.a\.v|i\.c\.m|n\.a\.v|t\.b\.v|m\.b\.v|e\.d|m\.u\.v|z\.s\.m|i\.p\.v"
            r"|evt|bijv|etc|excl|incl)\.",
            r"(?:fte|zsm|ivm|mbt|dmv|tbv|ipv)",
        ),
    ),
)
