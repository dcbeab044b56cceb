"""A zip package opened with distrust: bounded unpacking, no document types, and every oddity said."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections import Counter

from sources.reader.refusal import ENCRYPTED, ENTRIES, UNPACKED_BYTES, UnreadableError, malicious, too_large

_BROKEN = "文件已损坏或不完整（压缩结构读不通），请用 Excel 或 WPS 打开并修复后另存为 .xlsx 再报送"
#: Parts that are markup: what a reader may parse. Pictures are never unpacked.
_PARSED = (".xml", ".rels", ".vml", ".bin")


class Archive:
    """The parts of a zip package by name. Names are compared without case, ``\\`` counts as ``/``, as readers do.

    ``repeated`` are names that several entries bear (the last is read), ``damaged`` parts whose content is not what the
    package's own index promises.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
        except (zipfile.BadZipFile, ValueError, struct.error, NotImplementedError, EOFError, OSError) as error:
            raise UnreadableError(_BROKEN) from error
        if len(entries) > ENTRIES:
            raise too_large(f"压缩包里有{len(entries):,}个文件，超过{ENTRIES:,}个的上限；请另存为新的工作簿再报送")
        parsed = [entry for entry in entries if entry.filename.lower().endswith(_PARSED)]
        unpacked = sum(entry.file_size for entry in parsed)
        if unpacked > UNPACKED_BYTES:
            raise too_large(
                f"解压后有{unpacked >> 20:,} MB，超过{UNPACKED_BYTES >> 20} MB 的上限；请删除无关内容后再报送"
            )
        names = Counter(_plain(entry.filename) for entry in entries)
        self.repeated = [name for name, count in names.items() if count > 1]
        self.damaged: list[str] = []
        self._entries = {_plain(entry.filename): entry for entry in entries}
        self.names = list(self._entries)

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._entries

    def size(self, name: str) -> int:
        """Return the unpacked bytes of a part as the index declares them, 0 when there is none."""
        entry = self._entries.get(_plain(name))
        return entry.file_size if entry else 0

    def read(self, name: str) -> bytes:
        """Return a part, ``b""`` when there is none. Raises ``UnreadableError`` for bombs and document types."""
        entry = self._entries.get(_plain(name))
        if entry is None:
            return b""
        if entry.flag_bits & 1:
            raise UnreadableError("压缩包有密码，请取消密码后再报送", ENCRYPTED)
        content = self._unpack(entry)
        if len(content) != entry.file_size or zlib.crc32(content) != entry.CRC:
            self.damaged.append(entry.filename)
        if name.lower().endswith((".xml", ".rels", ".vml")):
            refuse_entities(content)
        return content

    def _unpack(self, entry: zipfile.ZipInfo) -> bytes:
        """Unpack no more than the index promises and a little: a longer part is a trap for other readers."""
        start = entry.header_offset
        header = self._data[start : start + 30]
        if len(header) < 30 or header[:4] != b"PK\x03\x04":
            raise UnreadableError(_BROKEN)
        first = start + 30 + sum(struct.unpack("<HH", header[26:30]))
        packed = self._data[first : first + entry.compress_size]
        if entry.compress_type == zipfile.ZIP_STORED:
            return packed
        if entry.compress_type != zipfile.ZIP_DEFLATED:
            raise UnreadableError("压缩方式不是 Excel 使用的格式，请用 Excel 或 WPS 另存为 .xlsx 再报送")
        allowed = entry.file_size + 1
        try:
            content = zlib.decompressobj(-15).decompress(packed, allowed)
        except zlib.error as error:
            raise UnreadableError(_BROKEN) from error
        if len(content) > entry.file_size:
            raise malicious(
                f"压缩包里的“{entry.filename}”比它声明的大，这不是 Excel 写出的文件；请另存为新的工作簿再报送"
            )
        return content

    def refuse_entities(self) -> None:
        """Look for document types in every part of markup but the sheets, which are looked at when they are read."""
        for name in self.names:
            if name.endswith((".xml", ".rels")) and "/worksheets/sheet" not in name and "/theme/" not in name:
                self.read(name)


def refuse_entities(content: bytes) -> None:
    """Refuse markup that declares a document type or entities. Raises ``UnreadableError`` XL-MALICIOUS."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in content[:4]:
        content = content.replace(b"\x00", b"")
    if b"<!DOCTYPE" in content:  # entities can be declared nowhere else
        raise malicious(
            "文件的 XML 里声明了外部实体或文档类型，正常的工作簿不会有；请用 Excel 或 WPS 另存为新文件再报送"
        )


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
