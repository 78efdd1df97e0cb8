# Twee matchings naast elkaar, wat-als, en de woorden voor wat verschilt.
compare-title = Vergelijk twee matchings
compare-button = Vergelijk matchings
compare-choose = Welke twee?
compare-left = Eerste matching
compare-right = Tweede matching
compare-go = Vergelijk
compare-empty = Er valt nog niets te vergelijken
compare-empty-text = Daarvoor zijn twee matchings nodig die klaar zijn. Start er nog een, of stel een wat-als-vraag bij een matching die klaar is.
compare-choose-text = Kies twee matchings. U ziet dan voor wie er iets verandert, en wat er anders was.
compare-option = { $name }: { $placed } geplaatst
compare-headline =
    { $changed ->
        [0] Voor niemand verandert er iets
        [one] Voor 1 student verandert er iets
       *[other] Voor { $changed } studenten verandert er iets
    }
compare-headline-text = { $left } naast { $right }. Hetzelfde blijft het voor { $unchanged } studenten.
compare-your-part = U ziet hier alleen de studenten van uw opleidingen. De doelen en de voorkeuren gaan over de hele matching.
compare-gains = Gaan erop vooruit
compare-loses = Gaan erop achteruit
compare-moved = Anders, maar niet beter of slechter
compare-stays = Blijft hetzelfde
compare-why = Wat was er anders?
compare-why-rows = Welke gegevens verschillen
compare-why-more = En nog { $count }.
compare-goals = De doelen naast elkaar
compare-proven = bewezen
compare-not-proven = niet bewezen, hoogstens { $bound }
compare-not-asked = Niet gevraagd
compare-profile = De voorkeuren naast elkaar
compare-profile-rank = Kreeg
compare-difference = Verschil
compare-groups = Groepen naast elkaar
compare-groups-text = Het deel van elke groep dat een plek krijgt. Kleine groepen (minder dan { $smallest } studenten) tonen wij niet, en soms één groep meer, zodat niemand een klein aantal kan uitrekenen.
compare-groups-none = Er zijn geen groepen om te vergelijken.
compare-group = Groep
compare-hidden = Te klein om te tonen
compare-share = { $placed } van { $students } ({ $percent } %)
compare-nobody = Niemand
compare-students = Voor wie verandert er iets?
compare-points = { $points } punten
compare-outcome-of = (uitleg voor { $name } in { $run })
compare-others = Vergelijk twee andere matchings
compare-groups-show =
    { $count ->
        [one] Toon 1 groep
       *[other] Toon { $count } groepen
    }
what-if-choose = Kies een opleiding
what-if-see = Vergelijk { $run } met de matching zelf
compare-count =
    { $count ->
        [one] 1 student
       *[other] { $count } studenten
    }
compare-effect = Wat verandert er
compare-all-effects = Alles
compare-none-changed = Voor niemand verandert er iets.
compare-own-data = Eigen gegevens anders: { $fields }
compare-offer-changed = Het eerste aanbod is er niet meer zoals het was
compare-not-part = Doet niet mee
compare-effect-got-place = Krijgt een plek
compare-effect-lost-place = Verliest de plek
compare-effect-better = Betere plek
compare-effect-worse = Minder goede plek
compare-effect-mixed = Deels beter, deels minder
compare-effect-other = Andere plek
compare-effect-joined = Doet alleen mee in de tweede
compare-effect-gone = Doet alleen mee in de eerste
compare-why-same = Niets: dezelfde gegevens, hetzelfde beleid en dezelfde loting.
compare-why-students-added = { $count ->
    [one] 1 student erbij
   *[other] { $count } studenten erbij
 }
compare-why-students-removed = { $count ->
    [one] 1 student minder
   *[other] { $count } studenten minder
 }
compare-why-students-changed = { $count ->
    [one] 1 student met andere gegevens: { $fields }
   *[other] { $count } studenten met andere gegevens: { $fields }
 }
compare-why-offers-added = { $count ->
    [one] 1 aanbod erbij
   *[other] { $count } keer aanbod erbij
 }
compare-why-offers-removed = { $count ->
    [one] 1 aanbod minder
   *[other] { $count } keer aanbod minder
 }
