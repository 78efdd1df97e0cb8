"""The programmes of the synthetic school, and how scarce places are for each.

Five-digit codes are examples: plausible, and not to be taken for the official register of qualifications.
"""

from __future__ import annotations

import msgspec


class Programme(msgspec.Struct, frozen=True, kw_only=True):
    """``places_per_student`` below 1 makes a shortage. ``older_crebo`` is an equivalent code still found on offers."""

    crebo: str
    name: str
    level: int
    learning_path: str
    team: str
    students: int
    places_per_student: float
    kinds: tuple[str, ...]
    tags: tuple[str, ...]
    older_crebo: str | None = None
    half_periods: bool = False


_CARE = ("Zorggroep", "Woonzorgcentrum", "Thuiszorg", "Verpleeghuis", "Zorgboerderij")
_CARE_TAGS = ("ouderen", "revalidatie", "thuiszorg", "dementie", "activiteiten", "jeugd")
_IT = ("Softwarehuis", "ICT-beheer", "Datastudio", "Webbureau", "Netwerkdienst")
_IT_TAGS = ("webontwikkeling", "netwerken", "helpdesk", "databases", "beveiliging", "apps")
_OFFICE = ("Kantoor", "Administratie", "Makelaardij", "Notariaat", "Adviesbureau")
_OFFICE_TAGS = ("receptie", "administratie", "planning", "klantcontact", "archief")

PROGRAMMES: tuple[Programme, ...] = (
    Programme(
        crebo="25498",
        name="Helpende Zorg en Welzijn",
        level=2,
        learning_path="BOL",
        team="Zorg",
        students=130,
        places_per_student=0.58,
        kinds=_CARE,
        tags=_CARE_TAGS,
        half_periods=True,
    ),
    Programme(
        crebo="25656",
        name="Verzorgende IG",
        level=3,
        learning_path="BOL",
        team="Zorg",
        students=140,
        places_per_student=1.02,
        kinds=_CARE,
        tags=_CARE_TAGS,
        half_periods=True,
    ),
    Programme(
        crebo="25655",
        name="Mbo-verpleegkundige",
        level=4,
        learning_path="BOL",
        team="Zorg",
        students=150,
        places_per_student=0.98,
        kinds=_CARE,
        tags=_CARE_TAGS,
    ),
    Programme(
        crebo="25999",
        name="Medewerker ICT",
        level=2,
        learning_path="BOL",
        team="ICT",
        students=70,
        places_per_student=0.88,
        kinds=_IT,
        tags=_IT_TAGS,
        older_crebo="25605",
    ),
    Programme(
        crebo="25998",
        name="Software developer",
        level=4,
        learning_path="BOL",
        team="ICT",
        students=120,
        places_per_student=0.92,
        kinds=_IT,
        tags=_IT_TAGS,
        older_crebo="25604",
    ),
    Programme(
        crebo="25606",
        name="Allround medewerker ICT-beheer",
        level=3,
        learning_path="BOL",
        team="ICT",
        students=60,
        places_per_student=1.05,
        kinds=_IT,
        tags=_IT_TAGS,
    ),
    Programme(
        crebo="25960",
        name="Medewerker Business Services",
        level=2,
        learning_path="BOL",
        team="Economie",
        students=110,
        places_per_student=0.52,
        kinds=_OFFICE,
        tags=_OFFICE_TAGS,
    ),
    Programme(
        crebo="25486",
        name="Pedagogisch medewerker kinderopvang",
        level=3,
        learning_path="BOL",
        team="Welzijn",
        students=120,
        places_per_student=1.05,
        kinds=("Kinderopvang", "Peutergroep", "Buitenschoolse opvang", "Kindercentrum"),
        tags=("baby's", "peuters", "buiten spelen", "muziek", "voorlezen"),
        older_crebo="25484",
        half_periods=True,
    ),
    Programme(
        crebo="25743",
        name="Mechatronica",
        level=4,
        learning_path="BOL",
        team="Techniek",
        students=60,
        places_per_student=1.2,
        kinds=("Machinefabriek", "Installatiebedrijf", "Robotica", "Technisch bureau"),
        tags=("robots", "onderhoud", "ontwerpen", "meten en regelen"),
    ),
    Programme(
        crebo="25180",
        name="Kok",
        level=2,
        learning_path="BBL",
        team="Horeca",
        students=70,
        places_per_student=1.35,
        kinds=("Restaurant", "Bistro", "Keuken", "Eetcafé"),
        tags=("warme keuken", "patisserie", "vegetarisch", "catering"),
    ),
    Programme(
        crebo="25167",
        name="Verkoper",
        level=2,
        learning_path="BOL",
        team="Economie",
        students=80,
        places_per_student=1.05,
        kinds=("Warenhuis", "Supermarkt", "Tuincentrum", "Fietsenwinkel"),
        tags=("kassa", "advies", "voorraad", "online winkel"),
    ),
    Programme(
        crebo="25251",
        name="Assistent dienstverlening en zorg",
        level=1,
        learning_path="BOL",
        team="Entree",
        students=90,
        places_per_student=0.82,
        kinds=("Buurthuis", "Wasserij", "Kringloop", "Schoolkantine"),
        tags=("schoonmaak", "keuken", "gastvrij zijn", "linnen"),
    ),
)

#: (crebo, code that also counts): people with the newer code may go where the older one is recognised, and back.
EQUIVALENTS: tuple[tuple[str, str], ...] = tuple(
    pair
    for programme in PROGRAMMES
    if programme.older_crebo is not None
    for pair in ((programme.crebo, programme.older_crebo), (programme.older_crebo, programme.crebo))
)
