"""The catalogue of the small release: what is known of three of its tables."""

from __future__ import annotations

from sources.published.tables import Column, Table


def tables() -> list[Table]:
    """Return a mart, the staging table it reads, and one whose rows are restricted."""
    field = (("key_projects", "investment_ytd_wan"),)
    done = Column("investment_ytd_wan", "decimal(18,4)", "1–本月累计完成投资", "万元", "自开年起", (("stg_projects__key_projects", "investment_ytd_wan"),),
                  field, ("B08", "D02"), ("Z05",), ("月度通报",))  # fmt: skip
    staged = Column("investment_ytd_wan", "decimal(18,4)", "1–本月累计完成投资", "万元", fields=field, rules=("B08",))
    return [
        _table("fct_project_months", "main", "事实", "重点项目月度", done, reads=("stg_projects__key_projects",)),
        _table("stg_projects__key_projects", "main", "暂存（原样）", "重点项目月度调度表", staged, read_by=("fct_project_months",)),
        _table("fct_industrial_months", "statistics", "事实", "规上工业企业月度", Column("enterprise_name", "varchar")),
    ]  # fmt: skip


def _table(
    name: str, schema: str, layer: str, title: str, column: Column, *, reads: tuple[str, ...] = (),
    read_by: tuple[str, ...] = (),
) -> Table:  # fmt: skip
    return Table(name, schema, layer, title, "每行一个。", 2, ("key_projects",), reads, read_by, column.rules,
                 column.indicators, column.pages, (column,))  # fmt: skip