compare-why-offers-changed = { $count ->
    [one] 1 aanbod met andere gegevens: { $fields }
   *[other] { $count } keer aanbod met andere gegevens: { $fields }
 }
compare-why-field = { $field } ({ $count })
compare-why-table-equivalents = Andere gelijkwaardige opleidingen
compare-why-table-travel = Andere gemeten reistijden
compare-why-table-pairs = Andere combinaties met punten
compare-why-table-published = Andere plekken die al verteld zijn
compare-why-policy = { $key }: eerst { $left }, nu { $right }
compare-why-seed = Een andere loting: een ander startgetal
compare-why-seed-follows = Een andere loting: er was geen startgetal gekozen, dus andere gegevens geven een andere loting
compare-why-versions = Een andere versie van { $names }
compare-row-students = Student { $key }
compare-row-offers = Aanbod { $key }
compare-row-added = erbij
compare-row-removed = weg
compare-row-changed = { $fields }
compare-value-none = geen
compare-value-at-most = hoogstens { NUMBER($count) }
compare-value-then = , daarna{" "}

compare-field-crebo = opleiding
compare-field-level = niveau
compare-field-learning-path = leerweg
compare-field-study-year = leerjaar
compare-field-start-date = eerste dag
compare-field-end-date = laatste dag
compare-field-days = stagedagen
compare-field-days-per-week = dagen per week
compare-field-home = woonplaats
compare-field-transport = vervoer
compare-field-max-travel-minutes = langste reistijd
compare-field-preferences = voorkeuren
compare-field-only-preferences = alleen eigen voorkeuren
compare-field-learning-wishes = leerwensen
compare-field-support-needs = nodige begeleiding
compare-field-failed-applications = eerdere afwijzingen
compare-field-locked-offer = vaste plek
compare-field-forbidden-offers = uitgesloten aanbod
compare-field-groups = groepen
compare-field-together-with = samen met
compare-field-places = plekken
compare-field-crebos = opleidingen
compare-field-levels = niveaus
compare-field-work = werkplaats
compare-field-tags = kenmerken
compare-field-support-offered = begeleiding
compare-field-recognition-checked-on = controle van de erkenning
compare-field-status = open of gesloten
compare-field-reserves = gereserveerde plekken
compare-field-maximum-share = grootste deel
compare-field-minimum = kleinste aantal
compare-field-shared-capacity = gedeelde plekken

compare-policy-goals = Doelen
compare-policy-utility-preference = Punten voor de voorkeur
compare-policy-utility-travel = Punten voor de reistijd
compare-policy-utility-learning-wishes = Punten voor leerwensen
compare-policy-worst-off-classes = Slechtst af gemeten met
compare-policy-group-gap-groupings = Groepen die gelijke kansen krijgen
compare-policy-group-gap-tolerance = Verschil dat mag
compare-policy-group-gap-price = Plaatsingen die dat mag kosten
compare-policy-group-gap-min-group-size = Kleinste groep die meetelt
compare-policy-rematch = Wijzigingen na publicatie
compare-policy-rematch-max-changes = Hoogste aantal wijzigingen
compare-policy-rematch-published = Bestand met gepubliceerde plekken
compare-policy-budget-seconds = Rekentijd (seconden)

compare-grouping-programme = Opleiding
compare-grouping-level = Niveau
compare-grouping-learning-path = Leerweg
compare-grouping-study-year = Leerjaar
compare-grouping-failed-applications = Eerdere afwijzingen
compare-grouping-support = Begeleiding nodig
compare-grouping-team = Team
compare-grouping-location = Locatie
compare-group-yes = Ja
compare-group-no = Nee

