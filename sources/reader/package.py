"""The zip package of an .xlsx, .xlsm, .xlsb or .ods: what it is, its parts, and what the fast reader does not say."""

from __future__ import annotations

import posixpath
import re
from functools import cached_property

from sources.reader import sheet_xml, xlsb
from sources.reader.archive import Archive
from sources.reader.facts import Look, SheetFacts
from sources.reader.markup import attributes, struck_in, text_in, unescape
from sources.reader.references import with_references
from sources.reader.refusal import ENCRYPTED, UnreadableError
from sources.reader.styles import looks_in

__all__ = ["Package", "SheetFacts"]

_SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^>]*>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
_PROPERTY = re.compile(r'<property[^>]*name="([^"]+)"[^>]*>\s*<vt:\w+>([^<]*)</vt:\w+>')
_COMMENT = re.compile(
    rb"<(?:\w+:)?(?:comment|threadedComment)\s([^>]*)>(.*?)</(?:\w+:)?(?:comment|threadedComment)>", re.DOTALL
)
_SHARED = re.compile(rb"<(?:\w+:)?si\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?si>)", re.DOTALL)
_PLACEHOLDER = "[Threaded comment]"

_FOREIGN = (
    ("word/", "这是 Word 文档，请把其中的表格复制到 Excel 模板中报送"),
    ("ppt/", "这是 PowerPoint 演示文稿，请报送 Excel 工作簿"),
    ("ofd.xml", "这是 OFD 版式文件，请报送它所由来的 Excel 工作簿"),
    ("index/document.iwa", "这是 Numbers 表格，请导出为 .xlsx 再报送"),
)


