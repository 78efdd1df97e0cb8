### Fictieve kandidaten voor het testlab: namen, brieven, en wat er mis kan zijn met een paar.

# Groepen en geslachten
lab-group-dutch = Nederlands
lab-group-turkish = Turks
lab-group-moroccan = Marokkaans
lab-group-surinamese = Surinaams
lab-group-polish = Pools
lab-sex-female = vrouw
lab-sex-male = man

# Namenlijst
lab-finding-name-incomplete = Bij deze naam ontbreekt de voornaam of de achternaam: „{ $name }”. Vul beide in.
lab-finding-name-twice = De naam { $name } staat twee keer in de lijst. Haal er een weg.
lab-finding-name-control-of-other-group = { $name } staat bij de Nederlandse namen, maar deze voornaam hoort bij een andere groep. Kies een andere naam.
lab-finding-name-polish-ending = De Poolse achternaam in { $name } heeft de uitgang van het andere geslacht. Schrijf -ski of -cki bij een man, -ska of -cka bij een vrouw.
lab-finding-name-share-impossible = Bij { $name } staat een aandeel van { $share }. Een aandeel is 0 tot en met 1.
lab-finding-name-recognition-empty = Bij { $name } staat geen enkel cijfer voor herkenning. Vul een cijfer in, of laat de herkenning weg.
lab-finding-name-figure-without-source = Bij { $name } staat een cijfer zonder bron. Schrijf op waar het cijfer vandaan komt.
lab-finding-name-too-few =
    { $group ->
        [dutch] Nederlandse
        [turkish] Turkse
        [moroccan] Marokkaanse
        [surinamese] Surinaamse
       *[polish] Poolse
    } namen voor { $sex ->
        [female] vrouwen
       *[male] mannen
    }: { $found }. Gebruik er minstens { $least }: met één naam weet u niet of de naam of de groep telt.

# Namen vooraf testen
lab-finding-pretest-no-rater = Er staat niet wie deze naam beoordeelde. Vul een nummer voor de beoordelaar in.
lab-finding-pretest-name-unknown = De naam { $name } staat niet in de namenlijst. Controleer de spelling, of zet de naam in de lijst.
lab-finding-pretest-group-unknown = „{ $group }” is geen antwoord dat wij kennen. Kies een van deze: { $known }.
lab-finding-pretest-sex-unknown = „{ $sex }” is geen geslacht dat wij kennen. Schrijf female of male, of laat het leeg.
lab-finding-pretest-status-no-number = De status „{ $status }” is geen getal. Vul een getal in, of laat het leeg.
lab-finding-pretest-status-range = De status { $status } kan niet. Kies een getal van { $lowest } tot en met { $highest }.
lab-finding-pretest-rating-twice = Beoordelaar { $rater } beoordeelde { $name } al in rij { $first }. Alleen de eerste keer telt.
lab-finding-pretest-few-raters = { $name } is beoordeeld door { $raters } mensen. Vraag er minstens { $fewest }: met minder weet u te weinig.

# Namen met dezelfde status
lab-finding-status-not-measured = Van { $number } namen is de status niet gemeten. Die doen niet mee: { $names }. Test ze vooraf, of kies andere.
lab-finding-status-sources-differ = De cijfers voor status komen uit verschillende onderzoeken: { $sources }. Die zijn niet te vergelijken. Gebruik één bron.
lab-finding-status-too-few-pairs = Er zijn { $found } paren van namen. Er zijn er minstens { $least } nodig. Test meer namen.
lab-finding-status-difference-remains = De namen van de meerderheid klinken anders in status: { NUMBER($difference, maximumFractionDigits: 2) } punt verschil ({ NUMBER($lower, maximumFractionDigits: 2) } tot { NUMBER($upper, maximumFractionDigits: 2) }). Kies minder paren of andere namen.

# Brieven en cv's
lab-finding-template-head-missing = De eerste regel ontbreekt. Schrijf: template, een naam en een versie.
lab-finding-template-line-unknown = Deze regel kunnen wij niet lezen: „{ $line }”.
lab-finding-template-line-without-point = Deze regel hoort bij geen enkel punt: „{ $line }”. Zet er een punt boven, of haal de spaties ervoor weg.
lab-finding-template-weight = Het gewicht „{ $weight }” is geen geheel getal van 1 of meer.
lab-finding-template-document-missing =
    { $document ->
        [letter] De brief
       *[cv] Het cv
    } ontbreekt. Zet op een eigen regel „{ $document }:” en daaronder de tekst.
