"""Work of the testing lab that needs a mail server, a mailbox or a printer, and no database.

Theory of operation. Values in, values out: what was decided elsewhere comes in, what happened goes out.

1. ``letters``         a letter and a CV of a made-up applicant -> PDF; ``letters_docx`` -> DOCX. ``typesetting`` makes
                       a PDF out of facts and a layout of ``layouts/``.
2. ``composing``       letter and attachments -> the bytes of one mail, or why not (``addresses`` knows what an address
                       is, and how a reply finds its dispatch again).
3. ``outgoing``        those bytes -> a mail server. Off until somebody fills in the settings.
4. ``incoming``        a mailbox -> messages, from a file (``mailbox_file``) or over IMAP (``imap_folder``).
                       ``reading_mail`` takes one message apart, with ``mail_text``, ``html_text``, ``mail_words`` and
                       ``delivery_reports``.
5. ``redaction``       a reply -> what a coder may read before the codes are locked, with ``folded_text``,
                       ``known_strings`` and ``quoted_letter``. Subjects go through it too: names stand in them.
6. ``protocol_paper``  a document with headings, tables and charts -> tagged PDF.
7. ``telling``         outcomes and findings in the reader's words.

Nothing here remembers anything: who was written to, and when, stands in the database of the study.
"""
