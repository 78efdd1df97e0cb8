"""Which company an offer of a file belongs to: the one with its leerbedrijf-ID, else the one of its name and place.

One name for a company: with a leerbedrijf-ID the first name in the file, without one the name as it is stored. So a
file that spells a company in two ways still changes nothing the second time.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence

import msgspec

from api.services.files import OfferRecord
from db.offers_in import OfferToWrite, StoredCompany, StoredOffer


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What to look up before :func:`assign`."""

    training_company_ids: tuple[str, ...]
    lower_names: tuple[str, ...]


def _label(record: OfferRecord) -> str:
    """The name of the company: its own, else that of the establishment, else its leerbedrijf-ID, else nothing."""
    return record.company or record.establishment or record.training_company_id or ""


def wanted(records: Sequence[OfferRecord]) -> Wanted:
    """The ids and the names that occur."""
    return Wanted(
        training_company_ids=tuple({r.training_company_id for r in records if r.training_company_id}),
        lower_names=tuple({_label(r).lower() for r in records if not r.training_company_id and _label(r)}),
    )


def assign(
    records: Sequence[OfferRecord], found: Sequence[StoredCompany]
) -> tuple[list[OfferToWrite], list[StoredCompany]]:
    """Every offer with its company, and the companies that are new or get a new name."""
    by_id = {company.training_company_id: company for company in found if company.training_company_id}
    by_name = {
        (company.name.lower(), place.lower()): company
        for company in reversed(found)
        if company.training_company_id is None
        for place in company.places
    }
    dirty: dict[uuid.UUID, StoredCompany] = {}
    names: dict[str, str] = {}
    for record in records:
        if record.training_company_id and record.company:
            names.setdefault(record.training_company_id, record.company)
    for record in records:
        label, identity = _label(record), record.training_company_id
        if identity:
            company = by_id.get(identity) or _new(names.get(identity, label), identity)
            name = names.get(identity, company.name)
            if identity not in by_id or name != company.name:
                company = msgspec.structs.replace(company, name=name)
                dirty[company.company_id] = company
            by_id[identity] = company
        elif label and (label.lower(), record.place.lower()) not in by_name:
            company = _new(label, None)
            by_name[label.lower(), record.place.lower()] = dirty[company.company_id] = company
    assigned = []
    for record in records:
        identity = record.training_company_id
        owner = by_id[identity] if identity else by_name.get((_label(record).lower(), record.place.lower()))
        owner = owner if _label(record) else None
        offer = _stored_offer(record, owner)
        assigned.append(OfferToWrite(company_id=None if owner is None else owner.company_id, offer=offer))
    return assigned, list(dirty.values())


def _new(name: str, identity: str | None) -> StoredCompany:
    return StoredCompany(company_id=uuid.uuid4(), name=name, training_company_id=identity, places=())


def _stored_offer(record: OfferRecord, company: StoredCompany | None) -> StoredOffer:
    same = {
        name: getattr(record, name)
        for name in StoredOffer.__struct_fields__
        if name not in ("company", "establishment", "weekdays", "reserves", "maximum_share", "shared_capacity")
    }
    return StoredOffer(
        **same,
        company="" if company is None else company.name,
        establishment="" if company is None else record.establishment,
        weekdays=record.days,
        reserves=tuple(map(msgspec.structs.asdict, record.reserves)),
        maximum_share=tuple(map(msgspec.structs.asdict, record.maximum_share)),
        shared_capacity=None if record.shared_capacity is None else msgspec.structs.asdict(record.shared_capacity),
    )
