# De pagina's. Korte, actieve zinnen; "u" tegen medewerkers. Een knop is een werkwoord met een voorwerp.
frame-skip = Ga naar de inhoud
frame-menu = Hoofdmenu
frame-here = U bent hier
frame-rounds = Rondes
frame-english = English
frame-dutch = Nederlands
frame-sign-out = Afmelden
frame-offline = Er is geen verbinding. Controleer uw internet en probeer het opnieuw.
frame-footer = Stagekans doet een voorstel. Een mens beslist. Stagekans gebruikt geen naam, afkomst, geslacht of foto.

form-trouble = Dit ging niet goed
form-wrong = Dit klopt niet. Controleer wat u invulde.
form-back = Ga terug

period = { $start } tot en met { $end }
minutes = { $minutes ->
    [one] 1 minuut
   *[other] { $minutes } minuten
 }
minutes-short = { $minutes } min
seconds = { NUMBER($seconds, maximumFractionDigits: 1) } seconden
state = Stand
level-number = niveau { $level }
days-per-week = { $days ->
    [one] 1 dag per week
   *[other] { $days } dagen per week
 }

sign-in-title = Aanmelden
sign-in-lead = Meld u aan met de gegevens van uw school of gemeente.
sign-in-name = Gebruikersnaam
sign-in-password = Wachtwoord
sign-in-code = Code uit uw app (alleen als u die gebruikt)
sign-in-code-hint = De 6 cijfers die uw app nu toont. Hebt u geen app? Laat dit dan leeg.
sign-in-button = Meld mij aan

account-title = Uw account
account-roles = Rol
account-programmes = Opleidingen
account-all-programmes = Alle opleidingen
account-language = Taal
account-wrong = Klopt hier iets niet? Vraag het uw beheerder.
second-step-title = Aanmelden in twee stappen
second-step-text = U meldt zich dan aan met uw wachtwoord en een code uit een app. Iemand die uw wachtwoord kent, komt er zo niet in.
second-step-app = Zet een app met codes op uw telefoon
second-step-app-text = Bijvoorbeeld Microsoft Authenticator, Google Authenticator of FreeOTP.
second-step-secret = Voeg Stagekans toe aan de app
second-step-open = Open de app op dit apparaat
second-step-type = Staat de app op een ander apparaat? Typ daar deze sleutel:
second-step-code = Vul de code in die de app toont
second-step-code-text = De code heeft 6 cijfers en verandert elke 30 seconden.
second-step-field = Code uit de app
second-step-on-button = Zet twee stappen aan
second-step-is-on = Staat aan
second-step-on-text = Bij het aanmelden vraagt Stagekans ook een code uit uw app.
second-step-off-hint = Hebt u een nieuwe telefoon? Zet twee stappen uit en daarna weer aan. Vul uw wachtwoord in.
second-step-off-button = Zet twee stappen uit

error-typed = Dit had u ingevuld. Kopieer het, dan hoeft u het niet opnieuw te bedenken:
error-open-again = Open het formulier opnieuw
error-incident = Nummer van deze fout:
error-sign-in = Meld u aan
error-home = Ga naar de rondes
error-home-lab = Ga naar de onderzoeken

rounds-title = Rondes
rounds-lead = Een ronde is een stageperiode: studenten die een plek zoeken en bedrijven die plekken hebben.
rounds-make = Maak een ronde
rounds-empty = Hier staat nog geen ronde
rounds-empty-create = Maak eerst een ronde. Daarna leest u de studenten en het aanbod in.
rounds-empty-wait = Er is nog geen ronde die u mag zien. Verwacht u er wel een? Vraag het uw beheerder.
round-name = Ronde
round-period = Periode
round-places = Plekken
round-with-place = Met een plek
round-last-run = Laatste matching
round-parts = Onderdelen van de ronde
round-programmes = Opleidingen in deze ronde
round-no-programmes = Nog geen. Lees eerst de studenten in.
round-lately = Wat er gebeurde
round-nothing-yet = Er is nog niets ingelezen.

