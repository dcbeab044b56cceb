"""Workbooks with words and numbers that occur nowhere else, to be searched for in all that a home lets people read."""

from __future__ import annotations

import json
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import duckdb
import openpyxl

from orchestration.release.model import PRIVATE
from sources.contract import load_catalog
from sources.home import Home
from sources.published.restricted import READERS, RESTRICTED
from sources.published.sandbox import OPEN
from sources.template import write_rows
from tests.workbooks import project, write_projects

#: Legal representative, who looks after the money with an identity number, phone; who filled the workbook in.
PERSONAL = ("甄隐士", "贾雨村", "370105198803047751", "13987650123", "封不肃")
#: What one enterprise reported: sales that fit no output, a balance that does not balance, a cell typed in full width.
SALES, GAP, TYPED = "21987.6543", "4321.8765", "５４３２１．９８７６"
#: An export above the sales (sent back), the points on a ballot, and points that no ballot may give (sent back).
EXPORT, POINTS, TOO_MANY = "88776.5544", "73.2179", "173.2179"
RESTRICTED_VALUES = (SALES, GAP, TYPED, "54321.9876", EXPORT, POINTS, TOO_MANY, "98765.4321")
#: A department's answer repeats its figure.
ANSWER = f"集中交付在下月，销售产值{SALES}万元无误"

#: Files that nobody can read or take.
BAD = ("坏.xlsx", "空.xlsx", "缺列.xlsx", "哪一期.xlsx")

_USCC = "91370105MA3AY4CL62"
_ENTERPRISE: dict[str, Any] = {
    "uscc": _USCC, "enterprise_name": "济南晨光新材料有限公司", "enterprise_type": "有限责任公司",
    "registration_type": "内资", "unit_type": "法人单位", "registration_authority": "济南市市场监督管理局",
    "region_code": "370105", "established_date": "2015-03-02", "operation_from_date": "2015-03-02",
    "domicile": "济南市天桥区", "operating_address": "济南市天桥区", "registered_capital_wan": 5000, "currency": "人民币",
    "industry_code": "3051", "registration_status": "存续", "area": "新材料片区", "scope": "注册在区",
    "data_source": "企业申报", "updated_date": "2026-03-01", "duplicate_flag": "正常",
    "legal_representative": PERSONAL[0], "contact_phone": PERSONAL[3],
    "finance_contact": f"{PERSONAL[1]}，身份证号{PERSONAL[2]}，" + "财务部" * 15,
}  # fmt: skip
_MONTH: dict[str, Any] = {
    "uscc": _USCC, "enterprise_name": "济南晨光新材料有限公司", "industry_code": "3051", "scope": "注册在区",
    **dict.fromkeys(("output_month_wan", "output_prior_month_wan", "output_prior_ytd_wan"), Decimal("98765.4321")),
    "output_ytd_wan": Decimal("198765.4321"),
    **dict.fromkeys(("sales_month_wan", "sales_ytd_wan", "sales_prior_month_wan", "sales_prior_ytd_wan"), Decimal(SALES)),
    **dict.fromkeys(("export_month_wan", "export_ytd_wan", "export_prior_month_wan", "export_prior_ytd_wan"), 0),
    **dict.fromkeys(("revenue_ytd_wan", "main_revenue_ytd_wan"), Decimal("54321.9876")),
    **dict.fromkeys(("profit_ytd_wan", "vat_ytd_wan", "income_tax_ytd_wan", "payroll_ytd_wan", "tax_paid_ytd_wan"), 7),
    "assets_wan": Decimal("104321.8765"), "liabilities_wan": 60000, "equity_wan": 40000, "employees": 87,
}  # fmt: skip
_BALLOT = {"evaluator_type": "主要领导", "ballot_no": "密七", "subject_name": "项目建设部"}


