"""How ``taizhang report compare`` shows what it found: the differences by paragraph, then what was not compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

import click

from orchestration.command.listing import Column, show, show_json
from orchestration.reports.compare import AGREES, UNMATCHED, Compared, Comparison


def show_comparison(comparison: Comparison, *, as_json: bool) -> None:
    """Print a comparison; nothing of it is left out."""
    if as_json:
        show_json(
            {
                "release": comparison.release,
                "period": comparison.period,
                "tables_not_compared": comparison.tables,
                "numbers": [asdict(one) for one in comparison.numbers],
            }
        )
        return
    differing, unmatched = comparison.differing, comparison.of(UNMATCHED)
    click.echo(
        f"核对 {len(comparison.numbers)} 个数（版本 {comparison.release}）：一致 {len(comparison.of(AGREES))}，"
        f"不符 {len(differing)}，未核对 {len(unmatched)}。"
    )
    for one in differing:
        click.echo(f"  · {one.message}（{one.indicator} {one.name}，{one.scope}，{one.period}，{one.status}）")
    _show_unmatched(unmatched)
    if comparison.tables:
        click.echo(f"文档里有 {comparison.tables} 张表格，表格里的数没有核对。")


def _show_unmatched(unmatched: Sequence[Compared]) -> None:
    if unmatched:
        columns = [
            Column("paragraph", "段"),
            Column("written", "数"),
            Column("reason", "为何没有核对"),
            Column("sentence", "句子"),
        ]
        show([asdict(one) for one in unmatched], columns, title=f"没有核对的数（{len(unmatched)} 个）")
