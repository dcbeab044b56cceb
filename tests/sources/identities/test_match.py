from __future__ import annotations

import pytest

from bench.name_variants import labelled
from sources.identities.match import Match, match_names

REGISTER = {
    "E1": ("济南衡煦新材料有限公司",),
    "E2": ("济南衡煦置业有限公司",),
    "E3": ("济南朔霁药业股份有限公司", "济南朔霁制药厂"),
    "E4": ("山东弘曜集团有限公司",),
}


def _matched(*names: str) -> dict[str, Match]:
    return match_names(names, REGISTER)


@pytest.mark.parametrize(
    ("written", "enterprise"),
    [
        ("衡煦（济南）新材料有限责任公司", "E1"),
        ("衡煦新材料", "E1"),
        ("济南市朔霁药业股份有限公司", "E3"),
        ("济南朔霁制药厂", "E3"),
        ("朔霁", "E3"),
        ("弘曜集团", "E4"),
    ],
)
def test_what_departments_write_is_the_registered_enterprise(written: str, enterprise: str) -> None:
    match = _matched(written)[written]
    assert (match.verdict, match.enterprise_id) == ("same", enterprise)


@pytest.mark.parametrize(
    "written",
    [
        "济南衡煦新材料有限公司天桥分公司",
        "青岛衡煦新材料有限公司",
        "济南衡旭新材料有限公司",
        "衡煦",
        "济南衡煦物流有限公司",
    ],
)
def test_a_namesake_is_never_taken_for_it(written: str) -> None:
    match = _matched(written).get(written)
    assert match is None or match.verdict == "doubtful"


def test_two_that_may_be_meant_are_both_shown_to_a_person() -> None:
    match = _matched("衡煦")["衡煦"]
    assert {identity for identity, _ in match.candidates} == {"E1", "E2"}
    assert match.enterprise_id is None


def test_nobody_near_is_nobody() -> None:
    assert _matched("深圳垚珩半导体装备有限公司") == {}
    assert match_names(["衡煦新材料"], {}) == {}
    assert match_names([], REGISTER) == {}


def test_one_name_in_two_registers_is_not_decided_by_chance() -> None:
    register = {"A": ("澜拓科技有限公司",), "B": ("澜拓科技有限公司",)}
    assert match_names(["澜拓科技有限公司"], register)["澜拓科技有限公司"].verdict == "doubtful"


def test_precision_and_recall_on_invented_variants() -> None:
    pairs = labelled(seed=7, firms=400)
    found = match_names([name for name, _, _ in pairs.written], pairs.register)
    owners = {name: owner for name, owner, _ in pairs.written}
    linked = {name: match.enterprise_id for name, match in found.items() if match.verdict == "same"}
    right = sum(owners[name] == enterprise for name, enterprise in linked.items())
    assert len(owners) >= 1000
    assert right / len(linked) >= 0.995
    assert right / sum(owner is not None for owner in owners.values()) >= 0.96


def test_the_same_names_give_the_same_answer() -> None:
    pairs = labelled(seed=3, firms=60)
    names = [name for name, _, _ in pairs.written]
    assert match_names(names, pairs.register) == match_names(list(reversed(names)), pairs.register)
