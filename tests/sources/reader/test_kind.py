"""What a file is, told from its content: what is no workbook is named, with what to do."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from sources.reader.workbook import UnreadableError, open_workbook
from tests.sources.reader.dialects import compound, record, xls
from tests.sources.reader.hostile import SHEET, good, rebuilt, replaced

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCK = bytes([4]) + b"wang".ljust(54) + b"\x04\x00" + "wang".encode("utf-16-le").ljust(108, b" ")


def refusal(path: Path) -> tuple[str, str]:
    with pytest.raises(UnreadableError) as caught:
        open_workbook(path)
    return caught.value.rule, str(caught.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "空的"),
        (b"\x00" * 4096, "空的"),
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG\r\n\x1a\n....", "图片"),
        (b"\xff\xd8\xff\xe0....", "图片"),
        (b"Rar!\x1a\x07", "压缩包"),
        (b"{\\rtf1 }", "Word"),
        (b"ID;PWXL;N;E\r\n", "SYLK"),
        (b"TABLE\r\n0,1\r\n", "DIF"),
        (b"\x03\x7e\x03\x0f" + b"\x01\x00" * 20, "DBF"),
        (LOCK[:165], "锁文件"),
        (b"<html><body>login</body></html>", "网页"),
        (b'<?xml version="1.0"?><data><row/></data>', "XML 数据"),
        (b"just a sentence", "不是 Excel"),
        (COMPOUND + b"\x00" * 600, "损坏"),
        (b"PK\x03\x04broken", "损坏"),
        (b"\x01\x02\x03\x04\x05" * 200, "不是 Excel"),
    ],
)
def test_what_is_no_workbook_is_named(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "重点项目.xlsx"
    path.write_bytes(content)
    rule, reason = refusal(path)
    assert rule == "XL-UNREADABLE"
    assert said in reason
    assert "请" in reason


@pytest.mark.parametrize(
    ("part", "said"),
    [("word/document.xml", "Word"), ("ppt/presentation.xml", "PowerPoint"), ("1月.xlsx", "压缩包"), ("OFD.xml", "OFD")],
)
def test_other_packages_are_named(tmp_path: Path, part: str, said: str) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(part, b"<x/>")
    assert said in refusal(path)[1]


def test_the_name_of_a_file_means_nothing(tmp_path: Path) -> None:
    for name in ("a.csv", "a.xls", "a.txt", "a"):
        book = open_workbook(good(tmp_path / "b.xlsx").rename(tmp_path / name))
        assert book.sheets[0].cell(2, 2) == "项目名称"


def test_encryption_is_told_in_every_form(tmp_path: Path) -> None:
    path = good(tmp_path / "a.xlsx")
    data = bytearray(path.read_bytes())
    start = 0
    while (start := data.find(b"PK\x01\x02", start)) >= 0:  # the central index says that every part is enciphered
        data[start + 8] |= 1
        start += 4
    path.write_bytes(bytes(data))
    assert refusal(path)[0] == "XL-ENCRYPTED"
    path.write_bytes(compound({"EncryptedPackage": bytes(4096), "EncryptionInfo": bytes(4096)}))
    assert refusal(path)[0] == "XL-ENCRYPTED"
    for scheme in (b"\0\0\x59\x3c\x9a\x1b", b"\1\0\1\0\1\0" + bytes(48)):  # XOR, RC4
        assert refusal(xls(path, [["a"]], globals_=[record(0x2F, scheme)]))[0] == "XL-ENCRYPTED"


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_are_refused_in_every_part(tmp_path: Path, part: str, encoding: str) -> None:
    def poison(content: bytes) -> bytes:
        declared = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        return (declared + content.decode().partition("?>")[2]).encode(encoding)

    assert refusal(rebuilt(good(tmp_path / "a.xlsx"), {part: poison}))[0] == "XL-MALICIOUS"


def test_a_part_larger_than_it_says_is_refused(tmp_path: Path) -> None:
    path = rebuilt(good(tmp_path / "a.xlsx"), added=[("xl/worksheets/_rels/x.xml", b"A" * 5_000_000)])
    data = path.read_bytes()
    path.write_bytes(data.replace((5_000_000).to_bytes(4, "little"), (500).to_bytes(4, "little")))
    assert refusal(path)[0] == "XL-MALICIOUS"


def test_a_package_that_unpacks_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    path = rebuilt(good(tmp_path / "a.xlsx"), added=[("xl/a.xml", b"A" * 1000)])
    data = path.read_bytes()
    path.write_bytes(data.replace((1000).to_bytes(4, "little"), (900 << 20).to_bytes(4, "little")))
    assert refusal(path)[0] == "XL-TOO-LARGE"


@pytest.mark.parametrize("far", [b"XFD1048576", b"A1048576"])
def test_cells_too_far_apart_are_refused_before_a_grid_is_built(tmp_path: Path, far: bytes) -> None:
    row = b'<row r="1048576"><c r="%s"><v>1</v></c></row></sheetData>' % far
    path = rebuilt(good(tmp_path / "a.xlsx"), {SHEET: replaced(b"</sheetData>", row)})
    rule, reason = refusal(path)
    assert (rule, "Ctrl+End" in reason) == ("XL-TOO-LARGE", True)


@pytest.mark.parametrize(("count", "rule"), [(100_001, "XL-TOO-LARGE"), (20_000, "XL-MALICIOUS")])
def test_merges_beyond_reason_are_refused(tmp_path: Path, count: int, rule: str) -> None:
    merges = b'</sheetData><mergeCells count="1">' + b'<mergeCell ref="A1:X300"/>' * count + b"</mergeCells>"
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(4, 301))
    path = rebuilt(good(tmp_path / "a.xlsx"), {SHEET: replaced(b"</sheetData>", rows + merges)})
    assert refusal(path)[0] == rule


def test_a_wrong_dimension_costs_no_row(tmp_path: Path) -> None:
    def edit(content: bytes) -> bytes:
        return content.replace(b'<dimension ref="A1:X3"', b'<dimension ref="A1:XFD1048576"')

    assert len(open_workbook(rebuilt(good(tmp_path / "a.xlsx"), {SHEET: edit})).sheets[0].rows) == 3


def test_a_package_over_which_the_fast_reader_stumbles_is_read_another_way(tmp_path: Path) -> None:
    path = rebuilt(
        good(tmp_path / "a.xlsx"),
        {"xl/workbook.xml": replaced(b"</sheets>", b'<sheet name="x" sheetId="9"/></sheets>')},
    )
    book = open_workbook(path)
    assert book.sheets[0].cell(3, 2) == "新材料一期项目"
    assert "XL-DAMAGED" in {rule for rule, _ in book.remarks}
