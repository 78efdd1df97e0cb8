# De loting die iedereen kan volgen: vastleggen, getuige, matching, openbaar maken.
tab-lottery = Loting
lottery-title = Loting
lottery-what = Soms hebben studenten precies gelijke kansen. Dan beslist het lot. Leg de loting vast vóór de ronde: dan kan niemand de uitkomst kiezen, en kan iedereen dat later nagaan.
lottery-now-none = De loting ligt nog niet vast
lottery-now-committed = De loting ligt vast
lottery-now-witnessed = De loting ligt vast, met een getuige
lottery-now-used = De loting is gebruikt
lottery-now-revealed = De loting is openbaar
lottery-now-replaced = Deze loting geldt niet meer
lottery-step-commit = Leg de loting vast
lottery-step-commit-text = Het programma bewaart een geheim en toont alleen de code (hash) ervan. Deel die code.
lottery-step-witness = Laat een getuige meedoen (mag, hoeft niet)
lottery-step-witness-text = Zijn studenten en aanbod binnen? Dan brengt een getuige getallen die niemand vooraf kende, zoals de trekking van een landelijke loterij.
lottery-step-run = Start de matching
lottery-step-run-text = Elke matching van deze ronde gebruikt deze loting. Opnieuw trekken kan niet ongezien.
lottery-step-reveal = Maak het geheim openbaar
lottery-step-reveal-text = Na de matching kan iedereen controleren dat het geheim bij de code hoort, en elk lot narekenen.
lottery-do-none = Leg de loting vast
lottery-do-text-none = Dat kan al voordat er studenten zijn. Niemand ziet het geheim voordat u het openbaar maakt, u ook niet.
lottery-do-committed = Is er een getuige?
lottery-do-text-committed = Vul in wat de getuige heeft gebracht. Op dat moment leggen we ook de stand van de ronde vast. Zonder getuige gaat u direct naar de matching.
lottery-do-witnessed = Start de matching
lottery-do-text-witnessed = Verander nu niets meer aan studenten en aanbod. Het verslag laat zien of de matching dezelfde gegevens had.
lottery-do-used = Maak het geheim openbaar
lottery-do-text-used = Is de matching klaar en hoeft die niet opnieuw? Maak dan het geheim openbaar. Dit kunt u niet terugdraaien.
lottery-do-revealed = Iedereen kan meekijken
lottery-do-text-revealed = Deel het adres hieronder. Een nieuwe matching van deze ronde gebruikt dezelfde loting.
lottery-do-replaced = Deze loting geldt niet meer
lottery-do-text-replaced = Een andere loting kwam ervoor in de plaats.
lottery-commit-button = Leg vast
lottery-secret = Eigen geheim (niet verplicht)
lottery-secret-hint = Laat dit leeg: dan trekt het programma een geheim. Of typ zelf 8 tot 100 tekens. Wij tonen ze niet terug tot u ze openbaar maakt.
lottery-reason = Waarom een andere loting?
lottery-reason-hint = Minstens 10 tekens. Iedereen kan dit lezen: noem geen namen.
lottery-public-text = Openbare getallen of tekst
lottery-public-text-hint = Precies zoals bekendgemaakt, bijvoorbeeld 7 12 19 23 40 44.
lottery-source = Waar komt dit vandaan?
lottery-source-hint = Bijvoorbeeld: trekking van de loterij van 10 februari 2027, 20.00 uur. Iedereen kan dit lezen.
lottery-witness = Naam van de getuige
lottery-witness-hint = De naam staat alleen in het verslag van de school.
lottery-witness-button = Leg deze getallen vast
lottery-without-witness = Ga verder zonder getuige
lottery-to-run = Naar de matching
lottery-reveal-button = Maak openbaar
lottery-to-record = Bekijk het verslag
lottery-share = Iedereen kan de loting volgen op
lottery-facts = Wat vaststaat
lottery-hash = Code van het geheim (SHA-256)
lottery-committed = Vastgelegd
lottery-drawn = Het programma heeft het geheim getrokken.
lottery-made-up = Een mens heeft het geheim bedacht.
lottery-earlier-runs = { $count ->
    [one] Er was toen al 1 matching van deze ronde.
   *[other] Er waren toen al { $count } matchings van deze ronde.
 }
lottery-witnessed = Getuige
lottery-no-witness = Geen getuige
lottery-entered-by = Ingevuld door { $name }
lottery-entered-on = Hier ingevuld op { $moment }
lottery-frozen = Stand van de ronde bij de getuige (SHA-256)
lottery-frozen-counts = { $students ->
    [one] 1 student
   *[other] { $students } studenten
 }, aanbod: { $offers }
