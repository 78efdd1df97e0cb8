"""Files that come in: preview, faults, outcome."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Literal

import msgspec

ImportKind = Literal["students", "offers", "equivalents"]
ImportState = Literal["previewed", "applied", "cancelled"]

#: Every way in which a file or a cell can be wrong; the catalogue has a message and a remedy for each
#: (``fault-<code>`` and ``fault-<code>-remedy``, with the facts as variables). ``column_not_supported_yet`` is no
#: longer given; reports of earlier imports name it.
FaultCode = Literal[
    "file_empty", "file_too_large", "file_not_readable", "file_encoding", "no_header", "column_missing",
    "column_twice", "column_forbidden", "content_forbidden", "column_not_supported_yet", "row_too_long",
    "cell_missing", "cell_too_long", "cell_not_number", "cell_out_of_range", "cell_not_date", "cell_not_choice",
    "cell_not_crebo", "cell_not_postcode4", "cell_control_character", "duplicate_key", "period_reversed",
    "unknown_offer", "offer_twice", "lock_breaks_rule", "place_unknown", "no_rows", "too_many_rows", "equivalent_same",
    "cell_not_pairs", "cell_has_separator", "cell_in_scientific_notation", "text_garbled", "unknown_student",
    "outside_programmes", "postcode_without_place", "column_not_kept", "cell_not_days", "cell_sheet_error",
    "number_not_in_address", "lock_exceeds_places", "file_of_other_kind",
    "cell_not_together", "student_twice", "together_with_self", "unknown_together", "cell_not_group_places",
    "group_twice", "group_without_students", "cell_not_shared_capacity", "shared_capacity_differs", "rules_contradict",
    "published_student_gone", "published_offer_gone",
]  # fmt: skip


class Fault(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is wrong, and where. ``row`` is the line in the file as Excel counts it (header = 1); None: whole file.

    ``serious`` False: the row goes in, and the coordinator should look at it.
    """

    code: FaultCode
    row: int | None = None
    column: str | None = None
    facts: dict[str, str | int] = {}
    serious: bool = True


class ImportReport(msgspec.Struct, frozen=True, kw_only=True):
    """What a file would do (preview) or has done. ``removed`` rows stand in the round but not in the file: they stay.

    ``fatal``: no row can be taken (a forbidden column, an unreadable file). ``faults`` holds the first thousand;
    ``faults_left_off`` counts the others.
    """

    rows: int
    good: int
    rejected: int
    added: int
    changed: int
    unchanged: int
    not_in_file: int
    unknown_columns: tuple[str, ...]
    encoding: str
    delimiter: str
    faults: tuple[Fault, ...]
    fatal: bool
    sample: tuple[dict[str, str], ...] = ()
    faults_left_off: int = 0


class ImportView(msgspec.Struct, frozen=True, kw_only=True):
    """A staged file."""

    import_id: uuid.UUID
    round_id: uuid.UUID
    kind: ImportKind
    file_name: str
    state: ImportState
    created_at: dt.datetime
    report: ImportReport


class ApplyImport(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Apply a previewed file. Without ``take_good_rows`` one serious fault refuses the whole file."""

    take_good_rows: bool = False
