# Het protocol van een onderzoek: de velden van het formulier, de keuzes, wat er nog mist, de poorten.

# De delen.
lab-protocol-question = Vraag
lab-protocol-design = Opzet
lab-protocol-outcomes = Uitkomsten
lab-protocol-analysis = Analyse
lab-protocol-stopping = Wanneer het onderzoek stopt
lab-protocol-sampling = Aantallen
lab-protocol-ethics = Zorgvuldigheid
lab-protocol-fieldwork = Veldwerk

# De velden.
lab-protocol-question-title = Titel
lab-protocol-question-question = Wat wilt u weten?
lab-protocol-question-hypotheses = Wat verwacht u? Schrijf ook de richting op
lab-protocol-question-traits = Het kenmerk waarin de kandidaten verschillen
lab-protocol-question-sectors = Sectoren
lab-protocol-question-region = Gebied
lab-protocol-traits-ground = Grond in de wet
lab-protocol-traits-carrier = Waaruit blijkt het kenmerk?
lab-protocol-traits-majority = Kandidaat uit de meerderheid: wat ziet het bedrijf?
lab-protocol-traits-minority = Kandidaat uit de minderheid: wat ziet het bedrijf?
lab-protocol-traits-names-per-group = Aantal namen per groep, voor mannen en voor vrouwen
lab-protocol-traits-pretest = Waar is gemeten dat mensen het kenmerk herkennen?
lab-protocol-design-kind = Soort onderzoek
lab-protocol-design-applications-per-vacancy = Aantal brieven per vacature
lab-protocol-design-crossed-factors = Wat wordt ook geloot?
lab-protocol-design-order = Wie is het eerst?
lab-protocol-design-delay-hours-min = Kortste tijd tussen de twee brieven, in uren
lab-protocol-design-delay-hours-max = Langste tijd tussen de twee brieven, in uren
lab-protocol-design-office-hours = Alleen versturen tijdens kantooruren
lab-protocol-design-senders = Afzenders
lab-protocol-design-quality-varied = Er zijn goede en minder goede cv’s
lab-protocol-design-share-two-majority = Deel van de vacatures met twee kandidaten uit de meerderheid
lab-protocol-design-share-mixed = Deel van de vacatures met één kandidaat uit elke groep
lab-protocol-design-share-two-minority = Deel van de vacatures met twee kandidaten uit de minderheid
lab-protocol-design-rerandomisation = Wanneer wordt er opnieuw geloot?
lab-protocol-rerandomisation-measure = Wat wordt vergeleken?
lab-protocol-rerandomisation-threshold = Grootste verschil dat mag
lab-protocol-outcomes-codes = Lijst met uitkomsten
lab-protocol-codes-code = Uitkomst
lab-protocol-codes-positive = Telt als een positief antwoord
lab-protocol-outcomes-no-answer-days = Na hoeveel dagen zonder reactie is er geen antwoord?
lab-protocol-outcomes-no-reply = Geen antwoord telt als
lab-protocol-outcomes-one-sided-failure = Als één van de twee brieven niet aankomt
lab-protocol-outcomes-coders = Aantal mensen dat elke reactie beoordeelt zonder de kandidaat te kennen
lab-protocol-outcomes-least-kappa = Laagste overeenstemming (kappa) waarbij de beoordeling goed is
lab-protocol-analysis-primary-test = Toets die beslist
lab-protocol-analysis-confidence = Betrouwbaarheid van de intervallen
lab-protocol-analysis-denominator = Waardoor wordt gedeeld?
lab-protocol-analysis-secondary = Andere toetsen
lab-protocol-secondary-name = Naam
lab-protocol-secondary-test = Toets
lab-protocol-secondary-subgroup = Voor welk deel? Leeg: voor alles
lab-protocol-analysis-correction = Correctie voor meer dan één toets
lab-protocol-analysis-strata = Uitsplitsen naar
lab-protocol-stopping-rule = Regel
lab-protocol-stopping-spending = Hoe alfa wordt verdeeld
lab-protocol-stopping-looks = Wanneer u kijkt: delen van de ongelijke paren, van 0 tot en met 1
lab-protocol-stopping-prior-a = Eerste getal van de bèta-verdeling vooraf
lab-protocol-stopping-prior-b = Tweede getal van de bèta-verdeling vooraf
lab-protocol-sampling-pairs = Aantal paren (of gesprekken)
lab-protocol-sampling-p-only-majority = Verwacht deel van de paren met alleen een positief antwoord voor de meerderheid
lab-protocol-sampling-p-only-minority = Verwacht deel van de paren met alleen een positief antwoord voor de minderheid
lab-protocol-sampling-p-both = Verwacht deel van de paren met twee positieve antwoorden
lab-protocol-sampling-expected-share = Verwacht deel van de bedrijven dat meewerkt
lab-protocol-sampling-margin = Marge naar boven en naar beneden
lab-protocol-sampling-power = Gewenste kans om een verschil te vinden
lab-protocol-sampling-alpha = Kans op een verschil dat er niet is (alfa)
lab-protocol-sampling-basis = Waar komen deze verwachtingen vandaan?
lab-protocol-sampling-strata = Aantallen per deel
lab-protocol-strata-name = Deel
lab-protocol-strata-pairs = Aantal paren
lab-protocol-sampling-claims = Over welke delen doet het rapport een uitspraak?
lab-protocol-sampling-frame = Waar komen de vacatures of bedrijven vandaan?
lab-protocol-sampling-inclusion = Welke doen mee?
lab-protocol-sampling-exclusion = Welke doen niet mee?
lab-protocol-sampling-existing-data = Zijn er al gegevens?
lab-protocol-ethics-burden-minutes = Tijd die één brief of gesprek een bedrijf kost, in minuten
lab-protocol-ethics-cool-down-days = Aantal dagen dat een vestiging daarna met rust wordt gelaten
lab-protocol-ethics-one-pair-per-establishment = Elke vestiging krijgt hoogstens één paar of één gesprek
lab-protocol-ethics-withdrawal-text-nl = Tekst waarmee de kandidaat afzegt, in het Nederlands
lab-protocol-ethics-withdrawal-text-en = Tekst waarmee de kandidaat afzegt, in het Engels
lab-protocol-ethics-withdrawal-same-for-both = Beide kandidaten zeggen af met dezelfde tekst
lab-protocol-ethics-withdrawal-hours = Binnen hoeveel uur wordt afgezegd?
lab-protocol-ethics-no-place-taken = Er gaat geen gesprek door en geen stageplek wordt bezet gehouden
lab-protocol-ethics-no-real-identities = Geen gegevens van echte mensen: geen BSN, adres, telefoonnummer of diploma
lab-protocol-ethics-ethics-approval-reference = Goedkeuring van de ethische commissie: nummer of plaats
lab-protocol-ethics-data-protection-reference = Beoordeling van de privacy (DPIA): nummer of plaats
lab-protocol-ethics-school-consent-reference = Toestemming van de scholen: nummer of plaats
lab-protocol-ethics-retention-replies-days = Reacties worden gewist na zoveel dagen
lab-protocol-ethics-retention-key-days = Het bestand met de namen van bedrijven wordt gewist na zoveel dagen
lab-protocol-ethics-no-company-named = Geen bedrijf wordt genoemd
lab-protocol-ethics-no-use-as-evidence = De uitkomsten zijn geen bewijs tegen een bedrijf
lab-protocol-ethics-debrief = Wat horen de bedrijven achteraf, en waarom?
lab-protocol-fieldwork-mail-domain = Eigen maildomein van het onderzoek
lab-protocol-fieldwork-start = Eerste dag
lab-protocol-fieldwork-end = Laatste dag
lab-protocol-fieldwork-call-script = Script van het gesprek. Begin elke stap op een nieuwe regel met Begin:, Verzoek:, Doorvragen: of Slot:. Bij Verzoek staat wat niet mag
lab-protocol-fieldwork-recorded = Gesprekken worden opgenomen
lab-protocol-fieldwork-recording-basis = Grondslag voor het opnemen
lab-protocol-fieldwork-consent-text = Tekst waarmee toestemming wordt gevraagd
lab-protocol-fieldwork-second-listener = Een tweede persoon luistert mee of luistert terug