new-round-title = Maak een ronde
new-round-name-hint = Bijvoorbeeld: Zorg en welzijn, voorjaar 2027
new-round-starts = Eerste dag van de stageperiode
new-round-ends = Laatste dag van de stageperiode
new-round-button = Maak de ronde

programme = Opleiding
student = Student
student-name = Naam
student-number = Studentnummer
student-team = Team
student-location = Locatie
student-email = E-mail
student-place = Woonplaats
student-wishes = Voorkeuren
student-placed = Plek
student-school = Opleiding en school
student-level = Niveau
student-learning-path = Leerweg
student-study-year = Leerjaar
student-stage = De stage
student-period = Stageperiode
student-days = Stagedagen
student-transport = Reist met
student-max-travel = Langste reistijd
student-learning-wishes = Wil leren
student-support = Heeft nodig
student-failed = Eerdere afwijzingen
student-locked = Ligt al vast
student-forbidden = Uitgesloten aanbod
student-only-named = Deze student wil alleen een plek uit deze lijst.
student-not-only-named = Ander passend aanbod mag ook.
student-no-wishes = Deze student gaf geen voorkeuren op.
student-extra = Andere kolommen uit uw bestand
student-extra-text = Stagekans bewaart deze kolommen, maar gebruikt ze niet voor de matching.
student-see-outcome = De laatste matching is klaar. Bekijk het voorstel en de uitleg voor deze student.
student-see-outcome-button = Bekijk het voorstel
students-empty = Er zijn nog geen studenten
students-empty-text = Lees een bestand met studenten in. Excel of CSV mag allebei.
students-count = { $count ->
    [one] 1 student.
   *[other] { $count } studenten.
 }

offer-company = Leerbedrijf
offer-number = Nummer van het aanbod
offer-place = Plaats
offer-for = Voor opleiding
offer-crebo = Opleidingscode (crebo)
offer-period = Periode
offer-any-period = Elke periode
offer-places = Plekken
offer-taken = { $taken } van { $places } bezet
offer-named = Gekozen door
offer-status = Stand
offer-unverified = Erkenning niet gecontroleerd
offers-empty = Er is nog geen aanbod
offers-empty-text = Lees een bestand met stageplekken in. Excel of CSV mag allebei.
offers-count = { $count ->
    [one] 1 keer aanbod.
   *[other] { $count } keer aanbod.
 }

list-all = Alles
list-filter = Toon resultaten
list-clear = Wis het filter
list-search-student = Zoek op naam of nummer
list-search-offer = Zoek op bedrijf, plaats of nummer
list-search-proposal = Zoek op student of bedrijf
list-placed = Plek
list-with-place = Met een plek
list-without-place = Zonder plek
list-no-place-yet = Nog geen plek
list-decided = Besloten
list-undecided = Nog niet besloten
list-flagged = Zelf controleren
list-to-check = Nodig
list-nothing-to-check = Niet nodig
list-changed = Verandert de bekende plek
list-changes = Andere plek, of geen ({ NUMBER($count) })
list-no-changes = Geen wijziging ({ NUMBER($count) })
list-nothing-found = Niets gevonden. Zoek op iets anders of wis het filter.
list-pages = Bladeren
list-page = Pagina { $number } van { $pages }
list-previous = Vorige pagina
list-next = Volgende pagina

imports-title = Lees een bestand in
imports-lead = Stagekans controleert het bestand eerst. Er verandert niets tot u op "Lees in" drukt.
imports-kind = Soort bestand
imports-file = Bestand
imports-file-hint = Excel (.xlsx) of CSV, hoogstens 50 MB. De eerste rij bevat de namen van de kolommen.
imports-button = Controleer het bestand
imports-before = Eerdere bestanden
imports-none = U hebt nog geen bestand ingelezen.
imports-file-name = Bestand
imports-when = Datum
import-rows = Rijen
import-added = Nieuw
import-changed = Veranderd
import-unchanged = Al bekend
import-rejected = Niet goed
import-good-title = { $rows ->
    [one] De rij is goed
   *[other] Alle { $rows } rijen zijn goed
 }
