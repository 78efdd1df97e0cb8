### Opdrachtregel: uitleg, meldingen en vragen van `stagekans`.

cli-usage = Gebruik:
cli-usage-options = [OPTIES]
cli-usage-command = OPDRACHT ...
cli-options = Opties
cli-commands = Opdrachten
cli-required = (verplicht)
cli-option-language = De taal van de teksten. Zonder deze optie kiest LANG.
cli-option-help = Toon deze uitleg.
cli-stopped = Gestopt. Er is niets half opgeslagen.

cli-error-missing = { $what } ontbreekt.
cli-error-no-option = { $what } bestaat niet.
cli-error-value = { $what } klopt niet: { $detail }
cli-error-usage = De opdracht klopt niet: { $detail }
cli-error-see-help = Kijk hoe het wel moet: { $command } --help
cli-option-workers = Over hoeveel processen een grote berekening wordt verdeeld, 1 tot 64 (zonder deze optie: 1). De uitkomst blijft gelijk.
cli-workers-wrong = "{ $value }" is geen heel getal van 1 tot { $most }.
cli-workers-lost = Een hulpproces is onderweg gestopt, misschien omdat het geheugen vol was. De rest is in één proces berekend. De uitkomst is dezelfde.
cli-error-settings = De instellingen kloppen niet: { $detail }
cli-error-database = De database antwoordt niet: { $detail } Controleer DATABASE_URL en of de server aan staat.
cli-error-embedded = De eigen database start niet: { $detail }
cli-error-port = Poort { $port } is bezet. Kies een andere: --port { $other }

cli-help =
    Stagekans plaatst mbo-studenten op stageplekken: eerlijk, en met uitleg.
    Het programma doet een voorstel, een mens beslist.

    Begin hier:
      stagekans demo                        een school om mee te proberen
      stagekans match --students studenten.csv --offers aanbod.csv --out uitkomst
      stagekans verify uitkomst             controleer de uitkomst

    Elke opdracht legt zichzelf uit: stagekans match --help

cli-demo-short = Start een verzonnen school op deze computer.
cli-demo-help =
    Start alles op deze computer: database, website en een werker. Er is geen
    internet nodig. De school heeft 1.200 verzonnen studenten en ruim 1.100
    plekken. Je ziet drie accounts met hun wachtwoord. Stop met Ctrl-C.

    De gegevens blijven bewaard. Bij de volgende start krijg je nieuwe
    wachtwoorden. De map demo-files bevat bestanden om het inlezen te proberen.

    Voorbeelden:
      stagekans demo
      stagekans demo --port 8100 --data /tmp/school
      stagekans demo --reset                begin opnieuw
cli-demo-option-port = De poort van de website.
cli-demo-option-files = De map waarin de voorbeeldbestanden komen.
cli-demo-option-reset = Gooi de gegevens van de demo weg en begin opnieuw.
cli-option-data = De map met de gegevens van de eigen database.
cli-demo-starting = De database start
cli-demo-drawing = De school wordt gemaakt
cli-demo-importing = Het aanbod en de studenten worden ingelezen
cli-demo-web = De website start
cli-demo-open = Open: { $url }
cli-demo-column-role = Rol
cli-demo-column-name = Naam om in te loggen
cli-demo-column-password = Wachtwoord
cli-demo-files-in = Bestanden om in te lezen: { $folder }
cli-demo-stop = Stop met Ctrl-C. De gegevens blijven bewaard in { $folder }.
cli-demo-child-ended = { $what } is onverwacht gestopt. De demo stopt ook.
cli-demo-ended = De demo is gestopt.
cli-demo-not-ours = De map { $folder } is niet door de demo gemaakt. Ik gooi haar niet weg. Kies een andere map met --data.
cli-demo-runs-already = In de map { $folder } draait al een demo. Stop die eerst, of kies een andere map met --data.
cli-demo-child-web = De website
cli-demo-child-worker = De werker
cli-role-coordinator = stagecoördinator
cli-role-service-point = servicepunt

cli-serve-short = Start de website en de API.
cli-serve-help =
    Start de website en de JSON-API. DATABASE_URL wijst de database aan. Zonder
    DATABASE_URL start een eigen database in de map van --data.

    Voorbeelden:
      stagekans serve
      DATABASE_URL=postgresql://stagekans@db/stagekans stagekans serve --workers 4
cli-serve-option-host = Het adres waarop de website luistert.
cli-serve-option-port = De poort waarop de website luistert.
cli-serve-option-workers = Hoeveel processen de website draaien.
cli-serve-ready = De website luistert op http://{ $host }:{ $port }. Stop met Ctrl-C.

