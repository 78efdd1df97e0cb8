"""The clock that people here read. The database keeps UTC."""

from __future__ import annotations

from typing import Final
from zoneinfo import ZoneInfo

CLOCK: Final = ZoneInfo("Europe/Amsterdam")
