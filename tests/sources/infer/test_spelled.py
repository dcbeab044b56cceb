"""Names of proposed fields: readable, valid, each once."""

from __future__ import annotations

import pytest

from sources.contract.field import NAME, RESERVED
from sources.infer.spelled import Names, spelled


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("项目名称", "xiangmumingcheng"),
        ("统一社会信用代码", "tongyishehui_xydm"),
        ("是否开工", "kaigong"),
        ("GDP增速", "gdpzengsu"),
        ("1–本月累计", "n1benyueleiji"),
        ("重庆市", "chongqingshi"),
        ("银行", "yinhang"),
        ("（）", ""),
    ],
)
def test_titles_are_spelled_in_pinyin(title: str, name: str) -> None:
    assert spelled(title) == name


def test_every_field_has_a_valid_name_of_its_own() -> None:
    names = Names()
    given = [
        names.give(title, at)
        for at, title in enumerate(["数量", "数 量", "", "Sheet", "form", "科目", "2022年"], start=1)
    ]
    assert given == ["shuliang", "shuliang2", "c03", "sheet2", "form2", "kemu", "n2022nian"]
    assert all(NAME.match(name) and name not in RESERVED for name in given)
