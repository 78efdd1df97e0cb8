# Het lab in de terminal: `stagekans lab study` en inloggen.
cli-lab-sign-in-short = Log één keer in voor veel commando's.
cli-lab-sign-in-help =
    Vraagt het wachtwoord, en de code van uw app als u die heeft. Toont een
    sleutel. Commando's lezen die uit STAGEKANS_LAB_SESSION. De sleutel geldt 24
    uur, of tot 8 uur zonder commando, of tot sign-out. Bewaar hem als een
    wachtwoord.

    Een script geeft het wachtwoord in STAGEKANS_LAB_PASSWORD en de code in
    STAGEKANS_LAB_CODE.

    Voorbeeld:
      export STAGEKANS_LAB_SESSION="$(stagekans lab sign-in --as bo.visser)"
cli-lab-sign-out-short = Beëindig de sessie van sign-in.
cli-lab-sign-out-help =
    Beëindigt de sessie waarvan de sleutel in STAGEKANS_LAB_SESSION staat.

    Voorbeeld:
      stagekans lab sign-out
cli-lab-signed-in = U bent ingelogd. Zet deze sleutel in { $variable }.
cli-lab-signed-out = U bent uitgelogd.
cli-lab-study-short = Een onderzoek, van protocol tot rapport.
cli-study-help =
    Alles wat de website met een onderzoek doet, behalve coderen: wie codeert mag
    niet terloops zien van wie een brief was. STUDY is de naam of het id van een
    onderzoek waaraan u werkt. Uw naam staat in het logboek bij alles wat u doet.

    Exitcodes: 0 gedaan; 1 er is iets gevonden dat beter moet; 2 geweigerd, of
    een verkeerd commando; 3 gestopt.

    Voorbeelden:
      stagekans lab study list --as bo.visser
      stagekans lab study protocol "Stages Utrecht" --out protocol.json
cli-study-option-as = Wie iets doet: de inlognaam van een account van het lab. Het wachtwoord wordt gevraagd. Zonder deze optie geldt de sessie van "stagekans lab sign-in".
cli-study-option-json = Antwoord in JSON, voor een programma.
cli-study-option-reason = Waarom. Dit komt in het logboek: noem geen bedrijf en geen persoon.
cli-study-ask-password = Wachtwoord
cli-study-ask-code = Code van uw app (leeg als u die niet heeft)
cli-study-nobody = Het is niet bekend wie u bent. Geef --as NAAM, of log eerst in: stagekans lab sign-in
cli-study-no-password = Hier kan niemand het wachtwoord typen. Zet het in STAGEKANS_LAB_PASSWORD, of zet een sessie in STAGEKANS_LAB_SESSION.
cli-study-session-ended = Deze sessie is voorbij. Log opnieuw in: stagekans lab sign-in
cli-study-none = U werkt aan geen enkel onderzoek.
cli-study-unknown = U werkt niet aan een onderzoek "{ $study }". U werkt aan: { $studies }. Zijn er twee met één naam? Geef dan het id.
cli-study-finding-error = Te doen { $place }: { $what }
cli-study-finding-warning = Kijk naar { $place }: { $what }
cli-study-not-a-document = { $file } is niet te lezen: { $detail }. Schrijf het document eerst weg met --out, en wijzig dat bestand.
cli-study-file-written = Geschreven: { $file }
cli-study-files-written = { $count ->
    [one] 1 bestand geschreven in { $folder }
   *[other] { $count } bestanden geschreven in { $folder }
 }
cli-study-file-not-made = { $file } is niet te schrijven: { $detail }. Kies een andere plek.
cli-study-all = alle
cli-study-number = Nummer
cli-study-gate = Poort
cli-study-reply = Antwoord

cli-study-list-short = Uw onderzoeken.
cli-study-list-help =
    Toont de onderzoeken waaraan u werkt, het nieuwste eerst.

    Voorbeeld:
      stagekans lab study list --as bo.visser
cli-study-new-short = Maak een onderzoek.
cli-study-new-help =
    Maakt een onderzoek met een leeg protocol. U leidt het. Toont het id.

    Voorbeeld:
      stagekans lab study new "Stages Utrecht" --as bo.visser
cli-study-read-in-short = Lees een onderzoek in dat elders is gedaan.
cli-study-read-in-help =
    Maakt een afgerond onderzoek van een CSV-bestand met één rij per brief. Toont
    het id. De kolommen zijn die van "stagekans statistics".

    Voorbeeld:
      stagekans lab study read-in "Onderzoek 2024" uitkomsten.csv --as bo.visser
