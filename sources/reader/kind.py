"""What a file is, told from its content and never from its name."""

from __future__ import annotations

import re
from enum import StrEnum

from sources.reader.compound import SIGNATURE, Compound, DamagedError
from sources.reader.refusal import ENCRYPTED, UnreadableError


class Kind(StrEnum):
    """A format that can be read."""

    ZIP = "zip"  # xlsx, xlsm, xlsb, ods and WPS .et in their zip form: ``package`` looks inside
    XLS = "xls"  # BIFF 5–8, WPS .et of the old form
    SPREADSHEETML = "spreadsheetml"  # the XML of Excel 2003
    FLAT_ODS = "fods"
    HTML = "html"
    MHTML = "mhtml"
    TEXT = "text"


#: First bytes → what the file is and what to do.
_SAVE = "请用 Excel 或 WPS 打开后另存为 .xlsx 再报送"
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "这是 PDF 文件，请报送它所由来的 Excel 工作簿"),
    (b"\x89PNG", "这是图片（PNG），请报送 Excel 工作簿，不要报送截图"),
    (b"\xff\xd8\xff", "这是图片（JPEG），请报送 Excel 工作簿，不要报送照片或扫描件"),
    (b"GIF8", "这是图片（GIF），请报送 Excel 工作簿"),
    (b"BM", "这是图片（BMP），请报送 Excel 工作簿"),
    (b"II*\x00", "这是图片（TIFF 扫描件），请报送 Excel 工作簿"),
    (b"MM\x00*", "这是图片（TIFF 扫描件），请报送 Excel 工作簿"),
    (b"RIFF", "这是图片或音像文件，请报送 Excel 工作簿"),
    (b"Rar!", "这是 RAR 压缩包，请解压后逐个报送其中的工作簿"),
    (b"7z\xbc\xaf", "这是 7z 压缩包，请解压后逐个报送其中的工作簿"),
    (b"\x1f\x8b", "这是 gzip 压缩包，请解压后报送其中的工作簿"),
    (b"{\\rtf", "这是 RTF 文档（Word），请把其中的表格复制到 Excel 模板中报送"),
    (b"ID;P", f"这是 SYLK（.slk）文件，{_SAVE}"),
    (b"TABLE\r\n0,1", f"这是 DIF 文件，{_SAVE}"),
    (b"TABLE\n0,1", f"这是 DIF 文件，{_SAVE}"),
    (b"\x09\x00\x04\x00", f"这是 Excel 2.0 的文件，{_SAVE}"),
    (b"\x09\x02\x06\x00", f"这是 Excel 3.0 的文件，{_SAVE}"),
    (b"\x09\x04\x06\x00", f"这是 Excel 4.0 的文件，{_SAVE}"),
    (b"MZ", "这是程序文件，不是 Excel 工作簿，请报送工作簿"),
    (b"SQLite format 3", "这是数据库文件，请导出为 .xlsx 再报送"),
)
_XML = re.compile(rb"^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!DOCTYPE|!--|[A-Za-z])")
_HTML = re.compile(rb"<(?:html|table|body|head|div|tr|meta|style|frameset)\b|<!DOCTYPE\s+html", re.IGNORECASE)
_DBF = re.compile(rb"^[\x03\x30\x31\x83\x8b\xf5][\x00-\xff]{3}", re.DOTALL)
#: Stream directly under the root of a compound file → what the file is.
_STREAMS = {
    "EncryptedPackage": UnreadableError("文件有打开密码，请取消密码后再报送", ENCRYPTED),
    "WordDocument": UnreadableError("这是 Word 文档，请把其中的表格复制到 Excel 模板中报送"),
    "PowerPoint Document": UnreadableError("这是 PowerPoint 演示文稿，请报送 Excel 工作簿"),
    "VisioDocument": UnreadableError("这是 Visio 图，请报送 Excel 工作簿"),
}
#: BOF of a workbook stream (BIFF8, BIFF5), perhaps a write-protection mark, then FILEPASS: the rest is enciphered.
_FILEPASS = re.compile(
    rb"\x09\x08(?:\x10\x00\x00\x06\x05\x00.{12}|\x08\x00\x00\x05\x05\x00.{4})(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL
)


