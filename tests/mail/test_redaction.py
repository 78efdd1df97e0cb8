"""What a coder reads: no name, no company, no quoted letter; and still what the company answered."""

from __future__ import annotations

import html
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.services.lab.folded_text import fold, folded_text
from api.services.lab.known_strings import ORDINARY, PARTICLES, KnownStrings, nearly, words
from api.services.lab.redaction import redact

LETTER = """Geachte heer of mevrouw,

Voor mijn opleiding zoek ik een stageplek van februari tot juli.
Ik werk graag met mensen en ik ben altijd op tijd.

Met vriendelijke groet,
Fatima el Amrani"""
KNOWN = KnownStrings(
    names=("Fatima el Amrani", "Sanne van der Berg", "Gülşen Öztürk-İnan", "J.P. Kuipers"),
    listed_names=("Mohamed Bouzid", "Daan Bakker", "Zeynep Çelik", "Can Yıldız"),
    companies=("Bakkerij De Gouden Korrel B.V.", "Zorggroep Ünal"),
    others=("Lindelaan 12, 3511 AB Utrecht", "030-1234567", "sanne.vdberg@post.example.org"),
    letters=(LETTER,),
)


def shown(reply: str, known: KnownStrings = KNOWN) -> str:
    return redact(reply, known).text


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("Beste Fatima,\n\nJe kunt dinsdag komen.", "Beste [naam],\n\nJe kunt dinsdag komen."),
        ("Je kunt komen, fatima!", "Je kunt komen, [naam]!"),
        ("FATIMA EL AMRANI is welkom", "[naam] is welkom"),
        (
            "Wij zien Fatima’s brief en mevrouw El-Amrani graag.",
            "Wij zien [naam] brief en [aanspreekvorm] [naam] graag.",
        ),
        ("Aan F. el Amrani en F.E.A.", "Aan [naam] en [naam]"),
        ("Dank aan mevr. v.d. Berg.", "Dank aan [aanspreekvorm] [naam]."),
        ("de stage van Sanne van der Berg", "de stage van [naam]"),
        ("Fatma of Fatimah belt.", "[naam] of [naam] belt."),
        ("Gulsen Ozturk Inan / GÜLŞEN", "[naam] / [naam]"),
        ("Fatima&nbsp;el&nbsp;Amrani, G&uuml;l&#351;en, Fa&shy;tima", "[naam], [naam], [naam]"),
        ("Amrani, Fatima el: uitgenodigd", "[naam]: uitgenodigd"),
        ("bestand fatimaelamrani_cv", "bestand [naam]_cv"),
        ("Namens De Gouden Korrel BV en Bakkerij de Gouden Korrel", "Namens De [bedrijf] BV en [bedrijf]"),
        ("Bij Zorggroep UNAL is plek.", "Bij [bedrijf] is plek."),
        ("Mail naar info@korrel.example.nl of www.korrel.nl/stage", "Mail naar [e-mailadres] of [link]"),
        ("Bel 06-12 34 56 78 of +31 (0)30 123 45 67", "Bel [telefoonnummer] of [telefoonnummer]"),
        ("Kom op 02-11-2026 10.30 uur, kamer 12", "Kom op 02-11-2026 10.30 uur, kamer 12"),
        ("Kom naar Lange Lindestraat 12 te Utrecht", "Kom naar [adres] te Utrecht"),
        ("Adres: 3511 AB", "Adres: [adres]"),
        ("Mohamed of Daan: wij nemen een bakker", "[naam] of [naam]: wij nemen een [naam]"),
        ("You can come. Can komt ook.", "You can come. [naam] komt ook."),
        ("KvK: 12345678", "[nummer]"),
        ("Stuur je cv en je ID op tijd op.", "Stuur je cv en je ID op tijd op."),
    ],
)
def test_what_is_hidden_and_what_is_not(reply: str, expected: str) -> None:
    assert shown(reply) == expected


def test_english_words_for_an_english_coder() -> None:
    assert redact("Dear Fatima, call 0612345678", KNOWN, "en").text == "Dear [name], call [phone number]"


def test_what_was_hidden_is_counted() -> None:
    assert redact("Beste Fatima,\nmail a@b.nl of Sanne\n> oud", KNOWN).hidden == {"name": 2, "email": 1, "quote": 1}


@pytest.mark.parametrize(
    "quotation",
    [
        "Op ma 2 nov. 2026 om 10:00 schreef Fatima el Amrani <f@post.example.org>:\n\n" + LETTER,
        "Op ma 2 nov. 2026 om 10:00 schreef Fatima el Amrani\n<f@post.example.org>:\n> " + LETTER.replace("\n", "\n> "),
        "On Mon, Nov 2, 2026 Fatima wrote:\n" + LETTER,
        "-----Oorspronkelijk bericht-----\nVan: Fatima\nVerzonden: maandag\nAan: HR\nOnderwerp: stage\n\n" + LETTER,
        "________________________________\nFrom: Fatima el Amrani\nSent: Monday\nTo: HR\nSubject: x\n\n" + LETTER,
        "> " + LETTER.replace("\n", "\n> "),
        "Voor mijn opleiding zoek ik een stageplek van februari tot juli.",
    ],
)
def test_the_quoted_letter_goes(quotation: str) -> None:
    text = shown("Helaas is de plek al bezet.\n\n" + quotation)
    assert text.startswith("Helaas is de plek al bezet.\n\n")
    for word in ("opleiding", "Amrani", "op tijd"):
        assert word not in text
    assert "[citaat weggelaten]" in text


