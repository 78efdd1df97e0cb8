# Afspraken over groepen studenten (minimum, deel, reserve, samen, gedeelde plekken) en opnieuw verdelen.
goal-reserves = Plekken die eerst voor een groep zijn
goal-together = Samen op één plek
goal-rematch = Weinig veranderen
run-stage-reserves = Stagekans geeft groepen de plekken die voor hen zijn
run-stage-together = Stagekans zet studenten samen die dat willen
goal-proven-solver = Gevonden als beste; niet na te rekenen
result-rematch = { $published } studenten hadden al een plek. Voor { $forced } van hen kan die plek niet blijven. Daarnaast { $chosen ->
        [one] verandert { $chosen } plek
       *[other] veranderen { $chosen } plekken
    } (hoogstens { $most } mag).

unplaced-side-constraint = Een afspraak over een groep, of een doel, ging voor
tell-unplaced-side-constraint = Er is geen plek. Er was nog ruimte, maar een afspraak over een groep studenten, of een doel dat u eerst zette, gaf die niet aan deze student.
fate-closed-below-minimum = Gaat niet open: te weinig studenten
fate-share-full = Vol voor deze groep
fate-shared-full = Gedeelde plekken zijn vol
fate-mate-elsewhere = Niet samen mogelijk
fate-kept-free = Ging niet: een afspraak of een doel
tell-wish-closed-below-minimum = Keuze { $rank }, { $offer }, gaat niet open: daar zijn te weinig studenten voor.
tell-wish-share-full = Keuze { $rank }, { $offer }, heeft al genoeg studenten uit dezelfde groep.
tell-wish-shared-full = Keuze { $rank }, { $offer }, deelt zijn plekken met ander aanbod, en die zijn vol.
tell-wish-mate-elsewhere = Keuze { $rank }, { $offer }, gaat niet: wie mee moet, krijgt daar geen plek.
tell-wish-kept-free = Keuze { $rank }, { $offer }, had nog plek, maar een afspraak over een groep studenten, of een doel, gaf die niet aan deze student.

cli-goal-reserves = Plekken die eerst voor een groep zijn
cli-goal-together = Samen op één plek
cli-goal-rematch = Weinig veranderen
cli-stage-reserves = Groepen hun plekken geven
cli-stage-together = Studenten samen plaatsen
cli-match-goal-solver = { $goal }: { $value } (het beste volgens de rekenmachine; het bewijs gaat tot { $bound })
cli-match-rematch = Van { $published } plekken die al bekend waren, kunnen er { $forced } niet blijven. Daarnaast veranderen er { $chosen }; { $most } mag.
cli-reason-side-constraint = Er was nog een plek, maar een afspraak over een groep studenten, of een doel dat voorgaat, gaf die niet aan deze student.
cli-verify-other-form = { $file } heeft vorm { $form } (schema); deze versie leest vorm 1. Controleer de map met de versie die hem maakte: die staat in report.json.
cli-verify-no-form = { $file } zegt niet welke vorm het heeft (schema). Het bestand is veranderd of komt van een andere versie. Maak de uitkomst opnieuw met: stagekans match
cli-detail-other-schema = het bewijs heeft een vorm (schema) die deze versie niet leest
cli-detail-tree-broken = een vertakking in het bewijs klopt niet
cli-detail-leaf-leaves-room = een prijs in het bewijs laat meer toe dan de waarde
cli-detail-row-broken = een verdeling in het bewijs breekt een regel
cli-detail-pair-not-eligible = een verdeling in het bewijs gebruikt een combinatie die niet mag

cli-row-group-places-negative = Het getal bij { $group } is { $value }. Vul 0 of meer in.
cli-row-group-places-twice = De groep { $group } staat er twee keer. Laat er één staan.
cli-row-reserve-above-places = Voor { $group } zijn { $value } plekken bedoeld, maar het aanbod heeft er { $places }. Verlaag het getal of verhoog het aantal plaatsen.
cli-row-minimum-negative = Het minimum is { $value }. Vul 0 of meer in.
cli-row-minimum-above-places = Het minimum is { $value }, maar er zijn { $places } plaatsen. Verlaag het minimum of verhoog het aantal plaatsen.
cli-row-shared-capacity-negative = Het aantal gedeelde plekken is { $value }. Vul 0 of meer in.
cli-row-shared-capacity-differs = Bij { $name } staat hier { $value }, en bij ander aanbod { $other }. Vul overal hetzelfde getal in.
cli-row-together-unknown-student = Student { $other } staat niet in het bestand met studenten. Verbeter het nummer of haal het weg.
cli-row-together-with-oneself = Deze student wil samen met zichzelf. Haal dit nummer weg.
cli-row-locks-not-together = Deze student moet samen met { $other }, maar die staat vast op { $offer-id }. Maak één van de twee vaste plekken los.
cli-row-locks-above-share = Op { $offer-id } mogen er { $value } uit { $group } komen, maar { $locked } staan er vast. Verhoog het getal of haal een vaste plek weg.
cli-row-locks-above-shared-capacity = { $offer-id } deelt { $value } plekken ({ $name }), maar { $locked } studenten staan daar vast. Verhoog het getal of haal een vaste plek weg.
cli-row-locks-cannot-stand = De vaste plek { $offer-id } past niet bij de andere vaste plekken en afspraken (minimum, deel, samen, gedeelde plekken). Haal een vaste plek weg of maak een afspraak ruimer.
cli-row-published-twice = Deze student staat twee keer in de bekende plekken. Laat één rij staan.
cli-row-published-missing = Opnieuw verdelen vraagt om de plekken die al bekend zijn. Noem het bestand, of haal [rematch] uit het beleid.
clash-published = Bekende plek van { $key }:
cli-row-grouping-unknown = Geen enkele student heeft een groep in deze indeling. Wel te kiezen: { $known }.
cli-grouping-unknown = Geen enkele student heeft een groep in de indeling ‘{ $name }’.
cli-grouping-remedy = Kies een indeling die er is: { $known }.
result-lottery-solver = Loting: gevolgd volgens de rekenmachine; het bewijs gaat niet zo ver.
result-see-changes = { $count ->
    [one] Bekijk het voorstel dat verandert
   *[other] Bekijk de { $count } voorstellen die veranderen
 }
