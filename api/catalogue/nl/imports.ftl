# Fouten in bestanden: wat er mis is, en hoe je het herstelt. Kolomnamen blijven zoals in het bestand.

-dit-weigert-het-bestand = Daarom nemen we het hele bestand niet aan.

fault-file-empty = Het bestand is leeg.
fault-file-empty-remedy = Kies het bestand met uw gegevens. Kijk of het goed is opgeslagen. Van een Excel-bestand lezen we alleen het eerste blad.
fault-file-too-large = Het bestand is te groot: meer dan { $megabytes } MB.
fault-file-too-large-remedy = Haal kolommen weg die u niet nodig hebt, of verdeel de rijen over meer bestanden.
fault-file-not-readable =
    { $why ->
        [old_or_locked] Dit is een oud Excel-bestand (.xls), of een bestand met een wachtwoord.
        [macros] In dit Excel-bestand zitten macro’s.
        [binary_workbook] Dit is een binair Excel-bestand (.xlsb).
        [open_document] Dit is een OpenDocument-bestand (.ods).
        [pdf] Dit is een pdf, geen tabel.
        [image] Dit is een afbeelding, geen tabel.
        [archive] Dit is een ingepakt bestand, geen tabel.
        [document] Dit is een tekstdocument, geen tabel.
        [web_page] Dit is een webpagina. Sommige systemen geven die de naam van een Excel-bestand.
        [bomb] Het Excel-bestand wordt bij het uitpakken veel te groot.
        [dangerous] Het Excel-bestand bevat opdrachten die er niet in horen.
        [quotes] In het bestand begint een tekst met een aanhalingsteken dat niet wordt gesloten.
        [binary] Dit bestand bevat geen leesbare tekst.
       *[other] Het bestand is beschadigd.
    }
fault-file-not-readable-remedy =
    { $why ->
        [macros] Sla het bestand op als .xlsx zonder macro’s, en kies het opnieuw.
        [quotes] Sluit het aanhalingsteken, of haal het weg. Kies het bestand dan opnieuw.
        [bomb] Kopieer alleen de rijen met gegevens naar een nieuw Excel-bestand.
       *[other] Open het bestand in Excel, sla het op als .xlsx (zonder wachtwoord) of als CSV, en kies het opnieuw.
    }
fault-file-encoding = We kunnen de letters in dit bestand niet lezen.
fault-file-encoding-remedy = Sla het bestand op als ‘CSV UTF-8’ of als .xlsx.
fault-no-header = De eerste rij bevat geen namen van kolommen.
fault-no-header-remedy = Zet in de eerste rij de namen van de kolommen, zoals student_number of offer_id.
fault-no-rows = Onder de namen van de kolommen staan geen gegevens.
fault-no-rows-remedy = Zet onder de eerste rij minstens één rij met gegevens. Van een Excel-bestand lezen we alleen het eerste blad.
fault-too-many-rows = Het bestand heeft te veel rijen: meer dan { $most }.
fault-too-many-rows-remedy = Verdeel de rijen over meer bestanden. Zijn het er niet zo veel? Kopieer dan alleen de rijen met gegevens naar een nieuw bestand.
fault-column-missing = De kolom { $column } ontbreekt.
fault-column-missing-remedy = Voeg de kolom { $column } toe. Let op de spelling in de eerste rij.
fault-file-of-other-kind =
    { $kind ->
        [students] In dit bestand staan studenten.
        [offers] In dit bestand staat aanbod.
       *[equivalents] In dit bestand staan gelijkwaardige opleidingen.
    }
fault-file-of-other-kind-remedy = Kies een ander soort bestand, of kies een ander bestand.
fault-column-twice = De kolom { $column } staat er twee keer in.
fault-column-twice-remedy = Haal een van de twee kolommen weg.
fault-column-forbidden =
    { $subject ->
        [bsn] De kolom { $column } gaat over het burgerservicenummer.
        [origin] De kolom { $column } gaat over afkomst.
        [nationality] De kolom { $column } gaat over nationaliteit.
        [birthplace] De kolom { $column } gaat over de geboorteplaats.
        [religion] De kolom { $column } gaat over geloof.
        [photo] De kolom { $column } gaat over een foto.
        [diagnosis] De kolom { $column } gaat over een diagnose of ziekte.
        [orientation] De kolom { $column } gaat over seksuele gerichtheid.
       *[other] De kolom { $column } gaat over een beschermd kenmerk.
    } { -dit-weigert-het-bestand }
