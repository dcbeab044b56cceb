"""The streams of an OLE compound file (.xls, .et, encrypted packages): [MS-CFB], only as far as a workbook needs it."""

from __future__ import annotations

import struct

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Sector numbers from here on end a chain or mark a free sector.
_LAST = 0xFFFFFFFA
_HEADER_FAT = 109
#: Streams shorter than this live in the mini stream.
_MINI = 4096


class DamagedError(ValueError):
    """The file's own tables contradict each other."""


class Compound:
    """A compound file. ``names`` are the streams and storages directly under its root."""

    def __init__(self, data: bytes) -> None:
        if len(data) < 512 or data[:8] != SIGNATURE:
            raise DamagedError("no compound file")
        self._data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise DamagedError("sector size")
        self._size = 1 << shift
        self._fat = self._read_fat()
        directory = self._chain(struct.unpack_from("<I", data, 48)[0])
        self._entries = [directory[at : at + 128] for at in range(0, len(directory) - 127, 128)]
        if not self._entries:
            raise DamagedError("no directory")
        self._root = self._children()
        self.names = list(self._root)

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        if start >= len(self._data):
            raise DamagedError("sector beyond the end")
        return self._data[start : start + self._size]

    def _read_fat(self) -> tuple[int, ...]:
        numbers = list(struct.unpack_from(f"<{_HEADER_FAT}I", self._data, 76))
        following = struct.unpack_from("<I", self._data, 68)[0]
        per_sector = self._size // 4
        seen: set[int] = set()
        while following < _LAST and following not in seen:
            seen.add(following)
            block = struct.unpack(f"<{per_sector}I", self._sector(following).ljust(self._size, b"\xff"))
            numbers.extend(block[:-1])
            following = block[-1]
        table = b"".join(self._sector(number).ljust(self._size, b"\xff") for number in numbers if number < _LAST)
        return struct.unpack(f"<{len(table) // 4}I", table)

    def _chain(self, first: int) -> bytes:
        parts = []
        seen: set[int] = set()
        while first < _LAST:
            if first in seen or first >= len(self._fat):
                raise DamagedError("broken chain")
            seen.add(first)
            parts.append(self._sector(first))
            first = self._fat[first]
        return b"".join(parts)

    def _children(self) -> dict[str, bytes]:
        """Return name → directory entry of what lies directly under the root."""
        found: dict[str, bytes] = {}
        waiting = [struct.unpack_from("<I", self._entries[0], 76)[0]]
        seen: set[int] = set()
        while waiting:
            number = waiting.pop()
            if number >= len(self._entries) or number in seen:
                continue
            seen.add(number)
            entry = self._entries[number]
            length = min(struct.unpack_from("<H", entry, 64)[0], 64)
            name = entry[: max(length - 2, 0)].decode("utf-16-le", "replace")
            found[name.lower()] = entry
            waiting.extend(struct.unpack_from("<II", entry, 68))
        return found

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._root

    def stream(self, name: str) -> bytes:
        """Return a stream under the root, ``b""`` when there is none. Raises ``DamagedError``."""
        entry = self._root.get(name.lower())
        if entry is None:
            return b""
        first, size = struct.unpack_from("<II", entry, 116)
        if size >= _MINI:
            return self._chain(first)[:size]
        return self._mini(first)[:size]

    def _mini(self, first: int) -> bytes:
        start, _ = struct.unpack_from("<II", self._entries[0], 116)
        stream = self._chain(start)
        table = self._chain(struct.unpack_from("<I", self._data, 60)[0])
        numbers = struct.unpack(f"<{len(table) // 4}I", table)
        parts = []
        seen: set[int] = set()
        while first < _LAST:
            if first in seen or first >= len(numbers):
                raise DamagedError("broken mini chain")
            seen.add(first)
            parts.append(stream[first * 64 : first * 64 + 64])
            first = numbers[first]
        return b"".join(parts)
