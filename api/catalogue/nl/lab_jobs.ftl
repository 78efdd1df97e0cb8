# Lang werk van het lab.
cli-lab-worker-short = Start een werker voor het lange werk van het lab.
cli-lab-worker-help =
    Doet wat langer duurt dan een pagina mag: veel brieven, een grote mailbox, het
    plan van een groot onderzoek. "stagekans lab serve" start er een naast de
    website. Start er meer, op zo veel machines als u wilt.

    Voorbeeld:
      stagekans lab worker
cli-lab-worker-ready = De werker van het lab is klaar. Stop met Ctrl-C.
cli-lab-serve-option-without-jobs = Start geen werker naast de website: werkers draaien elders (stagekans lab worker).
job-title-letters = Brieven maken
job-title-replies = Antwoorden inlezen
job-title-plan = Het plan trekken
job-state-waiting = Dit wacht op zijn beurt
job-state-running = Hieraan wordt gewerkt
job-state-done = Dit is klaar
job-state-refused = Dit is niet gedaan
job-state-failed = Dit ging mis
job-wait = Dit kan enkele minuten duren. U mag deze pagina sluiten: het werk gaat door.
job-asked = Gevraagd op { $when }.
job-look-again = Kijk opnieuw
job-failed = Het is drie keer geprobeerd. Er is niets half bewaard. Probeer het opnieuw, en vertel het wie het lab beheert.
job-file = Download de bestanden (ZIP)
job-file-kept = U kunt de bestanden één dag downloaden. Er staan namen van bedrijven in.
job-onward-letters = Naar het veldwerk
job-onward-replies = Naar de antwoorden
job-onward-plan = Naar het plan