# De keuzes.
lab-choice-race = afkomst (ras)
lab-choice-nationality = nationaliteit
lab-choice-religion = godsdienst
lab-choice-belief = levensovertuiging
lab-choice-political-opinion = politieke gezindheid
lab-choice-sex = geslacht
lab-choice-sexual-orientation = hetero- of homoseksuele gerichtheid
lab-choice-civil-status = burgerlijke staat
lab-choice-disability = handicap of chronische ziekte
lab-choice-age = leeftijd
lab-choice-name = de naam
lab-choice-activity = een activiteit, zoals vrijwilligerswerk
lab-choice-language = een taal
lab-choice-statement = een zin in de brief
lab-choice-photo = een foto
lab-choice-voice = de stem
lab-choice-request = het verzoek van de beller
lab-choice-paired = paren: twee brieven per vacature
lab-choice-unpaired = geen paren: één brief per vacature
lab-choice-randomised-composition = geloot: twee uit één groep, of één uit elke groep
lab-choice-mystery-call = testgesprekken
lab-choice-template = model van cv en brief
lab-choice-delay = tijd tussen de brieven
lab-choice-sender = afzender
lab-choice-tester = tester
lab-choice-phone-number = telefoonnummer
lab-choice-quality = kwaliteit van het cv
lab-choice-random = het lot beslist
lab-choice-majority-first = altijd de meerderheid
lab-choice-minority-first = altijd de minderheid
lab-choice-invited = uitgenodigd
lab-choice-place-offered = plek aangeboden
lab-choice-asks-to-call = vraagt om te bellen
lab-choice-asks-information = vraagt om informatie
lab-choice-waiting-list = wachtlijst
lab-choice-refused = afgewezen
lab-choice-no-answer = geen antwoord
lab-choice-undeliverable = niet aangekomen
lab-choice-detected = ontdekt als test
lab-choice-complies = werkt mee
lab-choice-complies-tacitly = werkt stilzwijgend mee
lab-choice-leaves-to-client = laat het aan de klant
lab-choice-refuses = weigert
lab-choice-refuses-and-explains-law = weigert en legt de wet uit
lab-choice-no-decision = beslist niet
lab-choice-negative = een negatief antwoord
lab-choice-left-out = niets: de brief telt niet mee
lab-choice-pair-left-out = het hele paar telt niet mee
lab-choice-counts-as-negative = die brief telt als negatief
lab-choice-all-pairs = alle paren
lab-choice-pairs-with-a-positive-answer = paren met een positief antwoord
lab-choice-usable-tests = bruikbare paren (ILO)
lab-choice-discordant-pairs = ongelijke paren
lab-choice-positive-answers-of-the-minority = positieve antwoorden voor de minderheid
lab-choice-all-applications = alle brieven
lab-choice-valid-calls = alle geldige gesprekken
lab-choice-decided-calls = gesprekken met een beslissing
lab-choice-holm = Holm
lab-choice-bh = Benjamini en Hochberg
lab-choice-fixed = na alle geplande paren of gesprekken
lab-choice-alpha-spending = op vaste momenten (alfa verdelen)
lab-choice-e-process = zodra er genoeg bewijs is (e-proces)
lab-choice-sector = sector
lab-choice-ground = kenmerk
lab-choice-sector-and-ground = sector en kenmerk samen
lab-choice-region = gebied
lab-choice-company-size = grootte van het bedrijf
lab-choice-none-exist = Nee, en die komen er ook niet voor de registratie
lab-choice-not-seen = Ja, maar niemand van ons heeft ze gezien
lab-choice-seen-not-analysed = Ja, en wij hebben ze gezien maar niet geanalyseerd
lab-choice-consent = toestemming
lab-choice-public-task = taak van algemeen belang
lab-choice-legitimate-interest = gerechtvaardigd belang

