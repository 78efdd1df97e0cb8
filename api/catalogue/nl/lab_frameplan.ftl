# Het onderzoekslab: het kader met vacatures, de profielen en het plan.
study-tab-frame = Kader

study-frame-title = Het kader
study-frame-lead = Alle vacatures waaruit de loting trekt. Alleen hier en bij het veldwerk staan namen van bedrijven.
study-frame-import = Vacatures toevoegen
study-frame-import-lead = Kies een bestand met één vacature per rij. Goede rijen komen er meteen bij. Bij elke andere rij leest u wat eraan mankeert. Hetzelfde bestand nog een keer kiezen mag: wat er al is, blijft zoals het is.
study-frame-file-hint = CSV of Excel (.xlsx), hoogstens 20.000 rijen. De eerste rij heeft de namen van de kolommen.
study-frame-import-button = Toevoegen
study-frame-template-xlsx = Leeg bestand (Excel)
study-frame-template-csv = Leeg bestand (CSV)
study-frame-columns = Welke kolommen zijn er?
study-frame-column-needed = Nodig.
study-frame-column-entry-id = uw eigen code voor deze vacature, in elke rij een andere
study-frame-column-company = naam van het bedrijf
study-frame-column-establishment = naam van de vestiging
study-frame-column-kvk = KvK-nummer, 8 cijfers
study-frame-column-establishment-number = vestigingsnummer, 12 cijfers
study-frame-column-postcode4 = de vier cijfers van de postcode
study-frame-column-place = plaats
study-frame-column-sector = sector, zoals het protocol die noemt
study-frame-column-size-class = grootte van het bedrijf, in uw eigen woorden
study-frame-column-vacancy-title = titel van de vacature
study-frame-column-contact-email = e-mailadres voor sollicitaties
study-frame-column-phone = telefoonnummer
study-frame-column-source = waar u de vacature vond
study-frame-column-found-on = dag waarop u die vond: dd-mm-jjjj
study-frame-file-refused = Dit bestand kan niet mee
study-frame-closed-drawn = Het plan is getrokken. Er kunnen geen vacatures meer bij.
study-frame-closed-state = Er kunnen nu geen vacatures bij. Dat kan zolang het onderzoek een concept is, en na de registratie tot het plan is getrokken.
study-frame-entries = Vacatures
study-frame-sectors = Sectoren
study-frame-refused = Afgewezen rijen
study-frame-see-refused = { $count ->
    [one] Bekijk de afgewezen rij
   *[other] Bekijk de { $count } afgewezen rijen
}
study-frame-see-blocked = Bedrijven die niet meedoen
study-frame-files = Bestanden
study-frame-rows = Rijen
study-frame-added = Toegevoegd
study-frame-already = Was er al
study-frame-changed = { $count ->
    [one] 1 rij had een andere tekst. Die is niet overgenomen.
   *[other] { $count } rijen hadden een andere tekst. Die is niet overgenomen.
}
study-frame-warnings = { $count ->
    [one] 1 punt om na te kijken in het laatste bestand
   *[other] { $count } punten om na te kijken in het laatste bestand
}
study-frame-found = { $count ->
    [one] 1 vacature
   *[other] { $count } vacatures
}
study-frame-pseudonym = Schuilnaam
study-frame-company = Bedrijf
study-frame-vacancy = Vacature
study-frame-sector = Sector
study-frame-contact = Contact
study-frame-drawn = Loting
study-frame-drawn-yes = Getrokken
study-frame-drawn-no = Niet getrokken
study-frame-gone = Verwijderd
study-frame-empty = Er zijn nog geen vacatures
study-frame-empty-text = Kies hierboven een bestand. Het lege bestand laat zien welke kolommen er zijn.
study-frame-refused-title = Afgewezen rijen
study-frame-refused-lead = Deze rijen doen niet mee. Pas het bestand aan en voeg het nog een keer toe: wat dan goed is, verdwijnt uit deze lijst.
study-frame-refused-none = Er zijn geen afgewezen rijen
study-frame-refused-none-text = Alle rijen van uw bestanden doen mee.
study-frame-refused-file = afgewezen-vacatures
study-frame-row = Rij
study-frame-why = Wat er aan de hand is
notice-frame-imported = Het bestand is verwerkt. Hieronder staat wat er met de rijen is gebeurd.
conflict-frame-nothing-refused = Er zijn geen afgewezen rijen.

