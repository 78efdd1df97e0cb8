# Beleid: wat een run moet doen. Kiezen, controleren, samenvatten, bewaren.

# In zinnen, in de volgorde van de doelen.
policy-sum-placed = { $turn ->
    [first] Eerst krijgen zoveel mogelijk studenten een plek.
   *[then] Daarna krijgen zoveel mogelijk studenten een plek.
 }
policy-sum-group-gap = { $turn ->
    [first] Eerst maken wij het verschil tussen groepen zo klein mogelijk ({ $groupings }).
   *[then] Daarna maken wij het verschil tussen groepen zo klein mogelijk ({ $groupings }).
 }
policy-sum-tolerance = Een verschil tot { $points } procentpunt vinden wij goed genoeg.
policy-sum-price = { $price ->
    [one] Daarvoor mag 1 student minder een plek krijgen.
   *[other] Daarvoor mogen { $price } studenten minder een plek krijgen.
 }
policy-sum-group-size = Groepen met minder dan { $least } studenten tellen hierbij niet mee.
policy-sum-worst-off-rank = { $turn ->
    [first] Eerst helpen wij wie het slechtst af is: zo weinig mogelijk studenten zonder plek, dan met een plek die zij niet kozen, dan met een late keuze.
   *[then] Daarna helpen wij wie het slechtst af is: zo weinig mogelijk studenten zonder plek, dan met een plek die zij niet kozen, dan met een late keuze.
 }
policy-sum-worst-off-utility = { $turn ->
    [first] Eerst helpen wij wie het slechtst af is: zo weinig mogelijk studenten zonder plek, dan met weinig punten.
   *[then] Daarna helpen wij wie het slechtst af is: zo weinig mogelijk studenten zonder plek, dan met weinig punten.
 }
policy-sum-satisfaction = { $turn ->
    [first] Eerst kiezen wij de verdeling met de meeste punten: voorkeur telt voor { $preference }, reistijd voor { $travel } en leerwensen voor { $learning }.
   *[then] Daarna kiezen wij de verdeling met de meeste punten: voorkeur telt voor { $preference }, reistijd voor { $travel } en leerwensen voor { $learning }.
 }
policy-sum-lottery = Is er dan nog iets gelijk? Dan loten wij.
policy-sum-lottery-committed = Is er dan nog iets gelijk? Dan loten wij, met de loting die vooraf is vastgelegd.
policy-sum-lottery-seed = Is er dan nog iets gelijk? Dan loten wij, met startgetal { $seed }.
policy-sum-rematch = { $changes ->
    [0] Niemand verliest een plek die al bekend is, en niemand krijgt een andere.
    [one] Hoogstens 1 student verliest de plek die al bekend is, of krijgt een andere.
   *[other] Hoogstens { $changes } studenten verliezen de plek die al bekend is, of krijgen een andere.
 }
policy-sum-budget = { $seconds ->
    [one] De berekening stopt na 1 seconde. Is dan niet alles bewezen, dan staat dat erbij.
   *[other] De berekening stopt na { $seconds } seconden. Is dan niet alles bewezen, dan staat dat erbij.
 }

# Indelingen in groepen.
policy-grouping-programme = Opleiding
policy-grouping-level = Niveau
policy-grouping-learning-path = Leerweg
policy-grouping-study-year = Leerjaar
policy-grouping-failed-applications = Eerdere afwijzingen
policy-grouping-support = Begeleiding nodig
policy-grouping-team = Team
policy-grouping-location = Locatie

# Wat er mis is, en wat u kunt doen.
policy-fault-not-toml = { $line ->
    [0] Dit bestand is geen goede TOML.
   *[other] Regel { $line } is geen goede TOML.
 }
