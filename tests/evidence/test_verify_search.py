"""Long searches for a run that the verifier does not prove, and for a changed result that it accepts."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from matching.instance import Instance
from tests.pure.matching.changed_results import MUTATIONS, POLICIES, Mutation, accepted, check_mutations, solved
from tests.pure.matching.rounds import rounds


@pytest.mark.evidence
@settings(deadline=None, max_examples=2_000, suppress_health_check=[HealthCheck.too_slow])
@given(rounds())
def test_two_thousand_random_rounds_are_proven_in_every_order_of_goals(instance: Instance) -> None:
    for policy in POLICIES:
        assert accepted(instance, solved(instance, policy), policy)


@pytest.mark.evidence
@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_no_mutation_out_of_thousands_is_accepted(mutation: Mutation) -> None:
    for number in range(10, 20):
        check_mutations(mutation, number, times=100)
