"""Religion, health, orientation, civil status and working hours."""

from __future__ import annotations

from typing import Final

from api.services.vacancy_text.rules import Rule
from api.services.vacancy_text.words import ADJ, MAN_OR_WOMAN, PERSON, YOU_ARE, gap, within

_FAITH: Final = (
    r"(?:christelijke?|reformatorische?|islamitische?|katholieke?|protestantse?|joodse?|gereformeerde?|evangelische?"
    r"|hindoeistische?|protestants-christelijke?)"
)
_SCARF: Final = r"hoofddoek(?:en|jes|je)?"
_NOT_ALLOWED: Final = (
    r"(?:niet (?:toegestaan|gewenst|mogelijk|welkom|toelaatbaar)|verboden|ongewenst|uit den boze|mag niet|mogen niet"
    r"|(?:past|passen|kan|kunnen|hoort|horen) niet)"
)

RELIGION_AND_HEALTH: Final = (
    Rule(
        name="religion_headscarf",
        ground="religion",
        level="direct",
        source="religion",
        patterns=(
            rf"(?:geen|zonder|niet met) {within(2)}{_SCARF}",
            rf"{_SCARF}{gap(6)} {_NOT_ALLOWED}",
        ),
        unless=(rf"met of zonder {within(1)}{_SCARF}",),
    ),
    Rule(
        name="religion_neutral",
        ground="religion",
        level="indirect",
        source="religion",
        patterns=(
            rf"geen {within(2)}(?:religieuze|godsdienstige|geloofs)[ -]?"
            r"(?:uitingen|symbolen|tekens|kleding|kenmerken)",
            rf"(?:religieuze|godsdienstige) (?:uitingen|symbolen|tekens){gap(4)} {_NOT_ALLOWED}",
            rf"neutrale? {within(1)}(?:uitstraling|kleding|voorkomen|uiterlijk)",
            rf"representatie(?:f|ve) {within(2)}(?:uitstraling|voorkomen|uiterlijk)",
            rf"{YOU_ARE}(?:{gap(3)}),? (?P<hit>representatief)",
            rf"representatieve {ADJ}{{0,2}}{PERSON}",
        ),
        unless_before=(rf"(?:ruimtes?|kamers?|gebouw|winkel|interieur|website|huisstijl|pand){gap(5)}",),
    ),
    Rule(
        name="religion_identity",
        ground="religion",
        level="indirect",
        source="awgb",
        patterns=(
            rf"{_FAITH} (?:levensovertuiging|levensvisie|achtergrond|geloof|overtuiging|geloofsovertuiging)",
            rf"{_FAITH} {within(2)}(?:vereist|verplicht|gewenst)",
            rf"{YOU_ARE} {within(2)}(?P<hit>(?:{_FAITH}|christen|moslim|gelovig))(?= en |[,.!?;]|$| opgevoed)",
            r"(?:belijdend|meelevend|praktiserend) (?:christen|lid|moslim|katholiek)",
            rf"(?:onderschrijft|onderschrijf|onderschrijven|staat achter|deelt|uitdragen) {within(3)}"
            rf"(?:grondslag|geloof|{_FAITH} (?:identiteit|grondslag|waarden|normen))",
        ),
    ),
    Rule(
        name="health_demand",
        ground="disability",
        level="indirect",
        source="wgbhcz",
        about_others=True,
        patterns=(
            r"(?:goede|uitstekende|prima) (?:lichamelijke |fysieke )?(?:gezondheid|conditie)",
            rf"{YOU_ARE}(?:{gap(3)}),? (?P<hit>(?:kern)?gezond|fit|vitaal)(?! verstand| eten)",
            r"(?:lichamelijk|fysiek)(?: en \w{2,20})? (?:sterk|fit|gezond|in orde)",
            r"nooit (?:ziek|verzuimt)",
            rf"moet {within(3)}(?P<hit>(?:kern)?gezond|fit|vitaal) zijn",
            r"niet (?:vaak|snel|veel) ziek",
            rf"geen {within(2)}(?:beperking(?:en)?|handicap|rugklachten|gezondheidsklachten"
            r"|chronische ziekten?)(?! op| aan)",
            rf"(?:gezonde|fitte),? {ADJ}{{0,2}}(?:{PERSON}|{MAN_OR_WOMAN})",
        ),
    ),
    Rule(
        name="health_stress",
        ground="disability",
        level="advice",
        source="wgbhcz",
        patterns=(r"stressbestendig(?:e|heid)?", r"bestand tegen (?:stress|werkdruk)"),
    ),
    Rule(
        name="health_licence",
        ground="disability",
        level="advice",
        source="wgbhcz",
        patterns=(r"(?:auto)?rijbewijs(?: (?:b|be|c|ce)(?!\w))?",),
        unless_sentence=(
            r"rijd",
            r"rijdt",
            r"rijden",
            r"\w{0,15}chauffeurs?",
            r"bezorg\w{0,4}",
            r"(?:bestel)?bus",
            r"vrachtwagen",
            r"naar (?:onze )?klanten",
            r"transport",
            r"taxi",
            r"koeriers?",
            r"ritten",
            r"rijlessen",
            r"vervoer\w{0,2}",
            r"heftruck",
        ),
    ),
    Rule(
        name="orientation",
        ground="orientation",
        level="direct",
        source="awgb",
        patterns=(
            r"heteroseksue(?:el|le)",
            rf"{YOU_ARE} {within(1)}(?P<hit>hetero)",
            rf"geen {within(1)}(?:homo(?:'?s)?|homoseksuelen|lesbiennes|transgenders|lhbti?'?ers)",
            r"normale (?:gezinssamenstelling|gezinssituatie|relatie)",
        ),
    ),
    Rule(
        name="civil_status",
        ground="civil_status",
        level="direct",
        source="awgb",
        about_others=True,
        patterns=(
            r"(?:on)?gehuwde?",
            rf"(?:on)?getrouwde {PERSON}",
            r"(?:bent|ben je|ben jij) (?:niet |nog niet )?(?:getrouwd|samenwonend)",
            rf"zonder {within(1)}(?:gezin|partner|kinderen)",
            r"(?:nog )?geen (?:gezin|partner|kinderen|relatie)",
            r"vrijgezel",
            rf"{YOU_ARE} {within(1)}(?P<hit>alleenstaand)",
        ),
    ),
    Rule(
        name="hours_fulltime",
        ground="working_hours",
        level="indirect",
        source="hours",
        patterns=(
            rf"(?:alleen|uitsluitend|enkel|slechts) {within(1)}(?:full-? ?time|voltijds?|40 uur)"
            r"(?: mogelijk| beschikbaar)?",
            rf"(?:alleen|uitsluitend|enkel|slechts){gap(5)} (?:36|38|40) uur(?: per week)?",
            r"(?:full-? ?time|voltijds?) (?:beschikbaar|inzetbaar)(?:heid)?",
            rf"(?:part-? ?time|deeltijd) {within(2)}(?:niet mogelijk|geen optie|onmogelijk)",
        ),
        unless=(r"full-? ?time (?:of|en|/) part-? ?time", r"niet alleen full-? ?time"),
    ),
)