cli-study-show-short = Hoe het met een onderzoek staat.
cli-study-show-help =
    Toont hoe het met een onderzoek staat, en wat uw taak is.

    Voorbeeld:
      stagekans lab study show "Stages Utrecht" --as bo.visser
cli-study-members-short = Wie eraan werkt.
cli-study-members-help =
    Toont wie aan het onderzoek werkt. Laat iemand meedoen, of haalt een taak weg.

    Voorbeeld:
      stagekans lab study members "Stages Utrecht" --add kim --task coder
cli-study-members-option-add = De inlognaam van wie mee gaat doen.
cli-study-members-option-task = Wat deze persoon doet: lead (leider), field (veldwerker) of coder (codeur).
cli-study-members-option-remove = De inlognaam van wie weggaat.
cli-study-members-nobody = { $name } werkt niet aan dit onderzoek. Kijk wie dat wel doen: stagekans lab study members
cli-study-protocol-short = Het protocol: naar een bestand, uit een bestand.
cli-study-protocol-help =
    Schrijft het protocol naar een bestand (JSON), of leest het eruit. Vertelt dan
    wat erin is gevonden. De exitcode is 1 zolang er iets beter moet. Is het
    onderzoek geregistreerd? Dan wijzigt u het met "amend".

    Voorbeelden:
      stagekans lab study protocol "Stages Utrecht" --out protocol.json
      stagekans lab study protocol "Stages Utrecht" --in protocol.json
cli-study-protocol-option-out = Schrijf het protocol naar dit bestand.
cli-study-protocol-option-in = Lees het protocol uit dit bestand.
cli-study-protocol-found = Versie { $version }: { $errors } te doen, { $warnings } om naar te kijken.
cli-study-amend-short = Wijzig een geregistreerd protocol, in het open.
cli-study-amend-help =
    Leest een gewijzigd protocol uit een bestand. Het geregistreerde blijft; wat
    er is gewijzigd, wanneer en waarom staat er altijd bij.

    Voorbeeld:
      stagekans lab study amend "Stages Utrecht" --in protocol.json \
        --reason "De commissie vroeg langer te wachten"
cli-study-amend-option-reason = Waarom u het wijzigt. Dit staat altijd bij de wijziging.
cli-study-power-short = Is het aantal genoeg?
cli-study-power-help =
    Rekent precies uit hoe groot de kans is dat de toets het verwachte verschil
    vindt, voor het geheel en voor delen.

    Voorbeeld:
      stagekans lab study power "Stages Utrecht"
cli-study-gates-short = De poorten voor de registratie.
cli-study-gates-help =
    Toont de poorten. U gaat een poort door als u zegt wat u heeft gezien en waar
    het wordt bewaard. Uw naam staat erbij.

    Voorbeeld:
      stagekans lab study gates "Stages Utrecht" --tick ethics_approval \
        --evidence "Besluit 2026-014, map 3"
cli-study-gates-option-tick = De poort waar u door gaat.
cli-study-gates-option-evidence = Wat u heeft gezien, en waar het wordt bewaard.
cli-study-gates-option-untick = Neem terug dat deze poort gezien was.
cli-study-gates-open = { $count ->
    [0] Alle poorten zijn gezien.
    [one] 1 poort staat nog open.
   *[other] { $count } poorten staan nog open.
 }
cli-study-register-short = Registreer het protocol, en de bestanden.
cli-study-register-help =
    Legt het protocol vast met een controlegetal. Daarna toont dit de registratie.
    De exitcode is 1 als de keten van controlegetallen niet klopt.

    Voorbeeld:
      stagekans lab study register "Stages Utrecht" --out registratie
cli-study-register-option-out = Schrijf het protocol (PDF, JSON) en de antwoorden voor OSF naar deze map.
cli-study-frame-short = Vacatures uit een bestand.
cli-study-frame-help =
    Leest vacatures uit CSV of Excel. Goede rijen doen meteen mee. Geweigerde
    rijen komen terug als bestand met de redenen: verbeter het, en lees het weer
    in. De exitcode is 1 als er rijen zijn geweigerd.

    Voorbeeld:
      stagekans lab study frame "Stages Utrecht" --in kader.xlsx \
        --refused geweigerd.csv
