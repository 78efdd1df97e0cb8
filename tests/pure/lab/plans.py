"""Small designs and units for the tests of the randomisation."""

from __future__ import annotations

from testing_lab.randomisation.design import Kind, NameList, PlanDesign, Unit

NAMES = (
    NameList(name="women", majority=("w1", "w2", "w3"), minority=("x1", "x2")),
    NameList(name="men", majority=("m1", "m2"), minority=("n1", "n2", "n3")),
)


def design(kind: Kind = "paired", templates: tuple[str, ...] = ("a", "b"), **changes: object) -> PlanDesign:
    whole: dict[str, object] = {
        "kind": kind, "templates": templates, "names": NAMES, "senders": ("s", "t"), "qualities": ("low", "high"),
        **changes,
    }  # fmt: skip
    return PlanDesign(**whole)


def units(*sizes: int) -> list[Unit]:
    """So many units in each stratum; every third has another region."""
    return [
        Unit(unit_id=f"{stratum}.{number:02}", stratum=f"stratum {stratum}", covariates={"region": "xyy"[number % 3]})
        for stratum, size in enumerate(sizes)
        for number in range(size)
    ]
