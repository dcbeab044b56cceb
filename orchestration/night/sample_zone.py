"""The sample zone as first input: for a warehouse that has not received anything yet."""

from __future__ import annotations

import os
import shutil

from sources.home import Home
from sources.inbox import submissions, waiting
from sources.inbox.drop import ARRIVALS


def is_untouched(home: Home) -> bool:
    """Return whether nothing was ever received and nothing lies in the drop folder."""
    return not waiting(home) and not any(submissions(home))


def drop_sample(home: Home) -> int:
    """Put the sample zone's workbooks into the drop folder and return how many.

    They are written beside it first: a kill while writing leaves the drop folder empty, not half a zone.
    """
    # Late: the sample writes workbooks, which nothing else in a refresh does.
    from sources.sample.write import write_sample

    draft = home.work / "sample"
    shutil.rmtree(draft, ignore_errors=True)
    written = write_sample(draft)
    # The lists of arrivals first: a file that is collected before its list would have arrived today.
    paths = sorted(filter(lambda path: path.is_file(), draft.rglob("*")), key=lambda path: path.name != ARRIVALS)
    for path in paths:
        place = home.drop / path.relative_to(draft)
        place.parent.mkdir(parents=True, exist_ok=True)
        os.replace(path, place)
    shutil.rmtree(draft)
    return sum(written.files.values())
