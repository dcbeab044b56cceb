"""``manifest.json``: what went into a release, which code made it, and what came out."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from orchestration.release.model import Check
from sources.published.release import MANIFEST

_CHECKOUT = Path(__file__).parents[2]


def compose(
    release_id: str,
    created_at: datetime,
    batch_id: str | None,
    checks: Sequence[Check],
    contents: dict[str, Any],
    data_docs: str | None = None,
) -> dict[str, Any]:
    """Return the manifest of a release out of the contents of its file (``contents.survey``).

    Keys: ``release_id``, ``created_at`` (Shanghai time), ``code`` (version, commit), ``batch_id``, ``inputs`` (every
    submission in force with file, sha256, form, department, period, correction_id), ``waiting`` (submissions for locked
    periods), ``rows`` (table → rows), ``findings``
    (level → open findings), ``checks``, ``data_docs`` (the first page of the documents, below the folder; None without).
    """
    return {
        "release_id": release_id,
        "created_at": created_at.isoformat(timespec="seconds"),
        "code": {"version": version("taizhang"), "commit": _commit()},
        "batch_id": batch_id,
        "inputs": contents["inputs"],
        "waiting": contents["waiting"],
        "rows": {name: table["rows"] for name, table in contents["tables"].items()},
        "findings": contents["findings"],
        "checks": [asdict(check) for check in checks],
        "data_docs": data_docs,
    }


def write(manifest: dict[str, Any], folder: Path) -> None:
    """Write the manifest into the folder of its release."""
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    (folder / MANIFEST).write_text(f"{text}\n", encoding="utf-8")


def _commit() -> str | None:
    """Return the commit the code was checked out at (``-dirty`` when changed since); None outside a checkout."""
    if not (_CHECKOUT / ".git").exists():
        return None
    order = ["git", "-C", str(_CHECKOUT), "describe", "--always", "--dirty", "--abbrev=12", "--exclude=*"]
    try:
        done = subprocess.run(order, capture_output=True, text=True, timeout=10, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip() or None