lab-finding-template-document-twice = „{ $document }:” staat er twee keer. Haal er een weg.
lab-finding-template-point-twice = Het punt { $point } staat er twee keer. Geef een van de twee een andere naam.
lab-finding-template-point-is-slot = Het punt { $point } heet net als een vast veld. Kies een andere naam.
lab-finding-template-alternative-twice = Bij het punt { $point } staat { $alternative } twee keer.
lab-finding-template-too-few-alternatives = Het punt { $point } heeft te weinig mogelijkheden: { $found }.
lab-finding-template-parent-unknown = Het punt { $point } hangt af van { $parent }. Dat punt moet er zijn, en eerder staan.
lab-finding-template-condition-unknown = Het punt { $point } noemt { $condition }, maar dat kan nooit gekozen worden.
lab-finding-template-same-on-other = Het punt { $point } moet voor beide kandidaten gelijk zijn, maar hangt af van { $parent }, dat mag verschillen.
lab-finding-template-nothing-left = Bij het punt { $point } blijft te weinig over om uit te kiezen bij de keuze { $condition }. Er moeten er minstens { $least } zijn.
lab-finding-template-different-of-one = Het punt { $point } moet bij de twee kandidaten verschillen. Geef minstens { $least } mogelijkheden.
lab-finding-template-slot-unknown = Het veld { $slot } bestaat niet. Controleer de spelling.
lab-finding-template-point-in-point = Een punt mag niet in de tekst van een ander punt staan: { $slot }.
lab-finding-template-slot-missing =
    { $document ->
        [letter] In de brief
       *[cv] In het cv
    } ontbreekt het veld { $slot }.
lab-finding-template-point-unused = Het punt { $point } wordt nergens gebruikt.
lab-finding-template-quality-constant = Alle kandidaten zijn even goed. Maak een punt „quality” met twee of meer mogelijkheden, gelijk voor beide kandidaten. Anders is niet na te gaan of verschillen tussen groepen in spreiding de uitkomst vertekenen.
lab-finding-template-pair-of-one = Beide brieven komen uit { $template }. Een paar heeft twee verschillende brieven nodig.
lab-finding-template-pair-point-differs = Het punt { $point } is in { $first } anders dan in { $second }. Mogelijkheden, gewichten en voorwaarden moeten gelijk zijn.
lab-finding-template-pair-same-sentence = Deze zin staat in { $first } en in { $second }: „{ $sentence }”. Zo kan een bedrijf het paar herkennen. Herschrijf er een.

# Controle van een paar
lab-finding-pair-no-trait =
    De twee kandidaten verschillen niet in { $trait ->
        [group] groep
       *[sex] geslacht
    }. Kies twee namen die daarin wel verschillen.
lab-finding-pair-second-trait =
    De twee kandidaten verschillen ook in { $trait ->
        [group] groep
       *[sex] geslacht
    }. Dan weet u niet waarop een bedrijf reageert. Kies namen die daarin gelijk zijn.
lab-finding-pair-control-mohamed = De Nederlandse kandidaat heet { $name }. Kies een voornaam die bij de groep hoort.
lab-finding-pair-name-to-avoid = De naam { $name } is niet voor gebruik: het is de naam van een bekend mens of van een eerdere test.
lab-finding-pair-town-differs = De woonplaatsen verschillen: { $majority } en { $minority }. Controleer of de reistijd gelijk is.
lab-finding-pair-languages-differ = De ene kandidaat spreekt { $majority } talen, de andere { $minority }. Geef beiden er evenveel.
lab-finding-pair-same-mail = Beide kandidaten hebben hetzelfde e-mailadres: { $email }. Dan weet u niet wie een antwoord krijgt.
lab-finding-pair-same-phone = Beide kandidaten hebben hetzelfde telefoonnummer. Dan weet u niet wie gebeld wordt.
lab-finding-pair-mail-missing = Het e-mailadres { $email } staat niet in de brief en niet in het cv.
lab-finding-pair-name-missing = De naam { $name } staat niet in de brief en niet in het cv.
lab-finding-pair-mixed-up = Hier staat iets van de andere kandidaat: { $found }.
lab-finding-pair-phone-in-one = Eén kandidaat heeft een telefoonnummer, de andere niet. Een bedrijf dat belt, bereikt dan maar één van de twee.
lab-finding-pair-point-differs = Het punt { $point } is niet gelijk: { $majority } en { $minority }.
lab-finding-pair-age-differs = De leeftijden zijn niet gelijk: { $majority } en { $minority }.
lab-finding-pair-mark-differs = De cijfers zijn niet gelijk: { $majority } en { $minority }.
lab-finding-pair-same-template = Beide brieven komen uit { $template }. Een bedrijf kan het paar dan herkennen.
lab-finding-pair-same-sentence = Deze zin staat in beide: „{ $sentence }”. Een bedrijf kan het paar dan herkennen.
lab-finding-pair-length-differs = De lengte verschilt: { $majority } en { $minority } woorden.
lab-finding-pair-slips-differ = In de ene tekst staan { $majority } slordigheden, in de andere { $minority }: een dubbel woord, een spatie voor een leesteken, een zin zonder hoofdletter.
lab-finding-pair-reading-differs = De ene brief leest makkelijker: { NUMBER($majority, maximumFractionDigits: 1) } en { NUMBER($minority, maximumFractionDigits: 1) } punten leesgemak (Flesch-Douma).
lab-finding-pair-holds-bsn = Hier staat een nummer dat een burgerservicenummer kan zijn. Het eindigt op { $ending }. Haal het weg.
lab-finding-pair-holds-phone = Hier staat een telefoonnummer dat niet van het onderzoek is. Het eindigt op { $ending }. Het kan van een echt mens zijn. Gebruik alleen nummers van het onderzoek.
lab-finding-pair-holds-mail = Hier staat een e-mailadres bij { $domain }. Gebruik alleen adressen bij { $own }.
lab-finding-pair-holds-photo = Hier staat een foto, of de tekst noemt er een: „{ $found }”. Een foto laat meer zien dan één kenmerk. Haal die weg.
lab-finding-pair-holds-document-number = Hier staat een nummer van een diploma of een ander document. Zo'n nummer mag niet verzonnen worden. Haal het weg.
lab-finding-pair-holds-address = Hier staat een adres of postcode: „{ $found }”. Daar kunnen echte mensen wonen. Noem alleen een plaats.
lab-finding-pair-holds-web = Hier staat een adres op internet: „{ $found }”. Een verzonnen kandidaat heeft geen pagina. Haal het weg.

