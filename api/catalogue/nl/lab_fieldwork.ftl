# Het veldwerk: wat verstuurd moet worden, wat terugkwam, en wat bedrijven nog te goed hebben.
study-tab-fieldwork = Veldwerk

alarm-overdue = { $count ->
    [one] Eén bedrijf wacht te lang op een afmelding.
   *[other] { $count } bedrijven wachten te lang op een afmelding.
}
alarm-overdue-link = Nu afmelden

fieldwork-title = Veldwerk
fieldwork-state = Stand van het onderzoek: { $state }
fieldwork-why = Reden: { $reason }
fieldwork-begin = Het veldwerk is nog niet begonnen
fieldwork-begin-text = Is het plan geloot? Dan kunt u beginnen. Daarna kan het plan niet meer anders.
fieldwork-passed = { $count ->
    [one] Van één brief is het geplande moment
   *[other] Van { $count } brieven is het geplande moment
  } al voorbij. Deze brieven vervallen niet: zij staan na de start bovenaan de werklijst. Verstuur ze in de volgorde van de lijst, en verdeel ze over de dag en over meer dagen: veel brieven tegelijk vallen op. De wachttijd tussen twee brieven aan één bedrijf blijft gelden. Wij bewaren het moment waarop u echt verstuurt.
fieldwork-passed-calls = { $count ->
    [one] Van één gesprek is het geplande moment
   *[other] Van { $count } gesprekken is het geplande moment
  } al voorbij. Deze gesprekken vervallen niet: zij staan na de start bovenaan de werklijst. Bel in de volgorde van de lijst. Wij bewaren het moment waarop u echt belt.
fieldwork-begin-button = Veldwerk starten
fieldwork-stop-button = Onderzoek stilzetten
fieldwork-resume-button = Onderzoek hervatten
fieldwork-close-button = Veldwerk afsluiten
fieldwork-stopped-text = Het onderzoek staat stil. Er gaat geen brief uit. Afmeldingen en antwoorden gaan gewoon door.
fieldwork-counts = Sollicitaties per stand
fieldwork-none = Er zijn nog geen sollicitaties. Trek eerst de steekproef en loot het plan.
fieldwork-unclear = { $count ->
    [one] Van één brief is niet zeker of hij verstuurd is.
   *[other] Van { $count } brieven is niet zeker of ze verstuurd zijn.
} Zoek dat eerst uit.
fieldwork-to-do = Nu te doen
fieldwork-link-replies = Antwoorden
fieldwork-link-withdrawals = Afmeldingen
fieldwork-loose = { $count ->
    [0] geen antwoord zonder plek
    [one] één antwoord zonder plek
   *[other] { $count } antwoorden zonder plek
}
fieldwork-not-judged = { $count ->
    [0] geen antwoord om te lezen
    [one] één antwoord om te lezen
   *[other] { $count } antwoorden om te lezen
}
fieldwork-zip = Alle brieven en cv's van vandaag (ZIP)
fieldwork-ics = Kalender (.ics)
work-title = Werklijst
work-filter = Deel van de werklijst
work-when-now = Nu
work-when-today = Later vandaag
work-when-later = Na vandaag
work-when-sent = Verstuurd
work-when-stopped = Gestopt
work-empty = Hier staat niets.
work-dispatch = Sollicitatie
work-number = { $pseudonym }, brief { $place }
work-company = Bedrijf
work-applicant = Sollicitant
work-due = Versturen op
work-sent = Verstuurd op
work-state = Stand
work-overdue = te laat
work-troubled = niet gelukt
calendar-title = Kalender
calendar-day = Dag
calendar-number = Sollicitaties
calendar-open = Nog te versturen