blocked-title = Bedrijven die niet meedoen
blocked-lead = Geen enkel onderzoek schrijft of belt deze bedrijven.
blocked-list = { $count ->
    [one] 1 bedrijf
   *[other] { $count } bedrijven
}
blocked-none = De lijst is leeg
blocked-none-text = Een bedrijf dat een klacht heeft of erom vraagt, komt op deze lijst.
blocked-reason = Reden
blocked-reason-hint = Bijvoorbeeld: vroeg op 3 maart om niet mee te doen. Zet hier geen namen van personen.
blocked-by = Gezet door
blocked-remove = Van de lijst halen
blocked-remove-named = { $name } van de lijst halen
blocked-add = Een bedrijf op de lijst zetten
blocked-add-button = Op de lijst zetten
blocked-kvk = KvK-nummer
blocked-kvk-hint = 8 cijfers. Mag leeg blijven.
blocked-kvk-is = KvK { $kvk }
notice-company-blocked = Het bedrijf staat op de lijst.
notice-company-unblocked = Het bedrijf is van de lijst gehaald.
field-not-kvk = Een KvK-nummer heeft 8 cijfers.
form-field-company = Bedrijf
form-field-kvk = KvK-nummer

lab-not-allowed-study-plan-drawn = Dit kan niet meer. Het plan van dit onderzoek is al getrokken.
lab-finding-frame-sector-outside = { $number ->
    [one] Eén vacature heeft
   *[other] { $number } vacatures hebben
} de sector ‘{ $sector }’. Die staat niet in het protocol. De loting slaat die over. Pas de sector aan als het om hetzelfde gaat.

plan-file = plan

study-tab-profiles = Profielen
study-tab-plan = Loting

profiles-title = Profielen
profiles-lead = Wie er solliciteert, en met welke brieven. Niemand van hen bestaat.
profiles-closed = De profielen liggen vast. Het plan is getrokken, of het onderzoek is verder.
profiles-findings = { $count ->
    [one] 1 punt om naar te kijken
   *[other] { $count } punten om naar te kijken
}
profiles-findings-see = Bekijk de punten
profiles-needed = Nodig:
profiles-whole = De profielen zijn compleet.
profiles-names = Namen
profiles-names-lead = Kies de twee groepen en sla op. Kies dan de namen. Beide sollicitanten van een paar hebben hetzelfde geslacht. Kies per groep evenveel namen als in het protocol staat.
profiles-side-majority = Meerderheid
profiles-side-minority = Minderheid
profiles-share = { $share } %
profiles-interval = { $lower } tot { $upper } %
profiles-not-measured = Herkenning niet gemeten
profiles-recognised = Herkend door { $share } % (bron: { $source })
profiles-not-young = Minder geloofwaardig voor iemand van 17 tot 19 jaar
profiles-no-names = Voor deze groep zijn er geen namen.
profiles-status = Deze namen passen bij elkaar in aanzien:
profiles-no-status = Het aanzien van deze namen is niet gemeten. Na een proef vooraf staat hier welke namen bij elkaar passen.
profiles-second-cue = Een tweede teken in het cv
profiles-second-cue-hint = Beide sollicitanten noemen dan een derde taal. Dat helpt bij namen die weinig mensen herkennen.
profiles-letters = Brieven
profiles-letter = Brief { $name }
profiles-words = Woorden van het onderzoek
profiles-words-lead = Deze woorden zijn voor beide sollicitanten gelijk. Noem alleen een school die toestemming gaf.
profiles-word-school = School
profiles-word-hint-school = Bijvoorbeeld: ROC Voorbeeld
profiles-word-town = Woonplaats
profiles-word-hint-town = Bijvoorbeeld: Utrecht. Geen straat.
profiles-word-earlier = Vooropleiding
profiles-word-hint-earlier = Bijvoorbeeld: vmbo, gemengde leerweg
profiles-word-period = Periode van de stage
profiles-word-hint-period = Bijvoorbeeld: van september tot en met januari
profiles-word-greeting = Aanhef
profiles-word-hint-greeting = Bijvoorbeeld: Geachte heer, mevrouw,
profiles-word-programme = Opleiding
profiles-word-hint-programme = Bijvoorbeeld: Kok
profiles-word-level = Niveau
profiles-word-hint-level = Bijvoorbeeld: niveau 3
profiles-word-field = Vak
profiles-word-hint-field = Past in: ik wil in … werken. Bijvoorbeeld: de keuken
profiles-word-tasks = Taken
profiles-word-hint-tasks = Past in: op school leer ik nu …. Bijvoorbeeld: snijden en bakken
profiles-word-learn = Wat iemand wil leren
profiles-word-hint-learn = Past in: ik wil leren hoe je …. Bijvoorbeeld: een menu maakt
profiles-no-sectors = Het protocol noemt nog geen sectoren. Vul die eerst in.
profiles-senders = Afzenders
profiles-senders-lead = Twee sollicitanten bij één bedrijf hebben nooit hetzelfde nummer of adres. Het maildomein van het onderzoek is { $domain }.
profiles-phone = Telefoonnummer
profiles-phone-hint = Een nummer van het onderzoek zelf, nooit van iemand anders.
profiles-mailbox = Deel voor het apenstaartje
profiles-mailbox-hint = Met {"{"}first{"}"} voor de voornaam, {"{"}initial{"}"} voor de eerste letter en {"{"}surname{"}"} voor de achternaam.
profiles-save = Opslaan
profiles-example = Voorbeeld van een paar
profiles-sex = Geslacht
profiles-example-button = Bekijk
profiles-example-none = Kies namen en afzenders, en sla op. Dan staat hier een ingevuld paar van twee verschillende brieven.
profiles-linter = Wat er verschilt behalve de naam
profiles-linter-good = In dit paar verschilt alleen wat mag verschillen.
notice-profiles-saved = De profielen zijn opgeslagen.

