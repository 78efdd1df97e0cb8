"""A register to look at: a hundred offers of the synthetic companies with talks and next actions, by the services."""

from __future__ import annotations

import datetime as dt
import random
import uuid
from typing import TYPE_CHECKING, Final

from api.messages.register import MoveOffer, NewAction, OfferFields, OfferKind, RegisterFilter
from api.messages.register_companies import ContactFields, NewCase, QuickEntry
from api.services.demo import names
from api.services.demo.programmes import PROGRAMMES
from api.services.demo.school import ENDS_ON, STARTS_ON
from api.services.register import cases, companies, offers, quick

if TYPE_CHECKING:
    from api.messages.accounts import Actor
    from api.services.pool import Pool

OFFERS: Final = 100
_KINDS: Final[tuple[OfferKind, ...]] = ("work_experience", "trial_placement", "taster_day")
_GUIDES: Final = ("De praktijkopleider", "De teamleider", "Een vaste begeleider", "De eigenaar")
_NOTES: Final = (
    "Wil in het voorjaar iemand die wil leren.",
    "Was tevreden over de vorige keer en heeft weer plek.",
    "Kan iemand goed gebruiken, maar wil eerst overleggen over de dagen.",
    "Belde zelf naar aanleiding van de stagemarkt.",
    "Vraagt wanneer de school meer weet.",
)
_STEPS: Final = (
    "Bel terug over de dagen", "Vraag wie er begeleidt", "Maak een afspraak voor een bezoek", "Controleer de erkenning",
    "Stuur de afspraken na",
)  # fmt: skip


async def bring_in(pool: Pool, actor: Actor, *, seed: int = 2027, number: int = OFFERS) -> None:
    """Enter the offers; nothing where there are some already. Due days count from today, the rest is drawn."""
    if (await offers.list_offers(pool, actor, RegisterFilter(), size=1)).offers.total:
        return
    chance = random.Random(seed)  # noqa: S311  # demo data, not a secret
    people = names.people(seed + 1)
    known = (await companies.list_companies(pool, actor, "", size=500)).items
    for company in chance.sample(known, min(number, len(known))):
        found = await companies.suggest(pool, actor, company.name)
        if not found:
            continue
        made = await quick.enter(pool, actor, _drawn(chance, next(people), found[0].establishment_id))
        moves = chance.choices((0, 1, 2, 3), (2, 2, 5, 1))[0]
        for to in ("checked", "live", "lapsed")[:moves]:
            # A drawn offer says for whom it is, so that nothing is refused here.
            move = MoveOffer(to=to, reason="Het bedrijf heeft nu geen plek.")  # type: ignore[arg-type]  # a Stage
            made = await offers.move_offer(pool, actor, made.registered_offer_id, move)
    first = (await offers.list_offers(pool, actor, RegisterFilter(status="live"), size=1)).offers.items
    for offer in first:
        wish = NewCase(
            company_id=offer.company_id,
            registered_offer_id=offer.registered_offer_id,
            ground="age",
            words="Wil alleen iemand onder de achttien.",
        )
        await cases.open_case(pool, actor, wish)


def _drawn(chance: random.Random, person: str, establishment_id: uuid.UUID) -> QuickEntry:
    programme = chance.choice(PROGRAMMES)
    ours: OfferKind = "apprenticeship" if programme.learning_path == "BBL" else "internship"
    kind = ours if chance.random() < 0.85 else chance.choice(_KINDS)
    day = kind == "taster_day"
    action = None
    if chance.random() < 0.6:
        action = NewAction(
            words=chance.choice(_STEPS), due_on=offers.today() + dt.timedelta(days=chance.randint(-3, 14))
        )
    return QuickEntry(
        establishment_id=establishment_id,
        contact=ContactFields(name=person, phone=f"035 555 {chance.randint(1000, 9999)}"),
        note=chance.choice(_NOTES),
        action=action,
        offer=OfferFields(
            kind=kind,
            title=programme.name,
            task=f"Meewerken bij {chance.choice(programme.tags)}.",
            crebos=(programme.crebo,),
            places=1 if day else chance.choice((1, 1, 2, 3)),
            start_date=dt.date.fromisoformat(STARTS_ON),
            end_date=dt.date.fromisoformat(STARTS_ON if day else ENDS_ON),
            days_per_week=None if day else chance.choice((3, 4, 5)),
            guidance_who=chance.choice(_GUIDES),
            guidance_hours=float(chance.choice((1, 2, 2, 4))),
            source=chance.choice(("call", "call", "visit", "event", "mail")),
        ),
    )