# Wat er mist, wat niet klopt, wat twijfelachtig is.
lab-finding-protocol-missing = Dit is niet ingevuld.
lab-finding-protocol-better-filled = Dit is niet ingevuld. Het mag, maar lezers zullen ernaar vragen.
lab-finding-protocol-twice = Dit staat er twee keer: { $value }.
lab-finding-protocol-out-of-range = Dit is { NUMBER($value, maximumFractionDigits: 8) }. Het moet van { NUMBER($least, maximumFractionDigits: 6) } tot en met { NUMBER($most, maximumFractionDigits: 6) } zijn.
lab-finding-protocol-no-number = Dit is geen getal.
lab-finding-promise-missing = Deze belofte is niet aangevinkt.
lab-finding-field-not-of-kind = Dit hoort niet bij dit soort onderzoek ({ $kind }). Maak het leeg.
lab-finding-carrier-not-of-kind = { $carrier }: dat past niet bij dit soort onderzoek ({ $kind }).
lab-finding-signals-equal = De twee kandidaten laten hetzelfde zien: { $signal }.
lab-finding-names-without-name = Het kenmerk blijkt niet uit de naam maar uit { $carrier }. Maak het aantal namen leeg.
lab-finding-names-too-few = Er is { $names } naam per groep. Dan is het verschil misschien van die naam en niet van de groep.
lab-finding-signal-not-tested = Niet is gemeten of mensen deze namen herkennen. Een zwak signaal maakt het verschil te klein.
lab-finding-applications-not-of-kind = Dit soort onderzoek ({ $kind }) heeft { $expected } per vacature, niet { $value }.
lab-finding-order-not-random = De volgorde ligt vast: { $order }. Dan is een verschil misschien van de volgorde. Laat het lot beslissen.
lab-finding-template-not-crossed = Het model van cv en brief wordt niet geloot. Dan is een verschil misschien van het model.
lab-finding-delay-reversed = De kortste tijd ({ $shortest } uur) is langer dan de langste ({ $longest } uur).
lab-finding-delay-none = Beide brieven komen tegelijk aan. Dat valt op.
lab-finding-shares-not-one = De drie delen zijn samen { $sum }. Dat moet 1 zijn.
lab-finding-composition-one-sided = Alle kandidaten komen uit één groep.
lab-finding-composition-incomplete = Eén van de drie soorten komt niet voor. Dan is niet te zien wat kandidaten voor elkaar uitmaken.
lab-finding-factor-has-one-level = Er is maar één mogelijkheid om te loten: { $factor }.
lab-finding-quality-contradicts = De lijst van wat wordt geloot en dit vakje spreken elkaar tegen over de kwaliteit.
lab-finding-quality-not-varied = De cv’s zijn allemaal even goed. Dan kan de correctie van Neumark niet.
lab-finding-threshold-not-above-zero = Het grootste verschil moet een getal boven 0 zijn.
lab-finding-outcome-not-of-kind = Deze uitkomst ({ $outcome }) hoort niet bij dit soort onderzoek ({ $kind }).
lab-finding-outcome-never-positive = Deze uitkomst ({ $outcome }) kan niet positief zijn.
lab-finding-outcome-left-out = Deze uitkomst staat niet in de lijst: { $outcome }. Wat doet u als het gebeurt?
lab-finding-no-positive-outcome = Geen enkele uitkomst telt als positief.
lab-finding-no-negative-outcome = Elke uitkomst telt als positief.
lab-finding-no-answer-soon = Na { $days } dagen is al beslist dat er geen antwoord is. Veel bedrijven hebben meer dan { $least } dagen nodig.
lab-finding-silence-left-out = Geen antwoord telt niet mee. Veel afwijzingen zijn stil: dan lijkt het verschil anders.
lab-finding-coders-not-two = Elke reactie wordt beoordeeld door { $least } tot en met { $most } mensen.
lab-finding-test-unknown = Deze toets kennen wij niet: { $test }.
lab-finding-test-not-of-design = { $test } past niet bij dit soort onderzoek ({ $kind }). Kies uit: { $fitting }.
lab-finding-test-not-of-rule = { $test } hoort bij een andere regel: { $rule_of_test }. Nu staat hier: { $rule }.
lab-finding-denominator-not-of-design = Delen door { $denominator } past niet bij dit soort onderzoek ({ $kind }).
lab-finding-secondary-is-primary = Dit is de toets die al beslist: { $test }.
lab-finding-correction-missing = Er zijn { $tests } andere toetsen. Kies een correctie.
lab-finding-looks-missing = Niet is gezegd wanneer u kijkt.
lab-finding-looks-too-many = Dit zijn { $looks } momenten. Meer dan { $most } kan niet.
lab-finding-looks-not-rising = De momenten moeten groter worden, boven 0 beginnen en hoogstens 1 zijn.
lab-finding-looks-end-early = Het laatste moment is { $last }. Dat moet 1 zijn: het einde.
lab-finding-looks-too-close = De momenten liggen te dicht bij elkaar.
lab-finding-looks-without-spending = Er zijn momenten om te kijken, maar de regel is: { $rule }.
lab-finding-prior-without-process = Er is een verdeling vooraf, maar de regel is: { $rule }.
lab-finding-spending-unknown = Deze verdeling van alfa kennen wij niet: { $spending }. Kies uit: { $known }.
lab-finding-stratum-has-one-level = Uitsplitsen kan niet, er is er maar één: { $stratum }.
lab-finding-expected-above-one = De verwachte delen zijn samen { $sum }. Meer dan 1 kan niet.
lab-finding-no-difference-expected = U verwacht geen verschil. Dan is geen aantal genoeg.
lab-finding-power-not-above-alpha = De gewenste kans om een verschil te vinden is niet groter dan alfa.
lab-finding-power-wanted-low = De gewenste kans is kleiner dan { NUMBER($usual, style: "percent") }. Een echt verschil blijft dan vaak verborgen.
lab-finding-alpha-high = Alfa is groter dan { NUMBER($usual, style: "percent") }. U vindt dan vaker een verschil dat er niet is.
lab-finding-alpha-not-confidence = Alfa ({ NUMBER($alpha, maximumFractionDigits: 6) }) en de betrouwbaarheid ({ NUMBER($confidence, maximumFractionDigits: 4) }) zijn samen niet 1. Toets en interval kunnen elkaar dan tegenspreken.
lab-finding-strata-sum = De delen zijn samen { $sum } paren, het geheel is { $pairs }.
lab-finding-claim-without-parts = Een uitspraak hierover kan niet, er is er maar één: { $claim }.
lab-finding-margin-not-reached = Met { $calls } gesprekken is de marge { NUMBER($half_width, style: "percent", maximumFractionDigits: 1) }, niet { NUMBER($margin, style: "percent", maximumFractionDigits: 1) }. { $needed ->
    [0] Hoeveel er nodig zijn, is niet bekend.
   *[other] Nodig: { $needed }.
 }
