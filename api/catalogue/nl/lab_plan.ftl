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
lab-finding-criteria-never-met = Na { $draws } lotingen voldeed geen enkel plan aan de { $criteria ->
    [one] eis
   *[other] { $criteria } eisen
  } van het protocol. Er is geen plan. Maak de eisen ruimer in een wijziging van het protocol.

lab-finding-hours-closed = De sluitingstijd { $closes } komt niet na de openingstijd { $opens }.
lab-finding-hours-weekdays = Kies minstens één dag van de week, van maandag tot en met zondag.
lab-finding-hours-capacity = { $value } per dag is te weinig. Kies 1 of meer.
lab-finding-plan-unit-without-room = Voor { $unit } is er geen plek in de komende { $days } dagen. Verzend meer per dag, of maak de tijd tussen twee sollicitaties ruimer.
