"""The mutation fuzzer of `make fuzz`: damaged copies of real and hostile workbooks through the limited reader.

Every copy must end within the limits with tables or a named finding. What does not is kept and named at the end.
Run as ``python -m tests.fuzz.mutate --seconds 240 [folder …]``.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import tempfile
import time
import warnings
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from sources.contract import load_catalog
from sources.reader.apart import SECONDS
from sources.reader.model import Reading
from sources.reader.worker import Job, Readers
from tests.sources.reader.dialects import odf, ods, spreadsheetml, web_page, xls
from tests.workbooks import PROJECT, project, write_projects

SHARED = Path(__file__).parents[3] / "shared" / "data"
#: Larger files are fuzzed by their neighbours.
LARGEST = 400_000
BATCH = 60
#: Files of ours at the head of the list: as many copies of them as of all others together, nearly.
OURS = 7
#: Reasons that mean a defect of ours: our own code met something that it did not expect.
DEFECT = "文件的结构读不通"
_TOKENS = (
    b"<",
    b">",
    b'"',
    b"&",
    b"\x00",
    b"-1",
    b"4294967295",
    b"1e309",
    b"XFD1048576",
    b"<row>",
    b"</c>",
    b't="e"',
    b"<f/>",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz for a while, print what became of the copies, return 1 when a copy crashed or hung the reader."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--seconds", type=float, default=240)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--keep", type=Path, default=None, help="folder for the copies that failed")
    options = parser.parse_args(arguments)
    seed = options.seed if options.seed is not None else time.time_ns() % 1_000_000
    outcomes: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        files = seeds(options.folders or [SHARED / "hostile", SHARED / "real"], Path(folder))
        failed = fuzz(files, Path(folder), random.Random(seed), options.seconds, outcomes, options.keep)
    for outcome, count in outcomes.most_common():
        print(f"{count:7d}  {outcome}")
    print(f"seed {seed}, {sum(outcomes.values())} copies, {len(failed)} failed")
    for line in failed[:20]:
        print("  " + line)
    return 1 if failed else 0


def seeds(folders: Sequence[Path], folder: Path) -> list[Path]:
    """Return the files to start from; a sound workbook of our own is always among them."""
    found = [path for place in folders if place.is_dir() for path in sorted(place.iterdir()) if path.is_file()]
    small = [path for path in found if path.suffix not in (".md", ".json", ".py") and path.stat().st_size < LARGEST]
    return [*ours(folder), *small]


def ours(folder: Path) -> list[Path]:
    """Write sound workbooks of a form in several dialects: damaged, they reach every corner of the reader."""
    rows = [["重点项目月度调度表（2026年3月）"], list(PROJECT), *(list(PROJECT.values()) for _ in range(5))]
    texts = {"a.xml": spreadsheetml(rows).encode(), "b.htm": web_page(rows), "c.fods": odf(rows).encode()}
    texts["d.csv"] = "\n".join(",".join(map(str, row)) for row in rows).encode("gb18030")
    for name, content in texts.items():
        (folder / name).write_bytes(content)
    return [
        write_projects(folder / "重点项目2026年3月.xlsx", [project()] * 5),
        xls(folder / "e.xls", rows),
        ods(folder / "f.ods", odf(rows)),
        *(folder / name for name in texts),
    ]


def fuzz(
    files: Sequence[Path],
    folder: Path,
    chance: random.Random,
    seconds: float,
    outcomes: Counter[str],
    keep: Path | None,
) -> list[str]:
    """Read damaged copies until the time is over; return one line for each that failed."""
    catalog = load_catalog()
    until = time.monotonic() + seconds
    failed: list[str] = []
    with Readers(catalog) as readers:
        while time.monotonic() < until:
            jobs = list(_copies(files, folder, chance))
            started = time.monotonic()
            for job, reading in zip(jobs, readers.read(jobs), strict=True):
                outcome = _outcome(reading)
                outcomes[outcome] += 1
                if outcome.startswith("!"):
                    failed.append(f"{job.name}: {outcome}")
                    _keep(job.path, keep)
            if time.monotonic() - started > SECONDS + BATCH:
                failed.append(f"a batch took {time.monotonic() - started:.0f} s")
    return failed


def _outcome(reading: Reading) -> str:
    if reading.tables:
        return "tables"
    (failure,) = reading.failures
    reason = failure.shown.get("reason", "")
    if DEFECT in reason or "读取超过" in reason:
        return f"! {failure.rule} {reason}"
    return failure.rule


def _keep(path: Path, keep: Path | None) -> None:
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / path.name).write_bytes(path.read_bytes())


def _copies(files: Sequence[Path], folder: Path, chance: random.Random) -> Iterator[Job]:
    for number in range(BATCH):
        source = chance.choice(files[:OURS] if chance.random() < 0.4 else files)
        path = folder / f"{number:03d}-{chance.randrange(1_000_000)}{source.suffix}"
        path.write_bytes(mutated(source.read_bytes(), chance))
        yield Job(path, f"{path.name} ({source.name[:60]})", "")


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return a damaged copy: bytes of the file, or of one part inside of a package that stays sound around it."""
    if data[:2] == b"PK" and chance.random() < 0.75:
        try:
            return _mutated_part(data, chance)
        except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, zlib.error, EOFError):
            pass
    return damaged(data, chance)


def _mutated_part(data: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [(info.filename, package.read(info)) for info in package.infolist() if info.file_size < 4_000_000]
    if not parts:
        return damaged(data, chance)
    chosen = chance.randrange(len(parts))
    target = io.BytesIO()
    warnings.simplefilter("ignore")  # names that come twice stay twice
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for number, (name, content) in enumerate(parts):
            if number == chosen and chance.random() < 0.1:
                continue
            package.writestr(name, damaged(content, chance) if number == chosen else content)
    return target.getvalue()


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return bytes after one to six small accidents."""
    content = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(content) + 1)
        length = min(chance.choice((1, 2, 4, 16, 200)), len(content) - at)
        match chance.randrange(6):
            case 0:
                content[at : at + length] = chance.randbytes(length)
            case 1:
                del content[at : at + length]
            case 2:
                content[at:at] = chance.choice(_TOKENS)
            case 3:
                content[at:at] = content[at : at + length] * chance.choice((1, 3, 500))
            case 4:
                del content[at:]
            case _:
                other = chance.randrange(len(content) + 1)
                content[at : at + length] = content[other : other + length]
    return bytes(content)


if __name__ == "__main__":
    sys.exit(main())
