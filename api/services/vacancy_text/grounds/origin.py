"""Race and origin, language, nationality, and where somebody lives."""

from __future__ import annotations

from typing import Final

from api.services.vacancy_text.rules import Rule
from api.services.vacancy_text.words import ONLY, PERSON, YOU_ARE, gap, within

_WELL: Final = (
    r"(?:vloeiende?|perfecte?|uitstekende?|foutlo(?:os|ze)|onberispelijke?|uitmuntende?|vlekkelo(?:os|ze)|zeer goede?)"
)
_DUTCH: Final = r"(?:het |de )?nederlandse?(?: taal)?"
_IN_WRITING: Final = r"(?: in woord en (?:geschrift|schrift))"
_WESTERN: Final = r"(?:westerse?|blanke|witte|nederlandse|hollandse|europese)"

ORIGIN: Final = (
    Rule(
        name="origin_accent",
        ground="race",
        level="indirect",
        source="language",
        patterns=(
            r"accentlo(?:os|ze)",
            r"accentvrije?",
            rf"(?:zonder|geen) {within(2)}accent",
            r"abn(?![ -]?amro)",
        ),
        unless=(rf"met of zonder {within(2)}accent",),
    ),
    Rule(
        name="origin_language",
        ground="race",
        level="indirect",
        source="language",
        patterns=(
            rf"{_WELL} (?:beheersing van |kennis van |in )?{_DUTCH}{_IN_WRITING}?",
            rf"goede? (?:beheersing van |kennis van ){_DUTCH}{_IN_WRITING}?",
            rf"(?:beheers|beheerst|beheersen|spreek|spreekt|spreken|schrijf|schrijft|schrijven) {within(1)}{_DUTCH} "
            rf"{within(2)}{_WELL}{_IN_WRITING}?",
            rf"nederlandse?(?: taal)? {within(2)}in woord en (?:geschrift|schrift)",
            rf"nederlands {within(5)}{_WELL}",
            r"native speakers?",
            r"native (?:nederlands|dutch)",
            r"moedertaal(?:niveau)?",
            r"nederlands als (?:eerste taal|moedertaal|thuistaal)",
        ),
        unless=(r"(?:in|hun|eigen) (?:de )?moedertaal",),
        unless_sentence=(r"moedertaalonderwijs", r"taalles(?:sen)?", r"[a-z-]{0,20}taalonderwijs", r"onderwijs in"),
    ),
    Rule(
        name="origin_descent",
        ground="race",
        level="direct",
        source="awgb",
        patterns=(
            r"autochto(?:on|nen|ne)",
            r"(?:liever )?(?:geen )?allochto(?:on|nen|ne)(?: [\w-]{2,30})?",
            rf"(?:liever |nemen )?(?:geen|niet) {within(1)}(?:buitenlanders?|migranten|vluchtelingen|statushouders"
            r"|turken|marokkanen|polen|antillianen|surinamers)",
            r"(?:hollandse|nederlandse) (?:werk)?(?:mentaliteit|nuchterheid|instelling|arbeidsmoraal)",
            rf"(?:van )?{_WESTERN} (?:afkomst|herkomst|komaf|achtergrond|roots|ouders|uiterlijk|{PERSON})",
            rf"(?:{ONLY}|zoeken|willen|echte|geboren)(?: een| wij| we| alleen)? nederlanders?",
            r"nederlanders? gezocht",
            r"(?:hollandse|nederlandse) (?:jongens?|meiden|meid|mannen|man|vrouwen|vrouw|types?)",
        ),
        unless=(r"nederlandse (?:monteurs?|koks?|mensen|leerlingen|studenten|collega'?s?)",),
    ),
    Rule(
        name="nationality_dutch",
        ground="nationality",
        level="direct",
        source="awgb",
        patterns=(
            r"nederlandse nationaliteit",
            r"nederlandse? (?:paspoort|pas|identiteitsbewijs|identiteitskaart|id-kaart|id)",
            r"nederlands staatsburgers?(?:chap)?",
        ),
        unless_sentence=(r"wet", r"wettelijke?", r"[\w-]{2,30}wet", r"defensie", r"aivd", r"vertrouwensfunctie"),
    ),
    Rule(
        name="nationality_eu",
        ground="nationality",
        level="indirect",
        source="awgb",
        patterns=(
            r"eu[- ]?(?:burgers?|paspoort|onderdaan|onderdanen|nationaliteit)",
            r"europees (?:paspoort|staatsburgers?(?:chap)?)",
        ),
        unless_sentence=(r"wet", r"wettelijke?", r"[\w-]{2,30}wet"),
    ),
    Rule(
        name="origin_residence",
        ground="race",
        level="advice",
        source="awgb",
        about_others=True,
        patterns=(
            r"uit (?:het|ons|dit) dorp(?: of (?:de |uit de )?(?:directe )?(?:omgeving|buurt))?",
            r"(?:kom|komt|komen|iemand) (?:je |jij )?(?P<hit>uit de (?:directe )?(?:omgeving|buurt|streek|regio))",
            rf"{YOU_ARE} woonachtig(?: in [\w'-]{{2,30}})?",
            r"woonachtig in [\w'-]{2,30}",
            rf"(?:je|jij) woont {within(3)}(?:km|kilometer|minuten|reistijd)",
            r"wonend (?:in|bij) (?:de |het )?[\w'-]{2,30}",
            rf"(?:je|jij) woont {within(1)}(?:in|bij|binnen|op|dicht bij)(?:{gap(3)})",
            r"postcode(?:gebied)? \d{4}(?: (?:tot|t/m|-|en) \d{4})?",
        ),
    ),
)