cli-worker-short = Start een werker die berekeningen uitvoert.
cli-worker-help =
    Start een werker. Een werker neemt berekeningen uit de wachtrij van de
    database. Je mag er zo veel starten als je wilt, ook op andere computers.

    STAGEKANS_SOLVE_WORKERS=2 verdeelt elke grote berekening over twee processen
    (1 tot 64; zonder deze instelling 1). De uitkomst blijft gelijk.

    Voorbeeld:
      DATABASE_URL=postgresql://stagekans@db/stagekans stagekans worker
cli-worker-ready = De werker wacht op werk. Stop met Ctrl-C.

cli-migrate-short = Breng de database bij de tijd.
cli-migrate-help =
    Brengt de database naar de vorm die deze versie nodig heeft. Dit mag vaker:
    wat al gedaan is, gebeurt niet nog een keer. Maak eerst een reservekopie.

    Voorbeeld:
      DATABASE_URL=postgresql://stagekans@db/stagekans stagekans migrate
cli-migrate-applied = Gedaan: { $name }
cli-migrate-nothing = De database was al bij de tijd.

cli-account-short = Maak een account.
cli-account-help =
    Maakt een account en toont een nieuw wachtwoord. Geef het wachtwoord veilig
    door. Een stagecoördinator ziet alleen de studenten van zijn opleidingen.

    Voorbeelden:
      stagekans account a.jansen --name "An Jansen" --role coordinator \
          --programme 25998 --programme 25999
      stagekans account beheer --name "Beheer" --role admin
cli-account-option-name = De naam die anderen zien.
cli-account-option-role = Wat deze persoon mag: coordinator, service_point, school_lead, privacy_officer of admin. Herhaal de optie voor meer rollen.
cli-account-option-programme = De code van een opleiding van deze coördinator. Herhaal de optie voor meer.
cli-account-option-all-programmes = Deze coördinator ziet alle opleidingen.
cli-account-made = Het account { $name } is gemaakt. Wachtwoord: { $password }

cli-import-short = Lees een bestand in bij een plaatsingsronde.
cli-import-help =
    Leest een bestand in, net als de pagina Inlezen. Eén fout houdt het hele
    bestand tegen. Met --take-good-rows gaan de goede rijen wel mee; de andere
    rijen komen terug in een bestand met de reden erbij. Lees eerst het aanbod
    in, dan de studenten.

    Voorbeelden:
      stagekans import --round "Stage voorjaar 2027" --kind offers \
          --as coordinator aanbod.csv
      stagekans import --round "Stage voorjaar 2027" --kind students \
          --as coordinator --take-good-rows studenten.xlsx
      stagekans import --round "Stage voorjaar 2027" --kind students \
          --as coordinator --preview studenten.xlsx
cli-import-option-round = De naam of het nummer van de plaatsingsronde.
cli-import-option-kind = Wat er in het bestand staat.
cli-import-option-as = De inlognaam van het account dat dit doet.
cli-import-option-take-good-rows = Neem de goede rijen en sla de foute over.
cli-import-option-preview = Laat alleen zien wat er zou gebeuren.
cli-import-option-rejected = Waar de afgekeurde rijen komen (.csv of .xlsx).
cli-import-counts = { $rows } rijen gelezen: { $added } nieuw, { $changed } gewijzigd, { $unchanged } gelijk, { $rejected } afgekeurd.
cli-import-applied = Ingelezen: { $file }
cli-import-previewed = Nog niets opgeslagen: { $file }
cli-import-refused = Niet ingelezen: { $file }. Alle gegevens zijn nog zoals ze waren.
cli-import-rejected-in = De afgekeurde rijen staan in { $file }.
cli-import-rejected-not-made = { $file } kan niet worden gemaakt: { $detail } De afgekeurde rijen staan nog op de website, bij dit bestand.
cli-import-no-round = De plaatsingsronde "{ $round }" bestaat niet. Kies uit: { $rounds }
cli-import-no-rounds = Er is nog geen plaatsingsronde. Maak er eerst een op de website.
cli-import-no-account = Het account { $name } bestaat niet. Maak het met: stagekans account

cli-match-short = Bereken een plaatsing uit bestanden.
cli-match-help =
    Berekent wie welke plek krijgt, en schrijft de uitkomst in de map van --out:
      placements.csv      wie krijgt welke plek
      unplaced.csv        wie krijgt geen plek, en waarom
      bottlenecks.csv     waar zijn te weinig plekken
      explanations.jsonl  uitleg per student
      report.json         doelen, tellingen, versies
      certificate.json    het bewijs, voor stagekans verify
      instance.json, policy.json   wat er berekend is

    Bestanden: CSV of XLSX. Met dezelfde bestanden en hetzelfde lot (seed) krijg
    je precies dezelfde uitkomst.

    Voorbeelden:
      stagekans match --students studenten.csv --offers aanbod.csv --out uitkomst
      stagekans match --students s.xlsx --offers o.csv --equivalents e.csv \
          --policy beleid.toml --out uitkomst

    Een beleid (TOML):
      goals = ["placed", "satisfaction"]
      seed = "ronde-2027-02"

    Einde: 0 = er is een uitkomst, 2 = een bestand klopt niet, 3 = gestopt.
