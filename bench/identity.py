"""How well enterprises are recognised by name: precision and recall on invented variants, and the model estimated anew."""

from __future__ import annotations

import time
from collections import Counter

from rich.console import Console
from rich.table import Table

from bench.name_variants import labelled
from sources.identities.match import match_names, predict
from sources.identities.model import COMPARISONS

#: The bounds that the project set itself.
PRECISION, RECALL = 0.995, 0.97
SEED = 2


def report(console: Console) -> None:
    """Print precision, recall, what a person is asked, and by kind of variant what was not recognised."""
    pairs = labelled(SEED)
    start = time.perf_counter()
    found = match_names([name for name, _, _ in pairs.written], pairs.register)
    seconds = time.perf_counter() - start
    missed: Counter[str] = Counter()
    kinds = Counter(kind for _, owner, kind in pairs.written if owner)
    linked = right = doubtful = 0
    for name, owner, kind in pairs.written:
        match = found.get(name)
        doubtful += match is not None and match.verdict == "doubtful"
        if match is not None and match.verdict == "same":
            linked += 1
            right += match.enterprise_id == owner
        elif owner:
            missed[kind] += 1
    table = Table("认企业（无代码的名称）", "结果", title=f"{len(pairs.written)} 对，{seconds:.1f} 秒")
    table.add_row("准确率", _bounded(right / linked, PRECISION))
    table.add_row("召回率", _bounded(right / sum(kinds.values()), RECALL))
    table.add_row("请人判断", f"{doubtful}")
    table.add_row("未自动认出", "，".join(f"{kind} {count}/{kinds[kind]}" for kind, count in missed.most_common()))
    console.print(table)


def _bounded(value: float, wanted: float) -> str:
    return f"{value:.4f}（目标 ≥ {wanted}）{'✓' if value >= wanted else '✗'}"


def estimate(console: Console, seed: int = 1) -> None:
    """Print m and u of every level as counted on labelled pairs, beside those of the model."""
    pairs = labelled(seed)
    owners = {name: owner for name, owner, _ in pairs.written}
    met = predict([name for name, _, _ in pairs.written], pairs.register)
    same = met["enterprise_id"] == met["name"].map(owners)
    table = Table("比较", "等级", "m", "m 实测", "u", "u 实测", title=f"{len(met)} 对相遇，{same.mean():.2f} 为同一家")
    for respect, levels in COMPARISONS.items():
        for number, level in enumerate(levels):
            seen = met[f"gamma_{respect}"] == len(levels) - 1 - number
            m, u = seen[same].mean(), seen[~same].mean()
            table.add_row(respect, level.name, f"{level.m}", f"{m:.4f}", f"{level.u}", f"{u:.4f}")
    console.print(table)


if __name__ == "__main__":
    estimate(Console(width=140))
