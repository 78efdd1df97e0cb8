"""The pool of database connections, as services, routes and pages name it."""

from __future__ import annotations

import asyncpg

Pool = asyncpg.Pool
