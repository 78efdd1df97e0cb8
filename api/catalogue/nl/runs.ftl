# Runs: waarom een run niet lukt, wat een besluit in de weg staat, en de koppen van het bestand met de uitkomst.
run-stage-starting = De matching begint

run-error-instance-unusable = { $count ->
    [one] 1 rij klopt niet met de andere gegevens. Verbeter die rij, lees het bestand opnieuw in en start een nieuwe run.
   *[other] { $count } rijen kloppen niet met de andere gegevens. Verbeter die rijen, lees het bestand opnieuw in en start een nieuwe run.
 }
run-error-policy-unreadable = De instellingen van deze run zijn niet te lezen. Start een nieuwe run met andere instellingen.
run-error-too-many-pairs = Er blijven { $pairs } combinaties van student en plek over. Meer dan { $most } kan niet worden berekend. Vul meer gegevens in, zoals de maximale reistijd, en start een nieuwe run.
run-error-worker-lost = De run is { $tries } keer afgebroken. Misschien heeft de computer te weinig geheugen. Vraag uw beheerder om ernaar te kijken en start daarna een nieuwe run.
run-error-internal = Er ging iets mis in Stagekans. Dit ligt aan ons, niet aan u. Geef dit nummer door: { $incident }.

conflict-run-busy = In deze ronde loopt al een run. Wacht tot die klaar is, of stop die run eerst.
conflict-run-over = Deze run is al afgelopen. Stoppen heeft geen zin meer.
conflict-run-not-finished = Deze run is niet klaar. Besluiten kan pas als het resultaat er is.
conflict-offer-full = Aanbod { $offer_id } is vol. Kies een ander aanbod.
conflict-offer-not-open = Aanbod { $offer_id } is niet meer open. Kies een ander aanbod.
conflict-offer-not-eligible = Aanbod { $offer_id } past niet bij deze student. Kies een aanbod uit de lijst.
conflict-same-as-proposal = Dit is hetzelfde als het voorstel. Accepteer het voorstel, of kies iets anders.
conflict-sample-not-reviewed = { $left ->
    [one] U moet nog 1 voorstel uit de steekproef bekijken. Daarna kunt u de rest accepteren.
   *[other] U moet nog { $left } voorstellen uit de steekproef bekijken. Daarna kunt u de rest accepteren.
 }

field-no-students = Er zijn geen studenten van uw opleidingen in deze ronde. Lees eerst studenten in.
field-no-offers = Er is geen aanbod in deze ronde. Lees eerst het aanbod in.

export-file-name = uitkomst-run
export-student-number = Studentnummer
export-name = Naam
export-crebo = Crebo
export-team = Team
export-offer = Voorstel
export-company = Leerbedrijf
export-work-place = Plaats
export-rank = Voorkeur
export-points = Punten
export-travel-minutes = Reistijd (minuten)
export-lot-number = Lotnummer
export-why-none = Waarom geen plek
export-decision = Besluit
export-decided-offer = Besloten aanbod
export-decided-company = Besloten leerbedrijf
export-reason = Reden van het besluit
export-decided-by = Besloten door
export-decided-on = Besloten op
export-decision-none = Nog geen besluit
export-decision-accept = Voorstel geaccepteerd
export-decision-override = Anders gekozen
