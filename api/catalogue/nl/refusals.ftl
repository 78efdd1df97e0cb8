# Wat het programma weigert: een titel, en wat je eraan kunt doen.
refused-refused = Dit kan niet
refused-refused-detail = Ga terug en probeer het anders.
refused-not-signed-in = U bent niet aangemeld
refused-not-signed-in-detail = Meld u aan. Daarna komt u terug waar u was.
refused-sign-in-failed = Aanmelden is niet gelukt
refused-sign-in-failed-detail = De naam, het wachtwoord of de code klopt niet. Controleer ze en probeer het opnieuw.
refused-locked-out = Te vaak mislukt
refused-locked-out-detail = { $minutes ->
    [one] Wacht 1 minuut en probeer het dan opnieuw.
   *[other] Wacht { $minutes } minuten en probeer het dan opnieuw.
 }
refused-too-many-requests = Te veel verzoeken
refused-too-many-requests-detail = { $seconds ->
    [one] Wacht 1 seconde en probeer het dan opnieuw.
   *[other] Wacht { $seconds } seconden en probeer het dan opnieuw.
 }
refused-not-allowed = U mag dit niet zien of doen
refused-not-allowed-detail = Dit hoort niet bij uw rol of uw opleidingen. Vraag uw beheerder om toegang als u die nodig hebt.
refused-csrf-failed = Het formulier is verlopen
refused-csrf-failed-detail = Laad de pagina opnieuw, vul het formulier weer in en verstuur het.
refused-not-found = Niet gevonden
refused-not-found-detail = Deze pagina of dit gegeven bestaat niet, of u mag het niet zien. Controleer het adres of ga naar het overzicht.
refused-conflict = Dit kan nu niet
refused-conflict-detail = Iemand heeft intussen iets veranderd. Laad de pagina opnieuw en kijk wat er nu staat.
refused-unusable = Niet alles is goed ingevuld
refused-unusable-detail = Kijk bij de velden wat er mis is, verbeter het en verstuur opnieuw.
refused-file-refused = Dit bestand kan zo niet worden ingelezen
refused-file-refused-detail = { $rejected ->
    [0] Kijk wat er mis is met het bestand, verbeter het en kies het opnieuw.
    [one] 1 van de { $rows } rijen is fout. Verbeter het bestand, of neem alleen de goede rijen.
   *[other] { $rejected } van de { $rows } rijen zijn fout. Verbeter het bestand, of neem alleen de goede rijen.
 }
refused-not-readable = Dit verzoek is niet te lezen
refused-not-readable-detail = Controleer de inhoud en het type van wat u verstuurt.
refused-method-not-allowed = Dit kan niet op dit adres
refused-method-not-allowed-detail = Controleer het adres of ga naar het overzicht.
refused-too-large = Dit is te groot
refused-too-large-detail = Verstuur hoogstens 50 MB in een keer. Splits het bestand.
refused-unexpected = Er ging iets mis
refused-unexpected-detail = Dit ligt aan ons, niet aan u. Probeer het later opnieuw. Blijft het misgaan? Geef dan dit nummer door: { $incident }.
refused-unavailable = Even niet bereikbaar
refused-unavailable-detail = De database antwoordt niet. Wacht een minuut en probeer het opnieuw. Blijft het misgaan? Geef dan dit nummer door: { $incident }.

# Wat er in de weg staat.
conflict-second-step-on = Twee stappen staat al aan. Zet het eerst uit met uw wachtwoord.
conflict-name-taken = Deze naam is al in gebruik. Kies een andere naam.
conflict-already-decided = Over deze student is al besloten. Bekijk eerst dat besluit.
conflict-already-placed = Deze student heeft al een plaats. Laad de pagina opnieuw om die te zien.
conflict-changed-meanwhile = Iemand anders was net eerder. Laad de pagina opnieuw en probeer het dan weer.
conflict-in-progress = Hetzelfde verzoek loopt nog. Wacht even en vraag het antwoord dan opnieuw op.
conflict-client-gone = De verbinding is verbroken voordat alles binnen was. Verstuur het opnieuw.

# Wat er mis is met een veld.
field-missing = Vul dit in.
field-unknown = Dit veld bestaat niet. Haal het weg.
field-length = Dit is te kort of te lang. Gebruik tussen 1 en 200 tekens.
field-too-short = Dit is te kort. Schrijf meer.
field-too-long = Dit is te lang. Maak het korter.
field-not-a-choice = Kies een van de mogelijkheden.
field-out-of-range = Deze waarde is te klein of te groot.
field-wrong-kind = Dit is niet het soort waarde dat hier hoort.
field-not-date = Dit is geen datum. Schrijf bijvoorbeeld 01-02-2027.
field-not-crebo = Een crebo heeft vijf cijfers, bijvoorbeeld 25655.
field-period-reversed = De laatste dag ligt voor de eerste dag. Draai ze om.
field-password-short = Gebruik minstens 12 tekens.
field-password-wrong = Dit wachtwoord klopt niet. Probeer het opnieuw.
field-code-wrong = Deze code klopt niet. Wacht op de volgende code in de app en vul die in.
field-idempotency-mismatch = Deze sleutel hoort bij een ander verzoek. Gebruik een nieuwe sleutel.
