from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import Result

from sources.decisions import read_decisions
from sources.decisions.identities import Merge, Same
from sources.home import Home
from sources.published.release import Release

Run = Callable[..., Result]
SAID = ("--text", "电话核实，是其简称", "--by", "李某")


def test_what_may_mean_several_is_listed_with_whom_it_may_mean(taizhang: Run, published: Release) -> None:
    (row,) = json.loads(taizhang("identities", "--json").output)
    assert (row["name"], row["matched_by"], row["identity"]) == ("衡煦", "待判断", None)
    assert row["candidates"] == [{"identity": "91A", "name": "甲公司", "probability": 0.8}]
    assert "甲公司（91A，80%）" in taizhang("identities").output


def test_projects_and_other_matches_are_listed_on_request(taizhang: Run, published: Release) -> None:
    (row,) = json.loads(taizhang("identities", "--projects", "--by-match", "模型", "--json").output)
    assert (row["subject"], row["owner"], row["identity"]) == ("project", "甲公司", "P1")
    assert len(json.loads(taizhang("identities", "--all", "--json").output)) == 2


def test_a_decision_is_recorded_for_the_next_refresh(taizhang: Run, home: Home) -> None:
    assert taizhang("identities", "same", "衡煦", "91A", *SAID).exit_code == 0
    assert taizhang("identities", "merge", "P2", "P1", "--project", *SAID).exit_code == 0
    same, merged = read_decisions(home)
    assert isinstance(same, Same)
    assert (same.name, same.identity, same.subject) == ("衡煦", "91A", "enterprise")
    assert isinstance(merged, Merge)
    assert merged.subject == "project"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("merge", "91A", "91A", *SAID), "是同一个"),
        (("same", "衡煦", "91A", "--text", " ", "--by", "李某"), "不能为空"),
    ],
)
def test_a_decision_that_says_nothing_is_refused(taizhang: Run, home: Home, words: tuple[str, ...], said: str) -> None:
    result = taizhang("identities", *words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert read_decisions(home) == []
