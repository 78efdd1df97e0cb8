"""The frozen round of a run, read back."""

from __future__ import annotations

import gzip
from functools import lru_cache

from matching.instance import Instance, decode


@lru_cache(maxsize=4)
def frozen_instance(content: bytes) -> Instance:
    """The instance; the last few are kept, for a person reads one student after another."""
    return decode(gzip.decompress(content))
