"""How often do the intervals cover the truth? 1,500 seeded rounds of five studies that differ.

Known from IntHout, Ioannidis & Borm (2014), BMC Medical Research Methodology 14:25: with few studies the normal
interval covers far too seldom, and
Hartung-Knapp about as often as it says. (The error of a share of 1,500 is 0.6 points; tolerances stand at each test.)
"""

from __future__ import annotations

import numpy as np
import pytest

from testing_lab.pooling import pooled_effect, q_profile

ROUNDS = 1500
TRUTH, TAU2 = 0.3, 0.06


@pytest.fixture(scope="module")
def coverage() -> dict[str, float]:
    rng = np.random.default_rng(20140213)
    covered = dict.fromkeys(("z", "hk", "ad_hoc", "q_profile", "pi_higgins"), 0)
    for _ in range(ROUNDS):
        vi = rng.uniform(0.01, 0.08, size=5)
        yi = TRUTH + rng.normal(size=5) * np.sqrt(vi + TAU2)
        new = TRUTH + rng.normal() * np.sqrt(TAU2)
        found = pooled_effect(yi=yi.tolist(), vi=vi.tolist())
        careful = pooled_effect(yi=yi.tolist(), vi=vi.tolist(), hk_ad_hoc=True)
        spread = q_profile(yi=yi.tolist(), vi=vi.tolist()).tau2
        assert found.lower is not None
        assert found.upper is not None
        assert found.hk_lower is not None
        assert found.hk_upper is not None
        assert careful.hk_lower is not None
        assert careful.hk_upper is not None
        assert found.pi_higgins_lower is not None
        assert found.pi_higgins_upper is not None
        covered["z"] += found.lower <= TRUTH <= found.upper
        covered["hk"] += found.hk_lower <= TRUTH <= found.hk_upper
        covered["ad_hoc"] += careful.hk_lower <= TRUTH <= careful.hk_upper
        covered["q_profile"] += spread is not None and spread[0] <= TAU2 <= spread[1]
        covered["pi_higgins"] += found.pi_higgins_lower <= new <= found.pi_higgins_upper
    return {name: times / ROUNDS for name, times in covered.items()}


def test_hartung_knapp_covers_as_it_says(coverage: dict[str, float]) -> None:
    assert coverage["hk"] == pytest.approx(0.95, abs=0.025)
    assert coverage["ad_hoc"] >= coverage["hk"]


def test_the_normal_interval_covers_too_seldom(coverage: dict[str, float]) -> None:
    assert coverage["z"] < 0.92


def test_the_q_profile_covers_as_it_says(coverage: dict[str, float]) -> None:
    assert coverage["q_profile"] == pytest.approx(0.95, abs=0.015)


def test_a_new_study_falls_inside_about_as_often_as_said(coverage: dict[str, float]) -> None:
    assert 0.90 < coverage["pi_higgins"] < 0.98