import-good-text = U kunt het bestand inlezen. Bekijk hieronder wat er verandert.
import-some-title = { $rejected ->
    [one] 1 van de { $rows } rijen is niet goed
   *[other] { $rejected } van de { $rows } rijen zijn niet goed
 }
import-some-text = Verbeter het bestand en kies het opnieuw. Of lees alleen de goede rijen in.
import-fatal-title = Dit bestand kan zo niet
import-fatal-text = Er is niets veranderd. Lees hieronder wat er mis is en hoe u het herstelt.
import-applied-title = { $count ->
    [0] Ingelezen: er was niets nieuws
    [one] Ingelezen: 1 rij
   *[other] Ingelezen: { $count } rijen
 }
import-applied-text = De gegevens staan nu in de ronde.
import-cancelled-title = U hebt dit bestand niet ingelezen
import-cancelled-text = Er is niets veranderd.
import-apply = { $count ->
    [one] Lees 1 rij in
   *[other] Lees { $count } rijen in
 }
import-take-good = { $count ->
    [one] Lees alleen de 1 goede rij in
   *[other] Lees alleen de { $count } goede rijen in
 }
import-cancel = Lees dit bestand niet in
import-another = Kies een ander bestand
import-to-round = Ga naar de ronde
import-not-in-file = { $count ->
    [one] 1 rij staat wel in de ronde, maar niet in dit bestand. Die blijft staan.
   *[other] { $count } rijen staan wel in de ronde, maar niet in dit bestand. Die blijven staan.
 }
import-unknown-columns = { $count ->
    [one] Deze kolom kent Stagekans niet. Hij wordt bewaard, maar niet gebruikt:
   *[other] Deze { $count } kolommen kent Stagekans niet. Ze worden bewaard, maar niet gebruikt:
 }
import-faults = { $count ->
    [one] 1 opmerking
   *[other] { $count } opmerkingen
 }
import-faulty-rows = U kunt de rijen die niet goed zijn apart opslaan. In de laatste kolom staat wat er mis is.
import-download-xlsx = Download deze rijen (Excel)
import-download-csv = Download deze rijen (CSV)
import-more-faults = { $count ->
    [one] Er is nog 1 opmerking. Verbeter eerst deze en controleer dan opnieuw.
   *[other] Er zijn nog { $count } opmerkingen. Verbeter eerst deze en controleer dan opnieuw.
 }
import-sample = Zo leest Stagekans het bestand
import-sample-text = Controleer of de gegevens in de goede kolom staan.
import-sample-row = Voorbeeld { $number }
fault-row = Rij
fault-column = Kolom
fault-what = Wat is er mis?
fault-remedy = Hoe herstelt u het?
fault-whole-file = Heel het bestand
fault-look = Let op

run = Matching
run-name = Matching { $number }
run-none = Nog niet gedaan
run-when = Gestart op
run-by = Gestart door
run-placed = Met voorstel
run-decided = Besloten
runs-start = Start een matching
runs-empty = Er is nog geen matching
runs-empty-text = Een matching zoekt voor elke student de best passende plek. U krijgt een voorstel met uitleg. Daarna beslist u.
new-run-start = Start de matching
new-run-person = U krijgt alleen een voorstel. Niets ligt vast tot u beslist.
new-run-seed = Startgetal van de loting (niet verplicht)
new-run-seed-hint = Laat dit leeg: dan volgt het startgetal uit de gegevens en kan niemand het kiezen. Hebt u vooraf een startgetal bekendgemaakt? Vul dat dan in.
new-run-button = Start de matching
run-stopping = De matching stopt
run-waiting = De matching wacht op zijn beurt
run-busy-text = Stagekans zoekt plekken voor { $students } studenten bij { $offers } keer aanbod. U mag deze pagina sluiten: de matching gaat door.
run-tries = De matching is opnieuw begonnen. Dit is poging { $tries }.
run-cancel = Stop de matching
run-reload = Ververs deze pagina
run-cancelled-title = U hebt deze matching gestopt
run-cancelled-text = Er is geen voorstel. De gegevens zijn niet veranderd.
run-failed-title = De matching is niet gelukt
run-failed-unknown = De oorzaak is niet bekend.
run-failed-text = De gegevens zijn niet veranderd.
run-clashes = Deze rijen spreken elkaar tegen
run-more-clashes = { $count ->
    [one] Er is nog 1 rij.
   *[other] Er zijn nog { $count } rijen.
 }
