# Beoordelen zonder te weten wie schreef, codes vastzetten, en het verloop van een onderzoek.
study-tab-coding = Beoordelen
study-tab-codes = Codes
coding-title = Antwoorden beoordelen
coding-lead = U leest wat er op een brief terugkwam. U ziet niet van wie de brief was of welk bedrijf schreef.
coding-closed = U kunt nu niet beoordelen
coding-closed-text = Het onderzoek is nu: { $state }. Beoordelen kan vanaf het veldwerk, tot de codes vaststaan.
coding-round-again = Alle antwoorden worden opnieuw beoordeeld. Uw eerdere codes zijn bewaard en tellen niet meer.
coding-progress = U hebt { $done } van { $total } beoordeeld.
coding-letter = Brief { $number }
coding-reply-reply = E-mail
coding-reply-automatic = Automatische e-mail
coding-reply-call = Telefoon
coding-reply-letter = Brief
coding-day = { $day ->
    [0] op de dag van verzenden
    [one] dag 1 na verzenden
   *[other] dag { $day } na verzenden
 }
coding-question = Wat antwoordt het bedrijf?
coding-button = Code bewaren
coding-change-button = Nieuwe code bewaren
coding-no-change = Niet wijzigen
coding-keys = U kunt ook een cijfer typen. Druk daarna op Enter.
coding-know = Herkent u het bedrijf of de kandidaat? Geef dan geen code en zeg het tegen de onderzoeksleider.
coding-nothing = U bent bij
coding-nothing-text = Er is nu niets te beoordelen. Komen er nieuwe antwoorden? Dan staan ze hier.
coding-last = Uw laatste code
coding-last-code = Brief { $number }: { $outcome }.
coding-change = Laatste code wijzigen
coding-about-invited = Het bedrijf wil een gesprek of een kennismaking, op een dag of in het algemeen.
coding-about-place-offered = De kandidaat kan de stage krijgen, zonder gesprek vooraf.
coding-about-asks-to-call = Het bedrijf vraagt om te bellen, of wil zelf bellen.
coding-about-asks-information = Het bedrijf vraagt eerst iets: een cv, een school, een periode.
coding-about-waiting-list = Nu nog niet, misschien later. De brief wordt bewaard.
coding-about-refused = Er is geen plek, of de kandidaat past niet.
coding-about-no-answer = Er staat niets in over de stage, bijvoorbeeld alleen een ontvangstbevestiging.
coding-about-undeliverable = Uit de tekst blijkt dat niemand de brief kreeg.
coding-about-detected = Het bedrijf schrijft dat dit een test of een verzonnen brief is.
coding-about-complies = Het bedrijf doet wat de beller vraagt, en zegt dat ook.
coding-about-complies-tacitly = Het bedrijf zegt niets over het verzoek en gaat verder.
coding-about-leaves-to-client = Het bedrijf laat de keuze aan de klant.
coding-about-refuses = Het bedrijf doet niet wat de beller vraagt.
coding-about-refuses-and-explains-law = Het bedrijf weigert, en zegt dat het niet mag.
coding-about-no-decision = Het bedrijf beslist niet in dit gesprek.
form-field-outcome = Code
notice-code-given = Uw code is bewaard.
notice-code-changed = Uw nieuwe code is bewaard.
conflict-coded-already = U hebt deze brief al beoordeeld. Uw code is niet veranderd.
conflict-code-is-paired = Iemand anders heeft deze brief ook beoordeeld. U kunt uw code niet meer wijzigen.
conflict-code-not-last = U kunt alleen uw laatste code wijzigen.
conflict-letter-is-decided = Over deze brief is al beslist. U hoeft niets te doen. Hier staat de volgende.
conflict-replies-changed = De antwoorden op deze brief zijn veranderd. Uw code is niet bewaard. Lees ze opnieuw.

codes-title = Codes
codes-lead = Twee mensen beoordelen elk antwoord, zonder te weten wie schreef. Zijn ze het niet eens? Dan beslist een derde.
codes-empty = Er is nog niets verzonden
codes-empty-text = Na de eerste antwoorden ziet u hier hoe ver de beoordeling is.
codes-reading = Beoordeling
codes-reading-text = { $letters ->
    [0] Op geen enkele brief kwam op tijd een antwoord.
    [one] Op 1 brief kwam op tijd een antwoord.
   *[other] Op { $letters } brieven kwam op tijd een antwoord.
 }
