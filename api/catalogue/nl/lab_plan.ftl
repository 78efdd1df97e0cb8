### Het steekproefkader, de loting en het veldwerk van een praktijktest: wat er mis kan zijn, en hoe codes en toestanden heten.

lab-finding-frame-cell-missing = Rij { $row }: de kolom { $column } is leeg. Vul iets in.
lab-finding-frame-cell-too-long = Rij { $row }: de tekst in { $column } is te lang. Het mag { $most } tekens zijn.
lab-finding-frame-number-unreadable = Rij { $row }: ‘{ $value }’ in { $column } is geen nummer van { $digits } cijfers.
lab-finding-frame-zeros-added = Rij { $row }: in { $column } stond { $value }. Wij lezen dit als { $full }: er waren nullen weg. Klopt dat?
lab-finding-frame-number-is-kvk = Rij { $row }: in { $column } staat het KvK-nummer { $value }. Vul het vestigingsnummer in, of laat deze cel leeg.
lab-finding-frame-postcode-unreadable = Rij { $row }: ‘{ $value }’ in { $column } is geen postcode. Vul vier cijfers in.
lab-finding-frame-day-unreadable = Rij { $row }: ‘{ $value }’ in { $column } is geen datum. Schrijf dd-mm-jjjj.
lab-finding-frame-day-in-future = Rij { $row }: de datum { $day } in { $column } komt na vandaag, { $today }.
lab-finding-frame-email-unreadable = Rij { $row }: ‘{ $value }’ in { $column } is geen e-mailadres.
lab-finding-frame-phone-unreadable = Rij { $row }: ‘{ $value }’ in { $column } is geen telefoonnummer.
lab-finding-frame-without-phone = Rij { $row }: er is geen telefoonnummer. Zonder nummer is bellen niet mogelijk.
lab-finding-frame-no-contact = Rij { $row }: er is geen e-mailadres en geen telefoonnummer. In { $column } kan er nog een bij.
lab-finding-frame-id-twice = Rij { $row }: de code { $entry } staat ook in rij { $other }. Geef elke rij een eigen code.
lab-finding-frame-establishment-twice = Rij { $row }: deze vestiging staat ook in rij { $other }. Die rij doet mee, deze niet.
lab-finding-frame-establishment-earlier = Rij { $row }: deze vestiging staat al in het kader, uit een eerder bestand.
lab-finding-frame-company-blocked = Rij { $row }: dit bedrijf wordt niet getest. Het staat op de lijst van bedrijven die niet meedoen.
lab-finding-frame-company-in-other-study = Rij { $row }: dit bedrijf zit in een ander onderzoek dat nu loopt.
lab-finding-frame-cool-down = Rij { $row }: deze vestiging had op { $last } een test. Vanaf { $free } mag het weer.
lab-finding-frame-column-unknown = De kolom ‘{ $column }’ hoort er niet bij. Wij nemen hem niet over.

lab-finding-sample-size-one-of-two = Kies één van de twee: een aantal per groep, of een aantal in totaal.
lab-finding-sample-size-below-one = { $value } is te weinig. Kies 1 of meer.
lab-finding-sample-company-limit = Bij { $entries ->
    [one] één rij
   *[other] { $entries } rijen
  } deed het bedrijf al vaak genoeg mee (hoogstens { $most } keer). Die doen niet mee met de loting.
lab-finding-sample-stratum-short = In { $sector }, grootte { $size }, zijn er { $available }. U vraagt er { $asked }.
lab-finding-sample-sector-short = In { $sector } zijn er { $available }. U vraagt er { $asked }.
lab-finding-sample-frame-too-small = U vraagt er { $asked }, maar er zijn er { $available }.

lab-finding-design-too-few = Bij { $part } { $number ->
    [0] staat niets
   *[other] staan er { $number }
  }. Er zijn er minstens { $least } nodig.