clash-students = Student { $key }:
clash-offers = Aanbod { $key }:
clash-pairs = Combinatie van student { $key }:
clash-travel = Reistijd vanaf { $key }:
clash-other = Rij { $key } ({ $kind }):
run-again = Start een nieuwe matching
run-tries-made = Aantal pogingen

goal = Doel
goal-value = Bereikt
goal-bound = Best mogelijk
goal-proof = Bewijs
goal-proven = Bewezen
goal-not-proven = Niet bewezen
goal-placed-text = Zoveel mogelijk studenten krijgen een plek.
goal-group-gap-text = Het verschil tussen groepen is zo klein mogelijk: van elke groep krijgt een even groot deel een plek.
goal-worst-off-bands-text = Eerst zo weinig mogelijk studenten zonder plek. Dan zo weinig mogelijk met minder dan 100 punten. Dan zo weinig mogelijk met minder dan 200 punten, en zo verder.
goal-worst-off-text = Eerst zo weinig mogelijk studenten zonder plek. Dan zo weinig mogelijk met een plek die zij niet kozen. Dan zo weinig mogelijk met een late keuze: eerst het hoogste nummer, dan één lager, en zo verder.
goal-satisfaction-text = Studenten krijgen de plek die het best past: voorkeur, reistijd en wat zij willen leren.
goal-lottery-text = Zijn kansen gelijk? Dan beslist het lot. Iedereen heeft één lotnummer.

result-title = { $placed } van de { $students } studenten krijgen een voorstel
result-decide = Nu beslist u
result-decide-text = Dit is een voorstel. U kunt elk voorstel accepteren of iets anders kiezen.
result-all-decided = Over alle voorstellen met een plek is besloten.
result-step-sample = Bekijk de steekproef
result-step-sample-text = { $reviewed } van { $size } voorstellen bekeken. Zo ziet u of het klopt.
result-step-rest = Accepteer de rest
result-step-rest-text = Nog te accepteren: { $undecided }. Besloten: { $decided }, waarvan { $overridden } anders gekozen.
result-flagged = { $count ->
    [one] 1 voorstel moet u zelf controleren
   *[other] { $count } voorstellen moet u zelf controleren
 }
result-step-export = Sla het resultaat op
result-step-export-text = Alle studenten, met voorstel, besluit en reden.
result-to-sample = Bekijk de steekproef
result-to-rest = Accepteer de rest
result-below = Verderop:
result-wishes = Hoe kwamen de voorkeuren uit?
result-goals = Kan het beter?
result-goals-text = Bewezen betekent: geen enkele andere verdeling is beter op dit doel, zonder een doel erboven te schaden.
result-how = Hoe dit te controleren is
result-pairs = Mogelijke combinaties
result-seconds = Rekentijd
result-seed = Startgetal van de loting
result-input = Kenmerk van de gegevens
result-proposals = Alle voorstellen
proposals-count = { $count ->
    [one] 1 student.
   *[other] { $count } studenten.
 }
proposal = Voorstel
choice = Keuze
rank-number = { $rank }e keuze
travel = Reistijd
points = Punten
lot = Lotnummer
decision = Besluit
decision-none = Nog niet
no-place = Geen plek
export-xlsx = Download Excel
export-csv = Download CSV

