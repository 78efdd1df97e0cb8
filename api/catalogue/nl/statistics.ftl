### De rekenkamer van het testlab: vragen uit een bestand.

cli-statistics-short = Reken vragen van een praktijktest door (statistiek).
cli-statistics-help =
    Beantwoord vragen over gepaarde tests: tabellen, toetsen, intervallen,
    power, stoppen, meta-analyse. Elke vraag heeft een naam, een methode en
    invoer:

      {"["}{"{"}"id": "utrecht", "method": "mcnemar_midp", "inputs":
        {"{"}"both": 43, "only_majority": 43, "only_minority": 27, "neither": 197{"}"}{"}"}]

    Het antwoord heeft bij elke vraag uitkomsten, of een fout met uitleg.
    "inf" is oneindig groot. Wat niet bestaat is null, met de reden erbij.

    Voorbeeld:
      stagekans statistics --cases vragen.json --out antwoorden.json
cli-statistics-option-cases = Het bestand met vragen (JSON).
cli-statistics-option-out = Het bestand voor de antwoorden. Zonder deze optie komen ze op het scherm.
cli-statistics-option-data = De map met bestanden waar een vraag naar wijst met "data". Eerst wordt naast het bestand met vragen gezocht.
cli-statistics-option-methods = Toon alle methoden met hun invoer. Tussen haken: mag weg.
cli-statistics-written = De antwoorden staan in { $file }.
cli-statistics-refused = { $refused } van de { $cases } vragen kregen geen antwoord. De reden staat bij de vraag.
cli-statistics-fault-not-json = Dit is geen JSON: { $detail }
cli-statistics-fault-no-list = Dit is geen lijst met vragen.
cli-statistics-fault-wrong-form = deze vraag klopt niet: { $detail }
cli-statistics-fault-id-twice = deze naam is er al: { $detail }
cli-statistics-fault-case = vraag { $case }: { $what }
cli-statistics-remedy = Elke vraag heeft "id", "method" en "inputs". Een voorbeeld: stagekans statistics --help. Er is niets berekend.
lab-not-computed = Het rekenen is hier misgegaan, met deze waarden. Dat is een fout van ons: { $detail }
