"""Tables for the outside: small counts hidden, capped or rounded, with a proof by search that they stay unknown."""

from testing_lab.disclosure.attack import Told, table_attack
from testing_lab.disclosure.capped import capped_count, capped_rate
from testing_lab.disclosure.differencing import differencing_attack
from testing_lab.disclosure.rounded_tables import rounded_tables
from testing_lab.disclosure.suppressed_tables import suppressed_tables

__all__ = [
    "METHODS",
    "Told",
    "capped_count",
    "capped_rate",
    "differencing_attack",
    "rounded_tables",
    "suppressed_tables",
    "table_attack",
]

#: What can be asked by name (:mod:`testing_lab.methods`).
METHODS = (capped_count, capped_rate, differencing_attack, rounded_tables, suppressed_tables, table_attack)