lab-finding-design-twice = Bij { $part } staat iets twee keer.
lab-finding-design-delay = De kortste tijd tussen twee sollicitaties is { $least } minuten, de langste { $most }. De kortste moet boven 0 zijn en niet boven de langste.
lab-finding-design-weights = De gewichten van de samenstellingen zijn hele getallen vanaf 0, samen 1 tot en met { $most }.
lab-finding-design-one-quality = Alle sollicitaties zijn even goed. Met verschillende niveaus kunt u ook nagaan of werkgevers meer onzeker zijn over één groep (Neumark).
lab-finding-design-one-name = In de lijst { $list } staat maar één naam voor { $identity ->
    [majority] de meerderheid
   *[minority] de minderheid
  }. Dan is niet te zien of het aan de groep ligt of aan die naam. Neem er twee of meer.
lab-finding-design-name-on-both-sides = In de lijst { $list } staat { $name } aan beide kanten.

lab-finding-criterion-unknown = De controle ‘{ $factor } tegen { $against }’ bestaat niet in deze opzet.
lab-finding-criterion-least-p = { $value } is geen grens voor een p-waarde. Kies een getal tussen 0 en 1.
lab-finding-criterion-one-of-two = Geef elke eis één grens: een p-waarde of een verschil.
lab-finding-criterion-most-difference = { $value } is geen grens voor een verschil. Kies een getal boven 0, hoogstens 1.
lab-finding-criteria-never-met = Na { $draws } lotingen voldeed geen enkel plan aan de { $criteria ->
    [one] eis
   *[other] { $criteria } eisen
  } van het protocol. Er is geen plan. Maak de eisen ruimer in een wijziging van het protocol.

lab-finding-plan-trait-not-one-request = Eén script vraagt één ding. In het protocol staan { $number } kenmerken. Houd er één over.
lab-finding-plan-trait-not-one-name = Het protocol noemt { $number ->
    [one] een kenmerk dat niet uit een naam blijkt
   *[other] { $number } kenmerken
  }. Een plan kan alleen met precies één kenmerk dat uit de naam blijkt.
lab-finding-plan-delay-missing = Het protocol zegt niet hoeveel uur er tussen twee sollicitaties zit.
lab-finding-plan-days-missing = Het protocol noemt geen eerste en laatste dag van het veldwerk.
lab-finding-plan-start-outside = De eerste dag { $day } kan niet. Kies een dag van { $earliest } tot en met { $end }.
lab-finding-plan-start-passed = Bij deze eerste dag { $number ->
    [one] is één moment van het plan al voorbij
   *[other] zijn { $number } momenten van het plan al voorbij
  } ({ $day }). Kies als eerste dag morgen of later.
lab-finding-plan-after-end = { $number ->
    [one] Eén sollicitatie valt
   *[other] { $number } sollicitaties vallen
  } na de laatste dag van het veldwerk, { $end }. De laatste zou op { $last } zijn. Nu gaan er hoogstens { $most } per dag uit. Verzend meer per dag, of begin eerder.
lab-finding-plan-measure-unknown = Het protocol vraagt evenwicht in ‘{ $measure }’. Dat kan hier niet worden gemeten. Schrijf bijvoorbeeld: volgorde, brief, afzender, of volgorde per sector.
lab-finding-plan-seed-missing = De loting heeft een startgetal nodig. Vul er een in.

lab-finding-hours-closed = De sluitingstijd { $closes } komt niet na de openingstijd { $opens }.
lab-finding-hours-weekdays = Kies minstens één dag van de week, van maandag tot en met zondag.
lab-finding-hours-capacity = { $value } per dag is te weinig. Kies 1 of meer.
lab-finding-plan-unit-without-room = Voor { $unit } is er geen plek in de komende { $days } dagen. Verzend meer per dag, of maak de tijd tussen twee sollicitaties ruimer.

lab-finding-withdrawal-without-reply = Naar { $unit } ging een afmelding, maar er is geen positief antwoord op { $dispatch }. Klopt dat?
lab-finding-withdrawal-before-reply = De afmelding voor { $dispatch } ({ $unit }) ging weg voordat het antwoord kwam. Stuur een nieuwe afmelding.
lab-finding-withdrawal-text-differs = De afmelding voor { $dispatch } ({ $unit }) heeft een andere tekst. Beide sollicitanten krijgen dezelfde tekst.

