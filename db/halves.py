"""The two halves of the product, as a database knows them.

Each half has a schema, migrations, accounts and a database role of its own; nothing in one reads the other
(docs/decisions/0400-the-lab-is-an-island.md). They may live in one database, or on two servers.

What both have alike (accounts, sessions, limits, the event log) is written once: such SQL names no schema, and the
``search_path`` of the connection decides. SQL that belongs to one half names its schema.
"""

from __future__ import annotations

import msgspec


class Half(msgspec.Struct, frozen=True, kw_only=True):
    """``schema`` is where its tables are; ``migrations`` the package with its numbered files.

    ``register_schema`` holds the table that remembers which of them ran.
    """

    schema: str
    migrations: str
    register_schema: str


#: Offers, students, matching and placements. PLACING is a reserved word of SQL (docs/decisions/0013).
PLACING = Half(schema="placement", migrations="db.migrations", register_schema="public")
#: Studies with fictitious applicants.
LAB = Half(schema="lab", migrations="db.lab.migrations", register_schema="lab")
