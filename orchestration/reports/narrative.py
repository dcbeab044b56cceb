"""A Word document of somebody else, read with distrust: its paragraphs as people see them.

The package is checked before Word's library opens it, in a process of its own with limits on time and memory.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn

from sources.published.errors import ReleaseError
from sources.reader.apart import apart
from sources.reader.archive import Archive
from sources.reader.refusal import ENCRYPTED, MALICIOUS, TOO_LARGE, UnreadableError

#: Bytes of a document, and letters of its text: a report has some hundred thousand.
DOCUMENT_BYTES = 50 << 20
LETTERS = 2_000_000
_REASONS = {
    ENCRYPTED: "文档有密码，请取消密码后再核对",
    MALICIOUS: "文档的结构异常（声明了外部实体，或与自己的目录不符），请用 Word 或 WPS 另存为新的 .docx",
    TOO_LARGE: "文档过大或结构异常，请删除图片等无关内容、另存为新的 .docx",
}
_UNREADABLE = "打不开，不是 .docx 文档或已损坏；请用 Word 或 WPS 另存为 .docx"


@dataclass(frozen=True)
class Narrative:
    """The text of a document: its paragraphs that are not empty, in order; and how many tables it has besides."""

    paragraphs: tuple[str, ...]
    tables: int


def read_narrative(path: Path) -> Narrative:
    """Read a .docx. Raises ``ReleaseError`` with what to do when it cannot be read within the limits."""
    try:
        if path.stat().st_size > DOCUMENT_BYTES:
            raise UnreadableError(_REASONS[TOO_LARGE], TOO_LARGE)
        found = apart(lambda: _parsed(path))
        if isinstance(found, str):
            raise UnreadableError(found, found)
        return found
    except UnreadableError as error:
        raise ReleaseError(f"{path}：{_REASONS.get(error.rule, _UNREADABLE)}") from error


def _parsed(path: Path) -> Narrative | str:
    """Return the text, or the code of why it is refused: an exception does not come out of the process."""
    content = path.read_bytes()
    try:
        Archive(content).refuse_entities()
    except UnreadableError as error:
        return error.rule
    document = Document(io.BytesIO(content))
    texts = [_text(paragraph._p) for paragraph in document.paragraphs]
    if sum(map(len, texts)) > LETTERS:
        return TOO_LARGE
    return Narrative(tuple(text for text in texts if text), len(document.tables))


def _text(paragraph: object) -> str:
    """Return a paragraph as it reads with changes accepted: what was inserted stands, what was deleted does not."""
    texts = paragraph.iter(qn("w:t"))  # type: ignore[attr-defined]
    return "".join(text.text or "" for text in texts).strip()
