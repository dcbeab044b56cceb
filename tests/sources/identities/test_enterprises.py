from __future__ import annotations

from datetime import datetime
from typing import Any

from sources.decisions.decision import Role
from sources.decisions.identities import AboutIdentity, Merge, NotSame, Same, Split
from sources.identities.enterprises import Identity, Mention, Registered, identify

NEW, HOUSE, DRUGS = "91370105MA3AY4CL62", "91370105MA312TH36U", "91370105MA3BJ1XGXM"
REGISTERED = (
    Registered(NEW, "济南衡煦新材料有限公司"),
    Registered(HOUSE, "济南衡煦置业有限公司"),
    Registered(DRUGS, "济南朔霁药业股份有限公司", "济南垚珩制药厂、朔霁制药有限公司"),
)


def _decision(kind: type[AboutIdentity], **content: Any) -> AboutIdentity:
    told = {"taken_at": datetime(2026, 3, 1, 9), "by": "汇总岗甲", "role": Role.DESK, "reason": "电话核实过的"}
    return kind.model_validate({**told, **content})


def _found(
    *mentions: tuple[str | None, str | None], decisions: tuple[AboutIdentity, ...] = ()
) -> list[tuple[Any, Any]]:
    told = [Mention(f"{number}", *mention) for number, mention in enumerate(mentions)]
    return [(found.enterprise_id, found.matched_by) for found in identify(told, REGISTERED, decisions)]


def test_the_code_decides_when_there_is_one() -> None:
    assert _found((NEW, "衡煦新材")) == [(NEW, "代码")]


def test_a_code_that_is_not_registered_is_nobody_whatever_its_name() -> None:
    assert _found(("91370105MA3612DD8D", "济南衡煦新材料有限公司")) == [(None, None)]


def test_former_names_are_names() -> None:
    assert _found((None, "垚珩制药厂"), (None, "济南垚珩制药厂")) == [(DRUGS, "模型"), (DRUGS, "名称")]


def test_a_doubtful_name_is_asked_with_its_candidates() -> None:
    found = identify([Mention("1", None, "衡煦")], REGISTERED)[0]
    assert found.candidates is not None
    assert (found.enterprise_id, found.matched_by) == (None, "待判断")
    assert NEW in found.candidates
    assert HOUSE in found.candidates


def test_same_is_replayed_and_not_same_takes_it_back() -> None:
    same = _decision(Same, name="衡 煦", identity=HOUSE)
    assert _found((None, "衡煦"), decisions=(same,)) == [(HOUSE, "人工")]
    back = _decision(NotSame, name="衡煦", identity=HOUSE)
    assert _found((None, "衡煦"), decisions=(same, back))[0][1] == "待判断"


def test_not_same_stops_what_the_model_would_take() -> None:
    never = _decision(NotSame, name="衡煦新材料", identity=NEW)
    assert _found((None, "衡煦新材料")) == [(NEW, "模型")]
    assert _found((None, "衡煦新材料"), decisions=(never,))[0][0] is None


def test_merged_codes_are_one_and_a_merge_back_undoes_it() -> None:
    merge = _decision(Merge, identity=HOUSE, into=NEW)
    assert _found((HOUSE, "济南衡煦置业有限公司"), (None, "衡煦置业"), decisions=(merge,)) == [
        (NEW, "人工"),
        (NEW, "模型"),
    ]
    back = _decision(Merge, identity=NEW, into=HOUSE)
    assert _found((HOUSE, "衡煦置业"), decisions=(merge, back)) == [(HOUSE, "代码")]


def test_merges_in_a_circle_end() -> None:
    circle = tuple(_decision(Merge, identity=a, into=b) for a, b in ((NEW, HOUSE), (HOUSE, DRUGS), (DRUGS, NEW)))
    assert _found((NEW, "济南衡煦新材料有限公司"), decisions=circle)[0][0] in {NEW, HOUSE, DRUGS}


def test_a_branch_under_its_parents_code_is_split_off() -> None:
    split_off = _decision(Split, identity=NEW, name="济南衡煦新材料有限公司天桥分公司", into=HOUSE)
    mentions = ((NEW, "济南衡煦新材料有限公司（天桥）分公司"), (NEW, "济南衡煦新材料有限公司天桥分公司"))
    assert _found(*mentions, decisions=(split_off,)) == [(NEW, "代码"), (HOUSE, "人工")]


def test_names_written_beside_a_code_are_known_later_without_it() -> None:
    assert _found((DRUGS, "朔霁健康集团"), (None, "朔霁健康集团")) == [(DRUGS, "代码"), (DRUGS, "名称")]


def test_a_wrong_code_beside_a_registered_name_teaches_nothing() -> None:
    assert _found((DRUGS, "济南衡煦新材料有限公司"), (None, "济南衡煦新材料有限公司"))[1] == (NEW, "名称")


def test_nothing_reported_and_nothing_registered() -> None:
    assert identify([], REGISTERED) == []
    assert identify([Mention("1", None, "衡煦"), Mention("2", NEW, None)], []) == [Identity("1"), Identity("2")]