outcome-why = Waarom deze plek?
outcome-why-none = Waarom geen plek?
outcome-reviewed = U hebt dit voorstel bekeken.
outcome-in-sample = Dit voorstel hoort bij uw steekproef. Lees de uitleg en kijk of die klopt.
outcome-details = Alle feiten
outcome-offers = Al het aanbod
outcome-removed = Valt af: { $rule }
outcome-eligible = Blijft over als passend
outcome-not-used = Niet gebruikt: naam, afkomst, geslacht, leeftijd, cijfers of wat anderen over de student schreven.
points-of = { $points } van 1.000
points-preference = Punten voor de voorkeur
points-travel = Punten voor de reistijd
points-learning = Punten voor leerwensen
lot-was-needed = Het lot heeft hier meebeslist.
lot-not-needed = Het lot was hier niet nodig.
bottleneck = Tekort
wish-fate = Wat gebeurde er?
wish-fit = Studenten die passen
decide-title = Uw besluit
accept-title = Accepteer het voorstel
accept-text = De student krijgt deze plek. U beslist, niet de computer.
accept-button = Accepteer dit voorstel
accept-none-title = Bevestig: geen plek
accept-none-text = U legt vast dat deze student nu geen plek krijgt.
accept-none-button = Bevestig geen plek
override-title = Kies iets anders
override-text = U mag altijd anders beslissen. Schrijf op waarom, dan kan een ander het begrijpen.
override-offer = Andere plek
override-choose = Kies een plek
override-none = Geen plek geven
override-option = { $company }, { $place } ({ $free ->
    [0] vol
   *[other] { $free } vrij
 })
override-reason = Waarom kiest u anders?
override-reason-hint = Minstens 10 tekens. Schrijf geen gezondheid, geloof of afkomst op.
override-button = Leg mijn keuze vast
decided-offer = Plek
decided-reason = Reden
decided-you-wrote = Dit had u zelf ingevuld
decided-next = Controleer het volgende voorstel
decided-next-none = Bekijk de volgende student zonder plek
decided-by = Besloten door

sample = Steekproef
sample-title = Bekijk de steekproef
sample-lead = { $count ->
    [one] Bekijk eerst 1 voorstel. Daarna kunt u de rest in één keer accepteren.
   *[other] Bekijk eerst { $count } voorstellen. Daarna kunt u de rest in één keer accepteren.
 }
sample-progress = { $reviewed } van { $size } bekeken.
sample-next = Bekijk het volgende voorstel
sample-complete = U hebt de hele steekproef bekeken.
sample-complete-text = { $count ->
    [one] Er is nog 1 voorstel. Als u accepteert, ligt die plek vast.
   *[other] Er zijn nog { $count } voorstellen. Als u accepteert, liggen die plekken vast. Wat u al anders koos, blijft zo.
 }
sample-accept-rest = { $count ->
    [one] Accepteer dit laatste voorstel
   *[other] Accepteer deze { $count } voorstellen
 }
sample-flagged = { $count ->
    [one] 1 voorstel doet niet mee: daar kon Stagekans een regel niet controleren, of een student zou verhuizen. Bekijk het zelf.
   *[other] { $count } voorstellen doen niet mee: daar kon Stagekans een regel niet controleren, of een student zou verhuizen. Bekijk ze zelf, een voor een.
 }
sample-checked = { $count ->
    [one] Bij een ervan was iets te controleren. Dat voorstel hebt u zelf bekeken.
   *[other] Bij { $count } ervan was iets te controleren. Die voorstellen hebt u zelf bekeken.
 }
sample-only-flagged = Er is niets meer dat u in één keer kunt accepteren.
sample-to-flagged = Bekijk deze voorstellen
sample-to-result = Ga naar het resultaat
sample-back = Ga terug naar de steekproef
sample-mark = Ik heb dit bekeken
sample-looked = Bekeken
sample-seen = Bekeken
sample-not-seen = Nog niet
sample-empty = Er zijn geen voorstellen om te bekijken.

# De uitleg in hoogstens vijf regels.
tell-and = { $first } en { $second }
tell-placed-named = { $choices ->
    [one] Voorstel: { $offer }. Dit is de enige keuze van de student.
   *[other] Voorstel: { $offer }. Dit is keuze { $rank } van { $choices }.
 }
