"""How long a search may take by the clock of whoever asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Budget:
    """``seconds_left`` tells how many seconds there are still; None where no clock limits the search, only its work."""

    seconds_left: Callable[[], float | None]

    @property
    def over(self) -> bool:
        """Whether it is used up: then what is at hand stays."""
        left = self.seconds_left()
        return left is not None and left <= 0


#: For what everything else rests on.
NO_CLOCK: Final = Budget(lambda: None)