lab-finding-profiles-same-group = Beide groepen zijn dezelfde. Kies twee verschillende groepen.
lab-finding-profiles-names-missing = Er zijn nog geen namen gekozen.
lab-finding-profiles-names-fewer = Bij de { $sex ->
    [female] vrouwen
   *[male] mannen
  } zijn er { $chosen } { $group ->
    [dutch] Nederlandse
    [turkish] Turkse
    [moroccan] Marokkaanse
    [surinamese] Surinaamse
   *[polish] Poolse
  } namen. Er zijn er minstens { $least } nodig.
lab-finding-profiles-names-more = Bij de { $sex ->
    [female] vrouwen
   *[male] mannen
  } zijn er { $chosen } { $group ->
    [dutch] Nederlandse
    [turkish] Turkse
    [moroccan] Marokkaanse
    [surinamese] Surinaamse
   *[polish] Poolse
  } namen. Het protocol noemt er { $registered }.
lab-finding-profiles-name-unknown = { $name } staat niet bij de { $group ->
    [dutch] Nederlandse
    [turkish] Turkse
    [moroccan] Marokkaanse
    [surinamese] Surinaamse
   *[polish] Poolse
  } namen van dit geslacht, of mag niet worden gebruikt.
lab-finding-profiles-name-not-measured = Van { $name } is niet gemeten of mensen de groep herkennen. Doe een proef vooraf.
lab-finding-profiles-name-weak = Bij { $name } herkennen te weinig mensen de groep. Zet een tweede teken in het cv, of kies een andere naam.
lab-finding-profiles-word-missing = Vul iets in bij { $word ->
    [school] de school
    [town] de woonplaats
    [earlier] de vooropleiding
    [period] de periode
    [greeting] de aanhef
    [programme] de opleiding
    [level] het niveau
    [field] het vak
    [tasks] de taken
   *[learn] wat iemand wil leren
  }.
lab-finding-profiles-sector-word-missing = Vul voor { $sector } iets in bij { $word ->
    [school] de school
    [town] de woonplaats
    [earlier] de vooropleiding
    [period] de periode
    [greeting] de aanhef
    [programme] de opleiding
    [level] het niveau
    [field] het vak
    [tasks] de taken
   *[learn] wat iemand wil leren
  }.
lab-finding-profiles-phone-missing = Afzender { $sender } heeft nog geen telefoonnummer. Gebruik alleen een nummer van het onderzoek.
lab-finding-profiles-phone-unreadable = Het telefoonnummer van afzender { $sender } is geen Nederlands nummer van tien cijfers.
lab-finding-profiles-phone-twice = Afzenders { $sender } en { $other } hebben hetzelfde telefoonnummer.
lab-finding-profiles-mailbox-unreadable = ‘{ $mailbox }’ bij afzender { $sender } kan geen adres worden. Gebruik { "{" }first{ "}" } of { "{" }surname{ "}" }, kleine letters, cijfers en punten.
lab-finding-profiles-templates-few = { $number } van de brieven is gekozen. Kies er minstens twee.
lab-finding-profiles-domain-missing = Het protocol noemt nog geen maildomein.
