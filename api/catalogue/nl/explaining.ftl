# Uitleg: waar te weinig plekken zijn, wat er anders zou zijn, en de brief aan de student ("je").
join-and = { $first } en { $last }

shortage-text = { $students } studenten van opleiding { $crebos } hebben samen { $places ->
    [one] 1 plek
   *[other] { $places } plekken
 }. { $shortage ->
    [one] 1 student krijgt geen plek.
   *[other] { $shortage } studenten krijgen geen plek.
 }
shortage-other-programmes = { $count ->
    [one] 1 andere opleiding
   *[other] { $count } andere opleidingen
 }
shortage-where = Het gaat vooral om plekken in { $zones }.
shortage-when = Deze plekken beginnen in { $months }.
shortage-opens = { $total ->
    [one] 1 plek meer geeft 1 student meer een plek: { $offers }.
   *[other] { $total } plekken meer geven { $total } studenten meer een plek: { $offers }.
 }
shortage-opens-at = { $places } bij { $offer }
shortages-title = Waar zijn te weinig plekken?
shortages-lead = Elke rij is een groep studenten die samen te weinig plekken hebben. Niemand van hen past bij een andere plek. Het grootste tekort staat bovenaan.
shortages-none = Er is geen groep studenten met te weinig plekken.
shortages-none-but = Er is geen groep studenten met te weinig plekken. Studenten zonder plek missen passend aanbod, of er ging een ander doel voor. Open een student om te zien waarom.
shortages-more = { $count ->
    [one] Toon nog 1 groep
   *[other] Toon nog { $count } groepen
 }
shortage-group = Groep
shortage-missing = Te weinig
shortage-helps = Wat helpt
shortage-no-promise = Dat is bij deze volgorde van doelen niet vooraf te zeggen.
shortage-without = Zonder plek: { $list }
shortage-without-one = { $count } van { $crebo }

would-title = Wat zou er anders zijn?
would-text = Uitgerekend voor deze matching, steeds met één verandering. Al het andere blijft gelijk.
would-period = Als een andere periode ook kan, past er meer aanbod: { $offers } extra.
would-period-none = Een andere periode levert geen extra aanbod op.
would-days = Als andere dagen ook kunnen, past er meer aanbod: { $offers } extra.
would-days-none = Andere dagen leveren geen extra aanbod op.
would-travel = Met { $minutes ->
    [one] 1 minuut
   *[other] { $minutes } minuten
 } meer reistijd past er meer aanbod: { $offers } extra.
would-travel-none = Meer reistijd levert geen extra aanbod op.
would-support = Als bedrijven de nodige begeleiding geven, past er meer aanbod: { $offers } extra.
would-support-none = Ook met de nodige begeleiding past er geen aanbod meer.
would-forbidden = Zonder de uitsluiting door een mens past er meer aanbod: { $offers } extra.
would-forbidden-none = Ook zonder de uitsluiting door een mens past er geen aanbod meer.
would-not-named = Als de student ook ander aanbod wil dan de eigen keuzes, past er meer aanbod: { $offers } extra.
would-not-named-none = Ook met aanbod buiten de eigen keuzes past er niets meer.
place-then-certain = Dan is er in deze matching zeker een plek.
place-then-depends = Of er dan een plek is, hangt af van de andere studenten: de doelen en het lot beslissen.
place-then-no = Dan is er in deze matching nog steeds geen plek.

settled = Wat gaf de doorslag?
settled-none = De regels, of een eerder besluit
settled-placed = Zoveel mogelijk studenten een plek
settled-group-gap = Gelijke kans per groep
settled-worst-off = Eerst wie het slechtst af is
settled-satisfaction = Voorkeur, reistijd en leerwensen samen
settled-lottery = Het lot, bij gelijke kansen
tell-wish-lots = Het lot besliste wie deze plek kreeg (lotnummers { $lowest } tot en met { $highest }).
tell-wish-lot = Het lot besliste wie deze plek kreeg (lotnummer { $lot }).

letter-open = Maak een brief voor de student
letter-title-placed = Waarom kreeg ik deze plek?
letter-title-none = Waarom heb ik nog geen plek?
letter-draft = Dit is een concept. Er is nog niet besloten. Geef de brief pas na uw besluit.
letter-draft-title = Concept
letter-print = Druk deze pagina af met Ctrl+P.
letter-back = Ga terug naar de student
letter-dear = Beste { $name },
letter-dear-unknown = Beste student,
letter-placed-named = { $choices ->
    [one] Je krijgt een stageplek bij { $offer }. Dat is de plek die je koos.
   *[other] Je krijgt een stageplek bij { $offer }. Dat is je { $rank }e keuze van { $choices }.
 }
letter-placed-locked = Je krijgt een stageplek bij { $offer }. Deze plek lag al vast door een eerder besluit.
letter-placed-not-named = Je krijgt een stageplek bij { $offer }. Je had deze plek niet zelf gekozen, maar hij past bij je.
letter-placed-no-list = Je krijgt een stageplek bij { $offer }. Je had geen voorkeuren opgegeven. Deze plek past bij je.
letter-placed-by-hand = Je krijgt een stageplek bij { $offer }. Een medewerker van je school koos deze plek voor je.
letter-none-by-hand = Je hebt nu nog geen stageplek. Een medewerker van je school besloot dat zo. Vraag je stagecoördinator gerust waarom.
letter-none = Je hebt nu nog geen stageplek. Dat ligt niet aan jou. Je school zoekt met je verder.
letter-minutes = { $minutes ->
    [one] De reis duurt ongeveer 1 minuut.
   *[other] De reis duurt ongeveer { $minutes } minuten.
 }
