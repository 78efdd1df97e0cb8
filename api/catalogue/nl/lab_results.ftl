# Uitkomst van een onderzoek: bladzijde, verslag, bestanden, bewaren en inlezen.
study-tab-results = Uitkomst
study-tab-keeping = Bewaren
results-title = Uitkomst
results-run-title = De geregistreerde analyse
results-run-lead = De computer rekent precies uit wat in het geregistreerde plan staat. Dat gebeurt één keer. De uitkomst wordt bewaard met de controlecode van de registratie en verandert daarna niet meer.
results-run-button = Analyse uitvoeren
results-not-yet = Er is nog geen uitkomst
results-not-yet-lead = Nu: { $state }. De analyse kan pas als alle antwoorden beoordeeld zijn en onthuld is wie welke brief stuurde.
results-read-in = Ingelezen onderzoek. Dit onderzoek is elders gedaan. Hier is niets geregistreerd; de cijfers komen uit een bestand dat iemand inlas.
results-by = Berekend op { $when } door { $by }.
results-files = Bestanden
results-files-lead = De bestanden noemen geen bedrijven. De rijen per paar kunnen wel kleine aantallen laten zien: houd ze binnen het onderzoek.
results-file-report-nl = Verslag in het Nederlands (PDF)
results-file-report-en = Verslag in het Engels (PDF)
results-file-outcomes = Uitkomsten per paar (CSV)
results-file-codebook = Uitleg bij de kolommen
results-file-recount = Alles om na te rekenen (ZIP)
results-explore-lead = Wat niet in het geregistreerde plan staat, is verkennend. Zo’n uitkomst bewijst niets: zoek genoeg en u vindt altijd iets. Daarom staat er overal een stempel bij.
results-explore-title = Waarover gaat de vraag?
results-explore-title-hint = Bijvoorbeeld: alleen de zorg. Zet geen namen van bedrijven in de titel.
results-explore-test = Toets of maat
results-explore-subgroup = Welk deel
results-explore-everybody = Alle vacatures
results-explore-button = Verkennen
results-explore-none = Voor deze opzet is er nog geen verkennend onderzoek.
results-chart-data = De cijfers staan in de tabel hierboven.
results-sensitivity-fold = Andere methoden tonen
notice-analysis-stored = De analyse is uitgevoerd en bewaard.
notice-exploration-stored = De verkennende uitkomst is bewaard.
notice-study-read-in = Het onderzoek is ingelezen.
notice-study-archived = Het onderzoek is opgeborgen.
form-field-title = Titel
form-field-test = Toets of maat
form-field-subgroup = Deel
field-subgroup-too-small = Dit deel heeft minder dan 10 vacatures. Dat is te klein om iets over te laten zien.
field-test-not-possible = Deze toets kan niet bij deze uitkomsten. Kies een andere.
conflict-codes-missing = Van { $replies } { $replies ->
    [one] antwoord
   *[other] antwoorden
} is nog geen beoordeling vastgesteld. Laat de codeurs die eerst afmaken.
conflict-not-registered = Dit onderzoek heeft geen geregistreerd plan. Zonder plan is er geen geregistreerde analyse.
conflict-analysis-impossible = Het geregistreerde plan kan niet worden uitgevoerd: { $detail }. Er is niets bewaard.
lab-finding-study-file-wrong = Dit bestand kan niet worden ingelezen. { $detail }

keeping-title = Bewaren
keeping-lead = Ruwe antwoorden en de sleutel (welk bedrijf hoort bij welk nummer) worden op hun dag verwijderd. De uitkomst blijft.
keeping-what = Wat
keeping-rows = Aantal
keeping-when = Wanneer
keeping-kind-replies = Ruwe antwoorden en verstuurde brieven
keeping-kind-key = De sleutel: namen van bedrijven, geweigerde rijen en tekst van klachten
keeping-fate-later = Wordt verwijderd op { $on }
keeping-fate-today = Wordt vandaag verwijderd, zodra het opruimen draait
keeping-fate-waiting = De dag was { $on }. Eerst moeten alle antwoorden beoordeeld zijn. Doe dat nu.
keeping-fate-gone = Verwijderd
keeping-fate-no-end = De dag ligt nog niet vast: het veldwerk is niet afgesloten
keeping-fate-no-period = Het plan noemt geen termijn
keeping-log = Wat is verwijderd
keeping-log-when = Wanneer
keeping-log-rows = Rijen
keeping-log-empty = Er is nog niets verwijderd.
keeping-archive = Onderzoek opbergen
keeping-archive-lead = Een opgeborgen onderzoek blijft leesbaar. Wat nog een dag heeft, wordt op die dag toch verwijderd.
keeping-archive-button = Opbergen