lab-finding-power-too-low = Met { $pairs } { $unit ->
    [paired] paren
    [unpaired] brieven per groep
   *[other] vacatures
 } is de kans om het verwachte verschil te vinden { NUMBER($power, style: "percent", maximumFractionDigits: 1) }, niet { NUMBER($target, style: "percent", maximumFractionDigits: 1) }. { $needed ->
    [0] Hoeveel er nodig zijn, is te veel om uit te rekenen.
   *[other] Nodig: { $needed }.
 }
lab-finding-power-at-least = Met { $pairs } { $unit ->
    [paired] paren
    [unpaired] brieven per groep
   *[other] vacatures
 } is de kans om het verwachte verschil te vinden minstens { NUMBER($power, style: "percent", maximumFractionDigits: 1) }. Of { NUMBER($target, style: "percent", maximumFractionDigits: 1) } wordt gehaald, is niet uitgerekend. { $needed ->
    [0] Hoeveel er nodig zijn, ook niet.
   *[other] Nodig: ongeveer { $needed }.
 }
lab-finding-few-discordant-expected = U verwacht maar { $discordant } ongelijke paren. Bij minder dan { $least } is bijna niets te zien.
lab-finding-split-too-weak = Per deel ({ $division ->
    [sector] sector
    [ground] kenmerk
    [sector_and_ground] sector en kenmerk
   *[other] { $division }
 }: { $pairs } { $unit ->
    [paired] paren
    [unpaired] brieven per groep
   *[other] vacatures
 }) is de kans om het verschil te vinden { NUMBER($power, style: "percent", maximumFractionDigits: 1) }. Doe daarover geen uitspraak. { $needed ->
    [0] Hoeveel er nodig zijn, is niet bekend.
   *[other] Nodig: samen { $needed }.
 }