def send_bad_files(folder: Path) -> None:
    """Send what nobody can read or take, one file of each kind."""
    folder.mkdir(parents=True)
    (folder / "坏.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    (folder / "空.xlsx").write_bytes(b"")
    write_projects(folder / "缺列.xlsx", [{name: value for name, value in project().items() if name != "形象进度"}])
    write_projects(folder / "哪一期.xlsx", [project()], title="重点项目月度调度表")


def send_secrets(drop: Path) -> None:
    """Send a register, two months of one enterprise and two years of ballots; the second ones are not accepted."""
    _write(drop / "enterprises/名录.xlsx", "F06", "2026-03", _ENTERPRISE)
    month = _write(drop / "projects/规上三月.xlsx", "F08", "2026-03", _MONTH)
    book = openpyxl.load_workbook(month)
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            if cell.value in (54321.9876, Decimal("54321.9876")):
                cell.value = TYPED
    book.save(month)
    _write(
        drop / "projects/规上四月.xlsx",
        "F08",
        "2026-04",
        _MONTH | {"export_month_wan": Decimal(EXPORT), "sales_ytd_wan": 190000},
    )
    _write(drop / "office/评价票.xlsx", "F14d", "2024", _BALLOT | {"score_points": Decimal(POINTS)})
    _write(drop / "office/评价票二.xlsx", "F14d", "2025", _BALLOT | {"score_points": Decimal(TOO_MANY)})


def _write(path: Path, form: str, period: str, row: dict[str, Any]) -> Path:
    catalog = load_catalog()
    path.parent.mkdir(parents=True, exist_ok=True)
    contract = catalog.form(form)
    # Names of people stand below a table too.
    said = f"填表说明：{PERSONAL[4]}，{PERSONAL[3]}"
    write_rows(contract, catalog, path, [row], period=period, filler=PERSONAL[4], reviewer=PERSONAL[0], note=said)
    return path


def told_in_tables(
    warehouse: Path, words: tuple[str, ...], schemas: frozenset[str] | None = None
) -> dict[str, set[str]]:
    """Return, for each word, the tables of a release (of these schemas; None: of all) in which it stands."""
    found: dict[str, set[str]] = {word: set() for word in words}
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        sql = "select schema_name, table_name, list(column_name) from duckdb_columns() where not internal group by all"
        for schema, table, columns in connection.execute(sql).fetchall():
            if schemas is None or schema in schemas:
                cells = ", ".join(f'"{column}"::varchar' for column in columns)
                said = f'select string_agg(concat_ws(chr(10), {cells}), chr(10)) from "{schema}"."{table}"'
                ((text,),) = connection.execute(said).fetchall()
                for word in words:
                    if text and word in text:
                        found[word].add(f"{schema}.{table}")
    return found


def told_in_files(paths: Iterator[Path], words: tuple[str, ...]) -> set[tuple[str, str]]:
    """Return the files in which a word stands, plain or as JSON; Parquet files, workbooks and databases are opened."""
    spelled = [(word, spelling) for word in words for spelling in {word, json.dumps(word)[1:-1]}]
    return {
        (path.name, word) for path in paths for text in [_text(path)] for word, spelling in spelled if spelling in text
    }


def open_files(home: Home) -> Iterator[Path]:
    """Yield every file that tells of submissions and that others than the account of the night may read."""
    folders = (home.releases, home.ledger, home.papers, home.outbox, home.portal_inbox, home.dagster, home.root / "log")
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file() and path.suffix != ".duckdb" and (path.stat().st_mode & stat.S_IROTH):
                yield path


def private_files(home: Home) -> list[Path]:
    """Return what releases hold for the account of the night alone."""
    return [path for path in home.releases.rglob("*") if path.is_file() and path.name in PRIVATE]


#: What everybody may query, and what nobody may but by the pages made for it.
OPEN_SCHEMAS = OPEN
CLOSED_SCHEMAS = frozenset({*READERS, RESTRICTED})


def _text(path: Path) -> str:
    if path.suffix == ".parquet":
        with duckdb.connect() as connection:
            return str(connection.execute("select * from read_parquet(?)", [str(path)]).fetchall())
    if path.suffix == ".xlsx":
        sheets = openpyxl.load_workbook(path, read_only=True).worksheets
        return str([list(sheet.iter_rows(values_only=True)) for sheet in sheets])
    if path.suffix == ".db":
        with closing(sqlite3.connect(path)) as database:
            return "\n".join(database.iterdump())
    if path.suffix == ".docx":
        with ZipFile(path) as parts:
            return "".join(parts.read(name).decode("utf-8", errors="ignore") for name in parts.namelist())
    return path.read_bytes().decode("utf-8", errors="ignore")
