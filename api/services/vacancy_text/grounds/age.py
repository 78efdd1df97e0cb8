"""Age."""

from __future__ import annotations

from typing import Final

from api.services.vacancy_text.rules import Rule
from api.services.vacancy_text.words import ADJ, COUNT, MAN_OR_WOMAN, PERSON, YOU_ARE, W, gap, within

_AGE: Final = (
    r"(?:1[4-9]|[2-7]\d|achttien|twintig|vijfentwintig|dertig|vijfendertig|veertig|vijfenveertig|vijftig|zestig)"
)
_ABOVE_18: Final = r"(?:19|[2-7]\d|twintig|vijfentwintig|dertig|veertig)"
_TO_18: Final = r"(?:1[5-8]|achttien|zestien)"
_TO: Final = r"(?: ?- ?| tot en met | t/m | tot | en )"
_YEAR: Final = r" ?(?:jaar|jr)(?!(?: [\w-]{1,30}){0,2} [\w-]{0,20}ervaring)"
_UP_TO: Final = (
    r"(?:max(?:imaal|imum|\.)?|hooguit|hoogstens|ten hoogste|tot en met|tot|t/m|onder de|jonger dan|niet ouder dan"
    r"|niet jonger dan|tussen(?: de)?)"
)
_FROM: Final = r"(?:vanaf(?: de leeftijd van)?|minimaal|min\.?|minstens|ten minste|tenminste|ouder dan|boven de)"
_NOT_PEOPLE: Final = (
    r"(?:bestaat|bestaan|garantie|contract|duurt|duren|duur|looptijd|opgericht|geleden|jubileum|gebouw|machine"
    r"|hypotheek|oude? pand|wij hebben|geldig|meega\w{0,2}|mee|lang|later)"
)
_CHILDREN: Final = r"(?:kinderen|jongeren|leerlingen|clienten|pupillen|dieren|pubers|bewoners)"
_JOIN: Final = r"(?:,? (?:en |maar )?[\w-]{1,24}[^\Wn])"