cli-match-option-students = Het bestand met studenten.
cli-match-option-offers = Het bestand met aanbod.
cli-match-option-pairs = Combinaties die mogen, met punten; vervangt de regels.
cli-match-option-equivalents = Opleidingscodes die ook tellen.
cli-match-option-travel = Gemeten reistijden.
cli-match-option-policy = Het beleid: doelen, volgorde en lot (TOML).
cli-match-option-out = De map voor de uitkomst.
cli-match-refused =
    { $count ->
        [one] Er is 1 fout. Er is niets berekend.
       *[other] Er zijn { $count } fouten. Er is niets berekend.
    }
cli-match-look =
    { $count ->
        [one] Let op: 1 rij vraagt aandacht. De rij doet wel mee.
       *[other] Let op: { $count } rijen vragen aandacht. Ze doen wel mee.
    }
cli-match-done = { $placed } van { $students } studenten hebben een plek. De uitkomst staat in { $folder }.
cli-match-goal-proven = { $goal }: { $value } (bewezen: beter kan niet)
cli-match-goal-open = { $goal }: { $value } (hoogstens { $bound } is mogelijk)
cli-match-out-taken = De map { $folder } bevat andere bestanden. Kies een lege map of een map met een eerdere uitkomst.
cli-match-out-is-file = { $folder } is een bestand, geen map. Kies een andere naam bij --out.
cli-match-out-not-made = De map { $folder } kan niet worden gemaakt: { $detail }

cli-file-not-there = { $file }: dit bestand bestaat niet.
cli-file-is-folder = { $file }: dit is een map, geen bestand.
cli-file-not-allowed = { $file }: dit bestand mag u niet lezen.
cli-file-remedy = Kijk of de naam en de map kloppen, en of u het bestand zelf kunt openen.
cli-file-unreadable = { $file }: dit bestand kan niet worden gelezen: { $detail }
cli-fault-row = { $file }, rij { $row }, kolom { $column }: { $what }
cli-fault-row-only = { $file }, rij { $row }: { $what }
cli-fault-column = { $file }, kolom { $column }: { $what }
cli-fault-file = { $file }: { $what }
cli-fault-remedy = Doe dit: { $remedy }

cli-goal-placed = Geplaatste studenten
cli-goal-group-gap = Verschil tussen groepen
cli-goal-worst-off = Slechtst af eerst
cli-goal-satisfaction = Tevredenheid
cli-goal-lottery = Loting
cli-goal-input = Bestanden
cli-goal-rules = Regels
cli-goal-report = Verslag
cli-goal-explanations = Uitleg

cli-stage-reading = Bestanden lezen
cli-stage-eligibility = Regels toepassen
cli-stage-placed = Zo veel mogelijk plaatsen
cli-stage-worst-off = Wie het slechtst af is eerst helpen
cli-stage-satisfaction = Wensen vervullen
cli-stage-lottery = Loten
cli-stage-explaining = Uitleg maken
cli-stage-auditing = Uitkomst controleren
cli-stage-writing = Bestanden schrijven

cli-match-too-many-pairs = Er blijven { $pairs } combinaties van student en plek over. Meer dan { $most } kan niet worden berekend. Vul meer gegevens in: opleiding, maximale reistijd of only_preferences.

