"""Sex, and what is asked about a family."""

from __future__ import annotations

from typing import Final

from api.services.vacancy_text.rules import Rule
from api.services.vacancy_text.words import ADJ, MAN_OR_WOMAN, ONLY, PERSON, W, gap

_NEUTRAL: Final = r"\(?(?:m ?/ ?v|v ?/ ?m)(?: ?/ ?x)?\)?"
#: Between what is asked and the word: nothing that begins another thought.
_STRAIGHT: Final = r"(?:,? (?!die|dat|met|om|van|bij|aan|waar|wie)[\w'-]{1,30}){0,6}?"
_CANDIDATE: Final = r"(?:stagiaire?|student|kandidaat|medewerker|leerling|sollicitant)"
_NO_OTHER: Final = (
    r"(?:,? (?!klant|client|bewoner|kind|begeleider|patient|gast|baas|chef|man|collega|hij)[\w'-]{1,30}[.,]?){0,12}"
)

SEX: Final = (
    Rule(
        name="sex_wanted",
        ground="sex",
        level="direct",
        source="awgb_sex",
        about_others=True,
        patterns=(
            rf"{ADJ}{{0,3}}{MAN_OR_WOMAN}{gap(2)} gezocht",
            rf"(?:zoeken|zoekt|zoek|gezocht|vragen|willen|wil|gebruiken|nodig|ben jij|ben je|jij bent|je bent):?"
            rf"{_STRAIGHT}(?: (?:een|nog|liefst|alleen|die)|:|,)? (?P<hit>{ADJ}{{0,3}}{MAN_OR_WOMAN})",
            rf"{ONLY}(?: een| voor)? {ADJ}{{0,2}}{MAN_OR_WOMAN}",
            rf"(?:vlotte|leuke|spontane|sterke|stoere|gezellige|lieve|knappe|pittige|vrolijke|frisse) {MAN_OR_WOMAN}",
            rf"welke {ADJ}{{0,2}}(?:man|vrouw|jongen|meid|dame|heer|vent|kerel){gap(6)} (?:komt|helpt|wil|durft|kan)",
            r"(?:mannen|vrouwen|meiden|jongens)(?:baan|werk|beroep)",
            rf"(?:mannelijke?|vrouwelijke?),? {ADJ}{{0,2}}{PERSON}",
        ),
        unless=(
            rf"(?:mannen|man)(?:,? (?:en|of|als) | ?/ ?){ADJ}?(?:vrouwen|vrouw)",
            rf"(?:vrouwen|vrouw)(?:,? (?:en|of|als) | ?/ ?){ADJ}?(?:mannen|man)",
            r"(?:dames|heren|jongens|meisjes|dame|heer|jongen|meisje)(?:,? (?:en|of|als) | ?/ ?)"
            r"(?:dames|heren|jongens|meisjes|dame|heer|jongen|meisje)",
            rf"(?:man|vrouw|vent|mannen|vrouwen) van {W}",
            r"dames- en heren\w{0,20}",
        ),
        unless_before=(rf"(?:groep|klas|opvang|huis|team) (?:voor |van |met )?{ADJ}{{0,2}}",),
        unless_after=(_NEUTRAL,),
    ),
    Rule(
        name="sex_pronoun",
        ground="sex",
        level="advice",
        source="gender_writing",
        patterns=(
            r"hij ?/ ?zij",
            r"zij ?/ ?hij",
            r"hij ?/ ?ze",
            r"hij of zij",
            r"zij of hij",
            r"\(?s\)?hij",
            r"zijn ?/ ?haar",
            r"haar ?/ ?zijn",
            r"zijn of haar",
            r"haar of zijn",
            r"hem ?/ ?haar",
            r"haar ?/ ?hem",
            r"hem of haar",
            rf"(?:de|een|onze|iedere|elke|deze)(?: {W}){{0,2}} {_CANDIDATE},?\.?{_NO_OTHER} (?P<hit>hij)",
        ),
        negatable=False,
    ),
    Rule(
        name="sex_job_name",
        ground="sex",
        level="advice",
        source="gender_writing",
        patterns=(
            r"(?:bar|timmer|vak|brandweer|camera|ambachts|politie|zaken|vracht|melk|verkoop)(?:man|mannen)",
            r"(?:schoonmaak|verkoop|kap|werk|naai|verzorg|begelei|lei|onderwijzer|serveer|kraamverzorg)st?ers?",
            r"(?:[\w-]{0,20}medewerkster|schoonmaakster|verkoopster|kapster|naaister|verzorgster|begeleidster|leidster"
            r"|serveerster|kraamverzorgster|receptioniste|verpleegster|secretaresse|gastvrouw|hostess|masseuse|caissiere"
            r"|stewardess|coupeuse|doktersassistente|tandartsassistente|barvrouw|kleuterjuf|juf)(?:s|n|en|fen)?",
        ),
        unless=(r"gastvrouw(?:en)?(?: (?:en|of) |/)gastheer", r"gastheer(?: (?:en|of) |/)gastvrouw"),
        unless_sentence=(_NEUTRAL, r"man of vrouw", r"mannen en vrouwen"),
        unless_before=(
            r"(?<!jij )(?<!je )(?<!zoekt )(?<!zoeken )onze",
            r"(?:helpt|helpen|assisteert|met|naast|van|door) (?:de|een|onze)",
            r"voor de",
        ),
        negatable=False,
    ),
    Rule(
        name="sex_family",
        ground="sex",
        level="direct",
        source="awgb_sex",
        about_others=True,
        patterns=(
            r"gezinssituatie",
            r"(?:geen )?(?:kinderwens|zwangerschapswens)",
            r"(?:flexibele|werkende|thuisblijvende) moeders?",
            r"(?:huismoeder|huisvrouw)(?:s|en)?",
            r"(?:een )?moeders? met (?:\w{2,20}e )?kinderen",
            r"(?:niet )?zwanger",
        ),
        unless=(r"normale gezinssituatie",),
        unless_after=(rf"van (?:de|het|een|je|hun|{W})",),
        unless_sentence=(r"kraamzorg", r"verloskund\w{1,10}"),
    ),
)