lab-finding-claim-without-power = Het rapport wil iets zeggen per deel ({ $division ->
    [sector] sector
    [ground] kenmerk
    [sector_and_ground] sector en kenmerk
   *[other] { $division }
 }: { $pairs } { $unit ->
    [paired] paren
    [unpaired] brieven per groep
   *[other] vacatures
 }). Daar is de kans om het verschil te vinden { NUMBER($power, style: "percent", maximumFractionDigits: 1) }. { $needed ->
    [0] Hoeveel er nodig zijn, is niet bekend.
   *[other] Nodig: samen { $needed }.
 }
lab-finding-data-seen = De gegevens zijn al gezien. Lezers mogen twijfelen of het plan daarvan losstaat.
lab-finding-burden-high = Eén vestiging is { $minutes } minuten kwijt. Meer dan { $most } minuten vraagt om uitleg.
lab-finding-cool-down-short = Een vestiging krijgt na { $days } dagen weer een paar. Gebruikelijk is minstens { $least } dagen.
lab-finding-withdrawal-late = Na een positief antwoord wordt binnen 1 tot { $most } uur afgezegd, niet binnen { $hours }.
lab-finding-withdrawal-not-translated = De Nederlandse en de Engelse tekst zijn gelijk.
lab-finding-retention-long = Reacties blijven { $days } dagen bewaard. Leg uit waarom dat langer is dan { $most }.
lab-finding-key-before-replies = Ook in brieven en reacties staan namen van bedrijven. Die blijven { $replies } dagen bewaard, dus langer dan het bestand met de namen ({ $key } dagen). Geef het bestand minstens zoveel dagen, of de reacties minder.
lab-finding-dates-reversed = De laatste dag ({ $end }) ligt voor de eerste ({ $start }).
lab-finding-mail-domain-wrong = Dit is geen maildomein: { $domain }.
lab-finding-mail-domain-of-provider = { $domain } is van iedereen. Gebruik een eigen domein.
lab-finding-recording-contradicts = Er is een grondslag ({ $basis }), maar gesprekken worden niet opgenomen.
lab-finding-second-listener-missing = Niemand luistert mee. Eén persoon kan zich verhoren.

