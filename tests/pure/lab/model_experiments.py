"""Published experiments as columns, for the models: they lie in the shared folder, not in the repository."""

from __future__ import annotations

import csv
import functools
import os
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(os.environ.get("STAGEKANS_SHARED", Path(__file__).parents[4] / "shared"))


@functools.cache
def _rows(name: str) -> list[dict[str, str]]:
    path = SHARED / "lab" / "data" / name
    if not path.exists():
        pytest.skip(f"{name} is not here: set STAGEKANS_SHARED to the folder that holds lab/data")
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def bertrand_mullainathan() -> tuple[dict[str, list[float]], list[int]]:
    """Bertrand & Mullainathan (2004): the columns by the names of the reference cases, and the advertisement."""
    rows = _rows("bm2004_openintro_resume.csv")
    same = {
        "call": "received_callback",
        "yearsexp": "years_experience",
        "volunteer": "volunteer",
        "military": "military",
        "email": "has_email_address",
        "empholes": "employment_holes",
        "workinschool": "worked_during_school",
        "honors": "honors",
        "computerskills": "computer_skills",
        "specialskills": "special_skills",
    }
    columns = {ours: [float(row[theirs]) for row in rows] for ours, theirs in same.items()}
    columns["black"] = [float(row["race"] == "black") for row in rows]
    columns["female"] = [float(row["gender"] == "f") for row in rows]
    columns["h"] = [float(row["resume_quality"] == "high") for row in rows]
    columns["yearsexp^2/100"] = [years**2 / 100 for years in columns["yearsexp"]]
    return columns, [int(row["job_ad_id"]) for row in rows]


def inter1() -> tuple[list[float], dict[str, list[float]], list[str]]:
    """Petit et al. (2013): callbacks, ``woman*o`` as columns, offers."""
    rows = _rows("inter1.csv")
    woman = [float(row["gender"] == "Woman") for row in rows]
    origins = {f"o{o}": [float(row["origin"] == o) for row in rows] for o in "MSV"}
    both = {f"woman:{name}": [a * b for a, b in zip(woman, column, strict=True)] for name, column in origins.items()}
    columns = {"woman": woman, **origins, **both}
    return [float(row["callback"] == "TRUE") for row in rows], columns, [row["offer"] for row in rows]


def asked(case: dict[str, Any]) -> dict[str, Any]:
    """The inputs of a reference case that names a data file, as columns."""
    if case["method"] == "clogit_pairs_closed_form":
        table = case["inputs"]["table"]
        return {
            "both": table["both"],
            "only_majority": table["only_white"],
            "only_minority": table["only_black"],
            "neither": table["neither"],
        }
    groups = "strata" if case["method"] == "clogit_exact" else "cluster"
    if case["id"].startswith("inter1"):
        calls, columns, offers = inter1()
        return {"outcome": calls, "covariates": columns, groups: offers}
    all_columns, ads = bertrand_mullainathan()
    names = {"bm_clogit2": ["black", "h", "female"]}.get(case["id"], case["inputs"].get("mean_terms", ["black"]))
    inputs: dict[str, Any] = {
        "outcome": all_columns["call"],
        "covariates": {name: all_columns[name] for name in names if name != "Intercept"},
    }
    if "scale_terms" in case["inputs"]:
        return {**inputs, "scale_terms": case["inputs"]["scale_terms"]}
    return {**inputs, groups: ads, **({"nAGQ": case["inputs"]["nAGQ"]} if "nAGQ" in case["inputs"] else {})}
