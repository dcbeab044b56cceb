"""Locked scores: ``ledger/scores/<year>/v<n>.json``, written once, never changed, never computed again in silence."""

from __future__ import annotations

import json
import os
import re
from datetime import datetime
from pathlib import Path
from typing import Any

from orchestration.assessment.result import Assessment, differences
from sources.home import Home
from sources.inbox import now
from sources.published.errors import ReleaseError

_VERSION = re.compile(r"^v(\d{4})\.json$")


class ScoresNotLockableError(ReleaseError):
    """Scores that may not be locked; the text says what must be settled first."""


def versions(home: Home, year: str) -> list[dict[str, Any]]:
    """Return the locked versions of a year, the first one first. Keys: those of ``Assessment.as_plain`` and ``lock``."""
    folder = home.scores / year
    if not folder.is_dir():
        return []
    paths = sorted(path for path in folder.iterdir() if _VERSION.match(path.name))
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths]


def lock(home: Home, assessment: Assessment, by: str, at: datetime | None = None) -> tuple[dict[str, Any], bool]:
    """Lock the scores of a year and return the locked version, and whether it is a new one.

    The file holds ``version``, ``locked_at`` (Shanghai time), ``locked_by`` and, from the second version on,
    ``differences`` to the one before; scores that are the same as the last version make no new one. Raises
    ``ScoresNotLockableError`` for a month, for open problems, and when somebody else locked at the same moment.
    """
    if assessment.is_simulated:
        raise ScoresNotLockableError(
            f"{assessment.period} 是月度模拟得分，不能锁定；年度得分请写 --period {assessment.period[:4]}"
        )
    if not assessment.subjects:
        raise ScoresNotLockableError(f"{assessment.period} 年没有考核指标（F14a），没有得分可锁定")
    if assessment.problems:
        raise ScoresNotLockableError(
            "还不能锁定，请先解决：\n" + "\n".join(f"· {problem}" for problem in assessment.problems)
        )
    earlier = versions(home, assessment.period)
    plain = assessment.as_plain()
    changed = differences(earlier[-1], plain) if earlier else []
    if earlier and not changed:
        return earlier[-1], False
    locked = {
        "version": len(earlier) + 1,
        "locked_at": (at or now()).isoformat(timespec="seconds"),
        "locked_by": by,
        **plain,
        "differences": changed,
    }
    _write_once(home.scores / assessment.period / f"v{locked['version']:04d}.json", locked)
    return locked, True


def _write_once(path: Path, content: dict[str, Any]) -> None:
    """Write a file that was never there: whole or not at all, and never over another."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with draft.open("w", encoding="utf-8") as file:
            json.dump(content, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(0o444)
        # A link fails where a file stands already; a rename would replace it.
        os.link(draft, path)
    except FileExistsError:
        raise ScoresNotLockableError(f"{path.name} 刚刚被他人锁定，请重新查看后再锁定") from None
    finally:
        draft.unlink(missing_ok=True)
