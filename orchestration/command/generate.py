"""``taizhang generate``: what is derived from forms and metrics, and committed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from orchestration.command.errors import FINDINGS, CommandError
from sources.contract import Catalog, load_catalog
from sources.derived.files import Derived

ROOT = Path(__file__).parents[2]


@click.command(
    "generate",
    short_help="生成（或检查）由表单与指标派生的文件",
    epilog="\b\n例：\n  taizhang generate          写入有变化的文件\n  taizhang generate --check  只检查，有差异时退出码为 1",
)
@click.option("--check", is_flag=True, help="只检查是否与表单、指标一致，不写文件。")
def command(check: bool) -> None:
    """由表单和指标定义生成 dbt 源、暂存模型、表单清单、指标 SQL 和编辑器用的 JSON Schema。

    新增一张表：写一个 sources/forms/<部门>/<表>.yaml，再运行本命令即可，不必手改其他文件。
    """
    catalog = load_catalog()
    changed: list[Path] = []
    for derived in _derived(catalog):
        changed += derived.differing(ROOT) if check else derived.write(ROOT)
    for path in changed:
        click.echo(f"{'不一致' if check else '已写入' if (ROOT / path).exists() else '已删除'}：{path}")
    if check and changed:
        raise CommandError(f"{len(changed)} 个文件与表单或指标定义不一致，请运行 taizhang generate 后提交。", FINDINGS)
    if not changed:
        click.echo("派生文件与表单、指标定义一致。")


def _derived(catalog: Catalog) -> Iterator[Derived]:
    """Yield what depends on forms alone first: compiling metrics parses a project that already holds it."""
    from sources.derived.form_files import form_files
    from sources.derived.quality_models import quality_models
    from sources.derived.rule_list import rule_list

    yield form_files(catalog)
    yield quality_models()
    yield rule_list(catalog)

    # Late: MetricFlow and dbt take seconds to import.
    from orchestration.metrics.compiler import Compiler
    from orchestration.metrics.models import indicator_models
    from orchestration.metrics.semantic_manifest import semantic_manifest

    yield indicator_models(Compiler(semantic_manifest()), catalog)