pretest-title = Proef vooraf
pretest-lead = Laat mensen de namen beoordelen voordat het veldwerk begint. Een naam is bruikbaar als 40 % het land herkent, of 70 % het deel van de wereld.
pretest-none = Er is nog geen proef vooraf.
pretest-source-is = Bron: { $source }
pretest-name = Naam
pretest-raters = Beoordelaars
pretest-country = Land herkend
pretest-region = Deel van de wereld herkend
pretest-confused = Vaakst verward met
pretest-confused-with = { $group }, { $share } %
pretest-usable = Bruikbaar
pretest-by-country = Ja, door het land
pretest-by-region = Alleen met een tweede teken
pretest-by-none = Nee
pretest-unsure = Niet zeker: het interval gaat onder de grens door.
pretest-answer-dutch = Nederlands
pretest-answer-turkish = Turks
pretest-answer-moroccan = Marokkaans
pretest-answer-surinamese = Surinaams
pretest-answer-polish = Pools
pretest-answer-other-western-europe = ander land in West-Europa
pretest-answer-other-eastern-europe = ander land in Oost-Europa
pretest-answer-other-north-africa-middle-east = ander land in Noord-Afrika of het Midden-Oosten
pretest-answer-other-caribbean-latin-america = ander land in het Caribisch gebied of Latijns-Amerika
pretest-answer-other-africa = ander land in Afrika
pretest-answer-other-asia = ander land in Azië
pretest-findings = { $count ->
    [one] 1 punt over de rijen
   *[other] { $count } punten over de rijen
}
pretest-source = Waar komen de cijfers vandaan?
pretest-source-hint = Bijvoorbeeld: eigen vragenlijst, 200 mensen, mei 2026
pretest-file-hint = CSV of Excel met de kolommen rater, name, group, sex en status. De nieuwe proef komt in plaats van de oude. Wie de beoordelaars zijn, bewaren wij niet.
pretest-button = Proef toevoegen
notice-pretest-imported = De proef vooraf is verwerkt.