what-if-title = Wat als…
what-if-button = Wat als…?
what-if-badge = Wat-als
what-if-lead = Verander iets en kijk wat er dan gebeurt. De ronde zelf verandert niet.
what-if-of = Bij { $run }
what-if-seed = De loting blijft die van de matching. Wat verschilt, komt dus door uw vraag.
what-if-more = Meer plekken bij aanbod dat er is
what-if-more-offer = Nummer van het aanbod
what-if-more-places = Plekken erbij
what-if-new = Een nieuw aanbod
what-if-new-offer = Nummer van het nieuwe aanbod
what-if-new-offer-hint = Kies zelf een naam, bijvoorbeeld NIEUW-1.
what-if-new-places = Aantal plekken
what-if-new-crebo = Opleiding
what-if-new-place = Plaats
what-if-new-place-hint = Zonder plaats is de reistijd onbekend.
what-if-close = Aanbod dat dichtgaat
what-if-close-offers = Nummers van het aanbod
what-if-close-hint = Een nummer op elke regel.
what-if-travel = Verder reizen
what-if-travel-minutes = Minuten langer dan nu
what-if-who = Voor wie
what-if-everybody = Alle studenten
what-if-rules = Een eis die niet meetelt
what-if-rule-level = Het niveau
what-if-rule-learning-path = De leerweg
what-if-rule-period = De periode
what-if-rule-days = De dagen
what-if-rule-support = De begeleiding die nodig is
what-if-rule-not-named = Alleen eigen voorkeuren
what-if-only-recognised = Alleen aanbod waarvan de erkenning is gecontroleerd
what-if-goals = Andere doelen
what-if-goals-order = Doelen, in deze volgorde
what-if-goals-same = Zoals het was
what-if-start = Bereken dit
what-if-asked = De vraag
what-if-note-title = Dit is een wat-als: hierover besluit u niet
what-if-note = Deze uitkomst laat zien wat er zou gebeuren. Besluiten kan bij een gewone matching. Wilt u dit echt? Verander dan de gegevens van de ronde en start een nieuwe matching.
what-if-to-parent = Naar { $run }
what-if-again = Stel een andere vraag
what-if-students-note = Deze student staat in een wat-als. Hierover kunt u niet besluiten.
what-if-to-comparison = Terug naar de vergelijking
what-if-others = Alle wat-als-vragen bij deze matching
what-if-others-text = Zo ziet u wat elke vraag zou doen. De eerste regel is de matching zelf.
what-if-none = Bij deze matching is nog geen wat-als-vraag klaar.
what-if-none-other = Naast de cijfers hierboven is er nog geen andere wat-als-vraag klaar.
what-if-chart = Geplaatste studenten per vraag
what-if-question = Vraag
what-if-placed = Geplaatst
what-if-points = Punten samen
what-if-itself = De matching zelf
what-if-said-more-places =
    { $places ->
        [one] 1 plek erbij bij { $offer-id }
       *[other] { $places } plekken erbij bij { $offer-id }
    }
what-if-said-new-offer =
    { $places ->
        [one] Nieuw aanbod { $offer-id } met 1 plek voor { $crebos }
       *[other] Nieuw aanbod { $offer-id } met { $places } plekken voor { $crebos }
    }
what-if-said-travel =
    { $minutes ->
        [one] 1 minuut verder reizen ({ $who })
       *[other] { $minutes } minuten verder reizen ({ $who })
    }
what-if-said-closed = { $offer-id } gaat dicht
what-if-said-closed-many = { $count } keer aanbod gaat dicht
what-if-said-rule = Telt niet mee: { $rule } ({ $who })
what-if-said-only-recognised = Alleen aanbod met gecontroleerde erkenning
what-if-said-policy = { $key }: { $value }
what-if-said-seed = Een andere loting
what-if-who-all = alle studenten
what-if-who-crebo = opleiding { $crebo }

what-if-busy =
    { $count ->
        [one] Er wordt nog 1 vraag berekend.
       *[other] Er worden nog { $count } vragen berekend.
    }
what-if-price = Wat kosten gelijke kansen?
what-if-price-text = Hoe kleiner het verschil tussen groepen mag zijn, hoe minder ruimte er is voor voorkeuren. Hier ziet u per toegestaan verschil wat ieder doel haalt.
what-if-price-flat = Wat ieder doel haalt, is bij elk van deze verschillen gelijk. Een kleiner verschil kan niet, of kost niets.
what-if-price-groups = Tussen welke groepen?
what-if-price-start = Bereken dit voor vijf verschillen
what-if-curve-points = Punten samen
what-if-curve-placed = Geplaatste studenten
what-if-curve-gap = Grootste verschil dat overblijft
what-if-curve-described = Lijn met { $count } punten: { $name }, van het kleinste tot het grootste toegestane verschil. De getallen staan in de tabel eronder.
what-if-percent-points = { $points } procentpunt
what-if-tolerance = Verschil dat mag
what-if-gap = Verschil dat overblijft
form-field-groupings = Groepen

