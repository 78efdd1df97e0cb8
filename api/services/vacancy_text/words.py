"""Pieces of patterns that several rules share. All of them are bounded, so that no text can make a search slow."""

from __future__ import annotations

from typing import Final

#: One word.
W: Final = r"[\w'-]{1,30}"
#: An inflected adjective, with what joins it to the next one.
ADJ: Final = r"(?:[\w-]{1,24}e,?(?: en)? )"
#: Somebody who could get the place.
PERSON: Final = (
    r"(?:stagiaire?s?|studente?n?|leerling(?:en)?|kandida(?:at|ten)|[\w-]{0,20}medewerk(?:er|ster)s?|collega(?:'?s)?"
    r"|kracht(?:en)?|vakkrachten|persoon|persoonlijkheid|iemand|mensen|talent(?:en)?|aanpakkers?|hond(?:en)?|god(?:en)?"
    r"|sollicitanten?|hulp(?:en)?|gastvrouw|gastheer|koks?|barista'?s?|professionals?"
    r"|(?!ouders?(?!\w)|vaders?(?!\w)|moeders?(?!\w)|spelers?(?!\w)|bezoekers?(?!\w)|bewoners?(?!\w)|tieners?(?!\w)"
    r"|kleuters?(?!\w)|lezers?(?!\w)|broers?(?!\w)|ondernemers?(?!\w)|sporters?(?!\w))[a-z-]{3,20}(?:er|eur|aar|ist)s?)"
)
#: A man or a woman, in words of every day.
MAN_OR_WOMAN: Final = (
    r"(?:mannen|man|vrouwen|vrouw|jongens?|meiden|meid|meisjes?|dames?|heren|heer|venten|vent|kerels?|jongedames?"
    r"|jongeman|jongemannen|gozers?)"
)
#: Ways to set one kind of people apart.
ONLY: Final = r"(?:alleen|uitsluitend|bij voorkeur|liefst|liever|enkel|slechts)"
#: Numbers up to ten, in digits or words.
COUNT: Final = r"(?:\d{1,2}|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)"
#: You are ..., in each order.
YOU_ARE: Final = r"(?:je bent|jij bent|ben je|ben jij|u bent|bent u|bent|wees)"


def gap(most: int) -> str:
    """Up to ``most`` words, each with a blank before it; commas may stand between."""
    return rf"(?:,? {W}){{0,{most}}}"


def within(most: int) -> str:
    """Up to ``most`` words, each with a blank after it; commas may stand between."""
    return rf"(?:{W},? ){{0,{most}}}"