# Poorten en registratie.
lab-finding-gate-open = Deze poort is nog dicht: { $gate }.
lab-finding-gate-not-of-kind = Deze poort ({ $gate }) hoort niet bij dit soort onderzoek ({ $kind }).
lab-finding-gate-ticked-twice = Deze poort is twee keer aangevinkt: { $gate }.
lab-finding-gate-without-person = Er staat geen naam bij deze poort: { $gate }.
lab-finding-gate-without-evidence = Er staat geen bewijs bij deze poort: { $gate }.
lab-finding-gate-in-future = Deze poort ({ $gate }) is aangevinkt op { $on }. Die dag moet nog komen.
lab-finding-name-missing = Er staat geen naam bij.
lab-finding-time-without-zone = De tijd heeft geen tijdzone.
lab-finding-time-before-last = De tijd ({ $at }) ligt voor de vorige stap ({ $last }).
lab-finding-amendment-without-reason = Een wijziging heeft een reden nodig.
lab-finding-amendment-without-change = Er is niets gewijzigd.
lab-finding-kind-is-registered = De soort onderzoek is vastgelegd ({ $kind }) en kan niet meer veranderen. Maak voor een andere soort een nieuw onderzoek.
lab-finding-outcome-was-given = Codeurs hebben deze uitkomst al gegeven: { $outcome }. Zij moet in de lijst blijven.
lab-finding-closed-after-unblinding = De uitkomsten zijn bekend. Dit kan niet meer veranderen: { $field }.
lab-finding-chain-hash-wrong = De controlecode klopt niet. Dit is na de registratie veranderd.
lab-finding-chain-protocol-changed = Het protocol past niet bij zijn controlecode.
lab-finding-chain-link-broken = Wijziging { $number } sluit niet aan op wat ervoor komt.
lab-finding-chain-number-wrong = Dit heet wijziging { $number }. Het moet { $expected } zijn.
lab-finding-chain-changes-wrong = Wijziging { $number } noemt andere veranderingen dan er zijn.
lab-finding-chain-blinded-again = Volgens wijziging { $number } zijn de uitkomsten weer onbekend. Dat kan niet.