conflict-run-is-what-if = Dit is een wat-als-vraag. Daarover kunt u niet besluiten. Doe dat bij een gewone matching.
field-no-changes = Vul minstens één ding in dat u wilt veranderen.
field-unknown-offer = Dit aanbod zit niet in deze matching. Controleer het nummer.
field-offer-there-already = Dit nummer bestaat al. Kies een ander nummer.
field-offer-has-locks = Bij dit aanbod heeft al iemand een plek. Het kan niet dicht.
field-no-students-of-crebo = Geen enkele student in deze matching volgt deze opleiding.
field-pairs-given = Deze matching komt uit een bestand met combinaties. Regels veranderen kan dan niet.
field-policy-contradicts = Deze keuzes passen niet bij elkaar.
field-not-number = Schrijf een heel getal.
form-field-changes = Uw vraag
form-field-more-1-offer-id = Eerste aanbod met meer plekken
form-field-more-1-places = Plekken erbij
form-field-more-2-offer-id = Tweede aanbod met meer plekken
form-field-more-2-places = Plekken erbij
form-field-more-3-offer-id = Derde aanbod met meer plekken
form-field-more-3-places = Plekken erbij
form-field-new-offer-id = Nummer van het nieuwe aanbod
form-field-new-places = Aantal plekken
form-field-new-crebo = Opleiding
form-field-new-place = Plaats
form-field-closed-offers = Aanbod dat dichtgaat
form-field-travel-minutes = Minuten langer dan nu
form-field-travel-crebo = Voor wie
form-field-rules-crebo = Voor wie
form-field-right = Tweede matching
field-same-run = Kies twee verschillende matchings.

clash-changes = Verandering { $key }:
cli-row-no-changes = Er staat niets in dat verandert. Noem minstens één verandering.
cli-row-unknown-offer = Het aanbod { $offer-id } bestaat niet. Verbeter de code.
cli-row-offer-there-already = Het aanbod { $offer-id } bestaat al. Kies een andere code.
cli-row-offer-has-locks = Bij aanbod { $offer-id } hebben { $students } studenten een vaste plek. Het kan niet dicht. Haal het weg uit de veranderingen.
cli-row-period-reversed = De laatste dag ligt voor de eerste dag. Draai ze om.
cli-row-no-students-of-crebo = Geen student volgt opleiding { $crebo }. Verbeter de code, of laat crebo weg voor alle studenten.
cli-row-pairs-given = Deze uitkomst komt uit een bestand met combinaties (pairs). Regels veranderen kan dan niet. Haal dit weg.
cli-row-policy-contradicts = Dit beleid klopt niet: { $detail }

cli-compare-short = Vergelijk twee uitkomsten.
cli-compare-help =
    Legt twee uitkomsten naast elkaar: voor wie verandert er iets, wie gaat erop
    vooruit of achteruit, en wat was er anders in gegevens, beleid en loting.
    Met --out komt er een CSV met elke student voor wie iets verandert.

    Voorbeelden:
      stagekans compare eerst nu
      stagekans compare eerst nu --out verschil.csv

    Einde: 0 = vergeleken, 2 = een map is niet te lezen, 3 = gestopt.
cli-compare-option-out = Het CSV-bestand met de studenten voor wie iets verandert.
cli-compare-sides = Eerst: { $left }. Daarna: { $right }.
cli-compare-why = Wat was er anders
cli-compare-goals = Doelen
cli-compare-goal = { $goal }: eerst { $left }, daarna { $right }
cli-compare-value-proven = { $value } (bewezen)
cli-compare-value-open = { $value } (hoogstens { $bound })
cli-compare-not-asked = niet gevraagd
cli-compare-profile = Voorkeuren
cli-compare-profile-line = { $rank }: eerst { $left }, daarna { $right }
cli-compare-groups = Deel van elke groep met een plek
cli-compare-group-line = { $grouping } { $group }: eerst { $left }, daarna { $right }
cli-compare-group-hidden = { $grouping } { $group }: te klein om te tonen
cli-compare-students = Studenten
cli-compare-unchanged = Hetzelfde: { $count }
cli-compare-count = { $effect }: { $count }
cli-compare-written = De { $count } studenten voor wie iets verandert, staan in { $file }.
cli-compare-use-out = Wie dat zijn, komt met --out in een bestand.
cli-compare-not-made = { $file } kan niet worden gemaakt: { $detail }

