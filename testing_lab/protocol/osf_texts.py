"""A protocol in English sentences, by the questions of OSF's form.

Nothing is told but what the protocol says and what this program holds to in every study: seeded plans, blind coding,
no look at outcomes by trait before the registered rule allows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from testing_lab.protocol.osf_form import Topic
from testing_lab.protocol.sample_size import sample_size_of

if TYPE_CHECKING:
    from testing_lab.protocol.document import Protocol, Trait


_WORDS: Final = {
    "asks_information": "asks for information",
    "leaves_to_client": "leaves it to the client",
    "refuses_and_explains_law": "refuses and explains the law",
}


def texts_of(protocol: Protocol) -> dict[Topic, str]:
    """Every question that is answered in words. What is not filled in is an empty text."""
    return {
        "hypotheses": _hypotheses(protocol),
        "foreknowledge_explained": _foreknowledge(protocol),
        "more_blinding": _blinding(protocol),
        "study_design": _design(protocol),
        "randomization": _randomization(protocol),
        "data_collection": _collection(protocol),
        "sample_size": _size(protocol),
        "rationale": _rationale(protocol),
        "stopping": _stopping(protocol),
        "manipulated": _manipulated(protocol),
        "measured": _measured(protocol),
        "indices": _indices(protocol),
        "models": _models(protocol),
        "transformations": "None. Every outcome is coded as positive or not, by the list of measured variables.",
        "inference": _inference(protocol),
        "exclusion": _exclusion(protocol),
        "missing": _missing(protocol),
        "other_analysis": "Whatever is not listed here is reported as exploratory.",
        "context": _context(protocol),
    }


def plain(code: str) -> str:
    """A code as words."""
    return _WORDS.get(code, code.replace("_", " "))


def _said(*sentences: str) -> str:
    return " ".join(one.strip() for one in sentences if one.strip())


def _lines(*lines: str) -> str:
    return "\n".join(one.strip() for one in lines if one.strip())


def _listed(values: tuple[str, ...]) -> str:
    return ", ".join(values)


def _hypotheses(protocol: Protocol) -> str:
    asked = protocol.question
    return _lines(asked.question, *(f"H{place}. {one}" for place, one in enumerate(asked.hypotheses, start=1)))


def _foreknowledge(protocol: Protocol) -> str:
    told = {
        None: "",
        "none_exist": "",
        "not_seen": "Some of the data exist, but none of the authors has seen them.",
        "seen_not_analysed": "Some of the data exist and have been seen; the analyses of this plan were not done.",
    }[protocol.sampling.existing_data]
    basis = protocol.sampling.basis
    return _said(told, f"The expected shares rest on: {basis}." if basis.strip() else "")


def _blinding(protocol: Protocol) -> str:
    outcomes = protocol.outcomes
    kappa = outcomes.least_kappa
    return _said(
        f"{outcomes.coders} coders code each reply without profile, name or company; another person decides where they "
        "disagree. Codes are closed before the trait is revealed.",
        f"Below a kappa of {kappa} all replies are coded again." if kappa is not None else "",
    )


def _design(protocol: Protocol) -> str:
    design, asked = protocol.design, protocol.question
    kinds = {
        "paired": "Paired correspondence test: each vacancy gets two applications that differ in one trait (within "
        "vacancies).",
        "unpaired": "Unpaired correspondence test: each vacancy gets one application (between vacancies).",
        "randomised_composition": "Correspondence test with randomised composition: each vacancy gets two "
        f"applications; in a share of {design.share_two_majority} of the vacancies both are of the majority, in "
        f"{design.share_mixed} one is of each group, in {design.share_two_minority} both are of the minority.",
        "mystery_call": "Mystery calls: one caller to each company asks not to send certain people; what does the "
        "company say? There is one condition.",
    }
    return _said(
        kinds[design.kind],
        f"Sectors: {_listed(asked.sectors)}." if asked.sectors else "",
        f"Region: {asked.region}." if asked.region.strip() else "",
        "The quality of the CVs is varied in the same way for both groups." if design.quality_varied else "",
    )


def _randomization(protocol: Protocol) -> str:
    design = protocol.design
    if design.kind == "mystery_call":
        return "The companies are drawn at random from the frame; there is no assignment to conditions."
    drawn = _listed(tuple(plain(one) for one in design.crossed_factors))
    delay = (
        f"The second application follows after {design.delay_hours_min} to {design.delay_hours_max} hours, drawn at "
        f"random{', in office hours' if design.office_hours else ''}."
    )
    again = "; ".join(f"{one.measure} above {one.threshold}" for one in design.rerandomisation)
    pairs = design.kind != "unpaired"
    return _said(
        "By a seeded generator; the seed and the plan are stored and can be replayed.",
        f"Drawn and crossed with the trait: {drawn}." if drawn else "",
        ("The order of the two applications is drawn." if design.order == "random" else "") if pairs else "",
        delay if pairs and design.delay_hours_min is not None else "",
        f"The plan is drawn again while: {again}." if again else "",
    )


def _collection(protocol: Protocol) -> str:
    plan, conduct, ethics = protocol.sampling, protocol.fieldwork, protocol.ethics
    calls = protocol.design.kind == "mystery_call"
    return _lines(
        f"Source: {plan.frame}" if plan.frame.strip() else "",
        f"Included: {plan.inclusion}" if plan.inclusion.strip() else "",
        f"Excluded: {plan.exclusion}" if plan.exclusion.strip() else "",
        f"From {conduct.start} to {conduct.end}." if conduct.start and conduct.end else "",
        "Each establishment gets at most one pair or call." if ethics.one_pair_per_establishment else "",
        f"No establishment is approached again within {ethics.cool_down_days} days." if ethics.cool_down_days else "",
        f"After a positive answer all applicants withdraw within {ethics.withdrawal_hours} hours, with the same text."
        if ethics.withdrawal_hours and not calls
        else "",
        "Applicants are fictitious; nothing of real people is used." if ethics.no_real_identities and not calls else "",
        f"Calls are recorded (legal basis: {plain(conduct.recording_basis)})." if conduct.recording_basis else "",
        "A second person listens to each call or its recording." if conduct.second_listener else "",
    )


def _size(protocol: Protocol) -> str:
    plan = protocol.sampling
    if not plan.pairs:
        return ""
    unit = {
        "paired": f"{plan.pairs} pairs ({2 * plan.pairs} applications)",
        "unpaired": f"{plan.pairs} applications in each of two groups",
        "randomised_composition": f"{plan.pairs} vacancies with two applications each",
        "mystery_call": f"{plan.pairs} calls",
    }[protocol.design.kind]
    return _said(f"{unit}.", *(f"{one.name}: {one.pairs}." for one in plan.strata))


def _rationale(protocol: Protocol) -> str:
    plan, size = protocol.sampling, sample_size_of(protocol)
    if size.half_width is not None:
        return (
            f"With {size.planned} calls and an expected share of {plan.expected_share} Wilson's interval has a half "
            f"width of {size.half_width:.4f}; {plan.margin} is asked."
        )
    if size.power is None:
        return ""
    way = {
        "exact": "exact",
        "lower_bound": "a lower bound",
        "approximate": "an approximation that treats applications as independent",
    }.get(size.basis or "", "")
    weak = "; ".join(f"by {plain(one.division)} {one.power:.3f}" for one in size.warnings if one.division != "whole")
    return _said(
        f"Expected shares: only majority positive {plan.p_only_majority}, only minority positive "
        f"{plan.p_only_minority}. Power of {size.test} at {_sides(protocol)} alpha {plan.alpha}: {size.power:.4f} "
        f"({way}).",
        f"Smallest number with power {plan.power}: {size.smallest}." if size.smallest else "",
        f"Parts have too little power for claims of their own ({weak})." if weak else "",
    )


def _stopping(protocol: Protocol) -> str:
    stopping, plan = protocol.analysis.stopping, protocol.sampling
    if stopping.rule == "alpha_spending":
        looks = _listed(tuple(f"{one:g}" for one in stopping.looks))
        return (
            f"Group sequential with alpha spending ({stopping.spending}) at two-sided alpha {plan.alpha}; looks at "
            f"these fractions of the planned discordant pairs: {looks}. The first boundary that is crossed ends the "
            "study."
        )
    if stopping.rule == "e_process":
        return (
            f"Anytime-valid: the study may end as soon as the e-value of the discordant pairs (Beta prior "
            f"{stopping.prior_a}, {stopping.prior_b}) reaches {1 / plan.alpha:g}, and ends after {plan.pairs} pairs."
        )
    size = _size(protocol)
    return f"Fixed: nobody looks at outcomes by trait before the study is complete. {size}" if size else ""


def _manipulated(protocol: Protocol) -> str:
    if protocol.design.kind == "mystery_call":
        return _lines(*(f"The request ({plain(one.ground)}): no {one.minority}." for one in protocol.question.traits))
    return _lines(*(_trait(one) for one in protocol.question.traits))


def _trait(trait: Trait) -> str:
    return _said(
        f"Ground {plain(trait.ground)}, shown by {plain(trait.carrier)}: majority ({trait.majority}) or minority "
        f"({trait.minority}).",
        f"{trait.names_per_group} names for each group and sex." if trait.names_per_group else "",
        f"Recognition was measured: {trait.pretest}." if trait.pretest.strip() else "",
    )


def _measured(protocol: Protocol) -> str:
    outcomes = protocol.outcomes
    positive = tuple(plain(one.code) for one in outcomes.codes if one.positive)
    other = tuple(plain(one.code) for one in outcomes.codes if not one.positive)
    return _lines(
        f"Outcome of each application or call. Positive: {_listed(positive)}." if positive else "",
        f"Not positive: {_listed(other)}." if other else "",
        f"No answer: no reply within {outcomes.no_answer_days} days." if outcomes.no_answer_days else "",
    )


def _indices(protocol: Protocol) -> str:
    rate = protocol.analysis.denominator
    return f"The main rate is divided by: {plain(rate)}." if rate is not None else ""


def _models(protocol: Protocol) -> str:
    plan = protocol.analysis
    secondary = (
        f"Secondary: {one.name}: {one.test}{f' ({one.subgroup})' if one.subgroup.strip() else ''}."
        for one in plan.secondary
    )
    return _lines(
        f"Primary test: {plan.primary_test}." if plan.primary_test.strip() else "",
        *secondary,
        f"Results are also shown by: {_listed(tuple(plain(one) for one in plan.strata))}." if plan.strata else "",
    )


def _inference(protocol: Protocol) -> str:
    plan, names = protocol.analysis, {"holm": "Holm", "bh": "Benjamini and Hochberg"}
    return _said(
        f"{_sides(protocol).capitalize()} alpha {protocol.sampling.alpha}; intervals with confidence "
        f"{plan.confidence}.",
        f"The family of secondary tests is corrected by {names[plan.correction]}." if plan.correction else "",
    )


def _sides(protocol: Protocol) -> str:
    return "one-sided" if protocol.analysis.primary_test.startswith("one_sided") else "two-sided"


def _exclusion(protocol: Protocol) -> str:
    return _said(
        f"Excluded: {protocol.sampling.exclusion}." if protocol.sampling.exclusion.strip() else "",
        "Undeliverable applications and those detected as a test are counted and reported, by applicant.",
    )


def _missing(protocol: Protocol) -> str:
    outcomes = protocol.outcomes
    if protocol.design.kind == "mystery_call":
        return "Calls that did not come to the question are in no denominator; they are counted and reported."
    no_reply = {None: "", "negative": "No reply counts as negative.", "left_out": "No reply is left out."}
    failure = {
        None: "",
        "pair_left_out": "If one application of a pair fails, the pair is left out.",
        "counts_as_negative": "If one application of a pair fails, it counts as negative.",
    }
    return _said(no_reply[outcomes.no_reply], failure[outcomes.one_sided_failure])


def _context(protocol: Protocol) -> str:
    ethics = protocol.ethics
    return _lines(
        f"Ethics approval: {ethics.ethics_approval_reference}" if ethics.ethics_approval_reference.strip() else "",
        f"Data-protection impact assessment: {ethics.data_protection_reference}"
        if ethics.data_protection_reference.strip()
        else "",
        f"Raw replies are deleted after {ethics.retention_replies_days} days, the key file after "
        f"{ethics.retention_key_days} days."
        if ethics.retention_replies_days and ethics.retention_key_days
        else "",
        "No company is named." if ethics.no_company_named else "",
        "Results are not used as evidence against a company." if ethics.no_use_as_evidence else "",
        f"Debriefing: {ethics.debrief}" if ethics.debrief.strip() else "",
    )