# De poorten, en wat als bewijs telt.
lab-gate-ethics-approval = Goedkeuring van de ethische commissie
lab-gate-ethics-approval-evidence = Nummer en datum van het besluit, en waar het wordt bewaard. Het besluit gaat over dit protocol.
lab-gate-data-protection-assessment = Beoordeling van de privacy (DPIA)
lab-gate-data-protection-assessment-evidence = Datum van de beoordeling, het advies van de functionaris en de grondslag in de AVG.
lab-gate-school-consent = Toestemming van de scholen
lab-gate-school-consent-evidence = Welke scholen, wie namens hen, wanneer. Is er geen school bij betrokken? Schrijf dan waarom niet.
lab-gate-withdrawal-plan = Plan om af te zeggen
lab-gate-withdrawal-plan-evidence = Wie leest de mail op werkdagen en in het weekend, en wie vervangt die persoon? Na een positief antwoord is binnen 24 uur afgezegd.
lab-gate-fictitious-identities = Kandidaten die niet bestaan
lab-gate-fictitious-identities-evidence = Wie zocht op of naam en woonplaats van een echt mens zijn? Er is geen BSN, echt adres, echt telefoonnummer of nagemaakt diploma.
lab-gate-retention-plan = Plan om te bewaren en te wissen
lab-gate-retention-plan-evidence = Waar staat het bestand met de namen van bedrijven, wie kan erbij, en op welke dag wordt het gewist?
lab-gate-power-calculation = Berekening van het aantal
lab-gate-power-calculation-evidence = Wie rekende na dat het aantal genoeg is, waar de verwachtingen vandaan komen, en over welke delen u geen uitspraak doet.
lab-gate-analysis-plan = Plan voor de analyse
lab-gate-analysis-plan-evidence = Wie, van buiten het veldwerk, las de toets, de noemer, de lijst van uitkomsten en de regel om te stoppen?
lab-gate-recording-rules = Regels voor de gesprekken
lab-gate-recording-rules-evidence = Juridisch advies over het gesprek en over opnemen, en de instructie voor wie belt.
lab-finding-script-words-before = Vóór de eerste stap staat tekst die niemand zegt: ‘{ $words }’. Begin elke stap met Begin:, Verzoek:, Doorvragen: of Slot:.
lab-finding-script-step-empty = Stap { $place } van het script is leeg. Schrijf op wat de beller zegt.
lab-finding-script-one-request = Een script heeft precies één vraag die niet mag. Hier staan er { $number }.
lab-finding-script-opening-closing = Begin het script met een opening en eindig met een afsluiting.
