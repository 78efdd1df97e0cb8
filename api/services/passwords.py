"""Passwords: argon2id, off the event loop, and few at a time: each takes 64 MiB and some tenths of a second."""

from __future__ import annotations

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

#: The cost of a new hash (RFC 9106, second recommended option). Tests put a cheap one here.
HASHER = PasswordHasher()

SHORTEST = 12
LONGEST = 200


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=2, thread_name_prefix="argon2")


# A server process forked from one that has hashed before (the demo makes accounts first) would wait for ever for
# threads that were not forked along.
os.register_at_fork(after_in_child=_threads.cache_clear)


@cache
def _nobody(hasher: PasswordHasher) -> str:
    """A hash that no password has: work for an unknown name that takes as long as for a known one."""
    return hasher.hash("nobody signs in with this")


async def hash_password(password: str) -> str:
    """The hash to store."""
    return await asyncio.get_running_loop().run_in_executor(_threads(), HASHER.hash, password)


async def verify(password_hash: str | None, password: str) -> bool:
    """Whether it is the password. None as hash (nobody has that name) takes as long, and is never right."""
    return await asyncio.get_running_loop().run_in_executor(_threads(), _verify, password_hash, password)


def _verify(password_hash: str | None, password: str) -> bool:
    try:
        HASHER.verify(password_hash or _nobody(HASHER), password)
    except (VerificationError, InvalidHashError):
        return False
    return password_hash is not None


def outdated(password_hash: str) -> bool:
    """Whether the hash was made at another cost than today's."""
    return HASHER.check_needs_rehash(password_hash)