lottery-used = Eerste matching
lottery-not-used = Nog niet gebruikt
lottery-opened = Openbaar gemaakt
lottery-replaced = Vervangen, en toen openbaar gemaakt
lottery-salt = Zout
lottery-secret-shown = Geheim
lottery-seed = Startgetal van de loting
lottery-still-secret = Nog geheim
lottery-runs = Matchings met deze loting
lottery-run = Matching
lottery-when = Wanneer
lottery-input = Gegevens (SHA-256)
lottery-as-witnessed = Zelfde gegevens als bij de getuige
lottery-not-as-witnessed = Andere gegevens dan bij de getuige
lottery-again = Toch een andere loting
lottery-again-text = Dit is alleen voor een fout. De loting die er nu is, vervalt. Zijn geheim wordt meteen openbaar en uw reden staat erbij. Zo kan niemand ongezien opnieuw trekken.
lottery-again-button = Vervang de loting
lottery-earlier = Eerdere lotingen van deze ronde
lottery-number = Loting { $number }
lottery-record = Verslag van de loting
lottery-record-print = Dit verslag bevat studentnummers: deel het niet buiten de school.
lottery-record-pdf = Bewaar als PDF
lottery-record-file = verslag-loting
lottery-signature-school = Namens de school
lottery-signature-witness = De getuige
lottery-record-run = De matching
lottery-record-no-run = Er is nog geen matching klaar met deze loting.
lottery-checked = Lotnummers nagerekend
lottery-checked-later = Dat kan als het geheim openbaar is.
lottery-checked-fits = Het startgetal geeft precies deze lotnummers
lottery-checked-fails = Het startgetal geeft andere lotnummers
lottery-lots = Lotnummers
lottery-lots-text = U ziet { $shown } van de { $all } studenten: die van uw opleidingen.
lottery-student-number = Studentnummer
lottery-student-number-hint = We bewaren dit nummer niet en zoeken het niet op.
lottery-public-what = Hebben studenten precies gelijke kansen op een stageplek? Dan beslist het lot. Deze loting lag vast voordat iemand de uitkomst kon weten. Hier kunt u dat nagaan.
lottery-public-none = Geen
lottery-public-runs = { $count ->
    [one] 1 matching gebruikte deze loting.
   *[other] { $count } matchings gebruikten deze loting.
 }
lottery-public-students = Studenten in de loting
lottery-check = Reken een lot na
lottery-check-text = Vul een studentnummer in. Dan ziet u welk lot het startgetal aan dat nummer geeft.
lottery-check-button = Reken na
lottery-ticket = Het lot van { $number }: { $percent } % van alle mogelijke loten is kleiner.
lottery-ticket-about = Bij { $students } studenten is dat ongeveer lotnummer { $about }.
lottery-check-exact = Het precieze lotnummer staat in de uitleg die elke student van school krijgt. Dat hangt af van de loten van de anderen, en hun nummers maken wij niet openbaar. De school rekent alle lotnummers na in het verslag.
lottery-check-later = Dat kan zodra de school het geheim openbaar maakt. Bewaar nu de code hierboven.
lottery-check-self = U hoeft ons niet te geloven. Reken het zelf na, met sha256sum of met het programma:
lottery-of-run = Bekijk de vastgelegde loting
lottery-part-title = Loting
lottery-part-text = De loting van deze ronde ligt vast. Deze matching gebruikt haar.
lottery-part-revealed = De loting van deze ronde ligt vast en is al openbaar. Deze matching gebruikt haar weer.
lottery-part-link = Bekijk de loting

notice-lottery-committed = De loting ligt vast. Deel nu de code met studenten en ouders.
notice-lottery-witnessed = De getallen van de getuige liggen vast. Start nu de matching.
notice-lottery-revealed = Het geheim is openbaar. Iedereen kan de loting narekenen.

conflict-lottery-none = Er is nog geen loting vastgelegd. Leg er eerst een vast.
conflict-lottery-witness-not-now = Een getuige kan alleen meedoen tussen het vastleggen en de eerste matching. Laad de pagina opnieuw.
conflict-lottery-reveal-not-now = Eerst moet een matching deze loting gebruiken. Start de matching.
conflict-lottery-run-not-now = Deze loting geldt niet meer. Laad de pagina opnieuw.
conflict-lottery-replace-not-now = Deze loting is al vervangen. Laad de pagina opnieuw.
conflict-lottery-no-result = Er is nog geen matching klaar met deze loting. Wacht tot er een klaar is.
conflict-lottery-nothing-to-freeze = Er zijn nog geen studenten of er is nog geen aanbod. Lees die eerst in.
conflict-lottery-sealed = Het geheim is nog niet openbaar. Kom later terug.
conflict-lottery-changed = De loting kan niet meer veranderen. Laad de pagina opnieuw.

field-not-secret = Gebruik 8 tot 100 tekens op één regel, zonder spatie aan het begin of het eind.
field-lottery-committed = De loting van deze ronde ligt vast. Laat het startgetal weg.
field-looks-sealed = Een startgetal begint niet met sha256:. Kies een ander.
form-field-secret = Eigen geheim
form-field-public-text = Openbare getallen of tekst
form-field-source = Waar komt dit vandaan?
form-field-witness = Naam van de getuige
form-field-action = Knop

