"""What becomes of odd and hostile workbooks: file class → outcome, with the longest time and the largest memory."""

from __future__ import annotations

import resource
import time
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from rich.console import Console
from rich.table import Table

from sources.contract import load_catalog
from sources.reader.apart import SECONDS
from sources.reader.kind import kind_of
from sources.reader.model import Reading
from sources.reader.refusal import UnreadableError
from sources.reader.worker import Job, Readers, read_apart

HOSTILE = Path(__file__).parents[2] / "shared" / "data" / "hostile"


@dataclass
class Outcomes:
    """What became of the files of one class."""

    files: int = 0
    seconds: float = 0.0
    ends: Counter[str] = field(default_factory=Counter)


def show(console: Console) -> None:
    """Read every file in a process of its own and print the table; nothing is printed when there are no such files."""
    if not HOSTILE.is_dir():
        return
    # In a process of its own, whose children are the readers and nothing that other benchmarks have started.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        found, megabytes, together = pool.submit(measure).result()
    table = Table("文件种类", "份数", "最长（秒）", "结果")
    for name, outcomes in sorted(found.items()):
        ends = "，".join(f"{end} {count}" for end, count in outcomes.ends.most_common())
        table.add_row(name, str(outcomes.files), f"{outcomes.seconds:.2f}", ends)
    console.print(table)
    longest = max(outcomes.seconds for outcomes in found.values())
    console.print(
        f"{sum(outcomes.files for outcomes in found.values())} 份，最长 {longest:.2f} 秒（上限 {SECONDS} 秒），"
        f"内存峰值 {megabytes:.0f} MB（上限 1,024 MB），两个进程读完全部 {together:.1f} 秒"
    )


def measure() -> tuple[dict[str, Outcomes], float, float]:
    """Return the outcomes by class, the largest memory of a reading process, and the seconds of all in a pool."""
    catalog = load_catalog()
    found: dict[str, Outcomes] = defaultdict(Outcomes)
    jobs = [Job(path, path.name, "") for path in sorted(HOSTILE.iterdir()) if path.suffix != ".md"]
    for job in jobs:
        start = time.perf_counter()
        reading = read_apart(job, catalog)
        outcomes = found[_class(job.path)]
        outcomes.files += 1
        outcomes.seconds = max(outcomes.seconds, time.perf_counter() - start)
        outcomes.ends[_end(reading)] += 1
    megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    start = time.perf_counter()
    with Readers(catalog) as readers:
        list(readers.read(jobs))
    return found, megabytes, time.perf_counter() - start


def _class(path: Path) -> str:
    """Name what a file is: its ending, and what its content says where that is something else."""
    ending = path.suffix.lower().lstrip(".")
    try:
        kind = kind_of(path.read_bytes()).value
    except UnreadableError as error:
        kind = {"XL-ENCRYPTED": "加密", "XL-UNREADABLE": "不是工作簿"}.get(error.rule, error.rule)
    return f"{ending}（{kind}）"


def _end(reading: Reading) -> str:
    """Tables of a form, or the finding. A13: the cells were read and are no form of the zone."""
    if reading.tables:
        return "认出表"
    return {"A13": "读出（不是登记的表，A13）"}.get(reading.failures[0].rule, reading.failures[0].rule)
