# Testgesprekken: bellen met een verzoek dat niet mag, meeluisteren, en de uitkomst.
call-title = Gesprek { $pseudonym }
call-stage-to-make = nog te bellen
call-stage-stopped = niet gebeld, gestopt
call-stage-wants-listener = wacht op de tweede luisteraar
call-stage-wants-reader = wacht op een lezer van de notities
call-stage-coded = twee mensen hebben een code gegeven
call-stage-no-question = de vraag is niet gesteld
call-state-planned = gepland
call-state-due = aan de beurt
call-state-sent = gebeld
call-state-replied = gebeld, met antwoord
call-state-unanswered = geen antwoord
call-state-withdrawn = afgemeld
call-state-undeliverable = niet aan de vraag toe gekomen
call-state-detected = herkend als test
call-state-stopped = niet gebeld, gestopt
call-refused = Dit gesprek is niet bewaard
call-whom = Wie u belt
call-due = Bellen vanaf
call-caller-label = Geloot: wie er belt
call-make = Bellen en vastleggen
call-make-text = Lees het script eerst helemaal. Bel, en vul het formulier meteen daarna in. De tweede luisteraar ziet niet wat u schrijft.
call-ask-consent = Vraag dit eerst:
call-script = Script
call-script-hint = Zeg het woord voor woord, van boven naar beneden. Vink aan wat u gezegd hebt.
call-step-opening = Begin
call-step-request = Verzoek
call-step-probe = Doorvragen
call-step-closing = Slot
call-at = Begin van het gesprek
call-at-hint = Dag en tijd waarop iemand opnam.
call-never-recorded = Volgens het protocol wordt dit gesprek niet opgenomen.
call-consent = Toestemming om op te nemen
call-consent-given = gegeven
call-consent-refused = geweigerd
call-consent-refused-hint = Het gesprek gaat door, zonder opname.
call-consent-not-asked = niet gevraagd
call-recorded = Dit gesprek is opgenomen
call-recorded-hint = Het geluid staat niet in dit programma. Het moet na { $days } dagen weg zijn.
call-recording-place = Waar staat de opname?
call-recording-place-hint = Alleen bij een opname. Noem geen bedrijf en geen persoon.
call-notes = Wat zei het bedrijf?
call-notes-hint = Zo letterlijk mogelijk. Noem niemand bij naam. Schrijf niet op welke uitkomst u kiest.
call-outcome = Uitkomst
call-lost-undeliverable = niet aan de vraag toe gekomen
call-lost-detected = herkend als test
call-about-undeliverable = Niemand nam op, of het gesprek stopte voor het verzoek. Dit gesprek telt niet mee.
call-about-detected = Het bedrijf zegt dat dit een test is. Dit gesprek telt niet mee.
call-not-reached = Neemt er niemand op? Bewaar dan niets en bel later nog eens.
call-make-button = Gesprek bewaren
call-not-now = U kunt nu niet bellen
call-not-now-text = Het gesprek is nog niet aan de beurt, of het onderzoek loopt niet. Stand van het onderzoek: { $state }.
call-made = Het gesprek
call-caller = Beller
call-steps = Stappen van het script
call-steps-said = { $said } van { $steps } gezegd
call-listener = Tweede luisteraar
call-listener-live = { $person }, luisterde mee
call-listener-recording = { $person }, luisterde terug
call-listener-nobody = nog niemand
call-recording = Opname
call-recording-kept = { $place }. Mag tot en met { $until } blijven.
call-recording-gone = Verwijderd op { $when }
call-recording-gone-button = De opname is verwijderd
call-own = Wat u zelf vastlegde
call-own-code = Uw uitkomst: { $outcome }.
call-blind = Beller en luisteraar zien elkaars uitkomst en notities niet. Verschillen de uitkomsten? Dan leest een codeur de notities en beslist.
call-hear = Wat u hoorde
call-hear-text = Hebt u dit gesprek gehoord? Vul dit in zonder te overleggen met de beller.
call-how-heard = Hoe hoorde u het?
call-heard-live = Ik luisterde mee tijdens het gesprek
call-heard-recording = Ik luisterde de opname terug
call-hear-button = Bewaren
calls-unheard = Wachten op de tweede luisteraar
calls-unheard-own = { $pseudonym }, u belde op { $when }. Iemand anders luistert.
calls-unheard-one = { $pseudonym }, { $person } belde op { $when }
calls-unheard-none = Er wacht geen gesprek.
calls-recordings = Opnamen die er nog zijn
calls-recording = { $pseudonym }: weg na { $until }
calls-call = Gesprek
calls-caller = Beller
calls-due = Bellen vanaf
calls-made-at = Gebeld op
calls-when-sent = Gebeld
calls-calendar-number = Gesprekken
calls-calendar-open = Nog te bellen
alarm-recordings = { $count ->
    [one] Eén opname had al weg moeten zijn.
   *[other] { $count } opnamen hadden al weg moeten zijn.
}
fieldwork-counts-calls = Gesprekken per stand
fieldwork-stopped-calls = Het onderzoek staat stil. Er wordt niet gebeld.
fieldwork-none-calls = Er zijn nog geen gesprekken. Trek eerst de steekproef en loot het plan.
coding-lead-calls = U leest wat twee mensen in een gesprek hoorden, en waarover zij het niet eens zijn. U ziet niet welk bedrijf het was.
coding-call = Gesprek { $number }
codes-lead-calls = Beller en tweede luisteraar geven elk een uitkomst, zonder die van de ander te zien. Zijn ze het niet eens? Dan beslist een codeur.
codes-reading-calls = { $calls ->
    [one] 1 gesprek kwam aan de vraag toe.
   *[other] { $calls } gesprekken kwamen aan de vraag toe.
}
codes-need-reader = Er is nog geen codeur. Zijn beller en luisteraar het niet eens, dan kan niemand beslissen. Laat bij Overzicht een codeur meewerken.
codes-rule-calls = Deze gesprekken kwamen niet aan de vraag toe. Niemand beoordeelt ze, en ze tellen in geen enkel percentage.
progress-calls = Gesprekken
progress-called = { $made } van { $planned } gesprekken zijn gevoerd.
progress-calls-decided = Van { $decided } gesprekken staat de uitkomst vast. Gepland zijn er { $planned }.
plan-calls = Gesprekken
plan-companies = Bedrijven
plan-lead-calls = De loting bepaalt welk bedrijf meedoet, wie er belt en wanneer.
notice-call-made = Het gesprek is bewaard.
notice-call-heard = Uw uitkomst is bewaard.
notice-recording-gone = Vastgelegd: de opname is verwijderd.
field-no-recording = Er is geen opname om terug te luisteren.
form-field-notes = Wat zei het bedrijf?
form-field-heard = Hoe hoorde u het?
form-field-consent = Toestemming om op te nemen
form-field-recording-place = Waar staat de opname?
conflict-call-own = U hebt zelf gebeld. De tweede luisteraar is iemand anders.
conflict-call-heard-already = Een tweede luisteraar heeft de uitkomst al gegeven. Die verandert niet meer.
conflict-call-no-listener = Dit gesprek heeft geen tweede luisteraar nodig.
conflict-call-coded-again = Alle gesprekken worden opnieuw beoordeeld, door codeurs die de notities lezen.
conflict-calls-still-made = Sluit eerst het veldwerk af. Daarna kunnen codeurs alle gesprekken opnieuw beoordelen.
conflict-no-recording = Van dit gesprek is geen opname, of de opname is al verwijderd.
lab-not-allowed-study-of-calls = In dit onderzoek wordt gebeld. Brieven en antwoorden zijn er niet.
lab-not-allowed-study-of-letters = In dit onderzoek gaan brieven uit. Gesprekken zijn er niet.
lab-result-title-calls-outcomes = Wat de bedrijven zeiden
lab-result-title-calls-readings = Strenger of ruimer geteld
lab-result-calls-asked = Een beller vroeg om niet te krijgen: { $minority }. { $valid ->
    [one] Bij 1 gesprek
   *[other] Bij { $valid } gesprekken
} is het verzoek gedaan en beantwoord.
lab-result-calls-main = In { $calls } van { $of } gesprekken ging het bedrijf mee met het verzoek: { $share } ({ $confidence } %-interval van { $lower } tot { $upper }).
lab-result-calls-main-hidden = In hoeveel gesprekken het bedrijf meeging, staat hier niet. Aantallen onder { $k } en wat die zou verraden, worden niet getoond.
lab-result-calls-none-decided = Geen enkel bedrijf nam een beslissing. Een percentage is er dus niet.
lab-result-calls-counts-as = Als meegaan telt volgens het plan: { $codes }.
lab-result-calls-what-it-does-not-say = Dit zegt hoe vaak bedrijven in deze gesprekken meegingen. Het zegt niet of een bepaald bedrijf discrimineert, en niet hoe vaak echte klanten zo’n verzoek doen.
lab-result-calls-made = Er zijn { $made } gesprekken gevoerd; { $valid } kwamen aan de vraag toe. Van de { $aside } andere kwamen er { $undeliverable } niet aan de vraag toe en zijn er { $detected } herkend als test. Die tellen in geen enkel percentage.
lab-result-calls-outcome = Uitkomst
lab-result-calls-number = Gesprekken
lab-result-calls-interval = Interval
lab-result-calls-together = Interval voor alle uitkomsten samen
lab-result-calls-caption = Uitkomsten van { $valid } gesprekken
lab-result-calls-bars = Aandeel van elke uitkomst
lab-result-calls-reading = Wat telt als meegaan
lab-result-calls-readings-caption = Andere manieren om te tellen
lab-result-calls-readings-hidden = Een uitkomst is verborgen omdat het aantal klein is. Andere tellingen zouden haar verraden.
lab-result-calls-of = { $calls } van { $of }
lab-result-calls-reading-complier = Alleen wie ja zegt
lab-result-calls-reading-accommodating = Ook wie het stilzwijgend doet of aan de klant laat
lab-result-calls-reading-complier-of-decided = Wie ja zegt, van wie een beslissing nam
lab-result-calls-reading-complier-at-most = Als iedereen zonder beslissing ja had gezegd
lab-result-calls-parts-caption = Meegaan, per { $by }
lab-result-codebook-lead-calls = Eén rij per gesprek. Bedrijven hebben een nummer; wie dat zijn, staat nergens in dit bestand.
calls-step-text-stop = Er wordt dan niet meer gebeld, tot de onderzoeksleider het onderzoek hervat.
calls-step-text-resume = Daarna mag er weer gebeld worden. Wat intussen aan de beurt kwam, staat bovenaan de werklijst.
calls-step-text-close = Gesprekken die nog niet gevoerd zijn, worden niet meer gevoerd. Is alles gebeld? Dan is een reden niet nodig.
results-files-lead-calls = De bestanden noemen geen bedrijven. De rijen per gesprek kunnen wel kleine aantallen laten zien: houd ze binnen het onderzoek.
results-file-outcomes-calls = Uitkomsten per gesprek (CSV)
study-add-person-lead-calls = Iedereen heeft één taak in een onderzoek. Wie belt of meeluistert, kan in dit onderzoek geen codeur zijn.
study-next-prepare-calls = Lees de bedrijven in en trek het plan.
study-next-send-calls = Bel wie aan de beurt is. Daarna geeft een tweede luisteraar zijn uitkomst.
study-next-resume-calls = Het onderzoek staat stil. Er wordt niet gebeld. U kunt verder gaan of afsluiten.
study-next-lock-calls = Het veldwerk is klaar. Staat van elk gesprek de uitkomst vast? Zet dan de codes vast.
study-next-code-calls = Lees de notities van gesprekken waarover twee mensen het niet eens zijn. U beslist.
study-frame-lead-calls = Alle bedrijven waaruit de loting trekt. Alleen hier en bij het veldwerk staan hun namen.
study-frame-import-calls = Bedrijven toevoegen
study-frame-import-lead-calls = Kies een bestand met één bedrijf per rij. Goede rijen komen er meteen bij. Bij elke andere rij leest u wat eraan mankeert. Hetzelfde bestand nog een keer kiezen mag: wat er al is, blijft zoals het is.
study-frame-closed-drawn-calls = Het plan is getrokken. Er kunnen geen bedrijven meer bij.
study-frame-closed-state-calls = Er kunnen nu geen bedrijven bij. Dat kan zolang het onderzoek een concept is, en na de registratie tot het plan is getrokken.
study-frame-found-calls = { $count ->
    [one] 1 bedrijf
   *[other] { $count } bedrijven
}
study-frame-empty-calls = Er zijn nog geen bedrijven
plan-outside-calls = { $count ->
    [one] 1 bedrijf had een sector buiten het protocol en deed niet mee.
   *[other] { $count } bedrijven hadden een sector buiten het protocol en deden niet mee.
}
plan-set-aside-calls = { $count ->
    [one] 1 bedrijf mocht op de dag van de loting niet meer meedoen
   *[other] { $count } bedrijven mochten op de dag van de loting niet meer meedoen
}
plan-calendar-calls = Wanneer wordt er gebeld
plan-opens-calls = Bellen vanaf
plan-closes-calls = Bellen tot
plan-most-calls = Hoogstens zoveel gesprekken per dag
plan-accept-calls = Ook loten als er te weinig bedrijven zijn
plan-replay-equal-calls = Hetzelfde startgetal geeft hetzelfde plan.
progress-states-calls = Hoe het met de gesprekken staat
results-not-yet-lead-calls = Nu: { $state }. De analyse kan pas als van elk gesprek de uitkomst vaststaat.
keeping-kind-calls = Notities van gesprekken