cli-study-frame-option-in = Het bestand met vacatures, één per rij.
cli-study-frame-option-refused = Schrijf de geweigerde rijen met hun redenen naar dit bestand (CSV, of Excel als de naam dat zegt).
cli-study-frame-counts = { $rows } rijen: { $added } erbij, { $already } waren er al ({ $changed } met andere tekst), { $refused } geweigerd.
cli-study-frame-refused = { $count ->
    [one] 1 rij doet niet mee. Kijk waarom met --refused BESTAND.
   *[other] { $count } rijen doen niet mee. Kijk waarom met --refused BESTAND.
 }
cli-study-left-alone-short = Bedrijven die niet meedoen.
cli-study-left-alone-help =
    Toont de bedrijven waaraan geen onderzoek schrijft. Zet er een op de lijst, of
    haalt er een af.

    Voorbeeld:
      stagekans lab study left-alone "Stages Utrecht" --add "De Bakker" \
        --reason "Vroeg dit op 3 maart"
cli-study-left-alone-option-add = Het bedrijf dat met rust wordt gelaten.
cli-study-left-alone-option-kvk = Het KvK-nummer, als u dat weet.
cli-study-left-alone-option-reason = Waarom. Zet hier geen namen van mensen.
cli-study-left-alone-option-remove = Het nummer van het bedrijf in de lijst.
cli-study-profiles-short = Namen, brieven, woorden en afzenders.
cli-study-profiles-help =
    Schrijft de profielen naar een bestand (JSON), of leest ze eruit. Vertelt dan
    wat eraan ontbreekt. De exitcode is 1 zolang er geen plan mee te trekken is.

    Voorbeelden:
      stagekans lab study profiles "Stages Utrecht" --out profielen.json
      stagekans lab study profiles "Stages Utrecht" --in profielen.json
cli-study-profiles-option-out = Schrijf de profielen naar dit bestand.
cli-study-profiles-option-in = Lees de profielen uit dit bestand.
cli-study-profiles-option-pretest = Lees een proef met de namen uit dit bestand (CSV of Excel).
cli-study-profiles-option-pretest-source = Waar de cijfers van de proef vandaan komen.
cli-study-draw-short = Trek de steekproef en het plan.
cli-study-draw-help =
    Trekt de steekproef en het plan, één keer. Hetzelfde startgetal geeft hetzelfde
    plan.

    Voorbeeld:
      stagekans lab study draw "Stages Utrecht" --start 2027-02-01 --seed 4711
cli-study-draw-option-start = De eerste dag.
cli-study-draw-option-seed = Het startgetal. Zonder deze optie wordt er een getrokken.
cli-study-draw-option-weekday = Een dag waarop brieven weggaan: mon, tue, wed, thu, fri, sat of sun. Herhaal de optie. Zonder: mon tot en met fri.
cli-study-plan-short = Het plan, en of het is na te trekken.
cli-study-plan-help =
    Toont steekproef, bewijs en balans van het plan. Met --replay wordt het opnieuw
    getrokken; de exitcode is 1 als dat een ander plan geeft.

    Voorbeelden:
      stagekans lab study plan "Stages Utrecht" --replay
      stagekans lab study plan "Stages Utrecht" --out plan.csv
cli-study-plan-option-out = Schrijf elke sollicitatie onder pseudoniem naar dit bestand (CSV, of Excel als de naam dat zegt).
cli-study-plan-option-replay = Trek het plan opnieuw uit het startgetal, en vergelijk.
cli-study-start-short = Begin met het veldwerk.
cli-study-start-help =
    Begint met het veldwerk. Daarna verandert het plan niet meer.

    Voorbeeld:
      stagekans lab study start "Stages Utrecht"
cli-study-work-short = Wat er te versturen is.
cli-study-work-help =
    Toont de werklijst, of schrijft die naar een bestand: CSV, of een agenda
    (.ics) met alles wat nog weg moet, onder pseudoniem.

    Voorbeelden:
      stagekans lab study work "Stages Utrecht" --when today
      stagekans lab study work "Stages Utrecht" --out werk.ics
cli-study-work-option-when = now (nu), today (later vandaag), later, sent (verstuurd) of stopped (gestopt).
cli-study-work-option-out = Schrijf de lijst naar dit bestand: .csv, of .ics voor een agenda.
cli-study-letters-short = Brieven en cv's als bestanden.
cli-study-letters-help =
    Schrijft brief en cv (PDF en Word) van alles wat tot het einde van vandaag weg
    moet, elke sollicitatie in een eigen map. Of van de sollicitaties die u noemt.

    Voorbeelden:
      stagekans lab study letters "Stages Utrecht" --out brieven
      stagekans lab study letters "Stages Utrecht" 12-1 12-2 --out brieven
