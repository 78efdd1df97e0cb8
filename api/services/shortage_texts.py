"""A bottleneck in plain sentences: pages, files and letters tell it from here, so that all of them tell the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from babel.dates import format_date

from api.catalogue import Language, text
from matching.result import Bottleneck

#: Programmes that a sentence names; the others are counted.
MOST_NAMED = 3


def shortage_text(
    bottleneck: Bottleneck, language: Language, companies: Mapping[str, str], towns: Mapping[str, str]
) -> str:
    """Everything in a few sentences. ``companies`` has names by offer id, ``towns`` names by zone, where known."""
    said = (
        who_text(bottleneck, language),
        where_text(bottleneck, language, towns),
        openings_text(bottleneck, language, companies),
    )
    return " ".join(part for part in said if part)


def who_text(bottleneck: Bottleneck, language: Language) -> str:
    """How many students fit how many places, and how many get none."""
    return text(
        language,
        "shortage-text",
        students=bottleneck.students,
        places=bottleneck.places,
        shortage=bottleneck.shortage,
        crebos=programmes(bottleneck, language),
    )


def programmes(bottleneck: Bottleneck, language: Language) -> str:
    """The programmes of the students: three codes, and how many others."""
    named = list(bottleneck.crebos[:MOST_NAMED])
    left = len(bottleneck.crebos) - len(named)
    if left:
        named.append(text(language, "shortage-other-programmes", count=left))
    return joined(named, language)


def where_text(bottleneck: Bottleneck, language: Language, towns: Mapping[str, str]) -> str:
    """Where most of the places are, and when they start where that tells something; may be empty."""
    said = []
    if bottleneck.zones:
        zones = list(dict.fromkeys(towns.get(zone, zone) for zone in bottleneck.zones))
        said.append(text(language, "shortage-where", zones=joined(zones, language)))
    if bottleneck.starts:
        months = [month_text(month, language) for month in bottleneck.starts]
        said.append(text(language, "shortage-when", months=joined(months, language)))
    return " ".join(said)


def openings_text(bottleneck: Bottleneck, language: Language, companies: Mapping[str, str]) -> str:
    """What would open places, exactly; empty where nothing can be promised."""
    if not bottleneck.opens:
        return ""
    offers = [
        text(language, "shortage-opens-at", places=places, offer=offer_name(offer_id, companies))
        for offer_id, places in bottleneck.opens
    ]
    total = sum(places for _, places in bottleneck.opens)
    return text(language, "shortage-opens", total=total, offers=joined(offers, language))


def without_text(bottleneck: Bottleneck, language: Language) -> str:
    """How many students of which programme have no place; empty where it is one programme."""
    if len(bottleneck.unplaced) < 2:
        return ""
    each = [text(language, "shortage-without-one", count=n, crebo=crebo) for crebo, n in bottleneck.unplaced]
    left = len(each) - MOST_NAMED
    if left > 0:
        each = [*each[:MOST_NAMED], text(language, "shortage-other-programmes", count=left)]
    return text(language, "shortage-without", list=joined(each, language))


def offer_name(offer_id: str, companies: Mapping[str, str]) -> str:
    """``Bakkerij De Molen (O17)``, or the id alone."""
    company = companies.get(offer_id, "")
    return f"{company} ({offer_id})" if company else offer_id


def month_text(month: str, language: Language) -> str:
    """``februari 2027`` for ``2027-02``."""
    return str(format_date(dt.date.fromisoformat(f"{month}-01"), "LLLL yyyy", locale=language))


def joined(items: Sequence[str], language: Language) -> str:
    """``a``, ``a en b``, ``a, b en c``."""
    if len(items) < 2:
        return "".join(items)
    return text(language, "join-and", first=", ".join(items[:-1]), last=items[-1])
