"""``taizhang refresh``: what it refuses before anything is built."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from orchestration.command.refresh import command
from sources.home import Home
from sources.published.errors import ReleaseError


@pytest.mark.parametrize("other", ["--full", "--or-sample"])
def test_looking_back_takes_nothing_in(home: Home, other: str) -> None:
    done = CliRunner().invoke(command, ["--as-of", "2026-03-31", other])
    assert (done.exit_code, home.root.exists()) == (2, False)
    assert "--as-of 不收件、不重审" in done.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [("昨天", "“昨天”不是日期或时刻"), ("2999-01-01", "还没有到"), ("2026-03-31", "还没有收到并审核过任何文件")],
)
def test_a_moment_that_cannot_be_looked_back_at_is_said(home: Home, text: str, said: str) -> None:
    done = CliRunner().invoke(command, ["--as-of", text])
    assert isinstance(done.exception, ReleaseError)
    assert said in str(done.exception)
    assert not home.releases.exists() or not any(home.releases.glob("as-of/*"))