class Package:
    """An opened package. ``flavour`` is xlsx, xlsb or ods. Raises ``UnreadableError`` for every other zip."""

    def __init__(self, data: bytes) -> None:
        self.archive = Archive(data)
        self._near: set[str] = set()
        self.flavour = self._flavour()
        self.archive.refuse_entities()

    def _flavour(self) -> str:
        archive = self.archive
        for start, said in _FOREIGN:
            if any(name.startswith(start) for name in archive.names) and not self._has_workbook():
                raise UnreadableError(said)
        if "content.xml" in archive:
            return self._open_document()
        if any(name.endswith("workbook.bin") for name in archive.names):
            return "xlsb"
        if self._has_workbook():
            return "xlsx"
        inside = [name for name in archive.names if name.endswith((".xlsx", ".xls", ".et", ".csv", ".xlsm"))]
        if inside:
            raise UnreadableError(f"这是压缩包，里面有{len(inside)}个表格文件，请解压后逐个报送")
        raise UnreadableError("这是压缩包，里面没有工作簿；文件可能已损坏，请用 Excel 或 WPS 另存为 .xlsx 再报送")

    def _has_workbook(self) -> bool:
        return any(name.endswith("workbook.xml") for name in self.archive.names)

    def _open_document(self) -> str:
        if b"encryption-data" in self.archive.read("META-INF/manifest.xml"):
            raise UnreadableError("文件有打开密码，请取消密码后再报送", ENCRYPTED)
        kind = self.archive.read("mimetype") or self.archive.read("content.xml")[:20000]
        if b"spreadsheet" not in kind:
            raise UnreadableError("这是 ODF 文字或演示文档，不是电子表格，请报送工作簿")
        return "ods"

    @property
    def remarks(self) -> list[tuple[str, str]]:
        """Rule and wording of what is odd about the package as a whole."""
        names = self.archive.names
        found = []
        if any(name.endswith(("vbaproject.bin", "macrosheets/sheet1.xml")) for name in names):
            found.append(("XL-MACROS", ""))
        links = sum(1 for name in names if "/externallinks/externallink" in name and name.endswith((".xml", ".bin")))
        if links:
            found.append(("XL-LINKS", f"{links}个"))
        if self.archive.repeated:
            found.append(("XL-DUPLICATE-PART", "、".join(self.archive.repeated[:5])))
        if self.archive.damaged:
            found.append(("XL-DAMAGED", "、".join(dict.fromkeys(self.archive.damaged[:5]))))
        return found

    @cached_property
    def properties(self) -> dict[str, str]:
        """Custom document properties: name → text."""
        return dict(_PROPERTY.findall(self.archive.read("docProps/custom.xml").decode("utf-8", "replace")))

    @cached_property
    def _workbook(self) -> str:
        """The name of the workbook part, from the package's relations."""
        targets = [target for kind, target in self._relations("").values() if kind.endswith("/officeDocument")]
        named = [name for name in targets if name in self.archive]
        return named[0] if named else next((n for n in self.archive.names if n.endswith("workbook.xml")), "")

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return the relations of a part: id → (kind, name of the target). Targets outside the package are left out."""
        folder, name = posixpath.split(part)
        found = {}
        for tag in _RELATION.findall(self.archive.read(posixpath.join(folder, "_rels", f"{name}.rels"))):
            known = attributes(tag)
            target = known.get("Target", "").replace("\\", "/")
            if known.get("TargetMode", "").lower() != "external":
                path = target if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                found[known.get("Id", "")] = (known.get("Type", ""), path.lstrip("/"))
        return found

    @cached_property
    def sheets(self) -> dict[str, str]:
        """Sheet name → name of its part."""
        relations = self._relations(self._workbook)
        if self.flavour == "xlsb":
            return {name: relations.get(relation, ("", ""))[1] for name, relation in xlsb.sheets_in(self._book)}
        found = {}
        for tag in _SHEET.findall(self._book):
            known = attributes(tag)
            relation = next((value for name, value in known.items() if name.endswith(":id")), "")
            found[known.get("name", "")] = relations.get(relation, ("", ""))[1]
        return found

    @cached_property
    def _book(self) -> bytes:
        return self.archive.read(self._workbook)

    @cached_property
    def epoch_1904(self) -> bool:
        """Whether serial dates count from 1904, as in workbooks begun on a Mac."""
        if self.flavour == "xlsb":
            return xlsb.epoch_1904_in(self._book)
        return re.search(rb'<(?:\w+:)?workbookPr[^>]*date1904="(?:1|true|on)"', self._book) is not None

    def _beside(self, kind: str) -> bytes:
        """Return the workbook's part of a kind (styles, sharedStrings)."""
        targets = [target for known, target in self._relations(self._workbook).values() if known.endswith(kind)]
        return self.archive.read(targets[0]) if targets else b""

    @cached_property
    def _looks(self) -> dict[int, Look]:
        styles = self._beside("/styles")
        return xlsb.looks_in(styles) if self.flavour == "xlsb" else looks_in(styles)

    @cached_property
    def _struck_fonts(self) -> list[bool]:
        """For each font of an .xlsb whether it strikes its text through."""
        return xlsb.struck_fonts_in(self._beside("/styles"))

    @cached_property
    def _struck_strings(self) -> dict[int, str]:
        """Shared strings with struck-through runs: number → the struck text."""
        shared = self._beside("/sharedStrings")
        if self.flavour == "xlsb":
            return xlsb.struck_strings_in(shared, self._struck_fonts)
        if b"strike" not in shared:
            return {}
        found = {}
        for number, content in enumerate(_SHARED.findall(shared)):
            struck = struck_in(content)
            if struck.strip():
                found[number] = struck
        return found

    def xml(self, sheet: str) -> bytes:
        """Return the markup, or the records, of a sheet. Raises ``UnreadableError`` for document types in it."""
        part = self.archive.read(self.sheets.get(sheet, ""))
        if self.flavour == "xlsb":
            return part
        placed, near = with_references(part)
        if near:
            self._near.add(sheet)
        return placed

    def extent(self, sheet: str, xml: bytes) -> tuple[int, int]:
        """Return rows and columns up to the last cell of a sheet; (0, 0) when none is far from A1."""
        return (0, 0) if sheet in self._near else sheet_xml.extent(xml)

    def facts(self, sheet: str, xml: bytes) -> SheetFacts:
        """Return the oddities of a sheet from its markup."""
        if self.flavour == "xlsb":
            facts = xlsb.facts_in(xml, self._looks, self._struck_strings, self._struck_fonts)
        else:
            facts = sheet_xml.facts_in(xml, self._looks, self._struck_strings)
        facts.comments = self._comments(sheet)
        return facts

    def _comments(self, sheet: str) -> dict[str, str]:
        """Cell → text of its comment; a conversation goes before the placeholder that older programs see."""
        found: dict[str, str] = {}
        for kind, target in self._relations(self.sheets.get(sheet, "")).values():
            if not kind.endswith(("/comments", "/threadedComment")):
                continue
            if target.lower().endswith(".bin"):
                found.update(xlsb.comments_in(self.archive.read(target)))
                continue
            for tag, content in _COMMENT.findall(self.archive.read(target)):
                cell = attributes(tag).get("ref", "")
                text = text_in(content).strip()
                if text and not text.startswith(_PLACEHOLDER):
                    found[cell] = f"{found[cell]} / {text}" if cell in found else text
        return {cell: unescape(text) for cell, text in found.items()}
