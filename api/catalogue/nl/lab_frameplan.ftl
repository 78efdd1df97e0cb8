# Het onderzoekslab: het kader met vacatures, de profielen en het plan.
study-tab-frame = Kader

study-frame-title = Het kader
study-frame-lead = Alle vacatures waaruit de loting trekt. Alleen hier en bij het veldwerk staan namen van bedrijven.
study-frame-import = Vacatures toevoegen
study-frame-import-lead = Kies een bestand met één vacature per rij. Goede rijen komen er meteen bij. Bij elke andere rij leest u wat eraan mankeert. Hetzelfde bestand nog een keer kiezen mag: wat er al is, blijft zoals het is.
study-frame-file-hint = CSV of Excel (.xlsx), hoogstens 20.000 rijen. De eerste rij heeft de namen van de kolommen.
study-frame-import-button = Toevoegen
study-frame-template-xlsx = Leeg bestand (Excel)
study-frame-template-csv = Leeg bestand (CSV)
study-frame-columns = Welke kolommen zijn er?
study-frame-column-needed = Nodig.
study-frame-column-entry-id = uw eigen code voor deze vacature, in elke rij een andere
study-frame-column-company = naam van het bedrijf
study-frame-column-establishment = naam van de vestiging
study-frame-column-kvk = KvK-nummer, 8 cijfers
study-frame-column-establishment-number = vestigingsnummer, 12 cijfers
study-frame-column-postcode4 = de vier cijfers van de postcode
study-frame-column-place = plaats
study-frame-column-sector = sector, zoals het protocol die noemt
study-frame-column-size-class = grootte van het bedrijf, in uw eigen woorden
study-frame-column-vacancy-title = titel van de vacature
study-frame-column-contact-email = e-mailadres voor sollicitaties
study-frame-column-phone = telefoonnummer
study-frame-column-source = waar u de vacature vond
study-frame-column-found-on = dag waarop u die vond: dd-mm-jjjj
study-frame-file-refused = Dit bestand kan niet mee
study-frame-closed-drawn = Het plan is getrokken. Er kunnen geen vacatures meer bij.
study-frame-closed-state = Er kunnen nu geen vacatures bij. Dat kan zolang het onderzoek een concept is, en na de registratie tot het plan is getrokken.
study-frame-entries = Vacatures
study-frame-sectors = Sectoren
study-frame-refused = Afgewezen rijen
study-frame-see-refused = { $count ->
    [one] Bekijk de afgewezen rij
   *[other] Bekijk de { $count } afgewezen rijen
}
study-frame-see-blocked = Bedrijven die niet meedoen
study-frame-files = Bestanden
study-frame-rows = Rijen
study-frame-added = Toegevoegd
study-frame-already = Was er al
study-frame-changed = { $count ->
    [one] 1 rij had een andere tekst. Die is niet overgenomen.
   *[other] { $count } rijen hadden een andere tekst. Die is niet overgenomen.
}
study-frame-warnings = { $count ->
    [one] 1 punt om na te kijken in het laatste bestand
   *[other] { $count } punten om na te kijken in het laatste bestand
}
study-frame-found = { $count ->
    [one] 1 vacature
   *[other] { $count } vacatures
}
study-frame-pseudonym = Schuilnaam
study-frame-company = Bedrijf
study-frame-vacancy = Vacature
study-frame-sector = Sector
study-frame-contact = Contact
study-frame-drawn = Loting
study-frame-drawn-yes = Getrokken
study-frame-drawn-no = Niet getrokken
study-frame-gone = Verwijderd
study-frame-empty = Er zijn nog geen vacatures
study-frame-empty-text = Kies hierboven een bestand. Het lege bestand laat zien welke kolommen er zijn.
study-frame-refused-title = Afgewezen rijen
study-frame-refused-lead = Deze rijen doen niet mee. Pas het bestand aan en voeg het nog een keer toe: wat dan goed is, verdwijnt uit deze lijst.
study-frame-refused-none = Er zijn geen afgewezen rijen
study-frame-refused-none-text = Alle rijen van uw bestanden doen mee.
study-frame-refused-file = afgewezen-vacatures
study-frame-row = Rij
study-frame-why = Wat er aan de hand is
notice-frame-imported = Het bestand is verwerkt. Hieronder staat wat er met de rijen is gebeurd.
conflict-frame-nothing-refused = Er zijn geen afgewezen rijen.

blocked-title = Bedrijven die niet meedoen
blocked-lead = Deze bedrijven krijgen geen sollicitaties, in geen enkel onderzoek.
blocked-list = { $count ->
    [one] 1 bedrijf
   *[other] { $count } bedrijven
}
blocked-none = De lijst is leeg
blocked-none-text = Een bedrijf dat een klacht heeft of erom vraagt, komt op deze lijst.
blocked-reason = Reden
blocked-reason-hint = Bijvoorbeeld: vroeg op 3 maart om niet mee te doen. Zet hier geen namen van personen.
blocked-by = Gezet door
blocked-remove = Van de lijst halen
blocked-remove-named = { $name } van de lijst halen
blocked-add = Een bedrijf op de lijst zetten
blocked-add-button = Op de lijst zetten
blocked-kvk = KvK-nummer
blocked-kvk-hint = 8 cijfers. Mag leeg blijven.
blocked-kvk-is = KvK { $kvk }
notice-company-blocked = Het bedrijf staat op de lijst.
notice-company-unblocked = Het bedrijf is van de lijst gehaald.
field-not-kvk = Een KvK-nummer heeft 8 cijfers.
form-field-company = Bedrijf
form-field-kvk = KvK-nummer

lab-not-allowed-study-plan-drawn = Dit kan niet meer. Het plan van dit onderzoek is al getrokken.
lab-finding-frame-sector-outside = { $number ->
    [one] Eén vacature heeft
   *[other] { $number } vacatures hebben
} de sector ‘{ $sector }’. Die staat niet in het protocol. De loting slaat die over. Pas de sector aan als het om hetzelfde gaat.

plan-file = plan