cli-what-if-short = Bereken een uitkomst opnieuw met een paar veranderingen.
cli-what-if-help =
    Neemt een uitkomst, verandert wat in het bestand van --changes staat, rekent
    opnieuw en legt de twee naast elkaar. De eerste map blijft zoals ze was. De
    loting blijft dezelfde, dus wat verschilt, komt door de veranderingen.

    Voorbeelden:
      stagekans what-if uitkomst --changes wat-als.toml --out uitkomst2
      stagekans verify uitkomst2

    De veranderingen (TOML; alles mag ontbreken, één ding moet er staan):
      closed_offers = ["A-17"]
      only_recognised = true        alleen aanbod met gecontroleerde erkenning
      {"["}[more_places]]
      offer_id = "A-12"
      places = 2
      {"["}[new_offers]]
      offer_id = "NIEUW-1"
      places = 3
      crebos = ["25655"]
      place = "Hilversum"
      {"["}[more_travel]]
      minutes = 15                  zonder crebo: alle studenten
      crebo = "25655"
      {"["}[relaxed_rules]]
      rule = "not_named"            of level, learning_path, period, days, support
      {"["}policy]
      goals = ["placed", "worst_off", "satisfaction"]

    Einde: 0 = er is een uitkomst, 2 = iets klopt niet, 3 = gestopt.
cli-what-if-option-changes = Het bestand met de veranderingen (TOML).
cli-what-if-option-out = De map voor de nieuwe uitkomst.
cli-what-if-same-folder = De nieuwe uitkomst kan niet in dezelfde map. Kies een andere map bij --out.
cli-what-if-unreadable = { $file }: deze veranderingen kloppen niet: { $detail }
cli-what-if-remedy = Kijk in stagekans what-if --help hoe zo'n bestand eruitziet.
cli-what-if-refused =
    { $count ->
        [one] Er is 1 fout. Er is niets berekend.
       *[other] Er zijn { $count } fouten. Er is niets berekend.
    }
cli-what-if-fault = { $file }, { $row }: { $what }
cli-what-if-fault-column = { $file }, { $row }, { $column }: { $what }
cli-what-if-asked = De vraag

cli-sweep-short = Laat zien wat gelijke kansen tussen groepen kosten.
cli-sweep-help =
    Rekent een uitkomst opnieuw uit, telkens met een ander verschil dat mag
    tussen groepen: 0, 0.01, 0.02, 0.05 en 0.1. Het CSV-bestand zegt voor elk
    verschil wat ieder doel dan haalt. De loting blijft dezelfde.

    Voorbeelden:
      stagekans sweep uitkomst --grouping team --out kosten.csv
      stagekans sweep uitkomst --grouping team --grouping level \
          --tolerance 0 --tolerance 0.03 --out kosten.csv

    Einde: 0 = klaar, 2 = iets klopt niet, 3 = gestopt.
cli-sweep-option-out = Het CSV-bestand met een regel per verschil.
cli-sweep-option-grouping = De groepen, zoals team of level. Zonder: die van het beleid.
cli-sweep-option-tolerance = Een verschil dat mag, van 0 tot 1. Herhaal de optie voor meer.
cli-sweep-no-grouping = De indeling { $name } staat niet in deze uitkomst. Kies uit: { $known }
cli-sweep-which-grouping = Zeg welke groepen gelijke kansen krijgen, met --grouping. Kies uit: { $known }
cli-sweep-line = Verschil tot { $name }: { $placed } geplaatst, grootste verschil { $points } procentpunt, tevredenheid { $satisfaction } ({ $proof })
cli-sweep-open = niet bewezen
cli-sweep-refused = Verschil tot { $name }: kan niet worden berekend ({ $code })
cli-sweep-written = De tabel staat in { $file }.
