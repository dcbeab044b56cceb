"""The command, run in this process."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from orchestration.command import main
from sources.home import Home


@pytest.fixture
def taizhang(home: Home) -> Callable[..., Result]:
    """Return a function that runs the command with the given words, in a home of its own."""

    def run(*words: str) -> Result:
        return CliRunner().invoke(main, words)

    return run
