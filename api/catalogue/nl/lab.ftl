# Het onderzoekslab: het raam van de bladzijden, accounts, de lijst van onderzoeken.
frame-lab = Stagekans Lab
frame-studies = Onderzoeken
frame-lab-footer = Stagekans Lab onderzoekt of stages open zijn voor iedereen. Het noemt nooit een bedrijf bij naam.

cli-lab-short = Het onderzoekslab: praktijktests.
cli-lab-help =
    Het onderzoekslab heeft een eigen database, eigen accounts en een eigen
    website. LAB_DATABASE_URL noemt de database, met de databaserol van het lab.

    Voorbeeld:
      stagekans lab serve
cli-lab-migrate-short = De database van het lab bijwerken.
cli-lab-migrate-help =
    Brengt de database van het lab in de vorm die deze versie nodig heeft.
    Dit mag vaker: wat al gedaan is, gebeurt niet nog een keer.

    Voorbeeld:
      stagekans lab migrate
cli-lab-account-short = Een account van het lab maken.
cli-lab-account-help =
    Maakt een account van het lab en laat een nieuw wachtwoord zien. Geef het
    wachtwoord veilig door. Wie een account heeft om studenten te plaatsen,
    krijgt er hier geen: het lab staat los.

    Voorbeeld:
      stagekans lab account bo.visser --name "Bo Visser" --role researcher
cli-lab-account-option-role = Wat deze persoon mag: researcher of coder. Herhaal de optie voor meer rollen.
cli-account-other-half = { $name } heeft al een account in de andere helft van Stagekans. Niemand werkt in beide helften. Kies een andere persoon.
cli-lab-serve-short = De website van het lab starten.
cli-lab-serve-help =
    Start de website van het lab. LAB_DATABASE_URL noemt de database. Zonder die
    variabele gebruikt het lab de database op deze computer.

    Voorbeeld:
      stagekans lab serve --port 8001

cli-demo-ready-web = De demo draait: stages
cli-demo-ready-lab = De demo draait: het onderzoekslab
cli-demo-child-lab = De website van het lab
cli-demo-lab-making = Onderzoek ‘{ $name }’ wordt op de achtergrond gemaakt. Dat duurt een halve minuut.
cli-demo-lab-ready = Onderzoek ‘{ $name }’ staat klaar in het lab.
cli-demo-lab-failed = Een onderzoek van het lab is niet af. De rest van de demo werkt. Waarom staat in { $log }. Start de demo opnieuw; met --reset begint u opnieuw.
cli-role-researcher = onderzoeker
cli-role-coder = codeur

role-coder = Codeur

studies-title = Onderzoeken
studies-lead = Praktijktests met verzonnen stagiairs. Elk onderzoek begint met een plan.
studies-make = Nieuw onderzoek
studies-empty = Er zijn nog geen onderzoeken
studies-empty-create = Maak een onderzoek. U begint met een naam. Daarna schrijft u het plan.
studies-empty-wait = Een onderzoeker moet u eerst bij een onderzoek zetten.
study-name = Naam
study-state = Stand
study-my-task = Uw taak
study-made = Gemaakt op
new-study-title = Nieuw onderzoek
new-study-name-hint = Bijvoorbeeld: Stages in de horeca, Utrecht 2027. Zet geen namen van bedrijven in de naam.
new-study-button = Onderzoek maken
task-lead = Onderzoeksleider
task-field = Veldwerker
task-coder = Codeur
notice-study-made = Het onderzoek is gemaakt.

study-parts = Delen van het onderzoek
study-tab-overview = Overzicht
study-your-task = Uw taak: { $task }
study-people = Wie werken mee
study-person = Persoon
study-task = Taak
study-remove-person = Taak weghalen
study-remove-person-named = Taak weghalen van { $name }
study-add-person = Iemand laten meewerken
study-add-person-lead = Iedereen heeft één taak in een onderzoek. Wie weet wie de brieven stuurde, kan de antwoorden niet meer blind beoordelen.
study-sign-in-name = Naam om in te loggen
study-add-person-button = Toevoegen
notice-member-added = Deze persoon werkt nu mee.
notice-member-removed = De taak is weggehaald.
field-no-such-account = Deze naam heeft geen account in het lab. Kijk of de naam goed getypt is.
field-task-needs-role = Dit account mag deze taak niet doen. Een codeur heeft de rol codeur nodig, de andere taken de rol onderzoeker.
conflict-member-already = Deze persoon werkt al mee aan het onderzoek. Niemand heeft twee taken in één onderzoek.
conflict-member-saw-names = Deze persoon heeft dit onderzoek geleid of het veldwerk gedaan. Codeurs mogen niet weten wie waar heeft gesolliciteerd. Vraag iemand anders.
conflict-last-lead = Dit is de enige onderzoeksleider. Geef eerst iemand anders die taak.
refused-study-refused = Dit kan nu niet
refused-findings-refused = Er ontbreekt nog iets
refused-findings-refused-detail = Er { $count ->
    [one] is { $count } punt
   *[other] zijn { $count } punten
} die eerst goed moeten.
form-field-task = Taak
study-stands = Het onderzoek is nu: { $state }.
study-remove-heading = Weghalen
study-next = Wat nu?
study-next-go = Verder
study-next-write = Schrijf het plan. Is het klaar? Dan legt u het vast bij Registratie.
study-next-prepare = Lees de vacatures in, kies de namen en brieven, en trek het plan.
study-next-send = Verstuur wat aan de beurt is, verwerk de reacties, en zeg af wat een positief antwoord kreeg.
study-next-resume = Het onderzoek staat stil. Wat bedrijven antwoorden, handelt u af. U kunt verder gaan of afsluiten.
study-next-lock = Het veldwerk is klaar. Als alle reacties zijn beoordeeld, zet u de codes vast.
study-next-reveal = De codes staan vast. Nu kan het kenmerk onthuld worden.
study-next-analyse = Voer de analyse uit die vooraf is vastgelegd.
study-next-report = De uitkomst en het rapport staan klaar.
study-next-code = Lees de reacties en beoordeel ze. U ziet niet wie de brief stuurde.
study-next-wait = Er is nu niets voor u te doen.
