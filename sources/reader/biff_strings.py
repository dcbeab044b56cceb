"""The shared strings of an .xls, only as far as their runs tell: [MS-XLS] SST with its CONTINUE records."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from sources.reader.facts import struck_runs

_WIDE, _EXTENDED, _RICH = 1, 4, 8


def struck_strings(chunks: Sequence[bytes], fonts: Sequence[bool]) -> dict[int, str]:
    """Return the shared strings with struck-through runs: number → the struck text.

    ``chunks`` are the bodies of the SST record and of the CONTINUE records behind it, ``fonts[f]`` says whether font f
    strikes through. A damaged table ends where it is damaged.
    """
    if not chunks or not any(fonts):
        return {}
    found = {}
    table = _Table(chunks)
    try:
        _, count = struct.unpack("<II", table.read(8))
        for number in range(count):
            text, runs = table.string()
            if words := struck_runs(text, runs, fonts):
                found[number] = words
    except (EOFError, struct.error):
        return found
    return found


def struck_in_label(body: bytes, fonts: Sequence[bool]) -> str:
    """Return the struck-through words of a BIFF5 cell with a rich text: runs of two bytes, counted in bytes."""
    if len(body) < 9 or not any(fonts):
        return ""
    end = 8 + struct.unpack_from("<H", body, 6)[0]
    runs = body[end + 1 : end + 1 + 2 * body[end]] if end < len(body) else b""
    places = [(start, font - (font > 4)) for start, font in zip(runs[::2], runs[1::2], strict=False)]
    # One character per byte while the runs are cut out, the code page afterwards.
    struck = struck_runs(body[8:end].decode("latin-1"), places, fonts)
    return struck.encode("latin-1").decode("gb18030", "replace")


class _Table:
    """The strings one after the other. Characters that go on in the next chunk begin there with a flag of their own."""

    def __init__(self, chunks: Sequence[bytes]) -> None:
        self._chunks = chunks
        self._chunk = self._at = 0

    def string(self) -> tuple[str, list[tuple[int, int]]]:
        """Return the next string and its runs: first character, font."""
        count, flags = struct.unpack("<HB", self.read(3))
        runs = struct.unpack("<H", self.read(2))[0] if flags & _RICH else 0
        extended = struct.unpack("<I", self.read(4))[0] if flags & _EXTENDED else 0
        text = self._characters(count, wide=bool(flags & _WIDE))
        numbers = struct.unpack(f"<{2 * runs}H", self.read(4 * runs))
        self.read(extended)
        return text, [(start, font - (font > 4)) for start, font in zip(numbers[::2], numbers[1::2], strict=True)]

    def read(self, size: int) -> bytes:
        """Return so many bytes. Raises ``EOFError`` where there are none left."""
        parts = []
        while size:
            part = self._rest()[:size]
            if not part:
                self._next()
                continue
            parts.append(part)
            self._at += len(part)
            size -= len(part)
        return b"".join(parts)

    def _characters(self, count: int, *, wide: bool) -> str:
        parts = []
        while count:
            width = 2 if wide else 1
            part = self._rest()[: count * width]
            if not part:
                self._next()
                wide = bool(self.read(1)[0] & _WIDE)
                continue
            parts.append(part.decode("utf-16-le" if wide else "latin-1", "replace"))
            self._at += len(part)
            count -= -(-len(part) // width)
        return "".join(parts)

    def _rest(self) -> bytes:
        return self._chunks[self._chunk][self._at :] if self._chunk < len(self._chunks) else b""

    def _next(self) -> None:
        self._chunk, self._at = self._chunk + 1, 0
        if self._chunk >= len(self._chunks):
            raise EOFError