policy-fault-not-toml-remedy = Schrijf elke regel als naam = waarde, met tekst tussen aanhalingstekens. Of download een beleid van de website en verander dat.
policy-fault-unknown-key = Deze naam kennen wij niet.
policy-fault-unknown-key-remedy = Haal dit weg, of gebruik een van deze namen: { $known }.
policy-fault-missing = Dit ontbreekt.
policy-fault-missing-remedy = Vul dit in.
policy-fault-not-text = Dit is geen tekst.
policy-fault-not-text-remedy = Zet het tussen aanhalingstekens.
policy-fault-not-whole = Dit is geen heel getal.
policy-fault-not-whole-remedy = Vul een heel getal in, bijvoorbeeld 10.
policy-fault-not-number = Dit is geen getal.
policy-fault-not-number-remedy = Vul een getal in.
policy-fault-not-list = Dit is geen lijst met namen.
policy-fault-not-list-remedy = Schrijf de namen tussen aanhalingstekens en rechte haken, bijvoorbeeld ["placed"].
policy-fault-not-table = Dit is geen tabel met namen en waarden.
policy-fault-not-table-remedy = Zet de naam op een eigen regel tussen rechte haken, en de waarden op de regels eronder.
policy-fault-not-a-choice = Deze keuze bestaat niet.
policy-fault-not-a-choice-remedy = Kies uit: { $choices }.
policy-fault-goals-none = Er is geen doel gekozen.
policy-fault-goals-none-remedy = Kies minstens één doel.
policy-fault-goal-twice = Een doel staat er twee keer in.
policy-fault-goal-twice-remedy = Laat elk doel één keer staan.
policy-fault-goal-unknown = Het doel "{ $goal }" bestaat niet.
policy-fault-goal-unknown-remedy = Kies uit: { $known }.
policy-fault-below = Dit getal is te klein.
policy-fault-below-remedy = Vul { $least } of meer in.
policy-fault-out-of-range = Dit getal is te klein of te groot.
policy-fault-out-of-range-remedy = Vul een getal in van { $least } tot en met { $most }.
policy-fault-weights-sum = De punten zijn samen { $sum }. Dat moet precies 1.000 zijn.
policy-fault-weights-sum-remedy = { $missing ->
    [one] Geef er nog 1 punt bij.
   *[other] Geef er nog { $missing } punten bij.
 }
policy-fault-weights-sum-remedy-less = { $missing ->
    [one] Haal er 1 punt af.
   *[other] Haal er { $missing } punten af.
 }
policy-fault-groupings-none = Er is geen indeling in groepen gekozen.
policy-fault-groupings-none-remedy = Kies minstens één indeling, of haal het doel over groepen weg.
policy-fault-grouping-twice = Een indeling staat er twee keer in.
policy-fault-grouping-twice-remedy = Laat elke indeling één keer staan.
policy-fault-grouping-name = Een indeling mag niet leeg zijn en niet "gap" heten.
policy-fault-grouping-name-remedy = Kies een andere naam voor deze indeling.
policy-fault-price-place = Een prijs in plekken kan alleen als het doel over groepen direct onder "Studenten met een plek" staat.
policy-fault-price-place-remedy = Zet het doel daar, of maak de prijs 0.
policy-fault-seed-long = Dit startgetal is te lang.
policy-fault-seed-long-remedy = Gebruik hoogstens { $most } tekens.
policy-fault-seed-signs = In dit startgetal staat een teken dat niet te zien is.
policy-fault-seed-signs-remedy = Gebruik alleen letters, cijfers, spaties en leestekens.
cli-policy-fault = { $file }: { $what }
cli-policy-fault-key = { $file }, { $key }: { $what }

# Wat kan, maar waar u naar moet kijken.
policy-warn-no-placed = Het doel "Studenten met een plek" doet niet mee. Er kunnen plekken leeg blijven terwijl een student geen plek heeft.
policy-warn-placed-later = Het doel "Studenten met een plek" staat niet bovenaan. Er kunnen plekken leeg blijven terwijl een student geen plek heeft.
policy-warn-nobody = { $grouping }: geen student in deze ronde heeft hier een groep. Deze indeling verandert niets.
policy-warn-one-group = { $grouping }: er is maar één groep. Er valt niets te vergelijken, dus deze indeling verandert niets.
policy-warn-small = { $counting ->
    [0] { $grouping }: alle groepen hebben minder dan { $least } studenten. Deze indeling verandert niets.
   *[other] { $grouping }: maar één groep heeft { $least } studenten of meer. Er valt niets te vergelijken, dus deze indeling verandert niets.
 }