cli-study-letters-option-out = De map voor de bestanden.
cli-study-letters-option-until = De laatste dag waarop ze weg moeten, in plaats van vandaag.
cli-study-sent-short = Schrijf op dat iets is verstuurd, of verstuur het.
cli-study-sent-help =
    Schrijft op dat u sollicitaties zelf heeft verstuurd, en wanneer. Of verstuurt
    ze met de mailserver van het lab. Elk apart: wat wordt geweigerd houdt de rest
    niet tegen.

    Voorbeelden:
      stagekans lab study sent "Stages Utrecht" 12-1 --at "01-02-2027 09:30"
      stagekans lab study sent "Stages Utrecht" 12-2 --by-mail
cli-study-sent-option-at = Dag en tijd op de Nederlandse klok, of "nu".
cli-study-sent-option-by-mail = Verstuur het nu, met de mailserver van het lab.
cli-study-sent-option-found = Wat u heeft uitgezocht van een brief die misschien is verstuurd: sent (wel) of not-sent (niet).
cli-study-sent-one-way = Geef een van --at, --by-mail en --found.
cli-study-replies-short = Lees antwoorden in; wat op u wacht.
cli-study-replies-help =
    Leest een mailbox in (mbox) of een bewaard bericht (.eml). Twee keer hetzelfde
    bestand is geen probleem. Zonder optie: welke antwoorden nog nergens bij
    horen, en welke nog niemand heeft beoordeeld.

    Voorbeeld:
      stagekans lab study replies "Stages Utrecht" --in antwoorden.mbox
cli-study-replies-option-in = Het bestand met berichten.
cli-study-replies-option-fetch = Haal op wat nieuw is in de mailbox van het lab.
cli-study-reply-short = Schrijf een telefoontje of brief op.
cli-study-reply-help =
    Schrijft op wat een bedrijf zei of schreef.

    Voorbeeld:
      stagekans lab study reply "Stages Utrecht" 12-1 --at nu \
        --text "Wij willen graag kennismaken" --positive
cli-study-reply-option-kind = call (telefoon), letter (brief) of reply (mail).
cli-study-reply-option-at = Wanneer het kwam: dag en tijd op de Nederlandse klok, of "nu".
cli-study-reply-option-positive = Of het bedrijf verder wil. Dit is voor het terugtrekken, niet voor de uitkomst.
cli-study-place-short = Waar een antwoord bij hoort; of het positief is.
cli-study-place-help =
    Zegt bij welke sollicitatie een antwoord hoort, legt het opzij met een reden,
    of zegt of het positief is. "replies" toont het nummer van het antwoord.

    Voorbeeld:
      stagekans lab study place "Stages Utrecht" \
        0f8fad5b-d9cb-469f-a165-70867728950e --application 12-1
cli-study-place-option-application = De sollicitatie, zoals 12-1.
cli-study-place-option-set-aside = Leg het antwoord opzij, om deze reden.
cli-study-withdrawals-short = Wat bedrijven nog moeten horen.
cli-study-withdrawals-help =
    Toont welke bedrijven nog moeten horen dat de sollicitant zich terugtrekt, het
    dringendste eerst, en de tekst. De exitcode is 1 zolang er een te lang wacht.

    Voorbeeld:
      stagekans lab study withdrawals "Stages Utrecht"
cli-study-withdrawals-option-all = Toon ook wat al is teruggetrokken.
cli-study-withdrawn-short = Schrijf op dat iets is teruggetrokken, of doe het.
cli-study-withdrawn-help =
    Schrijft op dat het bedrijf heeft gehoord dat de sollicitant zich terugtrekt,
    en wanneer. Of vertelt het met de mailserver van het lab.

    Voorbeeld:
      stagekans lab study withdrawn "Stages Utrecht" 12-1 --at nu
cli-study-withdrawn-option-at = Dag en tijd op de Nederlandse klok, of "nu".
cli-study-withdrawn-option-by-mail = Stuur het nu, met de mailserver van het lab.
cli-study-withdrawn-one-way = Geef een van --at en --by-mail.
cli-study-complaint-short = Een klacht, of herkend als test.
cli-study-complaint-help =
    Schrijft een klacht op: het deel van het bedrijf eindigt, en elk onderzoek laat
    het daarna met rust. Of dat het bedrijf weet dat het een test was.

    Voorbeeld:
      stagekans lab study complaint "Stages Utrecht" 12-1 --on 03-02-2027 \
        --words "Wij willen hier niet aan meedoen"