read-in-title = Lees een afgerond onderzoek in
read-in-lead = Kies een CSV-bestand met één rij per brief. Nodig zijn de kolommen pair, applicant (majority of minority) en positive (true, false of leeg). Mag ook: sent (1 of 2), stratum en employer. Namen van paren en werkgevers worden niet bewaard.
read-in-file = Bestand
read-in-button = Inlezen
read-in-link = Afgerond onderzoek inlezen

cli-lab-sweep-short = Verwijderen wat zijn dag heeft gehad.
cli-lab-sweep-help =
    Verwijdert van elk onderzoek de ruwe antwoorden en de sleutel waarvan de dag
    is gekomen, en schrijft op wat weg is. Dit mag vaker op één dag. Laat de
    computer het elke nacht doen.

    Voorbeeld:
      stagekans lab sweep
cli-lab-sweep-done = { $rows ->
    [0] Er was niets te verwijderen.
    [one] { $rows } rij verwijderd.
   *[other] { $rows } rijen verwijderd.
}

lab-result-hidden = verborgen
lab-result-majority = de meerderheid
lab-result-minority = de minderheid
lab-result-rates-paired = Kandidaten met { $majority } kregen bij { $x1 } van de { $n1 } vacatures een positief antwoord ({ $share1 }). Kandidaten met { $minority } kregen dat bij { $x2 } van de { $n2 } ({ $share2 }).
lab-result-rates-groups = Van de { $n1 } brieven met { $majority } kregen er { $x1 } een positief antwoord ({ $share1 }). Van de { $n2 } brieven met { $minority } waren dat er { $x2 } ({ $share2 }).
lab-result-difference = Het verschil in positieve antwoorden is { $points } procentpunt. Het interval van { $confidence } % loopt van { $lower } tot { $upper }.
lab-result-rejects = De geregistreerde toets ({ $test }) geeft p = { $p }. Dat is onder de grens van { $alpha }: zo’n verschil komt door toeval alleen zelden voor.
lab-result-does-not-reject = De geregistreerde toets ({ $test }) geeft p = { $p }. Dat is niet onder de grens van { $alpha }: dit verschil kan toeval zijn. Het bewijst ook niet dat er geen verschil is.
lab-result-no-decision = De geregistreerde toets ({ $test }) kon geen p-waarde geven. De grens was { $alpha }; gevonden: { $p }.
lab-result-what-it-does-not-say = Dit is een verschil in antwoorden, gemeten over veel vacatures samen. Het zegt niet dat een bepaald bedrijf discrimineert: dat beslist alleen de rechter, het College voor de Rechten van de Mens of de Inspectie. Het is ook geen telling van meldingen of voorvallen.
lab-result-title-headline = De uitkomst
lab-result-title-counts = Positieve antwoorden
lab-result-title-rates = Maten en hun noemers
lab-result-title-parts = Per deel van de steekproef
lab-result-title-family = Andere toetsen uit het plan
lab-result-title-stages = Stappen van de ILO
lab-result-title-warnings = Waarop u moet letten
lab-result-title-sensitivity = Zelfde vraag, andere methoden
lab-result-title-exploratory = Verkennend onderzoek
lab-result-stamp = VERKENNEND
lab-result-exploratory-stamp = Wat hieronder staat, was niet geregistreerd. Het is verkennend: het kan een vraag opleveren voor een nieuw onderzoek, maar het bewijst niets.
lab-result-sent = Verstuurd naar { $sent } vacatures, waarvan { $analysed } met bruikbare uitkomst. Bij { $unsent } vacatures is niet alles verstuurd; die tellen niet mee.
lab-result-applicant = Kandidaat
lab-result-positive = Positief
lab-result-of = Van
lab-result-share = Aandeel
lab-result-positive-caption = Positieve antwoorden per kandidaat
lab-result-bars-caption = Aandeel positieve antwoorden
lab-result-pairs = Vacatures
lab-result-number = Aantal
lab-result-pairs-caption = Wie kreeg een positief antwoord?
lab-result-cell-both = Beiden
lab-result-cell-only-majority = Alleen de kandidaat uit de meerderheid
lab-result-cell-only-minority = Alleen de kandidaat uit de minderheid
lab-result-cell-neither = Geen van beiden
lab-result-small-rule = Aantallen onder { $k } zijn verborgen, en ook aantallen waaruit ze te berekenen zijn. Regel: k = { $k }, versie { $version }.
lab-result-rate = Maat
lab-result-value = Waarde
lab-result-divided-by = Gedeeld door
lab-result-registered = geregistreerd
lab-result-rates-caption = Elke maat met haar noemer
lab-result-rate-net-all-pairs = Netto verschil, alle vacatures
lab-result-rate-gross-against-minority = Alleen de meerderheid positief
lab-result-rate-gross-against-majority = Alleen de minderheid positief
lab-result-rate-net-at-least-one-positive = Netto verschil, minstens één positief
lab-result-rate-net-ilo-final-stage-usable = Netto verschil, bruikbare tests (ILO)
lab-result-rate-net-discordant-only = Netto verschil, ongelijke paren
lab-result-rate-callback-ratio-majority-to-minority = Verhouding van positieve antwoorden
lab-result-rate-difference-all-applications = Verschil, alle brieven
lab-result-counted-all-pairs = alle vacatures
lab-result-counted-pairs-with-a-positive-answer = vacatures met minstens één positief antwoord
lab-result-counted-usable-tests = bruikbare tests
lab-result-counted-discordant-pairs = vacatures met ongelijk antwoord
lab-result-counted-positive-answers-of-the-minority = positieve antwoorden van de minderheid
lab-result-counted-all-applications = alle brieven met bruikbare uitkomst
lab-result-ratio = Verhouding van positieve antwoorden: { $value } (interval { $lower } tot { $upper }; { $method }).
lab-result-odds-ratio = Kansverhouding binnen paren: { $value } (interval { $lower } tot { $upper }; { $method }).
lab-result-by-sector = sector
lab-result-by-ground = grond
lab-result-by-region = plaats
lab-result-by-company-size = grootte van het bedrijf
lab-result-split-not-recorded = Het plan splitst naar { $by }, maar dat is niet vastgelegd. Deze splitsing ontbreekt daarom.
lab-result-split-hidden = De splitsing naar { $by } staat hier niet: samen met de andere aantallen zou zij kleine aantallen kunnen verraden.
lab-result-parts-caption = Vacatures en positieve antwoorden per { $by }; verschil in procentpunt met interval
lab-result-part-unknown = onbekend
lab-result-difference-head = Verschil
lab-result-interval = { $estimate } ({ $lower } tot { $upper })
lab-result-all = alle vacatures
lab-result-forest-caption = Verschil in procentpunt per { $by }
lab-result-homogeneity = Verschillen de delen van elkaar? Eén toets voor alle delen samen: p = { $p }.
lab-result-test = Toets
lab-result-method = Methode
lab-result-p = p
lab-result-p-corrected = p, gecorrigeerd
lab-result-correction-holm = Toetsen uit het plan, samen gecorrigeerd volgens Holm
lab-result-correction-bh = Toetsen uit het plan, samen gecorrigeerd volgens Benjamini en Hochberg
lab-result-correction-none = Toetsen uit het plan, zonder correctie
lab-result-family-explained = Wie vaak toetst, vindt vanzelf iets. De correctie telt daarom elke toets uit het plan mee, ook die niet kon.
lab-result-reason-subgroup-unknown = kon niet: dit deel is niet vastgelegd
lab-result-reason-test-not-possible = kon niet bij deze uitkomsten
lab-result-reason-test-has-no-p = geeft geen p-waarde
lab-result-stages-hidden = De stappen van de ILO staan hier niet: er zijn aantallen onder { $k } bij.
lab-result-stage = Stap
lab-result-stage-first-contact = Eerste contact
lab-result-stage-invitation = Uitnodiging
lab-result-stage-offer = Aanbod
lab-result-net-rate = Netto
lab-result-stages-caption = Tests die bij een stap eindigden, van { $usable } bruikbare tests
lab-result-stages-net = Alle stappen samen: { $rate } van { $usable } bruikbare tests.
lab-result-order = Was de volgorde van versturen gelijk verdeeld? p = { $balance }. Maakte het uit wie eerst kwam? p = { $order }.
lab-result-no-warnings = Er zijn geen waarschuwingen.
lab-result-warning-no-discordant-pairs = Bij geen enkele vacature kregen de twee een ongelijk antwoord. Over een verschil is dan niets te zeggen.
lab-result-warning-few-discordant-pairs = Er zijn weinig vacatures met een ongelijk antwoord. Alleen een heel groot verschil was te vinden.
lab-result-warning-many-pairs-left-out = Veel vacatures hebben geen bruikbare uitkomst. Dat kan de uitkomst bepalen.
lab-result-warning-left-out-on-one-side = Bij één van de twee kandidaten viel vaker een brief uit dan bij de ander.
lab-result-warning-missing-could-undo = De ontbrekende uitkomsten zouden het verschil kunnen laten verdwijnen.
lab-result-warning-order-unknown = De volgorde van versturen is niet bekend.
lab-result-warning-order-unbalanced = De twee kandidaten waren niet even vaak eerst.
lab-result-warning-order-matters = Wie eerst kwam, kreeg een ander antwoord dan wie later kwam.
lab-result-warning-strata-differ = De delen van de steekproef verschillen van elkaar. Eén getal voor allemaal zegt dan niet alles.
lab-result-warning-strata-too-small = Sommige delen zijn te klein om er los iets over te zeggen.
lab-result-warning-employers-with-several-pairs = Sommige werkgevers hadden meer vacatures. Hun antwoorden lijken op elkaar.
lab-result-warning-employers-unknown = Het is niet bekend welke vacatures bij dezelfde werkgever horen.
lab-result-sensitivity-hidden = Deze tabel staat hier niet: de cijfers zouden kleine aantallen verraden.
lab-result-sensitivity-caption = Andere goede antwoorden op dezelfde vragen
lab-result-interval-head = Interval
lab-result-explored = { $test }, over { $subgroup }: { $n } vacatures of brieven.
lab-result-explored-value = { $method }: { $value } (interval { $lower } tot { $upper }).
lab-result-codebook-title = Uitleg bij de kolommen: { $name }
lab-result-codebook-lead = Eén rij per brief. Vacatures en werkgevers hebben een nummer; wie dat zijn, staat nergens in dit bestand.
lab-result-codebook-codes = Codes, en wat zij in dit onderzoek tellen
lab-result-codebook-origin = Herkomst
lab-result-code-positive = telt als positief
lab-result-code-negative = telt niet als positief
lab-result-column-pair = nummer van de vacature
lab-result-column-place = 1: als eerste verstuurd, 2: als tweede
lab-result-column-applicant = majority of minority: welke kandidaat
lab-result-column-code = de vastgestelde beoordeling van het antwoord
lab-result-column-positive = true of false: hoe het plan het antwoord telt; leeg: geen bruikbare uitkomst
lab-result-column-sector = deel van de steekproef; leeg: niet gevraagd in het plan
lab-result-column-company-size = grootte van het bedrijf; leeg: niet gevraagd in het plan
lab-result-column-region = plaats; leeg: niet gevraagd in het plan
lab-result-column-employer = hetzelfde nummer voor alle vacatures van één werkgever
lab-result-fact-origin = Herkomst
lab-result-origin-study = Onderzoek in dit lab, volgens het geregistreerde plan
lab-result-origin-read-in = Ingelezen: elders gedaan, hier niet geregistreerd
lab-result-fact-registration = Controlecode van de registratie
lab-result-fact-amendments = Wijzigingen van het plan
lab-result-fact-program = Berekend door
lab-result-file-report = verslag
lab-result-file-recount = alles-om-na-te-rekenen
