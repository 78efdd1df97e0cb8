"""The fields of OSF's form "OSF Preregistration", in its versions 3 and 4, with the answers that may be picked.

Version 3 is read from OSF's own source (``website/project/metadata/osf-preregistration-3.json``). Version 4, which OSF
offers since 2026, has other keys and questions; they are read from programs that file it (keys ``344-…`` of the
production server; other servers have another number before the dash). OSF takes an answer that is picked only letter by
letter; where version 4's words are not known to us, the question is left open for a person.
"""

from __future__ import annotations

from typing import Final, Literal

import msgspec

Version = Literal[3, 4]

#: What is answered, in the order of the form.
Topic = Literal[
    "hypotheses", "foreknowledge", "foreknowledge_explained", "study_type", "causal", "blinding", "more_blinding",
    "study_design", "randomization", "data_collection", "sample_size", "rationale", "stopping", "manipulated",
    "measured", "indices", "models", "transformations", "inference", "exclusion", "missing", "other_analysis",
    "context",
]  # fmt: skip


class OsfQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """A field: its key, the page it stands on and its heading."""

    topic: Topic
    key: str
    page: str
    heading: str


def _questions(*rows: tuple[Topic, str, str, str]) -> tuple[OsfQuestion, ...]:
    return tuple(OsfQuestion(topic=topic, key=key, page=page, heading=heading) for topic, key, page, heading in rows)


QUESTIONS: Final[dict[Version, tuple[OsfQuestion, ...]]] = {
    3: _questions(
        ("hypotheses", "q2", "Study Information", "Hypotheses"),
        ("study_type", "q3", "Design Plan", "Study type"),
        ("blinding", "q4", "Design Plan", "Blinding"),
        ("more_blinding", "q5", "Design Plan", "Is there any additional blinding in this study?"),
        ("study_design", "q6.question", "Design Plan", "Study design"),
        ("randomization", "q7", "Design Plan", "Randomization"),
        ("foreknowledge", "q8", "Sampling Plan", "Existing Data"),
        ("foreknowledge_explained", "q9", "Sampling Plan", "Explanation of existing data"),
        ("data_collection", "q10.question", "Sampling Plan", "Data collection procedures"),
        ("sample_size", "q11", "Sampling Plan", "Sample size"),
        ("rationale", "q12", "Sampling Plan", "Sample size rationale"),
        ("stopping", "q13", "Sampling Plan", "Stopping rule"),
        ("manipulated", "q14.question", "Variables", "Manipulated variables"),
        ("measured", "q15.question", "Variables", "Measured variables"),
        ("indices", "q16.question", "Variables", "Indices"),
        ("models", "q17.question", "Analysis Plan", "Statistical models"),
        ("transformations", "q18", "Analysis Plan", "Transformations"),
        ("inference", "q19", "Analysis Plan", "Inference criteria"),
        ("exclusion", "q20", "Analysis Plan", "Data exclusion"),
        ("missing", "q21", "Analysis Plan", "Missing data"),
        ("other_analysis", "q22", "Analysis Plan", "Exploratory analysis"),
        ("context", "q23", "Other", "Other"),
    ),
    4: _questions(
        ("hypotheses", "344-2", "Overview", "Research questions or hypotheses"),
        ("foreknowledge", "344-4", "Overview", "Foreknowledge of data or evidence"),
        (
            "foreknowledge_explained", "344-14", "Overview",
            "Explanation of foreknowledge and managing unintended influences",
        ),
        ("study_type", "344-17", "Research Design", "Study type"),
        ("causal", "344-27", "Research Design", "Intention for causal interpretation"),
        ("blinding", "344-32", "Research Design", "Blinding of experimental treatments"),
        ("more_blinding", "344-38", "Research Design", "Additional blinding during research or analysis"),
        ("study_design", "344-40", "Research Design", "Study design"),
        ("randomization", "344-44", "Research Design", "Randomization"),
        ("data_collection", "344-47", "Sampling", "Data collection procedures"),
        ("sample_size", "344-51", "Sampling", "Sample size"),
        ("rationale", "344-53", "Sampling", "Sample size rationale"),
        ("stopping", "344-55", "Sampling", "Starting and stopping rules"),
        ("manipulated", "344-58", "Variables", "Manipulated variables"),
        ("measured", "344-62", "Variables", "Measured variables"),
        ("indices", "344-66", "Variables", "Indices"),
        ("models", "344-71", "Analysis Plan", "Statistical models"),
        ("transformations", "344-75", "Analysis Plan", "Transformations"),
        ("inference", "344-77", "Analysis Plan", "Inference criteria"),
        ("exclusion", "344-79", "Analysis Plan", "Data inclusion and exclusion"),
        ("missing", "344-81", "Analysis Plan", "Missing data"),
        ("other_analysis", "344-83", "Analysis Plan", "Other planned analysis"),
        ("context", "344-86", "Other", "Context and additional information"),
    ),
}  # fmt: skip

Picked = Literal["experiment", "no_experiment", "causal", "not_causal", "companies_blind", "coders_blind", "not_blind",
                 "none_exist", "not_seen", "seen_not_analysed"]  # fmt: skip

#: Answers that are picked, letter by letter; absent: not known to us.
OPTIONS: Final[dict[Version, dict[Picked, str]]] = {
    3: {
        "experiment": (
            "Experiment - A researcher randomly assigns treatments to study subjects, this includes field or lab "
            "experiments. This is also known as an intervention experiment and includes randomized controlled trials."
        ),
        "no_experiment": (
            "Observational Study - Data is collected from study subjects that are not randomly assigned to a "
            "treatment. This includes surveys, “natural experiments,” and regression discontinuity designs."
        ),
        "companies_blind": (
            "For studies that involve human subjects, they will not know the treatment group to which they have been "
            "assigned."
        ),
        "coders_blind": (
            "Personnel who analyze the data collected from the study are not aware of the treatment applied to any "
            "given group."
        ),
        "not_blind": "No blinding is involved in this study.",
        "none_exist": "Registration prior to creation of data",
        "not_seen": "Registration prior to any human observation of the data",
        "seen_not_analysed": "Registration prior to analysis of the data",
    },
    4: {
        "experiment": (
            "Randomized Experiment: Must include random assignment of subjects to treatments or conditions. This "
            "usually includes lab experiments, field experiments, intervention experiments, randomized controlled "
            "trials, and A/B testing."
        ),
        "no_experiment": "Other",
        "causal": (
            "Direct inference on causal relationship(s): This study is intended to infer or estimate a causal "
            "relationship between two or more variables. It is designed specifically for the purposes of causal "
            "inference or identification."
        ),
        "not_causal": (
            "No causal relationship inferred: This study is not intended to inform a causal relationship."
        ),
        "companies_blind": (
            "Subjects will not be aware of the assigned treatment during data collection (either because the subjects "
            "are not human participants or because of blinding procedures)."
        ),
        "coders_blind": (
            "Researchers or observers who code or interpret data for analysis will not be aware of the assigned "
            "treatments during coding."
        ),
        "none_exist": (
            "Data does not yet exist. No part of the data that will be used for this analysis plan exists, and no part "
            "will be generated until after this plan is registered."
        ),
        "seen_not_analysed": "Authors have observed the data, but have not performed the proposed analyses.",
    },
}  # fmt: skip