tell-placed-locked = Voorstel: { $offer }. Deze plek lag al vast door een eerder besluit.
tell-placed-not-named = Voorstel: { $offer }. Deze plek past, maar stond niet bij de voorkeuren.
tell-placed-no-list = Voorstel: { $offer }. De student gaf geen voorkeuren op.
tell-unplaced-no-eligible-offer = Er is geen plek, want geen enkel aanbod past bij deze student.
tell-unplaced-no-places = Er is geen plek: bij het aanbod dat past, zijn 0 plekken.
tell-unplaced-more-students-than-places = Er is geen plek: { $students } studenten hebben samen { $places } plekken. Het gaat om opleiding { $crebos }.
tell-unplaced-other-goal-first = Er is geen plek. Er was nog ruimte, maar u zette een ander doel voorop.
tell-fitting = { $eligible ->
    [0] Van het aanbod ({ $offers }) past er niets. Het meeste valt af door { $rules }.
    [one] Van het aanbod ({ $offers }) past er 1. De rest valt vooral af door { $rules }.
   *[other] Van het aanbod ({ $offers }) passen er { $eligible }. De rest valt vooral af door { $rules }.
 }
tell-fitting-all = { $eligible ->
    [0] Er was geen aanbod.
    [one] Het enige aanbod past.
   *[other] Al het aanbod ({ $eligible }) past.
 }
tell-best-wish = Een betere keuze is er niet.
tell-wish-removed = Keuze { $rank }, { $offer }, valt af: { $why }.
tell-wish-removed-given = Keuze { $rank }, { $offer }, valt af: deze combinatie staat niet in uw lijst.
tell-wish-taken = Keuze { $rank }, { $offer }, is vol: { $students } studenten passen, er { $places ->
    [one] is 1 plek
   *[other] zijn { $places } plekken
 }.
tell-wish-no-places = Keuze { $rank }, { $offer }, heeft 0 plekken.
tell-wish-unknown-offer = Keuze { $rank }, { $offer }, staat niet in het aanbod.
tell-wish-place-left = Keuze { $rank }, { $offer }, had nog plek, maar dit voorstel krijgt meer punten voor voorkeur, reis en leerwensen samen.
tell-wish-decided = Keuze { $rank }, { $offer }: een eerder besluit gaf een andere plek.
tell-more-wishes = { $count ->
    [one] Nog 1 keuze lukte niet.
   *[other] Nog { $count } keuzes lukten niet.
 }
tell-minutes = { $minutes ->
    [one] De reis duurt ongeveer 1 minuut.
   *[other] De reis duurt ongeveer { $minutes } minuten.
 }
tell-points = De plek krijgt { $points } van de 1.000 punten.
tell-points-parts = De plek krijgt { $points } van de 1.000 punten: voorkeur { $preference }, reistijd { $travel }, leerwensen { $learning }.
tell-lot-decided = Er waren gelijke kansen. Toen besliste het lot (lotnummer { $lot }).
tell-check-recognition-unverified = Let op: controleer de erkenning van dit bedrijf bij SBB.
tell-check-travel-unknown = Let op: de reistijd is niet bekend. Vraag het de student.
tell-help-place = Wat helpt: een extra plek voor opleiding { $crebos }.
tell-help-offer = Wat helpt: aanbod voor deze opleiding zoeken.
tell-help-level = Wat helpt: aanbod voor dit niveau zoeken.
tell-help-learning-path = Wat helpt: aanbod voor deze leerweg zoeken.
tell-help-period = Wat helpt: een bedrijf vragen of een andere periode kan.
tell-help-days = Wat helpt: een bedrijf vragen of andere dagen kunnen.
tell-help-travel = Wat helpt: aanbod dichterbij zoeken, of een langere reistijd afspreken.
tell-help-support = Wat helpt: een bedrijf vragen of het de begeleiding kan geven.
tell-help-not-named = Wat helpt: de student vragen of ander aanbod ook mag.
