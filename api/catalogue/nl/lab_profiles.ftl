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
