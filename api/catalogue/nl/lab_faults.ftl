### Wat er mis kan zijn met een vraag aan het testlab. De naam van een tekst is wat het lab zelf zegt, in het Engels.

lab-fault-is-not-a-whole-number = dit is geen geheel getal
lab-fault-is-below-0 = dit is kleiner dan 0
lab-fault-is-not-a-number = dit is geen getal
lab-fault-is-not-a-finite-number = dit is geen eindig getal
lab-fault-must-lie-between-0-and-1-without-the-ends = dit moet tussen 0 en 1 liggen, en niet precies 0 of 1 zijn
lab-fault-must-lie-from-0-to-1 = dit moet van 0 tot en met 1 zijn
lab-fault-is-empty = dit is leeg
lab-fault-are-not-equally-long = deze lijsten zijn niet even lang
lab-fault-there-is-no-pair-at-all = er is geen enkel paar
lab-fault-is-neither-true-nor-false = dit is niet waar en niet onwaar
lab-fault-is-unknown = die bestaat niet
lab-fault-is-no-input-of-this-method = deze methode kent deze invoer niet
lab-fault-is-missing = dit ontbreekt
lab-fault-has-another-type-than-this-method-takes = dit is van een andere soort dan deze methode vraagt
lab-fault-is-not-the-name-of-a-file = dit is geen naam van een bestand
lab-fault-there-is-no-such-file = dit bestand is er niet
lab-fault-cannot-be-read-as-a-csv-file-in-utf-8 = dit is niet te lezen als CSV-bestand in UTF-8
lab-fault-has-no-rows = dit heeft geen rijen
lab-fault-a-row-has-another-number-of-cells-than-the-first = een rij heeft een ander aantal cellen dan de eerste rij
lab-fault-is-no-column-of-the-data = die kolom is er niet
lab-fault-has-a-cell-that-is-no-number = in deze kolom staat een cel zonder getal
