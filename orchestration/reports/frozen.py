"""The same paper gives the same bytes: no clock stands in the file, neither in the archive nor in its properties."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

#: The earliest time that an archive can hold; every part of a frozen file carries it.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_TIMES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")


def frozen(content: bytes, at: datetime) -> bytes:
    """Return an Office file with fixed times: its parts' the epoch, its properties' ``at`` (Shanghai time)."""
    stamp = at.replace(microsecond=0, tzinfo=None).isoformat().encode()
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in given.namelist():
            part = given.read(name)
            if name == "docProps/core.xml":
                part = _TIMES.sub(rb"\g<1>" + stamp + rb"+08:00\g<3>", part)
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, part)
    return written.getvalue()