cli-study-complaint-option-detected = Het bedrijf weet dat het een test was.
cli-study-stop-short = De stopknop.
cli-study-stop-help =
    Zet het onderzoek stil: er gaat niets weg tot de leider verder gaat. Wat
    bedrijven nog moeten horen gaat door.

    Voorbeeld:
      stagekans lab study stop "Stages Utrecht" --reason "Twee klachten"
cli-study-resume-short = Ga verder na een stop.
cli-study-resume-help =
    Gaat verder na een stop. Alleen wie het onderzoek leidt doet dat.

    Voorbeeld:
      stagekans lab study resume "Stages Utrecht" --reason "Besproken"
cli-study-close-short = Sluit het veldwerk.
cli-study-close-help =
    Beëindigt het veldwerk. Wat niet is beantwoord telt als geen antwoord; wat niet
    is verstuurd gaat niet meer weg.

    Voorbeeld:
      stagekans lab study close "Stages Utrecht"
cli-study-close-option-reason = Waarom nu, als er nog brieven weg moeten of de dagen voor een antwoord niet om zijn.
cli-study-progress-short = Hoe het veldwerk gaat.
cli-study-progress-help =
    Toont hoe ver het veldwerk is, en wat de geregistreerde stopregel laat zien.
    Geen uitkomst per sollicitant voordat het kenmerk is onthuld.

    Voorbeeld:
      stagekans lab study progress "Stages Utrecht"
cli-study-codes-short = Hoe ver het coderen is, en de overeenstemming.
cli-study-codes-help =
    Toont hoe ver het coderen is en hoe eens de codeurs het zijn, zonder
    uitkomsten. Coderen zelf gebeurt op de website.

    Voorbeeld:
      stagekans lab study codes "Stages Utrecht"
cli-study-codes-option-again = Laat alle antwoorden opnieuw coderen, om deze reden.
cli-study-lock-short = Zet de codes vast.
cli-study-lock-help =
    Zet de codes vast, voorgoed. Pas dan kan het kenmerk worden onthuld.

    Voorbeeld:
      stagekans lab study lock "Stages Utrecht"
cli-study-unblind-short = Onthul het kenmerk.
cli-study-unblind-help =
    Onthult welke sollicitant welk antwoord had. Dit is niet terug te draaien.

    Voorbeeld:
      stagekans lab study unblind "Stages Utrecht" --person "Bo Visser" \
        --reason "Alle codes staan vast"
cli-study-analyse-short = Doe de geregistreerde analyse.
cli-study-analyse-help =
    Rekent uit wat het geregistreerde plan zegt. Dat gebeurt één keer; de uitkomst
    wordt bewaard.

    Voorbeeld:
      stagekans lab study analyse "Stages Utrecht"
cli-study-explore-short = Een vraag buiten het plan.
cli-study-explore-help =
    Vraagt iets dat niet in het geregistreerde plan staat. Bij het antwoord staat
    overal dat het verkennend is. Zonder --title: wat er te vragen is.

    Voorbeeld:
      stagekans lab study explore "Stages Utrecht" --title "Alleen zorg" \
        --test mcnemar_midp --subgroup "sector is zorg"
cli-study-explore-option-test = De toets of maat.
cli-study-explore-option-subgroup = Het deel, zoals "sector is zorg". Zonder deze optie: iedereen.
cli-study-results-short = De uitkomst, en de bestanden.
cli-study-results-help =
    Toont de uitkomst in woorden. Schrijft het rapport (PDF, Nederlands en Engels),
    de uitkomsten, hun uitleg en alles om het na te rekenen.

    Voorbeeld:
      stagekans lab study results "Stages Utrecht" --out uitkomst
cli-study-results-option-out = De map voor de bestanden.
cli-study-keeping-short = Wat wanneer wordt verwijderd.
cli-study-keeping-help =
    Toont wanneer ruwe antwoorden en de sleutel worden verwijderd, en wat al weg is.

    Voorbeeld:
      stagekans lab study keeping "Stages Utrecht"
cli-study-archive-short = Berg een geanalyseerd onderzoek op.
cli-study-archive-help =
    Archiveert een geanalyseerd onderzoek. Wat nog een dag heeft, wordt op die dag
    verwijderd.

    Voorbeeld:
      stagekans lab study archive "Stages Utrecht"
