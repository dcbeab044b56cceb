"""The ledger of decisions on disk: ``decisions/<month>/<id>.json``, one file per decision, written once, never changed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from sources.decisions.decision import Decision, DecisionError
from sources.decisions.kinds import parse
from sources.home import Home


def decision_path(home: Home, decision: Decision) -> Path:
    """Return where a decision stands."""
    return home.decisions / f"{decision.taken_at:%Y-%m}" / f"{decision.decision_id}.json"


def record(home: Home, decision: Decision) -> bool:
    """Write a decision; return False when the very same one is there already.

    The file is whole or not there: it is linked to its name after it was written.
    """
    path = decision_path(home, decision)
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with draft.open("w", encoding="utf-8") as file:
        json.dump(decision.content(), file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        return False
    finally:
        draft.unlink()
    return True


def read_decisions(home: Home) -> list[Decision]:
    """Return every decision in the order in which they were taken.

    Raises ``DecisionError`` naming a file that holds none, or whose content is not what its name says.
    """
    return sorted(_each(home), key=lambda decision: (decision.taken_at, decision.decision_id))


def _each(home: Home) -> Iterator[Decision]:
    for path in sorted(home.decisions.glob("*/*.json")):
        if path.name.startswith("."):
            continue
        try:
            decision = parse(json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError) as error:
            raise DecisionError(f"决定文件 {path} 无法读取：{error}") from error
        if decision.decision_id != path.stem:
            raise DecisionError(f"决定文件 {path} 写成后被改动过（内容的指纹是 {decision.decision_id}），请恢复原件")
        yield decision
