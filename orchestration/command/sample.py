"""``taizhang sample``: an invented zone's workbooks."""

from __future__ import annotations

from pathlib import Path

import click

from orchestration.command.errors import CommandError


@click.command()
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="写到哪个文件夹（各部门一个子文件夹）。",
)
@click.option(
    "--months",
    metavar="N",
    type=click.IntRange(0, 10),
    default=6,
    show_default=True,
    help="除 2021 年外，再写最近几个月（至 2026 年 10 月）。",
)
@click.option(
    "--seed", metavar="S", type=int, default=20211231, show_default=True, help="随机种子；种子相同，文件逐字节相同。"
)
@click.option(
    "--departments",
    metavar="D,D",
    help="只写这些部门，用逗号分开：projects、investment、enterprises、finance、party、planning、office（或其名称）。",
)
@click.option(
    "--scale",
    metavar="K",
    type=click.IntRange(1, 50),
    default=1,
    show_default=True,
    help="写几个园区：第一个在 DIR，其余各在 DIR/zone-02、DIR/zone-03…，企业、项目、编号互不相同。",
)
def command(output: Path, months: int, seed: int, departments: str | None, scale: int) -> None:
    """生成一个虚构园区的工作簿：2021 全年，加最近几个月的“脏”表。

    全部表单都有；企业、项目、人名均为虚构。2021 年整齐干净，指标与园区年度报告一致；最近几个月按各部门自己的样式，
    最后一个月各部门另有几份已知错误的工作簿，答案（文件、表、规则、单元格）在 DIR/答案.csv。各部门文件夹里的“收文登记.csv”写明每份文件的收到时间。

    \b
    例：taizhang sample -o 样例
        taizhang sample -o 样例 --months 2 --departments projects,office
        taizhang sample -o var/drop && taizhang refresh
    """
    # Late: openpyxl and the forms are needed only when workbooks are written.
    from sources.contract import load_catalog
    from sources.sample.write import write_sample

    catalog = load_catalog()
    wanted = _departments(departments, catalog.code_lists["departments"].spellings())
    answers = _answers(output)
    try:
        written = write_sample(
            output, catalog, months=months, seed=seed, departments=wanted, scale=scale, answers=answers
        )
    except OSError as error:
        raise CommandError(f"写不了 {error.filename or output}：{error.strerror}") from error
    names = catalog.code_lists["departments"].codes
    for department, files in written.files.items():
        click.echo(f"{names[department]}：{files} 份工作簿，在 {output / department}")
    click.echo(f"已知错误：{len(written.answers)} 处，答案在 {answers}")


def _departments(said: str | None, spellings: dict[str, str]) -> tuple[str, ...]:
    """Return the ids of the departments asked for, each once, in the sample's order."""
    from sources.sample.write import DEPARTMENTS

    if said is None:
        return DEPARTMENTS
    ids = {spellings[department]: department for department in DEPARTMENTS}
    found = set()
    for word in filter(None, (part.strip() for part in said.replace("，", ",").replace("、", ",").split(","))):
        department = ids.get(spellings.get(word, ""))
        if department is None:
            raise CommandError(f"示例园区没有部门“{word}”，可选：{'、'.join(DEPARTMENTS)}。")
        found.add(department)
    return tuple(department for department in DEPARTMENTS if department in found)


def _answers(output: Path) -> Path:
    """Return where the answer key goes: beside the workbooks, but never where submissions are collected."""
    from sources.home import Home
    from sources.sample.write import ANSWERS

    home = Home.from_environment()
    return (home.root if output.resolve() == home.drop else output) / ANSWERS
