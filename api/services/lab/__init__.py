"""Work of the testing lab that needs a mail server, a mailbox or a printer, and no database.

Theory of operation. Values in, values out: what was decided elsewhere comes in, what happened goes out.

1. ``letters``         a letter and a CV of a made-up applicant -> PDF or DOCX (``letter_pdf``, ``letter_docx``).
2. ``composing``       letter and attachments -> the bytes of one mail, or why not (``addresses`` knows what an address
                       is, and how a reply finds its dispatch again).
3. ``outgoing``        those bytes -> a mail server. Off until somebody fills in the settings.
4. ``incoming``        a mailbox -> messages (``mailbox_file``, ``imap_folder``); ``reading_mail``, ``mail_text`` and
                       ``delivery_reports`` take one message apart.
5. ``redaction``       a reply -> what a coder may read before the codes are locked.
6. ``protocol_paper``  a document with headings and tables -> tagged PDF.

Nothing here remembers anything: who was written to, and when, stands in the database of the study.
"""