def test_an_answer_below_the_letter_stays() -> None:
    quoted = "> " + LETTER.replace("\n", "\n> ")
    reply = f"Op 2 nov. 2026 schreef Fatima el Amrani:\n{quoted}\n\nJa, dat kan. Bel ons maar."
    assert shown(reply) == "[citaat weggelaten]\n\nJa, dat kan. Bel ons maar."
    between = "> Voor mijn opleiding zoek ik\nDat is goed.\n> en ik ben op tijd\nDat hopen we."
    assert [line for line in shown(between).splitlines() if "citaat" not in line] == ["Dat is goed.", "Dat hopen we."]
    unmarked = f"-----Original Message-----\nFrom: Fatima\nSent: Monday\n\n{LETTER}\n\nJa, dat kan."
    assert "Ja, dat kan." in shown(unmarked, KnownStrings(names=KNOWN.names))


def test_the_signature_goes_and_a_ps_stays() -> None:
    reply = "Je bent welkom.\n\nMet vriendelijke groet,\n\nPiet Onbekend\nHR\nZorggroep Ünal\n\nPS neem je schort mee"
    assert shown(reply) == "Je bent welkom.\n\n[ondertekening weggelaten]\nPS neem je schort mee"
    assert shown("Tot dan.\n-- \nPiet\n06 12345678") == "Tot dan.\n[ondertekening weggelaten]"
    assert shown("De groeten die je stuurde waren leuk, want we waren er allemaal erg blij mee.").startswith(
        "De groeten"
    )


def test_a_long_text_after_a_greeting_is_not_thrown_away() -> None:
    lines = [f"regel {number} over de stage" for number in range(60)]
    text = shown("Groeten\n" + "\n".join(lines))
    assert "regel 59" in text
    assert "regel 3 " not in text


def test_words_that_differ_by_one_letter() -> None:
    assert nearly("fatima", "fatma")
    assert nearly("fatima", "fatime")
    assert nearly("mohamed", "mohammed")
    assert nearly("amrani", "armani")
    assert not nearly("fatima", "fatima")
    assert not nearly("sanne", "sonny")
    assert not nearly("daan", "dan")


def _pieces(name: str) -> list[str]:
    return [part for part in re.split(r"[\s.-]+", name) if part]


def _entities(name: str) -> str:
    return "".join(f"&#{ord(sign)};" if not sign.isalnum() or ord(sign) > 127 else sign for sign in name)


_WAYS = [
    str,
    str.upper,
    str.lower,
    str.title,
    lambda name: unicodedata.normalize("NFD", name),
    lambda name: "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign)),
    _entities,
    lambda name: html.escape(_entities(name)),
    "\u200b".join,
    lambda name: name.replace(" ", "\u00a0"),
    lambda name: name.replace(" ", "-"),
    lambda name: name.replace(" ", "\n"),
    lambda name: name.replace(" ", "_"),
    lambda name: name.replace(" ", ""),
    lambda name: f"{_pieces(name)[0][0]}. {' '.join(_pieces(name)[1:]) or name}",
    lambda name: f"{_pieces(name)[-1]}, {' '.join(_pieces(name)[:-1])}",
    lambda name: f"“{_pieces(name)[0]}”",
    lambda name: f"{_pieces(name)[-1]}'s",
]
_NAMES = [*KNOWN.names[:3], *KNOWN.listed_names, "Bakkerij De Gouden Korrel"]
#: The last four ways are those of a name: nobody writes the second half of a telephone number first.
_WRITTEN = st.one_of(
    st.tuples(st.sampled_from(_NAMES), st.sampled_from(_WAYS)),
    st.tuples(st.sampled_from(KNOWN.others), st.sampled_from(_WAYS[:-4])),
)
_AROUND = [
    "Wij willen ",
    " graag zien.\n",
    "(",
    ")",
    " / ",
    "\n",
    ", ",
    " van de ",
    " u ",
    "1. ",
    "&amp;",
    " – ",
    "b.v. ",
]


@given(
    st.lists(
        st.one_of(st.sampled_from(_AROUND), _WRITTEN),
        min_size=1,
        max_size=8,
    )
)
def test_no_known_string_is_left(pieces: list[object]) -> None:
    reply = " ".join(piece if isinstance(piece, str) else piece[1](piece[0]) for piece in pieces)  # type: ignore[index]  # tuples
    left = fold(html.unescape(re.sub(r"\[[^\]]*\]", " ¤ ", shown(reply))))
    written = set(re.findall(r"[a-z0-9]+", left))
    for known in (*KNOWN.names[:3], *KNOWN.listed_names, "Gouden Korrel"):
        for word in words(known):
            if len(word) > 1 and word not in PARTICLES | ORDINARY:
                assert word not in written, reply
        assert "".join(words(known)) not in re.sub(r"[^a-z0-9¤]", "", left), reply
    for other in KNOWN.others:
        assert "".join(words(other)) not in re.sub(r"[^a-z0-9¤]", "", left), reply


@given(st.text(max_size=200))
def test_any_text_can_be_redacted_and_nothing_is_made_up(reply: str) -> None:
    result = redact(reply, KNOWN)
    if not result.hidden:
        assert result.text.split() == html.unescape(html.unescape(html.unescape(reply))).split()


@given(st.text(alphabet="abcdeé İıßﬁ\u0301", max_size=60))
def test_the_way_back_from_folded_text(text: str) -> None:
    whole = folded_text(text)
    assert len(whole.folded) == len(whole.places)
    assert list(whole.places) == sorted(whole.places)
    if whole.folded:
        assert whole.span(0, len(whole.folded))[1] == len(text)
