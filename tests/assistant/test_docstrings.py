import doctest
from importlib import import_module
from pkgutil import walk_packages

import pytest

import assistant

MODULES = sorted(
    module.name
    for module in walk_packages(assistant.__path__, "assistant.")
    if not module.name.endswith("__main__")
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_the_docstrings_hold(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0
