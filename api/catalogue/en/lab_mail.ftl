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

lab-mail-reading-is-off = This study reads no mailbox: none has been set up. Import a file of replies.
lab-mail-mailbox-refused = The mail server { $host }:{ $port } refuses: { $words }.
lab-mail-mailbox-unknown = The folder { $folder } is not there, or may not be read.

lab-finding-mailbox-too-large = The file is too large: { $bytes } bytes, and { $most } is the most. Split it.
lab-finding-mailbox-empty = The file is empty.
lab-finding-mailbox-of-another-kind = This is no mailbox (mbox) and no saved message (.eml).
lab-finding-mailbox-too-long = Reading stopped here: there are more than { $most } messages. The rest was not read. Split the file.
lab-finding-mail-unreadable = This message cannot be read ({ $why }). It was kept as it is; look at it in a mail program.
lab-finding-mail-id-used-twice = This message has the same id as { $other }, but is another message. Both were read.
lab-finding-mail-cut = This message is too large ({ $bytes } bytes). Only the first { $kept } bytes were read.
lab-finding-mail-without-sender = This message has no sender.
lab-finding-mail-without-date = This message has no date that can be read.
lab-finding-mail-charset-guessed = The characters of this message had to be guessed. See whether the letters are right.
lab-finding-mail-too-deep = This message has too many layers. The deepest were not read.
lab-finding-mail-text-cut = The text is too long ({ $characters } characters). Only the first { $kept } were kept.
lab-finding-mail-malformed = This message was not made well ({ $defects }). See whether the text is right.
lab-finding-mail-file-not-kept = A file came with this message and was not kept: { $name }, { $kilobytes } kB. If the answer is in it, look in the mailbox.

## What a coder reads instead of what is hidden

lab-hidden-quote = [quotation left out]
lab-hidden-signature = [signature left out]
lab-hidden-email = [e-mail address]
lab-hidden-link = [link]
lab-hidden-phone = [phone number]
lab-hidden-address = [address]
lab-hidden-number = [number]
lab-hidden-company = [company]
lab-hidden-name = [name]
lab-hidden-title = [form of address]

## Letters and CVs

lab-letter-subject = Subject:
lab-cv-title = Curriculum vitae
lab-finding-letter-part-empty = This part is still empty.
lab-finding-letter-too-long = The text is too long: { $characters } characters, and { $most } is the most.
lab-finding-letter-sign-unprintable = The sign { $sign } is not in the fonts of both looks.

## Protocol and report on paper

lab-paper-term = Item
lab-paper-value = Value
lab-paper-table = Table
lab-paper-chart = Chart
lab-paper-footer = { $title }, version { $version }
lab-paper-hash = Checksum (SHA-256): { $hash }
