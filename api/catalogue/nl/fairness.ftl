fairness-link = Hoe eerlijk is dit?
fairness-title = Hoe eerlijk is deze verdeling?
fairness-intro = Op deze pagina staan alleen cijfers over groepen en over de hele matching. Er staat niets in over één student. Een verschil tussen groepen is nog geen bewijs dat iemand is benadeeld: kijk ook wat er te kiezen was.
fairness-none = Deze matching is gemaakt voordat wij dit rapport hadden. Maak een nieuwe matching om het rapport te zien.
fairness-contents = Op deze pagina
fairness-back = Terug naar de matching

fairness-groups = Krijgt elke groep even vaak een plek?
fairness-groups-text = U ziet van elke groep welk deel van de studenten een plek kreeg. De lijn naast de stip laat zien hoeveel toeval kan schelen: hoe kleiner de groep, hoe langer de lijn.
fairness-groups-empty = Bij deze studenten staan geen groepen. Er is dus niets te vergelijken.
fairness-is-goal = Doel van deze matching
fairness-group = Groep
fairness-students = Studenten
fairness-placed = Met plek
fairness-rate = Deel met plek
fairness-offers = Passend aanbod per student
fairness-offers-text = Het middelste aantal: de helft heeft meer.
fairness-without = Zonder passend aanbod
fairness-percent = { NUMBER($percent, minimumFractionDigits: 1, maximumFractionDigits: 1) } %
fairness-between = tussen { NUMBER($low, minimumFractionDigits: 1, maximumFractionDigits: 1) } en { NUMBER($high, minimumFractionDigits: 1, maximumFractionDigits: 1) } %
fairness-or-more = { NUMBER($percent) } % of meer
fairness-or-less = { NUMBER($percent) } % of minder
fairness-hidden = Verborgen
fairness-withheld = Niet getoond
fairness-rule = Regel voor kleine aantallen, versie { $version }. Een groep van minder dan { $least } studenten is verborgen. Van een groep van minder dan { $small } studenten tonen wij alleen “{ $lowest } % of minder” en “{ $highest } % of meer” als het deel daar voorbij is. “Niet getoond” en soms ook “Verborgen” staat er als u anders een verborgen cijfer kunt uitrekenen.
fairness-gap = Verschil: { NUMBER($points, minimumFractionDigits: 1, maximumFractionDigits: 1) } procentpunt, tussen { $highest } (hoogste) en { $lowest } (laagste).
fairness-gap-at-least = Verschil: { NUMBER($points, minimumFractionDigits: 1, maximumFractionDigits: 1) } procentpunt of meer, tussen { $highest } (hoogste) en { $lowest } (laagste). Het precieze verschil tonen wij niet, omdat een groep klein is.
fairness-gap-interval = Rekent u toeval mee, dan ligt dit verschil tussen { NUMBER($low, minimumFractionDigits: 1, maximumFractionDigits: 1) } en { NUMBER($high, minimumFractionDigits: 1, maximumFractionDigits: 1) } procentpunt (95 %). Wij kozen de twee uitersten: met veel groepen is hun verschil al snel groot.
fairness-gap-conditional = Vergelijkt u alleen studenten met ongeveer evenveel passend aanbod, dan is het verschil { NUMBER($points, minimumFractionDigits: 1, maximumFractionDigits: 1) } procentpunt. Dat kan voor { NUMBER($covered, maximumFractionDigits: 0) } % van deze twee groepen. Is dit verschil veel kleiner? Dan komt het vooral door het aanbod.
fairness-gap-none = Wij kunnen hier geen twee groepen vergelijken.
fairness-rates-axis = Deel met een plek (%)
fairness-rates-chart = Grafiek: het deel met een plek per groep, { $grouping }. Dezelfde cijfers staan in de tabel eronder.
fairness-rates-key = Stip: het deel met een plek. Lijn: wat toeval kan schelen (95 %). Open ruit: alleen een grens, omdat de groep klein is.

fairness-grouping-programme = Opleiding
fairness-grouping-level = Niveau
fairness-grouping-learning-path = Leerweg
fairness-grouping-study-year = Leerjaar
fairness-grouping-failed-applications = Eerdere afwijzingen
fairness-grouping-support = Steun nodig op de werkplek
fairness-grouping-team = Team
fairness-grouping-location = Locatie
fairness-group-support-yes = Ja
fairness-group-support-no = Nee

fairness-change = Wat deed het doel “gelijke kans per groep”?
fairness-change-text = Wij maakten dezelfde verdeling nog een keer zonder dit doel.
fairness-change-which = Verdeling
fairness-change-without = Zonder dit doel
fairness-change-with = Met dit doel (deze matching)
fairness-change-gap = Grootste verschil tussen groepen
fairness-points = { NUMBER($points, minimumFractionDigits: 1, maximumFractionDigits: 1) } procentpunt

fairness-prices = Wat kost elk doel?
fairness-prices-text = Een doel dat voorgaat, kan een later doel iets kosten. Wij maakten de verdeling nog een keer zonder dat doel. Dit is het verschil.
fairness-prices-none = Voor deze matching is dit niet uitgerekend: er zijn daarvoor te veel studenten.
fairness-prices-single = Deze matching heeft één doel. Er is dus geen later doel dat iets verliest.
fairness-price-goal = Dit doel
fairness-price-later = kostte dit latere doel
fairness-price-lost = zoveel
fairness-price-nothing = Niets
fairness-price-placed = { $number ->
    [one] 1 plek minder
   *[other] { $number } plekken minder
 }
