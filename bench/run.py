"""`make bench`: all benchmarks, printed as ratios of this run."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from rich.console import Console
from rich.table import Table

from bench import hostile, identity, infer, intake, portal, province, reader, refresh, season


def main() -> None:
    """Run every benchmark in a folder of its own and print one table."""
    table = Table("测什么", "用时（秒）", "与什么比", "用时（秒）", "倍数", "上限", "")
    with tempfile.TemporaryDirectory() as folder:
        for module in (reader, intake, refresh, province):
            for line in module.lines(Path(folder)):
                bound = "" if line.bound is None else f"{line.bound:.2f}"
                print(f"{line.what}：{line.ratio:.2f}", flush=True)
                table.add_row(
                    line.what,
                    f"{line.seconds:.3f}",
                    line.against,
                    f"{line.base:.3f}",
                    f"{line.ratio:.2f}",
                    bound,
                    line.kept,
                )
        console = Console(width=160)
        console.print(table)
        # The zone that the refreshes have left.
        portal.report(console, Path(folder) / "zone")
    infer.report(console)
    identity.report(console)
    hostile.show(console)
    with tempfile.TemporaryDirectory() as folder:
        season.report(console, Path(folder))


if __name__ == "__main__":
    main()
