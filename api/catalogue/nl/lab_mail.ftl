### Brieven en antwoorden van een praktijktest. De naam van een tekst is de code van wat er gebeurde.

lab-mail-sending-is-off = Deze studie verstuurt geen e-mail: er is geen mailserver ingesteld. Verstuur de brief zelf en leg hem vast.
lab-mail-several-recipients = Een brief gaat naar één adres. Hier staan er meer.
lab-mail-recipient-unreadable = Het adres van de ontvanger is geen gewoon e-mailadres.
lab-mail-sender-unreadable = Het adres van de afzender is geen gewoon e-mailadres zonder plusteken.
lab-mail-sender-of-another-domain = De afzender heeft een adres bij { $domain }. De studie verstuurt alleen vanaf { $own }.
lab-mail-sender-too-long = Het adres van de afzender is te lang: het kenmerk van de brief past er niet meer bij.
lab-mail-token-guessable = Het kenmerk van de brief ontbreekt of is te makkelijk te raden.
lab-mail-line-break-in-header = In { $field } staat een regeleinde of een ander onzichtbaar teken. Dat mag daar niet.
lab-mail-header-too-long = { $field } is te lang: niet meer dan { $most } tekens.
lab-mail-answered-message-unreadable = Het kenmerk van het bericht waarop dit een antwoord is, is niet te lezen.
lab-mail-attachment-of-another-kind = { $name } kan niet mee: alleen een PDF of een DOCX met een gewone naam.
lab-mail-attachments-too-large = De bijlagen zijn samen te groot: { $bytes } bytes, en { $most } is het meeste.
lab-mail-recipient-not-allowed = De proefstand staat aan: er gaat geen post naar { $domain }.
lab-mail-password-in-the-open = Het wachtwoord zou onversleuteld naar { $host } gaan. Kies STARTTLS of TLS.
lab-mail-login-not-ascii = In de naam of het wachtwoord voor de mailserver staat een teken dat een mailserver niet kent, zoals é.
lab-mail-server-cannot = De mailserver { $host }:{ $port } kan niet wat de instellingen vragen (beveiliging { $security }, inloggen).
lab-mail-certificate-not-trusted = Het certificaat van { $host }:{ $port } klopt niet: { $why }. Er is niets verstuurd.
lab-mail-server-refused = De mailserver weigert bij { lab-mail-step }: { $reply } { $words }. Opnieuw proberen helpt niet.
lab-mail-server-busy = De mailserver kan nu niet verder bij { lab-mail-step }: { $reply } { $words }. Probeer het later opnieuw.
lab-mail-server-not-reachable = De mailserver { $host }:{ $port } is nu niet te bereiken: { $why }.
lab-mail-line-broke-after-letter = De verbinding met { $host }:{ $port } brak af nadat de brief was verstuurd. Misschien is hij aangekomen. Kijk eerst na of dat zo is: een tweede brief bederft de test.
lab-mail-step = { $step ->
    [greeting] de begroeting
    [login] het inloggen
    [sender] de afzender
    [recipient] de ontvanger
   *[content] de inhoud
}

lab-mail-reading-is-off = Deze studie leest geen brievenbus: er is er geen ingesteld. Lees een bestand met antwoorden in.
lab-mail-mailbox-refused = De mailserver { $host }:{ $port } weigert: { $words }.
lab-mail-mailbox-unknown = De map { $folder } is er niet, of mag niet gelezen worden.

lab-finding-mailbox-too-large = Het bestand is te groot: { $bytes } bytes, en { $most } is het meeste. Deel het op.
lab-finding-mailbox-empty = Het bestand is leeg.
lab-finding-mailbox-of-another-kind = Dit is geen brievenbus (mbox) en geen bewaard bericht (.eml).
lab-finding-mailbox-too-long = Hier is gestopt: er staan meer dan { $most } berichten in. De rest is niet gelezen. Deel het bestand op.
lab-finding-mail-unreadable = Dit bericht is niet te lezen ({ $why }). Het is bewaard zoals het was; bekijk het in een mailprogramma.
lab-finding-mail-id-used-twice = Dit bericht heeft hetzelfde kenmerk als { $other }, maar is een ander bericht. Beide zijn gelezen.
lab-finding-mail-cut = Dit bericht is te groot ({ $bytes } bytes). Alleen de eerste { $kept } bytes zijn gelezen.
lab-finding-mail-without-sender = Dit bericht heeft geen afzender.
lab-finding-mail-without-date = Dit bericht heeft geen leesbare datum.
lab-finding-mail-charset-guessed = De tekens van dit bericht moesten worden geraden. Kijk of de letters kloppen.
lab-finding-mail-too-deep = Dit bericht heeft te veel lagen. De diepste zijn niet gelezen.
lab-finding-mail-text-cut = De tekst is te lang ({ $characters } tekens). Alleen de eerste { $kept } zijn bewaard.
lab-finding-mail-malformed = Dit bericht is niet goed gemaakt ({ $defects }). Kijk of de tekst klopt.
lab-finding-mail-file-not-kept = Bij dit bericht zat een bestand dat niet is bewaard: { $name }, { $kilobytes } kB. Staat het antwoord daarin, bekijk het dan in de brievenbus.

## Wat een beoordelaar leest in plaats van wat verborgen is

lab-hidden-quote = [citaat weggelaten]
lab-hidden-signature = [ondertekening weggelaten]
lab-hidden-email = [e-mailadres]
lab-hidden-link = [link]
lab-hidden-phone = [telefoonnummer]
lab-hidden-address = [adres]
lab-hidden-number = [nummer]
lab-hidden-company = [bedrijf]
lab-hidden-name = [naam]
lab-hidden-title = [aanspreekvorm]

## Brieven en cv's

lab-letter-subject = Betreft:
lab-cv-title = Curriculum vitae
lab-finding-letter-part-empty = Dit deel is nog leeg.
lab-finding-letter-too-long = De tekst is te lang: { $characters } tekens, en { $most } is het meeste.
lab-finding-letter-sign-unprintable = Het teken { $sign } staat niet in de lettertypen van beide opmaken.

## Protocol en verslag op papier

lab-paper-term = Onderdeel
lab-paper-value = Gegeven
lab-paper-table = Tabel
lab-paper-chart = Grafiek
lab-paper-footer = { $title }, versie { $version }
lab-paper-hash = Controlegetal (SHA-256): { $hash }
