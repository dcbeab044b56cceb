from __future__ import annotations

import pytest

from sources.identities.names import NameParts, normalised, split


@pytest.mark.parametrize(
    "written",
    [
        "济南衡煦新材料有限公司",
        "济南市衡煦新材料有限公司",
        "衡煦（济南）新材料有限公司",
        "衡煦〔济南〕新材料有限公司",
        "衡煦 (济南) 新材料有限公司（一期）",
    ],
)
def test_the_same_enterprise_is_taken_apart_alike(written: str) -> None:
    parts = split(written)
    assert (parts.region, parts.brand, parts.trade, parts.form) == ("山东|济南", "衡煦", "新材料", "limited")


def test_a_county_is_a_place_only_inside_the_city_before_it() -> None:
    assert split("济南天桥衡煦置业有限公司").region == "山东|济南|天桥"
    assert split("济南远安新材料有限公司").brand == "远安"


def test_a_place_with_nothing_but_a_trade_behind_it_is_the_brand() -> None:
    assert split("安康新能源科技").brand == "安康"
    assert split("海南南海网络") == NameParts("海南南海网络", region="海南", brand="南海", trade="网络")


def test_a_branch_is_not_its_enterprise() -> None:
    assert split("济南衡煦新材料有限公司天桥分公司").branch == "天桥分公司"
    assert split("济南衡煦新材料有限公司").branch == ""


def test_group_and_partnership_are_forms() -> None:
    assert split("山东衡煦集团有限公司").group
    assert split("济南朔霁投资合伙企业（有限合伙）").form == "partnership"


def test_remarks_in_brackets_are_not_the_name() -> None:
    assert normalised("澜拓科技有限公司（原名待核）") == "澜拓科技有限公司"
    assert normalised("ＡＢ科技［济南］") == "AB科技(济南)"


@pytest.mark.parametrize("text", ["", "()", "有限公司", "济南", "（（", "分公司", "集团", "１２３"])
def test_any_text_is_taken_apart(text: str) -> None:
    assert isinstance(split(text), NameParts)
