"""Records to instance: names never get through, places become whole metres, order does not matter."""

from __future__ import annotations

import datetime as dt

import msgspec

from api.services import places
from api.services.files import EquivalentRecord, OfferRecord, PairRecord, StudentRecord, TravelRecord
from api.services.files.instances import instance_of, offer_of, student_of
from matching.instance import Pair, Spot, decode

STUDENT = StudentRecord(
    row=2, student_number="7", crebo="25998", name="Geheim", email="geheim@school.test", team="T1", location="Noord",
    level=4, learning_path="BOL", study_year=2, place="Hilversum", groups=(("cohort", "2025"), ("team", "niet deze")),
    extra={"opmerking": "Geheim"}, preferences=(("O1",),), start_date=dt.date(2027, 2, 1),
)  # fmt: skip
OFFER = OfferRecord(
    row=2, offer_id="O1", places=1, crebos=("25998",), company="Geheim", postcode4="3511", extra={"a": "Geheim"}
)


def test_a_student_without_the_person() -> None:
    student = student_of(STUDENT, places.spot)
    assert student.groups == (
        ("cohort", "2025"), ("learning_path", "BOL"), ("level", "4"), ("location", "Noord"), ("study_year", "2"),
        ("team", "T1"),
    )  # fmt: skip
    assert (student.preferences, student.start_date) == ((("O1",),), dt.date(2027, 2, 1))
    assert b"eheim" not in msgspec.json.encode(student)
    assert b"eheim" not in msgspec.json.encode(offer_of(OFFER, places.spot))
    assert offer_of(OFFER, places.spot).work == Spot(zone="3511")


def test_the_order_of_the_rows_does_not_matter() -> None:
    more = msgspec.structs.replace(STUDENT, student_number="10", row=3)
    equivalents = [EquivalentRecord(row=r, crebo=c, equivalent_crebo=e) for r, c, e in ((2, "2", "1"), (3, "1", "2"))]
    pairs = [PairRecord(row=r, student_number=s, offer_id="O1", utility=5) for r, s in ((2, "7"), (3, "10"))]
    travel = [
        TravelRecord(row=r, home_zone=z, work_zone="b", transport="bike", minutes=9) for r, z in ((2, "y"), (3, "x"))
    ]
    one = instance_of([STUDENT, more], [OFFER], places.spot, equivalents=equivalents, travel=travel, pairs=pairs)
    other = instance_of(
        [more, STUDENT], [OFFER], places.spot, equivalents=equivalents[::-1], travel=travel[::-1], pairs=pairs[::-1]
    )
    assert one == other == decode(one.canonical())
    assert one.pairs == (
        Pair(student_number="10", offer_id="O1", utility=5),
        Pair(student_number="7", offer_id="O1", utility=5),
    )
    assert instance_of([], [], places.spot).pairs is None


def test_places() -> None:
    def grid(place: str) -> tuple[int, int]:
        found = places.spot(None, place)
        assert found is not None
        assert found.zone == place
        assert found.east is not None
        assert found.north is not None
        return found.east, found.north

    # Utrecht 52.0908 N 5.1222 E, Hilversum 52.2233 N 5.1764 E: 15.2 km apart by the haversine formula.
    (east, north), (other_east, other_north) = grid("Utrecht"), grid("hilversum")
    assert 15_100 < ((east - other_east) ** 2 + (north - other_north) ** 2) ** 0.5 < 15_300
    assert grid("Den Haag") == grid("'s-Gravenhage") == grid("’S GRAVENHAGE")
    assert grid("Den Bosch") == grid("'s-Hertogenbosch")
    assert grid("Hengelo") != grid("Hengelo (Gld)")
    assert places.spot("1211", "Hilversum") == msgspec.structs.replace(places.spot(None, "Hilversum"), zone="1211")
    assert not places.known("Bergen op Nergens")
    assert not places.known("Oudega")  # three villages in Friesland: we do not guess which
    assert places.spot("3511", "Bergen op Nergens") == Spot(zone="3511")
    assert places.spot(None, "") is None