fault-column-forbidden-remedy = Haal de kolom weg uit het bestand. We hebben niets uit dit bestand bewaard.
fault-content-forbidden =
    { $subject ->
        [bsn] In de kolom { $column } staan burgerservicenummers.
        [diagnosis] In de kolom { $column } staan diagnoses, voor het eerst in rij { $row }.
       *[other] In de kolom { $column } staan afkomst, nationaliteit of geloof.
    } { -dit-weigert-het-bestand }
fault-content-forbidden-remedy =
    { $subject ->
        [diagnosis] Schrijf op wat de student nodig heeft, zoals ‘rustige werkplek’. Noem geen diagnose. We hebben niets uit dit bestand bewaard.
        [bsn] Haal de kolom weg, of gebruik het studentnummer van de school. We hebben niets uit dit bestand bewaard.
       *[other] Haal de kolom weg uit het bestand. We hebben niets uit dit bestand bewaard.
    }
fault-column-not-kept = De kolom { $column } is niet nodig. We slaan die gegevens niet op.
fault-column-not-kept-remedy = U hoeft niets te doen. U kunt de kolom voortaan weglaten.
fault-column-not-supported-yet = Met een waarde in { $column } kan deze versie nog niet rekenen.
fault-column-not-supported-yet-remedy = Maak de cel leeg. Regel deze afspraak zelf als u over het voorstel beslist.
fault-row-too-long = Er staan { $cells } cellen op deze rij. Er is plaats voor { $columns }.
fault-row-too-long-remedy = Kijk of er een scheidingsteken te veel staat. Zet tekst met een ; of , tussen aanhalingstekens.
fault-cell-missing = { $column } is leeg.
fault-cell-missing-remedy = Vul { $column } in.
fault-cell-too-long = De tekst in { $column } is te lang.
fault-cell-too-long-remedy = Gebruik hoogstens { $most } tekens.
fault-cell-not-number = ‘{ $value }’ in { $column } is geen heel getal.
fault-cell-not-number-remedy = Vul een heel getal in, zoals 3.
fault-cell-out-of-range = { $value } in { $column } kan niet.
fault-cell-out-of-range-remedy = Vul een getal in van { $least } tot en met { $most }.
fault-cell-not-date = ‘{ $value }’ in { $column } is geen datum die we kennen.
fault-cell-not-date-remedy = Schrijf de datum als 01-02-2027 of als 2027-02-01.
fault-cell-not-choice = ‘{ $value }’ in { $column } kennen we niet.
fault-cell-not-choice-remedy = Kies uit: { $allowed }.
fault-cell-not-crebo = ‘{ $value }’ in { $column } is geen opleidingscode (crebo).
fault-cell-not-crebo-remedy =
    { $many ->
        [yes] Een crebo heeft precies 5 cijfers, zoals 25998. Zet een | tussen meer codes: 25998|25999.
       *[no] Vul één crebo in, met precies 5 cijfers, zoals 25998.
    }