lab-finding-call-in-future = Gesprek { $call } begint na dit moment. Controleer de datum en de tijd.
lab-finding-call-other-script = Gesprek { $call } gebruikt script { $version }. In het protocol staat { $registered }.
lab-finding-call-outside-script = In gesprek { $call } is ‘{ $step }’ gezegd. Dat staat niet in het script.
lab-finding-call-other-order = In gesprek { $call } is de volgorde van het script niet gevolgd.
lab-finding-call-without-request = In gesprek { $call } is de vraag niet gesteld. Dan is er ook geen uitkomst.
lab-finding-call-came-to-request = In gesprek { $call } is de vraag gesteld. Dan is er een uitkomst; kies wat er gezegd is.
lab-finding-call-one-listener = Bij gesprek { $call } ontbreekt de uitkomst van een tweede luisteraar.
lab-finding-call-same-listener = Bij gesprek { $call } is de tweede luisteraar dezelfde persoon als de beller.
lab-finding-call-recorded-without-consent = Gesprek { $call } is opgenomen. { $consent ->
    [refused] De ander wilde dat niet.
    [given] Het protocol staat opnemen niet toe.
   *[not_asked] Het is niet gevraagd.
  } Verwijder de opname.
lab-finding-call-recording-kept = De opname van gesprek { $call } had na { $days } dagen weg moeten zijn. Verwijder de opname.

lab-not-allowed-study-step = De stap ‘{ $step }’ kan nu niet. Het onderzoek is nu: { $state }.
lab-not-allowed-study-action = ‘{ $action }’ kan nu niet. Het onderzoek is nu: { $state }.
lab-not-allowed-dispatch-step = De stap ‘{ $step }’ kan nu niet. De sollicitatie is nu: { $state }.
lab-not-allowed-sender-outside-domain = Het maildomein { $domain } is niet van dit onderzoek. Er is niets verzonden.
lab-not-allowed-not-due-yet = Het is nog te vroeg. Wacht nog { $minutes ->
    [one] één minuut
   *[other] { $minutes } minuten
  }.
lab-not-allowed-first-not-sent = De eerste sollicitatie van dit paar is nog niet verzonden. Verzend die eerst.
lab-not-allowed-delay-too-short = Na de eerste sollicitatie zijn { $passed } minuten voorbij. Het moeten er minstens { $least } zijn.

lab-study-state-draft = concept
lab-study-state-registered = geregistreerd
lab-study-state-running = loopt
lab-study-state-stopped = stilgezet
lab-study-state-closed = veldwerk klaar
lab-study-state-coded = codes vastgezet
lab-study-state-unblinded = kenmerk onthuld
lab-study-state-analysed = geanalyseerd
lab-study-state-archived = gearchiveerd

lab-study-step-register = Onderzoek registreren
lab-study-step-start = Veldwerk starten
lab-study-step-stop = Onderzoek stilzetten
lab-study-step-resume = Onderzoek hervatten
lab-study-step-close = Veldwerk afsluiten
lab-study-step-lock-codes = Codes vastzetten
lab-study-step-unblind = Kenmerk onthullen
lab-study-step-analyse = Analyse maken
lab-study-step-archive = Onderzoek archiveren

lab-study-action-edit-protocol = Protocol wijzigen
lab-study-action-amend-protocol = Geregistreerd protocol aanvullen
lab-study-action-import-frame = Lijst met vacatures inlezen
lab-study-action-choose-profiles = profielen kiezen
lab-study-action-draw-plan = Plan loten
lab-study-action-send = Sollicitatie verzenden
lab-study-action-record-reply = Antwoord vastleggen
lab-study-action-withdraw = Sollicitant afmelden
lab-study-action-record-complaint = Klacht vastleggen
lab-study-action-code-reply = Antwoord beoordelen
lab-study-action-monitor = Voortgang bekijken
lab-study-action-see-identity = Zien wie welk kenmerk had
lab-study-action-run-registered-analysis = Geregistreerde analyse maken
lab-study-action-run-exploratory-analysis = Extra analyse maken
lab-study-action-export-results = Resultaten ophalen
lab-study-action-delete-raw-replies = Antwoorden verwijderen

