"""Landed rows without the road there: Parquet files as intake writes them, for tests that begin at the warehouse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from openpyxl.utils import get_column_letter

from sources.contract import load_catalog
from sources.home import Home
from sources.landing.schema import DESCRIBING, rows_schema

CATALOG = load_catalog()

#: A project that breaks no rule; amounts in 万元.
PROJECT: dict[str, Any] = {
    "project_name": "新材料一期项目",
    "owner_name": "济南晨光新材料有限公司",
    "project_level": "市级重点",
    "list_type": "实施类",
    "build_nature": "新建",
    "year_status": "续建",
    "responsible_departments": "项目建设部",
    "leader_name": "王建国",
    "start_year": 2020,
    "end_year": 2022,
    "planned_start_date": date(2020, 3, 15),
    "actual_start_date": date(2020, 3, 10),
    "planned_end_date": date(2022, 6, 30),
    "total_investment_wan": Decimal(50000),
    "fixed_investment_wan": Decimal(40000),
    "land_mu": Decimal(100),
    "planned_investment_year_wan": Decimal(12000),
    "investment_month_wan": Decimal(1000),
    "investment_ytd_wan": Decimal(12000),
    "investment_total_wan": Decimal(20000),
    "is_started": True,
    "is_in_statistics": True,
}

#: A high-tech certificate that is valid in 2021.
TITLE: dict[str, Any] = {
    "enterprise_name": "济南晨光新材料有限公司",
    "uscc": "91370105MA3AY4CL62",
    "title_name": "国家高企",
    "title_level": "国家",
    "stage": "获批",
    "application_type": "新认定",
    "batch": "2019年第一批",
    "application_date": date(2019, 6, 20),
    "award_date": date(2019, 11, 28),
}

#: One milestone of a reform task.
TASK: dict[str, Any] = {
    "year": 2021,
    "task_no": "1",
    "task_name": "管委会+公司改革",
    "origin": "自主改革",
    "work_line": "体制改革",
    "responsible_department": "综合办公室",
    "planned_start_date": date(2021, 1, 10),
    "planned_end_date": date(2021, 10, 31),
    "milestone": "方案印发",
    "milestone_done_date": date(2021, 5, 20),
    "milestone_weight_rate": Decimal("0.4"),
    "task_status": "正常推进",
}


class LandedZone:
    """Submissions of a zone, gathered and then written by ``land``. Rows lack what a test does not care about."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self._tables: dict[str, list[dict[str, Any]]] = {form.id: [] for form in CATALOG}
        self._tables |= {name: [] for name in DESCRIBING}

    def submit(
        self,
        form: str,
        period: str,
        rows: Sequence[Mapping[str, Any]],
        *,
        received: datetime,
        verdict: str = "accepted",
        department: str | None = None,
        units: Mapping[str, str] | None = None,
    ) -> str:
        """Add one submission with one sheet whose data begin in row 5, and return its id."""
        declared = CATALOG.forms[form]
        submission_id = f"s{len(self._tables['_submissions']) + 1}"
        shared = {"submission_id": submission_id, "form": form, "sheet": "Sheet1"}
        place = {"department": department or declared.department, "period": period}
        self._tables["_submissions"].append(
            {
                **shared, **place, "file": f"{declared.title}{period}.xlsx", "sha256": submission_id * 8,
                "received_at": received, "judged_at": received + timedelta(minutes=1), "verdict": verdict,
                "data_rows": len(rows), "held_rows": 0, "mandatory_count": int(verdict != "accepted"),
                "verify_count": 0, "notice_count": 0,
            }
        )  # fmt: skip
        for index, (name, field) in enumerate(declared.fields.items(), start=1):
            read = {"unit": field.unit, "unit_read": (units or {}).get(name, field.unit)}
            column = {"column_letter": get_column_letter(index), "header": field.title, "field": name}
            self._tables["_columns"].append({**shared, **column, "title": field.title, **read})
        if verdict == "accepted":
            self._tables[form] += [
                {**shared, **place, "reported_on": received.date(), "sheet_row": number, **row}
                for number, row in enumerate(rows, start=5)
            ]
        return submission_id

    def find(self, **finding: Any) -> None:
        """Add a finding as judging writes it."""
        self._tables["_findings"].append({"finding_id": f"f{len(self._tables['_findings']) + 1}", **finding})

    def land(self) -> Home:
        """Write everything; a table without rows becomes an empty file, as intake lays them."""
        for name, rows in self._tables.items():
            schema = DESCRIBING[name] if name in DESCRIBING else rows_schema(CATALOG.forms[name])
            self._write(self.home.landing / name / "b1.parquet", schema, rows)
        return self.home

    @staticmethod
    def _write(path: Path, schema: pa.Schema, rows: Sequence[Mapping[str, Any]]) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        columns = [pa.array([row.get(field.name) for row in rows], type=field.type) for field in schema]
        pq.write_table(pa.Table.from_arrays(columns, schema=schema), path)