plan-title = Het plan
plan-lead = De loting bepaalt welk bedrijf meedoet, wie er schrijft, met welke brief en wanneer.
plan-refused = Er is geen plan getrokken
plan-vacancies = Vacatures
plan-dispatches = Sollicitaties
plan-days = Dagen
plan-redraws = Afgekeurde lotingen
plan-proof = Zo is er geloot
plan-drawn-by = Getrokken door { $person } op
plan-order-random = Wie eerst schrijft, is geloot.
plan-order-majority-first = De meerderheid schrijft altijd eerst. Zo staat het in het protocol.
plan-order-minority-first = De minderheid schrijft altijd eerst. Zo staat het in het protocol.
plan-seed = Startgetal
plan-hash = Vingerafdruk van het plan
plan-letters-hash = Vingerafdruk van de brieven
plan-replay = Speel het plan na
plan-replay-equal = Hetzelfde startgetal geeft hetzelfde plan en dezelfde brieven.
plan-replay-letters = Het plan is hetzelfde, de brieven niet. Er is iets veranderd aan het kader of de profielen.
plan-replay-differs = Het startgetal geeft een ander plan dan hier staat. Er is iets veranderd na de loting.
plan-replay-impossible = De namen van de bedrijven zijn verwijderd. Daarmee kan het plan niet meer worden nagespeeld.
plan-export-csv = Download het plan (CSV)
plan-export-xlsx = Download het plan (Excel)
plan-strata = De steekproef
plan-size = Grootte
plan-size-unknown = onbekend
plan-available = Beschikbaar
plan-asked = Gevraagd
plan-chosen = Getrokken
plan-outside = { $count ->
    [one] 1 vacature had een sector buiten het protocol en deed niet mee.
   *[other] { $count } vacatures hadden een sector buiten het protocol en deden niet mee.
}
plan-set-aside = { $count ->
    [one] 1 vacature mocht op de dag van de loting niet meer meedoen
   *[other] { $count } vacatures mochten op de dag van de loting niet meer meedoen
}
plan-aside-frame-company-blocked = staat op de lijst van bedrijven die niet meedoen
plan-aside-frame-company-in-other-study = zit in een ander onderzoek
plan-aside-frame-without-phone = heeft geen telefoonnummer
plan-aside-frame-cool-down = had kort geleden een test
plan-balance = Evenwicht
plan-balance-lead = Alle vergelijkingen staan hier, ook de minder mooie. De loting is zo gemaakt dat de aantallen bijna gelijk zijn. Een lage p-waarde is geen reden om opnieuw te loten, behalve als het protocol dat vooraf zegt.
plan-factor = Wat
plan-against = tegen { $what }
plan-label-stratum = deelgroep
plan-label-sector = sector
plan-label-size = grootte
plan-label-quality = niveau
plan-label-name-list = namenlijst
plan-label-template = brief en cv
plan-label-sender = afzender
plan-label-look = opmaak
plan-level = Waarde
plan-all = alle
plan-strong = sterk
plan-plain = gewoon
plan-majority = Meerderheid
plan-minority = Minderheid
plan-p = p-waarde
plan-p-same = idem
plan-calendar = Wanneer gaat wat uit
plan-day = Dag
plan-asked-total = Nodig volgens het protocol
plan-in-frame = In het kader
plan-profiles-lack = { $count ->
    [one] Aan de profielen ontbreekt nog 1 punt.
   *[other] Aan de profielen ontbreken nog { $count } punten.
}
plan-draw = Het plan trekken
plan-draw-lead = Dit kan één keer. Daarna liggen het kader en de profielen vast.
plan-seed-hint = Laat leeg om een startgetal te laten loten. Of vul zelf iets in, bijvoorbeeld een getal dat bij een notaris is getrokken.
plan-start = Eerste dag
plan-start-hint = Van { $earliest } tot en met { $end }
plan-opens = Verzenden vanaf
plan-closes = Verzenden tot
plan-weekdays = Op welke dagen
plan-weekday-monday = maandag
plan-weekday-tuesday = dinsdag
plan-weekday-wednesday = woensdag
plan-weekday-thursday = donderdag
plan-weekday-friday = vrijdag
plan-weekday-saturday = zaterdag
plan-weekday-sunday = zondag
plan-most = Hoogstens zoveel sollicitaties per dag
plan-accept = Ook loten als er te weinig vacatures zijn
plan-accept-hint = De steekproef is dan kleiner dan het protocol zegt. Dat staat ook in het verslag.
plan-draw-button = Trek het plan
plan-none = Er is nog geen plan
plan-none-text = Een plan kan worden getrokken zodra het onderzoek is geregistreerd.
notice-plan-drawn = Het plan is getrokken.
field-not-clock = Vul een tijd in, zoals 09:00.
field-not-whole-number = Vul een heel getal boven 0 in.
form-field-start = Eerste dag
form-field-opens = Verzenden vanaf
form-field-closes = Verzenden tot
form-field-most-per-day = Sollicitaties per dag
plan-first-last = Van { $first } tot en met { $last }.
plan-days-show = { $count ->
    [one] Toon de dag
   *[other] Toon alle { $count } dagen
}
plan-balance-show = { $count ->
    [one] Toon de vergelijking
   *[other] Toon alle { $count } vergelijkingen
}