# Wat de punten betekenen.
policy-example-preference = Een student noemt { $choices } plekken. De eerste keuze geeft { $first } punten, de tweede { $second }, de laatste { $last }. Een plek die de student niet noemt, geeft 0.
policy-example-travel = De reis duurt { $minutes } minuten en mag { $most } minuten duren: { $points } punten. Dichterbij geeft meer.
policy-example-learning = De plek past bij 1 van de 2 leerwensen: { $points } van de { $all } punten.
policy-example-trade = Eén keuze lager kost deze student { $step } punten. Dat is evenveel als { $minutes } minuten langer reizen.

# De pagina.
policy-start-with = Begin met
policy-start-with-own = Het gewone beleid van Stagekans
policy-start-with-option = { $name } (deze ronde)
policy-start-with-option-school = { $name } (hele school)
policy-start-with-default = { $name }, standaard
policy-start-with-button = Gebruik dit beleid
policy-changed-by = Het laatst veranderd door { $by }, { $when }.
policy-counts = Stagekans verdeelt { $places } plekken over { $students } studenten. Hier kiest u wat het belangrijkst is.
policy-right = Het beleid klopt.
policy-others = Bewaard beleid en bestanden
policy-default-mark = (standaard)
policy-goals = Doelen en hun volgorde
policy-goals-text = Het bovenste doel gaat voor. Een lager doel neemt nooit iets weg van een doel erboven.
policy-goal-number = Doel { $number }
policy-up = Omhoog
policy-down = Omlaag
policy-take-out = Haal weg
policy-add = Voeg toe
policy-more = Deze doelen doen niet mee
policy-more-none = Alle doelen doen mee.
policy-told-moved = "{ $goal }" is nu doel { $place } van { $count }.
policy-told-first = "{ $goal }" staat al bovenaan.
policy-told-last = "{ $goal }" staat al onderaan.
policy-told-added = "{ $goal }" doet nu mee, als doel { $place } van { $count }.
policy-told-out = "{ $goal }" doet niet meer mee.
policy-cost = Wat het kan kosten
policy-cost-placed = Voor één student meer krijgen anderen soms een plek die minder goed past.
policy-cost-group-gap = Om een groep met weinig plekken te helpen, krijgen studenten uit andere groepen soms een plek die minder goed past.
policy-cost-group-gap-first = Staat dit doel boven "Studenten met een plek"? Dan kunnen er plekken leeg blijven, alleen om het verschil klein te houden.
policy-cost-worst-off = Om één student een betere plek te geven, krijgen anderen soms hun tweede keuze in plaats van hun eerste.
policy-cost-satisfaction = Het gaat om alle punten samen. Eén student kan een slechte plek krijgen als dat anderen samen meer oplevert.
policy-worst-off-text = Eerst zo weinig mogelijk studenten zonder plek. Dan zo weinig mogelijk met een slechte plek, en zo verder naar boven. Hieronder kiest u wat een slechte plek is.
policy-classes = Wie is het slechtst af?
policy-classes-rank = Wie de laatste keuze kreeg
policy-classes-rank-text = Geen plek is het ergst. Dan een plek die de student niet koos, dan de laatste keuze, en zo verder. Reistijd telt niet mee.
policy-classes-utility = Wie de minste punten kreeg
policy-classes-utility-text = Geen plek is het ergst. Dan 0 tot en met 99 punten, dan 100 tot en met 199, en zo verder. Ook reistijd en leerwensen tellen mee.
policy-groupings = Welke groepen vergelijken wij?
policy-groupings-text = Van elke groep moet een even groot deel een plek krijgen. Kiest u meer indelingen, dan telt het grootste verschil.
policy-grouping-counts = { $groups ->
    [one] 1 groep
   *[other] { $groups } groepen
 }, { $students ->
    [one] 1 student
   *[other] { $students } studenten
 }
