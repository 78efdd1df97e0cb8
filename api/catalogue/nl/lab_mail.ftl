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
