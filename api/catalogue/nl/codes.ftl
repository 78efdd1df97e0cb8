# Woorden voor vaste codes: familie-code.
tab-overview = Overzicht
tab-students = Studenten
tab-offers = Aanbod
tab-imports = Bestanden
tab-runs = Matchings

notice-round-made = De ronde is gemaakt.
notice-import-applied = Het bestand is ingelezen.
notice-import-cancelled = Het bestand is niet ingelezen. Er is niets veranderd.
notice-run-asked = De matching is gestart.
notice-run-cancelled = De matching stopt.
notice-accepted = Het voorstel is geaccepteerd.
notice-overridden = Uw keuze is vastgelegd.
notice-reviewed = U hebt dit voorstel bekeken.
notice-rest-accepted = De voorstellen zijn geaccepteerd.
notice-rest-partly = Niet elk voorstel kon: sommige plekken zijn nog bezet. Moet daar eerst iemand weg of verhuizen? Bekijk dan dat voorstel, en accepteer daarna nog een keer de rest.
notice-second-step-on = Twee stappen staat aan. De volgende keer vraagt Stagekans ook een code.
notice-second-step-off = Twee stappen staat uit.
notice-signed-out = U bent afgemeld.

next-title-import-offers = Lees eerst het aanbod in
next-text-import-offers = Begin met de stageplekken. De studenten kunnen er daarna uit kiezen.
next-button-import-offers = Lees het aanbod in
next-title-import-students = Lees nu de studenten in
next-text-import-students = Het aanbod staat klaar. Nu de studenten met hun voorkeuren.
next-button-import-students = Lees de studenten in
next-title-start-run = Start de matching
next-text-start-run = Alles staat klaar. Stagekans zoekt de best passende plekken. Daarna beslist u.
next-button-start-run = Bereid de matching voor
next-title-wait-for-run = De matching loopt
next-text-wait-for-run = U kunt meekijken, of later terugkomen.
next-button-wait-for-run = Bekijk de voortgang
next-title-decide = De matching is klaar: nu beslist u
next-text-decide = Bekijk het resultaat, lees de uitleg en accepteer of kies anders.
next-button-decide = Bekijk het resultaat
next-title-see-offers = Bekijk het aanbod
next-text-see-offers = U ziet welke plekken er zijn en hoe vaak studenten ze kozen.
next-button-see-offers = Bekijk het aanbod

import-kind-students = Studenten
import-kind-offers = Aanbod
import-kind-equivalents = Gelijkwaardige opleidingen
import-kind-hint-students = Een rij per student, met voorkeuren. Lees eerst het aanbod in.
import-kind-hint-offers = Een rij per aanbod, met het aantal plekken.
import-kind-hint-equivalents = Welke opleidingscode ook meetelt voor een andere.
import-state-previewed = Nog niet ingelezen
import-state-applied = Ingelezen
import-state-cancelled = Niet ingelezen

offer-status-open = Open
offer-status-closed = Gesloten
offer-status-blocked = Geblokkeerd

run-state-queued = Wacht
run-state-running = Bezig
run-state-finished = Klaar
run-state-failed = Niet gelukt
run-state-cancelled = Gestopt
run-stage-queued = De matching wacht op zijn beurt
run-stage-reading = Stagekans leest de gegevens
run-stage-eligibility = Stagekans zoekt welk aanbod past
run-stage-placed = Stagekans zoekt zoveel mogelijk plekken
run-stage-worst-off = Stagekans helpt eerst wie het slechtst af is
run-stage-satisfaction = Stagekans zoekt de best passende verdeling
run-stage-lottery = Het lot beslist bij gelijke kansen
run-stage-explaining = Stagekans schrijft de uitleg
run-stage-auditing = Stagekans controleert het resultaat
run-stage-storing = Stagekans slaat het resultaat op

goal-placed = Studenten met een plek
goal-group-gap = Gelijke kans per groep
goal-gap = { $points } procentpunt ({ $fraction })
goal-worst-off = Eerst wie het slechtst af is
goal-satisfaction = Tevredenheid (punten samen)
goal-lottery = Loting bij gelijke kansen
goal-number = { $number }
goal-bound-equal = Hetzelfde
class-count = { $name }: { $students }
class-band = { $least }–{ $most } punten

rank-not-named = Niet gekozen, wel passend
rank-later = Latere keuze
rank-none = Geen plek

decision-accept = Geaccepteerd
decision-override = Anders gekozen
decided-accept = Dit voorstel is geaccepteerd
decided-override = Er is anders gekozen

check-recognition-unverified = Controleer de erkenning
check-travel-unknown = Reistijd niet bekend

unplaced-no-eligible-offer = Geen aanbod past
unplaced-no-places = Passend aanbod heeft 0 plekken
unplaced-more-students-than-places = Meer studenten dan plekken
unplaced-other-goal-first = Een ander doel ging voor

fate-obtained = Gekregen
fate-removed = Valt af
fate-taken = Vol
fate-no-places = Heeft 0 plekken
fate-unknown-offer = Onbekend aanbod
fate-not-needed = Niet nodig
fate-decided = Al besloten
fate-place-left = Ander aanbod had meer punten

rule-offer-status = gesloten aanbod
rule-crebo = een andere opleiding
rule-level = een ander niveau
rule-learning-path = een andere leerweg
rule-period = een andere periode
rule-days = andere dagen
rule-travel = te lange reistijd
rule-support = begeleiding die er niet is
rule-forbidden = een uitsluiting door een mens
rule-not-named = een keuze van de student: alleen eigen voorkeuren
rule-said-offer-status = het aanbod is niet open
rule-said-crebo = het is voor een andere opleiding
rule-said-level = het is voor een ander niveau
rule-said-learning-path = het is voor een andere leerweg
rule-said-period = de periode past niet
rule-said-days = de dagen passen niet
rule-said-travel = de reis is te lang
rule-said-support = het bedrijf heeft de nodige begeleiding niet
rule-said-forbidden = een mens sloot deze combinatie uit
rule-said-not-named = de student koos dit aanbod niet

role-coordinator = Stagecoördinator
role-service-point = Servicepunt
role-researcher = Onderzoeker
role-school-lead = Teamleider
role-privacy-officer = Privacyfunctionaris
role-admin = Beheerder

transport-walk = Lopen
transport-bike = Fiets
transport-public-transport = Openbaar vervoer
transport-car = Auto
weekday-mo = maandag
weekday-tu = dinsdag
weekday-we = woensdag
weekday-th = donderdag
weekday-fr = vrijdag

form-field-name = Naam
form-field-starts-on = Eerste dag
form-field-ends-on = Laatste dag
form-field-sign-in-name = Gebruikersnaam
form-field-password = Wachtwoord
form-field-code = Code
form-field-offer-id = Andere plek
form-field-reason = Reden
form-field-seed = Startgetal
form-field-file = Bestand
form-field-students = Studenten
form-field-offers = Aanbod
field-file-missing = Kies eerst een bestand.