step-title-stop = Onderzoek stilzetten
step-title-resume = Onderzoek hervatten
step-title-close = Veldwerk afsluiten
step-text-stop = Er gaat dan geen brief meer uit, tot de onderzoeksleider het onderzoek hervat. Wat bedrijven nog te goed hebben, gaat door.
step-text-resume = Brieven mogen daarna weer uit. Wat intussen aan de beurt kwam, staat bovenaan de werklijst.
step-text-close = Brieven die nog niet uit zijn, gaan niet meer uit. Wat niet is beantwoord, telt als geen antwoord. Is de wachttijd voorbij en is alles verstuurd? Dan is een reden niet nodig.
step-reason = Reden
step-reason-hint = Dit staat in het logboek. Noem geen bedrijf en geen persoon.
field-names-company = Hierin staat de naam van een bedrijf of een e-mailadres. Laat die weg: het logboek blijft bewaard.
field-close-needs-reason = Er zijn nog brieven te versturen, of de wachttijd is niet voorbij. Schrijf waarom u nu afsluit.
field-in-future = Dit moment is nog niet geweest.
field-not-moment = Schrijf een dag en een tijd, bijvoorbeeld 01-02-2027 09:30.
field-no-such-time = Deze tijd bestaat niet: de klok sprong toen vooruit.
field-before-sent = Dit is vóór de brief werd verstuurd.
field-no-such-dispatch = Deze sollicitatie is niet in dit onderzoek. Controleer het nummer.
field-dispatch-not-sent = Deze sollicitatie is niet verstuurd. Er kan geen antwoord op zijn.
conflict-dispatch-unclear = Van een brief is niet zeker of hij verstuurd is. Zoek dat eerst uit.
conflict-documents-deleted = De brief of de naam van het bedrijf is al verwijderd. Er is geen bestand meer te maken.
conflict-mailbox-closed = De brievenbus is niet gelezen ({ $code }). Controleer de instellingen of probeer het later.
conflict-reply-known = Dit antwoord staat er al.
conflict-reply-loose = Zeg eerst bij welke sollicitatie dit antwoord hoort.
conflict-reply-settled = Dit antwoord hoort al bij een sollicitatie.
conflict-withdrawal-sent = De afmelding is al verstuurd.
fieldwork-before-stop = Het onderzoek is stopgezet. Schrijf alleen op wat vóór het stoppen is gebeurd.
lab-not-allowed-no-plan = Er is nog geen plan. Trek eerst de steekproef en loot het plan.
lab-not-allowed-dispatch-perhaps-sent = Misschien is dit al verstuurd. Kijk dat eerst na en zeg hieronder wat u vond. Een tweede brief bederft de test.
lab-not-allowed-dispatch-not-unclear = Er is hier niets meer uit te zoeken.
lab-not-allowed-dispatch-being-sent = Het versturen is misschien nog bezig. Wacht vijf minuten.
lab-not-allowed-dispatch-sending-off = Er is geen mailserver ingesteld. Verstuur de brief zelf en leg hem vast.
lab-not-allowed-dispatch-without-address = Dit bedrijf heeft geen e-mailadres in het kader. Verstuur de brief op een andere manier en leg hem vast.
lab-not-allowed-dispatch-company-left-alone = Dit bedrijf wil met rust gelaten worden. Er gaat niets meer naartoe.
lab-mail-sending-begun = Het versturen is begonnen, maar het is niet bekend hoe het afliep.

notice-study-started = Het veldwerk is begonnen.
notice-study-stopped = Het onderzoek staat stil.
notice-study-resumed = Het onderzoek gaat weer verder.
notice-study-closed = Het veldwerk is afgesloten.
notice-dispatch-sent = Vastgelegd: deze sollicitatie is verstuurd.
notice-dispatch-resolved = Vastgelegd wat u vond.
notice-reply-recorded = Het antwoord is vastgelegd.
notice-reply-judged = Uw oordeel is vastgelegd.
notice-reply-assigned = Het antwoord heeft zijn plek.
notice-reply-set-aside = Het antwoord is opzijgelegd.
notice-replies-imported = De berichten zijn ingelezen.
notice-withdrawal-sent = De afmelding is vastgelegd.
notice-complaint-recorded = De klacht is vastgelegd. Naar dit bedrijf gaat niets meer.
notice-detection-recorded = Vastgelegd: het bedrijf weet dat dit een test was.

