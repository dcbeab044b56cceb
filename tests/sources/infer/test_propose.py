"""A proposed form reads the workbook that it was made from, and the next edition of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from expectations.check import Checked, check
from expectations.proposed import settled
from sources.contract import Catalog, ContractError, load_catalog
from sources.contract.catalog import CODES
from sources.infer.workbook_file import Inferred, infer_form, infer_structure
from sources.reader.closest import unbound
from sources.reader.read import read_workbook
from sources.rules import load_register
from tests.workbooks import write_sheet

CATALOG = load_catalog()

LEDGER = [
    ["重点项目投资台账（2024年5月）"],
    [None, None, None, None, None, None, "单位：万元"],
    ["序号", "项目名称", "类别", "是否开工", "开工日期", "总投资", "本月完成", "1-5月完成", "完成率（%）", "用地（亩）", "从业人数（人）"],
    *(
        [n, f"项目{n}", "新建" if n % 2 else "续建", "是" if n % 3 else "否", "2024-03-15", 1000.5 + n, 20 + n, 100 + n, 10.5, 12.5, 30 + n]
        for n in range(1, 13)
    ),
    ["合计", None, None, None, None, sum(1000.5 + n for n in range(1, 13)), sum(20 + n for n in range(1, 13)), sum(100 + n for n in range(1, 13)), None, 150, sum(30 + n for n in range(1, 13))],
    ["填报人：张三"],
]  # fmt: skip


def proposed(path: Path, folder: Path, number: int | None = None) -> tuple[Inferred, Catalog]:
    """Propose a form, write it where forms lie, and return it with the catalog of that folder."""
    found = infer_form(path, CATALOG, number=number)
    assert found.proposal is not None, found.failure
    proposal, _ = settled(found.proposal, CATALOG)
    (folder / "projects").mkdir(parents=True)
    (folder / "projects" / "ledger.yaml").write_text(proposal.yaml, encoding="utf-8")
    return found, load_catalog(folder, CODES)


def judged(path: Path, catalog: Catalog, period: str | None = None) -> Checked:
    return check(read_workbook(path, catalog, form="ledger", period=period), catalog, load_register(catalog))


def test_the_form_reads_its_workbook_without_a_finding(tmp_path: Path) -> None:
    path = write_sheet(tmp_path / "台账.xlsx", LEDGER, merges=["A1:K1"])
    _, catalog = proposed(path, tmp_path / "forms")
    checked = judged(path, catalog)
    assert [finding.rule for finding in checked.findings] == []
    assert [len(table.rows) for table in checked.reading.tables] == [12]


def test_types_names_and_key_follow_from_the_values(tmp_path: Path) -> None:
    path = write_sheet(tmp_path / "台账.xlsx", LEDGER, merges=["A1:K1"])
    _, catalog = proposed(path, tmp_path / "forms")
    form = catalog.forms["ledger"]
    assert {name: (field.title, field.type.value, field.unit) for name, field in form.fields.items()} == {
        "row_no": ("序号", "integer", None),
        "xiangmumingcheng": ("项目名称", "text", None),
        "leibie": ("类别", "enum", None),
        "is_kaigong": ("是否开工", "bool", None),
        "kaigongriqi_date": ("开工日期", "date", None),
        "zongtouzi_wan": ("总投资", "money", "万元"),
        "benyuewancheng_wan": ("本月完成", "money", "万元"),
        "n1benyuewancheng_wan": ("1–本月完成", "money", "万元"),
        "wanchenglv_rate": ("完成率", "ratio", "%"),
        "yongdi_mu": ("用地", "number", "亩"),
        "congyerenshu": ("从业人数", "count", "人"),
    }
    assert (form.key, form.period, form.title) == (("xiangmumingcheng",), "month", "重点项目投资台账")
    assert form.fields["xiangmumingcheng"].required
    assert form.fields["leibie"].values == ("新建", "续建")


def test_the_next_months_edition_is_bound_column_by_column(tmp_path: Path) -> None:
    path = write_sheet(tmp_path / "5.xlsx", LEDGER, merges=["A1:K1"])
    _, catalog = proposed(path, tmp_path / "forms")
    later = [[_later(cell) for cell in row] for row in LEDGER]
    checked = judged(write_sheet(tmp_path / "6.xlsx", later, merges=["A1:K1"]), catalog)
    (table,) = checked.reading.tables
    assert (table.period, checked.findings) == ("2024-06", [])
    assert unbound(table, catalog.forms["ledger"]) == []


def _later(cell: object) -> object:
    return cell.replace("1-5月", "1-6月").replace("5月", "6月") if isinstance(cell, str) else cell


YEARS = [
    ["地 区", "2022年", "2023年", "增速（%）"],
    ["东部", 10403, 10484, 0.8],
    ["中部", 9852, 9904, 0.5],
]


def test_columns_that_differ_by_their_year_keep_their_place_next_year(tmp_path: Path) -> None:
    path = write_sheet(tmp_path / "2023年农民工.xlsx", YEARS)
    _, catalog = proposed(path, tmp_path / "forms")
    form = catalog.forms["ledger"]
    assert [field.title for field in form.fields.values()] == ["地区", "上年", "本年", "增速"]
    next_year = [["地 区", "2023年", "2024年", "增速（%）"], ["东部", 10484, 10500, 0.2], ["中部", 9904, 9950, 0.5]]
    checked = judged(write_sheet(tmp_path / "2024年农民工.xlsx", next_year), catalog)
    (table,) = checked.reading.tables
    assert [str(value) for value in table.values["shangnian"]] == ["10484.0000", "9904.0000"]
    assert [str(value) for value in table.values["bennian"]] == ["10500.0000", "9950.0000"]
    assert checked.findings == []


def test_a_renamed_header_is_named_with_the_closest_title(tmp_path: Path) -> None:
    path = write_sheet(tmp_path / "5.xlsx", LEDGER, merges=["A1:K1"])
    _, catalog = proposed(path, tmp_path / "forms")
    renamed = [["项目全部总投资额" if cell == "总投资" else cell for cell in row] for row in LEDGER]
    checked = judged(write_sheet(tmp_path / "改名.xlsx", renamed, merges=["A1:K1"]), catalog)
    (table,) = checked.reading.tables
    assert unbound(table, catalog.forms["ledger"]) == [("项目全部总投资额", "总投资")]
    messages = {finding.rule: finding.message for finding in checked.findings}
    assert "总投资（最接近的表头“项目全部总投资额”）" in messages["A03"]
    assert "F列“项目全部总投资额”（最接近“总投资”）" in messages["A04"]


def test_labels_without_a_header_are_a_field(tmp_path: Path) -> None:
    rows = [
        [None, "环比涨跌幅", "同比涨跌幅"],
        [None, "（%）", "（%）"],
        ["居民消费价格", 0.3, -0.8],
        ["食品", 2.4, -5.9],
    ]
    path = write_sheet(tmp_path / "2024年1月CPI.xlsx", rows, merges=["A1:A2"])
    _, catalog = proposed(path, tmp_path / "forms")
    checked = judged(path, catalog)
    (table,) = checked.reading.tables
    assert table.values["c01"] == ["居民消费价格", "食品"]
    assert [str(value) for value in table.values["huanbizhangdiefu_rate"]] == ["0.003000", "0.024000"]
    assert checked.findings == []


def test_a_sum_that_is_none_is_not_asked_about(tmp_path: Path) -> None:
    rows = [["分组", "产值（亿元）"], ["总计", 100], ["制造业", 80.5], ["国有控股", 30.2], ["私营", 40.1]]
    path = write_sheet(tmp_path / "2024年1月.xlsx", rows)
    found, catalog = proposed(path, tmp_path / "forms")
    assert catalog.forms["ledger"].fields["chanzhi_wan"].adds is False
    assert found.proposal is not None
    assert "产值" in found.proposal.remarks[0]
    assert judged(path, catalog).findings == []


def test_cells_that_fit_no_narrower_type_make_a_text(tmp_path: Path) -> None:
    rows = [["指标", "比上年增长（%）"], ["收入", "6.3(6.1)"], ["支出", "9.2(9.0)"], ["结余", 5.1]]
    path = write_sheet(tmp_path / "2023年.xlsx", rows)
    _, catalog = proposed(path, tmp_path / "forms")
    assert catalog.forms["ledger"].fields["bishangnianzengzhang"].type.value == "text"
    assert judged(path, catalog).findings == []


def test_rows_that_only_several_columns_tell_apart_have_a_key_of_several(tmp_path: Path) -> None:
    rows = [["年度", "月份", "增速（%）"], ["2023年", "1月", 0.8], ["2023年", "2月", 0.8], ["2024年", "1月", 0.8]]
    path = write_sheet(tmp_path / "2024年2月.xlsx", rows)
    _, catalog = proposed(path, tmp_path / "forms")
    assert len(catalog.forms["ledger"].key) == 2


def test_another_table_below_is_said(tmp_path: Path) -> None:
    rows = [["指标", "产值"], ["甲", 1.5], ["乙", 2], ["丙", 3], [], ["指标", "户数"], ["丁", 5]]
    found = infer_form(write_sheet(tmp_path / "a.xlsx", rows), CATALOG)
    assert found.proposal is not None
    assert any("另一张表" in remark for remark in found.proposal.remarks)


def test_a_workbook_with_other_tables_is_read_without_a_finding_too(tmp_path: Path) -> None:
    rows = [
        ["产值（2024年5月）"],
        ["指标", "产值"],
        ["甲", 1.5],
        ["乙", 2],
        ["丙", 3],
        [],
        ["街道", "户数", "人口"],
        ["丁", 5, 9],
        ["戊", 6, 8],
    ]
    path = write_sheet(tmp_path / "a.xlsx", rows)
    book = openpyxl.load_workbook(path)
    contacts = book.create_sheet("通讯录")
    for row in (["单位", "电话"], ["己", "62000001"], ["庚", "62000002"]):
        contacts.append(row)
    book.save(path)
    _, catalog = proposed(path, tmp_path / "forms", number=1)
    checked = judged(path, catalog)
    assert [finding.rule for finding in checked.findings] == []
    assert [len(table.rows) for table in checked.reading.tables] == [3]
    assert "other_tables: left" in (tmp_path / "forms" / "projects" / "ledger.yaml").read_text(encoding="utf-8")


def test_what_the_workbook_always_has_is_declared_and_not_said_again(tmp_path: Path) -> None:
    """No period, wholly equal rows, a merged cell, two columns of one name, a sheet that looks alike."""
    rows = [["街道", "街道", "类别", "户数"], ["甲", "东", "一类", 5], ["甲", "东", "一类", 5], ["乙", "西", "二类", 7]]
    path = write_sheet(tmp_path / "名录.xlsx", rows, merges=["C2:C3"])
    book = openpyxl.load_workbook(path)
    other = book.create_sheet("去年")
    for row in (["街道", "类别", "户数", "人口"], ["甲", "一类", "若干", 3], ["丙", "二类", 9, 4]):
        other.append(row)
    book.save(path)
    _, catalog = proposed(path, tmp_path / "forms", number=1)
    form = catalog.forms["ledger"]
    assert (form.sheets, form.dated, form.repeats) == (("Sheet1",), "receipt", True)
    assert form.known_notices == ("XL-MERGE-FILL",)
    assert [field.title for field in form.fields.values()] == ["街道", "街道(第2个)", "类别", "户数"]
    checked = check(read_workbook(path, catalog, received_on=date(2026, 3, 9)), catalog, load_register(catalog))
    assert [finding.rule for finding in checked.findings] == []
    (table,) = checked.reading.tables
    assert (table.sheet, table.period, len(table.rows)) == ("Sheet1", "2026-03", 3)


def test_a_sender_that_no_list_knows_is_named(tmp_path: Path) -> None:
    rows = [["用工情况表"], ["填报单位：邻区统计局"], ["企业名称", "人数"], ["甲公司", 5], ["乙公司", 7]]
    found = infer_form(write_sheet(tmp_path / "用工.xlsx", rows), CATALOG)
    assert found.proposal is not None
    assert any("邻区统计局" in remark for remark in found.proposal.remarks)


def test_what_is_more_than_a_notice_cannot_be_left_unsaid(tmp_path: Path) -> None:
    _, catalog = proposed(write_sheet(tmp_path / "台账.xlsx", LEDGER), tmp_path / "forms")
    form = catalog.forms["ledger"].model_copy(update={"known_notices": ("A04", "A15")})
    with pytest.raises(ContractError, match=r"ledger.yaml.*known_notices.*A15"):
        load_register(Catalog({form.id: form}, catalog.code_lists))


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04broken"])
def test_a_file_that_is_no_workbook_gives_a_reason(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    found = infer_structure(path)
    assert found.failure
    assert found.tables == []