AGE: Final = (
    Rule(
        name="age_limit",
        ground="age",
        level="direct",
        source="wgbl",
        about_others=True,
        patterns=(
            rf"(?:leeftijd(?: van)?:? )?(?:{_UP_TO} )?(?:de )?{_AGE}{_TO}(?:de )?{_AGE}{_YEAR}",
            rf"(?:leeftijd(?: van)?:? )?{_UP_TO} {_AGE}{_YEAR}(?: oud)?",
            rf"{_FROM} {_ABOVE_18}{_YEAR}(?: oud)?",
            rf"leeftijd(?:{gap(3)}):? (?:{_UP_TO} )?{_AGE}(?:{_TO}{_AGE})?(?: jaar)?",
            rf"(?:jonger dan|niet ouder dan) (?:de )?{_AGE}(?! ?(?:euro|procent|%|weken|maanden|dagen))",
            rf"ouder dan {_ABOVE_18}(?! ?(?:euro|procent|%|weken|maanden|dagen))",
            rf"(?:onder|boven) de {_AGE}(?! ?(?:euro|procent|%|graden|meter|weken|maanden|dagen|jaar))",
            rf"{_AGE}(?:{_TO}{_AGE})?-jarigen?",
        ),
        unless=(rf"gemiddelde leeftijd{gap(6)}", rf"team van {_AGE}{_TO}{_AGE}"),
        unless_before=(rf"{_NOT_PEOPLE}{gap(4)}",),
        unless_after=(_NOT_PEOPLE, rf"(?:{W} )?{_CHILDREN}"),
    ),
    Rule(
        name="age_minimum",
        ground="age",
        level="indirect",
        source="wgbl",
        about_others=True,
        patterns=(
            rf"{_FROM} {_TO_18}(?:{_YEAR}(?: oud| of ouder)?| (?:zijn|bent))",
            rf"moet {within(2)}{_TO_18}(?: jaar)? zijn",
            rf"minimum ?-?leeftijd(?: is| van)?:? {_TO_18}(?: jaar)?",
            rf"{_TO_18}(?: jaar of ouder| ?\+| jaar en ouder)",
            rf"{YOU_ARE}(?: al)? {_TO_18} jaar",
        ),
        unless_before=(rf"{_NOT_PEOPLE}{gap(4)}",),
        unless_after=(_NOT_PEOPLE, rf"(?:{W} )?{_CHILDREN}"),
        unless_sentence=(
            r"wet",
            r"wettelijke?",
            r"[\w-]{2,30}wet",
            r"cao",
            r"alcohol(?:houdend\w{0,2})?",
            r"nachtwerk",
            r"gevaarlijk(?:e werk)?",
        ),
    ),
    Rule(
        name="age_young",
        ground="age",
        level="direct",
        source="wgbl",
        about_others=True,
        patterns=(
            rf"jonge?,? (?:en )?{ADJ}{{0,3}}(?:{PERSON}|{MAN_OR_WOMAN})",
            rf"(?:{YOU_ARE}|iemand die)(?:,? {W}){{0,3}},? (?P<hit>jong)(?! belegen)",
            r"jong van (?:geest|hart)",
            r"jong (?:talent|bloed)",
            r"jongeren gezocht",
            r"jeugdige?(?: [\w-]{2,30})?",
        ),
        unless=(
            r"jonge? (?:en|of) oude?",
            r"oude? (?:en|of) jonge?",
            r"jeugdige? (?:clienten|bewoners|bezoekers|patienten|kinderen|spelers|leden|gasten)",
        ),
        unless_sentence=(r"asiel", r"dierenasiel", r"puppy'?s?", r"fokker"),
    ),
    Rule(
        name="age_team",
        ground="age",
        level="indirect",
        source="wgbl",
        patterns=(
            rf"jonge?{_JOIN}{{0,3}} (?:team|club|ploeg|groep|collega'?s)(?: collega'?s)?",
            rf"gemiddelde leeftijd(?:{gap(5)} \d{{2}}(?: jaar)?)?",
            r"(?:collega'?s|team) (?:is|zijn) gemiddeld \d{2}(?: jaar)?",
            rf"(?:team|ploeg|club) is {within(2)}jong",
            rf"team van (?:de )?{_AGE}{_TO}(?:de )?{_AGE}(?: jaar)?",
        ),
        unless_sentence=(
            r"bewoners",
            r"clienten",
            r"bezoekers",
            r"patienten",
            r"klanten",
            r"gasten",
            r"leden",
            r"leerlingen",
        ),
    ),
    Rule(
        name="age_old",
        ground="age",
        level="direct",
        source="wgbl",
        about_others=True,
        patterns=(
            r"ervaren rot(?:ten)?",
            r"(?:van |op )?middelbare leeftijd",
            rf"oudere,? {ADJ}{{0,2}}{PERSON}",
            r"niet te (?:oud|jong)",
        ),
    ),
    Rule(
        name="age_starter",
        ground="age",
        level="indirect",
        level_for_internship="advice",
        source="wgbl",
        patterns=(
            r"schoolverlaters?",
            r"starters?(?: op de arbeidsmarkt)?",
            r"(?:beginnende?|aankomende?) (?!bij|met|in|op|week|weken|maand|periode|jaar|zomer|winter|voorjaar|najaar"
            r"|seizoen|schooljaar|weekend|tijd|studie|[a-z]{1,9}dag|lente|herfst)[\w-]{3,30}",
            r"(?:pas|net|recent|kersvers) afgestudeerde?n?",
            r"eerste stap(?:pen)? (?:in|van) (?:je|jouw|uw) (?:carriere|loopbaan)",
        ),
        unless=(
            r"starters op de (?:woningmarkt|huizenmarkt)",
            r"(?:beginnende|aankomende) (?:ondernemers?|klanten|clienten|ouders|leerlingen|studenten)",
        ),
        unless_sentence=(r"vroegtijdig\w{0,2}", r"kwetsbare", r"doelgroep\w{0,10}", r"[\w-]{2,30}wet"),
    ),
    Rule(
        name="age_junior_senior",
        ground="age",
        level="indirect",
        source="wgbl",
        patterns=(
            r"(?:junior|senior)s?(?: (?!functie|niveau|rol|positie|college|collega|die|in|op|voor|met|om)[\w-]{3,30})?",
        ),
        unless=(r"(?:junior|senior)(?: |-)(?:functie|niveau|rol|positie|college|collega'?s?)",),
        unless_before=(
            rf"(?:samen met|begeleid(?:t|ing)? (?:door|van)|onder leiding van|van|naast|door|onze){gap(1)}",
        ),
        unless_after=(r"(?:begeleidt|helpt|leert|staat|is je|wordt je)",),
    ),
    Rule(
        name="age_experience",
        ground="age",
        level="indirect",
        source="wgbl",
        patterns=(
            rf"(?:max(?:imaal|\.)?|hooguit|hoogstens|niet meer dan|ten hoogste) {COUNT} jaar "
            rf"{within(2)}[\w-]{{0,20}}ervaring",
            rf"(?:tussen (?:de )?)?{COUNT}(?: ?- ?| tot | a | of | en ){COUNT} jaar {within(2)}[\w-]{{0,20}}ervaring",
            rf"[\w-]{{0,20}}ervaring van (?:max(?:imaal|\.)?|hooguit|hoogstens) {COUNT} jaar",
            rf"[\w-]{{0,20}}ervaring: ?{COUNT}(?: ?- ?| tot | a ){COUNT} jaar",
        ),
        unless_before=(rf"(?:begeleiders?|ons bedrijf|wij hebben|het team|onze \w{{2,20}}){gap(3)}",),
    ),
    Rule(
        name="age_generation",
        ground="age",
        level="indirect",
        source="wgbl",
        patterns=(
            r"digital natives?",
            r"(?:fris|vers|net|recht|zo|kersvers) (?:van|uit) (?:de )?(?:school|schoolbank|schoolbanken)",
            r"generatie [xyz]",
            r"millennials?",
        ),
    ),
    Rule(
        name="age_school_job",
        ground="age",
        level="indirect",
        source="wgbl",
        only_for="job",
        patterns=(r"scholier(?:en)?(?: gezocht)?", r"bijbaan(?:tje)?", r"vakantiebaan"),
        unless_before=(rf"(?:voorlichting|les|lessen|begeleidt|rondleiding|aan){gap(2)}",),
    ),
)