# Opdrachtregel.
cli-lottery-short = Leg een loting vast en reken haar na.
cli-lottery-help =
    Een loting die iedereen kan controleren. Vooraf maak je een geheim en
    deel je alleen de code. Achteraf maak je het geheim openbaar.

    Zo gaat het:
      stagekans lottery commit --out geheim.json        maak een geheim
      stagekans lottery reveal geheim.json              toon het, na de ronde
      stagekans lottery check --sha256 CODE --salt ZOUT --secret GEHEIM
      stagekans lottery lots studenten.csv --seed STARTGETAL

    De afspraken staan in docs/lottery.md.
cli-lottery-commit-short = Maak een geheim; toon de code ervan.
cli-lottery-commit-help =
    Trekt een geheim, schrijft het in een bestand dat alleen jij kunt lezen,
    en toont de code (hash). Deel de code, bewaar het bestand.

    Voorbeelden:
      stagekans lottery commit --out geheim.json
      echo "mijn eigen geheim" | stagekans lottery commit --typed --out geheim.json
cli-lottery-option-out = Het bestand voor het geheim; het mag nog niet bestaan.
cli-lottery-option-typed = Lees een eigen geheim: één regel van de invoer.
cli-lottery-reveal-short = Toon wat openbaar wordt.
cli-lottery-reveal-help =
    Toont zout, geheim en startgetal uit het bestand van commit. Doe dit pas
    na de ronde. Met --public komt de tekst van een getuige erbij.

    Voorbeelden:
      stagekans lottery reveal geheim.json
      stagekans lottery reveal geheim.json --public "7 12 19 23 40 44"
cli-lottery-option-public = De openbare tekst van de getuige.
cli-lottery-check-short = Controleer een geheim bij een code.
cli-lottery-check-help =
    Rekent na of zout en geheim bij de code horen, en toont het startgetal.
    Eindigt met 0 als alles klopt, met 1 als iets niet klopt.

    Voorbeeld:
      stagekans lottery check --sha256 CODE --salt ZOUT --secret "het geheim"
cli-lottery-option-sha256 = De code die vooraf is gedeeld.
cli-lottery-option-salt = Het zout: 64 cijfers en letters a tot en met f.
cli-lottery-option-secret = Het geheim.
cli-lottery-option-seed-too = Het startgetal van de matching, om na te rekenen.
cli-lottery-lots-short = Reken lotnummers na.
cli-lottery-lots-help =
    Rekent de lotnummers uit van alle studentnummers in een bestand: CSV of
    XLSX met een kolom student_number, of één nummer op elke regel. Geef alle
    nummers van de matching: een lotnummer is de plaats tussen alle andere.
    De uitkomst is CSV.

    Voorbeeld:
      stagekans lottery lots studenten.csv --seed STARTGETAL
cli-lottery-option-seed = Het startgetal van de loting.
cli-lottery-line-sha256 = Code (SHA-256): { $value }
cli-lottery-line-salt = Zout:           { $value }
cli-lottery-line-secret = Geheim:         { $value }
cli-lottery-line-public = Openbare tekst: { $value }
cli-lottery-line-seed = Startgetal:     { $value }
cli-lottery-committed = Deel deze code. Bewaar { $file } en laat het aan niemand zien tot na de ronde.
cli-lottery-fits = Klopt: zout en geheim horen bij de code.
cli-lottery-does-not-fit = Klopt niet: zout en geheim horen niet bij de code.
cli-lottery-seed-fits = Klopt: dit is het startgetal.
cli-lottery-seed-does-not-fit = Klopt niet: het startgetal hoort { $value } te zijn.
cli-lottery-not-sha256 = { $what } moet 64 tekens hebben: cijfers en kleine letters a tot en met f.
cli-lottery-not-secret = Een geheim heeft 8 tot 100 tekens op één regel, zonder spatie aan het begin of het eind.
cli-lottery-file-exists = { $file } bestaat al. Kies een andere naam: een geheim wordt nooit overschreven.
cli-lottery-file-not-made = { $file } kan niet worden gemaakt: { $detail }
cli-lottery-file-unreadable = { $file } is niet te lezen: { $detail }
cli-lottery-file-not-ours = { $file } is geen bestand van stagekans lottery commit.
cli-lottery-file-changed = { $file } is veranderd: de code hoort niet bij zout en geheim.
cli-lottery-no-numbers = { $file } bevat geen studentnummers. Zet er een kolom student_number in, of één nummer op elke regel.
cli-lottery-twice = { $number } staat twee keer in { $file }. Elk studentnummer mag er één keer in staan.
cli-lottery-empty-seed = Geef een startgetal: --seed
