"""The registered analysis of designs in which chance decides over applications: one each, or a drawn composition."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from testing_lab.faults import ImpossibleInput
from testing_lab.methods import answer
from testing_lab.models.inference import Inference
from testing_lab.models.logit_cluster_robust import LogitClustered
from testing_lab.models.lpm_cluster_robust import LinearProbability
from testing_lab.protocol.document import Protocol
from testing_lab.registered.answers import Answer, Rate, answer_of, plain
from testing_lab.registered.coded import CodedApplication, positive_of
from testing_lab.registered.document import Groups, Lost, StudyResult
from testing_lab.registered.secondary import secondary_answers
from testing_lab.registered.small_cells import shown_groups
from testing_lab.study.warnings import MANY_LEFT_OUT, StudyWarning

_COUNTS: Final = ("pearson_chi2", "fisher_exact", "boschloo_exact")
DIFFERENCE: Final = "rd_newcombe_hybrid"
RATIO: Final = "rr_koopman_score"
#: Other right answers of independent groups; with two applications a vacancy they are not.
SENSITIVITY: Final = ("fisher_exact", "boschloo_exact", "rd_miettinen_nurminen_score", "rr_miettinen_nurminen_score")


def result_of_groups(protocol: Protocol, applications: Sequence[CodedApplication]) -> StudyResult:
    """Every number of a study without pairs."""
    plan, confidence = protocol.analysis, protocol.analysis.confidence
    usable = [one for one in applications if positive_of(one, protocol) is not None]
    groups = _groups(usable, protocol)
    if not groups.majority or not groups.minority:
        raise ImpossibleInput("applications", "a group has no usable outcome")
    two_each = len({one.pair for one in usable}) < len(usable)

    def inputs(chosen: Sequence[CodedApplication]) -> dict[str, Any]:
        """The four counts of some applications, as a test takes them."""
        kept = [one for one in chosen if positive_of(one, protocol) is not None]
        return _counts(_groups(kept, protocol)) | {"confidence": confidence}

    clustered = _clustered("lpm_cluster_robust", usable, protocol)
    difference = clustered if two_each else answer_of(DIFFERENCE, answer(DIFFERENCE, inputs(usable)))
    test = plan.primary_test
    primary = answer_of(test, answer(test, inputs(usable))) if test in _COUNTS else _clustered(test, usable, protocol)
    sensitivity = () if two_each else tuple(answer_of(one, answer(one, inputs(usable))) for one in SENSITIVITY)
    sent, kept = len({one.pair for one in applications}), len({one.pair for one in usable})
    left_out = len(applications) - len(usable)
    warned = left_out > MANY_LEFT_OUT * len(applications)
    shares = groups.majority_positive / groups.majority - groups.minority_positive / groups.minority
    return StudyResult(
        kind=protocol.design.kind,
        confidence=confidence,
        alpha=protocol.sampling.alpha,
        lost=Lost(sent=sent, analysed=kept),
        groups=groups,
        table=None,
        primary=primary,
        rejects=None if primary.p_value is None else float(primary.p_value) < protocol.sampling.alpha,
        difference=difference,
        ratio=_ratio(answer_of(RATIO, answer(RATIO, inputs(usable))), two_each=two_each),
        odds_ratio=None,
        rates=(
            Rate(
                name="difference_all_applications", value=shares, counted="all_applications", number=len(usable),
                registered=True,
            ),
        ),
        sensitivity=(*sensitivity, clustered),
        correction=plan.correction,
        secondary=secondary_answers(plan, applications, inputs),
        splits=(),
        stages=None,
        order=None,
        employers=None,
        warnings=(
            (StudyWarning(code="many_pairs_left_out", facts={"left_out": left_out, "sent": len(applications)}),)
            if warned
            else ()
        ),
        shown_by="",
        shown=shown_groups(groups),
    )  # fmt: skip


def _ratio(found: Answer, *, two_each: bool) -> Answer:
    """Its interval is that of independent groups: two applications to one vacancy are none."""
    if not two_each:
        return found
    why = dict.fromkeys(("lower", "upper"), "two_applications_a_vacancy")
    return Answer(method=found.method, estimate=found.estimate, undefined=why)


def _groups(usable: Sequence[CodedApplication], protocol: Protocol) -> Groups:
    majority = [positive_of(one, protocol) for one in usable if one.applicant == "majority"]
    minority = [positive_of(one, protocol) for one in usable if one.applicant == "minority"]
    return Groups(
        majority=len(majority),
        majority_positive=majority.count(True),
        minority=len(minority),
        minority_positive=minority.count(True),
    )


def _counts(groups: Groups) -> dict[str, int]:
    return {
        "callbacks_majority": groups.majority_positive,
        "n_majority": groups.majority,
        "callbacks_minority": groups.minority_positive,
        "n_minority": groups.minority,
    }


def _clustered(method: str, usable: Sequence[CodedApplication], protocol: Protocol) -> Answer:
    """The model with errors clustered by vacancy; the majority's side is the positive one, as in every difference."""
    found = answer(
        method,
        {
            "outcome": [float(bool(positive_of(one, protocol))) for one in usable],
            "covariates": {"majority": [float(one.applicant == "majority") for one in usable]},
            "cluster": [one.pair for one in usable],
            "confidence": protocol.analysis.confidence,
        },
    )
    if isinstance(found, LinearProbability):
        inference: Inference = found.inference_cr2
        coefficient: float | None = found.coef[1]
    elif isinstance(found, LogitClustered):
        inference = found.inference_stata
        coefficient = found.coef[1]
    else:
        raise ImpossibleInput("protocol", "is unknown", value=method)
    return Answer(
        method=method,
        estimate=plain(coefficient),
        lower=plain(inference.lower[1]),
        upper=plain(inference.upper[1]),
        p_value=plain(inference.p_value[1]),
        undefined=dict(inference.undefined),
    )