policy-grouping-smallest = De kleinste groep: { $smallest }, de grootste: { $largest }.
policy-groupings-empty = In deze ronde heeft geen student een groep. Dit doel verandert dus niets.
policy-grouping-absent = In deze ronde heeft niemand zo'n groep.
policy-tolerance = Welk verschil is goed genoeg? (procentpunt)
policy-tolerance-hint = Bij 2 is 91 % plekken in de ene groep en 89 % in de andere goed genoeg. Hoe hoger, hoe meer ruimte er is voor andere doelen. Bij 0 maken wij het verschil zo klein als het kan.
policy-price = Hoeveel studenten minder een plek, hoogstens?
policy-price-hint = Bij 0 kost dit doel niemand een plek. Bij 3 mogen 3 studenten minder een plek krijgen, als het verschil daardoor kleiner wordt. Kan alleen direct onder "Studenten met een plek".
policy-group-size = Hoe groot moet een groep zijn om mee te tellen?
policy-group-size-hint = In een groep van 3 verandert 1 student het deel met 33 procentpunt. Kleine groepen staan wel in het verslag.
policy-weights = Punten voor een plek
policy-weights-text = Samen precies 1.000. Hoe meer punten voor een deel, hoe meer dat deel telt.
policy-weights-used = De punten tellen bij "Tevredenheid", en bij "Eerst wie het slechtst af is" als u daar punten kiest.
policy-weight-preference = Voorkeur van de student
policy-weight-travel = Korte reis
policy-weight-learning = Leerwensen
policy-weights-sum-right = Samen { $sum }. Dat klopt.
policy-weights-examples = Wat betekent dit voor een student?
policy-rematch = Hoeveel studenten mogen een andere plek krijgen?
policy-rematch-text = In deze ronde zijn al plekken bekend. Laat dit leeg als dat niet uitmaakt.
policy-rematch-hint = Het gaat om studenten die hun plek verliezen of een andere krijgen. Hoe lager, hoe minder mensen u iets nieuws moet vertellen, maar hoe minder er kan verbeteren.
policy-budget = Rekentijd in seconden (niet verplicht)
policy-budget-hint = Is de tijd om, dan krijgt u de beste verdeling tot dan toe, en hoe ver die hoogstens van de beste af ligt. Laat dit leeg voor de gewone tijd.
policy-more-settings-rematch = Wijzigingen, rekentijd en loting
policy-more-settings = Rekentijd en loting
policy-summary = Uw beleid in het kort
policy-summary-faults = { $count ->
    [one] Er is nog 1 ding niet goed ingevuld. Daarna ziet u hier uw beleid in het kort.
   *[other] Er zijn nog { $count } dingen niet goed ingevuld. Daarna ziet u hier uw beleid in het kort.
 }
policy-summary-look = Let op
policy-check = Controleer het beleid
policy-keep = Bewaar of deel dit beleid
policy-keep-text = Dan kunt u het een volgende keer weer kiezen. Een matching bewaart altijd zelf met welk beleid die gemaakt is.
policy-name = Naam
policy-name-hint = Bijvoorbeeld: ons beleid 2027. Bestaat deze naam al? Dan vervangt u dat beleid.
policy-scope = Voor wie?
policy-scope-round = Alleen deze ronde
policy-scope-school = De hele school
policy-default = Begin een nieuwe matching hier voortaan mee
policy-save = Bewaar dit beleid
policy-download = Download als bestand (TOML)
policy-upload = Of begin met een bestand
policy-upload-file = Beleid als bestand
policy-upload-hint = Een TOML-bestand van deze pagina of van de opdracht stagekans match. Er wordt nog niets gestart.
policy-upload-button = Lees dit bestand
policy-upload-faults = { $count ->
    [one] Dit bestand heeft 1 fout. U ziet hier het beleid van daarvoor.
   *[other] Dit bestand heeft { $count } fouten. U ziet hier het beleid van daarvoor.
 }
policy-saved-ones = Bewaard beleid
policy-remove = Verwijder
policy-run-made-with = Met dit beleid gemaakt
policy-file-name = beleid
policy-told-loaded = Het bestand is gelezen. Kijk of het klopt en start dan.
notice-policy-saved = Het beleid is bewaard.
notice-policy-removed = Het beleid is verwijderd.
form-field-goals = Doelen
form-field-utility = Punten samen
form-field-utility-preference = Voorkeur van de student
form-field-utility-travel = Korte reis
form-field-utility-learning-wishes = Leerwensen
form-field-worst-off-classes = Wie is het slechtst af
form-field-group-gap-groupings = Welke groepen
form-field-group-gap-tolerance = Welk verschil is goed genoeg
form-field-group-gap-price = Hoeveel studenten minder
form-field-group-gap-min-group-size = Kleinste groep
form-field-rematch-max-changes = Hoeveel studenten een andere plek
form-field-budget-seconds = Rekentijd
form-field-policy-name = Naam van het beleid
form-field-policy = Beleid
field-policy-name-length = Geef het beleid een naam van 1 tot en met 100 tekens.