def kind_of(data: bytes) -> Kind:
    """Return what a file is. Raises ``UnreadableError`` that names it when it is nothing a table can be read from."""
    if not data.strip(b"\x00 \r\n\t"):
        raise UnreadableError("文件是空的" + ("（0 字节）" if not data else "，没有内容") + "，请重新保存后再报送")
    if data[:2] == b"PK":
        return Kind.ZIP
    if data[:8] == SIGNATURE:
        return _compound(data)
    for magic, said in _FOREIGN:
        if data.startswith(magic):
            raise UnreadableError(said)
    if _is_lock(data):
        raise UnreadableError("这是 Excel 或 WPS 打开文件时的临时锁文件（~$…），请报送工作簿本身")
    if data[:13].upper() == b"MIME-VERSION:":
        return Kind.MHTML
    head = _narrow(data[:65536])
    return _markup(head) if _XML.match(head) else _text(data)


def _compound(data: bytes) -> Kind:
    try:
        streams = Compound(data)
    except DamagedError:
        return Kind.XLS  # the reader may know better; if not, it says that the file is damaged
    for name, refusal in _STREAMS.items():
        if name in streams and "Workbook" not in streams:
            raise UnreadableError(str(refusal), refusal.rule)
    if _FILEPASS.search(data):
        raise UnreadableError("文件有打开密码，请取消密码后再报送", ENCRYPTED)
    if "Workbook" not in streams and "Book" not in streams:
        raise UnreadableError("这是 Office 的其他文档（里面没有工作簿），请报送 Excel 工作簿")
    return Kind.XLS


def _is_lock(data: bytes) -> bool:
    """Tell an owner file: the length of a name, the name, blanks, and again in UTF-16; 165 bytes, 55 in old versions."""
    return len(data) in (54, 55, 165) and 0 < data[0] < 55 and not data[1 + data[0] : 54].strip(b" \x00")


def _narrow(head: bytes) -> bytes:
    """Return UTF-16 markup as single bytes without its mark, for looking only."""
    marked = head[:2] in (b"\xff\xfe", b"\xfe\xff")
    return head[2 * marked :].replace(b"\x00", b"") if marked or b"\x00" in head[:4] else head


def _markup(head: bytes) -> Kind:
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head and b"<html" not in head[:2000].lower():
        return Kind.SPREADSHEETML
    if b"urn:oasis:names:tc:opendocument" in head:
        if b"opendocument.spreadsheet" in head or b"office:spreadsheet" in head or b"table:" in head:
            return Kind.FLAT_ODS
        raise UnreadableError("这是 ODF 文档，不是电子表格，请报送工作簿")
    if b"schemas.microsoft.com/office/2006/xmlPackage" in head or b"office/word/2003/wordml" in head:
        raise UnreadableError("这是 Word 的 XML 文档，请把其中的表格复制到 Excel 模板中报送")
    if _HTML.search(head):
        return Kind.HTML
    raise UnreadableError("这是 XML 数据文件，不是 Excel 工作簿；请用导出它的系统导出为 .xlsx 再报送")


def _text(data: bytes) -> Kind:
    """Tell text from bytes that are nothing known."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:3] == b"\xef\xbb\xbf":
        return Kind.TEXT
    if _DBF.match(data) and len(data) > 32 and data[1] < 200 and 0 < data[2] < 13 and 0 < data[3] < 32:
        raise UnreadableError(f"这是 DBF 数据库文件，{_SAVE}")
    sample = data[:65536]
    if b"\x00" in sample:
        if _looks_utf16(sample):
            return Kind.TEXT
        raise UnreadableError("这不是 Excel 工作簿，也不是文本文件；请用 Excel 或 WPS 打开确认后另存为 .xlsx 再报送")
    odd = sum(sample.count(bytes((code,))) for code in range(32) if code not in (9, 10, 12, 13, 26))
    if odd > len(sample) // 200:
        raise UnreadableError("这不是 Excel 工作簿，内容可能已损坏；请用 Excel 或 WPS 打开确认后另存为 .xlsx 再报送")
    return Kind.TEXT


def _looks_utf16(sample: bytes) -> bool:
    """Say whether every other byte of the line ends and separators is zero, as in UTF-16 without a mark."""
    ends = sample.count(b"\n\x00") + sample.count(b"\x00\n")
    return ends > 0 and sample.count(b"\x00\x00") <= ends
