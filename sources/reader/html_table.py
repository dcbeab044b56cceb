"""Web pages saved as .xls: their tables under each other, as Excel shows them. Nothing they link to is opened."""

from __future__ import annotations

import re
from email import message_from_bytes
from html.parser import HTMLParser

from sources.reader.delimited import decoded
from sources.reader.placed import Placed, a1
from sources.reader.refusal import UnreadableError, too_large

_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n]+")
#: Spans beyond this are damage: a sheet has 16,384 columns.
_WIDEST = 16_384
_TALLEST = 65_536
_NESTED = 50
_SILENT = frozenset({"script", "style", "title", "head", "xml", "o:p"})
_BLOCKS = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "caption"})


def read_html(data: bytes) -> list[Placed]:
    """Return one sheet with the page's text and tables. Raises ``UnreadableError`` when there is no table."""
    page = _Page()
    text = _decoded(data)
    page.feed(text)
    page.close()
    if page.tables == 0 or not page.sheet.cells:
        if "<frame" in text.lower():
            raise UnreadableError("这是另存为网页的目录页，数据在别的文件里（不会去读）；请另存为 .xlsx 再报送")
        raise UnreadableError("这是网页，里面没有表格（可能是登录页或失效的下载链接）；请重新下载或导出工作簿再报送")
    return [page.sheet]


def read_mhtml(data: bytes) -> list[Placed]:
    """Return the tables of a single-file web page (.mht), each part a sheet. Raises ``UnreadableError``."""
    sheets: list[Placed] = []
    for part in message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            try:
                sheets += read_html(content if isinstance(content, bytes) else b"")
            except UnreadableError:
                continue
    if not sheets:
        raise UnreadableError("这是单个文件网页（.mht），里面没有表格；请另存为 .xlsx 再报送")
    for number, sheet in enumerate(sheets[1:], start=2):
        sheet.name = f"{sheet.name}{number}"
    return sheets


def _decoded(data: bytes) -> str:
    match = _CHARSET.search(data[:4096])
    if match and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        name = match[1].decode("ascii").lower()
        try:
            return data.decode("gb18030" if name in ("gb2312", "gbk") else name)
        except (UnicodeDecodeError, LookupError):
            pass
    return decoded(data)


class _Page(HTMLParser):
    """Places cells by row and column; spans become merged ranges; inner tables are text of their cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sheet = Placed("网页")
        self.tables = 0
        self._depth = 0
        self._silent = 0
        self._row = 0
        self._column = 0
        self._taken: dict[int, int] = {}
        self._cell: list[str] | None = None
        self._loose: list[str] = []
        self._span = (1, 1)
        self._struck = 0
        self._hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._open_table()
        elif tag == "tr" and self._depth <= 1:
            self._open_row(known)
        elif tag in ("td", "th") and self._depth <= 1:
            self._open_cell(known)
        elif tag == "br":
            self.handle_data("\x0b")
        elif tag in ("s", "strike", "del"):
            self._struck += 1
        elif tag in _BLOCKS and self._depth == 0:
            self._close_loose()

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        elif tag == "table":
            if self._depth == 1:
                self._close_cell()
                self._row += max(self._taken.values(), default=0)
                self._taken = {}
            self._depth = max(self._depth - 1, 0)
        elif tag in ("td", "th") and self._depth <= 1:
            self._close_cell()
        elif tag in ("s", "strike", "del"):
            self._struck = max(self._struck - 1, 0)
        elif tag in _BLOCKS and self._depth == 0:
            self._close_loose()

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if self._cell is not None:
            self._cell.append(data)
            if self._struck and data.strip():
                self.sheet.facts.struck[a1(self._row, self._column)] = data.strip()
        elif self._depth == 0:
            self._loose.append(data)

    def close(self) -> None:
        super().close()
        self._close_cell()
        self._close_loose()

    def _open_table(self) -> None:
        self._depth += 1
        if self._depth > _NESTED:
            raise too_large(f"网页里的表格套了{_NESTED}层以上，请另存为 .xlsx 再报送")
        if self._depth == 1:
            self._close_loose()
            self.tables += 1

    def _open_row(self, known: dict[str, str]) -> None:
        self._close_cell()
        self._row += 1
        self._column = 0
        self._taken = {column: left - 1 for column, left in self._taken.items() if left > 1}
        if "display:none" in known.get("style", "").replace(" ", "").lower():
            self.sheet.facts.hidden.append(f"第{self._row}行")

    def _open_cell(self, known: dict[str, str]) -> None:
        self._close_cell()
        if self._row == 0:
            self._row = 1
        self._column += 1
        while self._taken.get(self._column, 0) > 0:
            self._column += 1
        if self._column > _WIDEST:
            raise too_large(f"网页表格第{self._row}行超过{_WIDEST}列，请另存为 .xlsx 再报送")
        self._cell = []
        self._span = (_span(known.get("rowspan"), _TALLEST), _span(known.get("colspan"), _WIDEST - self._column + 1))

    def _close_cell(self) -> None:
        if self._cell is None:
            return
        text = _clean("".join(self._cell))
        self._cell = None
        down, across = self._span
        self.sheet.put(self._row, self._column, text)
        self.sheet.merge(self._row, self._column, down - 1, across - 1)
        if down > 1:
            self._taken.update(dict.fromkeys(range(self._column, self._column + across), down))
        self._column += across - 1

    def _close_loose(self) -> None:
        text = _clean("".join(self._loose))
        self._loose = []
        if text and not self._silent:
            self._row += 1
            self.sheet.put(self._row, 1, text)


def _span(text: str | None, most: int) -> int:
    return min(max(int(text), 1), most) if text and text.strip().isdigit() and len(text) < 9 else 1


def _clean(text: str) -> str:
    """Return the text as a browser shows it: runs of blanks as one, line breaks only where the page has them."""
    lines = _BLANKS.sub(" ", text).replace("\xa0", " ").split("\x0b")
    return "\n".join(line.strip() for line in lines).strip()