fairness-price-placed-gained = { $number ->
    [one] 1 plek meer
   *[other] { $number } plekken meer
 }
fairness-price-satisfaction = { $number ->
    [one] 1 punt minder
   *[other] { $number } punten minder
 }
fairness-price-satisfaction-gained = { $number ->
    [one] 1 punt meer
   *[other] { $number } punten meer
 }
fairness-price-group-gap = { NUMBER($points, maximumFractionDigits: 2) } procentpunt groter verschil
fairness-price-group-gap-gained = { NUMBER($points, maximumFractionDigits: 2) } procentpunt kleiner verschil
fairness-price-more = { $name }: { $number } meer
fairness-price-fewer = { $name }: { $number } minder

fairness-profile = Hoe ver kwamen studenten op hun lijst?
fairness-profile-text = Elke balk telt op: wie zijn eerste keuze kreeg, telt ook mee bij “keuze 2 of hoger”.
fairness-profile-axis = Studenten (%)
fairness-profile-chart = Grafiek: welk deel van alle studenten een plek kreeg van deze keuze of hoger. Dezelfde cijfers staan in de tabel ernaast.
fairness-profile-empty = Niemand kreeg een plek van zijn lijst.
fairness-choice = Keuze
fairness-choices = Keuze { $first } tot en met { $last }
fairness-choice-one = Keuze { $rank }
fairness-share = Deel
fairness-up-to = Deze keuze of hoger
fairness-not-named = Een plek die niet op de lijst stond
fairness-without-place = Geen plek

fairness-ways = Wat had een andere manier van verdelen gegeven?
fairness-ways-text = Wij verdeelden dezelfde plekken aan dezelfde studenten op twee andere manieren. Bij beide kiest de ene student na de andere de beste plek die er dan nog is.
fairness-way = Manier
fairness-way-run = Deze matching
fairness-way-random-order = Loten wie eerst mag kiezen ({ $draws } keer geloot)
fairness-way-student-number = Wie het eerst komt, het eerst maalt
fairness-way-run-short = Matching
fairness-way-random-order-short = Loten
fairness-way-student-number-short = Eerst komt
fairness-way-number-text = Wij weten niet wie het eerst kwam. Daarom namen wij de volgorde van de studentnummers.
fairness-ways-axis = Studenten met een plek
fairness-ways-chart = Grafiek: hoeveel studenten een plek krijgen bij elke manier. De lijn bij loten loopt van de slechtste tot de beste loting. Dezelfde cijfers staan in de tabel eronder.
fairness-ways-scale = Stip: het aantal met een plek. Lijn: van de slechtste tot de beste loting. De schaal begint niet bij 0.
fairness-ways-gap = Grootste verschil tussen groepen
fairness-ways-satisfaction = Punten samen
fairness-ways-choice = Keuze { $rank }
fairness-ways-later = Latere keuze
fairness-range = { $least } tot { $most }
fairness-seeds = De lotingen zijn na te rekenen met deze startwoorden:

fairness-envy = Wie had liever de plek van een ander?
fairness-envy-text = Een student staat hier als hij een plek hoger op zijn lijst had, die bij hem past, en die een ander kreeg. Wie geen plek heeft, staat hier als een ander een plek kreeg die ook bij hem past.
fairness-envy-students = Studenten die liever de plek van een ander hadden
fairness-envy-pairs = Paren van zo’n student en die ander
fairness-envy-by-lot-students = Daarvan met een beter lot dan die ander
fairness-envy-by-lot-pairs = Paren waarin dat zo is
fairness-envy-by-lot-text = Een beter lot geeft niet altijd voorrang: eerst tellen de doelen. Zo krijgen meer studenten een plek. Plekken die al vastlagen, tellen hier niet mee.
fairness-fewer-than = Minder dan { $least }

fairness-opportunity = Wat was er te kiezen?
fairness-opportunity-text = De regels laten de ene student meer aanbod dan de andere. Geen verdeling kan een student helpen die niets te kiezen heeft. Per groep staat dit in de tabellen hierboven.
fairness-opportunity-median = Passend aanbod per student (middelste aantal)
fairness-opportunity-without = Studenten zonder passend aanbod

cli-stage-prices = Uitrekenen wat elk doel kost
cli-stage-fairness = Kijken hoe eerlijk het is
cli-match-option-prices = Reken uit wat elk doel de latere kost: auto (tot 3.000 studenten), yes of no.
cli-verify-group-untrue = fairness.json: de aantallen van groep { $group } ({ $grouping }) kloppen niet
cli-verify-unchecked-prices = Niet nagerekend: wat elk doel de latere kost (price). Daarvoor moet alles opnieuw worden opgelost.
cli-verify-unchecked-gap-without = Niet nagerekend: het verschil tussen groepen zonder het doel (gap_change). Daarvoor moet alles opnieuw worden opgelost.

run-stage-prices = Stagekans rekent uit wat elk doel kost
run-stage-fairness = Stagekans kijkt hoe eerlijk het is
fairness-table = Bekijk de getallen
