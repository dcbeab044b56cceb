"""How well the tables of unknown workbooks are found: the structure score on real workbooks, beside the peers'."""

from __future__ import annotations

import importlib.util
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from rich.console import Console
from rich.table import Table

from sources.infer.structure import as_json
from sources.infer.workbook_file import infer_structure

REAL = Path(__file__).parents[2] / "shared" / "data" / "real"
#: The bound that the project set itself.
WANTED = 0.92
#: What the peers score on the same workbooks (BASELINES.md beside them).
PEERS = {
    "pandas，首行为表头": 0.226,
    "pandas，首个填满的行为表头": 0.272,
    "frictionless": 0.227,
    "pandas，人工告知表头行": 0.490,
    "40 行的启发式": 0.733,
}
SHOWN = {
    "structure_score": "结构得分",
    "found": "找到的表",
    "header_exact": "表头行全对",
    "data_exact": "数据区全对",
    "path_accuracy": "列路径",
    "unit_accuracy": "单位",
    "kind_accuracy": "列类型（不计分）",
    "total_f1": "合计行 F1",
    "section_f1": "分组行 F1",
    "note_f1": "注释行 F1",
}


def report(console: Console, folder: Path = REAL) -> None:
    """Print the structure score over the annotated workbooks, and every table that is not fully right."""
    if not folder.is_dir():
        console.print("结构得分：真实工作簿不在本机，未测。")
        return
    scorer = _scorer(folder)
    gold: dict[str, Any] = scorer.read_gold(str(folder))
    start = time.perf_counter()
    found = {name: as_json(name, infer_structure(folder / name).tables) for name in gold}
    seconds = time.perf_counter() - start
    files = scorer.score_all(gold, found.get)
    console.print(_figures(scorer.summary(files), seconds, len(gold)))
    for file in files:
        for table in file["tables"]:
            if table["score"] < 1:
                console.print(f"{table['score']:.2f} {file['file']} {table['sheet']} {table['range']}")


def _scorer(folder: Path) -> ModuleType:
    """Load the scorer that lies beside the workbooks."""
    spec = importlib.util.spec_from_file_location("score_tables", folder / "score_tables.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / "score_tables.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _figures(summary: dict[str, Any], seconds: float, files: int) -> Table:
    table = Table("认表（infer --json）", "得分", title=f"{files} 份真实工作簿，{summary['tables']} 张表，{seconds:.1f} 秒")
    for key, name in SHOWN.items():
        value = summary[key]
        bound = f"（目标 ≥ {WANTED}）{'✓' if value >= WANTED else '✗'}" if key == "structure_score" else ""
        table.add_row(name, "—" if value is None else f"{value:.3f}{bound}")
    for name, score in PEERS.items():
        table.add_row(f"对照：{name}", f"{score:.3f}")
    return table

