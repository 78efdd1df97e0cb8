### Letters and replies of a paired test. The name of a text is the code of what happened.

lab-mail-sending-is-off = This study sends no e-mail: no mail server has been set up. Send the letter yourself and record it.
lab-mail-several-recipients = A letter goes to one address. Here are more.
lab-mail-recipient-unreadable = The address of the recipient is no plain e-mail address.
lab-mail-sender-unreadable = The address of the sender is no plain e-mail address without a plus sign.
lab-mail-sender-of-another-domain = The sender has an address at { $domain }. The study sends from { $own } only.
lab-mail-sender-too-long = The address of the sender is too long: the token of the letter does not fit in any more.
lab-mail-token-guessable = The token of the letter is missing, or too easy to guess.
lab-mail-line-break-in-header = { $field } has a line break or another invisible character. That may not stand there.
lab-mail-header-too-long = { $field } is too long: no more than { $most } characters.
lab-mail-answered-message-unreadable = The id of the message that this answers cannot be read.
lab-mail-attachment-of-another-kind = { $name } cannot go along: only a PDF or a DOCX with a plain name.
lab-mail-attachments-too-large = The attachments together are too large: { $bytes } bytes, and { $most } is the most.
lab-mail-recipient-not-allowed = Test mode is on: no mail goes to { $domain }.
lab-mail-password-in-the-open = The password would go to { $host } unencrypted. Choose STARTTLS or TLS.
lab-mail-login-not-ascii = The name or the password for the mail server has a character that mail servers do not know, such as é.
lab-mail-server-cannot = The mail server { $host }:{ $port } cannot do what the settings ask (security { $security }, signing in).
lab-mail-certificate-not-trusted = The certificate of { $host }:{ $port } is not right: { $why }. Nothing was sent.
lab-mail-server-refused = The mail server refuses at { lab-mail-step }: { $reply } { $words }. Trying again will not help.
lab-mail-server-busy = The mail server cannot go on now at { lab-mail-step }: { $reply } { $words }. Try again later.
lab-mail-server-not-reachable = The mail server { $host }:{ $port } cannot be reached now: { $why }.
lab-mail-line-broke-after-letter = The line to { $host }:{ $port } broke after the letter was handed over. Perhaps it has arrived. Find out first: a second letter spoils the test.
lab-mail-step = { $step ->
    [greeting] the greeting
    [login] signing in
    [sender] the sender
    [recipient] the recipient
   *[content] the content
}
