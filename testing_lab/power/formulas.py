"""Sample-size formulas for McNemar's test: quick, and a little off (exact: :mod:`testing_lab.power.smallest`)."""

from __future__ import annotations

import math

import msgspec
from scipy import special

from testing_lab.power.discordance import Discordance


class McNemarFormulas(msgspec.Struct, frozen=True, kw_only=True):
    """Pairs needed, not rounded; ``inf`` where there is no difference."""

    connor_1987_lachin_1992_unconditional: float
    miettinen_1968_first_order: float
    miettinen_1968_second_order: float
    schlesselman_discordant_pairs: float
    schlesselman_total_pairs: float


def mcnemar_formulas(chances: Discordance, *, alpha: float, target: float) -> McNemarFormulas:
    """All of them, for a two-sided test with alpha and power ``target``."""
    z, z_power = float(special.ndtri(1 - alpha / 2)), float(special.ndtri(target))
    p, d, share = chances.discordant, chances.difference, chances.share
    if d == 0:
        never = math.inf
        return McNemarFormulas(
            connor_1987_lachin_1992_unconditional=never,
            miettinen_1968_first_order=never,
            miettinen_1968_second_order=never,
            schlesselman_discordant_pairs=never,
            schlesselman_total_pairs=never,
        )
    pairs = _squared(z / 2 + z_power * math.sqrt(share * (1 - share))) / (share - 0.5) ** 2
    second = max(p * p - d * d * (3 + p) / 4, 0.0)
    return McNemarFormulas(
        connor_1987_lachin_1992_unconditional=_squared(z * math.sqrt(p) + z_power * math.sqrt(p - d * d)) / d**2,
        miettinen_1968_first_order=_squared(z * p + z_power * math.sqrt(max(p * p - d * d, 0.0))) / (p * d**2),
        miettinen_1968_second_order=_squared(z * p + z_power * math.sqrt(second)) / (p * d**2),
        schlesselman_discordant_pairs=pairs,
        schlesselman_total_pairs=pairs / p,
    )


def _squared(total: float) -> float:
    return max(total, 0.0) ** 2


def approx_power(chances: Discordance, *, pairs: int, alpha: float) -> float:
    """Connor's formula turned round: the power that goes with a number of pairs, in the direction of the difference."""
    z = float(special.ndtri(1 - alpha / 2))
    p, d = chances.discordant, abs(chances.difference)
    spread = math.sqrt(max(p - d * d, 0.0))
    reach = math.sqrt(pairs) * d - z * math.sqrt(p)
    if spread == 0:
        return 0.0 if reach <= 0 else 1.0
    return float(special.ndtr(reach / spread))
