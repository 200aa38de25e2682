"""The option of the stories: `pytest tests/stories --update` writes anew what is known to be missed."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", default=False, help="write the lists of known misses (misses.txt) of the stories anew")
