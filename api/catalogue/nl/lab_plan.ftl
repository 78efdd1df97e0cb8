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
lab-finding-frame-no-contact = Rij { $row }: er is geen e-mailadres en geen telefoonnummer. In { $column } kan er nog een bij.
lab-finding-frame-id-twice = Rij { $row }: de code { $entry } staat ook in rij { $other }. Geef elke rij een eigen code.
lab-finding-frame-establishment-twice = Rij { $row }: deze vestiging staat ook in rij { $other }. Die rij doet mee, deze niet.
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
lab-finding-sample-frame-too-small = U vraagt er { $asked }, maar er zijn er { $available }.