dispatch-title = Sollicitatie { $pseudonym }, brief { $place }
dispatch-company = Bedrijf
dispatch-establishment = Vestiging
dispatch-town = Plaats
dispatch-vacancy = Vacature
dispatch-email = E-mailadres
dispatch-phone = Telefoon
dispatch-unknown = niet bekend
dispatch-applicant = Sollicitant
dispatch-from = Afzender
dispatch-reply-to = Antwoordadres
dispatch-due = Versturen op
dispatch-sent = Verstuurd
dispatch-sent-hand = { $at }, met de hand
dispatch-sent-smtp = { $at }, via de mailserver
dispatch-withdrawn = Afgemeld
dispatch-other = De andere brief van dit paar
dispatch-facts = Gegevens
dispatch-letter = Brief
dispatch-cv = Cv
dispatch-subject = Onderwerp: { $subject }
dispatch-pdf-letter = Brief als PDF
dispatch-docx-letter = Brief als Word
dispatch-pdf-cv = Cv als PDF
dispatch-docx-cv = Cv als Word
dispatch-no-text = De tekst is verwijderd.
dispatch-send = Versturen
dispatch-send-by-hand = Zelf verstuurd? Vul in wanneer.
dispatch-at = Dag en tijd
dispatch-at-hint = Nederlandse tijd
dispatch-send-hand-button = Verstuurd (met de hand)
dispatch-send-now-button = Verstuur nu
dispatch-send-now-text = De brief gaat meteen naar het e-mailadres van het bedrijf, met de brief en het cv als PDF.
dispatch-trouble = Het versturen is niet gelukt
dispatch-unclear = Misschien is dit verstuurd
dispatch-unclear-text = Kijk in de map met verzonden post of vraag het de beheerder van de mailserver. Zeg dan wat u vond.
dispatch-arrived = Het is verstuurd
dispatch-lost = Het is niet verstuurd
dispatch-replies = Antwoorden
dispatch-no-replies = Er is nog geen antwoord.
dispatch-judge = Is dit antwoord positief?
dispatch-judge-hint = Positief is: het bedrijf wil kennismaken, bellen of een plek geven. Alleen voor de afmelding; codeurs zien dit niet.
dispatch-positive = Positief
dispatch-negative = Niet positief
dispatch-judged-positive = positief
dispatch-judged-negative = niet positief
dispatch-new-reply = Antwoord zelf vastleggen
dispatch-reply-kind = Soort
dispatch-reply-text = Wat zei of schreef het bedrijf?
dispatch-reply-positive = Is het positief?
dispatch-reply-later = Dat weet ik nog niet
dispatch-reply-button = Antwoord vastleggen
dispatch-withdraw = Afmelden
dispatch-withdraw-text = Stuur deze tekst, voor beide sollicitanten hetzelfde:
dispatch-withdraw-hand-button = Afgemeld (met de hand)
dispatch-withdraw-now-button = Meld nu af per e-mail
dispatch-harm = Klacht of herkend
dispatch-complaint = Klacht van het bedrijf
dispatch-complaint-on = Dag van de klacht
dispatch-complaint-words = Wat zegt het bedrijf?
dispatch-complaint-hint = Het deel van dit bedrijf stopt dan. Geen onderzoek schrijft of belt het nog.
dispatch-complaint-button = Klacht vastleggen
dispatch-complaints = Klachten
dispatch-detected-text = Weet het bedrijf dat dit een test is? Leg dat vast. De rest van het paar gaat dan niet uit.
dispatch-detected-button = Herkend als test
form-field-at = Dag en tijd
form-field-text = Tekst
form-field-words = Wat zegt het bedrijf
form-field-received-on = Dag van de klacht
form-field-dispatch-id = Nummer van de sollicitatie
form-field-kind = Soort
form-field-positive = Is het positief
reply-kind-reply = e-mail
reply-kind-automatic = automatisch bericht
reply-kind-bounce = niet bezorgd
reply-kind-call = telefoon
reply-kind-letter = brief
reply-from = { $kind } van { $from }
reply-file = Bijlage: { $name }

