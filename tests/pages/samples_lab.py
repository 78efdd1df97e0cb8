"""The samples of every page of the lab, together."""

from __future__ import annotations

from api.pages.contexts.page import Page
from tests.pages import (
    lab_calls_samples,
    lab_coding_samples,
    lab_fieldwork_samples,
    lab_job_samples,
    lab_progress_samples,
    lab_samples,
    results_samples,
)

LAB_SAMPLES: dict[str, Page] = {
    **lab_samples.SAMPLES,
    **lab_coding_samples.SAMPLES,
    **lab_fieldwork_samples.SAMPLES,
    **lab_calls_samples.SAMPLES,
    **lab_job_samples.SAMPLES,
    **lab_progress_samples.SAMPLES,
    **results_samples.SAMPLES,
}