codes-by-none = nog niet beoordeeld
codes-by-one = door één beoordeeld
codes-by-two = door twee, en het eens
codes-disagreements = wachten op een derde
codes-by-third = door een derde beslist
codes-unreadable = nog niet leesbaar voor codeurs
codes-too-few-coders = { $coders ->
    [0] Er is nog geen codeur. Laat er bij Overzicht twee meewerken.
   *[other] Er is nog maar één codeur. Laat er bij Overzicht nog een meewerken.
 }
codes-need-third = Twee codeurs zijn het niet eens. Laat bij Overzicht een derde codeur meewerken.
codes-homeless = { $replies ->
    [one] Bij 1 antwoord is nog niet gezegd bij welke brief het hoort. Niemand beoordeelt het.
   *[other] Bij { $replies } antwoorden is nog niet gezegd bij welke brief ze horen. Niemand beoordeelt ze.
 }
codes-agreement = Overeenstemming
codes-kappa-nobody = Nog geen uitkomst is door twee mensen beoordeeld.
codes-kappa-none = Kappa bestaat niet: iedereen gaf overal dezelfde code.
codes-kappa-point = Kappa is { $kappa }, over { $letters ->
    [one] 1 uitkomst
   *[other] { $letters } uitkomsten
 }.
codes-kappa = Kappa is { $kappa } ({ $level } %-interval van { $lower } tot { $upper }). Van { $letters } uitkomsten kregen er { $agreed } twee keer dezelfde code.
codes-least-kappa = Het protocol vraagt minstens { $kappa }.
codes-kappa-low = Dit is lager dan het protocol vraagt. Alle antwoorden moeten dan opnieuw. Bespreek met de codeurs wat de codes betekenen, en begin opnieuw.
codes-kappa-still-low = Ook na opnieuw beoordelen is dit lager dan het protocol vraagt. Het rapport vertelt dit.
codes-rounds = Rondes
codes-round = Ronde { $round }.
codes-rule = Zonder codeur
codes-rule-text = Deze brieven krijgen hun code door de regels van het protocol. Niemand leest ze.
codes-days-running = wachten nog op antwoord
codes-unknown = afgemeld voor er antwoord kon zijn
codes-lock = Codes vastzetten
codes-lock-later = Dit kan als het veldwerk klaar is.
codes-lock-open = Dit kan nog niet:
codes-lock-text = Daarna verandert niemand nog een code, ook u niet. Pas dan kan het kenmerk worden onthuld.
codes-lock-button = Codes vastzetten
codes-again = Alles opnieuw beoordelen
codes-again-text = De codes van nu blijven bewaard en tellen niet meer. Elke codeur begint opnieuw, met nieuwe nummers.
codes-again-hint = Schrijf geen namen van bedrijven of kandidaten op.
codes-again-button = Opnieuw beginnen
codes-unblind = Kenmerk onthullen
codes-unblind-text = Daarna is te zien welke kandidaat welk antwoord kreeg. Dit kan niet terug.
codes-unblind-button = Kenmerk onthullen
codes-unblinded = Het kenmerk is onthuld
codes-decided-by = Wie besliste dit?
codes-when = Wanneer
codes-why = Waarom?
form-field-decided-by = Wie besliste dit?
form-field-again-reason = Waarom?
form-field-unblind-reason = Waarom?
notice-coding-again = Alle antwoorden worden opnieuw beoordeeld.
notice-codes-locked = De codes staan vast.
notice-unblinded = Het kenmerk is onthuld.
conflict-round-is-empty = In deze ronde is nog niets beoordeeld. Opnieuw beginnen is niet nodig.
lab-not-allowed-lock-days-running = { $count ->
    [one] 1 brief wacht nog op antwoord, en de dagen van het protocol zijn niet om.
   *[other] { $count } brieven wachten nog op antwoord, en de dagen van het protocol zijn niet om.
 }
lab-not-allowed-lock-unreadable = { $count ->
    [one] Het antwoord op 1 brief is nog niet leesbaar voor codeurs.
   *[other] De antwoorden op { $count } brieven zijn nog niet leesbaar voor codeurs.
 }
lab-not-allowed-lock-uncoded = { $count ->
    [one] 1 uitkomst is nog niet door twee mensen beoordeeld.
   *[other] { $count } uitkomsten zijn nog niet door twee mensen beoordeeld.
 }
lab-not-allowed-lock-disagreements = { $count ->
    [one] Bij 1 uitkomst zijn de codeurs het niet eens. Een derde moet beslissen.
   *[other] Bij { $count } uitkomsten zijn de codeurs het niet eens. Een derde moet beslissen.
 }
lab-not-allowed-lock-kappa-too-low = De overeenstemming is lager dan het protocol vraagt. Laat alles opnieuw beoordelen.