replies-title = Antwoorden
replies-import = Antwoorden inlezen
replies-import-text = Kies een bestand met berichten (mbox) of één bewaard bericht (.eml). Twee keer hetzelfde bestand is geen probleem.
replies-file = Bestand
replies-import-button = Inlezen
replies-fetch-text = Of haal op wat nieuw is in de brievenbus. Daar blijft alles staan.
replies-fetch-button = Haal op
replies-done = Ingelezen
replies-matched = bij een sollicitatie gezet
replies-automatic = automatische berichten
replies-bounces = niet bezorgd
replies-loose-count = zonder plek
replies-known = al eerder ingelezen
replies-elsewhere = voor een ander onderzoek
replies-more = Er is meer in de brievenbus. Haal nog een keer op.
replies-odd = Let op
replies-odd-line = { $path }: { $text }
replies-loose = Wie hoort hierbij?
replies-loose-text = Deze berichten passen bij geen sollicitatie, of bij meer dan één. Kies er een, of leg het bericht opzij.
replies-loose-none = Elk bericht heeft zijn plek.
replies-candidates = Misschien: { $ids }
replies-dispatch = Nummer van de sollicitatie
replies-dispatch-hint = Zoals 12-1: vacature 12, brief 1.
replies-assign-button = Hoort hierbij
replies-aside-button = Opzijleggen
replies-aside-reason = Waarom hoort dit nergens bij?
replies-aside = Opzijgelegd
replies-not-judged = Nog te lezen
replies-not-judged-text = Van deze antwoorden heeft nog niemand gezegd of ze positief zijn. De klok voor de afmelding kan al lopen.
replies-not-judged-none = Alle antwoorden zijn gelezen.
replies-read = Lezen

withdrawals-title = Afmeldingen
withdrawals-lead = Een bedrijf dat positief antwoordt, hoort binnen { $hours } uur dat de sollicitant zich afmeldt. Ook 's nachts en in het weekend.
withdrawals-none = Geen bedrijf wacht op een afmelding.
withdrawals-none-text = Zeg bij elk antwoord of het positief is. Dan loopt hier de klok.
withdrawals-text = De tekst
withdrawals-received = Antwoord op
withdrawals-due = Afmelden voor
withdrawals-left = Nog
withdrawals-state-open = op tijd
withdrawals-state-overdue = te laat
withdrawals-state-done = afgemeld
withdrawals-state-done-late = te laat afgemeld
withdrawals-minutes = { $hours } uur { $minutes } min

fieldwork-link-sent-by-hand = Verstuurde brieven opschrijven, veel tegelijk
sent-by-hand-title = Verstuurde brieven opschrijven
sent-by-hand-lead = Hebt u brieven zelf verstuurd? Schrijf ze hier in één keer op.
sent-by-hand-text = Zet een vinkje bij elke brief die u hebt verstuurd. Klopt de tijd niet? Verander die. Bij elke brief staat nu de geplande tijd. U kunt dit niet terugdraaien.
sent-by-hand-tick = Brief { $place } van { $pseudonym } is verstuurd
sent-by-hand-at = Verstuurd op
sent-by-hand-at-named = Verstuurd op, brief { $place } van { $pseudonym }
sent-by-hand-all = Alles op deze pagina aanvinken
sent-by-hand-none = Alle vinkjes weghalen
sent-by-hand-button = Vastleggen als verstuurd
sent-by-hand-empty = Er is niets te versturen
sent-by-hand-empty-text = Alle brieven die aan de beurt zijn, staan al als verstuurd in de lijst.
sent-by-hand-not-now = Er mag nu niets worden verstuurd. Stand van het onderzoek: { $state }.
sent-by-hand-kept-back = Niet vastgelegd
sent-by-hand-result = { $written ->
    [one] Eén brief is vastgelegd als verstuurd.
   *[other] { $written } brieven zijn vastgelegd als verstuurd.
} { $refused ->
    [one] Eén brief is niet vastgelegd. De reden staat erbij.
   *[other] { $refused } brieven zijn niet vastgelegd. De reden staat erbij.
}
notice-dispatches-sent = Vastgelegd: de aangevinkte brieven zijn verstuurd.
form-field-evidence = Bewijs
form-field-letters = Brieven
field-none-ticked = Zet een vinkje bij minstens één brief.
withdrawals-all-done = Er is nu niemand af te melden.
withdrawals-done = { $count ->
    [one] Toon de afmelding die is gedaan
   *[other] Toon de { $count } afmeldingen die zijn gedaan
}
