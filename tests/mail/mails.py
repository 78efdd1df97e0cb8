"""Mails as other programs write them, to read in tests."""

from __future__ import annotations

REPLY = b"""Return-Path: <info@bakker.example.com>
Delivered-To: sanne.devries+abcdefgh22334455@post.example.org
Received: from a by b; Thu, 2 Jul 2026 09:00:00 +0200
From: =?utf-8?Q?Caf=C3=A9_=E2=80=99t_Hoekje?= <info@Bakker.example.com>
To: Sanne de Vries <sanne.devries@post.example.org>
Subject: =?iso-8859-1?Q?Re:_Co=F6rdinator?= =?iso-8859-1?Q?_stage?=
Date: Thu, 2 Jul 2026 08:59:00 +0200
Message-ID: <antwoord-1@bakker.example.com>
In-Reply-To: <abcdefgh22334455@post.example.org>
References: <eerder@x.example>
 <abcdefgh22334455@post.example.org>
MIME-Version: 1.0
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Beste Sanne,

Je bent welkom op het caf=E9, dinsdag =80 5.
"""

BOUNCE = b"""Return-Path: <>
From: MAILER-DAEMON@mail.example.com
To: sanne.devries+abcdefgh22334455@post.example.org
Subject: Undelivered Mail Returned to Sender
Date: Thu, 2 Jul 2026 08:59:00 +0200
Auto-Submitted: auto-replied
Message-ID: <bounce-1@mail.example.com>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

I'm sorry to have to inform you that your message could not be delivered.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.com

Original-Recipient: rfc822;weg@bakker.example.com
Final-Recipient: rfc822; weg@bakker.example.com
Action: failed (no such mailbox)
Status: 5.1.1 (bad address)
Diagnostic-Code: smtp; 550 5.1.1 <weg@bakker.example.com>: Recipient address rejected

--b
Content-Type: message/rfc822

From: sanne.devries@post.example.org
Message-ID: <abcdefgh22334455@post.example.org>
Subject: Sollicitatie

Geachte
--b--
"""

OUT_OF_OFFICE = b"""From: hr@bakker.example.com
To: sanne.devries@post.example.org
Subject: Automatisch antwoord: Sollicitatie
Date: Thu, 2 Jul 2026 08:59:00 +0200
Auto-Submitted: auto-replied (vacation)
Message-ID: <weg-1@bakker.example.com>
In-Reply-To: <abcdefgh22334455@post.example.org>
Content-Type: text/html; charset=utf-8

<html><head><title>niet dit</title><style>p {color: red}</style></head><body>
<p>Ik ben er <b>niet</b>&nbsp;tot 5&nbsp;juli.</p>
<ul><li>bel Caf&eacute;</li><li><a href="https://x.example/y">kijk hier</a></li></ul>
<blockquote>Geachte heer</blockquote></body></html>
"""

ALTERNATIVE = b"""From: hr@bakker.example.com
Date: Thu, 2 Jul 2026 08:59:00 +0200
Message-ID: <twee-1@bakker.example.com>
Content-Type: multipart/mixed; boundary="m"

--m
Content-Type: multipart/alternative; boundary="a"

--a
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

V2Uga2llemVuIGplIGdyYWFnIPCfmYI=
--a
Content-Type: text/html; charset=utf-8

<p>niet dit</p>
--a--
--m
Content-Type: application/pdf; name="contract.pdf"
Content-Disposition: attachment; filename*=utf-8''contract%20caf%C3%A9.pdf
Content-Transfer-Encoding: base64

JVBERi0xLjcKJVBERi0xLjcKJVBERi0xLjcK
--m--
"""


def mbox(*mails: bytes, separator: bytes = b"From x@y.example Thu Jul  2 09:00:00 2026") -> bytes:
    """The mails in one file, written as Postfix does."""
    out = []
    for mail in mails:
        lines = [b">" + line if line.lstrip(b">").startswith(b"From ") else line for line in mail.split(b"\n")]
        out.append(separator + b"\n" + b"\n".join(lines).rstrip(b"\n") + b"\n\n")
    return b"".join(out)


def plain(body: bytes, *headers: bytes) -> bytes:
    """A small mail."""
    return b"\n".join([b"From: a@b.example", b"Date: Thu, 2 Jul 2026 08:59:00 +0200", *headers, b"", body])