cli-row-lock-breaks-rule = De vaste plek { $offer-id } mag niet volgens de regel "{ $rule }". Haal de vaste plek weg of verbeter de gegevens.
cli-row-lock-unknown-offer = De vaste plek { $offer-id } staat niet in het bestand met aanbod. Verbeter de code of voeg het aanbod toe.
cli-row-lock-not-in-pairs = De vaste plek { $offer-id } staat niet bij de combinaties die mogen. Voeg de combinatie toe of haal de vaste plek weg.
cli-row-lock-exceeds-places = De vaste plek { $offer-id } heeft { $places } plaatsen, maar { $locked } studenten staan er vast. Verhoog het aantal plaatsen of haal een vaste plek weg.
cli-row-duplicate-student = Dit nummer staat er twee keer. Laat één rij staan.
cli-row-duplicate-offer = Deze code staat er twee keer. Laat één rij staan.
cli-row-places-negative = Het aantal plaatsen is kleiner dan nul. Vul 0 of meer in.
cli-row-duplicate-travel = De reis naar { $work-zone } ({ $transport }) staat er twee keer. Laat één rij staan.
cli-row-travel-minutes-negative = De reis naar { $work-zone } ({ $transport }) duurt { $value } minuten. Vul 0 of meer in.
cli-row-pair-unknown-student = Deze student staat niet in het bestand met studenten. Verbeter het nummer of voeg de student toe.
cli-row-pair-unknown-offer = Het aanbod { $offer-id } staat niet in het bestand met aanbod. Verbeter de code of voeg het aanbod toe.
cli-row-pair-duplicate = De combinatie met { $offer-id } staat er twee keer. Laat één rij staan.
cli-row-pair-utility-out-of-range = De punten voor { $offer-id } zijn { $value }. Vul een getal in van 0 tot en met 1000.
cli-row-pair-rank-below-one = De rang van { $offer-id } is { $value }. Vul 1 of meer in.
cli-row-pair-minutes-negative = De reistijd naar { $offer-id } is { $value } minuten. Vul 0 of meer in.
cli-row-pair-rank-too-high = Rang { $value } is te hoog voor het doel "slechtst af eerst". Gebruik hoogstens { $most }, of kies classes = "utility" in het beleid.
cli-row-other = Dit spreekt een andere rij tegen ({ $code }).

cli-verify-short = Controleer een uitkomst, zonder de rekenmachine zelf.
cli-verify-help =
    Rekent een uitkomst na in gewone, leesbare code: alle regels, alle waarden en
    het bewijs per doel. De code van stagekans match doet hier niet aan mee.

    Voorbeeld:
      stagekans verify uitkomst

    Einde: 0 = alles klopt, 1 = er klopt iets niet, 2 = de map is niet te lezen.
cli-verify-proven = { $goal }: bewezen
cli-verify-bound = { $goal }: klopt, hoogstens { $bound } is mogelijk
cli-verify-failed = { $goal }: klopt niet: { $detail }
cli-verify-missing = { $folder } is geen uitkomst: { $file } ontbreekt. Maak de map met: stagekans match
cli-verify-unreadable = { $file } kan niet worden gelezen: { $detail }
cli-verify-file-disagrees = { $file }, { $student }: { $what } past niet bij de plaatsingen
cli-verify-file-rewritten = { $file } is niet geschreven zoals stagekans match dat doet
cli-detail-rules-broken = een plaatsing breekt een regel of klopt niet
cli-detail-other-input = de bestanden horen bij een andere instance.json
cli-detail-input-contradicts = instance.json spreekt zichzelf tegen
cli-detail-report-misstated = het verslag zegt iets anders
cli-detail-explanation-untrue = een student leest iets dat niet klopt
cli-detail-level-missing = het bewijs mist een stap
cli-detail-level-unexpected = het bewijs heeft een stap te veel
cli-detail-above-not-proven = het doel erboven is niet bewezen
cli-detail-value-misstated = de waarde in het bewijs klopt niet

cli-error-no-command = De opdracht { $what } bestaat niet.
cli-reason-no-eligible-offer = Geen enkele plek past bij de regels voor deze student.
cli-reason-no-places = { $eligible ->
        [one] Er past 1 plek, maar die heeft nul plaatsen.
       *[other] Er passen { $eligible } plekken, maar die hebben nul plaatsen.
    }
cli-reason-more-students-than-places = { $eligible ->
        [one] Er zijn meer studenten dan plekken. De enige plek die past, is vol.
       *[other] Er zijn meer studenten dan plekken. Alle { $eligible } plekken die passen, zijn vol.
    }
cli-bottleneck =
    { $students ->
        [one] 1 student
       *[other] { $students } studenten
    } voor { $places ->
        [one] 1 plek
       *[other] { $places } plekken
    }: { $crebos }
cli-reason-other-goal-first = Er was nog een plek, maar het beleid zet een ander doel boven het aantal plaatsingen.
cli-detail-wrong-length = het bewijs heeft niet voor iedereen een prijs
cli-detail-price-negative = een prijs in het bewijs is kleiner dan nul
cli-detail-pair-not-covered = de prijzen in het bewijs dekken niet elke combinatie
cli-detail-rank-too-high = een rang in het bestand met combinaties is te hoog voor dit doel
cli-migration-fault = De database past niet bij deze versie.
cli-migration-altered = De database is gemaakt met een andere { $name }. Zet dat bestand terug zoals het was. Is dit de demo? Begin opnieuw met: stagekans demo --reset
cli-database-newer = De database is al bijgewerkt door een nieuwere versie ({ $name }). Start die versie.
cli-server-too-old = De databaseserver is te oud ({ $name }). PostgreSQL 15 of nieuwer is nodig.
cli-import-faults-left-off = En nog { $count } fouten.
