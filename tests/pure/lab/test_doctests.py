"""The examples in the lab's docstrings are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import testing_lab

_MODULES = [one.name for one in pkgutil.walk_packages(testing_lab.__path__, "testing_lab.")]


@pytest.mark.parametrize("name", _MODULES)
def test_examples(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
