"""At which look does a random walk first cross a boundary? By recursive numerical integration.

Without any difference the standardised statistics at information fractions :math:`t_1 < t_2 < …` are those of a
Brownian motion: :math:`S_k = Z_k \\sqrt{t_k}` has independent increments of variance :math:`t_k - t_{k-1}`. The density
of :math:`S_k` among the walks that have not crossed is carried from look to look on Gauss-Legendre nodes (Armitage,
McPherson & Rowe 1969, Journal of the Royal Statistical Society A 132:235). Panels are as narrow as the narrowest step
asks for, so that the error stays below 10⁻¹².
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy import optimize, special

from testing_lab.faults import ImpossibleInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

#: Beyond this many standard deviations a walk is not followed: 10⁻¹⁷.
_FAR: Final = 8.5

#: Nodes on a panel that is four standard deviations of the narrowest step wide.
_PLACES, _WEIGHTS = np.polynomial.legendre.leggauss(20)

#: More panels mean looks that are too close together: less than some 0.02 % of the information apart.
_MOST_PANELS: Final = 300

#: Less than this probability of crossing is no crossing.
LEAST: Final = 1e-16


class Walk:
    """The walks that have not crossed yet. ``sided`` 1: one boundary above; 2: also its mirror below."""

    def __init__(self, *, information: Sequence[float], sided: int) -> None:
        self._times = tuple(information)
        self._sided = sided
        self._look = 0
        self._nodes: NDArray[np.float64] = np.zeros(1)
        self._masses: NDArray[np.float64] = np.ones(1)

    @property
    def _spread(self) -> float:
        return math.sqrt(self._times[self._look] - (self._times[self._look - 1] if self._look else 0.0))

    def crossing(self, z: float) -> float:
        """P(first crossing at this look) with boundary z."""
        if math.isinf(z):
            return 0.0
        edge = z * math.sqrt(self._times[self._look])
        above = special.ndtr((self._nodes - edge) / self._spread)
        if self._sided == 2:
            above = above + special.ndtr((-self._nodes - edge) / self._spread)
        return float(self._masses @ above)

    def boundary(self, probability: float) -> float:
        """The z with that probability of a first crossing at this look; ``inf`` below what can be told from 0."""
        if probability < LEAST:
            return math.inf
        if self._look == 0:
            return float(-special.ndtri(probability / self._sided))
        low, high = -_FAR if self._sided == 1 else 0.0, _FAR
        if self.crossing(low) <= probability:
            return low
        return float(optimize.brentq(lambda z: self.crossing(z) - probability, low, high, xtol=1e-13, rtol=8.9e-16))

    def past(self, z: float) -> None:
        """Go on to the next look with the walks that stayed inside z."""
        time, spread = self._times[self._look], self._spread
        edge = min(z, _FAR) * math.sqrt(time)
        low = -edge if self._sided == 2 else -_FAR * math.sqrt(time)
        if self._look + 1 < len(self._times):
            ahead = math.sqrt(self._times[self._look + 1] - time)
            panels = 1 + math.ceil((edge - low) / (4 * min(spread, ahead)))
            if panels > _MOST_PANELS:
                raise ImpossibleInput("information", "has looks too close together to tell them apart", look=self._look)
            width = (edge - low) / panels
            starts = low + width * np.arange(panels)
            nodes = (starts[:, None] + width * (_PLACES + 1)[None, :] / 2).ravel()
            away = (nodes[:, None] - self._nodes[None, :]) / spread
            density = np.exp(-0.5 * away * away) @ self._masses / (spread * math.sqrt(2 * math.pi))
            self._nodes, self._masses = nodes, density * np.tile(_WEIGHTS, panels) * width / 2
        self._look += 1


def crossings(*, information: Sequence[float], boundary: Sequence[float], sided: int) -> tuple[float, ...]:
    """P(first crossing) at every look."""
    walk, found = Walk(information=information, sided=sided), []
    for z in boundary:
        found.append(walk.crossing(z))
        walk.past(z)
    return tuple(found)
