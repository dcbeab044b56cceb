"""Files that no department means to send: built byte by byte, so that none lies in the repository."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.workbooks import project, write_projects


def good(path: Path) -> Path:
    """A sound workbook with one project."""
    return write_projects(path, [project()])


def rebuilt(
    path: Path,
    changes: Mapping[str, Callable[[bytes], bytes]] | None = None,
    *,
    without: Sequence[str] = (),
    added: Sequence[tuple[str, bytes]] = (),
) -> Path:
    """Write a package again with some parts changed, left out or added (also under a name that it already has)."""
    with zipfile.ZipFile(path) as old:
        parts = [(name, old.read(name)) for name in old.namelist() if name not in without]
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts:
            new.writestr(name, (changes or {}).get(name, bytes)(content))
        for name, content in added:
            new.writestr(name, content)
    path.write_bytes(target.getvalue())
    return path


SHEET = "xl/worksheets/sheet1.xml"


RELATIONS = "xl/_rels/workbook.xml.rels"


def with_shared_strings(path: Path) -> Path:
    """Move the texts of a workbook from its cells into a table of shared strings, where Excel keeps them."""
    strings: list[bytes] = []

    def share(cell: re.Match[bytes]) -> bytes:
        strings.append(b"<si>%s</si>" % cell[2])
        return b'%s t="s"><v>%d</v></c>' % (cell[1], len(strings) - 1)

    pattern = re.compile(rb'(<c r="[A-Z]+\d+"[^>]*?) t="inlineStr"><is>(.*?)</is></c>', re.DOTALL)
    rebuilt(path, {SHEET: lambda content: pattern.sub(share, content)})
    assert strings
    names = b"http://schemas.openxmlformats.org"
    kind = names + b"/officeDocument/2006/relationships/sharedStrings"
    relation = b'<Relationship Id="rId99" Type="%s" Target="sharedStrings.xml"/></Relationships>' % kind
    table = b'<sst xmlns="%s/spreadsheetml/2006/main">%s</sst>' % (names, b"".join(strings))
    changes = {RELATIONS: replaced(b"</Relationships>", relation)}
    return rebuilt(path, changes, added=[("xl/sharedStrings.xml", table)])


def replaced(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    """Return an edit of a part; fails when the part has nothing to edit."""

    def edit(content: bytes) -> bytes:
        assert old in content, old
        return content.replace(old, new, 1)

    return edit
