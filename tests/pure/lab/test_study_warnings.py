"""The page for researchers explains every warning of a study, and no other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from testing_lab.study.warnings import WarningCode


def test_every_warning_is_explained() -> None:
    page = (Path(__file__).parents[3] / "docs" / "statistics.md").read_text("utf-8")
    assert sorted(re.findall(r"^\| `([a-z_]+)` \|", page, re.MULTILINE)) == sorted(get_args(WarningCode))