letter-looked = { $eligible ->
    [0] We keken naar al het aanbod ({ $offers }). Daarvan paste er niets bij jou.
    [one] We keken naar al het aanbod ({ $offers }). Daarvan paste er 1 bij jou.
   *[other] We keken naar al het aanbod ({ $offers }). Daarvan pasten er { $eligible } bij jou.
 }
letter-why-no-eligible-offer = Het meeste viel af door { $rules }.
letter-why-no-places = Bij het aanbod dat bij je past, zijn nu 0 plekken.
letter-why-more-students-than-places = Jij en { $others ->
    [one] 1 andere student
   *[other] { $others } andere studenten
 } hebben samen maar { $places ->
    [one] 1 plek
   *[other] { $places } plekken
 }.
letter-why-side-constraint = Er was nog een plek, maar een afspraak over een groep studenten, of een doel van de school, ging voor.
letter-why-other-goal-first = Je school zette bij het verdelen een ander doel voorop dan zoveel mogelijk plekken.
letter-wish-removed = Je { $rank }e keuze, { $offer }, kon niet: { $why }.
letter-wish-removed-given = Je { $rank }e keuze, { $offer }, kon niet.
letter-wish-taken = Je { $rank }e keuze, { $offer }, is vol. Er pasten { $students } studenten en er { $places ->
    [one] is 1 plek
   *[other] zijn { $places } plekken
 }.
letter-wish-no-places = Je { $rank }e keuze, { $offer }, heeft nu 0 plekken.
letter-wish-unknown-offer = Je { $rank }e keuze, { $offer }, staat niet in het aanbod.
letter-wish-place-left = Je { $rank }e keuze, { $offer }, had nog plek. Deze plek past in totaal beter: voorkeur, reis en wat je wilt leren samen.
letter-wish-closed-below-minimum = Je { $rank }e keuze, { $offer }, gaat niet open: er zijn te weinig studenten voor.
letter-wish-share-full = Je { $rank }e keuze, { $offer }, heeft al genoeg studenten uit dezelfde groep.
letter-wish-shared-full = Je { $rank }e keuze, { $offer }, deelt zijn plekken met ander aanbod, en die zijn vol.
letter-wish-mate-elsewhere = Je { $rank }e keuze, { $offer }, kon niet: wie samen met jou moet, krijgt daar geen plek.
letter-wish-kept-free = Je { $rank }e keuze, { $offer }, had nog plek. Een afspraak over een groep studenten, of een doel van de school, ging voor.
letter-wish-decided = Je { $rank }e keuze, { $offer }, was niet meer nodig: je plek lag al vast.
letter-more-wishes = { $count ->
    [one] Nog 1 keuze lukte niet.
   *[other] Nog { $count } keuzes lukten niet.
 }
letter-settled-placed = Bij het verdelen ging één doel voor: zoveel mogelijk studenten een plek. Dat gaf bij jou de doorslag.
letter-settled-group-gap = Bij het verdelen krijgt elke groep studenten een gelijke kans. Dat gaf bij jou de doorslag.
letter-settled-worst-off = Bij het verdelen helpen we eerst wie het slechtst af is. Dat gaf bij jou de doorslag.
letter-settled-satisfaction = De plekken zijn zo verdeeld dat ze samen het best passen: voorkeur, reistijd en wat studenten willen leren. Dat gaf bij jou de doorslag.
letter-settled-lottery = Jij en anderen hadden gelijke kansen. Daarom besliste het lot. Jouw lotnummer is { $lot }.
letter-lot-order = Wie een lager lotnummer heeft, gaat dan voor.
letter-would-period = Kan een bedrijf ook in een andere periode? Dan past er meer aanbod bij je: { $offers } extra.
letter-would-days = Kan een bedrijf ook op andere dagen? Dan past er meer aanbod bij je: { $offers } extra.
letter-would-travel = Kun je { $minutes ->
    [one] 1 minuut
   *[other] { $minutes } minuten
 } langer reizen? Dan past er meer aanbod bij je: { $offers } extra.
letter-would-support = Bij { $offers ->
    [one] 1 aanbod
   *[other] { $offers } keer aanbod
 } ontbreekt alleen de begeleiding die jij nodig hebt. Je school kan vragen of een bedrijf die kan geven.
letter-would-forbidden = Een medewerker sloot { $offers ->
    [one] 1 aanbod
   *[other] { $offers } keer aanbod
 } voor je uit. Je mag vragen waarom.
letter-would-not-named = Je wilt alleen plekken die je zelf koos. Mag een andere plek ook? Dan past er meer aanbod bij je: { $offers } extra.
letter-then-certain = Daarmee had je in deze ronde zeker een plek gekregen.
letter-then-depends = Of je dan in deze ronde een plek had gekregen, hangt af van de andere studenten.
letter-then-no = In deze ronde had dat nog geen plek gegeven.
letter-not-used = Je naam, afkomst, geslacht, leeftijd en cijfers telden niet mee.
letter-questions = Klopt er iets niet, of heb je een vraag? Praat met je stagecoördinator. Samen kijken jullie wat er kan.
