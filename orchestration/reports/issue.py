"""Writing papers of a release to files, complete or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from orchestration.reports.book import workbook_of
from orchestration.reports.facts import Facts
from orchestration.reports.layout import template_of
from orchestration.reports.paper import Paper
from orchestration.reports.word import document_of
from sources.home import Home
from sources.published.read import open_file
from sources.published.shelf import show

#: Builds the papers of a period; most kinds are one paper, letters are as many as there are matters.
Builder = Callable[[Facts, str], list[Paper]]

SUFFIXES = (".docx", ".xlsx")


def suffixes_of(paper: Paper) -> tuple[str, ...]:
    """Return the forms in which a paper is filed: a letter is a document, their register a workbook, others both."""
    return {"letter": SUFFIXES[:1], "list": SUFFIXES[1:]}.get(paper.kind, SUFFIXES)


def papers_of(home: Home, release_id: str, period: str, build: Builder) -> list[Paper]:
    """Return the papers of a period in a release (``current`` is understood). Raises ``ReleaseError``."""
    release = show(home, release_id)
    with open_file(release.warehouse) as connection:
        return build(Facts(release, connection), period)


def write(home: Home, paper: Paper, path: Path) -> Path:
    """Write a paper as the suffix of the path says, replacing an earlier file in one step."""
    content = document_of(paper, template_of(home)) if path.suffix == ".docx" else workbook_of(paper)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        unfinished.write_bytes(content)
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)
    return path
