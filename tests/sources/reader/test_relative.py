"""Columns of one name told apart by their period or their place."""

from __future__ import annotations

import pytest

from sources.reader.headers import name_of, unit_of
from sources.reader.relative import relative


def named(*headers: str) -> list[str]:
    return ["/".join(path) for path in relative([tuple(header.split("/")) for header in headers])]


@pytest.mark.parametrize(
    ("headers", "names"),
    [
        (("地区", "2022年", "2023年", "2024年"), ["地区", "前2年", "上年", "2024年"]),
        (("地区", "2022", "2023", "2024"), ["地区", "前2年", "上年", "2024"]),
        (("项目", "2024.01", "2024.02"), ["项目", "上个月", "2024.02"]),
        (("部门", "1月", "2月", "3月", "合计"), ["部门", "一月", "二月", "三月", "合计"]),
        (("部门", "3月", "4月", "5月", "6月"), ["部门", "三月", "四月", "五月", "六月"]),
        (("部门", "4月完成", "5月完成"), ["部门", "上个月完成", "5月完成"]),
        (("1月/工资", "1月/差旅", "2月/工资", "2月/差旅"), ["一月/工资", "一月/差旅", "二月/工资", "二月/差旅"]),
        (("项目", "5月", "1—5月"), ["项目", "5月", "1—5月"]),
        (("项目", "预算%", "项目", "预算%"), ["项目", "预算%", "项目（第2个）", "预算（第2个）"]),
    ],
)
def test_columns_of_one_name_are_told_apart(headers: tuple[str, ...], names: list[str]) -> None:
    found = named(*headers)
    assert found == names
    assert len(set(map(name_of, found))) == len(names)


def test_prose_is_not_searched_for_months() -> None:
    prose = "1月，" * 200_000
    assert relative([(prose,), (prose,)]) == [(prose,), (prose,)]
    assert name_of(prose)


def test_a_unit_behind_the_name_is_no_part_of_it() -> None:
    assert [name_of(text) for text in ("增长%", "同比±%", "销售额，亿元", "增长（%）")] == [
        "增长",
        "同比",
        "销售额",
        "增长",
    ]
    unit = unit_of("增长%")
    assert unit is not None
    assert unit.base == "%"