result-rematch-solver = Dat niet minder dan { $forced } plekken weg moeten, zegt de rekenmachine; het bewijs gaat niet zo ver.
result-rematch-none = Het is niet bewezen dat { $forced } plekken weg moeten, alleen dat het er minstens { $least } zijn. Misschien hadden er dus meer kunnen blijven.
result-lottery-none = Loting: de tijd was om. Het is niet bewezen dat alle lotnummers precies zijn gevolgd.
cli-verify-lottery-bound = { $goal }: past bij de lotnummers, maar het bewijs sluit een andere verdeling niet uit
fault-published-student-gone = De student ‘{ $student }’ had een bekende plek, maar doet niet meer mee.
fault-published-student-gone-remedy = Klopt dat? Dan hoeft u niets te doen: het telt niet als verandering. Anders: verbeter het nummer, of zet de student in het bestand met studenten.
fault-published-offer-gone = De bekende plek ‘{ $offer }’ is er niet meer. De student krijgt zo mogelijk een andere.
fault-published-offer-gone-remedy = Klopt dat? Dan hoeft u niets te doen: deze verandering telt niet mee voor max_changes. Anders: verbeter de code, of zet het aanbod in het bestand met aanbod.

trade-off = Wat leveren meer wijzigingen op?
trade-off-text = Hoe meer studenten een andere plek mogen krijgen, hoe meer er kan verbeteren. Hier ziet u per grens wat ieder doel haalt. Plekken die niet kunnen blijven, tellen niet mee.
trade-off-flat = Wat ieder doel haalt, is bij elk van deze grenzen gelijk. Meer wijzigingen leveren niets op.
trade-off-none = U hebt dit nog niet laten uitrekenen. Hieronder staat alleen deze matching zelf.
trade-off-most = Wijzigingen die mogen
trade-off-chosen = Wijzigingen gemaakt
trade-off-changes =
    { $count ->
        [one] { $count } wijziging
       *[other] { $count } wijzigingen
    }
trade-off-described = Lijn met { $count } punten: { $name }, van de laagste tot de hoogste grens. De getallen staan in de tabel eronder.
trade-off-itself = Deze matching
trade-off-start = Bereken dit voor 0, 5, 10, 20 en 50 wijzigingen
trade-off-beaten = De tijd was om. { $run } mag minder wijzigen en is beter.
trade-off-link = Wat leveren meer of minder wijzigingen op?
form-field-limits = Wijzigingen die mogen
field-not-a-rematch = Deze matching had geen grens aan het aantal wijzigingen. Start eerst een matching met zo'n grens.

cli-trade-off-short = Laat zien wat meer wijzigingen opleveren.
cli-trade-off-help =
    Rekent een uitkomst met een grens aan de wijzigingen opnieuw uit, met telkens
    een andere grens: 0, 5, 10 en zo verder, tot meer wijzigingen niets meer
    opleveren. Het CSV-bestand zegt voor elke grens wat ieder doel dan haalt, en
    hoeveel wijzigingen daarvoor genoeg zijn.

    Voorbeelden:
      stagekans trade-off uitkomst --out wijzigingen.csv
      stagekans trade-off uitkomst --changes 0 --changes 10 --out x.csv

    Einde: 0 = klaar, 2 = iets klopt niet, 3 = gestopt.
cli-trade-off-option-out = Het CSV-bestand met de regels.
cli-trade-off-option-changes = Een grens aan de wijzigingen. Herhaal de optie voor meer.
cli-trade-off-no-rematch = Deze uitkomst heeft geen grens aan de wijzigingen. Zet rematch.max_changes en rematch.published in het beleid en match opnieuw.
cli-trade-off-line = Hoogstens { $most } wijzigingen: { $values }; { $enough } zijn genoeg ({ $proof })