lab-dispatch-state-planned = gepland
lab-dispatch-state-due = aan de beurt
lab-dispatch-state-sent = verzonden
lab-dispatch-state-replied = antwoord binnen
lab-dispatch-state-unanswered = geen antwoord
lab-dispatch-state-withdrawn = afgemeld
lab-dispatch-state-undeliverable = niet aangekomen
lab-dispatch-state-detected = herkend als test
lab-dispatch-state-stopped = niet verzonden, gestopt

lab-dispatch-step-fall-due = Aan de beurt komen
lab-dispatch-step-send = Verzenden
lab-dispatch-step-reply = Antwoord vastleggen
lab-dispatch-step-time-out = Wachttijd voorbij
lab-dispatch-step-withdraw = Afmelden
lab-dispatch-step-bounce = Bericht kwam terug
lab-dispatch-step-detect = Herkend als test
lab-dispatch-step-stop = Stoppen

lab-mail-kind-answer = Antwoord van een persoon
lab-mail-kind-automatic = Automatisch antwoord
lab-mail-kind-delayed = Bezorging vertraagd
lab-mail-kind-undeliverable = Niet bezorgd

lab-mail-rule-delivery-report = Het is een bezorgbericht van een mailserver.
lab-mail-rule-failure-subject = Een mailserver schrijft in het onderwerp dat de bezorging mislukte.
lab-mail-rule-auto-submitted = Het bericht zegt zelf dat een computer het schreef.
lab-mail-rule-mail-daemon = Het bericht komt van een mailserver.
lab-mail-rule-autoreply-header = Het mailprogramma noemt het een automatisch bericht.
lab-mail-rule-automatic-subject = Het onderwerp is dat van een automatisch antwoord.
lab-mail-rule-none = Niets wijst op een automatisch bericht.

lab-reply-rule-bounced-message = Het bezorgbericht noemt het bericht dat wij stuurden.
lab-reply-rule-thread = Het is een antwoord op het bericht dat wij stuurden.
lab-reply-rule-token = Het kwam op het antwoordadres van deze sollicitatie.
lab-reply-rule-bounced-recipient = Het bezorgbericht noemt het adres van het bedrijf.
lab-reply-rule-company = Het komt van het adres waar wij naar schreven.
lab-reply-rule-company-domain = Het komt van het maildomein waar wij naar schreven.
lab-reply-rule-subject = Het heeft hetzelfde onderwerp.
lab-reply-rule-applicant = Het kwam bij deze sollicitant.
lab-reply-rule-several-applicants = Het kwam bij meer dan één sollicitant.

lab-withdrawal-open = Nog afmelden
lab-withdrawal-overdue = Te laat: nu afmelden
lab-withdrawal-done = Afgemeld
lab-withdrawal-done-late = Te laat afgemeld

lab-monitor-go-on = Ga door
lab-monitor-stop-majority-favoured = U mag stoppen: de meerderheid krijgt vaker een positief antwoord
lab-monitor-stop-minority-favoured = U mag stoppen: de minderheid krijgt vaker een positief antwoord
lab-monitor-end = Het veldwerk is klaar

lab-composition-one-of-each = van elke groep één
lab-composition-two-majority = twee van de meerderheid
lab-composition-two-minority = twee van de minderheid
lab-composition-majority = één van de meerderheid
lab-composition-request = één gesprek met het verzoek
lab-composition-minority = één van de minderheid

lab-balance-order = Wie eerst
lab-balance-identity = Groep
lab-balance-template = Brief en cv
lab-balance-sender = Afzender
lab-balance-look = Opmaak
lab-balance-stratum = Deelgroep
lab-balance-quality = Niveau
lab-balance-name-list = Namenlijst
