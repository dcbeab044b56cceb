"""A paper before it is a file: headings, sentences, tables, and the figures that stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

Cell = str | int | Decimal | date | None


@dataclass(frozen=True)
class Figure:
    """A number as a sentence prints it, and where it comes from.

    ``source`` is the indicator (``Z01``) or, for what is counted from a ledger, its form; ``shown`` is what is
    printed; ``status`` is the word for that of the value.
    """

    source: str
    name: str
    period: str
    scope: str
    release: str
    shown: str
    status: str

    @property
    def provenance(self) -> str:
        """Where the number comes from, in words."""
        return (
            f"{self.source} {self.name}；期间 {self.period}；范围 {self.scope}；版本 {self.release}；状态 {self.status}"
        )


@dataclass(frozen=True)
class Heading:
    """A heading of the paper; level 1 is 一、, level 2 is （一）."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: text and figures in the order of reading."""

    parts: tuple[str | Figure, ...]

    @property
    def text(self) -> str:
        """The paragraph as plain text."""
        return "".join(part.shown if isinstance(part, Figure) else part for part in self.parts)


@dataclass(frozen=True)
class Table:
    """A table: a caption, headings, rows. ``widths`` are shares of the page; ``chart`` names a label and a value column.

    A value column of ``chart`` is a share or an amount; the workbook and the document draw it as a native bar chart.
    """

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...] = ()
    chart: tuple[int, int] | None = None


Block = Heading | Paragraph | Table


@dataclass(frozen=True)
class Paper:
    """One paper: its head (``issuer``, ``number``, ``title``), its date, the release it is frozen to, its blocks.

    ``kind``: paper, letter, or list (the register of letters).
    """

    title: str
    issuer: str
    number: str
    dated: date
    release_id: str
    released_at: datetime
    blocks: tuple[Block, ...]
    name: str
    is_landscape: bool = False
    kind: str = "paper"


def figures_of(paragraphs: Iterable[Paragraph]) -> Iterator[Figure]:
    """Yield the figures of paragraphs in the order of reading."""
    return (part for paragraph in paragraphs for part in paragraph.parts if isinstance(part, Figure))


def sentence(*parts: str | Figure) -> Paragraph:
    """Return a paragraph of text and figures."""
    return Paragraph(parts)


def listed(items: Sequence[str]) -> str:
    """Return names as a Chinese enumeration; 无 when there are none."""
    return "、".join(items) or "无"