fault-cell-not-days = ‘{ $value }’ in { $column } kennen we niet als dag.
fault-cell-not-days-remedy = Schrijf ma|di|wo|do|vr, met een | tussen de dagen. Of vul het aantal dagen per week in: 1 tot en met 5.
fault-cell-sheet-error = In { $column } staat een fout van Excel: { $value }.
fault-cell-sheet-error-remedy = Verbeter de formule in Excel en sla het bestand op. Of typ de waarde zelf in de cel.
fault-number-not-in-address = Met het studentnummer ‘{ $value }’ kunnen we geen pagina voor de student maken.
fault-number-not-in-address-remedy = Gebruik geen schuine streep in { $column }, en niet alleen punten. Een liggend streepje mag wel: 2027-015.
fault-cell-not-postcode4 = ‘{ $value }’ in { $column } is geen postcode.
fault-cell-not-postcode4-remedy = Vul vier cijfers in, zoals 3511. De letters mogen erbij.
fault-cell-control-character = In { $column } staat een teken dat u niet ziet en dat er niet hoort.
fault-cell-control-character-remedy = Typ de cel opnieuw.
fault-cell-not-pairs = ‘{ $value }’ in { $column } is geen paar van een groep en een waarde.
fault-cell-not-pairs-remedy = Schrijf groep=waarde, met een | ertussen. Bijvoorbeeld: cohort=2025|support=yes. Noem elke groep één keer.
fault-cell-has-separator = ‘{ $value }’ in { $column } bevat een | of een =.
fault-cell-has-separator-remedy = Gebruik deze tekens niet in een nummer: ze scheiden nummers in een lijst.
fault-cell-in-scientific-notation = Excel heeft het nummer in { $column } veranderd in ‘{ $value }’. De laatste cijfers zijn weg.
fault-cell-in-scientific-notation-remedy = Maak de kolom in Excel op als tekst en haal de nummers opnieuw op.
fault-text-garbled = In { $column } staan vreemde tekens. Waarschijnlijk ging er bij het opslaan iets mis met letters als é of ë.
fault-text-garbled-remedy = Haal het bestand opnieuw op en sla het op als ‘CSV UTF-8’ of .xlsx. De rij gaat wel mee.
fault-duplicate-key = { $value } staat ook in rij { $first_row }.
fault-duplicate-key-remedy = Laat één van de twee rijen staan.
fault-period-reversed = De einddatum ({ $end }) ligt voor de begindatum ({ $start }).
fault-period-reversed-remedy = Verbeter start_date of end_date.
fault-unknown-offer = Het aanbod ‘{ $offer }’ in { $column } bestaat niet.
fault-unknown-offer-remedy = Verbeter het nummer. Let op: Excel haalt nullen vooraan weg. Klopt het nummer? Dan moet het aanbod er eerst zijn, en daarna de studenten.
fault-unknown-student = De student ‘{ $student }’ bestaat niet.
fault-unknown-student-remedy = Verbeter het nummer, of zet de student in het bestand met studenten.
fault-offer-twice = Het aanbod ‘{ $offer }’ staat twee keer in { $column }.
fault-offer-twice-remedy = Noem elk aanbod één keer.
fault-lock-breaks-rule = De vaste plek ‘{ $offer }’ mag niet voor deze student: { $rule }.
fault-lock-breaks-rule-remedy = Maak { $column } leeg, of verbeter de gegevens van de student of van het aanbod.
fault-lock-exceeds-places = Bij het aanbod ‘{ $offer }’ is het aantal vaste plekken { $locked }, en het aantal plaatsen { $places }.
fault-lock-exceeds-places-remedy = Haal in { $column } een vaste plek weg, of verhoog het aantal plaatsen van het aanbod.
fault-place-unknown = We kennen de plaats ‘{ $value }’ niet, of er zijn meer plaatsen met die naam. We kunnen de reistijd dan niet berekenen.
fault-place-unknown-remedy = Kijk of de naam klopt. Zet zo nodig de provincie erachter, zoals Hengelo (Gld). De rij gaat wel mee.
fault-postcode-without-place =
    { $count ->
        [one] Eén rij heeft een postcode, maar geen plaats. Zonder plaats kunnen we de reistijd niet berekenen.
       *[other] { $count } rijen hebben een postcode, maar geen plaats. Zonder plaats kunnen we de reistijd niet berekenen.
    }
fault-postcode-without-place-remedy = Voeg de kolom place toe met de woonplaats of werkplaats. De rijen gaan wel mee.
fault-equivalent-same = De code { $value } staat twee keer op deze rij.
fault-equivalent-same-remedy = Een code is altijd gelijk aan zichzelf. Haal de rij weg, of verbeter een van de codes.
fault-outside-programmes = De opleiding { $crebo } hoort niet bij uw opleidingen.
fault-outside-programmes-remedy = Haal deze student uit het bestand, of vraag de beheerder om toegang tot deze opleiding.

import-rejected-reason = reden
import-rejected-file = afgewezen-rijen
conflict-import-finished = Dit bestand is al ingelezen of geannuleerd.
conflict-import-nothing-rejected = Er zijn geen afgewezen rijen.
