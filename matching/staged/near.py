"""What can be in a good solution: prices rule the rest out, so a search need not look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from matching.staged.matrix import Ints
    from matching.staged.relaxation import Leaf


class Near(NamedTuple):
    """Every solution with an objective of ``least`` or more lies within these bounds."""

    low: Ints
    high: Ints
    least: int


def near(leaf: Leaf, low: Ints, high: Ints, least: int) -> Near:
    """What the prices of a leaf leave: a variable may be away from its better bound as far as the room pays for."""
    reach = (leaf.most - leaf.scale * least) // np.maximum(np.abs(leaf.left), 1)
    return Near(
        np.where(leaf.left > 0, np.maximum(low, high - reach), low),
        np.where(leaf.left < 0, np.minimum(high, low + reach), high),
        least,
    )


def nearest(leaf: Leaf, low: Ints, high: Ints, known: int, best: int, variables: int) -> Near:
    """As much room as leaves about so many ``variables`` open; more of them where the best bound leaves more.

    ``known``: an objective that a solution has; what is not better is not looked for. ``best``: what none exceeds.
    """
    found = near(leaf, low, high, best)
    step = 1
    while found.least > known + 1:
        wider = near(leaf, low, high, max(best - step, known + 1))
        if np.count_nonzero(wider.low < wider.high) > variables:
            break
        found, step = wider, 2 * step
    return found
