"""自查情况报告 of a year: the facts of the warehouse in our own wording, with the provenance of every number."""

from __future__ import annotations

from orchestration.reports.facts import Facts
from orchestration.reports.heads import head
from orchestration.reports.paper import Block, Heading, Paper, Paragraph, Table, figures_of
from orchestration.reports.year import Year
from orchestration.reports.yearly_results import construction, growth, party, promotion, revenue, services, upgrading
from orchestration.reports.yearly_work import groundwork, mechanism, next_steps, supervision, system, tasks_of


def self_inspection(facts: Facts, period: str) -> Paper:
    """Return the report of a year. Raises ``ReleaseError`` when the release has no indicator of it."""
    year = Year(facts, period)
    year.month  # noqa: B018 - refuses a year without figures before anything is written
    tasks = tasks_of(year)
    results = (promotion, construction, services, growth, upgrading, party, revenue)
    blocks: list[Block] = [
        Heading("一、夯实改革基础"), *groundwork(year, tasks),
        Heading("二、健全推进机制"), *mechanism(year, tasks),
        Heading("三、强化督察考核"), *supervision(year),
        Heading("四、重点领域成效"), *(block for section in results for block in section(year)),
        Heading("五、深化体制改革"), *system(year),
        Heading("六、下一步打算"), *next_steps(year, tasks),
    ]  # fmt: skip
    blocks += [Heading("附录　数字出处"), _provenance(blocks)]
    return head(facts, "self-inspection", period, tuple(blocks))


def _provenance(blocks: list[Block]) -> Table:
    """Return every number of the text with its source, in the order of reading."""
    figures = figures_of(block for block in blocks if isinstance(block, Paragraph))
    rows = tuple(
        (number, figure.shown, f"{figure.source} {figure.name}", figure.period, figure.scope, figure.status, figure.release)
        for number, figure in enumerate(figures, start=1)
    )  # fmt: skip
    headings = ("序号", "数字", "指标或台账", "期间", "范围", "状态", "数据版本")
    return Table("数字出处", headings, rows, (2, 3, 8, 3, 2, 4, 5))
