# Regels over meer dan één combinatie: samen, plaatsen voor groepen, minimum, gedeelde ruimte.

fault-cell-not-together = ‘{ $value }’ in { $column } is geen studentnummer.
fault-cell-not-together-remedy = Schrijf de nummers met een | ertussen: 2041883|2041884. Zet een ! voor een nummer als het moet: !2041883.
fault-student-twice = De student ‘{ $student }’ staat twee keer in { $column }.
fault-student-twice-remedy = Noem elke student één keer.
fault-together-with-self = In { $column } staat het eigen nummer van de student.
fault-together-with-self-remedy = Noem alleen andere studenten.
fault-unknown-together = De student ‘{ $student }’ in { $column } is er niet, of zijn rij is afgekeurd.
fault-unknown-together-remedy = Verbeter het nummer, of zorg dat die student ook goed in het bestand staat.
fault-cell-not-group-places = ‘{ $value }’ in { $column } is geen groep met een aantal plaatsen.
fault-cell-not-group-places-remedy = Schrijf groep=waarde:aantal, met een | ertussen. Bijvoorbeeld: level=2:3|cohort=2025:1.
fault-group-twice = De groep ‘{ $group }’ staat twee keer in { $column }.
fault-group-twice-remedy = Noem elke groep één keer.
fault-group-without-students = Geen enkele student zit in de groep ‘{ $group }’. Deze regel doet dan niets.
fault-group-without-students-remedy = Controleer de spelling in { $column }. Groepen zijn: programme, level, learning_path, study_year, team, location, en wat in de kolom groups staat. De rij gaat wel mee.
fault-cell-not-shared-capacity = ‘{ $value }’ in { $column } is geen naam met een aantal.
fault-cell-not-shared-capacity-remedy = Schrijf naam:aantal, zoals keuken:6. Een aanbod heeft er hoogstens één.
fault-shared-capacity-differs = Voor ‘{ $name }’ staat bij het aanbod { $other } een ander aantal: { $number }.
fault-shared-capacity-differs-remedy = Zet overal hetzelfde aantal achter deze naam, of gebruik een andere naam.
fault-rules-contradict =
    { $other ->
        [places] In { $column } staat { $number }, maar het aantal plaatsen is { $most }.
        [shared_capacity] In { $column } staat { $number }, maar de gedeelde ruimte is { $most }.
       *[other] In { $column } staat { $number } voor een groep. Het maximum voor die groep is { $most }.
    } Dat kan nooit allebei.
fault-rules-contradict-remedy = Maak het getal in { $column } kleiner, of dat in { $other } groter.

